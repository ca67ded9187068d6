import { newId } from '../../../src/kernel/ids.ts';
import { someone } from '../../support/actors.ts';
import { assembledDraft, heldMeeting, said, textOf, type HeldMeeting } from '../../support/draft.ts';
import { done, partyId } from '../../support/records.ts';
import { system, type Actor } from '../../../src/kernel/actor.ts';
import type { World } from '../world.ts';
import type { Stages } from './stages.ts';

/** A draft in a stage, with a comment that was sent, one that was not, and an outcome, where there can be any. */
interface Thing {
  meeting: HeldMeeting;
  draft: string;
  revision: number;
  paragraph: string;
  paragraphRevision: number;
  text: string;
  removed: string;
  outcome: string;
  sent: string;
  sentRevision: number;
  unsent: string;
  version: number;
}

const due = { due: '2099-05-20 18:00', zone: 'Europe/Tirane' };
const stages = ['drafting', 'circulated', 'revised', 'silence', 'adopted', 'published'] as const;

async function make(world: World, stage: (typeof stages)[number]): Promise<Thing> {
  const { db, own } = world;
  const meeting = await heldMeeting(db, { body: own.body.key, parties: { [own.party.key]: 1, TUR: 1 } });
  await said(db, meeting, 'plenary', own.party.key, {
    notes: ['Boats were counted twice. A third count follows in May'],
  });
  const { draft } = await assembledDraft(db, meeting);
  const texts = await textOf(db, draft);
  const one = texts.find(({ text }) => text.includes('third count'))!;
  const gone = texts.at(-1)!;
  await done(db, system, 'drafting.paragraph.remove', { paragraph: gone.id, revision: 1 });
  const { outcome } = await done<{ outcome: string }>(db, system, 'drafting.outcome.mark', {
    paragraph: one.id,
    revision: 1,
    text: 'A third count follows in May.',
    kind: 'announcement',
  });
  const thing = {
    meeting,
    draft,
    revision: 1,
    paragraph: one.id,
    paragraphRevision: 1,
    text: one.text,
    removed: gone.id,
    outcome,
    sent: newId(),
    sentRevision: 1,
    unsent: newId(),
    version: 1,
  };
  const offered = await said(db, meeting, 'plenary', 'TUR', { notes: ['Nets should be mended in winter'] });
  return moved(world, { ...thing, offered } as Thing, stage);
}

/** Takes a draft on to a stage, as it goes in life. */
async function moved({ db, own }: World, thing: Thing, stage: (typeof stages)[number]): Promise<Thing> {
  const step = async (action: string, more: object = {}) => {
    const value = await done<{ revision?: number }>(db, system, action, {
      draft: thing.draft,
      revision: thing.revision,
      ...more,
    });
    thing.revision = value.revision ?? thing.revision + 1;
  };
  if (stage === 'drafting') return thing;
  await step('drafting.version.circulate', due);
  const focal = thing.meeting.focal[own.party.key]!;
  const write = async (send: boolean) =>
    (
      await done<{ comment: string }>(db, focal, 'drafting.comment.write', {
        draft: thing.draft,
        version: 1,
        party: own.party.key,
        text: 'In April.',
        send,
      })
    ).comment;
  thing.sent = await write(true);
  thing.unsent = await write(false);
  if (stage === 'circulated') return thing;
  await step('drafting.draft.revise');
  if (stage === 'revised') return thing;
  await done(db, system, 'drafting.comment.answer', { comment: thing.sent, revision: 1, disposition: 'accepted' });
  thing.sentRevision = 2;
  thing.version = 2;
  if (stage === 'silence') await step('drafting.silence.begin', due);
  else await step('drafting.draft.adopt', { how: 'chair', note: 'By letter' });
  if (stage === 'published') await step('drafting.report.publish');
  return thing;
}

