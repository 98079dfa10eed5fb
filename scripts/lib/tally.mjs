/**
 * Reads what the runners wrote and counts it: passed, failed, skipped. A report that is missing, empty or unreadable
 * is one failure, and so is a runner that ended badly without naming a failed test.
 */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number; failed: number; skipped: number; failures?: string[] }} Tally `failures`: a line for each */

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
    ...listed(tallies.flatMap(({ failures }) => failures ?? [])),
  };
}

/** @param {string[]} failures @returns {{ failures?: string[] }} */
function listed(failures) {
  return failures.length > 0 ? { failures } : {};
}

/**
 * A name and the first line that says something of a message, without its colours.
 * @param {string} name
 * @param {string} [message]
 */
function line(name, message = '') {
  const plain = stripVTControlCharacters(message)
    .split('\n')
    .map((text) => text.trim());
  return [name, ...plain.filter(Boolean).slice(0, 6)].join('\n    ');
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
    const failure = `no usable report: ${error instanceof Error ? error.message : String(error)}`;
    console.error(failure);
    return { ...step(1), failures: [failure] };
  }
}

/**
 * Vitest's JSON reporter. A file that fails to load has no tests; it counts as one failure.
 * @param {{ numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number;
 *   testResults: { name: string; status: string; message: string;
 *     assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[] }} report
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
    ...listed([
      ...broken.map(({ name, message }) => line(name, message)),
      ...report.testResults.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => line(fullName, failureMessages[0])),
      ),
    ]),
  };
}

/**
 * Playwright's JSON reporter. What passed at a second try is listed too, and counts as passed.
 * @param {{ stats: { expected: number; unexpected: number; flaky: number; skipped: number };
 *   errors: { message?: string }[]; suites: PlaywrightSuite[] }} report
 * @returns {Tally}
 */
export function countPlaywright({ stats, errors, suites }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    ...listed([
      ...errors.map(({ message }) => line('outside of tests', message)),
      ...suites.flatMap(failedIn),
    ]),
  };
}

/**
 * @typedef {{ title: string; suites?: PlaywrightSuite[];
 *   specs: { title: string; tests: { status: string; results: { error?: { message?: string } }[] }[] }[] }} PlaywrightSuite
 */

/** @param {PlaywrightSuite} suite @returns {string[]} */
function failedIn({ title, specs, suites = [] }) {
  const own = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) =>
        line(
          `${status === 'flaky' ? 'passed at the second try: ' : ''}${title} › ${spec.title}`,
          results.find(({ error }) => error !== undefined)?.error?.message,
        ),
      ),
  );
  return [...own, ...suites.flatMap(failedIn)];
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
      return {
        passed,
        failed: failed.length,
        skipped: 0,
        ...listed(failed.map((one) => `${peer}: ${String(one)}`)),
      };
    }),
  );
}
