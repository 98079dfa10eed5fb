import { expectAccessible, expectReadable } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { ends, portions, screens, show } from './pages/screens.ts';
import { test } from './pages/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

for (const list of portions([...screens, ...ends])) {
  test(`${list[0]?.name} to ${list.at(-1)?.name} fit, and axe finds nothing in either theme`, async ({
    lab,
    page,
  }) => {
    test.setTimeout(240_000);
    for (const screen of list) {
      await test.step(screen.name, async () => {
        await page.emulateMedia({ colorScheme: 'light' });
        await show(lab, screen);
        await expectFits(page, `${screen.name} at 1440`);
        await expectAccessible(page, `${screen.name}, light`);
        await page.emulateMedia({ colorScheme: 'dark' });
        await lab.settled();
        await expectReadable(page, `${screen.name}, dark`);
      });
    }
  });
}
