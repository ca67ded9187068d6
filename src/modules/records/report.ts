/** Stages of a report. Who sees it follows from the stage: received its reviewers, checked all participants, published everybody. */
export const reportStages = ['received', 'checked', 'published'] as const;
export type ReportStage = (typeof reportStages)[number];

/** The steps between stages; the database has the same table (`record_transition`). */
export const reportSteps: Readonly<Record<ReportStage, readonly ReportStage[]>> = {
  received: ['checked'],
  checked: ['published', 'received'],
  published: ['checked'],
};

export const importStates = ['received', 'read', 'adopted', 'discarded', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/**
 * The name of a report in addresses: day, then place, or what kind of meeting it was. `2019-10-09-skopje`.
 * Letters other than a to z are written without their accents or left out.
 * @param taken names that exist already; the new one gets `-2`, `-3` … if needed.
 */
export function slugFor(
  meeting: { title: string; start_day: string | null; place: string | null; mode: string | null },
  taken: ReadonlySet<string>,
): string {
  const town = plain(meeting.place?.split(',')[0] ?? '', 3);
  const where = town || (meeting.mode === 'online' ? 'online' : '') || plain(meeting.title, 4) || 'report';
  const base = `${meeting.start_day ?? 'undated'}-${where}`;
  if (!taken.has(base)) return base;
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

function plain(text: string, words: number): string {
  const ascii = text.normalize('NFKD').replace(/[̀-ͯ]/g, '').toLowerCase();
  return ascii
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, words)
    .join('-')
    .slice(0, 60)
    .replace(/-$/, '');
}
