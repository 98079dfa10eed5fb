/** What a visitor waits for: bytes before the first handshake, time to it, and time from key press to paint. */
import type { Browser, CDPSession, Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { median } from './replay.ts';

export interface Sizes {
  readonly entry_js_kb: number;
  readonly fonts_kb: number;
  /** The Lab with all its panels. */
  readonly code_kb: number;
  /** Every page of the site. */
  readonly site_kb: number;
}

const current = '[aria-current="step"]';

/** kB = 1 000 bytes, brotli at its best level, as a static host would serve them. */
export async function measureSizes(browser: Browser, address: string, dist: string): Promise<Sizes> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await markFirstHandshake(page);
  await page.goto(address);
  await page.waitForFunction(firstHandshakeIsPainted);
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => ({
      file: new URL(entry.name).pathname,
      early: entry.startTime < (performance.getEntriesByName('first-handshake-painted')[0]?.startTime ?? 0),
    })),
  );
  await page.close();
  const lab = await codeOfTheLab(browser, address);
  const fonts = loaded.map(({ file }) => file).filter((file) => file.endsWith('.woff2'));
  const root = new URL(address).pathname;
  const inDist = (file: string): string => path.join(dist, file.slice(root.length));
  const scripts = loaded.filter(({ file, early }) => early && file.endsWith('.js')).map(({ file }) => file);
  const code = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(js|css)$/.test(file),
  );
  return {
    entry_js_kb: kilobytes(scripts.map((file) => brotli(inDist(file)))),
    // Fonts are compressed already.
    fonts_kb: kilobytes(fonts.map((file) => readFileSync(inDist(file)).length)),
    code_kb: kilobytes(lab.map((file) => brotli(inDist(file)))),
    site_kb: kilobytes(code.map((file) => brotli(path.join(dist, file)))),
  };
}

/** What the Lab has loaded once its panels have come. */
async function codeOfTheLab(browser: Browser, address: string): Promise<readonly string[]> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(`${address}#/lab`);
  await page.waitForSelector(current);
  await page.waitForLoadState('networkidle');
  for (const key of ['c', 'd', 'k', 'b']) {
    await page.keyboard.press(key);
    await page.waitForLoadState('networkidle');
  }
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname),
  );
  await page.close();
  return files.filter((file) => /\.(js|css)$/.test(file));
}

/** Milliseconds from navigation to the first completed handshake on screen, CPU slowed down four times. */
export async function measureFirstHandshake(
  browser: Browser,
  address: string,
  rounds: number,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const page = await browser.newPage();
    await slowDown(page);
    await markFirstHandshake(page);
    await page.goto(address);
    await page.waitForFunction(firstHandshakeIsPainted);
    times.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-handshake-painted')[0]?.startTime ?? Number.NaN,
      ),
    );
    await page.close();
  }
  return median(times);
}

/** The page marks the moment at which the current step of a completed run has been painted. Text, because the tools rename functions. */
async function markFirstHandshake(page: Page): Promise<void> {
  await page.addInitScript(`
    const watcher = new MutationObserver(() => {
      if (document.querySelector('${current}') === null) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => performance.mark('first-handshake-painted')));
    });
    watcher.observe(document, { childList: true, subtree: true, attributes: true });
  `);
}

// Functions, not text: the page's CSP forbids eval.
const firstHandshakeIsPainted = (): boolean =>
  performance.getEntriesByName('first-handshake-painted').length > 0;

/** 95th percentiles of milliseconds, CPU slowed down four times. */
export interface SteppingTimes {
  /** From a key press to the paint behind it. */
  readonly paint: number;
  /** From a key press until the panels of the step are painted. */
  readonly drawn: number;
}

export async function measureStepping(
  browser: Browser,
  address: string,
  rounds: number,
): Promise<SteppingTimes> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}#/lab`);
  await page.waitForSelector(current);
  await page.waitForLoadState('networkidle');
  await slowDown(page);
  // Event Timing: from the key event to the frame that shows its effect, in steps of 8 ms.
  await page.evaluate(`
    window.stepTimes = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') window.stepTimes.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 });
    window.drawnTimes = [];
    let pressed;
    addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
    // The first change of the inspector behind a key is its new step.
    new MutationObserver(() => {
      const since = pressed;
      pressed = undefined;
      if (since !== undefined)
        requestAnimationFrame(() => setTimeout(() => window.drawnTimes.push(performance.now() - since)));
    }).observe(document.querySelector('main > div'), { childList: true, characterData: true, subtree: true });
  `);
  let presses = 0;
  const press = async (key: string): Promise<void> => {
    presses++;
    await page.keyboard.press(key);
    // A reader's pace, not a held key: what the step still has to draw is drawn.
    await page.waitForTimeout(500);
  };
  for (let round = 0; round < rounds; round++) {
    await press('Home');
    for (let i = 0; i < 13; i++) await press('ArrowRight');
  }
  const reported = await page.evaluate<number[]>('window.stepTimes');
  // What took less than 16 ms is not reported.
  const times = [...reported, ...Array.from({ length: Math.max(0, presses - reported.length) }, () => 16)];
  const drawn = await page.evaluate<number[]>('window.drawnTimes');
  await page.close();
  return { paint: percentile95(times), drawn: percentile95(drawn) };
}

function percentile95(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return session;
}

function brotli(file: string): number {
  return brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function kilobytes(sizes: readonly number[]): number {
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10;
}
