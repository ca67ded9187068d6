import type { Actor } from '../../src/kernel/actor.ts';
import { asActor } from '../../src/kernel/server/db/database.ts';
import { commitmentFilter } from '../../src/modules/followup/forms.ts';
import { commitmentPage, listCommitments, type CommitmentPage } from '../../src/modules/followup/server/index.ts';
import type { TestDatabase } from './database.ts';
import { adopted, bodyId, done, pageOf, type Written } from './records.ts';

/** The day on which a suite of commitments looks at its lists. */
export const today = '2026-03-01';

/** Raises commitments as the Secretariat and looks at them. `who` is asked when something is done. */
export const commitmentSteps = (db: TestDatabase, who: () => { secretariat: Actor }) => ({
  raised: (more: object = {}): Promise<{ commitment: string; number: number }> =>
    done(db, who().secretariat, 'followup.commitment.raise', {
      title: 'Joint meetings of the ferry authorities',
      owners: ['GEO'],
      body: 'body:senior-officials-meeting',
      ...more,
    }),
  page: async (number: number, actor = who().secretariat, language = 'en'): Promise<CommitmentPage> =>
    (await asActor(db.database, actor, (tx) => commitmentPage(tx, number, language)))!,
  list: (filter: object, actor = who().secretariat) =>
    asActor(db.database, actor, (tx) => listCommitments(tx, commitmentFilter.parse(filter), today)),
  /** The first outcome of a report, confirmed. */
  outcomeOf: async (written: Written, stage: 'checked' | 'published' = 'checked') => {
    const { secretariat } = who();
    const bodies = [await bodyId(db, 'body:senior-officials-meeting')];
    const { slug } = await adopted(db, secretariat, written, { bodies, stage });
    const [outcome] = (await pageOf(db, secretariat, slug)).outcomes;
    await done(db, secretariat, 'records.outcome.confirm', { outcome: outcome!.id, revision: 1 });
    return { outcome: outcome!.id, slug };
  },
});
