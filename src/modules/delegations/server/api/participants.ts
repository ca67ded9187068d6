import { z } from 'zod';
import { defineQuery } from '../../../../kernel/query.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import { delegateRoles } from '../../delegation.ts';
import { participantList } from '../queries/participants.ts';

const days = z.array(z.iso.date());

export const readParticipants = defineQuery({
  name: 'delegations.participants.read',
  path: '/meetings/{meeting}/participants',
  does: 'Who takes part in a meeting, as approved, in the order of the meeting. Empty of other parties where the meeting shows no list.',
  input: z.object({ meeting: z.string().max(120).describe('Its name in addresses.') }),
  output: z.object({
    meeting: z.string(),
    people: z.number().int(),
    parties: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        kind: z.string(),
        people: z.array(
          z.object({
            id: z.uuid(),
            name: z.string(),
            function: z.string().nullable(),
            role: z.enum(delegateRoles),
            inRoom: days,
            online: days,
          }),
        ),
      }),
    ),
  }),
  permission: ['member', 'focal-point', 'chair', 'secretariat', 'observer'],
  async run({ tx, input, language }) {
    const list = await participantList(tx, input.meeting, language);
    if (!list) throw new Refusal('delegations.meeting.not-found', 'There is no such meeting, or you may not see it.');
    return { meeting: list.meeting.slug, people: list.people, parties: list.parties };
  },
});
