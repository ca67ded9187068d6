/**
 * Refuses a build whose languages have come apart: a key missing in one of them or known to only one, a key in two
 * areas, an empty text, placeholders that differ, a plural without a form its language needs; and a page that asks for
 * a text nobody wrote (the bundler only warns, and the page then breaks when it is opened).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Variant = { declarations?: string[]; selectors?: string[]; match: Record<string, string> };
type Message = string | Variant[];
export type Catalogue = Record<string, Message>;

const base = 'en';

/** The texts of a message: one, or one per plural form. */
const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap((variant) => Object.values(variant.match));

/** Names in braces, escaped braces (`\{`) left out. */
export const placeholdersOf = (message: Message): string[] => [
  ...new Set(
    textsOf(message).flatMap((text) =>
      [...text.replaceAll(/\\[{}]/g, '').matchAll(/\{([^{}]*)\}/g)].map((found) => found[1]!.trim()),
    ),
  ),
];

const inputsOf = (message: Message): string[] =>
  typeof message === 'string'
    ? placeholdersOf(message)
    : [
        ...new Set([
          ...message.flatMap((variant) =>
            (variant.declarations ?? [])
              .filter((line) => line.startsWith('input '))
              .map((line) => line.slice(6).trim()),
          ),
          ...placeholdersOf(message).filter((name) => !localsOf(message).includes(name)),
        ]),
      ];

const localsOf = (message: Variant[]): string[] =>
  message.flatMap((variant) =>
    (variant.declarations ?? []).flatMap((line) => /^local (\w+)/.exec(line)?.slice(1, 2) ?? []),
  );

function pluralProblems(locale: string, message: Message): string[] {
  if (
    typeof message === 'string' ||
    !message.some((variant) => variant.declarations?.some((line) => line.includes('plural')))
  )
    return [];
  const forms = new Set(message.flatMap((variant) => Object.keys(variant.match)).map((arm) => arm.split('=')[1]));
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return forms.has('*') || forms.has('other')
    ? needed
        .filter((form) => form !== 'other' && !forms.has(form) && !(form === 'zero' && forms.has('*')))
        .map((form) => `has no plural form “${form}”`)
    : ['has no plural form “other”'];
}

/** Every way in which the catalogues of one area disagree, as sentences. */
export function problemsOf(area: string, catalogues: Record<string, Catalogue>): string[] {
  const reference = catalogues[base] ?? {};
  const problems: string[] = [];
  for (const [locale, catalogue] of Object.entries(catalogues)) {
    const where = (key: string) => `messages/${area}/${locale}.json: ${key}`;
    for (const key of Object.keys(reference)) {
      const message = catalogue[key];
      if (message === undefined) {
        problems.push(`${where(key)} is missing`);
        continue;
      }
      if (textsOf(message).some((text) => text.trim() === '')) problems.push(`${where(key)} is empty`);
      const expected = inputsOf(reference[key]!).toSorted().join(', ');
      const found = inputsOf(message).toSorted().join(', ');
      if (expected !== found) problems.push(`${where(key)} has the placeholders [${found}], ${base} has [${expected}]`);
      problems.push(...pluralProblems(locale, message).map((problem) => `${where(key)} ${problem}`));
    }
    for (const key of Object.keys(catalogue)) {
      if (!(key in reference)) problems.push(`${where(key)} is not in ${base}`);
      if (!/^[a-z][a-z0-9_]*$/.test(key)) problems.push(`${where(key)} is not snake_case`);
    }
  }
  return problems;
}

/** The same for a whole message folder, plus keys that two areas both define (the later would win silently). */
export function checkFolder(folder: string, locales: readonly string[]): string[] {
  const seen = new Map<string, string>();
  const problems: string[] = [];
  for (const area of readdirSync(folder).toSorted()) {
    const catalogues: Record<string, Catalogue> = {};
    for (const locale of locales) {
      const { $schema: _, ...catalogue } = JSON.parse(
        readFileSync(`${folder}/${area}/${locale}.json`, 'utf8'),
      ) as Catalogue;
      catalogues[locale] = catalogue;
    }
    problems.push(...problemsOf(area, catalogues));
    for (const key of Object.keys(catalogues[base] ?? {})) {
      const other = seen.get(key);
      if (other) problems.push(`messages/${area}: ${key} is already defined in messages/${other}`);
      seen.set(key, area);
    }
  }
  return problems;
}

/** Keys that a source asks for as `m.key`, when it takes its texts from `#messages`. */
export function keysUsed(source: string): string[] {
  if (!/import \* as m from '#messages'/.test(source)) return [];
  return [...new Set([...source.matchAll(/(?<![\w.$])m\.([a-z][a-z0-9_]*)\b/g)].map((found) => found[1]!))];
}

/** Texts asked for under `folder` that no catalogue has. */
export function unknownKeys(folder: string, known: ReadonlySet<string>): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(svelte|ts)$/.test(path) && !path.startsWith('paraglide'))
    .flatMap((path) =>
      keysUsed(readFileSync(`${folder}/${path}`, 'utf8'))
        .filter((key) => !known.has(key))
        .map((key) => `${folder}/${path} asks for ${key}, which no message file has`),
    );
}

const keysOf = (folder: string): Set<string> =>
  new Set(
    readdirSync(folder).flatMap((area) =>
      Object.keys(JSON.parse(readFileSync(`${folder}/${area}/${base}.json`, 'utf8')) as Catalogue),
    ),
  );

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const settings = JSON.parse(readFileSync('project.inlang/settings.json', 'utf8')) as { locales: string[] };
  const problems = [...checkFolder('messages', settings.locales), ...unknownKeys('src', keysOf('messages'))];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`${problems.length} message problem${problems.length === 1 ? '' : 's'}; nothing was built.`);
    process.exit(1);
  }
}
