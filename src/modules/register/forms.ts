import { z } from 'zod';
import { optional, optionalWords, words } from '../../kernel/form-fields.ts';
import { languages } from '../../kernel/language-map.ts';
import { appointmentFunctions, mandateRoles } from './mandate.ts';
import { nameForms } from './name.ts';
import { partyKinds } from './party.ts';

/** Inputs of the register's actions, shared by pages, API and command line. */
const blank = (value: unknown): unknown => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const day = z.iso.date({ error: 'Give a day as year-month-day, for instance 2019-02-12.' });
const optionalDay = optional(day);
const text = (most: number, what: string) => words(1, most, `Give ${what}.`);
const link = optional(
  z
    .string()
    .trim()
    .regex(/^(https:\/\/|\/)/, 'Give an address that begins with https:// or a path of this application.')
    .max(500),
);
const partyKey = z
  .string()
  .trim()
  .regex(
    /^([A-Z]{3}|org:[a-z0-9]+(-[a-z0-9]+)*)$/,
    'A party key is three capitals (TUR) or org: and a short name (org:iom).',
  );
const optionalPartyKey = optional(partyKey);
const bodyKey = z
  .string()
  .trim()
  .regex(/^body:[a-z0-9]+(-[a-z0-9]+)*$/, 'A body key begins with body:');
const source = text(500, 'the source: which paper or page says so');
const language = z.preprocess(blank, z.enum(languages).default('en'));

const term = {
  beginsFrom: optionalDay,
  beginsUntil: day,
  endsFrom: optionalDay,
  endsUntil: optionalDay,
};

export const partyRecordForm = z.object({
  key: partyKey,
  kind: z.enum(partyKinds),
  name: text(300, 'the name'),
  acronym: optionalWords(40),
  partOf: optionalPartyKey,
  source,
});
export const nameRecordForm = z.object({
  party: partyKey,
  language,
  form: z.enum(nameForms),
  name: text(300, 'the name'),
  sortKey: optionalWords(300),
  decidedOn: optionalDay,
  usedFrom: optionalDay,
  usedUntil: optionalDay,
  source,
  note: optionalWords(500),
});
export const nameCorrectForm = nameRecordForm
  .omit({ party: true })
  .extend({ entry: z.uuid(), reason: text(300, 'the reason of the correction') });
export const withdrawForm = z.object({ entry: z.uuid(), reason: text(300, 'the reason') });
export const mandateRecordForm = z.object({
  body: bodyKey,
  party: partyKey,
  role: z.enum(mandateRoles),
  ...term,
  source,
  sourceLink: link,
  note: optionalWords(500),
});
export const endForm = z.object({ entry: z.uuid(), endsFrom: day, endsUntil: optionalDay, source });
export const mandateCorrectForm = z.object({
  entry: z.uuid(),
  ...term,
  source,
  sourceLink: link,
  note: optionalWords(500),
  reason: text(300, 'the reason of the correction'),
});
export const appointmentRecordForm = z.object({
  function: z.enum(appointmentFunctions),
  party: partyKey,
  name: text(200, 'the name of the person'),
  email: z.preprocess(
    (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
    z.email('Give an e-mail address.'),
  ),
  postedTo: optionalPartyKey,
  post: optionalWords(300),
  ...term,
  evidence: text(500, 'the evidence: the nomination letter, its date and reference'),
  evidenceLink: link,
  telephone: optionalWords(100),
  visibleTo: z.preprocess(blank, z.enum(['secretariat', 'participants']).default('secretariat')),
});
export type NameInput = z.output<typeof nameRecordForm>;
export type MandateInput = z.output<typeof mandateRecordForm>;
