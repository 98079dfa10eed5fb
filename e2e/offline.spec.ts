import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../scripts/lib/static-server.mjs';
import { expect, test } from '@playwright/test';

test.use({ serviceWorkers: 'allow' });

test('after the first visit everything works without a network, and a newer version asks first', async ({
  page,
  context,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-offline-'));
  cpSync('dist', folder, { recursive: true });
  const site = await startServer({ folder, mount: '/lab/' });
  try {
    await page.goto(`${site.url}#/lab?v=1&s=tls13&step=5`);
    await expect(page.getByRole('region', { name: 'Inspector' }).getByText('Step 5 of 14')).toBeVisible();
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');

    await test.step('offline, from a reload to a failing check and every tab', async () => {
      await context.setOffline(true);
      await page.reload();
      await expect(page.getByRole('region', { name: 'Inspector' }).getByText('Step 5 of 14')).toBeVisible();
      for (const tab of ['Crypto', 'Certificates', 'Keys', 'Bytes'])
        await page.getByRole('tab', { name: tab }).click();
      await page.getByRole('button', { name: 'Configure' }).click();
      await expect(
        page.getByRole('dialog').or(page.getByRole('region', { name: 'Configure' })),
      ).toBeVisible();
      await page.goto(`${site.url}?from=mail#/lab?v=1&s=missing-intermediate&step=6&tab=checks`);
      await expect(page.getByRole('region', { name: 'Inspector' }).getByText('Step 6 of 7')).toBeVisible();
      await page.keyboard.press('?');
      await expect(page.getByText('All files are kept in this browser')).toBeVisible();
      await page.keyboard.press('Escape');
      await context.setOffline(false);
    });

    await test.step('a newer version waits until it is asked for', async () => {
      const worker = join(folder, 'sw.js');
      writeFileSync(worker, readFileSync(worker, 'utf8').replace(/(version: ')\w{4}/, '$1ffff'));
      const index = join(folder, 'index.html');
      writeFileSync(
        index,
        readFileSync(index, 'utf8').replace('name="description"', 'name="description" data-newer'),
      );
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
      const strip = page.getByRole('status').filter({ hasText: 'A newer version is here' });
      await expect(strip).toBeVisible();
      const newer = page.locator('meta[data-newer]');
      await expect(newer).toHaveCount(0);
      await strip.getByRole('button', { name: 'Load it' }).click();
      await expect(newer).toHaveCount(1);
      await expect(page.getByRole('region', { name: 'Inspector' }).getByText('Step 6 of 7')).toBeVisible();
    });
  } finally {
    await context.setOffline(false);
    await site.close();
    rmSync(folder, { recursive: true });
  }
});
