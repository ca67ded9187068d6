import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What one part of the test command found. `skipped` always comes with a printed reason. */
export type Outcome = { passed: number; failed: number; skipped: number; report: string };

/** One part: a check or a suite. It starts when every part named in `after` is done and, unless it says otherwise, was green. */
export type Part = { name: string; after?: string[]; run(): Promise<Outcome> };

const node = process.execPath;

/** Programs that tests start again and again (a kill in each round, a command in each case) keep their compiled modules here: 1.3 s less for each. */
const compiled = path.resolve(import.meta.dirname, '../../node_modules/.cache/redthread-test');

/** Runs a program to its end and keeps what it printed. A part that hangs is ended after forty-five minutes, far more than any takes. */
export function execute(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: { ...process.env, NODE_COMPILE_CACHE: compiled, NO_COLOR: '1', FORCE_COLOR: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 2_700_000,
    });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}\n(ended by ${signal})` : output }),
    );
  });
}

/** A check is one test: it passes with exit status 0, and only a failing one is shown. */
export function check(name: string, args: string[], after: string[] = []): Part {
  return {
    name,
    after,
    run: async () => {
      const { code, output } = await execute(node, args);
      return code === 0
        ? { passed: 1, failed: 0, skipped: 0, report: '' }
        : { passed: 0, failed: 1, skipped: 0, report: output };
    },
  };
}

type VitestReport = {
  success: boolean;
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
};

/** Runs a vitest project and counts its tests. A file that cannot even start counts as one failure. */
export async function vitest(project: string, more: string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'redthread-report-'));
  const file = path.join(folder, 'report.json');
  try {
    const args = [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=json',
      `--outputFile=${file}`,
      '--reporter=default',
      ...more,
    ];
    const { code, output } = await execute(node, ['node_modules/vitest/vitest.mjs', ...args], env);
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, report: `${output}\n${project} left no report.` };
    return countOf(JSON.parse(readFileSync(file, 'utf8')) as VitestReport, code, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function countOf(report: VitestReport, code: number, output: string): Outcome {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const skipped = report.numPendingTests + report.numTodoTests;
  const unexplained = code !== 0 && failed === 0 ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: failed + unexplained,
    skipped,
    report: code !== 0 || skipped > 0 ? output : leftOut(output),
  };
}

/** Lines in which a test says that it was left out, and why; not the names of tests that passed. */
function leftOut(output: string): string {
  return output
    .split('\n')
    .filter((line) => /left out/i.test(line) && !line.includes('✓'))
    .join('\n');
}
