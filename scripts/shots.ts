/**
 * `npm run shots [-- --out DIR] [--folder BUILD] [--readme]`: a picture of every screen and of every scenario's
 * end, at four widths and in both themes, with a contact sheet, for people to look at. `--readme` also takes
 * docs/lab.png. `--folder` takes a build that is there instead of making one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { Lab } from '../e2e/pages/lab.ts';
import { elsewhere, ends, inGerman, screens, show, type Screen } from '../e2e/pages/screens.ts';
import { chromiumFlags, findChromium } from './lib/chromium.mjs';
import { root } from './lib/install.mjs';
import { startServer } from './lib/static-server.mjs';
import { calmPages, type CalmPage } from './shots/calm-pages.ts';
import { contactSheet, type Shot } from './shots/contact-sheet.ts';

const sizes = [
  [1440, 900],
  [1024, 768],
  [768, 1024],
  [390, 844],
] as const;
const themes = ['light', 'dark'] as const;
const hands = 4;

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'shots' },
    folder: { type: 'string' },
    only: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
});
const out = resolve(root, values.out);
if (values.folder === undefined) {
  const build = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(1);
}
const server = await startServer({ folder: resolve(root, values.folder ?? 'dist'), mount: '/any/sub-path/' });
const executablePath = await findChromium();
const browser = await chromium.launch({
  args: [...chromiumFlags, '--host-resolver-rules=MAP lab.test 127.0.0.1'],
  ...(executablePath === undefined ? {} : { executablePath }),
});

const started = performance.now();
const failures: string[] = [];
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const shots: Shot[] = [];
const work = [...screens, ...ends, ...elsewhere, ...inGerman, ...calmPages]
  .filter(({ name }) => values.only === undefined || name.includes(values.only))
  .flatMap((screen) => sizes.map((size) => ({ screen, size })));
// Pages are taken in turn: whoever is free takes the next one.
const queue = work.values();
await Promise.all(Array.from({ length: hands }, takeAll));
if (values.readme) await takeReadme();
await browser.close();
await server.close();

writeFileSync(join(out, 'index.html'), contactSheet(shots, sizes, themes));
const seconds = Math.round((performance.now() - started) / 1000);
console.log(`${shots.length} pictures in ${seconds} s: ${join(out, 'index.html')}`);
for (const failure of failures) console.error(`✗ ${failure}`);
process.exit(failures.length === 0 ? 0 : 1);

async function takeAll(): Promise<void> {
  for (const { screen, size } of queue) {
    const [width] = size;
    const files = themes.map((theme) => ({ theme, file: `${screen.name}-${width}-${theme}.png` }));
    try {
      await take(
        screen,
        size,
        files.map(({ theme, file }) => [theme, join(out, file)] as const),
      );
      for (const { theme, file } of files) shots.push({ name: screen.name, file, width, theme });
    } catch (error) {
      failures.push(`${screen.name}, ${width}: ${String(error)}`);
    }
  }
}

/** Opens the screen once; the page follows the system's theme. */
async function take(
  screen: Screen | CalmPage,
  [width, height]: (typeof sizes)[number],
  pictures: readonly (readonly [theme: (typeof themes)[number], path: string])[],
): Promise<void> {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width, height },
    colorScheme: 'light',
    // The end state: nothing is caught halfway.
    reducedMotion: 'reduce',
    hasTouch: width < 600,
    isMobile: width < 600,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const lab = new Lab(page);
    if ('link' in screen) await show(lab, screen);
    else await screen.open(page, server.url);
    for (const [colorScheme, path] of pictures) {
      await page.emulateMedia({ colorScheme });
      await lab.settled();
      await page.screenshot({ path });
    }
  } finally {
    await context.close();
  }
}

/** The picture of README: the Certificate message with its issuer selected. */
async function takeReadme(): Promise<void> {
  const screen = screens.find(({ name }) => name === 'certificate-bytes');
  if (screen) await take(screen, [1440, 900], [['light', join(root, 'docs', 'lab.png')]]);
}
