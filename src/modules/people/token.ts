/**
 * Modules whose actions a token can be made for. Not `people`, `calendar` and `notices`: rights, sign-in, tokens, secret calendar links and what one is
 * told by mail belong to the person's own account; a token that made a secret link would live on in it.
 */
export const tokenModules = [
  'delegations',
  'drafting',
  'floor',
  'followup',
  'goals',
  'meetings',
  'plan',
  'records',
  'register',
] as const;

/** What a token can be used for. */
export const tokenScopes = ['read', ...tokenModules.map((module) => `write:${module}` as const)] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Days after which a token can be made to expire. */
export const tokenDays = [7, 30, 90, 365] as const;

/** Tokens that are valid at the same time, for one person. */
export const mostTokens = 20;
