import { z } from 'zod';
import { revision, sentFile, ticked, words } from '../../kernel/form-fields.ts';
import { languages } from '../../kernel/language-map.ts';
import { activityKinds, activityStates } from './activity.ts';
import { audiences, commitmentStates, ownerStates, responses } from './commitment.ts';
import { dueStates, recurrences } from './due.ts';

// What pages, API and command line send in. Form fields arrive as text: empty means not given.

const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.nullable());
const day = z.iso.date('A day is written 2019-10-09.');
/** One value, several, or none; empty ones are left out, each kept once. */
const list = <T extends z.ZodType>(schema: T, most: number) =>
  z.preprocess(
    (value) => [
      ...new Set(
        (Array.isArray(value) ? value : [value]).filter((one) => one !== '' && one !== undefined && one !== null),
      ),
    ],
    z.array(schema).max(most, `At most ${most}, please.`),
  );
const free = (most: number) =>
  z.preprocess((value) => value ?? '', z.string().trim().max(most, `At most ${most} characters, please.`));
const language = z.preprocess((value) => empty(value) ?? 'en', z.enum(languages));
const reason = (what: string) => words(3, 2000, what);

/** Key of a party or body: `AFG`, `org:iom`, `body:reference-group`. */
export const holderKey = z
  .string()
  .regex(/^([A-Z]{3}|(org|body):[a-z0-9-]+)$/, 'This is not the key of a party or body.');
const bodyKey = z.string().regex(/^body:[a-z0-9-]+$/, 'This is not the key of a body.');

const ordered = (value: { due_from: string | null; due_until: string | null }) =>
  value.due_from === null || value.due_until === null || value.due_from <= value.due_until;
/** One day given stands for both. */
const bothDays = <T extends { due_from: string | null; due_until: string | null }>(value: T): T => ({
  ...value,
  due_from: value.due_from ?? value.due_until,
  due_until: value.due_until ?? value.due_from,
});

const content = {
  title: words(3, 300, 'Say in a few words what is to be done.'),
  wording: free(5000),
  language,
  body: optional(bodyKey),
  audience: z.preprocess((value) => empty(value) ?? 'participants', z.enum(['participants', 'public'])),
  goals: list(z.uuid(), 30),
  due_from: optional(day),
  due_until: optional(day),
  recurs: optional(z.enum(recurrences)),
  recurs_until: optional(day),
};
type Content = {
  due_from: string | null;
  due_until: string | null;
  recurs: string | null;
  recurs_until: string | null;
};
const sound = (value: Content, context: z.core.$RefinementCtx) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (!ordered(value)) fault('due_until', 'The last day is before the first.');
  if (value.recurs !== null && value.due_until === null)
    fault('due_until', 'What comes again needs the day on which it is due first.');
  if (value.recurs_until !== null && value.recurs === null)
    fault('recurs', 'You named a last time: say how often it comes again.');
  if (value.recurs_until !== null && value.due_until !== null && value.recurs_until < value.due_until)
    fault('recurs_until', 'The last time is before the first.');
};

export const commitmentRaise = z
  .object({
    ...content,
    outcomes: list(z.uuid(), 100),
    owners: list(holderKey, 100).refine((keys) => keys.length > 0, 'Name at least one owner: who is to do it.'),
    addressees: list(holderKey, 100),
  })
  .transform(bothDays)
  .superRefine(sound);
export const commitmentStep = z.object({ commitment: z.uuid(), revision });
export const commitmentEdit = z
  .object({ ...commitmentStep.shape, ...content })
  .transform(bothDays)
  .superRefine(sound);
