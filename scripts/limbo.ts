/**
 * npm run limbo -- FILE [--json OUT] [--profile rfc5280] [--verbose]: runs the cases of an x509-limbo file.
 *
 * Prints a line for each case that comes out differently, then the counts. The exit code says whether
 * every case was run, not whether every case agrees: some contradict each other.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type LimboCase, type LimboOutcome, limboReport, runLimboCase } from '../src/x509/testing/limbo.ts';
import type { VerifySignature } from '../src/x509/path/input.ts';
import { createNodeProvider } from './lib/node-provider.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'string' },
    profile: { type: 'string', default: 'web' },
    verbose: { type: 'boolean' },
  },
});
const [file] = positionals;
const { profile } = values;
if (file === undefined || (profile !== 'web' && profile !== 'rfc5280')) {
  console.error('usage: npm run limbo -- FILE [--json OUT] [--profile web|rfc5280] [--verbose]');
  process.exit(2);
}

const { testcases } = JSON.parse(readFileSync(file, 'utf8')) as { testcases: readonly LimboCase[] };
const provider = await createNodeProvider();
const now = Date.now();
const verify: VerifySignature = async (algorithm, publicKey, tbs, signature) =>
  (await provider.verify(algorithm, publicKey, tbs, signature)).value;
const outcomes: LimboOutcome[] = [];
for (const limbo of testcases) {
  const outcome = await runLimboCase(limbo, { verify, now, profile });
  outcomes.push(outcome);
  const differs = outcome.actual !== outcome.expected;
  if (differs || values.verbose === true)
    console.log(
      `${differs ? 'DIFFERS' : 'agrees '} ${outcome.id}: expected ${outcome.expected}, got ${outcome.actual}${outcome.why === undefined ? '' : ` (${outcome.why})`} in ${outcome.milliseconds.toFixed(1)} ms`,
    );
}

const report = limboReport(outcomes);
console.log(`accept: ${report.accept.passed} of ${report.accept.total}`);
console.log(`reject: ${report.reject.passed} of ${report.reject.total}`);
console.log(`bettertls: ${report.bettertls.passed} of ${report.bettertls.total}`);
const total = outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
console.log(`slowest case ${report.slowest_ms.toFixed(0)} ms, all ${(total / 1000).toFixed(1)} s`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
