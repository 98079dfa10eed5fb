import { expectFits } from './pages/layout.ts';
import { ends, portions, screens, show } from './pages/screens.ts';
import { expect, test } from './pages/test.ts';

for (const [width, height] of [
  [1024, 768],
  [768, 1024],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ viewport: { width, height }, contextOptions: { reducedMotion: 'reduce' } });

    for (const list of portions([...screens, ...ends.filter(({ name }) => name.startsWith('fails'))], 16)) {
      test(`${list[0]?.name} to ${list.at(-1)?.name} fit`, async ({ lab, page }) => {
        test.setTimeout(240_000);
        for (const screen of list) {
          await test.step(screen.name, async () => {
            await show(lab, screen);
            await expectFits(page, `${screen.name} at ${width}`);
          });
        }
      });
    }

    test('every step of the longest run fits', async ({ lab, page }) => {
      await lab.open('#/lab?v=1&s=client-certificate');
      const steps = await lab.stepCount();
      for (let step = 1; step <= steps; step++) {
        await expect(lab.inspector.getByText(`Step ${step} of ${steps}`, { exact: true })).toBeVisible();
        await expectFits(page, `step ${step} at ${width}`);
        await page.keyboard.press('ArrowRight');
      }
    });
  });
}

test.describe('768 × 1024', () => {
  test.use({ viewport: { width: 768, height: 1024 } });

  test('one column: the ladder shows a window and opens to all steps', async ({ lab }) => {
    await lab.open('#/lab?v=1&s=tls13&step=7');
    await expect(lab.steps).not.toHaveCount(14);
    await lab.ladder.getByRole('button', { name: 'All 14 steps' }).click();
    await expect(lab.steps).toHaveCount(14);
    await lab.steps.nth(4).click();
    await lab.expectStep(5, 14);
    await lab.openTab('Who knows what');
    await expect(lab.panel.getByRole('table', { name: 'Who knows what' })).toBeVisible();
  });
});
