import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { actions } from '../../actions.generated.ts';
import { Refusal, statusOf, type Answer } from '../../kernel/refusal.ts';
import { localised } from '../locales.ts';
import { shown, type ShownRefusal } from '../refusals.ts';
import { leaveFlash } from './flash.ts';

/** What a form page is told when its post was refused: which form, why, and what was typed. */
export interface FormAnswer {
  form: string;
  refusal: ShownRefusal;
  typed: Record<string, string[]>;
}

/** The text fields of a form, all values of each; files are left out. */
export function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form.entries()) if (typeof value === 'string') (typed[name] ??= []).push(value);
  return typed;
}

/** The first value of a field, `''` when it is missing. */
export const field = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

/** Calls the action with that dotted name; `Value` is what it answers. */
export async function act<Value>(event: RequestEvent, name: string, input: unknown): Promise<Answer<Value>> {
  const action = actions.get(name);
  if (!action) throw new Error(`there is no action ${name}`);
  return (await event.locals.act(action, input)) as Answer<Value>;
}

/**
 * Answers a form post. Done: says so on the page it leads to (redirect, so that reloading repeats nothing). Refused:
 * the same page again, with the reason and everything that was typed.
 * @param run what the form asks for; a refusal may come back or be thrown.
 * @param next where to go (a path without language) and what to say there.
 */
export async function answerForm<Value>(
  event: RequestEvent,
  form: string,
  data: FormData,
  run: () => Promise<Answer<Value>>,
  next: (value: Value) => { to: string; say: string },
) {
  const answer = await refusalCaught(run);
  if (!answer.ok) {
    return fail(statusOf(answer.refusal), {
      answer: { form, refusal: shown(answer.refusal), typed: typedIn(data) } satisfies FormAnswer,
    });
  }
  const { to, say } = next(answer.value);
  leaveFlash(event.cookies, say, event.url.protocol === 'https:');
  redirect(303, localised(to, event.locals.locale));
}

/**
 * A form of a page whose post is one action.
 * @param read the input of the action from what was posted.
 * @param next where to go from what the action answered, and what to say there.
 */
export const formPost =
  <Value, Event extends RequestEvent = RequestEvent>(
    form: string,
    action: string,
    read: (data: FormData, event: Event) => unknown,
    next: (value: Value, event: Event) => { to: string; say: string },
  ) =>
  async (event: Event) => {
    const data = await event.request.formData();
    return answerForm<Value>(
      event,
      form,
      data,
      async () => act<Value>(event, action, await read(data, event)),
      (value) => next(value, event),
    );
  };

async function refusalCaught<Value>(run: () => Promise<Answer<Value>>): Promise<Answer<Value>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: error };
    throw error;
  }
}
