/**
 * Reads what the runners wrote and counts it: passed, failed, skipped. A report that is missing, empty or unreadable
 * is one failure, and so is a runner that ended badly without naming a failed test.
 */
import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number; failed: number; skipped: number }} Tally */

/**
 * A step that only succeeds or fails.
 * @param {number} code
 * @returns {Tally}
 */
export function step(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** @param {Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
    skipped: tallies.reduce((total, tally) => total + tally.skipped, 0),
  };
}

/** @param {Tally} tally */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {number} code exit code of the runner
 * @param {string} file its JSON report
 * @param {(report: any) => Tally} count
 * @returns {Tally}
 */
export function fromReport(code, file, count) {
  try {
    const tally = count(JSON.parse(readFileSync(file, 'utf8')));
    if (tally.passed + tally.failed + tally.skipped === 0) throw new Error('it names no test');
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch (error) {
    console.error(`No usable report: ${error instanceof Error ? error.message : String(error)}`);
    return step(1);
  }
}

/**
 * Vitest's JSON reporter. A file that fails to load has no tests; it counts as one failure.
 * @param {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number;
 *   testResults: { status: string; assertionResults: { status: string }[] }[] }} report
 * @returns {Tally}
 */
export function countVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Playwright's JSON reporter.
 * @param {{ stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }} report
 * @returns {Tally}
 */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The report of `npm run interop` and `npm run engines`: per peer, how many were tried and how many passed.
 * A peer that is not on the machine says so: `{ "tried": 0, "passed": 0, "failed": [], "skipped": "why" }`.
 * @param {Record<string, { tried: number; passed: number; failed: unknown[]; skipped?: string }>} report
 * @returns {Tally}
 */
export function countPeers(report) {
  return sum(
    Object.entries(report).map(([peer, { tried, passed, failed, skipped }]) => {
      if (skipped !== undefined) {
        console.warn(`\n  !! ${peer} SKIPPED: ${skipped}\n`);
        return { passed: 0, failed: 0, skipped: 1 };
      }
      if (passed + failed.length !== tried || tried === 0)
        throw new Error(`the numbers of ${peer} do not add up`);
      return { passed, failed: failed.length, skipped: 0 };
    }),
  );
}
