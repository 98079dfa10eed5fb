import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/lib/chromium.mjs';

// A port of its own for each run, so that two runs on one machine do not meet. Workers inherit the variable.
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000));
const port = process.env['E2E_PORT'];
// A sub-path, because the build must work from any.
const mount = '/any/sub-path/';

const executablePath = await findChromium();
const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  fullyParallel: true,
  // A busy machine must not fail a test that passes; what needed a second try is listed as flaky.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}${mount}`,
    // Each test starts with an empty browser; only offline.spec.ts wants the site kept there.
    serviceWorkers: 'block',
    // Recording takes two thirds of the time of a test: only what is tried again is recorded.
    trace: 'on-first-retry',
    locale: 'en-US',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: chromiumFlags,
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'chromium-desktop', use: desktop, testIgnore: '**/*.mobile.spec.ts' },
    {
      name: 'chromium-mobile',
      use: { ...desktop, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
      testMatch: ['**/*.mobile.spec.ts', '**/smoke.spec.ts'],
    },
  ],
  webServer: {
    command: `npm run --silent build -- --logLevel warn && node scripts/serve.mjs --port ${port} --mount ${mount}`,
    url: `http://localhost:${port}${mount}`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
