import type { Page } from '@playwright/test';
import { expectAccessible } from './pages/axe.ts';
import { expect, test } from './pages/test.ts';

// The browser reports each file that is cut off.
test.use({ peaceful: false });

/** Cuts off what is asked for as long as `fails` says so; the result: how often each file has been asked for. */
async function cut(
  page: Page,
  fails: (times: number) => boolean | Promise<boolean>,
): Promise<ReadonlyMap<string, number>> {
  const asked = new Map<string, number>();
  await page.route('**/assets/**', async (route) => {
    const url = route.request().url();
    const times = (asked.get(url) ?? 0) + 1;
    asked.set(url, times);
    await ((await fails(times)) ? route.abort('connectionfailed') : route.continue());
  });
  return asked;
}

test('every file behind the first screen fails once: nobody notices', async ({ lab, page }) => {
  const html = await (await page.request.get('./')).text();
  const first = new Set([...html.matchAll(/assets\/[^"]+/g)].map(([file]) => file));
  expect(first.size).toBeGreaterThan(2);
  const asked = new Set<string>();
  await page.route('**/assets/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace(/^.*\/(?=assets\/)/, '');
    const again = first.has(file) || asked.has(file);
    asked.add(file);
    await (again ? route.continue() : route.abort('connectionfailed'));
  });
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await page.keyboard.press('ArrowRight');
  await lab.expectStep(6, 14);
  await expect(lab.configureButton).toBeVisible();
  await expect(page).toHaveURL(/step=6/);
  await expect(page.locator('p[aria-live=polite]')).toHaveText(/^Step 6 of 14/);
  await lab.openTab('Certificates');
  await expect(lab.certificates.certificates.first()).toBeVisible();
  await expect(page.getByText('did not arrive')).toHaveCount(0);
  expect(asked.size).toBeGreaterThan(30);
});

test('what nobody presses is asked for until it comes; a panel says that it is missing', async ({
  lab,
  page,
}) => {
  // Of what is asked for once the ladder stands, nothing comes before the fourth time.
  let drawn = false;
  await cut(page, async (times) => {
    drawn ||= await page.evaluate(() => document.querySelector('[aria-current=step]') !== null);
    return drawn && times < 4;
  });
  await page.goto('./#/lab?v=1&s=tls13&step=5');
  const place = page.getByRole('main');
  const absent = place.getByText('This part of the page did not arrive.');
  await expect(absent).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(lab.currentStep).toHaveAccessibleName('validate chain');

  await expect(lab.configureButton).toBeVisible();
  await expect(page).toHaveURL(/step=6/);
  await expect(page.locator('p[aria-live=polite]')).toHaveText(/^Step 6 of 14/);
  await place.getByRole('button', { name: 'Try again' }).click();
  await expect(lab.title).toBeVisible();
  await expect(absent).toHaveCount(0);
});

test('pages, dialogs and lessons that do not arrive say so, and come when they are asked for again', async ({
  lab,
  page,
}) => {
  let gone = false;
  await lab.open();
  await expect(lab.configureButton).toBeVisible();
  await cut(page, () => gone);
  const again = page.getByRole('button', { name: 'Try again' });

  gone = true;
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Not here yet' });
  await expect(dialog).toContainText('This part of the page did not arrive.');
  await expectAccessible(page, 'a dialog that did not arrive');
  await again.click();
  await expect(dialog.getByRole('button', { name: 'Reload' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  gone = false;
  await page.keyboard.press('?');
  await expect(lab.help).toBeVisible();
  await page.keyboard.press('Escape');

  for (const [link, title] of [
    ['#/glossary', 'Glossary'],
    ['#/learn?v=1&lesson=3', /./],
  ] as const) {
    gone = true;
    await page.goto(`./${link}`);
    await expect(page.getByRole('heading', { level: 1, name: 'This page did not arrive' })).toBeVisible();
    await expectAccessible(page, `${link} that did not arrive`);
    await page.goto('./#/lab');
    await lab.ready();
    await page.goto(`./${link}`);
    await expect(page.getByRole('heading', { level: 1, name: 'This page did not arrive' })).toBeVisible();
    gone = false;
    await again.click();
    await expect(again).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('heading', { name: title }).first()).toBeVisible();
  }
});

test('a run whose code does not arrive breaks off, and runs when it is asked for again', async ({
  lab,
  page,
}) => {
  let gone = false;
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await expect(lab.configureButton).toBeVisible();
  const asked = await cut(page, () => gone);
  gone = true;
  await page.goto('./#/lab?v=1&s=tls12');
  // The strip that says so is asked for from time to time; a run gives up after the second time.
  await expect.poll(() => Math.max(...asked.values())).toBeGreaterThan(2);
  gone = false;
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This run broke off');
  await alert.getByRole('button', { name: 'Run again' }).click();
  await expect(alert).toHaveCount(0);
  await lab.expectStep(1, 17);
});
