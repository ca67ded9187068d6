/**
 * The list numbering of a DOCX: definitions from `word/numbering.xml`, and the counting that turns them into the labels a word
 * processor prints (ECMA-376 part 1, 17.9).
 */
import { formatNumber } from './number-format.ts';
import type { XmlHandler } from './xml.ts';

export interface Level {
  start: number;
  format: string;
  /** `%1.%2`; each `%n` stands for the number of level n. */
  text: string;
  /** Level (1-based) whose use restarts this one; 0: never; `null`: any higher level. */
  restart: number | null;
  /** All numbers of the label in digits. */
  legal: boolean;
  /** Paragraph style tied to the level. */
  style: string | null;
  /** Left indent in points. */
  indent: number | null;
  font: string | null;
}

interface Abstract {
  levels: Map<number, Level>;
  /** This definition only points to a numbering style. */
  styleLink: string | null;
  /** This definition is the one a numbering style means. */
  isStyle: string | null;
}

interface Num {
  abstract: string;
  starts: Map<number, number>;
  levels: Map<number, Level>;
}

export interface Numbering {
  abstracts: Map<string, Abstract>;
  nums: Map<string, Num>;
}

export function emptyNumbering(): Numbering {
  return { abstracts: new Map(), nums: new Map() };
}

/** Collects the definitions while `word/numbering.xml` streams by. */
export function numberingHandler(numbering: Numbering): XmlHandler {
  let abstract: Abstract | null = null;
  let num: Num | null = null;
  let level: Level | null = null;
  let override = -1;
  return {
    open(name, attribute) {
      const value = () => attribute('val') ?? '';
      if (name === 'abstractNum') {
        abstract = { levels: new Map(), styleLink: null, isStyle: null };
        numbering.abstracts.set(attribute('abstractNumId') ?? '', abstract);
      } else if (name === 'num') {
        num = { abstract: '', starts: new Map(), levels: new Map() };
        numbering.nums.set(attribute('numId') ?? '', num);
      } else if (name === 'abstractNumId' && num) num.abstract = value();
      else if (name === 'numStyleLink' && abstract) abstract.styleLink = value();
      else if (name === 'styleLink' && abstract) abstract.isStyle = value();
      else if (name === 'lvlOverride') override = toNumber(attribute('ilvl'), 0);
      else if (name === 'startOverride' && num) num.starts.set(override, toNumber(attribute('val'), 1));
      else if (name === 'lvl') {
        level = newLevel();
        (num ?? abstract)?.levels.set(toNumber(attribute('ilvl'), 0), level);
      } else if (level) readLevel(level, name, attribute);
    },
    close(name) {
      if (name === 'abstractNum') abstract = null;
      else if (name === 'num') num = null;
      else if (name === 'lvl') level = null;
    },
  };
}

const toNumber = (text: string | null, otherwise: number): number => {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : otherwise;
};

function newLevel(): Level {
  return { start: 1, format: 'decimal', text: '', restart: null, legal: false, style: null, indent: null, font: null };
}

function readLevel(level: Level, name: string, attribute: (name: string) => string | null): void {
  const value = attribute('val');
  if (name === 'start') level.start = toNumber(value, 1);
  else if (name === 'numFmt') level.format = value ?? 'decimal';
  else if (name === 'lvlText') level.text = value ?? '';
  else if (name === 'lvlRestart') level.restart = toNumber(value, 0);
  else if (name === 'isLgl') level.legal = value === null || !/^(?:0|false|off)$/.test(value);
  else if (name === 'pStyle') level.style = value;
  else if (name === 'ind') level.indent = toNumber(attribute('left') ?? attribute('start'), 0) / 20;
  else if (name === 'rFonts') level.font = attribute('ascii') ?? attribute('hAnsi');
}

/** What one paragraph gets from the counting. */
export interface Counted {
  /** As printed; `null` for a level without a label. */
  label: string | null;
  indent: number | null;
}

/** Counts through a document. Every numbered paragraph must be told in order. */
export class Counter {
  #numbering: Numbering;
  #numOfStyle: (style: string) => string | null;
  #counts = new Map<Abstract, (number | null)[]>();
  #begun = new Set<string>();

