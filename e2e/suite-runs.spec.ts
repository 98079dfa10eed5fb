/** Every suite that runs here runs in a browser too: the same engine, certificates, provider and words as in the page. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { startServer } from '../scripts/lib/static-server.mjs';
import { suiteName } from '../src/tls/registry/suite-names.ts';
import { expect, test as base } from './pages/test.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** A page of its own, because the Lab has no door for tests; under the same policy as the site. */
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern.
  baseURL: async ({}, provide) => {
    const folder = path.join(root, `node_modules/.cache/suites-page-${process.pid}`);
    await build({
      configFile: false,
      root: path.join(root, 'e2e/suites'),
      publicDir: path.join(root, 'public'),
      base: './',
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'esnext',
        rolldownOptions: { input: path.join(root, 'e2e/suites/page.html') },
      },
    });
    const server = await startServer({ folder, mount: '/' });
    await provide(server.url);
    await server.close();
  },
});

test('every runnable suite: data arrives, and every step is explained', async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto('./page.html');
  await page.waitForFunction(() => 'runSuites' in window);
  const codes = await page.evaluate(() => window.runnableSuites);
  expect(codes).toHaveLength(287);
  for (const [family, members] of byFamily(codes)) {
    await test.step(`${family}: ${members.length}`, async () => {
      const runs = await page.evaluate((group) => window.runSuites(group), members);
      expect(runs.map(({ code }) => code)).toEqual(members);
      const bad = runs
        .filter(({ problems }) => problems.length > 0)
        .map(({ code, problems }) => `${suiteName(code)}: ${problems.join('; ')}`);
      expect.soft(bad).toEqual([]);
    });
  }
});

test('what the browser computes the libraries compute too', async ({ page }) => {
  await page.goto('./page.html');
  await page.waitForFunction(() => 'compareProviders' in window);
  const { compared, disagreements, backends } = await page.evaluate(() => window.compareProviders());
  expect(disagreements).toEqual([]);
  expect(compared).toBe(47);
  // Everywhere: what WebCrypto has had from the beginning, and what it never will have.
  expect(backends).toMatchObject({
    'AES-128-GCM': 'WebCrypto',
    'AES-128-CCM': 'WebCrypto',
    'RC4-128': 'handshake-lab',
    '3DES-EDE-CBC': 'des.js',
    'DSA-SHA256': 'micro-rsa-dsa-dh',
  });
});

/** By key exchange and authentication, as the names begin. */
function byFamily(codes: readonly number[]): ReadonlyMap<string, number[]> {
  const families = new Map<string, number[]>();
  for (const code of codes) {
    const family = /^TLS_(.+)_WITH_/.exec(suiteName(code) ?? '')?.[1] ?? 'TLS 1.3';
    const known = families.get(family);
    if (known === undefined) families.set(family, [code]);
    else known.push(code);
  }
  return families;
}
