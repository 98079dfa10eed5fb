import type { Page } from '@playwright/test';

/** A page instead of the Lab, and how to make it appear. */
export interface CalmPage {
  readonly name: string;
  readonly open: (page: Page, url: string) => Promise<void>;
}

const titled = (page: Page): Promise<void> => page.getByRole('heading', { level: 1 }).waitFor();

export const calmPages: readonly CalmPage[] = [
  {
    name: 'calm-insecure',
    open: async (page, url) => {
      await page.goto(url.replace('localhost', 'lab.test'));
      await titled(page);
    },
  },
  {
    name: 'calm-missing',
    open: async (page, url) => {
      await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'showPopover'));
      await page.goto(url);
      await titled(page);
    },
  },
  {
    name: 'calm-run-failed',
    open: async (page, url) => {
      await page.addInitScript(() => {
        SubtleCrypto.prototype.digest = () => Promise.reject(new TypeError('broken on purpose'));
      });
      await page.goto(url);
      await titled(page);
    },
  },
  {
    name: 'calm-crashed',
    open: async (page, url) => {
      await page.goto(url);
      await titled(page);
      await page.evaluate(() => {
        HTMLElement.prototype.showPopover = () => {
          throw new Error('broken on purpose');
        };
      });
      await page.getByRole('button', { name: /^Scenario:/ }).click();
      await page.getByRole('heading', { name: 'Something on this page broke' }).waitFor();
    },
  },
];
