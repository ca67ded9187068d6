import type { Role } from '../kernel/actor.ts';

/** Who is looking, as the pages need it: no ids, no secrets. */
export interface Viewer {
  signedIn: boolean;
  name: string;
  /** Roles beyond `public`. */
  roles: Role[];
  /** What the navigation and the buttons offer. */
  may: { importReports: boolean; review: boolean; people: boolean; audit: boolean };
}
