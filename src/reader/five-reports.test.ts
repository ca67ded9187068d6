import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReport } from './index.ts';
import type { Reading } from './reading.ts';

/** The five real reports and what a careful person reads in them lie outside the repository. */
const shared = resolve(process.env['REDTHREAD_SHARED'] ?? '../shared');
const there = existsSync(join(shared, 'reports')) && existsSync(join(shared, 'gold'));
if (!there) console.log(`left out: the five reports are not in ${shared}`);

describe.runIf(there)('the five reports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redthread-readings-'));
  const readings = new Map<string, Reading>();
  let totals: Record<string, number>;

  beforeAll(async () => {
    for (const file of readdirSync(join(shared, 'reports'))) {
      const reading = await readReport(readFileSync(join(shared, 'reports', file)), file);
      readings.set(file.slice(0, 3), reading);
      writeFileSync(join(folder, file.replace(/\.\w+$/, '.json')), JSON.stringify(reading));
    }
    const script = join(shared, 'tools/score-reading.mjs');
    const printed = execFileSync(process.execPath, [script, join(shared, 'gold'), folder, '--json'], {
      encoding: 'utf8',
    });
    totals = JSON.parse(printed.trim().split('\n').at(-1) ?? '{}') as Record<string, number>;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('facts, states, paragraphs and goals are all right', () => {
    expect(totals).toMatchObject({ documents: 5, facts: 1, statesExact: 1, paragraphs: 1, goals: 1 });
  });

  test('organisations, outcomes and attribution keep their bounds', () => {
    expect(totals['organisationsF1']).toBeGreaterThanOrEqual(0.97);
    expect(totals['outcomesF1']).toBeGreaterThanOrEqual(0.95);
    expect(totals['attribution']).toBeGreaterThanOrEqual(0.95);
  });

  test('the count of December 2021 is doubted, the other counts are not', () => {
    const counts = [...readings]
      .filter(([, r]) => r.findings.some((f) => f.code === 'attendance.count'))
      .map(([name]) => name);
    expect(counts).toEqual(['003']);
  });

  test('the missing labels of 2019 are supplied and said', () => {
    const supplied = readings.get('002')?.paragraphs.filter((p) => p.labelSupplied);
    expect(supplied?.map((p) => p.id)).toEqual(['p7.a', 'p7.c', 'p10.b']);
    expect(readings.get('002')?.findings.filter((f) => f.code === 'structure.label-missing')).toHaveLength(3);
  });

  test('five areas that are six, and a dateline over an online meeting, are found', () => {
    expect(readings.get('003')?.findings.map((f) => f.code)).toContain('text.number-word');
    expect(readings.get('000')?.findings.map((f) => f.code)).toContain('place.mode');
  });

  test('every span is a slice of the text', () => {
    for (const reading of readings.values()) {
      for (const p of reading.paragraphs) expect(reading.text.slice(...p.span)).toBe(p.text);
      for (const o of reading.outcomes) expect(reading.text.slice(...o.span)).toBe(o.text);
      for (const s of reading.attendance.states) expect(reading.text.slice(...s.span)).toBe(s.asWritten);
      for (const r of reading.references) expect(reading.text.slice(...r.span)).toBe(r.asWritten);
    }
  });
});
