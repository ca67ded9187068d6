/**
 * The thread, step 6: the body endorses the plan, and what it decided becomes activities.
 *
 * The chair or the Secretariat records the decision (`plan.cycle.endorse`); every entry of the endorsed version is then a planned activity that the calendar shows and the
 * follow-up leads. The second half can be run again: an entry that is an activity already is left as it is.
 */
import type { Actor } from '../kernel/actor.ts';
import { Refusal, type Answer } from '../kernel/refusal.ts';
import { asActor, type Database } from '../kernel/server/db/database.ts';
import { runAction, type Door } from '../kernel/server/run-action.ts';
import { enterPlannedActivities } from '../modules/followup/server/index.ts';
import { endorseCycle, versionPage, type EntryView, type VersionPage } from '../modules/plan/server/index.ts';

export interface Endorsed {
  slug: string;
  version: number;
  /** Activities that were entered now. */
  activities: number;
}

/**
 * Records the endorsement, then enters the activities.
 * @param input as it came through the door (`endorse` of the plan's forms).
 * @returns the refusal of the step that failed; an endorsement recorded before it stands.
 */
export async function endorsePlan(
  database: Database,
  actor: Actor,
  input: unknown,
  door: Door,
): Promise<Answer<Endorsed>> {
  const answer = await runAction(database, endorseCycle, actor, input, { door });
  return answer.ok ? enterPlan(database, actor, answer.value.slug, answer.value.version, door) : answer;
}

/** Enters the entries of an endorsed version as activities, those that are not there yet. */
export async function enterPlan(
  database: Database,
  actor: Actor,
  slug: string,
  version: number,
  door: Door,
): Promise<Answer<Endorsed>> {
  const page = await asActor(database, actor, (tx) => versionPage(tx, slug, version, 'en'));
  if (!page?.version.endorsed)
    return { ok: false, refusal: new Refusal('plan.version.state', 'Only an endorsed plan becomes activities.') };
  const input = {
    plan: `/plan/${slug}`,
    body: page.cycle.body.key,
    entries: page.entries.map((entry) => activityOf(page, entry)),
  };
  const answer = await runAction(database, enterPlannedActivities, actor, input, { door });
  return answer.ok ? { ok: true, value: { slug, version, activities: answer.value.entered } } : answer;
}

function activityOf({ cycle, version }: VersionPage, entry: EntryView) {
  const keys = (parties: readonly { key: string }[]) => parties.map(({ key }) => key);
  const description = [entry.description?.text ?? '', entry.otherPartners ?? '']
    .filter((text) => text !== '')
    .join('\n\n');
  return {
    plan_entry: `/plan/${cycle.slug}/versions/${version.n}#e-${entry.id}`,
    kind: entry.kind,
    title: entry.title.text,
    description: description.slice(0, 5000),
    starts_from: entry.when?.from ?? null,
    starts_until: entry.when?.until ?? null,
    place: entry.place ?? '',
    funding: entry.funding ?? '',
    strand: entry.strands[0]?.key ?? null,
    goals: entry.goals.map(({ id }) => id),
    commitments: entry.commitments.map(({ id }) => id),
    lead: keys(entry.leads),
    partner: keys(entry.partners),
  };
}
