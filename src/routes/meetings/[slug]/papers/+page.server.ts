import * as m from '#messages';
import { flat } from '../../../../modules/meetings/index.ts';
import { mostPaperBytes, paperEndings } from '../../../../modules/meetings/forms.ts';
import { agendaOf, papersOf } from '../../../../modules/meetings/server/index.ts';
import { act, answerForm } from '../../../../ui/server/form-answer.ts';
import { formInput } from '../../../../ui/server/form-input.ts';
import { nestedFields } from '../../../../ui/server/nested-fields.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { meeting } = await parent();
  return locals.read(async (tx) => ({
    papers: await papersOf(tx, meeting.id, locals.locale),
    sessions: meeting.rights.lead
      ? flat(await agendaOf(tx, meeting.id, locals.locale)).map(({ id, title }) => ({ id, title: title.text }))
      : [],
    limits: { megabytes: mostPaperBytes / 1024 / 1024, endings: [...paperEndings] },
  }));
};

const post =
  (form: string, action: string, read: (data: FormData) => unknown = nestedFields) =>
  async (event: RequestEvent) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      form,
      data,
      async () => act<{ slug: string; paper?: string }>(event, action, await read(data)),
      ({ slug, paper }) => ({
        to: `/meetings/${slug}/papers${paper ? `#paper-${paper}` : ''}`,
        say: m.meetings_said_saved(),
      }),
    );
  };

export const actions: Actions = {
  add: post('add', 'meetings.paper.add'),
  edit: post('edit', 'meetings.paper.edit'),
  remove: post('remove', 'meetings.paper.remove'),
  upload: post('upload', 'meetings.paper.upload', formInput),
};
