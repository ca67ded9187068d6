import type { Actor } from '../../src/kernel/actor.ts';
import { heldMeeting, point, said, textOf, type HeldMeeting } from '../support/draft.ts';
import { done } from '../support/records.ts';
import { someone } from '../support/actors.ts';
import type { Scenario, Setting } from './scenarios.ts';

/** A meeting of the body of the scope in which its party took part and spoke. */
async function held({ world, scope }: Setting): Promise<HeldMeeting> {
  const meeting = await heldMeeting(world.db, { body: scope.body.key, parties: { [scope.party.key]: 1, TUR: 1 } });
  await said(world.db, meeting, 'plenary', scope.party.key, {
    notes: ['Boats were counted twice. A third count follows in May'],
  });
  await point(world.db, meeting, 'plenary', 'recommendation', 'Count the boats in spring.');
  return meeting;
}

interface Drafted extends HeldMeeting {
  draft: string;
  revision: number;
  secretariat: Actor;
}

async function drafted(setting: Setting): Promise<Drafted> {
  const meeting = await held(setting);
  const secretariat = await someone(setting.world.db, 'secretariat');
  const { draft } = await done<{ draft: string }>(setting.world.db, secretariat, 'drafting.draft.assemble', {
    meeting: meeting.meeting,
  });
  return { ...meeting, draft, revision: 1, secretariat };
}

const later = { due: '2099-05-01 12:00', zone: 'Europe/Tirane' };
const step = ({ draft, revision }: Drafted) => ({ draft, revision });

async function moved(setting: Setting, before: Drafted, action: string, more: object = {}): Promise<Drafted> {
  const { revision } = await done<{ revision: number }>(setting.world.db, before.secretariat, action, {
    ...step(before),
    ...more,
  });
  return { ...before, revision };
}
const circulated = async (setting: Setting) =>
  moved(setting, await drafted(setting), 'drafting.version.circulate', later);
const silent = async (setting: Setting) => moved(setting, await drafted(setting), 'drafting.silence.begin', later);

async function paragraph(setting: Setting, wanted = 'Boats') {
  const one = await drafted(setting);
  const found = (await textOf(setting.world.db, one.draft)).find(
    ({ text }) => text.includes(wanted.toLowerCase()) || text.includes(wanted),
  )!;
  return { ...one, paragraph: found.id, paragraphRevision: found.revision, text: found.text };
}
const paragraphStep = async (setting: Setting, wanted?: string) => {
  const { paragraph: id, paragraphRevision } = await paragraph(setting, wanted);
  return { paragraph: id, revision: paragraphRevision };
};
const comment = (setting: Setting, { draft }: Drafted, send: boolean) => ({
  draft,
  version: 1,
  party: setting.scope.party.key,
  text: 'The second count was in April.',
  send,
});
async function commented(setting: Setting, send: boolean) {
  const one = await circulated(setting);
  const focal = one.focal[setting.scope.party.key]!;
  const value = await done<{ comment: string }>(
    setting.world.db,
    focal,
    'drafting.comment.write',
    comment(setting, one, send),
  );
  return { comment: value.comment, revision: 1 };
}
async function offered(setting: Setting) {
  const one = await drafted(setting);
  const id = await said(setting.world.db, one, 'plenary', 'TUR', { notes: ['Nets should be mended in winter'] });
  return { draft: one.draft, material: `intervention:${id}` };
}

/** The actions of drafting, each on a meeting of its own. */
export const draftingScenarios: Record<string, Scenario> = {
  'drafting.draft.assemble': async (setting) => ({ meeting: (await held(setting)).meeting }),
  'drafting.material.take': offered,
  'drafting.material.leave': offered,
  'drafting.paragraph.add': async (setting) => ({
    draft: (await drafted(setting)).draft,
    kind: 'numbered',
    text: 'A further paragraph on boats.',
  }),
  'drafting.paragraph.edit': async (setting) => ({
    ...(await paragraphStep(setting)),
    text: 'Boats were counted three times.',
  }),
  'drafting.paragraph.move': async (setting) => ({ ...(await paragraphStep(setting)), to: 'up' }),
  'drafting.paragraph.split': async (setting) => ({ ...(await paragraphStep(setting)), begins: 'A third count' }),
  'drafting.paragraph.merge': paragraphStep,
  'drafting.paragraph.remove': paragraphStep,
  'drafting.paragraph.restore': async (setting) => {
    const { secretariat, paragraph: id, paragraphRevision: revision } = await paragraph(setting);
    await done(setting.world.db, secretariat, 'drafting.paragraph.remove', { paragraph: id, revision });
    return { paragraph: id, revision: revision + 1 };
  },
  'drafting.outcome.mark': async (setting) => {
    const { paragraph: id, paragraphRevision: revision, text } = await paragraph(setting);
    return { paragraph: id, revision, text, kind: 'announcement' };
  },
  'drafting.outcome.remove': async (setting) => {
    const { draft } = await drafted(setting);
    const { rows } = await setting.world.db.admin.query<{ outcome: string; revision: number }>(
      'select id as outcome, revision from draft_outcome where draft_id = $1',
      [draft],
    );
    return rows[0]!;
  },
  'drafting.version.circulate': async (setting) => ({ ...step(await drafted(setting)), ...later }),
  'drafting.draft.revise': async (setting) => step(await circulated(setting)),
  'drafting.silence.begin': async (setting) => ({ ...step(await drafted(setting)), ...later }),
  'drafting.draft.adopt': async (setting) => ({
    ...step(await drafted(setting)),
    how: 'in-meeting',
    note: 'On screen, the last day',
  }),
  'drafting.report.publish': async (setting) =>
    step(await moved(setting, await drafted(setting), 'drafting.draft.adopt', { how: 'chair', note: 'By letter' })),
  'drafting.comment.write': async (setting) => comment(setting, await circulated(setting), true),
  'drafting.comment.edit': async (setting) => ({
    ...(await commented(setting, false)),
    text: 'The second count was in March.',
    send: true,
  }),
  'drafting.comment.withdraw': (setting) => commented(setting, false),
  'drafting.comment.answer': async (setting) => ({ ...(await commented(setting, true)), disposition: 'accepted' }),
  'drafting.objection.write': async (setting) => ({
    draft: (await silent(setting)).draft,
    version: 1,
    party: setting.scope.party.key,
    kind: 'objection',
    text: 'The count is not right.',
  }),
};
