import { sql } from 'kysely';
import type { Tx } from '../../../kernel/action.ts';

export interface AuditRow {
  seq: number;
  at: Date;
  door: string;
  action: string;
  person: string | null;
  result: 'done' | 'refused' | 'failed';
  code: string | null;
  subject: string | null;
}

export interface AuditFilter {
  /** Beginning of the dotted name: `people.` */
  action?: string | undefined;
  result?: string | undefined;
  /** Part of the name of who called. */
  person?: string | undefined;
  /** Days, both included, UTC. */
  from?: string | undefined;
  until?: string | undefined;
  page?: number;
  perPage?: number;
}

/** One page of the audit log, newest first, with how many entries fit the filter. */
export async function auditLog(tx: Tx, filter: AuditFilter = {}): Promise<{ rows: AuditRow[]; total: number }> {
  const { page = 1, perPage = 50 } = filter;
  const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&');
  const conditions = [
    filter.action ? sql`a.action like ${`${literal(filter.action)}%`}` : null,
    filter.result ? sql`a.result = ${filter.result}` : null,
    filter.person ? sql`p.name ilike ${`%${literal(filter.person)}%`}` : null,
    filter.from ? sql`a.at >= ${`${filter.from}T00:00:00Z`}::timestamptz` : null,
    filter.until ? sql`a.at < ${`${filter.until}T00:00:00Z`}::timestamptz + interval '1 day'` : null,
  ].filter((one) => one !== null);
  const where = conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;
  const from = sql`from audit_entry a left join person p on p.id = a.person_id ${where}`;
  const { rows } =
    await sql<AuditRow>`select a.seq, a.at, a.door, a.action, p.name as person, a.result, a.code, a.subject ${from}
    order by a.seq desc limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  const counted = await sql<{ total: number }>`select count(*)::int as total ${from}`.execute(tx);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