/** The id of an outcome, or its address, or that of its sentence. */
const outcomeAddress = z.preprocess(
  (value) =>
    typeof value === 'string' ? (/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(value)?.[0] ?? value) : value,
  z.uuid('This is not the address of an outcome. Open the outcome and copy the address of its page.'),
);
export const commitmentOutcome = commitmentStep.extend({ outcome: outcomeAddress });
export const commitmentReason = commitmentStep.extend({ reason: reason('Say in a few words why.') });
export const commitmentSupersede = commitmentReason.extend({
  by: words(1, 12, 'Name the commitment that takes its place, for instance C-12.'),
});
export const commitmentOwner = commitmentStep.extend({ owner: holderKey });

export const ownerStep = z.object({ owner: z.uuid(), revision });
export const ownerTakeOn = ownerStep.extend({ words: free(2000) });
export const ownerReason = ownerStep.extend({ reason: reason('Say in a few words why.') });
export const ownerAsk = z.object({ owner: z.uuid(), note: free(2000), answer_by: optional(day) });

export const addresseeRespond = z
  .object({
    addressee: z.uuid(),
    revision,
    response: z.enum(responses, 'Choose an answer.'),
    reason: optional(words(3, 2000, 'Say why.')),
  })
  .refine((value) => value.reason !== null || value.response === 'supported' || value.response === 'noted', {
    path: ['reason'],
    error: 'Say which part, or why not.',
  });

/** Bytes of all evidence files of one report together; the installation may set less (IMPORT_LIMIT_MB). */
export const mostEvidenceBytes = 20 * 1024 * 1024;
/** Paragraphs one report of progress rests on. */
export const mostParagraphs = 10;
const file = sentFile();
const report = {
  day,
  text: words(3, 5000, 'Say what was done.'),
  language,
  audience: z.enum(audiences, 'Say who may read it.'),
  /** Addresses of paragraphs or outcomes of a report: `/reports/<slug>#p5`, `/outcomes/<id>`. */
  paragraphs: list(z.string().trim().max(500), mostParagraphs),
  links: list(
    z
      .string()
      .trim()
      .max(2000)
      .regex(/^https:\/\/[^\s]+$/, 'A link begins with https://.'),
    10,
  ),
  files: z.preprocess(
    (value) => (value === undefined || value === '' || value === null ? [] : Array.isArray(value) ? value : [value]),
    z.array(file).max(10, 'At most 10 files, please.'),
  ),
  /** Keeps the evidence internal while the report itself is for others. */
  evidence_internal: ticked,
};
export const progressReport = z.object({ owner: z.uuid(), ...report });
export const progressCorrect = z.object({
  progress: z.uuid(),
  reason: reason('Say in a few words what was wrong.'),
  ...report,
});
export const progressWithdraw = z.object({ progress: z.uuid(), reason: reason('Say in a few words why.') });
export type ProgressInput = Omit<z.infer<typeof progressReport>, 'owner'>;

