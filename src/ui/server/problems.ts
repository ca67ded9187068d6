import { randomInt } from 'node:crypto';
import type { HandleServerError } from '@sveltejs/kit/hooks';
import { Refusal, statusOf } from '../../kernel/refusal.ts';
import { Bug } from '../../kernel/server/run-action.ts';

/** Letters and digits that cannot be mistaken for one another when read over the telephone. */
const alphabet = '23456789ABCDEFGHJKMNPQRTUVWXY';
const newReference = () => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

/**
 * An error that ends a page. A refusal is an answer: its own status and sentence. Everything else is a bug: the person
 * gets a number to quote, the log gets the rest under it. PostgreSQL's `detail` and `where` can hold row values and
 * stay out of the log.
 */
export const reportProblem: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return undefined;
  if (error instanceof Refusal) return { status: statusOf(error), message: error.sentence };
  const reference = error instanceof Bug ? error.reference : newReference();
  const cause = error instanceof Bug ? error.cause : error;
  const { message, stack, code } =
    cause instanceof Error
      ? (cause as Error & { code?: string })
      : (new Error(String(cause)) as Error & { code?: string });
  console.error(
    JSON.stringify({
      level: 'error',
      reference,
      route: event.route.id,
      method: event.request.method,
      code,
      message,
      stack,
    }),
  );
  return { reference };
};
