import type { Actor } from '../../src/kernel/actor.ts';
import type { TestDatabase } from './database.ts';
import { adopted, done } from './records.ts';

const georgiaNamed = { party: 'GEO', asWritten: 'Georgia' };
const bulgariaNamed = { party: 'BGR', asWritten: 'Bulgaria' };

/** What was said there, in the order of the years; `again` repeats `ferry`, and `secretOffer` was made under the Chatham House Rule. */
export const ferry = 'The ferry registers of the region should be compared every spring.';
export const again = 'The registers of ferries ought to be compared each year.';
export const offer = 'Georgia is ready to host a workshop on ferry registers in Batumi.';
export const request = 'Bulgaria asked the Secretariat for a list of harbours.';
export const secretOffer = 'One delegation offered to pay for the harbour lists.';

/** Four meetings on ferries of one body, published, with every outcome confirmed: in 2019, 2022, 2023 (under the Chatham House Rule) and 2024. */
export async function ferryMeetings(db: TestDatabase, secretariat: Actor, group: string): Promise<void> {
  const meeting = async (
    startDate: string,
    title: string,
    outcomes: NonNullable<Parameters<typeof adopted>[2]['outcomes']>,
    rule: 'chatham-house' | null = null,
  ) => {
    const { id } = await adopted(
      db,
      secretariat,
      {
        title,
        startDate,
        rule,
        paragraphs: outcomes.map(({ words }) => words),
        outcomes,
        states: [georgiaNamed, bulgariaNamed],
      },
      { bodies: [group], stage: 'published' },
    );
    const { rows } = await db.admin.query<{ id: string; revision: number }>(
      'select id, revision from outcome where report_id = $1',
      [id],
    );
    for (const one of rows)
      await done(db, secretariat, 'records.outcome.confirm', { outcome: one.id, revision: one.revision });
  };
  await meeting('2019-05-07', 'First Meeting on Ferries', [{ words: ferry, kind: 'recommendation' }]);
  await meeting('2022-05-04', 'Second Meeting on Ferries', [{ words: again, kind: 'recommendation' }]);
  await meeting(
    '2023-05-03',
    'Closed Meeting on Ferries',
    [{ words: secretOffer, kind: 'offer', by: [georgiaNamed] }],
    'chatham-house',
  );
  await meeting('2024-05-02', 'Third Meeting on Ferries', [
    { words: offer, kind: 'offer', by: [georgiaNamed] },
    { words: request, kind: 'request', by: [bulgariaNamed] },
    { words: 'The group agreed to meet again in Tbilisi.', kind: 'decision' },
  ]);
}
