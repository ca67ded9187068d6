import { describe, expect, it } from 'vitest';
import { foreignPost, refuseForeign } from './origin.ts';

const own = 'https://dialogue.example';
const asked = (method: string, headers: Record<string, string>) =>
  foreignPost(new Request(`${own}/api/v1/reports`, { method, headers }), own);

describe('a request that changes something', () => {
  it('is foreign with another origin, from another site, or with a cookie and no origin', () => {
    expect(asked('POST', { origin: 'https://elsewhere.example' })).toBe(true);
    expect(asked('POST', { 'sec-fetch-site': 'cross-site' })).toBe(true);
    expect(asked('DELETE', { cookie: 'session=1' })).toBe(true);
    expect(asked('DELETE', { cookie: 'session=1', origin: own })).toBe(false);
    expect(asked('POST', { authorization: 'Bearer x' })).toBe(false);
    expect(asked('GET', { cookie: 'session=1' })).toBe(false);
  });

  it('is refused as a problem over the API, in a sentence elsewhere', async () => {
    const answer = refuseForeign(new URL(`${own}/api/v1/reports`));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      403,
      expect.stringContaining('application/problem+json'),
    ]);
    expect(await answer.json()).toMatchObject({ title: 'access.origin', status: 403 });
    const page = refuseForeign(new URL(`${own}/en/reports`));
    expect([page.status, await page.text()]).toEqual([403, expect.stringContaining('another site')]);
  });
});
