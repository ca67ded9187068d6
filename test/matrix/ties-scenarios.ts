import { newId } from '../../src/kernel/ids.ts';
import { system } from '../../src/kernel/actor.ts';
import { done } from '../support/records.ts';
import type { Scenario, Setting } from './scenarios.ts';

type MakeReport = (
  setting: Setting,
  stage: 'received' | 'checked' | 'published',
) => Promise<{ report: string; outcome: string }>;

/** Scenarios of ties and references, over published reports that `make` makes. */
export function tieScenarios(make: MakeReport): Record<string, Scenario> {
  const confirmed = async (setting: Setting) => {
    const made = await make(setting, 'published');
    await done(setting.world.db, system, 'records.outcome.confirm', { outcome: made.outcome, revision: 1 });
    return made;
  };
  const two = async (setting: Setting) => {
    const earlier = await confirmed(setting);
    const later = await confirmed(setting);
    return { earlier: earlier.outcome, later: later.outcome, report: later.report };
  };
  const tie = async (setting: Setting) => {
    const { later, earlier, report } = await two(setting);
    const id = newId();
    await setting.world.db.admin.query(
      `insert into tie (id, later_outcome_id, report_id, earlier_outcome_id, kind, rank, score, proposed_at, proposed_by)
        values ($1, $2, $3, $4, 'repeats', 1, 0.5, now(), $5)`,
      [id, later, report, earlier, system.personId],
    );
    return { tie: id, revision: 1 };
  };
  const reference = async (setting: Setting) => {
    const { report } = await two(setting);
    const id = newId();
    await setting.world.db.admin.query(
      `insert into sought_reference (id, report_id, kind, as_written, occurrence, sentence, start_at, end_at, day_from, day_until)
        values ($1, $2, 'meeting', 'joint meeting', 1, 'The joint meeting of June 2021.', 0, 5, '2021-06-01', '2021-06-30')`,
      [id, report],
    );
    return { reference: id, choice: 'elsewhere' };
  };
  return {
    'followup.tie.keep': async () => ({}),
    'followup.tie.accept': tie,
    'followup.tie.reject': tie,
    'followup.tie.undo': async (setting) => {
      const input = await tie(setting);
      await done(setting.world.db, system, 'followup.tie.accept', input);
      return { ...input, revision: 2 };
    },
    'followup.tie.add': async (setting) => {
      const { later, earlier } = await two(setting);
      return { outcome: later, earlier, kind: 'follows' };
    },
    'followup.reference.seek': async () => ({}),
    'followup.reference.settle': reference,
  };
}
