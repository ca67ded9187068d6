import { Bookmark, ExternalHyperlink, InternalHyperlink, TextRun } from 'docx';
import type { ParagraphChild } from 'docx';
import type { Language } from '../../../language-map.ts';
import type { Direction, Run, Text } from '../document.ts';
import { directionOfLanguage, runsOf, safeLink } from '../document.ts';
import { wordLanguage } from './styles.ts';

/** What a renderer of pieces must know of the whole document. */
export interface Surroundings {
  language: Language;
  direction: Direction;
  /** Name in the file of each heading that can be linked to. */
  places: ReadonlyMap<string, string>;
}

/** Runs as Word's. */
export const wordRuns = (text: Text, around: Surroundings, look: object = {}): ParagraphChild[] =>
  runsOf(text).flatMap((run) => linked(run, around, look));

function linked(run: Run, around: Surroundings, look: object): ParagraphChild[] {
  const link = safeLink(run.link);
  const place = link?.startsWith('#') ? around.places.get(link.slice(1)) : undefined;
  if (place)
    return [new InternalHyperlink({ anchor: place, children: wordRun(run, around, { ...look, style: 'Hyperlink' }) })];
  if (link && !link.startsWith('#'))
    return [new ExternalHyperlink({ link, children: wordRun(run, around, { ...look, style: 'Hyperlink' }) })];
  return wordRun(run, around, look);
}

/** One Word run for each line. The words go in as `text`: among `children` docx would take the word CURRENT for a page number. */
function wordRun(run: Run, around: Surroundings, look: object): TextRun[] {
  const direction = run.language ? directionOfLanguage(run.language) : around.direction;
  const shown = {
    ...look,
    ...(run.strong ? { bold: true } : {}),
    ...(run.emphasis ? { italics: true } : {}),
    ...(isRightToLeft(run.text, direction) ? { rightToLeft: true } : {}),
    ...(run.language ? { language: wordLanguage(run.language, direction) } : {}),
  };
  return run.text.split('\n').map((text, line) => new TextRun({ ...shown, text, ...(line > 0 ? { break: 1 } : {}) }));
}

/** Word lays out a run in one direction: the first letter that has one decides, as the Unicode rules have it for a paragraph. */
function isRightToLeft(text: string, otherwise: Direction): boolean {
  const first = /\p{L}/u.exec(text)?.[0];
  return first === undefined ? otherwise === 'rtl' : /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first);
}

/** A heading's words, with a name to link to where it has one. */
export function named(children: ParagraphChild[], id: string | undefined, around: Surroundings): ParagraphChild[] {
  const place = id === undefined ? undefined : around.places.get(id);
  return place ? [new Bookmark({ id: place, children })] : children;
}
