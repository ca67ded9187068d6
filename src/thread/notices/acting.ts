import { sql } from 'kysely';
import type { Event, NoticeKind } from '../../modules/notices/index.ts';

/** A row of what happened, as a query of facts gives it. */
export type EventRow = Omit<Event, 'kind'> & { kind: NoticeKind };

/** SQL: who acts for a party or presides a body now, as `acting(person_id, party_id, body_id)`. */
export const acting = sql`acting as materialized (
  select g.person_id, g.party_id, g.body_id from access_grant g
  where g.role in ('member', 'focal-point', 'observer', 'chair') and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))`;
