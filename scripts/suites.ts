/**
 * `npm run suites [-- --json FILE] [--only TEXT]`: every registered cipher suite, run through the real client and the
 * real server where its parts run here, a line each. The rest says why it does not.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { suitesWords } from '../src/lesson/suites.ts';
import { signallingValues } from '../src/tls/registry/iana-suites.ts';
import { suiteRows } from '../src/view/suites/rows.ts';
import { createNodeProvider } from './lib/node-provider.ts';
import { runSuite, suiteEnvironment } from './suites/run-suite.ts';

const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
const { only } = values;
const environment = suiteEnvironment(await createNodeProvider());
const started = performance.now();
const rows = suiteRows()
  .filter(({ code, name }) => !signallingValues.includes(code) && (only === undefined || name.includes(only)))
  .toSorted((a, b) => a.code - b.code);
const report = { tried: 0, passed: 0, failed: [] as string[] };

for (const { code, codeText, name, whyNot } of rows) {
  const result = await runSuite(code, environment);
  if (result === undefined) {
    // A suite that nobody has a reason for is one that was forgotten.
    const why = whyNot === undefined ? undefined : suitesWords.en.whyNot.text[whyNot];
    if (why === undefined) fail(name, 'does not run, and nothing says why');
    console.log(`-    ${codeText} ${name}: ${String(why)}`);
    continue;
  }
  report.tried++;
  if (result.problems.length > 0 || whyNot !== undefined) {
    fail(
      name,
      [...result.problems, ...(whyNot === undefined ? [] : ['runs, and is said not to'])].join('; '),
    );
    continue;
  }
  report.passed++;
  console.log(`ok   ${codeText} ${name}: ${result.steps} steps, ${result.milliseconds.toFixed(1)} ms`);
}

if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ suites: report }, null, 2));
console.log(`\n${((performance.now() - started) / 1000).toFixed(1)} s`);
console.log(`suites: ${rows.length} registered, ${report.tried} run, ${report.failed.length} failed`);
process.exitCode = report.failed.length > 0 || report.tried === 0 ? 1 : 0;

function fail(name: string, why: string): void {
  report.failed.push(`${name}: ${why}`);
  console.log(`FAIL ${name}: ${why}`);
}
