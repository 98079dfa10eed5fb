import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test('the glossary: found by a word, shown in a run, linked from a term and to other terms', async ({
  lab,
  page,
}) => {
  await page.goto('./#/glossary');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
  await expectAccessible(page, 'glossary');
  const entries = page.getByRole('article');
  const all = await entries.count();
  expect(all).toBeGreaterThan(110);
  await page.getByRole('searchbox', { name: 'Find a term' }).fill('ssl certificate');
  await expect(entries).toHaveCount(1);
  await expect(entries).toContainText('Often confused');
  await expect(entries.locator('[lang=de]')).toHaveText('Zertifikat');
  await page.getByRole('searchbox').fill('zebra');
  await expect(page.getByText('No entry has that in its name or its text.')).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(entries).toHaveCount(all);

  await page.getByRole('link', { name: 'Show me: key share' }).click();
  await lab.expectStep(1, 14);
  await expect(page).toHaveURL(/f=ClientHello\.extensions\.key_share/);
  // In a run of its own, where no scenario has it.
  await page.goto('./#/glossary');
  await page.getByRole('link', { name: 'Show me: anonymous key exchange' }).click();
  await lab.expectStep(3, 14);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ServerKeyExchange');
  await page.goto('./#/glossary');
  await page.getByRole('link', { name: 'Show me: cookie' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('HelloRetryRequest');

  await page.goto('./#/glossary?v=1&term=crl');
  const crl = entries.filter({ has: page.getByRole('heading', { name: /^certificate revocation list/ }) });
  await expect(crl).toBeInViewport();
  await crl.locator('p a').first().click();
  await expect(page).toHaveURL(/#\/glossary\?v=1&term=(?!crl)/);
  await page.goto('./#/glossary?v=1&term=nothing-such');
  await expect(page.getByRole('alert')).toHaveText('The glossary has no entry “nothing-such”.');

  for (const width of [1024, 768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectFits(page, `glossary at ${width}`);
  }
});

test('for trainers: a session opens as a demo list with question and notes; about says what is real', async ({
  page,
}) => {
  await page.goto('./#/guide');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5);
  await expectAccessible(page, 'for trainers');
  for (const width of [1024, 768, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectFits(page, `for trainers at ${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'Present: Missing intermediate' }).click();
  await expect(page.getByText('Demo 1 of 5')).toBeVisible();
  await page.keyboard.press(']');
  await expect(page.getByText('Demo 2 of 5')).toBeVisible();
  await expect(
    page.getByText('Leaf and root are fine, and nothing has expired. Why does it fail?').first(),
  ).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('complementary', { name: 'Notes' })).toContainText('In the Lab (Esc): Checks');
  await expect(page.getByText('The intermediate was not sent.')).toHaveCount(0);
  await page.keyboard.press('a');
  await expect(page.getByText('The intermediate was not sent.', { exact: false }).first()).toBeVisible();
  // To the tab that the notes name, and back to the demo.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('tab', { name: 'Checks' })).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await expect(page.getByText('Demo 2 of 5')).toBeVisible();
  // A demo of an attack leads to the page where the key can be stolen.
  await page.goto('./#/guide');
  await page.getByRole('link', { name: 'Present: Post-quantum' }).click();
  await expect(page.getByText('Demo 1 of 5')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/attack\?v=1&s=attack-stolen-key-ecdhe/);

  await page.goto('./#/about');
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('What is real');
  await expect(page.getByRole('main')).toContainText('react-dom');
  await expectAccessible(page, 'about');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectFits(page, 'about at 390');
});

test('on paper a page is its text, black on white', async ({ page }) => {
  await page.goto('./#/guide');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('banner')).toBeHidden();
  const main = page.getByRole('main');
  // Nothing scrolls on paper.
  expect(await main.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
  expect(await main.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
});

for (const [lesson, parts] of [
  [7, 5],
  [8, 5],
] as const)
  test(`lesson ${lesson} on paper: every part with its question, the answers on a sheet of their own`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      window.print = () => undefined;
    });
    await page.goto(`./#/learn?v=1&lesson=${lesson}`);
    await page.getByRole('button', { name: 'Print this lesson' }).click();
    const sheet = page.locator('#handout article');
    await expect(sheet.locator('section')).toHaveCount(parts + 1);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(sheet).toBeVisible();
    await expect(page.locator('#root')).toBeHidden();
    await expect(sheet.locator('section').last().locator('p')).toHaveCount(parts);
    await expect(sheet).not.toContainText('undefined');
    expect(await sheet.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)');
    // Taken away after printing.
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect(sheet).toHaveCount(0);
  });
