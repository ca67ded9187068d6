import * as m from '#messages';
import type { AppointmentFunction, MandateRole, NameForm, PartyKind } from '../index.ts';

const roles: Record<MandateRole, () => string> = {
  chair: m.reg_role_chair,
  'co-chair': m.reg_role_co_chair,
  secretariat: m.reg_role_secretariat,
  rapporteur: m.reg_role_rapporteur,
  'thematic-chair': m.reg_role_thematic_chair,
  moderator: m.reg_role_moderator,
  member: m.reg_role_member,
  observer: m.reg_role_observer,
  donor: m.reg_role_donor,
};
export const roleName = (role: MandateRole): string => roles[role]();

const functions: Record<AppointmentFunction, () => string> = {
  'national-focal-point': m.reg_function_national_focal_point,
  contributor: m.reg_function_contributor,
  'single-point-of-contact': m.reg_function_single_point_of_contact,
  'liaison-officer': m.reg_function_liaison_officer,
  'thb-coordinator': m.reg_function_thb_coordinator,
};
export const functionName = (wanted: AppointmentFunction): string => functions[wanted]();

const kinds: Record<PartyKind, () => string> = {
  state: m.reg_kind_state,
  territory: m.reg_kind_territory,
  'former-state': m.reg_kind_former_state,
  organisation: m.reg_kind_organisation,
};
export const kindOfParty = (kind: PartyKind): string => kinds[kind]();

const forms: Record<NameForm, () => string> = {
  short: m.reg_form_short,
  official: m.reg_form_official,
  acronym: m.reg_form_acronym,
  'as-listed': m.reg_form_as_listed,
  alias: m.reg_form_alias,
  adjective: m.reg_form_adjective,
};
export const formName = (form: NameForm): string => forms[form]();

const bodyKinds: Readonly<Record<string, () => string>> = {
  dialogue: m.reg_body_dialogue,
  'ministerial-conference': m.reg_body_ministerial_conference,
  'senior-officials-meeting': m.reg_body_senior_officials_meeting,
  'regional-working-group': m.reg_body_regional_working_group,
  'thematic-working-group': m.reg_body_thematic_working_group,
  'reference-group': m.reg_body_reference_group,
  secretariat: m.reg_body_secretariat,
  network: m.reg_body_network,
};
export const kindOfBody = (kind: string): string => (bodyKinds[kind] ?? m.reg_body_other)();

const schemes: Readonly<Record<string, string>> = {
  'iso3166-1-alpha2': 'ISO 3166-1 alpha-2',
  'iso3166-1-alpha3': 'ISO 3166-1 alpha-3',
  m49: 'M49',
};
/** Names of standards are not translated. */
export const schemeName = (scheme: string): string => schemes[scheme] ?? scheme;

/** The name of a language in the language of the page. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
