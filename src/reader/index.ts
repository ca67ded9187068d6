/** The reader's door: a report file, or a document a source has made of it, → a reading. */
import { readAttendance } from './attendance/attendance.ts';
import { readMeeting } from './facts/meeting.ts';
import { lint } from './lint/index.ts';
import { findMentions, withListed } from './mentions/mentions.ts';
import { learnOffices } from './mentions/offices.ts';
import { withPersons } from './mentions/persons.ts';
import { viewsOf } from './mentions/view.ts';
import type { View } from './mentions/view.ts';
import { listContexts } from './outcomes/lists.ts';
import { findOutcomes } from './outcomes/outcomes.ts';
import type { Finding, Reading } from './reading.ts';
import { referencesOf } from './references/references.ts';
import { sessionsOf } from './sessions/sessions.ts';
import type { SourceDocument } from './sources/source-document.ts';
import { openSource } from './sources/open-source.ts';
import type { OpenOptions } from './sources/open-source.ts';
import { followSpeakers, Statements } from './statements/speakers.ts';
import { buildDocument, toReadingParagraphs } from './structure/document.ts';
import type { Doc, Para } from './structure/document.ts';

/** Reads one file. The format is told from its first bytes, then from its name. Throws `UnreadableFile` with one clear sentence. */
export async function readReport(bytes: Uint8Array, name: string, options: OpenOptions = {}): Promise<Reading> {
  return readDocument(await openSource(plainBytes(bytes), name, options));
}

/** The same bytes as a plain Uint8Array: a Node Buffer is one too, but not every format library takes it. */
const plainBytes = (bytes: Uint8Array): Uint8Array =>
  bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads a document that a source has opened. Pure and deterministic; never throws on bad prose. */
export function readDocument(source: SourceDocument): Reading {
  const doc = buildDocument(source);
  const meeting = readMeeting(doc);
  const mentions = findMentions(doc.text, meeting.startDate, titlesOf(doc));
  const attendance = readAttendance(doc, mentions);
  const views = viewsOf(doc.paras, withPersons(withListed(mentions, doc.text, attendance.organisations), doc.text));
  const offices = learnOffices(views);
  const lists = listContexts(doc.paras, lastViews(views));
  const statements = new Statements();
  const outcomes = findOutcomes(views, statements.hearing(views, followSpeakers(views, offices)), {
    offices,
    lists,
    meetingStart: meeting.startDate,
    meetingEnd: meeting.endDate,
  });
  const reading: Reading = {
    format: 'redthread-reading/1',
    source: { name: source.name, mediaType: source.mediaType, sha256: source.sha256, pages: source.pages },
    text: doc.text,
    meeting,
    attendance,
    paragraphs: toReadingParagraphs(doc.paras),
    sessions: sessionsOf(doc.paras, views),
    statements: statements.found,
    outcomes,
    references: referencesOf(doc, meeting.startDate),
    findings: [],
  };
  return { ...reading, findings: [...sourceFindings(source), ...doc.findings, ...lint(reading)] };
}

/** The lines above the text, where the bodies that met are named. */
const titlesOf = (doc: Doc): string =>
  doc.paras
    .filter((p) => p.zone === 'front')
    .map((p) => p.text)
    .join('\n')
    .slice(0, 4000);

function lastViews(views: readonly View[]): (p: Para) => View | null {
  const last = new Map<Para, View>();
  for (const v of views) last.set(v.para, v);
  return (p) => last.get(p) ?? null;
}

function sourceFindings(source: SourceDocument): Finding[] {
  return source.notices.map((n) => ({
    code: n.code,
    severity: 'note' as const,
    message: n.message,
    span: [0, 0] as const,
  }));
}
