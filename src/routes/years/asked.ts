/** The year an address names, or `null` when it is none. */
export const yearAsked = (text: string): number | null => (/^(19|20|21)\d\d$/.test(text) ? Number(text) : null);
