/**
 * The expected error: what was asked cannot be done, and here is why, in a sentence for the person who asked.
 * Everything that is not a `Refusal` is a bug and is shown as a reference number.
 */
export class Refusal extends Error {
  /** Stable, dotted: `input.invalid`, `access.denied`, `records.outcome.changed`. Translated by the interface where it has a text for it. */
  readonly code: string;
  /** The form field it is about, or `null`. */
  readonly field: string | null;
  /** All faults of a form at once, by field. */
  readonly faults: readonly FieldFault[];
  constructor(code: string, sentence: string, more: { field?: string; faults?: readonly FieldFault[] } = {}) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.field = more.field ?? more.faults?.[0]?.field ?? null;
    this.faults = more.faults ?? [];
  }
  get sentence(): string {
    return this.message;
  }
}

export interface FieldFault {
  field: string;
  sentence: string;
}

/** HTTP status of a refusal, from the first part of its code (RFC 9110). */
export function statusOf(refusal: Refusal): 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 {
  const code = refusal.code;
  if (code === 'access.sign-in') return 401;
  if (code.startsWith('access.')) return 403;
  if (code.endsWith('.not-found')) return 404;
  if (code.endsWith('.changed') || code.endsWith('.exists') || code.endsWith('.state')) return 409;
  if (code.endsWith('.too-large')) return 413;
  if (code.startsWith('limit.')) return 429;
  if (code === 'input.malformed') return 400;
  return 422;
}

/** The answer of an action: its value, or the refusal. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
