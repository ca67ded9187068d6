import { holds, type Actor } from '../../kernel/actor.ts';

/** Today, as a day of universal time. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** The day an address asks for (`?on=2019-10-09`), today when it asks for none or for no day. */
export function dayAsked(url: URL): string {
  const asked = url.searchParams.get('on') ?? '';
  const real = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked));
  return real && new Date(asked).toISOString().startsWith(asked) ? asked : today();
}

/** Whether the pages offer to keep the register; the actions and the database decide. */
export const mayKeepRegister = (actor: Actor): boolean => holds(actor, 'secretariat');

/** The fields of a form as plain text, for an action to read. */
export function formFields(data: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of data.entries()) if (typeof value === 'string') fields[name] = value;
  return fields;
}
