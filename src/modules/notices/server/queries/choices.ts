import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/action.ts';
import { noticeKinds, usualDelivery, type Delivery, type NoticeKind } from '../../kinds.ts';
import { usualZone } from '../../zones.ts';

export interface MyChoices {
  choices: { kind: NoticeKind; delivery: Delivery; usual: boolean }[];
  /** As chosen; null follows the capital of the party. */
  zone: string | null;
  usualZone: string;
}

/** How whoever asks is told of each kind, chosen or usual. */
export async function myChoices(tx: Tx): Promise<MyChoices> {
  const { rows } = await sql<{ kind: NoticeKind; delivery: Delivery }>`
    select kind, delivery from notice_choice where person_id = app_actor()`.execute(tx);
  const chosen = new Map(rows.map(({ kind, delivery }) => [kind, delivery]));
  const { rows: setting } = await sql<{ zone: string | null; parties: string[] }>`
    select (select s.zone from notice_setting s where s.person_id = app_actor()) as zone,
      coalesce((select array_agg(p.key order by p.key) from party p where p.id = any (app_parties())), '{}') as parties`.execute(
    tx,
  );
  return {
    choices: noticeKinds.map((kind) => ({
      kind,
      delivery: chosen.get(kind) ?? usualDelivery[kind],
      usual: !chosen.has(kind),
    })),
    zone: setting[0]?.zone ?? null,
    usualZone: usualZone(setting[0]?.parties ?? []),
  };
}

/** Somebody who can be told: with a right now, not ended; with their choices. For the job alone. */
export interface Listener {
  zone: string;
  since: Date;
  choices: ReadonlyMap<NoticeKind, Delivery>;
}

/** Everybody who can be told, by id. */
export async function listeners(tx: Tx): Promise<Map<string, Listener>> {
  const { rows } = await sql<{
    id: string;
    zone: string | null;
    parties: string[];
    since: Date;
    choices: Record<string, Delivery>;
  }>`
    select p.id, s.zone, min(g.valid_from) as since,
      coalesce(array_agg(distinct t.key) filter (where t.key is not null), '{}') as parties,
      coalesce((select json_object_agg(c.kind, c.delivery) from notice_choice c where c.person_id = p.id), '{}') as choices
    from person p join access_grant g on g.person_id = p.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
      left join party t on t.id = g.party_id left join notice_setting s on s.person_id = p.id
    where p.ended_at is null and g.role in ('member', 'focal-point', 'chair', 'secretariat', 'observer') group by p.id, s.zone`.execute(
    tx,
  );
  return new Map(
    rows.map(({ id, zone, parties, since, choices }) => [
      id,
      {
        zone: zone ?? usualZone(parties.toSorted()),
        since,
        choices: new Map(Object.entries(choices) as [NoticeKind, Delivery][]),
      },
    ]),
  );
}
