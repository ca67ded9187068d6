import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { inLanguage, type LanguageMap } from '../../../../kernel/language-map.ts';
import { readBytes } from '../../../../kernel/server/stored-file.ts';
import type { PaperAccess } from '../../stage.ts';
import type { Told } from './meetings.ts';

export interface PaperVersion {
  n: number;
  language: string;
  /** Id of the file. */
  file: string;
  name: string;
  size: number;
  note: string | null;
  at: Date;
}

export interface PaperView {
  id: string;
  revision: number;
  title: Told;
  access: PaperAccess;
  session: { id: string; title: string } | null;
  /** The newest of each language. */
  current: PaperVersion[];
  /** All others, the newest first. */
  earlier: PaperVersion[];
  form: { title: LanguageMap; session: string };
}

type Row = Omit<PaperView, 'title' | 'session' | 'current' | 'earlier' | 'form'> & {
  title: LanguageMap;
  session_id: string | null;
  session_title: LanguageMap | null;
  versions: (Omit<PaperVersion, 'at'> & { at: string })[];
};

/** The papers of a meeting that the actor may see, in their order. */
export async function papersOf(tx: Tx, meeting: string, language: string): Promise<PaperView[]> {
  const { rows } = await sql<Row>`
    select p.id, p.revision, p.title, p.access, p.session_id, s.title as session_title,
      coalesce((select json_agg(json_build_object('n', v.n, 'language', v.language, 'file', f.id, 'name', f.name, 'size', f.size, 'note', v.note, 'at', v.at)
          order by v.language = ${language} desc, v.language, v.n desc)
        from meeting_paper_version v join stored_file f on f.id = v.file_id where v.paper_id = p.id), '[]') as versions
    from meeting_paper p left join meeting_session s on s.id = p.session_id
    where p.meeting_id = ${meeting} and p.removed_at is null order by p.ordinal, p.id`.execute(tx);
  return rows.map(({ title, session_id, session_title, versions: found, ...row }) => {
    const versions = found.map((version) => ({ ...version, at: new Date(version.at) }));
    const newest = (version: PaperVersion): boolean =>
      versions.find(({ language: of }) => of === version.language) === version;
    return {
      ...row,
      title: inLanguage(title, language),
      session: session_id && session_title ? { id: session_id, title: inLanguage(session_title, language).text } : null,
      current: versions.filter((version) => newest(version)),
      earlier: versions.filter((version) => !newest(version)),
      form: { title, session: session_id ?? '' },
    };
  });
}

/** A file of a paper with its bytes; null when there is none the actor may see. */
export async function paperFile(
  tx: Tx,
  slug: string,
  file: string,
): Promise<{ name: string; sha256: string; bytes: Uint8Array } | null> {
  const { rows } = await sql<{ name: string; sha256: string }>`
    select f.name, f.sha256 from stored_file f join meeting_paper_version v on v.file_id = f.id join meeting_paper p on p.id = v.paper_id
      join meeting_call c on c.meeting_id = p.meeting_id
    where f.id = ${file} and c.slug = ${slug}`.execute(tx);
  const bytes = rows[0] && (await readBytes(tx, file));
  return rows[0] && bytes ? { ...rows[0], bytes } : null;
}
