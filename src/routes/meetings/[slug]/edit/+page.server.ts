import { error } from '@sveltejs/kit';
import * as m from '#messages';
import { localOf } from '../../../../kernel/wall-clock.ts';
import { linksOf, meetingFacts, partyChoices } from '../../../../modules/meetings/server/index.ts';
import { formPost } from '../../../../ui/server/form-answer.ts';
import { nestedFields } from '../../../../ui/server/nested-fields.ts';
import { signedIn } from '../../../../ui/server/signed-in.ts';
import { languageFields } from '../../../../ui/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  signedIn({ locals, url }, 'secretariat', 'chair');
  const found = await locals.read(async (tx) => {
    const page = await meetingFacts(tx, params.slug, locals.locale);
    return page && { page, parties: await partyChoices(tx, locals.locale), links: await linksOf(tx, page.head.id) };
  });
  if (!found?.page.head.rights.lead) error(404, m.error_not_found_title());
  const { head, facts } = found.page;
  const local = (due: Date | null): string => (due === null ? '' : localOf(due, head.zone));
  return {
    parties: found.parties,
    links: found.links,
    standing: {
      meeting: head.id,
      revision: String(head.revision),
      title: head.title,
      first_day: head.startDay ?? '',
      last_day: head.endDay ?? '',
      place: head.place ?? '',
      mode: head.mode ?? 'in-person',
      rule: head.rule ?? '',
      zone: head.zone,
      host: facts.host?.key ?? '',
      languages: facts.languages,
      ordering: facts.ordering,
      announced: facts.announced ? 'on' : '',
      list_published: facts.listPublished ? 'on' : '',
      answers_due: local(facts.answersDue),
      delegations_due: local(facts.delegationsDue),
      needs_kept_days: String(facts.needsKeptDays),
      ...languageFields('theme', facts.form.theme),
      ...languageFields('concept', facts.form.concept),
    },
  };
};

/** A link to join is added or removed, and the page stays. */
const linking = (form: string, action: string) =>
  formPost(form, action, nestedFields, ({ slug }: { slug: string }) => ({
    to: `/meetings/${slug}/edit`,
    say: m.meetings_said_saved(),
  }));

export const actions: Actions = {
  link: linking('link', 'meetings.link.add'),
  unlink: linking('unlink', 'meetings.link.remove'),
  edit: formPost('edit', 'meetings.call.edit', nestedFields, ({ slug, told }: { slug: string; told: boolean }) => ({
    to: `/meetings/${slug}`,
    say: told ? m.meetings_said_told() : m.meetings_said_saved(),
  })),
};
