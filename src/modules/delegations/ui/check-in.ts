import { freshId } from '../../../ui/fresh-id.ts';
import { Outbox, shelfAt, type Letter, type OutboxOptions, type Post } from '../../../ui/outbox.ts';

const action = 'delegations.check-in.record';

/** Whether an answer of the server settles a check-in: done, or refused for a reason that will not change. Signed out, too many calls and faults of the server wait. */
export const isSettled = (status: number): boolean =>
  status < 400 || (status < 500 && status !== 401 && status !== 408 && status !== 429);

const post: Post = async ({ input }) => {
  const response = await fetch(`/api/v1/actions/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  if (!isSettled(response.status)) throw new Error(String(response.status));
  if (response.ok) return { ok: true, value: null };
  const { title = '', detail = '' } = (await response.json()) as { title?: string; detail?: string };
  return { ok: false, refusal: { code: title, sentence: detail, english: null, field: null } };
};

/** Check-ins of one meeting that are not sent yet, kept on the device through a closed browser and a lost connection; tried again every five seconds. */
export const checkInOutbox = (meeting: string, heard: Pick<OutboxOptions, 'answered' | 'changed'>): Outbox =>
  new Outbox({ post, shelf: shelfAt(`redthread.check-in.${meeting}`), wait: () => 5000, ...heard });

/** A participant’s badge, read now. */
export function checkInOf(participant: string): Letter {
  const id = freshId();
  return { id, action, input: { id, participant, at: new Date().toISOString() }, at: Date.now() };
}

/** Whose check-in a letter is. */
export const participantOf = ({ input }: Letter): string => String(input['participant']);
