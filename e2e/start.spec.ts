import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test('the start page: one key to the first step, two presses to the missing intermediate, and back to where one was', async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1, name: /one step at a time/ })).toBeVisible();

  await test.step('axe in both themes, four widths', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await lab.settled();
      await expectAccessible(page, `start, ${colorScheme}`);
    }
    for (const [width, height] of [
      [1024, 768],
      [768, 1024],
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expectFits(page, `start at ${width}`);
    }
  });

  await test.step('Enter starts the first step; a row of the miniature opens its own', async () => {
    await page.keyboard.press('Enter');
    await lab.expectStep(1, 14);
    // What was pressed is gone: the focus is where the new page begins.
    await expect(page.getByRole('main')).toBeFocused();
    await page.getByRole('link', { name: 'Handshake Lab' }).click();
    await page.getByRole('button', { name: /^Open step 5,/ }).click();
    await lab.expectStep(5, 14);
  });

  await test.step('the flagship is one press away, at its failing check', async () => {
    // The place is remembered once the steps have settled.
    await page.waitForTimeout(1_000);
    await page.getByRole('link', { name: 'Handshake Lab' }).click();
    await page.getByRole('link', { name: /^Missing intermediate/ }).click();
    await lab.expectStep(6, 7);
    await expect(page.getByRole('tab', { name: 'Checks' })).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('recent places are kept in this browser, and can be cleared', async () => {
    await page.waitForTimeout(1_000);
    await page.getByRole('link', { name: 'Handshake Lab' }).click();
    const recent = page.locator('section').filter({ has: page.getByRole('heading', { name: /^Recent/ }) });
    await recent.getByRole('link', { name: /everything in order/ }).click();
    await lab.expectStep(5, 14);
    await page.getByRole('link', { name: 'Handshake Lab' }).click();
    await recent.getByRole('button', { name: 'clear' }).click();
    await expect(recent).toHaveCount(0);
    expect(await page.evaluate(() => localStorage.getItem('handshake-lab.recent'))).toBeNull();
  });
});
