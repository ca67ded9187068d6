import * as m from '#messages';
import type { Role } from '../../../kernel/actor.ts';

const names: Record<Exclude<Role, 'public' | 'system'>, () => string> = {
  member: m.role_member,
  'focal-point': m.role_focal_point,
  chair: m.role_chair,
  secretariat: m.role_secretariat,
  observer: m.role_observer,
  administrator: m.role_administrator,
};

/** What a role is called in the language being spoken. */
export function roleName(role: string): string {
  return names[role as keyof typeof names]?.() ?? role;
}

const results = { done: m.audit_done, refused: m.audit_refused, failed: m.audit_failed };

export function resultName(result: keyof typeof results): string {
  return results[result]();
}

/** A language in its own words, `Türkçe`. */
export function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

const scopes: Record<string, () => string> = {
  read: m.api_scope_read,
  'write:followup': m.api_scope_write_followup,
  'write:goals': m.api_scope_write_goals,
  'write:delegations': m.api_scope_write_delegations,
  'write:drafting': m.api_scope_write_drafting,
  'write:floor': m.api_scope_write_floor,
  'write:meetings': m.api_scope_write_meetings,
  'write:plan': m.api_scope_write_plan,
  'write:records': m.api_scope_write_records,
  'write:register': m.api_scope_write_register,
};

/** What a scope of a token allows, in the language being spoken. */
export function scopeName(scope: string): string {
  return scopes[scope]?.() ?? scope;
}
