import { freshId } from '../../../ui/fresh-id.ts';

/** The note being written, as it is kept in the browser. */
export interface Draft {
  /** Id of the note. */
  note: string;
  /** The intervention it is about, fixed when it was begun. */
  turn: string | null;
  text: string;
  /** How often it was changed here; 0: not begun. */
  edit: number;
  /** When it was begun, ms. */
  at: number;
}

/** The draft under a name in this browser; what cannot be kept is still on the page. */
export function keptDraft(name: string) {
  return {
    read(): Draft | null {
      try {
        const kept = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null;
        return kept && typeof kept.text === 'string' ? kept : null;
      } catch {
        return null;
      }
    },
    write(draft: Draft | null): void {
      try {
        if (draft === null) localStorage.removeItem(name);
        else localStorage.setItem(name, JSON.stringify(draft));
      } catch {
        // Storage is full or switched off.
      }
    },
  };
}

/**
 * The note when something stands in its field before the page's script is there: what was typed into the plain page joins what was kept.
 * A browser may also have put back by itself what stood there before.
 */
export function joinedTo(kept: string, early: string): string {
  if (early.startsWith(kept)) return early;
  return kept.includes(early) ? kept : `${kept}\n${early}`;
}

/** The name of this browser among those a note was written on. */
export function deviceId(): string {
  try {
    const known = localStorage.getItem('redthread.device');
    if (known !== null) return known;
    const made = freshId();
    localStorage.setItem('redthread.device', made);
    return made;
  } catch {
    return freshId();
  }
}
