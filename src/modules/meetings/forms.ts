import { z } from 'zod';
import {
  day,
  id,
  instantIn,
  key,
  line,
  list,
  localTime,
  optional,
  revision,
  sentFile,
  texts,
  textsWithEnglish,
  ticked,
  words,
  zone,
} from '../../kernel/form-fields.ts';
import { languages } from '../../kernel/language-map.ts';
import { answers, duties, meetingModes, orderings, paperAccesses, standings } from './stage.ts';
import { sessionKinds, templates } from './template.ts';

// What pages, API and command line send in.

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
const file = sentFile(mostPaperBytes, 'Choose a file.');
export const paperUpload = z.object({
  paper: id,
  language: z.enum(languages, 'Choose the language of the file.'),
  file,
  note: optional(words(1, 500, 'At most 500 characters, please.')),
});
