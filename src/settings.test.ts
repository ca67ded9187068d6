import { describe, expect, it } from 'vitest';
import { readSettings, settingsForPeople, WrongSettings } from './settings.ts';

describe('settings', () => {
  it('have defaults that start a local installation for real work', () => {
    const settings = readSettings({});
    expect(settings).toMatchObject({
      REDTHREAD_MODE: 'live',
      HOST: '127.0.0.1',
      PORT: 3000,
      REDTHREAD_SAMPLE_PUBLIC: false,
    });
    expect(settings.DATABASE_URL).toBeUndefined();
  });

  it('count an empty text as not set', () => {
    expect(readSettings({ ORIGIN: '', REDTHREAD_MODE: '' })).toMatchObject({ REDTHREAD_MODE: 'live' });
  });

  it('name every fault at once, each with its setting', () => {
    const wrong = {
      PORT: 'eighty',
      REDTHREAD_MODE: 'test',
      ORIGIN: 'redthread',
      DATABASE_URL: 'mysql://x',
      REDTHREAD_SECRET: 'short',
      SMTP_URL: 'mail.example',
      OIDC_ISSUER: 'https://id.example',
    };
    const message = faultsOf(wrong);
    for (const name of ['PORT', 'REDTHREAD_MODE', 'ORIGIN', 'DATABASE_URL', 'REDTHREAD_SECRET', 'SMTP_URL', 'OIDC_'])
      expect(message).toContain(name);
    expect(message).toMatch(/settings are wrong/);
  });

  it('want all three of OpenID Connect or none', () => {
    expect(faultsOf({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'redthread' })).toContain(
      'issuer, client id and client secret',
    );
    expect(
      readSettings({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }).OIDC_CLIENT_ID,
    ).toBe('a');
  });

  it('refuse the sample on a server database', () => {
    expect(faultsOf({ REDTHREAD_MODE: 'sample', DATABASE_URL: 'postgresql://u@h/d' })).toContain(
      'embedded database only',
    );
  });

  it('never quote a secret, neither in a fault nor in the table', () => {
    const secrets = {
      DATABASE_URL: 'postgresql://u:hidden-1@h/d',
      REDTHREAD_SECRET: 'hidden-2-hidden-2-hidden-2-hidden-2',
      SMTP_URL: 'smtp://u:hidden-3@h',
      OIDC_CLIENT_SECRET: 'hidden-4',
    };
    expect(
      faultsOf({
        ...secrets,
        DATABASE_URL: 'mysql://u:hidden-1@h/d',
        SMTP_URL: 'http://u:hidden-3@h',
        REDTHREAD_SECRET: 'hidden-2',
      }),
    ).not.toContain('hidden');
    const table = settingsForPeople(
      readSettings({ ...secrets, OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a' }),
    );
    expect(JSON.stringify(table)).not.toContain('hidden');
    expect(table).toContainEqual({ name: 'SMTP_URL', value: 'set (not shown)' });
    expect(table).toContainEqual({ name: 'PORT', value: '3000' });
  });
});

function faultsOf(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    expect(error).toBeInstanceOf(WrongSettings);
    return (error as Error).message;
  }
  throw new Error('these settings were accepted');
}
