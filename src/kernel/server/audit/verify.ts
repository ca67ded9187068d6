import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../action.ts';

export interface AuditProof {
  entries: number;
  /** Hash of the newest entry, hexadecimal; write it down elsewhere to prove the log later. */
  head: string;
  /** The first entry that does not fit, or `null` when the chain is unbroken. */
  broken: { seq: number; why: string } | null;
}

interface Row {
  seq: number;
  moment: string;
  door: string;
  action: string;
  person_id: string | null;
  result: string;
  code: string | null;
  subject: string | null;
  input_digest: string | null;
  previous_hash: string;
  hash: string;
}

/** Recomputes the audit chain from the first entry, in steps of 5,000, outside the database. Cost grows linearly. */
export async function verifyAudit(tx: Tx): Promise<AuditProof> {
  let expected = '00'.repeat(32);
  let seq = 0;
  for (;;) {
    const { rows } =
      await sql<Row>`select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as moment, door, action, person_id, result, code,
      subject, encode(input_digest, 'hex') as input_digest, encode(previous_hash, 'hex') as previous_hash, encode(hash, 'hex') as hash
      from audit_entry where seq > ${seq} order by seq limit 5000`.execute(tx);
    for (const row of rows) {
      const why = fault(row, seq + 1, expected);
      if (why) return { entries: seq, head: expected, broken: { seq: row.seq === seq + 1 ? row.seq : seq + 1, why } };
      expected = row.hash;
      seq = row.seq;
    }
    if (rows.length < 5000) break;
  }
  const { rows } = await sql<{
    seq: number;
    hash: string;
  }>`select seq, encode(hash, 'hex') as hash from audit_head`.execute(tx);
  const head = rows[0];
  if (!head || head.seq !== seq || head.hash !== expected)
    return {
      entries: seq,
      head: expected,
      broken: { seq: seq + 1, why: `the log ends at entry ${seq}, but entry ${head?.seq ?? 'unknown'} was the newest` },
    };
  return { entries: seq, head: expected, broken: null };
}

function fault(row: Row, number: number, previous: string): string | null {
  if (row.seq !== number) return `entry ${number} is missing`;
  if (row.previous_hash !== previous) return 'it does not follow the entry before it';
  // As jsonb_build_array prints it: items joined by a comma and a blank.
  const body = `[${[row.seq, row.moment, row.door, row.action, row.person_id, row.result, row.code, row.subject, row.input_digest].map((v) => JSON.stringify(v)).join(', ')}]`;
  const hash = createHash('sha256').update(Buffer.from(previous, 'hex')).update(body, 'utf8').digest('hex');
  return hash === row.hash ? null : 'its content was changed';
}
