import type { Actor } from '../../../../kernel/actor.ts';
import type { Locale } from '../../../../kernel/language-map.ts';
import { asActor, type Database } from '../../../../kernel/server/db/database.ts';
import { changeOf, onScreen, type FloorView } from '../../view.ts';
import { floorRows, partiesIn, partyNames, viewOf, type FloorRows, type Names } from '../queries/view.ts';

/** Somebody who follows a floor. */
export interface Follower {
  actor: Actor;
  locale: Locale;
  /** A screen in the room: shows no name that the rule protects, whoever opened it. */
  screen: boolean;
  /** What it has already, from before its line broke: `<sight>-<version>`. */
  since: string | null;
  /** @returns false when it takes nothing any more. */
  send(message: Uint8Array): boolean;
  /** Tells it that this is over, and closes the line. */
  end(): void;
}

/** Followers that see the same: what they are told is made once. */
interface Group {
  followers: Set<Follower>;
  views: Map<Locale, FloorView>;
}

const encoder = new TextEncoder();
/** One message of the stream. `now` is the server’s clock, for the clocks of the devices. */
export const message = (event: string, data: object = {}): Uint8Array =>
  encoder.encode(`event: ${event}\ndata: ${JSON.stringify({ ...data, now: Date.now() })}\n\n`);

/**
 * The followers of one session. What changed is read once for all who see the same, as one of them: row-level security decides.
 * A change that comes while one is being told is told after it.
 */
export class Room {
  readonly session: string;
  #database: Database;
  #groups = new Map<string, Group>();
  /** Where a follower is; null: it has not been told anything yet. */
  #where = new Map<Follower, string | null>();
  #names = new Map<string, Names>();
  #newcomers = new Set<Follower>();
  #dirty = false;
  #busy = false;

  constructor(database: Database, session: string) {
    this.#database = database;
    this.session = session;
  }

