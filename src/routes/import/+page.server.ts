import { error, redirect } from '@sveltejs/kit';
import * as m from '#messages';
import { Refusal } from '../../kernel/refusal.ts';
import { runtime } from '../../kernel/server/runtime.ts';
import { listImports, reportPage } from '../../modules/records/server/index.ts';
import { receiveReports } from '../../thread/1-receive-report.ts';
import { localised } from '../../ui/locales.ts';
import { answerForm, field } from '../../ui/server/form-answer.ts';
import { viewerOf } from '../../ui/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!viewerOf(locals.actor).may.importReports) {
    if (locals.actor.personId !== null) error(403, m.error_forbidden_title());
    const here = localised(`/import${url.search}`, locals.locale);
    redirect(303, `${localised('/sign-in', locals.locale)}?next=${encodeURIComponent(here)}`);
  }
  const corrects = url.searchParams.get('corrects');
  return locals.read(async (tx) => {
    const report = corrects ? await reportPage(tx, corrects, locals.locale) : null;
    return {
      imports: await listImports(tx),
      limitMb: runtime().settings.IMPORT_LIMIT_MB,
      corrects: report && { id: report.report.id, title: report.meeting.title },
    };
  });
};

/** The files of the form as bytes; an empty file field sends one nameless file of no bytes. */
async function filesIn(data: FormData): Promise<{ name: string; bytes: Uint8Array }[]> {
  const files = data.getAll('files').filter((value): value is File => value instanceof File && value.name !== '');
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}

export const actions: Actions = {
  receive: async (event) => {
    const data = await event.request.formData();
    const { database, settings } = runtime();
    return answerForm(
      event,
      'receive',
      data,
      async () => {
        const files = await filesIn(data);
        if (files.length === 0) throw new Refusal('records.file.none', m.import_none_chosen(), { field: 'files' });
        return receiveReports(database, event.locals.actor, files, {
          door: 'page',
          corrects: field(data, 'corrects') || null,
          limit: settings.IMPORT_LIMIT_MB * 1024 * 1024,
        });
      },
      (received) => {
        const [first] = received;
        const alone = received.length === 1 && first?.ok;
        const refused = received.flatMap((file) => (file.ok ? [] : [file.sentence]));
        return {
          to: alone ? `/import/${first.import}` : '/import',
          say: [m.import_received({ count: received.length - refused.length }), ...refused].join(' '),
        };
      },
    );
  },
};
