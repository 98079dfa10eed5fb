import { expectAccessible, expectReadable } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { ends, portions, screens, show } from './pages/screens.ts';
import { expect, test } from './pages/test.ts';

test('the main journey with a thumb', async ({ lab, page }) => {
  await lab.open();
  await lab.expectStep(1, 14);
  for (let step = 2; step <= 14; step++) {
    await lab.player.getByRole('button', { name: 'Next step' }).tap();
    await lab.expectStep(step, 14);
    await expectFits(page, `step ${step}`);
  }
  await expect(lab.currentStep).toHaveText('[Alert] close_notify');
  await lab.ladder.getByRole('button', { name: 'All 14 steps' }).tap();
  await expect(lab.steps).toHaveCount(14);
  await lab.steps.filter({ hasText: '{Certificate}' }).tap();
  await lab.expectStep(5, 14);

  await lab.tab('Fields').tap();
  await lab.bytes.field(/^issuer/).tap();
  await expect(lab.bytes.selected).toHaveAccessibleName(/^issuer/);
  await lab.tab('Bytes').tap();
  const [from, to] = await lab.bytes.range();
  expect(to).toBeGreaterThan(from);
  expect(Buffer.from(await lab.bytes.highlighted(), 'hex').toString('latin1')).toContain(
    'Lakeside TLS Issuing CA R2',
  );
  for (const name of ['Crypto', 'Certs', 'Keys', 'Who knows'] as const) {
    await lab.tab(name).tap();
    await expect(lab.tab(name)).toHaveAttribute('aria-selected', 'true');
    await lab.settled();
    await expectFits(page, name);
  }
});

test('scenario, fix and Configure with a thumb', async ({ lab, page }) => {
  await lab.open();
  await lab.scenario.tap();
  await page.getByRole('option', { name: /^Expired certificate ?, fails/ }).tap();
  await lab.expectStep(1, 7);
  await lab.player.getByRole('slider').press('End');
  await lab.player.getByRole('button', { name: 'Previous step' }).tap();
  await lab.openTab('Checks');
  await expect(lab.checks.failed).toContainText('Validity');
  await expect(lab.inspector.getByText('1 not reached', { exact: true })).toBeVisible();
  await lab.checks.fix('Renew for 89 days and run again').tap();
  await lab.expectStep(6, 14);
  await expect(lab.title).toBeInViewport();

  await lab.openConfigure();
  await lab.configure.sheet.getByLabel('Key', { exact: true }).selectOption('rsa');
  await expect(lab.configure.changes).toContainText('2 changes');
  await lab.configure.entry(lab.configure.serverSuites, 'TLS_AES_256_GCM_SHA384').tap();
  await lab.configure.sheet.getByRole('button', { name: 'Move TLS_AES_256_GCM_SHA384 up' }).tap();
  await expect(lab.configure.changes).toContainText('3 changes');
  await lab.configure.close.tap();
  await expect(lab.configure.sheet).toHaveCount(0);
  await lab.expectStep(6, 14);
});

test.describe('every screen', () => {
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
          await expectFits(page, `${screen.name} at 390`);
          await expectAccessible(page, `${screen.name}, light, 390`);
          await page.emulateMedia({ colorScheme: 'dark' });
          await lab.settled();
          await expectReadable(page, `${screen.name}, dark, 390`);
        });
      }
    });
  }
});
