/**
 * `npm test`: every proof there is, in order. `npm test -- --only lint,unit` runs some stages.
 * The last line says `N passed, N failed` over all of them; the exit code is not 0 if anything failed.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installIfNeeded, npm, root } from './lib/install.mjs';
import { countPeers, countPlaywright, countVitest, fromReport, sentence, step, sum } from './lib/tally.mjs';

/** @typedef {import('./lib/tally.mjs').Tally} Tally */

const reports = mkdtempSync(join(tmpdir(), 'handshake-lab-test-'));

/** @type {Record<string, () => Tally | Promise<Tally>>} */
const stages = {
  lint: () => sum([run('lint:code'), run('lint:format'), run('lint:unused')]),
  types: () => run('types'),
  build: () => run('build'),
  unit: () =>
    run('unit', countVitest, (file) => [
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  suites: () => run('suites', countPeers, (file) => ['--json', file]),
  interop: () => run('interop', countPeers, (file) => ['--json', file]),
  tshark: () => run('test:tshark', countPeers, (file) => ['--json', file]),
  kit: () => run('test:kit', countPeers, (file) => ['--json', file]),
  browser: async () => {
    await provideChromium();
    return run('browser', countPlaywright, (file) => {
      process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = file;
      return ['--reporter=list,json'];
    });
  },
  engines: () => run('engines', countPeers, (file) => ['--json', file]),
};

const names = chosenStages();
installIfNeeded();
const { scripts } = /** @type {{ scripts: Record<string, string> }} */ (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
);

/** @type {[name: string, tally: Tally, seconds: number][]} */
const results = [];
for (const name of names) {
  console.log(`\n──── ${name} ${'─'.repeat(Math.max(0, 74 - name.length))}\n`);
  const start = Date.now();
  const tally = (await stages[name]?.()) ?? step(1);
  results.push([name, tally, (Date.now() - start) / 1000]);
}
rmSync(reports, { recursive: true });

console.log(`\n──── result ${'─'.repeat(68)}\n`);
for (const [name, tally, seconds] of results)
  console.log(
    `${tally.failed > 0 ? 'FAILED' : 'ok    '}  ${name.padEnd(8)} ${sentence(tally)} (${seconds.toFixed(1)} s)`,
  );
for (const [name, { failures = [] }] of results)
  for (const failure of failures) console.log(`\n${name}: ${failure}`);
const total = sum(results.map(([, tally]) => tally));
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${sentence(total)}`);

/**
 * Runs an npm script; without `count` its exit code is all there is to count.
 * @param {string} script
 * @param {(report: any) => Tally} [count]
 * @param {(file: string) => string[]} [args] how the runner is told where its report goes
 * @returns {Tally}
 */
function run(script, count, args = () => []) {
  if (scripts[script] === undefined) {
    return { ...step(1), failures: [`package.json has no script "${script}".`] };
  }
  const file = join(reports, `${script.replaceAll(':', '-')}.json`);
  const code = npm(['run', '--silent', script, '--', ...args(file)]);
  if (count !== undefined) return fromReport(code, file, count);
  return code === 0 ? step(0) : { ...step(1), failures: [`npm run ${script}`] };
}

/** A developer without any Chromium gets Playwright's; CI has to bring its own. */
async function provideChromium() {
  const { findChromium } = await import('./lib/chromium.mjs');
  if ((await findChromium()) !== undefined || process.env['CI']) return;
  console.log('No Chromium here; installing the one that Playwright brings ...');
  npm(['exec', '--', 'playwright', 'install', 'chromium']);
}

/** @returns {string[]} */
function chosenStages() {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const all = Object.keys(stages);
  const chosen = values.only?.flatMap((list) => list.split(',')) ?? all;
  const unknown = chosen.filter((name) => !all.includes(name));
  if (unknown.length === 0) return all.filter((name) => chosen.includes(name));
  console.error(`No such stage: ${unknown.join(', ')}. The stages are ${all.join(', ')}.`);
  process.exit(2);
}
