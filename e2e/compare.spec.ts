import { expect, test } from './pages/test.ts';

test('TLS 1.2 and 1.3 on one clock: round trips, bytes and differences come from the two runs', async ({
  lab,
  page,
}) => {
  await page.goto('./#/compare');
  const changed = page.getByRole('complementary', { name: 'What changed' });
  const value = (row: string, column: number) =>
    changed
      .getByRole('row', { name: new RegExp(`^${row}`) })
      .getByRole('cell')
      .nth(column);

  await expect(value('Round trips to first data', 0)).toHaveText('2');
  await expect(value('Round trips to first data', 1)).toHaveText('1');
  await expect(value('First application byte', 0)).toHaveText('160');
  await expect(value('First application byte', 1)).toHaveText('80');
  for (const [group, what] of [
    ['Moved', 'Signature, server'],
    ['Vanished', 'ServerKeyExchange'],
    ['Now encrypted', 'Certificate, server'],
    ['New', 'EncryptedExtensions'],
  ] as const)
    await expect(
      changed.locator('section').filter({ has: page.getByRole('heading', { name: group }) }),
    ).toContainText(what);

  // The bytes are those of the ladder.
  const left = page.getByRole('list', { name: 'Left run: messages on the clock' }).getByRole('listitem');
  const sizes = (await left.allTextContents()).map((text) =>
    Number(/, ([\d\u202f]+) bytes/.exec(text)?.[1]?.replace('\u202f', '')),
  );
  expect(sizes.every((size) => size > 0)).toBe(true);
  await expect(left.first()).toContainText('leaves the browser at 0 ms, arrives at 40 ms');

  // The slider, by keyboard: everything is computed again.
  const slider = page.getByRole('slider', { name: 'Latency, round trip' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(value('First application byte', 0)).toHaveText('200');
  await expect(left.first()).toContainText('arrives at 50 ms');
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0 ms');
  await expect(value('First application byte', 1)).toHaveText('0');
  await page.keyboard.press('End');
  await expect(value('First application byte', 1)).toHaveText('400');

  // Any two scenarios, in the link.
  await page
    .getByRole('combobox', { name: 'Left run' })
    .selectOption({ label: 'Early data (0-RTT), accepted' });
  await expect(value('Round trips to first data', 0)).toHaveText('0');
  await expect(page).toHaveURL(/#\/compare\?v=1&a=early-data&rtt=400$/);
  await page.reload();
  await expect(value('Round trips to first data', 0)).toHaveText('0');

  // What the Lab shows, with its changes.
  await page.goto('./#/lab?v=1&s=tls13&step=1&server.groups=0017');
  await expect(lab.title).toBeVisible();
  await page
    .getByRole('group', { name: 'Views of Lab' })
    .or(page.getByRole('button', { name: /^Views of Lab/ }))
    .first()
    .click();
  await page.getByRole('menuitemradio', { name: 'Compare' }).click();
  await page
    .getByRole('combobox', { name: 'Left run' })
    .selectOption({ label: 'As in the Lab: TLS 1.3 · everything in order +1' });
  await expect(value('Round trips to first data', 0)).toHaveText('2');
  await expect(page).toHaveURL(/a\.server\.groups=0017/);
});

test('one clock for both runs: play, pause, scrub, keys, and reduced motion', async ({ page }) => {
  await page.goto('./#/compare');
  const player = page.getByRole('region', { name: 'Player of both runs' });
  const clock = player.getByRole('slider', { name: 'Clock of both runs' });
  // All is drawn until somebody plays.
  await expect(clock).toHaveAttribute('aria-valuetext', /^240 ms\. 1\.2: 12 of 12 messages/);
  await page.keyboard.press('Home');
  await expect(clock).toHaveAttribute('aria-valuetext', /^0 ms\. 1\.2: 0 of 12 .* 1\.3: 0 of 9 /);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  // One round trip: the flight of the server has arrived, on the right with its Finished.
  await expect(clock).toHaveAttribute('aria-valuetext', /^80 ms\. 1\.2: 5 of 12 .* 1\.3: 6 of 9 /);
  await clock.fill('1.5');
  await expect(clock).toHaveAttribute('aria-valuetext', /^60 ms/);
  await clock.press('ArrowLeft');
  await expect(clock).toHaveAttribute('aria-valuetext', /^40 ms/);

  await player.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: '0.02×' }).click();
  await player.getByRole('button', { name: 'Play both' }).click();
  await expect(clock).not.toHaveAttribute('aria-valuetext', /^40 ms/);
  await player.getByRole('button', { name: 'Pause' }).click();
  const stopped = Number(await clock.inputValue());
  expect(stopped).toBeGreaterThan(1);
  expect(stopped).toBeLessThan(6);
  // Where it stopped it stays.
  await page.waitForTimeout(200);
  expect(Number(await clock.inputValue())).toBe(stopped);

  // With reduced motion it jumps from instant to instant, and ends where everything is drawn.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await player.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: '1×', exact: true }).click();
  await player.getByRole('button', { name: 'Start of both runs' }).click();
  await page.locator('main').focus();
  await page.keyboard.press('Space');
  await expect(clock).toHaveAttribute('aria-valuetext', /^240 ms/);
  await expect(player.getByRole('button', { name: 'End of both runs' })).toBeDisabled();
});
