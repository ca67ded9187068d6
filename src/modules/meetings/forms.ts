import { z } from 'zod';
import { languages, type LanguageMap } from '../../kernel/language-map.ts';
import { instantOf, isZone } from '../../kernel/wall-clock.ts';
import { answers, duties, meetingModes, orderings, paperAccesses, standings } from './stage.ts';
import { sessionKinds, templates } from './template.ts';

// What pages, API and command line send in. An empty field of a form is a missing one.

const blank = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null));
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.nullable());
const id = z.uuid('This is not on offer.');
const key = z.string().max(80);
const day = z.iso.date('Give a day as year-month-day, for instance 2027-03-31.');
const revision = z.coerce.number().int().min(1);
const list = <T extends z.ZodType>(schema: T, most = 200) =>
  z.preprocess(
    (value) =>
      Array.isArray(value)
        ? value.filter((one) => one !== '')
        : value === undefined || value === '' || value === null
          ? []
          : [value],
    z.array(schema).max(most, `At most ${most}, please.`),
  );
const ticked = z.preprocess(
  (value) => value === true || value === 'true' || value === 'on' || value === '1',
  z.boolean(),
);
const words = (least: number, most: number, missing: string) =>
  z.string({ error: missing }).trim().min(least, missing).max(most, `At most ${most} characters, please.`);
/** One line: what goes into titles, rooms and names can bring no line of its own into a mail, a calendar or a file. */
const line = (least: number, most: number, missing: string) =>
  words(least, most, missing).transform((text) => text.replaceAll(/\s+/g, ' '));

/** A text in several languages, each given or left empty; empty ones are dropped. */
const texts = (most: number) =>
  z
    .partialRecord(z.enum(languages), z.string().trim().max(most, `At most ${most} characters, please.`))
    .transform((map) => Object.fromEntries(Object.entries(map).filter(([, text]) => text !== '')) as LanguageMap);
const textsWithEnglish = (most: number, missing: string) =>
  texts(most).refine((map) => (map.en ?? '') !== '', { path: ['en'], error: missing });

const localTime = z
  .string({ error: 'Give day and time.' })
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/, 'Give day and time, for instance 2027-03-31 18:00.')
  .transform((text) => text.replace(' ', 'T'));
const zone = z
  .string({ error: 'Name the time zone.' })
  .trim()
  .max(60)
  .refine(isZone, 'This is no time zone; write one as Europe/Vienna.');

/** The instant of a local time that a form gave, or its fault as an issue of `path`. */
export function instantIn(
  local: string | null,
  timeZone: string,
  path: string,
  context: { addIssue(issue: { code: 'custom'; path: string[]; message: string }): void },
): Date | null {
  if (local === null) return null;
  const found = instantOf(local, timeZone);
  if ('instant' in found) return found.instant;
  context.addIssue({ code: 'custom', path: [path], message: found.fault });
  return null;
}

export const callPrepare = z.object({
  template: z.enum(templates, 'Choose what sort of meeting it is.'),
  title: line(3, 500, 'The meeting needs a title.'),
  bodies: list(key).refine((keys) => keys.length > 0, 'Say which body meets.'),
  first_day: day,
  place: optional(line(1, 200, 'Where is it?')),
  zone,
});

const callShape = {
  title: line(3, 500, 'The meeting needs a title.'),
  first_day: day,
  last_day: optional(day),
  place: optional(line(1, 200, 'Where is it?')),
  mode: z.enum(meetingModes, 'Choose in person, online or both.'),
  rule: optional(z.enum(['chatham-house'])),
  zone,
  host: optional(key),
  theme: texts(300).default({}),
  concept: texts(20_000).default({}),
  languages: list(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Write a language as its code, for instance en.'),
    20,
  )
    .refine((codes) => codes.length > 0, 'Name at least one language.')
    .transform((codes) => [...new Set(codes)]),
  ordering: z.enum(orderings, 'Choose an ordering.'),
  announced: ticked,
  list_published: ticked,
  answers_due: optional(localTime),
  delegations_due: optional(localTime),
  needs_kept_days: z.coerce.number().int().min(0).max(365, 'At most a year.').default(30),
};
export const callEdit = z
  .object({ meeting: id, revision, ...callShape })
  .refine((value) => value.last_day === null || value.first_day <= value.last_day, {
    path: ['last_day'],
    error: 'The last day is before the first.',
  })
  .refine((value) => !(value.rule === 'chatham-house' && value.list_published), {
    path: ['list_published'],
    error: 'Under the Chatham House Rule for the whole meeting no list of participants is published.',
  })
  .transform((value, context) => ({
    ...value,
    last_day: value.last_day ?? value.first_day,
    answers_due: instantIn(value.answers_due, value.zone, 'answers_due', context),
    delegations_due: instantIn(value.delegations_due, value.zone, 'delegations_due', context),
  }));
export const callStep = z.object({ meeting: id, revision });
export const callCancel = callStep.extend({
  reason: words(3, 1000, 'Say why it is cancelled: those invited will read it.'),
});

