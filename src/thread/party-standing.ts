import { sql } from 'kysely';
import type { Tx } from '../kernel/action.ts';
import { outcomeFilter } from '../modules/records/forms.ts';
import { contributionsOf, type Contribution } from '../modules/plan/server/index.ts';
import { listOutcomes, type ListedOutcomeRow } from '../modules/records/server/index.ts';
import {
  commitmentLines,
  isOverdue,
  isSilentLine,
  nextDueFirst,
  type AsOfMoment,
  type CommitmentLine,
} from './commitment-lines.ts';
import { namesOf, type Named } from './names-of.ts';
import { wasTakenUp } from './taken-up.ts';
import { whatBecame, type Became } from './what-became.ts';

/** The newest of a list, with how many there are in all. */
export interface Newest<T> {
  rows: T[];
  total: number;
}

export interface AttendedMeeting {
  slug: string;
  title: string;
  day: string | null;
  until: string | null;
  place: string | null;
  bodies: Named[];
  /** The party's name as the report prints it. */
  asWritten: string;
}

/** Where a party stands: what it was asked and offered, owes and is owed, where it took part. Everything by the rights of who asks. */
export interface PartyStanding {
  /** Requests and recommendations addressed to it. */
  requests: Newest<ListedOutcomeRow>;
  recommendations: Newest<ListedOutcomeRow>;
  /** Its offers, those nobody has taken up first. */
  offers: { unused: ListedOutcomeRow[]; used: { offer: ListedOutcomeRow; became: Became }[] };
  /** Entries of plans that it leads or takes part in, of the newest plan first. */
  planned: Contribution[];
  /** Open commitments it holds, the next due first. */
  owes: CommitmentLine[];
  overdue: number;
  /** Those of them of which nothing was heard for too long (`isSilent` of follow-up). */
  silent: number;
  /** Open commitments that others hold towards it. */
  owed: CommitmentLine[];
  /** Requests it made. */
  made: Newest<ListedOutcomeRow>;
  /** Meetings it took part in by year, the newest first. */
  attended: { year: string; meetings: AttendedMeeting[] }[];
  meetings: number;
}

/** Rows of each list on the page itself; the rest is one link away. */
const shown = 5;
/** Offers of one party that are looked at. */
const mostOffers = 500;

/**
 * @param party id and key of a state or organisation
 * @param as up to which day, and what was recorded by when
 * @param day names as of this day; null for today's
 */
export async function partyStanding(
  tx: Tx,
  party: { id: string; key: string },
  as: AsOfMoment,
  language: string,
  day: string | null,
): Promise<PartyStanding> {
  const newest = async (role: 'by' | 'to', kind: string): Promise<Newest<ListedOutcomeRow>> => {
    const filter = outcomeFilter.parse({ party: party.key, role, kind, state: 'confirmed', until: as.on });
    const { rows, total } = await listOutcomes(tx, filter, language, shown);
    return { rows, total };
  };
  const open = sql`c.state = 'open'`;
  const owes = await commitmentLines(
    tx,
    sql`${open} and c.id in (select o.commitment_id from commitment_owner o where o.party_id = ${party.id} and o.state not in ('declined', 'confirmed', 'released'))`,
    as,
    language,
    day,
  );
  const owed = await commitmentLines(
    tx,
    sql`${open} and c.id in (select a.commitment_id from commitment_addressee a where a.party_id = ${party.id})`,
    as,
    language,
    day,
  );
  const attended = await attendedBy(tx, party.id, as, language);
  return {
    requests: await newest('to', 'request'),
    recommendations: await newest('to', 'recommendation'),
    offers: await offersOf(tx, party.key, as, language),
    owes: owes.toSorted(nextDueFirst),
    overdue: owes.filter((line) => isOverdue(line, as.on)).length,
    silent: owes.filter((line) => isSilentLine(line, as.on)).length,
    owed: owed.toSorted(nextDueFirst),
    made: await newest('by', 'request'),
    planned: await contributionsOf(tx, party.id, as.on, language),
    attended: byYear(attended),
    meetings: attended.length,
  };
}

/** Its offers up to the day, those nobody has taken up first; within both the newest first. */
async function offersOf(tx: Tx, key: string, as: AsOfMoment, language: string): Promise<PartyStanding['offers']> {
  const filter = outcomeFilter.parse({ party: key, role: 'by', kind: 'offer', state: 'confirmed', until: as.on });
  const { rows } = await listOutcomes(tx, filter, language, mostOffers);
  const became = await whatBecame(
    tx,
    rows.map(({ id }) => id),
    as,
  );
  return {
    unused: rows.filter(({ id }) => !wasTakenUp(became(id))),
    used: rows.filter(({ id }) => wasTakenUp(became(id))).map((offer) => ({ offer, became: became(offer.id) })),
  };
}

async function attendedBy(tx: Tx, party: string, as: AsOfMoment, language: string): Promise<AttendedMeeting[]> {
  const { rows } = await sql<Omit<AttendedMeeting, 'bodies'> & { bodies: string[] }>`
    select r.slug, m.title, m.start_day as day, m.end_day as until, m.place, min(a.as_written) as "asWritten",
      coalesce((select json_agg(mb.body_id order by mb.body_id) from meeting_body mb where mb.meeting_id = m.id), '[]') as bodies
    from attendance a join report r on r.version_id = a.version_id join meeting m on m.id = r.meeting_id
    where a.party_id = ${party} and (m.start_day is null or m.start_day <= ${as.on}) and r.at <= ${as.known}
    group by r.slug, m.id order by m.start_day desc nulls last, r.slug`.execute(tx);
  const names = await namesOf(tx, [], language, null);
  return rows.map((row) => ({ ...row, bodies: row.bodies.flatMap((id) => names.get(id) ?? []) }));
}

function byYear(meetings: readonly AttendedMeeting[]): PartyStanding['attended'] {
  const years = new Map<string, AttendedMeeting[]>();
  for (const meeting of meetings) {
    const year = meeting.day?.slice(0, 4) ?? '';
    years.set(year, [...(years.get(year) ?? []), meeting]);
  }
  return [...years].map(([year, list]) => ({ year, meetings: list }));
}
