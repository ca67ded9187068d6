import { afterEach, expect, test, vi } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { Bug } from '../../kernel/server/run-action.ts';
import { reportProblem } from './problems.ts';

const event = { route: { id: '/reports/[slug]' }, request: { method: 'GET' } } as never;
const report = (error: unknown) => reportProblem({ kind: 'unknown', error, event } as never) as Record<string, unknown>;

afterEach(() => vi.restoreAllMocks());

test('a refusal is an answer: its status and its sentence, and nothing in the log', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(report(new Refusal('records.report.not-found', 'There is no such report.'))).toEqual({
    status: 404,
    message: 'There is no such report.',
  });
  expect(log).not.toHaveBeenCalled();
});

test('a bug gives the person a number and the log the rest under it, without row values', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (name)=(Secret Name)',
    where: 'x',
  });
  const { reference } = report(error);
  expect(reference).toMatch(/^[2-9A-Y]{8}$/);
  const line = String(log.mock.calls[0]![0]);
  expect(JSON.parse(line)).toMatchObject({
    reference,
    route: '/reports/[slug]',
    code: '23505',
    message: 'duplicate key',
  });
  expect(line).not.toContain('Secret Name');
});

test('a bug of an action keeps the number under which it was audited', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(report(new Bug('abc1234567', new Error('inside')))).toEqual({ reference: 'abc1234567' });
  expect(JSON.parse(String(log.mock.calls[0]![0]))).toMatchObject({ message: 'inside' });
});
