import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test('Mallory by mouse: a story, its answer, an edit of a field, undone and shared', async ({
  lab,
  page,
}) => {
  await lab.open('#/attack?v=1&s=attack-server-random&step=2');
  const panel = page.getByRole('region', { name: 'Inspector' });
  const noticed = panel
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Who noticed' }) });
  const edits = page.getByRole('region', { name: 'Mallory’s edits' });

  await test.step('question first, then the answer of the run', async () => {
    await panel.getByText('The browser, already at EncryptedExtensions').click();
    await panel.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(panel.getByText('Its transcript hash is another one')).toBeVisible();
    await expect(noticed.locator('[data-verdict=noticed]')).toContainText('Record tag');
    await expect(noticed.locator('[data-verdict=noticed]')).toContainText('bad_record_mac (20)');
    await expect(panel.getByText('1 byte differs')).toBeVisible();
  });

  await test.step('undo brings the handshake back, redo breaks it again', async () => {
    await edits.getByRole('button', { name: 'Undo' }).click();
    await expect(noticed.locator('[data-verdict=noticed]')).toHaveCount(0);
    await edits.getByRole('button', { name: 'Redo' }).click();
    await expect(edits.getByText('noticed at step', { exact: false })).toBeVisible();
    await edits.getByRole('button', { name: 'Remove' }).click();
    await expect(edits.getByText('None yet.')).toBeVisible();
  });

  await test.step('a field of the hello gets other bytes; the link carries it', async () => {
    await page.keyboard.press('Home');
    await page.getByRole('treeitem', { name: /^cipher_suites/ }).click();
    await panel.getByRole('textbox', { name: 'New bytes, hex' }).fill('13 03');
    await panel.getByRole('button', { name: 'Set', exact: true }).click();
    await expect(edits.getByText('noticed at step', { exact: false })).toBeVisible();
    await expect(page).toHaveURL(/network=client_hello:set@/);
    await panel.getByRole('textbox', { name: 'New bytes, hex' }).fill('1');
    await expect(panel.getByRole('alert')).toContainText('Pairs of 0-9 and a-f');
    await page.reload();
    await expect(edits.getByText('noticed at step', { exact: false })).toBeVisible();
  });
});

test('Mallory by keyboard: drop, duplicate, truncate, cut, inject and delay; axe and widths', async ({
  lab,
  page,
}) => {
  await lab.open('#/attack?v=1&s=tls13&step=2');
  const edits = page.getByRole('region', { name: 'Mallory’s edits' });
  const use = async (tool: string): Promise<void> => {
    await page.getByRole('button', { name: tool, exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Do it' }).press('Enter');
    await expect(edits.getByRole('listitem')).toHaveCount(1);
    await edits.getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(edits.getByText('None yet.')).toBeVisible();
  };
  for (const tool of ['Drop', 'Duplicate', 'Truncate', 'Cut the wire', 'Inject', 'Delay', 'Replay'])
    await use(tool);

  await lab.open('#/attack?v=1&s=attack-truncation&step=13');
  await expect(page.getByText('no close_notify told the browser')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await lab.settled();
    await expectAccessible(page, `attack, ${colorScheme}`);
  }
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
    [768, 1024],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectFits(page, `attack at ${width}`);
  }
});
