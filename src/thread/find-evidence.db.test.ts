import { beforeAll, describe, expect, it } from 'vitest';
import { someone } from '../../test/support/actors.ts';
import { useDatabase } from '../../test/support/database.ts';
import { adopted, done, partyId } from '../../test/support/records.ts';
import { nobody, type Actor } from '../kernel/actor.ts';
import { asActor } from '../kernel/server/db/database.ts';
import { seedRegister } from '../modules/register/server/index.ts';
import { findEvidence, offerEvidence } from './find-evidence.ts';

const db = useDatabase();
let secretariat: Actor, member: Actor;
let slugs: Record<'published' | 'checked' | 'received', string>;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat');
  member = await someone(db, 'member', { party: await partyId(db, 'GEO') });
  const report = (stage: 'published' | 'checked' | 'received') =>
    adopted(
      db,
      secretariat,
      {
        title: `Ferries, ${stage}`,
        startDate: '2023-05-03',
        paragraphs: [`The ${stage} list of landings went out. It names every quay.`, 'Lunch was praised.'],
      },
      { bodies: [], stage },
    );
  slugs = {
    published: (await report('published')).slug,
    checked: (await report('checked')).slug,
    received: (await report('received')).slug,
  };
});

const found = (actor: Actor, q: string) => asActor(db.database, actor, (tx) => findEvidence(tx, q));
const offered = (actor: Actor, chosen: string[], q: string | null = null) =>
  asActor(db.database, actor, (tx) => offerEvidence(tx, chosen, q));

describe('evidence is found by its words', () => {
  it('as the sentence, its report and its day, with the address that a form sends', async () => {
    const { asked, total, found: paragraphs } = await found(nobody, 'landing list');
    expect({ asked, total }).toEqual({ asked: true, total: 1 });
    expect(paragraphs[0]).toMatchObject({
      address: `/reports/${slugs.published}#p1`,
      report: 'Ferries, published',
      day: '2023-05-03',
      label: '1',
    });
    expect(paragraphs[0]!.runs.map(({ text }) => text).join('')).toMatch(
      /^The published list of landings went out\. +…$/,
    );
    expect(paragraphs[0]!.runs.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['list', 'landings']);
  });
  it('and nobody finds what they may not read, nor how much there is of it', async () => {
    const seen = async (actor: Actor) => {
      const { total, found: paragraphs } = await found(actor, 'landings');
      expect(paragraphs).toHaveLength(total);
      return paragraphs.map(({ address }) => address).sort();
    };
    const at = (...stages: (keyof typeof slugs)[]) => stages.map((stage) => `/reports/${slugs[stage]}#p1`).sort();
    expect(await seen(nobody)).toEqual(at('published'));
    expect(await seen(member)).toEqual(at('published', 'checked'));
    expect(await seen(secretariat)).toEqual(at('published', 'checked', 'received'));
    expect((await found(nobody, 'received')).total).toBe(0);
  });
  it('a question without a word is not asked; many answers are cut to what one looks through', async () => {
    expect(await found(member, '  ')).toMatchObject({ asked: false, total: 0, found: [] });
    expect(await found(member, '-quay')).toMatchObject({ asked: false });
    const { slug } = await adopted(
      db,
      secretariat,
      { paragraphs: Array.from({ length: 12 }, (_, n) => `Pontoon ${n} was painted.`) },
      { stage: 'published' },
    );
    const many = await found(member, 'pontoon');
    expect(many.total).toBe(12);
    expect(many.found).toHaveLength(8);
    expect(many.found.every(({ address }) => address.startsWith(`/reports/${slug}#p`))).toBe(true);
  });
});

describe('what a form has chosen is shown again', () => {
  it('as sentences, each once; what leads nowhere for this person stays as it was typed', async () => {
    const own = `/reports/${slugs.published}#p1`;
    const hidden = `/reports/${slugs.received}#p1`;
    expect(
      await offered(member, [own, '', ` https://example.org/ar${own}`, hidden, 'the second one'], 'lunch'),
    ).toMatchObject({
      chosen: [{ address: own, report: 'Ferries, published', runs: [{ hit: false }] }],
      unknown: [hidden, 'the second one'],
      search: { q: 'lunch', asked: true },
    });
    expect((await offered(secretariat, [hidden])).chosen).toHaveLength(1);
  });
  it('and is written once, however often it is named', async () => {
    const { commitment } = await done(db, secretariat, 'followup.commitment.raise', {
      title: 'A list of landings',
      owners: ['GEO'],
      body: 'body:senior-officials-meeting',
    });
    const { rows } = await db.admin.query<{ id: string; revision: number }>(
      'select id, revision from commitment_owner where commitment_id = $1',
      [commitment],
    );
    const owner = { owner: rows[0]!.id, revision: rows[0]!.revision };
    await done(db, member, 'followup.commitment.take-on', { ...owner, words: 'We shall.' });
    const own = `/reports/${slugs.published}#p1`;
    await done(db, member, 'followup.commitment.report', {
      owner: owner.owner,
      day: '2024-01-02',
      text: 'It went out.',
      audience: 'participants',
      paragraphs: [own, `https://example.org/en${own}`],
    });
    const evidence = await db.admin.query(
      `select e.title from evidence e join progress_report r on r.id = e.progress_id where r.commitment_id = $1`,
      [commitment],
    );
    expect(evidence.rows).toEqual([{ title: '¶ 1' }]);
  });
});
