/** An unexpected error as the log may hold it. */
export interface ErrorDescription {
  message: string;
  stack: string[];
}

/**
 * What the log says of an error. Of a database error the code and the names of table and constraint: its message, detail
 * and hint can quote the values of a row. Of others the message and where it happened, through all causes.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { message: `not an Error: ${typeof error}`, stack: [] };
  const own = fromDatabase(error) ?? `${error.name}: ${error.message}`;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim());
  if (error.cause === undefined) return { message: own, stack };
  const cause = describeError(error.cause);
  return { message: `${own} ← ${cause.message}`, stack: cause.stack.length > 0 ? cause.stack : stack };
}

interface PostgresError {
  code: string;
  severity: string;
  table?: string;
  column?: string;
  constraint?: string;
  routine?: string;
}

function fromDatabase(error: Error): string | null {
  const { code, severity, table, column, constraint, routine } = error as Error & Partial<PostgresError>;
  if (typeof code !== 'string' || typeof severity !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return null;
  const names = { table, column, constraint, routine };
  const known = Object.entries(names).flatMap(([key, value]) => (value ? [`${key} ${value}`] : []));
  return [`database error ${code}`, ...known].join(', ');
}
