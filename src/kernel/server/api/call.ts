import type { Action } from '../../action.ts';
import { Refusal } from '../../refusal.ts';
import { keepLimit } from '../auth/limits.ts';
import { runAction } from '../run-action.ts';
import type { Runtime } from '../runtime.ts';
import { readInput } from './body.ts';
import { mayCall, type Caller } from './caller.ts';
import { hasRevision } from './openapi.ts';
import { answering, closed, problem } from './problem.ts';

/**
 * `POST /api/v1/actions/<name>`: the action with the body as its input, for whoever the cookie or the token says.
 * `If-Match` with the tag of the thing as it was read stands for the `revision` of the input.
 * @returns 200 `{ "value": … }`, or a problem (RFC 9457): the refusal, or 500 with a reference and nothing else.
 */
export function callAction(
  runtime: Runtime,
  actions: ReadonlyMap<string, Action>,
  call: { name: string; request: Request; caller: () => Promise<Caller> },
): Promise<Response> {
  return answering(call.name, async () => {
    const caller = await call.caller();
    await keepLimit(runtime, 'api.from', caller.limitedAs);
    const action = actions.get(call.name);
    if (!action)
      throw new Refusal('api.action.not-found', 'There is no such action. They are listed in /api/v1/openapi.json.');
    mayCall(caller, action.name);
    const tag = call.request.headers.get('if-match');
    const body = await readInput(call.request, runtime.settings.IMPORT_LIMIT_MB);
    const input = tag === null ? body : withRevision(action, body, tag);
    const answer = await runAction(runtime.database, action, caller.actor, input, { door: 'api' });
    if (answer.ok) return Response.json({ value: answer.value ?? null }, { headers: closed });
    if (tag !== null && answer.refusal.code.endsWith('.changed'))
      return problem(new Refusal('api.precondition.failed', answer.refusal.sentence));
    return problem(answer.refusal);
  });
}

/** @throws Refusal when the tag names no revision, another one than the body, or the action takes none. */
function withRevision(action: Action, body: unknown, tag: string): unknown {
  const wrong = (sentence: string) => new Refusal('api.precondition.malformed', sentence, { field: 'If-Match' });
  if (!hasRevision(action)) throw wrong('This action takes no revision; leave If-Match out.');
  const revision = Number(/^"r(\d{1,9})-[\w-]+"$/.exec(tag.trim())?.[1] ?? Number.NaN);
  if (Number.isNaN(revision)) throw wrong('If-Match is the ETag of the thing itself, as it was read: "r5-…".');
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const given = (body as { revision?: unknown }).revision;
  if (given !== undefined && Number(given) !== revision)
    throw wrong('If-Match and the revision in the body are not the same.');
  return { ...body, revision };
}
