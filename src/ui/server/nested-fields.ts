/**
 * The fields of a form as the input of an action: `title.en` goes into an object `title`, a name that comes several times becomes a list. Files are left out.
 */
export function nestedFields(data: FormData): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string');
    if (values.length === 0) continue;
    const value = values.length === 1 ? values[0] : values;
    const [head = '', tail] = name.split('.', 2);
    if (tail === undefined) define(fields, head, value);
    else define(inner(fields, head), tail, value);
  }
  return fields;
}

function inner(fields: Record<string, unknown>, name: string): Record<string, unknown> {
  const standing = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (standing !== null && typeof standing === 'object' && !Array.isArray(standing))
    return standing as Record<string, unknown>;
  const made: Record<string, unknown> = {};
  define(fields, name, made);
  return made;
}

/** Sets an own entry, whatever it is called: a field named `__proto__` is a field. */
const define = (fields: Record<string, unknown>, name: string, value: unknown): void =>
  void Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
