import { Refusal, statusOf } from '../../refusal.ts';
import { describeError } from '../describe-error.ts';
import { Bug } from '../run-action.ts';

/** What every answer of the API carries: never kept by anything between, never guessed at. */
export const closed = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

const special: Record<string, number> = {
  'api.input.type': 415,
  'api.path.method': 405,
  'api.precondition.failed': 412,
  'api.precondition.malformed': 400,
};

/** Seconds after which a caller who was stopped may go on; the length of the window the API counts in. */
const retryAfter = '60';

/** A refusal as problem details (RFC 9457). Its type is a name, not a page. */
export function problem(refusal: Refusal, more: Record<string, string> = {}): Response {
  const status = special[refusal.code] ?? statusOf(refusal);
  const body = {
    type: `urn:redthread:refusal:${refusal.code}`,
    title: refusal.code,
    status,
    detail: refusal.sentence,
    ...(refusal.field === null ? {} : { field: refusal.field }),
    ...(refusal.faults.length > 0
      ? { errors: refusal.faults.map(({ field, sentence }) => ({ field, detail: sentence })) }
      : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...closed,
      ...(status === 429 ? { 'retry-after': retryAfter } : {}),
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="Redthread"' } : {}),
      ...more,
      'content-type': 'application/problem+json',
    },
  });
}

/** Answers as `work` does; a refusal becomes its problem, anything else 500 with a reference and nothing else. */
export async function answering(name: string, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Refusal ? problem(error) : broken(error, name);
  }
}

function broken(error: unknown, name: string): Response {
  const reference = error instanceof Bug ? error.reference : crypto.randomUUID().slice(0, 10);
  console.error(
    JSON.stringify({ level: 'error', part: 'api', reference, called: name.slice(0, 100), ...describeError(error) }),
  );
  const body = {
    type: 'urn:redthread:bug',
    title: 'bug',
    status: 500,
    detail: 'Something went wrong on our side. Nothing was changed.',
    reference,
  };
  return new Response(JSON.stringify(body), {
    status: 500,
    headers: { ...closed, 'content-type': 'application/problem+json' },
  });
}
