import { expectAccessible } from './pages/axe.ts';
import { expect, test } from './pages/test.ts';

test.use({ locale: 'de-DE' });

const html = 'html';

test('a German browser gets German, a switch keeps the place, and the choice holds', async ({ page }) => {
  await page.goto('./#/lab?v=1&s=tls13&step=5&tab=certificates');
  await expect(page.locator(html)).toHaveAttribute('lang', 'de');
  await expect(page).toHaveTitle('Handshake Lab');
  const inspector = page.locator('main').getByRole('region', { name: /^Inspe[ck]tor$/ });
  await expect(inspector).toHaveAccessibleName('Inspektor');
  await expect(inspector.getByText('Schritt 5 von 14', { exact: true })).toBeVisible();
  await expect(inspector.getByRole('tab', { selected: true })).toHaveAccessibleName(/^Zertifikate/);

  const look = page.getByRole('banner').getByRole('button', { name: /^(Farbschema|Theme)/ });
  await look.click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await expect(page.locator(html)).toHaveAttribute('lang', 'en');
  await expect(inspector).toHaveAccessibleName('Inspector');
  await expect(inspector.getByText('Step 5 of 14', { exact: true })).toBeVisible();
  await expect(inspector.getByRole('tab', { selected: true })).toHaveAccessibleName(/^Certificates/);
  await expect(page).toHaveURL(/step=5&tab=certificates$/);
  await expect(look).toBeFocused();

  await page.reload();
  await expect(inspector).toHaveAccessibleName('Inspector');
  await look.click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await expect(inspector.getByText('Schritt 5 von 14', { exact: true })).toBeVisible();
});

test('a link may say the language, for this visit', async ({ page }) => {
  await page.goto('./#/lab?v=1&s=expired&step=6&lang=en');
  await expect(page.locator(html)).toHaveAttribute('lang', 'en');
  await expect(page.getByText('Step 6 of 7', { exact: true })).toBeVisible();
  await page.goto('about:blank');
  await page.goto('./#/lab?v=1&s=expired&step=6');
  await expect(page.locator(html)).toHaveAttribute('lang', 'de');
  await expectAccessible(page, 'the Lab in German');
});
