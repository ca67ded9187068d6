import { beforeAll, expect, it } from 'vitest';
import { someone } from '../../../../test/support/actors.ts';
import { useDatabase } from '../../../../test/support/database.ts';
import { adopted, done, partyId } from '../../../../test/support/records.ts';
import { nobody, type Actor } from '../../../kernel/actor.ts';
import { asActor } from '../../../kernel/server/db/database.ts';
import { seedRegister } from '../../register/server/index.ts';
import { renditionOf, reportPage, toAkomaNtoso, toHtml, toJsonLd, toPrinted } from './index.ts';

const db = useDatabase();
let secretariat: Actor, member: Actor;
beforeAll(async () => {
  await seedRegister(db.database);
  secretariat = await someone(db, 'secretariat');
  member = await someone(db, 'member', { party: await partyId(db, 'GEO') });
});

const words = { date: 'Date', place: 'Place', bodies: 'Body', rule: 'Rule', ruleHolds: 'holds', rendition: 'Public' };
const georgia = { party: 'GEO', asWritten: 'Georgia', span: [0, 1] as const };

/** Every text format of what an actor sees of a report, in one string. */
async function everything(actor: Actor, slug: string): Promise<string | null> {
  const page = await asActor(db.database, actor, (tx) => reportPage(tx, slug));
  if (!page) return null;
  const rendition = renditionOf(page, 'public', 'https://redthread.example');
  return [
    toAkomaNtoso(rendition),
    toHtml(rendition, 'ltr'),
    JSON.stringify(toJsonLd(rendition)),
    JSON.stringify(toPrinted(rendition, 'en', words, '')),
  ].join('\n');
}

async function published(rule: 'chatham-house' | null): Promise<string> {
  const wish = 'To set up a list of ferry landings.';
  const { slug } = await adopted(db, secretariat, {
    rule,
    paragraphs: ['The meeting agreed on the following.', wish],
    states: [georgia],
    outcomes: [{ words: wish, by: [georgia] }],
  });
  const page = (await asActor(db.database, secretariat, (tx) => reportPage(tx, slug)))!;
  await done(db, secretariat, 'records.outcome.confirm', {
    outcome: page.outcomes[0]!.id,
    revision: page.outcomes[0]!.revision,
  });
  const checked = await done<{ revision: number }>(db, secretariat, 'records.report.check', {
    report: page.report.id,
    revision: page.report.revision,
  });
  await done(db, secretariat, 'records.report.publish', {
    report: page.report.id,
    revision: checked.revision ?? page.report.revision + 1,
  });
  return slug;
}

it('the public rendition names who took part and who offered; under the Chatham House Rule in no format', async () => {
  const open = await published(null);
  expect(await everything(nobody, open)).toContain('Georgia');
  const ruled = await published('chatham-house');
  for (const actor of [nobody, member]) {
    const text = (await everything(actor, ruled))!;
    expect(text).toContain('To set up a list of ferry landings.');
    expect(text).not.toMatch(/Georgia|GEO|p_geo/);
  }
  expect(await everything(secretariat, ruled)).toContain('Georgia');
});

it('a report that is not published has no public rendition', async () => {
  const { slug } = await adopted(db, secretariat, { paragraphs: ['The meeting met.'] });
  expect(await everything(nobody, slug)).toBeNull();
});
