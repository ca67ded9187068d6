import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../kernel/refusal.ts';
import { deviceName } from './device.ts';
import { invitation } from './forms.ts';
import { grantableRoles, grantScope, holdsAt, rolesToGive, scopeOf } from './grant.ts';

const party = '01900000-0000-7000-8000-0000000000a1';
const body = '01900000-0000-7000-8000-0000000000b1';

describe('the scope of a right', () => {
  it('is exactly what the role acts for', () => {
    for (const role of grantableRoles) {
      const scope = grantScope(role, party, body);
      expect([scope.party_id !== null, scope.body_id !== null]).toEqual([
        scopeOf(role) === 'party',
        scopeOf(role) === 'body',
      ]);
    }
  });

  it('is refused with the field when it is missing', () => {
    const missing = (role: (typeof grantableRoles)[number]) => {
      try {
        grantScope(role, null, null);
        return null;
      } catch (error) {
        return (error as Refusal).field;
      }
    };
    expect(grantableRoles.map(missing)).toEqual(['party', 'party', 'body', null, 'party', null]);
  });
});

describe('who may give what', () => {
  it('a focal point members only, others nothing', () => {
    expect(rolesToGive(['public', 'focal-point'])).toEqual(['member']);
    expect(rolesToGive(['public', 'member', 'chair', 'observer'])).toEqual([]);
    expect(rolesToGive(['administrator'])).toContain('secretariat');
    expect(rolesToGive(['secretariat'])).not.toContain('system');
  });
});

describe('a right', () => {
  const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  it('holds from its first instant and not at its last', () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [valid_from, valid_until] = a <= b ? [a, b] : [b, a];
        expect(holdsAt({ valid_from, valid_until }, valid_until)).toBe(false);
        expect(holdsAt({ valid_from, valid_until: null }, valid_until)).toBe(true);
        if (valid_from < valid_until) expect(holdsAt({ valid_from, valid_until }, valid_from)).toBe(true);
        expect(holdsAt({ valid_from, valid_until: null }, new Date(valid_from.getTime() - 1))).toBe(false);
      }),
    );
  });
});

describe('the invitation form', () => {
  const filled = {
    name: ' Delphine Sample ',
    email: ' Delphine@Example.ORG ',
    language: 'tr',
    role: 'member',
    party,
    body: '',
    until: '',
    reason: 'Note verbale 12',
  };

  it('trims, lowers the address, and reads an empty choice as none', () => {
    expect(invitation.parse(filled)).toEqual({
      ...filled,
      name: 'Delphine Sample',
      email: 'delphine@example.org',
      body: null,
      until: null,
    });
  });

  it.each([
    ['name', ''],
    ['name', 'x'.repeat(201)],
    ['email', 'delphine'],
    ['email', 'a@b@c.org'],
    ['email', 'a b@example.org'],
    ['language', 'xx'],
    ['role', 'system'],
    ['role', 'public'],
    ['party', 'afghanistan'],
    ['until', '31.12.2027'],
    ['until', '2027-02-30'],
    ['reason', ''],
  ])('refuses %s “%s”', (field, value) => {
    const parsed = invitation.safeParse({ ...filled, [field]: value });
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field]);
  });

  it('survives whatever is sent', () => {
    fc.assert(fc.property(fc.anything(), (input) => void invitation.safeParse(input)));
  });
});

describe('the name of a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari, iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
      'Chrome, Android',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, macOS'],
    ['curl/8.9', ''],
    ['', ''],
  ])('%s', (browser, name) => {
    expect(deviceName(browser)).toBe(name);
  });
});
