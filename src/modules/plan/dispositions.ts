/** What can become of a comment. */
export const dispositions = ['accepted', 'accepted-in-part', 'rejected', 'noted'] as const;
export type Disposition = (typeof dispositions)[number];
