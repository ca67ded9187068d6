import { error, fail } from '@sveltejs/kit';
import * as m from '#messages';
import { numberOfCode } from '../../../modules/followup/index.ts';
import { commitmentPage, formChoices } from '../../../modules/followup/server/index.ts';
import { offerEvidence } from '../../../thread/find-evidence.ts';
import { trace } from '../../../thread/trace.ts';
import { act, answerForm, field, typedIn } from '../../../ui/server/form-answer.ts';
import { formInput } from '../../../ui/server/form-input.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const number = numberOfCode(params.number);
  const today = new Date().toISOString().slice(0, 10);
  const found =
    number === null
      ? null
      : await locals.read(async (tx) => {
          const page = await commitmentPage(tx, number, locals.locale);
          return (
            page && {
              page,
              choices: page.may.change || page.may.follow ? await formChoices(tx, locals.locale) : null,
              thread: (await trace(tx, page.commitment.id, today, locals.locale))?.branches[0] ?? null,
            }
          );
        });
  if (!found) error(404, m.error_not_found_title());
  return { ...found, today };
};

interface Said {
  state?: string;
  renewed?: boolean;
}
const lists = ['goals', 'owners', 'addressees', 'paragraphs', 'links', 'files'];

/** A form of the page: the action it calls, and what is said when it was done. */
const post =
  (
    form: string,
    action: string,
    say: (done: Said, input: Record<string, unknown>) => string = () => m.fu_said_saved(),
  ) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    const input = await formInput(data, lists);
    return answerForm(
      event,
      form,
      data,
      () => act<Said>(event, action, input),
      (done) => ({ to: `/commitments/${event.params.number}`, say: say(done, input) }),
    );
  };

/** Evidence that a form has chosen is shown by its sentences, not by addresses; `q` null: nothing was looked for. */
const offered = (event: RequestEvent, data: FormData, q: string | null) =>
  event.locals.read((tx) => offerEvidence(tx, typedIn(data)['paragraphs'] ?? [], q));

/** The same as `post`, for a form with evidence. */
const postWithEvidence = (form: string, action: string) => async (event: RequestEvent) => {
  const data = await event.request.formData();
  const input = await formInput(data, lists);
  const refused = await answerForm(
    event,
    form,
    data,
    () => act<Said>(event, action, input),
    (done) => ({ to: `/commitments/${event.params.number}`, say: reported(done, input) }),
  );
  return fail(refused.status, { answer: { ...refused.data.answer, evidence: await offered(event, data, null) } });
};

/** Looks for evidence and gives the form back as it was, with what was found: nothing is written. */
async function findEvidence(event: RequestEvent) {
  const data = await event.request.formData();
  const form = data.has('progress') ? 'correct' : 'report';
  const evidence = await offered(event, data, field(data, 'evidence_q'));
  return { answer: { form, refusal: null, typed: typedIn(data), evidence } };
}

const confirmed = ({ state, renewed }: Said) =>
  state === 'completed' ? m.fu_said_completed() : renewed ? m.fu_said_renewed() : m.fu_said_saved();
const reported = (_: Said, input: Record<string, unknown>) =>
  input['audience'] === 'party' ? m.fu_said_note() : m.fu_said_saved();

export const actions: Actions = {
  'take-on': post('take-on', 'followup.commitment.take-on'),
  decline: post('decline', 'followup.commitment.decline'),
  report: postWithEvidence('report', 'followup.commitment.report'),
  correct: postWithEvidence('correct', 'followup.progress.correct'),
  'find-evidence': findEvidence,
  'withdraw-progress': post('withdraw-progress', 'followup.progress.withdraw'),
  complete: post('complete', 'followup.commitment.complete'),
  'confirm-completion': post('confirm-completion', 'followup.commitment.confirm-completion', confirmed),
  'return-claim': post('return-claim', 'followup.commitment.return-claim'),
  'ask-update': post('ask-update', 'followup.commitment.ask-update'),
  'ask-owner-again': post('ask-owner-again', 'followup.commitment.ask-owner-again'),
  'release-owner': post('release-owner', 'followup.commitment.release-owner'),
  respond: post('respond', 'followup.commitment.respond'),
  edit: post('edit', 'followup.commitment.edit'),
  'add-owner': post('add-owner', 'followup.commitment.add-owner'),
  'add-outcome': post('add-outcome', 'followup.commitment.add-outcome'),
  'remove-outcome': post('remove-outcome', 'followup.commitment.remove-outcome'),
  withdraw: post('withdraw', 'followup.commitment.withdraw'),
  supersede: post('supersede', 'followup.commitment.supersede'),
  reopen: post('reopen', 'followup.commitment.reopen'),
};
