import { z } from 'zod';
import { languages } from '../../kernel/language-map.ts';
import { grantableRoles } from './grant.ts';
import { tokenDays, tokenScopes } from './token.ts';

const id = z.uuid('is not a known choice');
const empty = (value: unknown) => (value === '' || value === undefined ? null : value);
const optionalId = z.preprocess(empty, id.nullable());
const optionalDay = z.preprocess(empty, z.iso.date('must be a day, year-month-day').nullable());

export const name = z.string('is missing').trim().min(1, 'is missing').max(200, 'is longer than 200 characters');
export const email = z
  .string('is missing')
  .trim()
  .toLowerCase()
  .max(254, 'is too long')
  .pipe(z.email('is not an e-mail address'));
export const language = z.enum(languages, 'is not one of the languages');
const reason = z
  .string('is missing')
  .trim()
  .min(3, 'say in a few words why, or which letter says so')
  .max(500, 'is longer than 500 characters');

export const grant = z.object({
  role: z.enum(grantableRoles, 'is not a role'),
  party: optionalId,
  body: optionalId,
  until: optionalDay,
  reason,
});

export const invitation = grant.extend({ name, email, language });
export const grantForPerson = grant.extend({ person: id });
export const oneGrant = z.object({ grant: id });
export const onePerson = z.object({ person: id });
export const profile = z.object({ name, language });
export const passkeyName = z.string('is missing').trim().min(1, 'is missing').max(80, 'is longer than 80 characters');

/** What a browser answers when it made a passkey; checked by the WebAuthn library, here only its outline. */
export const newPasskey = z.object({
  name: passkeyName,
  response: z.looseObject({
    id: z.string().max(2000),
    rawId: z.string().max(2000),
    type: z.literal('public-key'),
    response: z.looseObject({}),
  }),
});
export const namedPasskey = z.object({ passkey: id, name: passkeyName });
export const onePasskey = z.object({ passkey: id });
export const oneSession = z.object({ session: z.string().min(1).max(100) });
export const otherSessions = z.object({ keep: z.preprocess(empty, z.string().max(100).nullable()) });
/** A list of tick boxes: none, one or several. */
const ticked = (value: unknown) => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
export const newToken = z.object({
  name: z.string('is missing').trim().min(1, 'is missing').max(80, 'is longer than 80 characters'),
  scopes: z.preprocess(
    ticked,
    z.array(z.enum(tokenScopes, 'is not something a token can be for')).min(1, 'choose at least one'),
  ),
  days: z.coerce.number().pipe(z.literal([...tokenDays], 'is not one of the choices')),
});
export const oneToken = z.object({ token: id });
export const nothing = z.object({});

/** What a browser answers when it signs in with a passkey, and the page to go to. */
export const passkeySignIn = z.object({
  response: z.looseObject({ id: z.string().max(2000), type: z.literal('public-key'), response: z.looseObject({}) }),
  next: z.string().max(500).default(''),
});
