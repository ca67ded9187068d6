import type { Actor } from '../../../../kernel/actor.ts';
import type { Database } from '../../../../kernel/server/db/database.ts';
import { listenToFloors } from './listener.ts';
import { message, Room, type Follower } from './room.ts';

/** Every so often the line says the time, so that both sides know it is alive, ms. */
export const beatEvery = 15_000;
/** Within this time after somebody’s rights or session ended, they are cut off, ms. */
export const cutOffWithin = 60_000;

interface Watched {
  room: Room;
  /** Who it is now; null: nobody who may follow. Asked again every minute. */
  check: () => Promise<Actor | null>;
  next: number;
}

/** All floors that are followed through this process: one listening connection, one room a session. Nothing is kept here that is not in the database. */
export class Hub {
  #database: Database;
  #rooms = new Map<string, Room>();
  #watched = new Map<Follower, Watched>();
  #stopListening: (() => Promise<void>) | null = null;
  #timers: ReturnType<typeof setInterval>[] = [];
  #checking = false;

  constructor(database: Database) {
    this.#database = database;
  }

  get size(): number {
    return this.#watched.size;
  }

  /**
   * Follows the floor of a session.
   * @returns ends it, from the side of the follower.
   */
  follow(session: string, follower: Follower, check: () => Promise<Actor | null>): () => void {
    this.#start();
    const room = this.#rooms.get(session) ?? new Room(this.#database, session);
    this.#rooms.set(session, room);
    // Spread over the last quarter of the minute, so that a full room is not looked at in one moment.
    const next = Date.now() + cutOffWithin * (0.7 + Math.random() * 0.2);
    this.#watched.set(follower, { room, check, next });
    room.join(follower);
    return () => this.#leave(follower);
  }

  /** Ends every line; browsers come back to another process, or to this one when it runs again. */
  async stop(): Promise<void> {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    for (const follower of this.#watched.keys()) {
      this.#leave(follower);
      follower.end();
    }
    await this.#stopListening?.();
    this.#stopListening = null;
  }

  #start(): void {
    if (this.#stopListening) return;
    this.#stopListening = listenToFloors(this.#database, (session) => {
      if (session !== null) this.#rooms.get(session)?.changed();
      else for (const room of this.#rooms.values()) room.changed();
    });
    this.#timers.push(setInterval(() => this.#beat(), beatEvery));
    this.#timers.push(setInterval(() => void this.#checkDue(), 1000));
    for (const timer of this.#timers) timer.unref();
  }

  #leave(follower: Follower): void {
    const room = this.#watched.get(follower)?.room;
    this.#watched.delete(follower);
    room?.leave(follower);
    if (room && room.size === 0) this.#rooms.delete(room.session);
  }

  #beat(): void {
    const bytes = message('beat');
    for (const follower of this.#watched.keys())
      if (!follower.send(bytes)) {
        this.#leave(follower);
        follower.end();
      }
  }

  /** Asks again who those are whose minute is over, one after the other. */
  async #checkDue(): Promise<void> {
    if (this.#checking) return;
    this.#checking = true;
    try {
      const now = Date.now();
      for (const [follower, watched] of this.#watched) {
        if (watched.next > now || !this.#watched.has(follower)) continue;
        watched.next = now + cutOffWithin * (0.7 + Math.random() * 0.2);
        await this.check(follower);
      }
    } finally {
      this.#checking = false;
    }
  }

  /** Looks again at everybody now. */
  async checkAll(): Promise<void> {
    for (const follower of [...this.#watched].map(([one]) => one)) await this.check(follower);
  }

  /** Looks again at the rights of a follower; a database that is away is no reason to cut anybody off. */
  async check(follower: Follower): Promise<void> {
    const watched = this.#watched.get(follower);
    if (!watched) return;
    let actor: Actor | null;
    try {
      actor = await watched.check();
    } catch {
      return;
    }
    if (actor) watched.room.recheck(follower, actor);
    else {
      follower.send(message('over'));
      this.#leave(follower);
      follower.end();
    }
  }
}
