import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { isId } from '../../../kernel/ids.ts';
import { runtime } from '../../../kernel/server/runtime.ts';
import { correctionPreview, importPreview } from '../../../modules/records/server/index.ts';
import { listBodies, listParties } from '../../../modules/register/server/index.ts';
import { recogniseNames } from '../../../thread/3-recognise-names.ts';
import { adoptCorrection, adoptRecord } from '../../../thread/4-adopt-record.ts';
import { act, answerForm, field } from '../../../ui/server/form-answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.read(async (tx) => {
    const preview = isId(params.id) ? await importPreview(tx, params.id) : null;
    if (!preview) error(404, m.error_not_found_title());
    const bodies = await listBodies(tx, { language: locals.locale });
    const parties = preview.reading ? await listParties(tx, { language: locals.locale }) : [];
    const against = preview.similar.find(
      ({ slug }) => slug === (url.searchParams.get('against') ?? preview.import.corrects),
    );
    return {
      ...preview,
      against: against ?? null,
      difference: against ? await correctionPreview(tx, params.id, against.id) : null,
      open: preview.reading ? await recogniseNames(tx, preview.reading) : [],
      bodies: bodies.map(({ id, name }) => ({ id, name })),
      ownBodies: [...locals.actor.bodies],
      choices: [...parties, ...bodies]
        .map(({ key, name }) => ({ key, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name, locals.locale)),
      partyNames: Object.fromEntries([...parties, ...bodies].map(({ key, name }) => [key, name])),
    };
  });

/** Names a person settled: the written name in one field, the key chosen for it in the other. */
function settled(data: FormData): { party: string | null; asWritten: string }[] {
  const written = data.getAll('name_written').map(String);
  const chosen = data.getAll('name_party').map(String);
  return written.flatMap((asWritten, index) => (chosen[index] ? [{ party: chosen[index], asWritten }] : []));
}

export const actions: Actions = {
  adopt: async (event) => {
    const data = await event.request.formData();
    const { database } = runtime();
    const facts = Object.fromEntries(
      ['title', 'start_day', 'end_day', 'place', 'mode', 'rule'].map((name) => [name, field(data, name)]),
    );
    const input = {
      import: event.params.id,
      ...facts,
      bodies: data.getAll('bodies').map(String),
      names: settled(data),
    };
    return answerForm(
      event,
      'adopt',
      data,
      () => adoptRecord(database, event.locals.actor, input as never, 'page'),
      ({ slug }) => ({ to: `/reports/${slug}`, say: m.import_done() }),
    );
  },
  correct: async (event) => {
    const data = await event.request.formData();
    const { database } = runtime();
    const input = {
      import: event.params.id,
      report: field(data, 'report'),
      revision: field(data, 'revision'),
      names: settled(data),
    };
    return answerForm(
      event,
      'correct',
      data,
      () => adoptCorrection(database, event.locals.actor, input, 'page'),
      ({ slug }) => ({ to: `/reports/${slug}/changes`, say: m.import_done() }),
    );
  },
  discard: async (event) => {
    const data = await event.request.formData();
    return answerForm(
      event,
      'discard',
      data,
      () => act(event, 'records.import.discard', { import: event.params.id }),
      () => ({ to: '/import', say: m.import_discarded() }),
    );
  },
};
