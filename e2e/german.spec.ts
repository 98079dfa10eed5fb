import type { Locator, Page } from '@playwright/test';
import { lab } from '../src/lesson/de/lab.ts';
import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test.use({ locale: 'de-DE', contextOptions: { reducedMotion: 'reduce' } });

const html = 'html';

function inspectorOf(page: Page): Locator {
  return page.getByRole('region', { name: /^Inspe[ck]tor$/ });
}

function appearanceOf(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /^(Farbschema|Theme):/ });
}

test('a German browser gets German; a switch keeps the place at once, and is remembered', async ({
  page,
}) => {
  await page.goto('./#/lab?v=1&s=tls13&step=5&tab=certificates');
  const inspector = inspectorOf(page);
  await expect(inspector).toHaveAccessibleName('Inspektor');
  await expect(page.locator(html)).toHaveAttribute('lang', 'de');
  await expect(inspector.getByText('Schritt 5 von 14', { exact: true })).toBeVisible();
  await expect(inspector.getByRole('tab', { selected: true })).toHaveAccessibleName(/^Zertifikate/);

  await appearanceOf(page).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.locator(html)).toHaveAttribute('lang', 'en');
  await expect(inspector).toHaveAccessibleName('Inspector');
  await expect(inspector.getByText('Step 5 of 14', { exact: true })).toBeVisible();
  await expect(inspector.getByRole('tab', { selected: true })).toHaveAccessibleName(/^Certificates/);
  await expect(page).toHaveURL(/step=5&tab=certificates$/);
  await expect(appearanceOf(page)).toBeFocused();

  await page.reload();
  await expect(inspector).toHaveAccessibleName('Inspector');
  await appearanceOf(page).click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(inspector).toHaveAccessibleName('Inspektor');
  await expect(inspector.getByText('Schritt 5 von 14', { exact: true })).toBeVisible();
});

test('a lesson follows the switch, and the title of the window too', async ({ page }) => {
  await page.goto('./#/learn?v=1&lesson=1&part=2');
  await expect(page).toHaveTitle('Lektionen · Handshake Lab');
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Ein Schlüssel, den beide haben');
  await appearanceOf(page).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(title).toHaveText('One key that both hold');
  await expect(page).toHaveTitle('Lessons · Handshake Lab');
});

test('a link may say the language, for this visit; Share puts it in', async ({ page }) => {
  await page.goto('./#/lab?v=1&s=expired&step=6&lang=en');
  await expect(page.getByText('Step 6 of 7', { exact: true }).first()).toBeVisible();
  await page.goto('about:blank');
  await page.goto('./#/lab?v=1&s=expired&step=6');
  await expect(page.getByText('Schritt 6 von 7', { exact: true }).first()).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Exportieren' }).click();
  await page.getByRole('menuitem', { name: /^QR-Code/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Diesen Durchlauf teilen' });
  await dialog.getByText('auf Deutsch').click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/&lang=de$/);
  await expect(dialog.getByRole('textbox', { name: 'Einbetten' })).toHaveValue(/&amp;lang=de&amp;embed=1"/);
});

test.describe('a file is missing', () => {
  test.use({ peaceful: false });
  test('where German cannot be fetched, English is shown, for this visit', async ({ page }) => {
    // Chunks have no names: the one with these words is the frame of the page.
    const scripts = /\/assets\/[^/]+\.js$/;
    await page.route(scripts, async (route) => {
      // A page that is left, or a test that has ended, cuts off what was still on its way.
      const response = await route.fetch().catch(() => undefined);
      const text = await response?.text().catch(() => undefined);
      const answered =
        response === undefined || text === undefined || text.includes(lab.top.navigation)
          ? route.abort()
          : route.fulfill({ response, body: text });
      await answered.catch(() => undefined);
    });
    await page.goto('./#/lab');
    await expect(page.getByText('Step 1 of 14', { exact: true }).first()).toBeVisible();
    await expect(page.locator(html)).toHaveAttribute('lang', 'en');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await expect(page.getByText('Schritt 1 von 14', { exact: true }).first()).toBeVisible();
  });
});

/** On a phone it hides in the menu. */
async function configure(page: Page): Promise<void> {
  const bar = page.getByRole('banner');
  const button = bar.getByRole('button', { name: 'Einstellen' });
  const menu = bar.getByRole('button', { name: 'Mehr' });
  await button.or(menu).first().waitFor();
  if (await button.isVisible()) await button.click();
  else {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Einstellen' }).click();
  }
  await page.getByRole('heading', { name: 'Einstellen' }).waitFor();
}

const screens: readonly (readonly [name: string, link: string, press?: 'configure'])[] = [
  ['Start', '#/'],
  ['Lab', '#/lab?v=1&s=expired&step=6&tab=checks'],
  ['Lab, keys', '#/lab?v=1&s=tls13&step=10&tab=keys'],
  ['Configure', '#/lab?v=1&s=hello-retry-request&step=2', 'configure'],
  ['Attack', '#/attack?v=1&s=attack-strip-suites'],
  ['Suites', '#/suites?v=1&s=000a&q=rsa&status=legacy,broken'],
  ['Trust', '#/trust?v=1&s=missing-intermediate'],
  ['Learn', '#/learn?v=1&lesson=1&part=2'],
];
for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    test('every kind of page fits in German, and axe finds nothing', async ({ page, lab }) => {
      for (const [name, link, press] of screens)
        await test.step(name, async () => {
          await page.goto('about:blank');
          await page.goto(`./${link}`);
          await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
          await expect(page.locator(html)).toHaveAttribute('lang', 'de');
          if (press) await configure(page);
          await lab.settled();
          await expectFits(page, `${name} at ${width}`);
          await expectAccessible(page, `${name} at ${width}`);
        });
    });
  });
}
