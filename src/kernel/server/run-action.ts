import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Action, Tx } from '../action.ts';
import { holds, type Actor } from '../actor.ts';
import { newId } from '../ids.ts';
import { Refusal, type Answer } from '../refusal.ts';
import { introduce, type Database } from './db/database.ts';

export type Door = 'page' | 'api' | 'cli' | 'job' | 'seed';

/** An unexpected error: the person gets the reference number, the log gets everything (never the `detail` of a database error, which can hold row values). */
export class Bug extends Error {
  readonly reference: string;
  constructor(reference: string, cause: unknown) {
    super(`Something went wrong on our side. Nothing was changed. Reference ${reference}.`, { cause });
    this.name = 'Bug';
    this.reference = reference;
  }
}

/**
 * Calls an action: reads its input, checks the role, runs it in one transaction with its history lines and its audit
 * entry. A refusal is rolled back and audited in a transaction of its own.
 * @param input untrusted, as it came through the door.
 * @returns the value, or the refusal to show.
 * @throws Bug for everything unexpected; audited as `failed`.
 */
export async function runAction<Input, Value>(
  database: Database,
  action: Action<Input, Value>,
  actor: Actor,
  input: unknown,
  { door, at = new Date() }: { door: Door; at?: Date },
): Promise<Answer<Value>> {
  const digest = createHash('sha256')
    .update(JSON.stringify(input, omitBytes) ?? '')
    .digest();
  const audit = (tx: Tx, result: string, code: string | null, subject: string | null) =>
    sql`select audit_append(${door}, ${action.name}, ${result}, ${code}, ${subject}, ${digest})`.execute(tx);
  try {
    if (!holds(actor, ...action.permission)) throw notAllowed(actor, action.name);
    const parsed = action.input.safeParse(input);
    if (!parsed.success) throw wrongInput(parsed.error);
    const value = await withRetry(() =>
      database.app.transaction().execute(async (tx) => {
        await introduce(tx, actor);
        const lines: { sentence: string; subject: string }[] = [];
        const result = await action.run({
          tx,
          actor,
          input: parsed.data,
          at,
          log: (sentence, subject) => void lines.push({ sentence, subject }),
        });
        if (lines.length === 0 && action.logs !== false)
          throw new Error(`action ${action.name} changed something and logged nothing`);
        if (lines.length > 0 && actor.personId)
          await tx
            .insertInto('log_entry')
            .values(
              lines.map((line) => ({ id: newId(), at, person_id: actor.personId!, action: action.name, ...line })),
            )
            .execute();
        await audit(tx, 'done', null, lines[0]?.subject ?? null);
        return result;
      }),
    );
    return { ok: true, value };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalFromDatabase(error);
    const reference = refusal ? refusal.code : randomBytes(5).toString('hex');
    await database.app.transaction().execute(async (tx) => {
      await introduce(tx, actor);
      await audit(tx, refusal ? 'refused' : 'failed', reference, null);
    });
    if (refusal) return { ok: false, refusal };
    throw new Bug(reference, error);
  }
}

function notAllowed(actor: Actor, name: string): Refusal {
  return actor.personId === null
    ? new Refusal('access.sign-in', 'Please sign in first; what you entered is still here.')
    : new Refusal('access.denied', `Your role does not allow this (${name}). Ask the Secretariat if it should.`);
}

function wrongInput(error: z.ZodError): Refusal {
  const faults = error.issues.map((issue) => ({ field: issue.path.join('.'), sentence: issue.message }));
  const first = faults[0];
  return new Refusal(
    'input.invalid',
    first ? (first.field ? `${first.field}: ${first.sentence}` : first.sentence) : 'The input is not valid.',
    { faults },
  );
}

/** Database errors that are answers to the person, not bugs. Triggers raise `RT…` codes with a sentence of their own. */
function refusalFromDatabase(error: unknown): Refusal | null {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code === '42501') return new Refusal('access.denied', 'Your role does not allow this for this item.');
  if (code === 'RT409')
    return new Refusal('transition.state', message ?? 'This step is not possible in the present state.');
  if (code === '23505')
    return new Refusal(
      'input.exists',
      'The same has been recorded already, perhaps a moment ago. Look again before you repeat it.',
    );
  if (code === '22021' || code === '22P05')
    return new Refusal('input.malformed', 'A text holds a character that cannot be kept (NUL).');
  if (code === '57014')
    return new Refusal('limit.time', 'This took too long and was stopped. Narrow it down and try again.');
  return null;
}

/** A transaction that lost a race (serialisation failure, deadlock) is run again, at most three times. */
async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (attempt === 3 || (code !== '40001' && code !== '40P01')) throw error;
    }
  }
}

/** Bytes in an input are digested by length only; the file itself is kept with its own SHA-256. */
function omitBytes(_key: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { bytes: value.byteLength } : value;
}
