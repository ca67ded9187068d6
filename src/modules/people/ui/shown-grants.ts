/** A right as a page shows it. */
export interface ShownGrant {
  id: string;
  role: string;
  /** The party or body, by name; `null` for the dialogue itself. */
  scope: { name: string; path: string } | null;
  from: Date;
  until: Date | null;
  reason: string;
  by: string | null;
  now: boolean;
  mayEnd: boolean;
}
