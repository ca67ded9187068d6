import { z } from 'zod';

/**
 * Every setting of Redthread, what it is for and what it may be. Read once at the start; a wrong one stops the
 * start with a sentence that names all faults. `redthread doctor` prints the same table (secrets masked).
 * (Not `src/env.ts`: SvelteKit 3 claims that file name, see docs/adr/0002.)
 */
const origin = z.url({ protocol: /^https?$/, error: 'must be a web address such as https://redthread.example.org' });

const schema = z.object({
  /** `sample` loads the sample dialogue and offers one-click sign-in for each role; never for real work. */
  REDTHREAD_MODE: z.enum(['live', 'sample']).default('live'),
  /** `yes` lets the one-click sign-in of the sample be used from other machines too. Never where anything real is kept. */
  REDTHREAD_SAMPLE_PUBLIC: z
    .enum(['yes', 'no'])
    .default('no')
    .transform((answer) => answer === 'yes'),
  /** Where the embedded database and generated secrets live. Ignored by a server database. */
  REDTHREAD_DATA: z.string().min(1).default('data'),
  /** Connection of the login role on a PostgreSQL server (15 or newer). Empty: the embedded database is used. */
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  /** Connection of a role that may create roles and own tables; only `migrate`, `restore` and the start use it. */
  DATABASE_OWNER_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
    .optional(),
  /** Public address of this installation; cookies, links in e-mails and passkeys depend on it. */
  ORIGIN: origin.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Signs sessions. At least 32 characters. Empty: made once and kept in the data folder. */
  REDTHREAD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  /** Outgoing mail, `smtp://user:password@host:587`. Empty: mails are written to the data folder. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().default('Redthread <redthread@localhost>'),
  /** Most notices a person gets by single mails in 24 hours; what is more comes with the next digest. */
  MAILS_A_DAY: z.coerce.number().int().min(0).max(1000).default(10),
  /** OpenID Connect: all three or none. */
  OIDC_ISSUER: origin.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** Largest file that may be imported, in megabytes; the reader opens none above 50. */
  IMPORT_LIMIT_MB: z.coerce.number().int().min(1).max(50).default(50),
});

export type Settings = Readonly<z.infer<typeof schema>>;
export type SettingName = keyof Settings;

const secret: ReadonlySet<SettingName> = new Set([
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'REDTHREAD_SECRET',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
]);

/** A setting is missing or wrong; `message` lists every fault, one a line. */
export class WrongSettings extends Error {
  constructor(faults: string[]) {
    super(
      `Redthread cannot start: ${faults.length === 1 ? 'a setting is' : `${faults.length} settings are`} wrong.\n${faults.map((f) => `  ${f}`).join('\n')}`,
    );
    this.name = 'WrongSettings';
  }
}

/**
 * Reads and checks the settings.
 * @param env usually `process.env`; empty strings count as not set.
 * @throws WrongSettings with every fault at once.
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, v]) => v !== undefined && v !== ''));
  const parsed = schema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  const oidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].filter((k) => given[k]);
  if (oidc.length > 0 && oidc.length < 3)
    faults.push(
      `OIDC_*: ${oidc.join(', ')} given, but OpenID Connect needs issuer, client id and client secret together`,
    );
  if (parsed.success && parsed.data.REDTHREAD_MODE === 'sample' && parsed.data.DATABASE_URL)
    faults.push(
      'REDTHREAD_MODE: sample mode runs on the embedded database only; remove DATABASE_URL or set REDTHREAD_MODE=live',
    );
  if (faults.length > 0) throw new WrongSettings(faults);
  return Object.freeze(parsed.data!);
}

/** Name and value of every setting for people; secrets are shown as `set` or `not set`. */
export function settingsForPeople(settings: Settings): { name: SettingName; value: string }[] {
  return (Object.keys(schema.shape) as SettingName[]).map((name) => {
    const value = settings[name];
    if (value === undefined) return { name, value: 'not set' };
    return { name, value: secret.has(name) ? 'set (not shown)' : String(value) };
  });
}
