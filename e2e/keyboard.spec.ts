import type { Page } from '@playwright/test';
import { expect, test } from './pages/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Presses Tab until the element has the focus; fails when the page ends before. */
async function tabTo(
  page: Page,
  target: ReturnType<Page['getByRole']>,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<void> {
  // It may still be on its way: Tab does not wait for it.
  await target.first().waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (
      (await target.count()) > 0 &&
      (await target.first().evaluate((element) => element === document.activeElement))
    )
      return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} is not reached by ${key}`);
}

test('arrows, Home, End and Space step from anywhere on the page', async ({ lab, page }) => {
  await lab.open();
  for (let step = 2; step <= 14; step++) {
    await page.keyboard.press('ArrowRight');
    await lab.expectStep(step, 14);
  }
  await page.keyboard.press('ArrowRight');
  await lab.expectStep(14, 14);
  await page.keyboard.press('ArrowLeft');
  await lab.expectStep(13, 14);
  await page.keyboard.press('Home');
  await lab.expectStep(1, 14);
  await page.keyboard.press('End');
  await lab.expectStep(14, 14);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(lab.player.getByRole('button', { name: 'Pause' })).toBeVisible();
  await lab.expectStep(2, 14);
  await page.keyboard.press('Space');
  await expect(lab.player.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('the whole journey without a mouse', async ({ lab, page }) => {
  await lab.open();

  // Ladder: one stop; up and down step, and the focus goes along.
  await tabTo(page, lab.currentStep);
  for (let step = 2; step <= 5; step++) {
    await page.keyboard.press('ArrowDown');
    await lab.expectStep(step, 14);
    await expect(lab.currentStep).toBeFocused();
  }
  await expect(lab.currentStep).toHaveText('{Certificate}');

  // Tabs: arrows choose.
  await tabTo(page, lab.tab('Bytes'));
  await page.keyboard.press('ArrowRight');
  await expect(lab.tab('Crypto')).toBeFocused();
  await expect(lab.tab('Crypto')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(lab.tab('Keys')).toBeFocused();
  await page.keyboard.press('Home');
  await expect(lab.tab('Bytes')).toBeFocused();
  await lab.expectStep(5, 14);

  // Wire or decrypted.
  await tabTo(page, lab.bytes.onTheWire);
  await page.keyboard.press('Enter');
  await expect(lab.bytes.onTheWire).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('w');
  await expect(lab.bytes.decrypted).toHaveAttribute('aria-pressed', 'true');

  // Hex: one stop; the cursor moves by byte and row, Enter selects what is there.
  await tabTo(page, lab.bytes.hex);
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  expect(await lab.bytes.range()).toEqual([3, 4]);
  await lab.expectStep(5, 14);
  for (const key of ['ArrowDown', 'ArrowDown', 'End', 'Enter']) await page.keyboard.press(key);
  const [, last] = await lab.bytes.range();
  expect(last).toBeGreaterThan(1000);

  // Tree: one stop; the arrows open, close and climb.
  await tabTo(page, lab.bytes.tree);
  await page.keyboard.press('Home');
  await expect(lab.bytes.selected).toHaveAccessibleName(/^TLSCiphertext/);
  await page.keyboard.press('ArrowRight');
  await expect(lab.bytes.selected).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(lab.bytes.selected).toHaveAttribute('aria-level', '2');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(lab.bytes.selected).toHaveAttribute('aria-expanded', 'false');
  for (let presses = 0; presses < 40; presses++) {
    if ((await lab.bytes.selected.innerText()).startsWith('issuer')) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(lab.bytes.selected).toHaveAccessibleName(/^issuer CN=Lakeside TLS Issuing CA R2/);
  expect(Buffer.from(await lab.bytes.highlighted(), 'hex').toString('latin1')).toContain(
    'Lakeside TLS Issuing CA R2',
  );
  await lab.expectStep(5, 14);

  // Letters change the tab.
  await page.keyboard.press('d');
  await expect(lab.tab('Certificates')).toHaveAttribute('aria-selected', 'true');
  await tabTo(page, lab.certificates.chain);
  await page.keyboard.press('ArrowDown');
  await expect(
    lab.certificates.article.getByRole('heading', { name: 'Lakeside TLS Issuing CA R2' }),
  ).toBeVisible();
  await page.keyboard.press('k');
  await expect(lab.keys.matrix).toBeVisible();
  await page.keyboard.press('c');
  await expect(lab.tab('Crypto')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('b');
  await expect(lab.bytes.hex).toBeVisible();

  // The scrubber is a slider.
  await tabTo(page, lab.scrubber);
  await page.keyboard.press('PageUp');
  await lab.expectStep(10, 14);
  await page.keyboard.press('Home');
  await lab.expectStep(1, 14);
  await page.keyboard.press('End');
  await lab.expectStep(14, 14);
  await expect(lab.scrubber).toHaveAttribute('aria-valuetext', /close_notify/);
});

test('operations and their JavaScript by keyboard', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=3&tab=crypto');
  await expect(lab.crypto.graph).toBeVisible();
  await tabTo(page, lab.crypto.secret(/^s hs traffic/));
  await page.keyboard.press('Enter');
  await tabTo(page, lab.crypto.copyJavaScript);
  await page.keyboard.press('Enter');
  await expect(lab.notice).toContainText('Copied as JavaScript');
  expect(await page.evaluate(await page.evaluate(() => navigator.clipboard.readText()))).toBe(true);
});

test('scenarios by keyboard: open, search, choose, and Escape gives the focus back', async ({
  lab,
  page,
}) => {
  await lab.open();
  await tabTo(page, lab.scenario);
  await page.keyboard.press('Enter');
  await expect(lab.scenarioSearch).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(lab.scenarioSearch).toHaveCount(0);
  await expect(lab.scenario).toBeFocused();

  // A press right after it closed counts as the one that closed it.
  await page.waitForTimeout(250);
  await page.keyboard.press('Enter');
  await expect(lab.scenarioSearch).toBeFocused();
  await page.keyboard.type('retry');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(lab.scenario).toHaveAccessibleName('Scenario: HelloRetryRequest');
  await expect(lab.scenario).toBeFocused();
  await lab.expectStep(1, 16);

  await page.waitForTimeout(250);
  await page.keyboard.press('Enter');
  await expect(lab.scenarioSearch).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // The next one in the list.
  await expect(lab.scenario).toHaveAccessibleName('Scenario: KeyUpdate');
  await expect(lab.inspector.getByText(/^Step 1 of \d+$/)).toBeVisible();
});

test('menus by keyboard', async ({ lab, page }) => {
  await lab.open();
  const theme = page.getByRole('banner').getByRole('button', { name: /^Theme/ });
  await tabTo(page, theme);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Light' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(theme).toBeFocused();
  await page.waitForTimeout(250);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Light' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(theme).toBeFocused();
});

test('Configure by keyboard: reorder, remove, add, type, and Escape gives the focus back', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  const { configure } = lab;
  await tabTo(page, lab.configureButton);
  await page.keyboard.press('Enter');
  await expect(configure.heading).toBeFocused();

  await tabTo(page, configure.entry(configure.serverSuites, 'TLS_AES_128_GCM_SHA256'));
  await page.keyboard.press('End');
  const chacha = configure.entry(configure.serverSuites, 'TLS_CHACHA20_POLY1305_SHA256');
  await expect(chacha).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(chacha).toBeFocused();
  await expect(chacha).toHaveAccessibleName(/1 of 3.*agreed on/);
  await expect(lab.negotiated).toContainText('TLS_CHACHA20_POLY1305_SHA256');
  await lab.expectStep(5, 14);
  await page.keyboard.press('Delete');
  await expect(configure.entry(configure.serverSuites, 'TLS_AES_128_GCM_SHA256')).toBeFocused();
  await expect(lab.negotiated).toContainText('TLS_AES_128_GCM_SHA256');
  await tabTo(page, configure.serverSuites.getByRole('button', { name: 'Add TLS_CHACHA20_POLY1305_SHA256' }));
  await page.keyboard.press('Enter');
  await expect(chacha).toBeFocused();

  await tabTo(page, configure.sheet.getByRole('textbox', { name: 'Server name' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('www.shop.example');
  await expect(configure.changes).toContainText('Address: www.shop.example');
  await expect(configure.runText).toContainText('Completes in 14 steps');
  await tabTo(page, configure.sheet.getByRole('switch', { name: 'GREASE' }));
  await page.keyboard.press('Space');
  await expect(configure.sheet.getByRole('switch', { name: 'GREASE' })).not.toBeChecked();
  await lab.expectStep(5, 14);

  await page.keyboard.press('Escape');
  await expect(configure.sheet).toHaveCount(0);
  await expect(lab.configureButton).toBeFocused();
});

test('help: question mark opens, letters can be switched off, Escape closes', async ({ lab, page }) => {
  await lab.open();
  await page.keyboard.press('?');
  await expect(lab.help).toBeVisible();
  await tabTo(page, lab.help.getByRole('switch', { name: 'Single-letter keys' }));
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await expect(lab.help).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(lab.tab('Bytes')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await lab.expectStep(2, 14);
  await page.reload();
  await lab.ready();
  await page.keyboard.press('k');
  await expect(lab.tab('Bytes')).toHaveAttribute('aria-selected', 'true');
});

test('the failing check and its fix by keyboard', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=expired&step=6');
  const fix = lab.checks.fix('Renew for 89 days and run again');
  await tabTo(page, fix);
  await page.keyboard.press('Enter');
  await lab.expectStep(6, 14);
  // What had the focus is gone; the focus is not lost with it.
  await page.keyboard.press('ArrowRight');
  await lab.expectStep(7, 14);
});

test('each step is announced', async ({ lab, page }) => {
  await lab.open();
  const announcer = page.locator('p[aria-live=polite]');
  await page.keyboard.press('ArrowRight');
  await expect(announcer).toHaveText('Step 2 of 14, ServerHello, server to browser, in plaintext');
  await page.keyboard.press('ArrowRight');
  await expect(announcer).toHaveText(/^Step 3 of 14, derive handshake keys, both sides/);
});

test('a step taken before the code that speaks is there is announced with it, and the first one never is', async ({
  lab,
  page,
}) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let held = 0;
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    if (/"aria-live":.polite.,className:.spoken/.test(await response.text())) {
      held++;
      await arrived;
    }
    await route.fulfill({ response });
  });
  const announcer = page.locator('p[aria-live=polite]');
  await page.goto('./#/lab');
  await expect.poll(() => held).toBe(1);
  await page.keyboard.press('ArrowRight');
  await expect(lab.currentStep).toHaveAccessibleName(/ServerHello/);
  await expect(announcer).toHaveCount(0);
  arrive();
  await expect(announcer).toHaveText('Step 2 of 14, ServerHello, server to browser, in plaintext');

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.reload();
  await lab.ready();
  await expect(announcer).toBeAttached();
  // Longer than it waits for the end of fast steps.
  await page.waitForTimeout(500);
  await expect(announcer).toHaveText('');
});

test('every stop of Tab is seen: it has an outline and a name', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  const problems: string[] = [];
  const seen = new Set<string>();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      // The ring is the element's own, or that of the row it stands for.
      const ring = [element, element.closest('li')].some((ringed) => {
        if (!ringed) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(ringed);
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      });
      const box = element.getBoundingClientRect();
      const name = element.getAttribute('aria-label') ?? element.textContent;
      return {
        ring,
        name: name.trim().slice(0, 40),
        tag: element.tagName,
        visible: box.width > 0 && box.height > 0,
      };
    });
    if (!stop) break;
    seen.add(stop.name);
    if (!stop.ring || !stop.visible || stop.name === '') problems.push(JSON.stringify(stop));
  }
  expect(problems).toEqual([]);
  expect(seen.size).toBeGreaterThan(15);
});
