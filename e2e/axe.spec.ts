import { expectAccessible } from './pages/axe.ts';
import { ends, screens, show } from './pages/screens.ts';
import { test } from './pages/test.ts';

for (const theme of ['light', 'dark'] as const) {
  test.describe(theme, () => {
    test.use({ colorScheme: theme, contextOptions: { reducedMotion: 'reduce' } });

    for (const [what, list] of [
      ['every screen', screens],
      ['every end', ends],
    ] as const) {
      test(`axe finds nothing on ${what}`, async ({ lab, page }) => {
        test.setTimeout(240_000);
        for (const screen of list) {
          await test.step(screen.name, async () => {
            await show(lab, screen);
            await expectAccessible(page, `${screen.name}, ${theme}`);
          });
        }
      });
    }
  });
}
