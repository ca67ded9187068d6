import { z } from 'zod';
import { isId } from '../../../../kernel/ids.ts';
import { defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { turnKinds, turnStates } from '../../intervention.ts';
import { sessionStates } from '../../session.ts';
import { pointKinds } from '../../view.ts';
import { floorView } from '../queries/view.ts';

const moment = z.number().int().nullable();
const turn = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  kind: z.enum(turnKinds),
  state: z.enum(turnStates),
  party: z.uuid().nullable().describe('Id of the party; null for a speaker from outside.'),
  who: z.string().describe('Name of the party, else the speaker.'),
  speaker: z.string().nullable(),
  order: z.number().int().describe('Place on the list, ascending, with gaps.'),
  given: moment.describe('When the floor was given first, milliseconds since 1970.'),
  since: moment.describe('Since when the clock runs; null unless speaking.'),
  spoken: z.number().int().describe('Milliseconds spoken before `since`.'),
  ended: moment,
});
const point = z.object({
  id: z.uuid(),
  revision: z.number().int(),
  session: z.uuid().describe('The session that brings it out: this one, or one that is part of it.'),
  kind: z.enum(pointKinds),
  text: z.string(),
  who: z.string().nullable(),
  order: z.number().int(),
  reported: z.boolean(),
});

export const readFloor = defineQuery({
  name: 'floor.session.read',
  path: '/floors/{session}',
  does: 'The floor of a session as you see it: who has it, had it and waits for it, and what the session brings out.',
  input: z.object({ session: z.string().max(80).describe('Id of the session.') }),
  output: z.object({
    sight: z.enum(['leader', 'heard', 'own', 'screen']),
    version: z.number().int().describe('Goes up with every change.'),
    revision: z.number().int().describe('Of the session; sent back by the actions that open, suspend and close it.'),
    state: z.enum(sessionStates),
    rule: z.boolean().describe('The Chatham House Rule holds.'),
    hidden: z.boolean().describe('It held and the session is over: turns of others are left out.'),
    secondsEach: z.number().int().nullable(),
    secondsParty: z.number().int().nullable(),
    turns: z.array(turn),
    points: z.array(point),
  }),
  permission: ['member', 'focal-point', 'observer', 'chair', 'secretariat', 'system'],
  async run({ tx, input, language }) {
    const seen = isId(input.session) ? await floorView(tx, input.session, language) : null;
    if (!seen) throw new Refusal('floor.session.not-found', 'There is no such session, or it is not for you to see.');
    return seen.view;
  },
});
