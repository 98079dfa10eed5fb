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
    const report = {
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    };
    expect(countVitest(report)).toEqual({ passed: 7, failed: 2, skipped: 2 });
  });

  test('Playwright: errors outside tests are failures', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 0, skipped: 2 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  test('peers: what is absent is skipped aloud, what does not add up is refused', () => {
    const firefox = { tried: 3, passed: 2, failed: ['x'] };
    const webkit = { tried: 0, passed: 0, failed: [], skipped: 'not installed' };
    expect(countPeers({ firefox, webkit })).toEqual({ passed: 2, failed: 1, skipped: 1 });
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
    expect(fromReport(code, file, countPeers)).toEqual(one);
  });

  test('a runner that ends badly without naming a test is one failure more', async () => {
    const file = join(folder, 'report.json');
    await writeFile(file, '{"curl":{"tried":2,"passed":2,"failed":[]}}');
    expect(fromReport(0, file, countPeers)).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(fromReport(1, file, countPeers)).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });
});
