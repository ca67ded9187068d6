import { beforeAll, describe, expect, test } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { commitmentSteps } from '../../../../test/support/commitments.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { done, partyId, refused } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { evidenceFile } from './index.ts';

const db = useDatabase();
let secretariat: Actor, georgian: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat', { name: 'Ada Demo' });
  georgian = await someone(db, 'member', { party: await partyId(db, 'GEO') });
});
const { raised, page, outcomeOf } = commitmentSteps(db, () => ({ secretariat }));

describe('evidence', () => {
  test('a paragraph by its address, a link, a file byte for byte; each for who may see it', async () => {
    const wish = 'To count the boats of the lake every spring.';
    const { slug } = await outcomeOf({ paragraphs: [wish], outcomes: [{ words: wish }] });
    const { number } = await raised({ audience: 'public' });
    const owner = (await page(number)).owners[0]!.id;
    const bytes = new Uint8Array(1_300_000).map((_, at) => at % 251);
    const report = { owner, day: '2026-02-01', text: 'A list was sent.', audience: 'public' };
    await done(db, georgian, 'followup.commitment.report', {
      ...report,
      paragraphs: [`https://redthread.example.org/tr/reports/${slug}#p1`],
      links: 'https://example.org/list',
      files: [{ name: 'C:\\lists\\boats.pdf', bytes }],
    });
    const [progress] = (await page(number)).progress;
    expect(progress!.evidence.map(({ kind, path }) => [kind, path])).toEqual([
      ['paragraph', `/reports/${slug}#p1`],
      ['file', null],
      ['link', null],
    ]);
    const file = progress!.evidence.find(({ kind }) => kind === 'file')!;
    for (const actor of [nobody, georgian, secretariat]) {
      const read = (await asActor(db.database, actor, (tx) => evidenceFile(tx, file.id)))!;
      expect(read.name).toBe('boats.pdf');
      expect(Buffer.compare(Buffer.from(read.bytes), Buffer.from(bytes))).toBe(0);
    }
    // The public sees that there is a paragraph, not the address of one in a report it may not read.
    expect((await page(number, nobody)).progress[0]!.evidence[0]).toMatchObject({
      path: null,
      title: '¶ 1',
      day: null,
    });
    expect(progress!.evidence[0]).toMatchObject({ title: '¶ 1 · Test Meeting on Lakes', day: '2023-05-03' });
  });
  test('what is no address, no link, too large or empty is refused in a sentence, and nothing is kept', async () => {
    const { number } = await raised();
    const owner = (await page(number)).owners[0]!.id;
    const report = { owner, day: '2026-02-01', text: 'A list was sent.', audience: 'participants' };
    const codes = async (more: object) => refused(db, georgian, 'followup.commitment.report', { ...report, ...more });
    expect(await codes({ paragraphs: ['the third one'] })).toBe('followup.paragraph.not-found');
    expect(await codes({ paragraphs: ['/reports/no-such-report#p1'] })).toBe('followup.paragraph.not-found');
    expect(await codes({ links: ['http://example.org'] })).toBe('input.invalid');
    expect(await codes({ links: ['javascript:alert(1)'] })).toBe('input.invalid');
    expect(await codes({ files: [{ name: 'a.txt', bytes: new Uint8Array(0) }] })).toBe('followup.file.empty');
    expect(await codes({ files: [{ name: 'a.bin', bytes: new Uint8Array(21 * 1024 * 1024) }] })).toBe(
      'followup.file.too-large',
    );
    expect((await page(number)).progress).toEqual([]);
  });
  test('nobody adds to a file that is evidence already', async () => {
    const { number } = await raised();
    const owner = (await page(number)).owners[0]!.id;
    await done(db, georgian, 'followup.commitment.report', {
      owner,
      day: '2026-02-01',
      text: 'A list was sent.',
      audience: 'participants',
      files: [{ name: 'a.txt', bytes: new TextEncoder().encode('first') }],
    });
    const { rows } = await db.admin.query<{ id: string }>(
      `select file_id as id from evidence where file_id is not null order by id desc limit 1`,
    );
    await expect(
      db.database.app.transaction().execute(async (tx) => {
        await tx
          .selectNoFrom((of) =>
            of.fn('set_config', [of.val('app.actor'), of.val(georgian.personId), of.val(true)]).as('x'),
          )
          .execute();
        await tx
          .insertInto('stored_file_chunk')
          .values({ file_id: rows[0]!.id, n: 1, bytes: Buffer.from('more') })
          .execute();
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