const time = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time as hours and minutes, for instance 09:30.');
const seconds = (most: number) => optional(z.coerce.number().int().min(10).max(most));
const sessionShape = {
  kind: z.enum(sessionKinds, 'Choose what sort of session it is.'),
  title: textsWithEnglish(300, 'The session needs an English title.'),
  questions: texts(5000).default({}),
  day: optional(day),
  from: optional(time),
  until: optional(time),
  room: optional(line(1, 200, 'Which room?')),
  goal: optional(id),
  rule: optional(z.enum(['chatham-house'])),
  seconds_each: seconds(7200),
  seconds_party: seconds(36_000),
};
type Hours = { day: string | null; from: string | null; until: string | null };
const complete = (value: Hours) => [value.day, value.from, value.until].filter((one) => one !== null).length % 3 === 0;
const completeFault = { path: ['from'], error: 'Give the day, the beginning and the end, or none of them.' };
const inOrder = (value: Hours) => value.from === null || value.until === null || value.from < value.until;
const orderFault = { path: ['until'], error: 'The end is before the beginning.' };
export const sessionAdd = z
  .object({ meeting: id, parent: optional(id), ...sessionShape })
  .refine(complete, completeFault)
  .refine(inOrder, orderFault);
export const sessionEdit = z
  .object({ session: id, revision, parent: optional(id), ...sessionShape })
  .refine(complete, completeFault)
  .refine(inOrder, orderFault);
export const sessionMove = z.object({ session: id, direction: z.enum(['up', 'down']) });
export const sessionRemove = z.object({ session: id, revision });
export const sessionBreakUp = z
  .object({
    session: id,
    goals: list(id, 20),
    names: z.preprocess(
      (value) => (typeof value === 'string' ? value.split(/\r?\n/).filter((name) => name.trim() !== '') : value),
      list(line(2, 200, 'A break-out needs a name.'), 20),
    ),
    rule: optional(z.enum(['chatham-house'])),
  })
  .refine((value) => value.goals.length + value.names.length > 0, {
    path: ['names'],
    error: 'Choose goals, or write the name of a break-out on each line.',
  });
export const dutyGive = z
  .object({
    session: id,
    duty: z.enum(duties, 'Choose what they do.'),
    person: optional(id),
    party: optional(key),
    name: optional(line(1, 200, 'Who is it?')),
  })
  .refine((value) => value.person !== null || value.name !== null, {
    path: ['name'],
    error: 'Choose an account or write a name.',
  });
export const dutyEnd = z.object({ session: id, duty: z.enum(duties), ordinal: z.coerce.number().int().min(1) });

export const linkAdd = z.object({
  meeting: id,
  session: optional(id),
  label: line(1, 200, 'What is it called?'),
  url: z
    .string({ error: 'Give an address that begins with https://.' })
    .trim()
    .max(2000)
    .regex(/^https:\/\/\S+$/, 'Give an address that begins with https://.')
    .pipe(z.url({ protocol: /^https$/, error: 'This is no address.' }))
    .transform((text) => new URL(text).href),
});
export const linkRemove = z.object({ link: id });

export const invitationAdd = z.object({
  meeting: id,
  parties: list(key).refine((keys) => keys.length > 0, 'Choose at least one party.'),
  standing: z.enum(standings, 'Choose as what they are invited.'),
  seats: optional(z.coerce.number().int().min(1).max(100)),
});
export const invitationRoster = z.object({ meeting: id });
export const invitationChange = z.object({
  invitation: id,
  revision,
  standing: z.enum(standings, 'Choose as what they are invited.'),
  seats: optional(z.coerce.number().int().min(1).max(100)),
});
export const invitationWithdraw = z.object({ invitation: id, revision });
export const invitationAnswer = z.object({
  invitation: id,
  revision,
  answer: z.enum(answers, 'Choose an answer.'),
  note: optional(words(1, 1000, 'At most 1000 characters, please.')),
});

/** Bytes of one version of a paper; the installation may set less (IMPORT_LIMIT_MB). */
export const mostPaperBytes = 20 * 1024 * 1024;
/** Files that a paper may be, by their endings. */
export const paperEndings = [
  'pdf',
  'docx',
  'pptx',
  'xlsx',
  'odt',
  'odp',
  'ods',
  'md',
  'txt',
  'png',
  'jpg',
  'jpeg',
] as const;

export const paperAdd = z.object({
  meeting: id,
  session: optional(id),
  title: textsWithEnglish(300, 'The paper needs an English title.'),
  access: z.enum(paperAccesses, 'Choose who sees it.'),
});
export const paperEdit = z.object({
  paper: id,
  revision,
  session: optional(id),
  title: textsWithEnglish(300, 'The paper needs an English title.'),
  access: z.enum(paperAccesses, 'Choose who sees it.'),
});
export const paperRemove = z.object({ paper: id, revision });
const file = z.object(
  {
    name: z.string().trim().min(1, 'The file has no name.').max(1000),
    bytes: z.union(
      [
        z.instanceof(Uint8Array),
        z
          .base64()
          .max(mostPaperBytes * 2)
          .transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
      ],
      { error: 'A file is sent as bytes, or as base64 text.' },
    ),
  },
  'Choose a file.',
);
export const paperUpload = z.object({
  paper: id,
  language: z.enum(languages, 'Choose the language of the file.'),
  file,
  note: optional(words(1, 500, 'At most 500 characters, please.')),
});
