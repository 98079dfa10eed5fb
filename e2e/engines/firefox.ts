import { existsSync } from 'node:fs';
import { type ConsoleMessage, launch, type KeyInput } from 'puppeteer-core';
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
    if (message.type() === 'error' && !isCutOff(message.text())) void note(message, errors);
  });
  page.on('pageerror', (error) => {
    if (!isCutOff(String(error))) errors.push(String(error));
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

/** A page that is left cuts off what it, or its worker, was still loading; Firefox calls that an error. */
function isCutOff(text: string): boolean {
  return text.includes('ServiceWorker') || text.includes('error loading dynamically imported module');
}

/** What an error says that was logged as an object. */
async function note(message: ConsoleMessage, errors: string[]): Promise<void> {
  const texts = message.args().map((argument) =>
    argument
      .evaluate((value: unknown) => (value instanceof Error ? `${value.message}\n${value.stack}` : ''))
      // The page has been left, and its objects with it.
      .catch(() => 'error loading dynamically imported module'),
  );
  const text = [message.text(), ...(await Promise.all(texts))].join('\n');
  if (!isCutOff(text)) errors.push(text);
}
