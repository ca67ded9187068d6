/**
 * The fields of a form as an action reads them: the names in `lists` always as lists, files as `{ name, bytes }`, everything else
 * as its last text. A file field nobody filled in is left out.
 */
export async function formInput(form: FormData, lists: readonly string[] = []): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values: unknown[] = [];
    for (const value of form.getAll(name)) {
      if (typeof value === 'string') values.push(value);
      else if (value.size > 0 || value.name !== '')
        values.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
    if (lists.includes(name)) input[name] = values;
    else if (values.length > 0) input[name] = values.at(-1);
  }
  return input;
}