  /** `numOfStyle` gives the numId that a numbering style names. */
  constructor(numbering: Numbering, numOfStyle: (style: string) => string | null) {
    this.#numbering = numbering;
    this.#numOfStyle = numOfStyle;
  }

  /** The level of `numId` that is tied to a paragraph style; `null` when none is. */
  levelOfStyle(numId: string, style: string): number | null {
    const found = this.#resolve(numId);
    if (found === null) return null;
    for (const [index, level] of [...found.num.levels, ...found.abstract.levels])
      if (level.style === style) return index;
    return null;
  }

  /** Counts one paragraph of list `numId` at `ilvl` (from 0); `null` when the list is not defined. */
  next(numId: string, ilvl: number): Counted | null {
    const found = this.#resolve(numId);
    if (found === null) return null;
    const { num, abstract } = found;
    const levelAt = (i: number) => num.levels.get(i) ?? abstract.levels.get(i) ?? null;
    const level = levelAt(ilvl);
    if (level === null) return null;
    const counts = this.#countsOf(abstract);
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId);
      for (const index of num.starts.keys()) counts[index] = null;
    }
    const startOf = (i: number) => num.starts.get(i) ?? levelAt(i)?.start ?? 1;
    for (let i = 0; i < ilvl; i++) counts[i] ??= startOf(i);
    const count = counts[ilvl] ?? null;
    counts[ilvl] = count === null ? startOf(ilvl) : count + 1;
    for (let i = ilvl + 1; i < counts.length; i++) if (restarts(levelAt(i), ilvl)) counts[i] = null;
    return { label: labelOf(level, counts, levelAt), indent: level.indent };
  }

  #countsOf(abstract: Abstract): (number | null)[] {
    let counts = this.#counts.get(abstract);
    if (!counts) this.#counts.set(abstract, (counts = new Array<number | null>(9).fill(null)));
    return counts;
  }

  #resolve(numId: string): { num: Num; abstract: Abstract } | null {
    const num = this.#numbering.nums.get(numId);
    let abstract = num && this.#numbering.abstracts.get(num.abstract);
    if (!num || !abstract) return null;
    if (abstract.styleLink !== null) abstract = this.#ofStyle(abstract.styleLink) ?? abstract;
    return { num, abstract };
  }

  #ofStyle(style: string): Abstract | null {
    for (const abstract of this.#numbering.abstracts.values()) if (abstract.isStyle === style) return abstract;
    const num = this.#numbering.nums.get(this.#numOfStyle(style) ?? '');
    return (num && this.#numbering.abstracts.get(num.abstract)) ?? null;
  }
}

function restarts(level: Level | null, used: number): boolean {
  if (level === null || level.restart === null) return true;
  return level.restart > 0 && used + 1 <= level.restart;
}

function labelOf(
  level: Level,
  counts: readonly (number | null)[],
  levelAt: (i: number) => Level | null,
): string | null {
  if (level.format === 'bullet') return bullet(level.text, level.font);
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const of = levelAt(index);
    const format = level.legal ? 'decimal' : (of?.format ?? 'decimal');
    return formatNumber(counts[index] ?? of?.start ?? 1, format);
  });
  return label.trim() === '' ? null : label.trim();
}

/** Bullets of the fonts Symbol and Wingdings as the characters they look like. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '□',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf076': '❖',
  '\uf0e0': '→',
  '\uf0e8': '➔',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf071': '❑',
  '\uf0be': '–',
  '\uf02d': '-',
  '·': '•',
  '§': '▪',
  Ø: '➢',
  ü: '✓',
  v: '❖',
  à: '→',
};

function bullet(text: string, font: string | null): string {
  const sign = text.trim();
  if (sign === '') return '•';
  if (/courier/i.test(font ?? '') && sign === 'o') return '◦';
  const symbolic = /symbol|dings/i.test(font ?? '') || /[\uf000-\uf0ff]/.test(sign);
  return symbolic ? (SYMBOLS[sign] ?? (/[\uf000-\uf0ff]/.test(sign) ? '•' : sign)) : sign;
}
