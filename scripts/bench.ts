/**
 * npm run bench [-- --json FILE]: figures of one run on this machine, each beside its limit.
 *
 * Times are compared with times of the same run, because machines differ and are noisy.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import type { HandshakeTimes } from './bench/handshakes.ts';
import { measureFirstHandshake, measureSizes, measureStepping } from './bench/page-load.ts';
import { measureBetterTls, measureDefaultChain, measureGrowth, type Measured } from './bench/validation.ts';
import { chromiumFlags, findChromium } from './lib/chromium.mjs';
import { startServer } from './lib/static-server.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { json: { type: 'string' } } });

interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Absent: a figure to know, not to keep. */
  readonly limit?: number;
  readonly better: 'lower' | 'higher';
  readonly text: string;
}

const figures: Figure[] = [];
const note = (figure: Figure): void => {
  figures.push(figure);
  const { name, value, unit, limit, better, text } = figure;
  if (limit === undefined) {
    console.log(`     ${name} ${round(value)}${unit} ${text}`);
    return;
  }
  const sign = better === 'lower' ? '≤' : '≥';
  const good = better === 'lower' ? value <= limit : value >= limit;
  console.log(`${good ? 'ok  ' : 'MISS'} ${name} ${round(value)}${unit} (${sign} ${limit}${unit}) ${text}`);
};

const executablePath = await findChromium();
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: chromiumFlags });
const dist = path.join(root, 'dist');
const benchDist = path.join(root, 'node_modules/.cache/bench');
await build({ root, logLevel: 'error' });
await build({
  configFile: false,
  root: path.join(root, 'scripts/bench'),
  base: './',
  logLevel: 'error',
  build: {
    outDir: benchDist,
    emptyOutDir: true,
    target: 'esnext',
    rolldownOptions: { input: path.join(root, 'scripts/bench/page.html') },
  },
});
const site = await startServer({ folder: dist, mount: '/' });
const bench = await startServer({ folder: benchDist, mount: '/' });

try {
  // Pages that do the same differ by up to a tenth.
  const pages: HandshakeTimes[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await openBench();
    pages.push(await page.evaluate<HandshakeTimes>(() => window.measureHandshakes(100)));
    await page.close();
  }
  pages.sort((a, b) => a.ratio - b.ratio);
  const [best, times, worst] = [pages.at(0), pages.at(2), pages.at(-1)];
  if (!best || !times || !worst) throw new Error('unreachable: five pages');
  note({
    name: 'handshake_vs_replay',
    value: times.ratio,
    unit: '×',
    limit: 1.5,
    better: 'lower',
    text: `Chromium, median of 5 pages (${round(best.ratio)} to ${round(worst.ratio)}): full run ${round(times.handshake)} ms, bare replay of its crypto calls ${round(times.replay)} ms; with the whole trace read and written as JSON ${round(times.allRead)} ms`,
  });

  const page = await openBench();
  const families = await page.evaluate(() => window.measureFamilies(15));
  const throughput = await page.evaluate(() => window.measureThroughput());
  await page.close();

  for (const [family, milliseconds] of Object.entries(families))
    note({
      name: `handshake_ms.${family}`,
      value: milliseconds,
      unit: ' ms',
      better: 'lower',
      text: 'Chromium: median full run, both sides',
    });
  for (const [cipher, { records, bare }] of Object.entries(throughput))
    note({
      name: `throughput.${cipher}`,
      value: records,
      unit: ' MB/s',
      better: 'higher',
      text: `1 MB protected and opened again; its bare crypto calls ${round(bare)} MB/s, ${round((100 * records) / bare)} % of that`,
    });

  const node = inNode();
  note({
    name: 'forge_vs_handshake',
    value: node.ratio,
    unit: '×',
    limit: 3,
    better: 'higher',
    text: `Node: full run ${round(node.own)} ms, node-forge TLS 1.2 RSA-2048 ${round(node.forge)} ms`,
  });

  const chain = await measureDefaultChain(200);
  note({
    name: 'validate_chain_ms',
    value: chain.own,
    unit: ' ms',
    limit: 5,
    better: 'lower',
    text: `Node: decoding and validating leaf, intermediate and root with every check; pkijs ${round(chain.pkijs)} ms`,
  });
  const better = await measureBetterTls();
  if (better === undefined) console.log('SKIPPED bettertls_1000_ms: the conformance file is not there');
  else
    note({
      name: 'bettertls_1000_ms',
      value: better,
      unit: ' ms',
      limit: 15_000,
      better: 'lower',
      text: 'Node: 1,000 BetterTLS cases',
    });
  for (const intermediates of [10, 100, 1_000]) {
    for (const shape of ['dead-ends', 'every-way'] as const) {
      const { own, pkijs } = await measureGrowth(intermediates, shape);
      const ways = shape === 'dead-ends' ? 'of which one leads up' : 'which all lead up';
      note({
        name: `path_growth_${shape === 'dead-ends' ? '' : 'every_way_'}${intermediates}_ms`,
        value: own,
        unit: ' ms',
        limit: 1_000,
        better: 'lower',
        text: `Node: one intermediate cross-signed ${intermediates} times, ${ways}; pkijs ${answerOf(pkijs)}`,
      });
    }
  }

  const sizes = await measureSizes(browser, site.url, dist);
  const size = (name: keyof typeof sizes, limit: number, text: string): void =>
    note({ name, value: sizes[name], unit: ' kB', limit, better: 'lower', text });
  size('entry_js_kb', 150, 'JavaScript loaded before the first handshake shows, brotli');
  size('fonts_kb', 160, 'fonts loaded, woff2');
  size('code_kb', 400, 'JavaScript and CSS of the Lab with all its panels, brotli');
  note({
    name: 'site_kb',
    value: sizes.site_kb,
    unit: ' kB',
    better: 'lower',
    text: 'JavaScript and CSS of every page, brotli',
  });

  const first = await measureFirstHandshake(browser, site.url, 5);
  note({
    name: 'first_handshake_ms',
    value: first,
    unit: ' ms',
    limit: 2000,
    better: 'lower',
    text: 'navigation to first completed handshake on screen, CPU slowed 4×',
  });
  const step = await measureStepping(browser, site.url, 4);
  note({
    name: 'step_p95_ms',
    value: step.paint,
    unit: ' ms',
    limit: 50,
    better: 'lower',
    text: 'key press to next paint while stepping, CPU slowed 4×, 95th percentile',
  });
  note({
    name: 'step_drawn_p95_ms',
    value: step.drawn,
    unit: ' ms',
    better: 'lower',
    text: 'the same until the panels of the step are painted',
  });
} finally {
  await browser.close();
  await Promise.all([site.close(), bench.close()]);
}

if (values.json !== undefined) {
  writeFileSync(
    values.json,
    `${JSON.stringify(Object.fromEntries(figures.map(({ name, value }) => [name, value])), null, 2)}\n`,
  );
}

async function openBench(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${bench.url}page.html`);
  await page.waitForFunction(() => 'measureHandshakes' in window);
  return page;
}

function inNode(): { readonly own: number; readonly forge: number; readonly ratio: number } {
  const script = path.join(root, 'scripts/bench/in-node.ts');
  const printed = execFileSync(process.execPath, ['--import', 'tsx', script], {
    cwd: root,
    encoding: 'utf8',
  });
  return JSON.parse(printed) as ReturnType<typeof inNode>;
}

function answerOf(pkijs: Measured | undefined): string {
  if (pkijs === undefined) return 'given up after 20 s';
  const time = `${round(pkijs.milliseconds)} ms`;
  return pkijs.trusted ? time : `gives up at the first dead end (${time})`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