/** What a call leaves behind when it was done: then the next one needs a fresh draft. Refused calls leave nothing. */
async function mark({ db }: World, { draft }: Thing): Promise<string> {
  const { rows } = await db.admin.query<{ mark: string }>(
    `select concat(d.stage, d.revision, (select sum(p.revision) from draft_paragraph p where p.draft_id = d.id), (select sum(o.revision) + count(o.removed_at) from draft_outcome o where o.draft_id = d.id),
      (select sum(k.revision) from draft_comment k where k.draft_id = d.id), (select count(*) from draft_material_left l where l.draft_id = d.id),
      (select count(*) from draft_objection o join draft_silence s on s.version_id = o.version_id where s.draft_id = d.id)) as mark from draft d where d.id = $1`,
    [draft],
  );
  return rows[0]!.mark;
}
const kept = new Map<string, { thing: Thing; mark: string }>();
async function thingIn(world: World, state: string): Promise<Thing> {
  const known = kept.get(state);
  if (known && known.mark === (await mark(world, known.thing))) return known.thing;
  const thing = await make(world, state as (typeof stages)[number]);
  kept.set(state, { thing, mark: await mark(world, thing) });
  return thing;
}
const on = (input: (thing: Thing, world: World) => object) => async (world: World, state: string) =>
  input(await thingIn(world, state), world);
const draftStep = (more: object = {}) => on(({ draft, revision }) => ({ draft, revision, ...more }));
const paragraphStep = (more: object = {}) =>
  on(({ paragraph, paragraphRevision }) => ({ paragraph, revision: paragraphRevision, ...more }));
const material = on((thing) => ({
  draft: thing.draft,
  material: `intervention:${(thing as Thing & { offered: string }).offered}`,
}));

export const draftingStages: Stages = {
  states: stages,
  askers: async ({ db, own, actors }): Promise<Record<string, Actor>> => ({
    chair: actors.chair,
    own: await someone(db, 'focal-point', { party: own.party.id }),
    observer: await someone(db, 'observer', { party: own.party.id }),
    stranger: await someone(db, 'focal-point', { party: await partyId(db, 'HUN') }),
  }),
  actions: {
    'drafting.draft.assemble': on(({ meeting }) => ({ meeting: meeting.meeting })),
    'drafting.draft.revise': draftStep(),
    'drafting.draft.adopt': draftStep({ how: 'in-meeting', note: 'On screen' }),
    'drafting.material.take': material,
    'drafting.material.leave': material,
    'drafting.paragraph.add': on(({ draft }) => ({ draft, kind: 'plain', text: 'More on boats.' })),
    'drafting.paragraph.edit': paragraphStep({ text: 'Boats were counted.' }),
    'drafting.paragraph.move': paragraphStep({ to: 'up' }),
    'drafting.paragraph.split': paragraphStep({ begins: 'A third' }),
    'drafting.paragraph.merge': paragraphStep(),
    'drafting.paragraph.remove': paragraphStep(),
    'drafting.paragraph.restore': on(({ removed }) => ({ paragraph: removed, revision: 2 })),
    'drafting.outcome.mark': on(({ paragraph, paragraphRevision, text }) => ({
      paragraph,
      revision: paragraphRevision,
      text,
      kind: 'decision',
    })),
    'drafting.outcome.remove': on(({ outcome }) => ({ outcome, revision: 1 })),
    'drafting.version.circulate': draftStep(due),
    'drafting.silence.begin': draftStep(due),
    'drafting.objection.write': on(({ draft, version }, { own }) => ({
      draft,
      version,
      party: own.party.key,
      kind: 'objection',
      text: 'Not so.',
    })),
    'drafting.comment.write': on(({ draft, version }, { own }) => ({
      draft,
      version,
      party: own.party.key,
      text: 'In March.',
      send: true,
    })),
    'drafting.comment.edit': on(({ unsent }) => ({ comment: unsent, revision: 1, text: 'In March.', send: true })),
    'drafting.comment.withdraw': on(({ unsent }) => ({ comment: unsent, revision: 1 })),
    'drafting.comment.answer': on(({ sent, sentRevision }) => ({
      comment: sent,
      revision: sentRevision,
      disposition: 'accepted',
    })),
    'drafting.report.publish': draftStep(),
  },
};
