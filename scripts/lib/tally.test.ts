import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { countPeers, countPlaywright, countVitest, fromReport, sentence, step, sum } from './tally.mjs';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tally-'));
  vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const one = { passed: 0, failed: 1, skipped: 0 };

describe('tally', () => {
  test('the sentence names skipped tests only when there are some', () => {
    expect(sentence(sum([step(0), step(0), step(3)]))).toBe('2 passed, 1 failed');
    expect(sentence({ passed: 5, failed: 0, skipped: 2 })).toBe('5 passed, 0 failed, 2 skipped');
  });

  test('Vitest: a file that does not load is a failure', () => {
    const file = { name: 'a.test.ts', message: '' };
    const test = { fullName: 'adds', failureMessages: ['\u001B[31mexpected 2\u001B[0m\n\n  got 3'] };
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { ...file, status: 'passed', assertionResults: [{ ...test, status: 'passed' }] },
        { ...file, status: 'failed', assertionResults: [{ ...test, status: 'failed' }] },
        { ...file, status: 'failed', message: 'no such module', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({
      passed: 7,
      failed: 2,
      skipped: 2,
      failures: ['a.test.ts\n    no such module', 'adds\n    expected 2\n    got 3'],
    });
  });

  test('Playwright: errors outside tests are failures', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    const tried = (status: string, error?: { message: string }) => ({
      title: 'steps',
      tests: [{ status, results: [error ? { error } : {}, {}] }],
    });
    const inner = { title: 'lab', specs: [tried('unexpected', { message: 'no row' }), tried('expected')] };
    const suites = [{ title: 'lab.spec.ts', specs: [tried('flaky', { message: 'late' })], suites: [inner] }];
    expect(countPlaywright({ stats, errors: [{}], suites })).toEqual({
      passed: 5,
      failed: 2,
      skipped: 2,
      failures: [
        'outside of tests',
        'passed at the second try: lab.spec.ts › steps\n    late',
        'lab › steps\n    no row',
      ],
    });
  });

  test('peers: what is absent is skipped aloud, what does not add up is refused', () => {
    const firefox = { tried: 3, passed: 2, failed: ['x'] };
    const webkit = { tried: 0, passed: 0, failed: [], skipped: 'not installed' };
    expect(countPeers({ firefox, webkit })).toEqual({
      passed: 2,
      failed: 1,
      skipped: 1,
      failures: ['firefox: x'],
    });
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('webkit SKIPPED: not installed'));
    expect(() => countPeers({ openssl: { tried: 3, passed: 2, failed: [] } })).toThrow(/do not add up/);
    expect(() => countPeers({ openssl: { tried: 0, passed: 0, failed: [] } })).toThrow(/do not add up/);
  });

  test.each([
    ['missing', undefined, 0],
    ['not JSON', '{', 0],
    ['of the wrong shape', '[]', 0],
    ['empty', '{}', 0],
  ])('a report that is %s is one failure', async (_, text, code) => {
    const file = join(folder, 'report.json');
    if (text !== undefined) await writeFile(file, text);
    expect(fromReport(code, file, countPeers)).toMatchObject(one);
  });

  test('a runner that ends badly without naming a test is one failure more', async () => {
    const file = join(folder, 'report.json');
    await writeFile(file, '{"curl":{"tried":2,"passed":2,"failed":[]}}');
    expect(fromReport(0, file, countPeers)).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(fromReport(1, file, countPeers)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });
});