const activityContent = {
  kind: z.enum(activityKinds, 'Choose what sort of activity it is.'),
  title: words(3, 300, 'Say in a few words what it is.'),
  description: free(5000),
  language,
  body: optional(bodyKey),
  audience: z.preprocess((value) => empty(value) ?? 'participants', z.enum(['participants', 'public'])),
  starts_from: optional(day),
  starts_until: optional(day),
  ends_on: optional(day),
  place: free(200),
  funding: free(500),
  strand: optional(z.string().trim().max(80)),
  goals: list(z.uuid(), 30),
  /** Numbers people cite: `C-12`. */
  commitments: list(z.string().trim().max(12), 100),
  lead: list(holderKey, 50),
  partner: list(holderKey, 50),
  host: list(holderKey, 50),
  funder: list(holderKey, 50),
};
type Days = { starts_from: string | null; starts_until: string | null; ends_on: string | null };
const wholeDays = <T extends Days>(value: T): T => ({
  ...value,
  starts_from: value.starts_from ?? value.starts_until,
  starts_until: value.starts_until ?? value.starts_from,
});
const soundDays = (value: Days, context: z.core.$RefinementCtx) => {
  const fault = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (value.starts_from !== null && value.starts_until !== null && value.starts_until < value.starts_from)
    fault('starts_until', 'The latest day is before the earliest.');
  if (value.ends_on !== null && (value.starts_from === null || value.ends_on < value.starts_from))
    fault('ends_on', 'The last day is before the first.');
};
export const activityEnter = z.object(activityContent).transform(wholeDays).superRefine(soundDays);
/** Entries of an endorsed plan; `plan_entry` is the permanent address of each, commitments by id. */
export const activitiesEnterPlanned = z.object({
  plan: z.string().regex(/^\/plan\/[a-z0-9-]+$/, 'This is not the address of a plan.'),
  body: bodyKey,
  entries: z
    .array(
      z
        .object({
          plan_entry: z
            .string()
            .regex(/^\/plan\/[a-z0-9-]+\/versions\/\d+#[a-z0-9-]+$/, 'This is not the address of an entry.'),
          kind: activityContent.kind,
          title: activityContent.title,
          description: activityContent.description,
          starts_from: optional(day),
          starts_until: optional(day),
          place: free(200),
          funding: free(500),
          strand: activityContent.strand,
          goals: activityContent.goals,
          commitments: list(z.uuid(), 100),
          lead: list(holderKey, 50),
          partner: list(holderKey, 100),
        })
        .transform((value) => ({ ...value, language: 'en' as const })),
    )
    .min(1)
    .max(500),
});
export const activityStep = z.object({ activity: z.uuid(), revision });
export const activityEdit = z
  .object({ ...activityStep.shape, ...activityContent })
  .transform(wholeDays)
  .superRefine(soundDays);
export const activityReason = activityStep.extend({ reason: reason('Say in a few words why.') });
/** The days on which it was in fact held; without them those it was planned for. */
export const activityHold = activityStep.extend({ starts_on: optional(day), ends_on: optional(day) });

export const viewSave = z.object({
  name: words(1, 80, 'Give the view a name.'),
  address: z
    .string()
    .regex(/^\/[a-z][a-z/-]*(\?[^#]*)?$/, 'A view is an address of a list.')
    .max(1000, 'These filters are too long to keep.'),
});
export const viewRemove = z.object({ view: z.uuid() });

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const key = z.preprocess(empty, z.string().max(80).nullable()).catch(null);
const id = z.preprocess(empty, z.uuid().nullable()).catch(null);

/** Filters in the address of a list. What is not understood is left out rather than refused: an old link still opens. */
export const commitmentFilter = z.object({
  state: z.preprocess(empty, z.enum([...commitmentStates, 'all']).nullable()).catch(null),
  owner: key,
  owner_state: z.preprocess(empty, z.enum(ownerStates).nullable()).catch(null),
  addressee: key,
  body: key,
  goal: id,
  due: z.preprocess(empty, z.enum(dueStates).nullable()).catch(null),
  silent: z.preprocess(empty, z.coerce.number().int().min(1).max(600).nullable()).catch(null),
  mine: z.preprocess((value) => empty(value) !== null, z.boolean()),
  outcome: id,
  /** Year in which it was raised. */
  raised: z.preprocess(empty, z.coerce.number().int().min(1900).max(2200).nullable()).catch(null),
  sort: z.enum(['newest', 'oldest', 'due', 'silent', 'title']).catch('newest'),
  page,
});
export type CommitmentFilter = z.infer<typeof commitmentFilter>;

export const activityFilter = z.object({
  state: z.preprocess(empty, z.enum(activityStates).nullable()).catch(null),
  kind: z.preprocess(empty, z.enum(activityKinds).nullable()).catch(null),
  party: key,
  body: key,
  goal: id,
  year: z.preprocess(empty, z.coerce.number().int().min(1900).max(2200).nullable()).catch(null),
  sort: z.enum(['newest', 'oldest', 'title']).catch('newest'),
  page,
});
export type ActivityFilter = z.infer<typeof activityFilter>;
