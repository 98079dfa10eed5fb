import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test('present: by clicker and keys, question before answer, notes, a list that fits in a link', async ({
  lab,
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open(
    '#/lab?v=1&s=tls13&step=5&f=Certificate.certificate_list.[0].cert_data.tbsCertificate.issuer',
  );
  await page.getByRole('button', { name: 'Present to a room' }).click();
  const main = page.getByRole('main', { name: 'Present' });
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(main.getByRole('heading', { level: 1 })).toHaveText('Certificate');
  await expect(main.getByText('Lakeside TLS Issuing CA R2').first()).toBeVisible();

  await test.step('the answer stays hidden until it is asked for', async () => {
    await expect(main.getByText('Answer hidden')).toBeVisible();
    await page.keyboard.press('a');
    await expect(main.getByText('Answer hidden')).toHaveCount(0);
    await page.keyboard.press('PageDown');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Validate chain');
    await expect(main.getByText('Answer hidden')).toBeVisible();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('n');
    await expect(main.getByRole('complementary', { name: 'Notes' })).toBeVisible();
  });

  await test.step('axe in both themes, three widths', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await lab.settled();
      await expectAccessible(page, `present, ${colorScheme}`);
    }
    for (const [width, height] of [
      [1024, 768],
      [390, 844],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expectFits(page, `present at ${width}`);
    }
  });

  await test.step('a list of demos, kept here and carried by one link', async () => {
    await page.keyboard.press('l');
    const list = page.getByRole('dialog', { name: 'Demo list' });
    await list.getByRole('button', { name: 'Add what is on screen' }).click();
    await list.getByRole('textbox', { name: 'Question' }).fill('Who signed this?');
    await list.getByRole('textbox', { name: 'Answer' }).fill('The issuer, long ago.');
    await list.getByRole('textbox', { name: 'Notes' }).fill('Let them argue first.');
    await page.keyboard.press('Escape');
    await expect(main.getByRole('heading', { name: 'Who signed this?' })).toBeVisible();
    await expect(main.getByText('The issuer, long ago.')).toHaveCount(0);
    await page.keyboard.press('a');
    await expect(main.getByText('The issuer, long ago.')).toBeVisible();
    // Above what the run says of the step.
    await expect(main.getByText('Lakeside TLS Issuing CA R2').last()).toBeVisible();
    await page.goto('./#/lab?v=1&s=missing-intermediate&step=6');
    await lab.expectStep(6, 7);
    await page.getByRole('button', { name: 'Present to a room' }).click();
    await page.keyboard.press('l');
    await list.getByRole('button', { name: 'Add what is on screen' }).click();
    await page.keyboard.press('Escape');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Validate chain');
    await page.keyboard.press('[');
    await expect(main.getByRole('heading', { name: 'Who signed this?' })).toBeVisible();
    await expect(page).toHaveURL(/#\/present\?v=\d+&d1=.*&d2=/);
    const link = page.url();
    await page.evaluate(() => localStorage.clear());
    await page.goto('about:blank');
    await page.goto(link);
    await expect(main.getByRole('heading', { name: 'Who signed this?' })).toBeVisible();
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Certificate');
    await page.keyboard.press('Escape');
    await lab.expectStep(5, 14);
  });
});

test('share: link, QR code and snippet; the snippet shows ladder and inspector alone', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=expired&step=6');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'QR code, embed, theme …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this run' });
  await expect(dialog.getByRole('img', { name: 'QR code' })).toBeVisible();
  await expectAccessible(page, 'share');
  await dialog.getByText('with the light theme').click();
  await expect(dialog.getByRole('textbox', { name: 'Link' })).toHaveValue(/&theme=light$/);
  const snippet = await dialog.getByRole('textbox', { name: 'Embed' }).inputValue();
  const source = /src="([^"]+)"/.exec(snippet)?.[1]?.replaceAll('&amp;', '&') ?? '';
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('about:blank');
  await page.goto(source);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('contentinfo', { name: 'Player' })).toHaveCount(0);
  await expect(lab.inspector.getByText('Step 6 of 7')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(lab.inspector.getByText('Step 5 of 7')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open in Handshake Lab' })).toBeVisible();

  // An attack in a page of somebody else's: the ladder with Mallory and what she does, and the way out.
  await page.goto('about:blank');
  await page.goto('./#/attack?v=1&s=attack-finished&step=3&embed=1');
  await expect(page.getByRole('heading', { name: 'Who noticed' })).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(page.getByRole('contentinfo', { name: 'Player' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Open in Handshake Lab' })).toBeVisible();
});

test('present an attack: its question first, its answer from the run', async ({ lab, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open('#/attack?v=1&s=attack-early-replay-open&step=1');
  await page.getByRole('button', { name: 'Present to a room' }).click();
  const main = page.getByRole('main', { name: 'Present' });
  await expect(main.getByRole('heading', { name: /Who will notice\?/ })).toBeVisible();
  await expect(main.getByText('Nobody: the order is carried out twice')).toBeVisible();
  await expect(main.getByText('The ticket opens, the binder is right')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(main.getByText('The ticket opens, the binder is right')).toBeVisible();
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectFits(page, `present an attack at ${width}`);
  }
  await page.keyboard.press('Escape');

  // Nor does the ladder tell before: what is still to come stands there once it is revealed, or stepped to.
  await page.setViewportSize({ width: 1440, height: 900 });
  await lab.open('#/attack?v=1&s=attack-server-random&step=1');
  await page.getByRole('button', { name: 'Present to a room' }).click();
  await expect(main.getByRole('heading', { name: /Who will notice\?/ })).toBeVisible();
  const rows = main.getByRole('list', { name: 'Steps of the handshake' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(main).not.toContainText('bad_record_mac');
  for (let step = 0; step < 3; step++) await page.keyboard.press('PageDown');
  await expect(main.getByRole('heading', { name: 'EncryptedExtensions' })).toBeVisible();
  await expect(main.getByRole('heading', { name: /Who will notice\?/ })).toBeVisible();
  await expect(rows).toHaveCount(4);
  await expect(main).not.toContainText('failed');
  await expect(main).not.toContainText('bad_record_mac');
  await page.keyboard.press('a');
  await expect(rows).toHaveCount(5);
  await expect(main).toContainText('bad_record_mac');
  await expect(main.getByText('Its transcript hash is another one')).toBeVisible();
});
