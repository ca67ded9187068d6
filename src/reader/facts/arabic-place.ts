/** Where a meeting was held, as an Arabic dateline prints it: town and country before or after the day (عمّان، الأردن، ٣ أيار ٢٠٢٢). */
import type { Para } from '../structure/document.ts';
import { isArabic } from './arabic-dates.ts';
import { findDates } from './dates.ts';

const LABEL = /^\s*(?:ال)?(?:مكان|موقع)(?:\s(?:ال)?(?:انعقاد|اجتماع))?\s*[:：]\s*(.{2,80})$/;
const SEPARATORS = /[\s،,؛;:|()–—-]+/;
const EDGES = new RegExp(`^${SEPARATORS.source}|${SEPARATORS.source}$`, 'g');
/** Words of titles and of sentences, with or without article and preposition: what holds one is no name of a place. */
const NO_PLACE =
  /(?:^|\s)[وفبلك]?(?:ال|لل)?(?:اجتماع|جلسة|دورة|مؤتمر|تقرير|محضر|ندوة|منتدى|قمة|لجنة|مجلس|فريق|وزراء|وزارة|بيان|ملخص|حوار|مسودة|نسخة|تاريخ|صادر|صدر|نشر|نشرت|عقد|عقدت|انعقد|منعقد|يوم|يومي|من|إلى|الى|عن|على|افتراضيا|عبر|إنترنت|انترنت)(?:ة|ات)?(?=\s|$)/;
const WORDS =
  /^\p{Script=Arabic}[\p{Script=Arabic}\p{M}’'-]*(?:\s\p{Script=Arabic}[\p{Script=Arabic}\p{M}’'-]*){0,3}$/u;

/** The place beside the day in one of the lines before the text, or after a label (المكان); `null` where nothing but a place stands there. */
export function arabicPlace(front: readonly Para[]): string | null {
  for (const { text } of front) {
    if (text.length > 120 || !isArabic(text)) continue;
    const labelled = LABEL.exec(text)?.[1];
    const place = labelled === undefined ? besideDay(text) : placeOf(labelled);
    if (place !== null) return place;
  }
  return null;
}

function besideDay(text: string): string | null {
  const day = findDates(text).find((d) => d.precision === 'day');
  return day ? (placeOf(text.slice(0, day.start)) ?? placeOf(text.slice(day.end))) : null;
}

/** Town, or town and country, when that is all a text holds. */
function placeOf(text: string): string | null {
  const parts = text
    .replace(EDGES, '')
    .replace(/^(?:في\s)?(?:مدينة\s)?/, '')
    .split(/\s*[،,()]\s*/)
    .filter((part) => part !== '');
  const named = parts.every((part) => WORDS.test(part) && !NO_PLACE.test(part));
  return parts.length >= 1 && parts.length <= 2 && named ? parts.join('، ') : null;
}
