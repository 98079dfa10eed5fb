import { expect, test } from './pages/test.ts';

const html = 'html';

test('light and dark hold over a reload, system follows the system', async ({ lab, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await lab.open();
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'dark');
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await background();

  await lab.chooseTheme('Light');
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'light');
  expect(await background()).not.toBe(dark);
  await page.reload();
  await lab.ready();
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'light');

  await lab.chooseTheme('Dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await lab.ready();
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'dark');
  expect(await background()).toBe(dark);

  await lab.chooseTheme('As the system');
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await lab.ready();
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'dark');
});

for (const theme of ['light', 'dark'] as const) {
  test(`${theme} is set before the first paint`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' });
    await page.addInitScript((name) => localStorage.setItem('handshake-lab.theme', name), theme);
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator(html)).toHaveAttribute('data-theme', theme);
  });
}

test('storage that is forbidden does no harm', async ({ lab, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.getItem = Storage.prototype.setItem = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
  });
  await lab.open();
  await lab.chooseTheme('Dark');
  await expect(page.locator(html)).toHaveAttribute('data-theme', 'dark');
});

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('play still goes on, and nothing moves', async ({ lab, page }) => {
    await lab.open('#/lab?v=1&s=tls13&step=11');
    await page.keyboard.press('Space');
    await lab.expectStep(12, 14);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .map(({ effect }) => effect as KeyframeEffect)
        .filter((effect) => {
          const moves = effect
            .getKeyframes()
            .some(
              (frame) => 'transform' in frame || 'translate' in frame || 'left' in frame || 'top' in frame,
            );
          return moves && Number(effect.getComputedTiming().duration) > 10;
        })
        .map((effect) => effect.target?.tagName),
    );
    expect(moving).toEqual([]);
    await lab.expectStep(13, 14);
    await page.keyboard.press('Space');
  });
});
