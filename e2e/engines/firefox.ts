import { existsSync } from 'node:fs';
import { launch, type KeyInput } from 'puppeteer-core';
import type { Engine } from './engine.ts';

const places = [process.env['FIREFOX_PATH'] ?? '', '/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Firefox over WebDriver BiDi, or why there is none. */
export async function launchFirefox(): Promise<Engine | string> {
  const executablePath = places.find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined)
    return 'no firefox-esr or firefox on this machine (FIREFOX_PATH may name one)';
  const browser = await launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  const errors: string[] = [];
  page.on('console', (message) => {
    // A page that is left cuts off what its worker was fetching.
    if (message.type() === 'error' && !message.text().includes('ServiceWorker')) errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    if (!String(error).includes('ServiceWorker')) errors.push(String(error));
  });
  return {
    name: await browser.version(),
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key as KeyInput),
    errors: () => errors,
    close: () => browser.close(),
  };
}
