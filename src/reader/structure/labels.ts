/**
 * Printed labels: `1.` `١.` `12)` `(a)` `iv.` `A.` `IV.` `1.2` `-` `•` `➤`. What they are, what follows what.
 */
import { isNumbered, plainFigures } from './figures.ts';

export type LabelStyle = 'number' | 'decimal' | 'lower' | 'upper' | 'roman' | 'Roman' | 'bullet' | 'group';

export interface Label {
  style: LabelStyle;
  /** Position in its list from 1; 0 for bullets. */
  value: number;
  /** What stands around it, so that `1)` and `1.` are different lists: `.`, `)`, `()`, ''. */
  shape: string;
  /** Depth of a decimal label: `1.2` is 2. */
  depth: number;
  /** Without brackets and dots: `5`, `a`, `iii`, `1.2`, `-`. */
  bare: string;
}

/** Boxes to tick: what they stand before is to be done. */
export const TASK_BOX = /^[☐☑☒]$/;
const BULLETS = '-–—•·*▪▫■□●○◦‣⁃✓✔o§¾→☐☑☒';
const GROUP_BULLETS = '➤➢►▶⮚❖◆';
const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/i;
const MARKER =
  /^(?:(?<bullet>[-–—•·*▪▫■□●○◦‣⁃✓✔☐☑☒➤➢►▶⮚❖◆\uF0B7\uF0A7\uF0D8→])\s+|(?<open>\()?(?:(?:Article|(?:Agenda )?Item|Para(?:graph)?\.?|§)\s{0,2}(?=\d))?(?<core>\d{1,3}(?:\.\d{1,2}){0,3}|[a-zA-Zа-к]|[ivxIVX]{2,6}|[a-z]{2}(?=\)))(?<close>\.[-–](?=\s)|[.)]|\.\)|\s?[-–](?=\s{1,3}[\u0620-\u06d3]))(?=\s|$|(?<=\d[.)])\p{Lu}\p{Ll})\s*|(?<item>(?:[Aa]genda )?[Ii]tem\s\d{1,2}[.:]?)\s+(?=[\p{Lu}“"])|(?<deep>\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=[\p{Lu}“"]))/u;

/** Two letters that no label begins with: nearly every line is told by this. */
const WORD = /^[B-HJ-OQ-UWYZb-hj-uwyz][A-Za-z][^)]/;

/** Splits a label off the beginning of a text, `null` when there is none. `rest` is what follows it. */
export function splitMarker(text: string): { marker: string; rest: string } | null {
  const m = WORD.test(text) ? null : MARKER.exec(isNumbered(text) ? plainFigures(text) : text);
  if (!m?.groups) return null;
  if (m.groups['open'] && m.groups['close'] === '.') return null;
  const { length } = m[0];
  return { marker: text.slice(0, length).trim(), rest: text.slice(length) };
}

/** Reads a printed marker; `null` when it is not one. A roman `i` is both letter and numeral: `readings` gives both. */
export function readings(marker: string): Label[] {
  const trimmed = plainFigures(marker.trim());
  if (trimmed.length <= 2 && trimmed !== '') {
    const first = trimmed[0] as string;
    if (GROUP_BULLETS.includes(first)) return [{ style: 'group', value: 0, shape: first, depth: 1, bare: first }];
    if (trimmed.length === 1 && (BULLETS.includes(first) || /[\uF000-\uF0FF]/.test(first)))
      return [{ style: 'bullet', value: 0, shape: TASK_BOX.test(first) ? '☐' : first, depth: 1, bare: first }];
  }
  const item = /^(?:agenda )?item\s(\d{1,2})[.:]?$/i.exec(trimmed);
  if (item) return [{ style: 'number', value: Number(item[1]), shape: 'item', depth: 1, bare: item[1] as string }];
  const m = /^(\(?)([\p{L}\d.]+?)([.)]{0,2}|\.[-–]|\s?[-–])$/u.exec(trimmed);
  if (!m) return [];
  const shape = `${m[1] ?? ''}${m[3] ?? ''}`;
  const core = latin(m[2] as string);
  if (/^\d+$/.test(core)) return [{ style: 'number', value: Number(core), shape, depth: 1, bare: core }];
  if (/^\d+\.0$/.test(core))
    return [
      {
        style: 'number',
        value: Number.parseInt(core, 10),
        shape: '.0',
        depth: 1,
        bare: String(Number.parseInt(core, 10)),
      },
    ];
  if (/^\d+(?:\.\d+)+$/.test(core)) {
    const parts = core.split('.').map(Number);
    return [{ style: 'decimal', value: parts.at(-1) ?? 0, shape, depth: parts.length, bare: core }];
  }
  const found: Label[] = [];
  const upper = core === core.toUpperCase();
  if (core.length === 1)
    found.push({ style: upper ? 'upper' : 'lower', value: letterValue(core), shape, depth: 1, bare: core });
  else if (/^([a-z])\1$/.test(core))
    found.push({ style: 'lower', value: 26 + letterValue(core[0] as string), shape, depth: 1, bare: core });
  if (core !== '' && ROMAN.test(core))
    found.push({ style: upper ? 'Roman' : 'roman', value: romanValue(core), shape, depth: 1, bare: core });
  return found;
}

/** Cyrillic list letters are counted by their place: `б)` is the second. */
const latin = (core: string): string =>
  /^[а-к]$/.test(core) ? String.fromCharCode(97 + core.charCodeAt(0) - 1072) : core;

/** Prints the label of a position in the style of a neighbour: position 3 beside `b.` is `c.`. */
export function labelAt(like: Label, value: number): string {
  const core = coreAt(like, value);
  if (like.shape.startsWith('(')) return `(${core}${like.shape.slice(1)}`;
  return `${core}${like.shape}`;
}

function coreAt(like: Label, value: number): string {
  if (like.style === 'lower') return letterAt(value);
  if (like.style === 'upper') return letterAt(value).toUpperCase();
  if (like.style === 'roman') return romanAt(value);
  if (like.style === 'Roman') return romanAt(value).toUpperCase();
  if (like.style === 'decimal') return [...like.bare.split('.').slice(0, -1), String(value)].join('.');
  return String(value);
}

function letterAt(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.floor((value - 1) / 26) + 1);
}

const letterValue = (letter: string): number => letter.toLowerCase().charCodeAt(0) - 96;

export function romanValue(roman: string): number {
  const digits: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const values = [...roman.toLowerCase()].map((c) => digits[c] ?? 0);
  return values.reduce((sum, v, i) => (v < (values[i + 1] ?? 0) ? sum - v : sum + v), 0);
}

export function romanAt(value: number): string {
  const steps: [number, string][] = [
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let left = value;
  let out = '';
  for (const [size, numeral] of steps)
    while (left >= size) {
      out += numeral;
      left -= size;
    }
  return out;
}