  get size(): number {
    return this.#where.size;
  }
  get followers(): Follower[] {
    return [...this.#where.keys()];
  }

  join(follower: Follower): void {
    this.#where.set(follower, null);
    this.#newcomers.add(follower);
    this.#wake();
  }

  leave(follower: Follower): void {
    const key = this.#where.get(follower);
    this.#where.delete(follower);
    this.#newcomers.delete(follower);
    if (key) this.#groups.get(key)?.followers.delete(follower);
  }

  /** Something changed. */
  changed(): void {
    this.#dirty = true;
    this.#wake();
  }

  /** Rights of a follower may be others now: it is looked at again as if it had come just now. */
  recheck(follower: Follower, actor: Actor): void {
    if (!this.#where.has(follower)) return;
    const same = JSON.stringify(follower.actor) === JSON.stringify(actor);
    follower.actor = actor;
    if (same) return;
    this.leave(follower);
    follower.since = null;
    this.join(follower);
  }

  #wake(): void {
    if (this.#busy) return;
    this.#busy = true;
    void this.#tell();
  }

  /** Changes first, then newcomers a few at a time, until nothing is left to tell. */
  async #tell(): Promise<void> {
    for (let tries = 0; this.#dirty || this.#newcomers.size > 0;) {
      const changed = this.#dirty;
      this.#dirty = false;
      try {
        await (changed ? this.#tellGroups() : this.#welcome());
        tries = 0;
      } catch {
        // The database is away: what was shown stays, and is brought up to date when it is back.
        this.#dirty ||= changed;
        await new Promise((resolve) => setTimeout(resolve, Math.min(2000, 50 * 2 ** Math.min(tries++, 6))));
      }
    }
    // At once, with the look at what is left: what comes after that wakes it again.
    this.#busy = false;
  }

  async #tellGroups(): Promise<void> {
    for (const [key, group] of this.#groups) {
      if (group.followers.size === 0) this.#groups.delete(key);
      else await this.#tellGroup(key, group);
    }
  }

  async #welcome(): Promise<void> {
    const some = [...this.#newcomers].slice(0, 6);
    const seen = await Promise.all(some.map((follower) => this.#read(follower)));
    for (const rows of seen) if (rows) await this.#know(rows);
    for (const [index, follower] of some.entries()) {
      // It may have gone, or become another, while it was read.
      if (!this.#newcomers.delete(follower)) continue;
      const rows = seen[index];
      if (rows) this.#place(follower, rows);
      else this.#end(follower);
    }
  }

  /** Tells a group what changed; followers that see something else now are taken out of it. */
  async #tellGroup(key: string, group: Group): Promise<void> {
    for (let first = [...group.followers][0]; first; first = [...group.followers][0]) {
      const rows = await this.#read(first);
      if (!rows) {
        this.#end(first);
        continue;
      }
      const now = keyOf(first, rows);
      if (now === key) return this.#send(group, rows);
      // What this one sees has changed in kind; so it has for those who are like it. All of them are placed anew.
      for (const follower of group.followers) {
        this.#where.set(follower, null);
        this.#newcomers.add(follower);
        follower.since = null;
      }
      group.followers.clear();
      this.#groups.delete(key);
    }
  }

  async #send(group: Group, rows: FloorRows): Promise<void> {
    await this.#know(rows);
    const ready = new Map<Locale, Uint8Array | null>();
    for (const follower of group.followers) {
      if (!ready.has(follower.locale)) ready.set(follower.locale, this.#changeIn(group, rows, follower));
      const bytes = ready.get(follower.locale);
      if (bytes && !follower.send(bytes)) this.#drop(follower);
    }
  }

  #changeIn(group: Group, rows: FloorRows, follower: Follower): Uint8Array | null {
    const before = group.views.get(follower.locale);
    const view = this.#view(rows, follower);
    group.views.set(follower.locale, view);
    if (!before) return message('full', { view });
    return view.version === before.version ? null : message('change', { change: changeOf(before, view) });
  }

  /** Puts a follower where it belongs and tells it the whole, unless it has it already. */
  #place(follower: Follower, rows: FloorRows): void {
    const key = keyOf(follower, rows);
    const group: Group = this.#groups.get(key) ?? { followers: new Set(), views: new Map() };
    this.#groups.set(key, group);
    const known = group.views.get(follower.locale);
    // Others of the group may have been told less or more than these rows; all go on from what the group was told.
    const view = known && group.followers.size > 0 ? known : this.#view(rows, follower);
    group.views.set(follower.locale, view);
    group.followers.add(follower);
    this.#where.set(follower, key);
    if (view.version < rows.version) this.#dirty = true;
    const bytes = follower.since === `${view.sight}-${view.version}` ? message('beat') : message('full', { view });
    if (!follower.send(bytes)) this.#drop(follower);
  }

  #view(rows: FloorRows, follower: Follower): FloorView {
    const view = viewOf(rows, this.#names, follower.locale);
    return follower.screen ? onScreen(view) : view;
  }

  /** What the follower sees now; null: nothing any more. A screen is for who leads the session. */
  async #read({ actor, screen }: Follower): Promise<FloorRows | null> {
    const rows = await asActor(this.#database, actor, (tx) => floorRows(tx, this.session));
    return screen && rows?.sight !== 'leader' ? null : rows;
  }

  async #know(rows: FloorRows): Promise<void> {
    const unknown = partiesIn(rows).filter((id) => !this.#names.has(id));
    if (unknown.length === 0) return;
    const actor = this.followers[0]?.actor;
    if (!actor) return;
    for (const [id, names] of await asActor(this.#database, actor, (tx) => partyNames(tx, unknown)))
      this.#names.set(id, names);
  }

  #end(follower: Follower): void {
    this.leave(follower);
    follower.send(message('over'));
    follower.end();
  }

  #drop(follower: Follower): void {
    this.leave(follower);
    follower.end();
  }
}

/** Followers with the same key see the same: leaders, everybody in the room, and once names are hidden each party by itself. */
function keyOf(follower: Follower, rows: FloorRows): string {
  if (follower.screen) return 'screen';
  return rows.sight === 'own' ? `own ${follower.actor.parties.toSorted().join(' ')}` : rows.sight;
}
