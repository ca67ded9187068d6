import { describe, expect, test } from 'vitest';
import type { LintExamples } from '../../../test/support/a-reading.ts';
import type { Reading } from '../reading.ts';
import { lint, rules } from './index.ts';
import { meetingExamples } from './meeting.examples.ts';
import { outcomeExamples } from './outcomes.examples.ts';
import { wordExamples } from './words.examples.ts';

/** For every rule: when it speaks, and when it must stay silent. */
const examples: LintExamples = { ...meetingExamples, ...wordExamples, ...outcomeExamples };

const codesIn = (reading: Omit<Reading, 'findings'>) => lint(reading).map((finding) => finding.code);

describe('the text check', () => {
  test('has at least 25 rules, each with a code of its own and examples both ways', () => {
    const codes = rules.map((rule) => rule.code);
    expect(codes.length).toBeGreaterThanOrEqual(25);
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(examples).sort()).toEqual([...codes].sort());
  });

  for (const rule of rules) {
    const { speaks, silent } = examples[rule.code] ?? { speaks: [], silent: [] };
    test(`${rule.code} speaks ${rule.speaks}`, () => {
      expect(speaks.length).toBeGreaterThan(0);
      for (const reading of speaks) expect(codesIn(reading), reading.text).toContain(rule.code);
    });
    test(`${rule.code} stays silent otherwise`, () => {
      expect(silent.length).toBeGreaterThan(0);
      for (const reading of silent) expect(codesIn(reading), reading.text).not.toContain(rule.code);
    });
  }

  test('a finding points into the text and its message is a sentence', () => {
    for (const { speaks } of Object.values(examples))
      for (const reading of speaks)
        for (const finding of lint(reading)) {
          const [start, end] = finding.span;
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(Math.max(reading.text.length, 60));
          expect(finding.message).toMatch(/^[\p{Lu}\p{N}“].*[.]$/su);
        }
  });
});
