import type { Page } from '@playwright/test';
import { expectAccessible } from './pages/axe.ts';
import { expect, test } from './pages/test.ts';

/**
 * What the learner does in each part, by its place: a value to type or choose; of several lists one word each.
 * `rows` are those of the coverage list that the lesson lets one do.
 */
const lessons: readonly {
  readonly name: string;
  readonly rows: string;
  readonly values: readonly string[];
}[] = [
  {
    name: 'What a handshake is for',
    rows: 'P3, N1 to N5',
    values: ['/orders', 'TLS_CHACHA20_POLY1305_SHA256', 'Ed25519', 'TLS 1.3'],
  },
  {
    name: 'What the eavesdropper sees',
    rows: 'P3, N2',
    values: ['garden.example.org', 'TLS 1.3', 'RSA', '/account/close-for-good', '512 zero bytes'],
  },
  {
    name: 'Two halves of a secret',
    rows: 'P3, S3, N3',
    values: ['3 072 bits (ffdhe3072)', 'secp256r1', 'not signed (ECDH_anon)', 'x25519 alone'],
  },
  {
    name: 'The secret in an envelope',
    rows: 'P2, N3, N4, N5',
    values: [
      'TLS_RSA_WITH_AES_256_CBC_SHA256',
      'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      'ECDHE, new halves each time',
      'the last byte',
      'TLS 1.3',
    ],
  },
  {
    name: 'Reading a suite’s name',
    rows: 'S1 to S7, N1',
    values: [
      'TLS_RSA_WITH_AES_128_GCM_SHA256',
      'DHE RSA CAMELLIA_128_GCM SHA256',
      'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
      'the browser’s',
      'RSA',
    ],
  },
];

/** One part by keyboard: answer, change, run, on. */
async function doPart(page: Page, value: string): Promise<void> {
  const article = page.locator('article');
  const choices = article.getByRole('radiogroup');
  await choices.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  // Each choice has its reason, and exactly one is right.
  await expect(choices.locator('p')).toHaveCount(await choices.getByRole('radio').count());
  await expect(choices.locator('[data-state="right"]')).toHaveCount(1);

  const change = page.getByRole('region', { name: 'Live example' }).locator('form').first();
  const field = change.locator('input, select');
  await expect(article.getByText('Done.')).toHaveCount(0);
  const lists = await change.locator('select').all();
  if (lists.length > 1)
    for (const [at, word] of value.split(' ').entries()) await lists[at]?.selectOption(word);
  else if (lists.length === 1) await field.selectOption({ label: value });
  else {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(value);
  }
  const run = change.getByRole('button', { name: 'Run' });
  await run.focus();
  await page.keyboard.press('Enter');
  await expect(article.getByText('Done.')).toBeVisible();
  const footer = page.getByRole('contentinfo', { name: 'Lesson progress' });
  await expect(footer.getByRole('listitem').and(page.locator('[aria-current]'))).toHaveAttribute(
    'data-done',
    'true',
  );
  await footer.getByRole('button').last().focus();
  await page.keyboard.press('Enter');
}

for (const [index, { name, rows, values }] of lessons.entries())
  test(`lesson ${index + 1}, ${name} (${rows}): every part by keyboard`, async ({ page }) => {
    await page.goto(`./#/learn?v=1&lesson=${index + 1}`);
    for (const [at, value] of values.entries()) {
      await expect(page.getByText(`part ${at + 1} of ${values.length}`)).toBeVisible();
      await expect(page.locator('article').getByRole('radiogroup')).toBeVisible();
      if (at === 0) await expectAccessible(page, `${name}, before an answer`);
      await doPart(page, value);
    }
    // Done stays done, in the list too, after a reload.
    await page.goto('./#/learn');
    await page.reload();
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(
      `${values.length} of ${values.length} done`,
    );

    // On a phone nothing is wider than the screen.
    await page.setViewportSize({ width: 390, height: 844 });
    if (index === 0) await expectAccessible(page, 'the list of lessons, phone');
    await page.goto(`./#/learn?v=1&lesson=${index + 1}&part=${values.length}`);
    await expect(page.locator('article').getByRole('radiogroup')).toBeVisible();
    await expectAccessible(page, `${name}, phone`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
  });

test('N3, N4: with the stolen key the recording is read, and a name that is not registered is refused', async ({
  page,
}) => {
  await page.goto('./#/learn?v=1&lesson=4&part=3');
  const article = page.locator('article');
  // Not before the learner has decided.
  await expect(article.getByRole('radiogroup')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Steal the key' })).toHaveCount(0);
  await article.getByRole('radio', { name: 'All of them' }).check();
  await article.getByRole('button', { name: 'Check' }).click();
  await expect(article.getByText('Right.')).toBeVisible();
  await page.getByRole('button', { name: 'Steal the key' }).click();
  await expect(article.getByText('GET /cart HTTP/1.1')).toBeVisible();
  await expectAccessible(page, 'lesson 4, key stolen');

  await page.goto('./#/learn?v=1&lesson=5&part=2');
  const change = page.getByRole('region', { name: 'Live example' }).locator('form').first();
  await change.getByRole('combobox', { name: 'Authentication' }).selectOption('DSS');
  await expect(change.getByText('TLS_ECDHE_DSS_WITH_AES_128_GCM_SHA256')).toBeVisible();
  await change.getByRole('button', { name: 'Run' }).click();
  await expect(change.getByRole('alert')).toHaveText('No registered suite has this name.');
  await expect(article.getByText('Done.')).toHaveCount(0);
});

test('progress is exported, cleared and opened again; the Lab leads to a lesson and back', async ({
  page,
}) => {
  await page.goto('./');
  await page.evaluate(() =>
    localStorage.setItem(
      'handshake-lab.lessons',
      JSON.stringify({ version: 1, done: ['what-for/wire'], answers: { 'what-for/wire': true } }),
    ),
  );
  await page.goto('./#/learn');
  await page.reload();
  const first = page.getByRole('list', { name: 'Lessons' }).getByRole('listitem').first();
  await expect(first).toContainText('1 of 4 done');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  const file = await download.path();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(first).toContainText('4 parts');
  expect(await page.evaluate(() => localStorage.getItem('handshake-lab.lessons'))).toBeNull();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Open a file' }).click(),
  ]);
  await chooser.setFiles(file);
  await expect(first).toContainText('1 of 4 done');

  await page.goto('./#/lab?v=1&s=tls13&step=7');
  await page.getByRole('link', { name: 'Learn about this' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Two keys that belong together');
  await page.getByRole('button', { name: 'Back to step 7 in the Lab' }).click();
  await expect(page).toHaveURL(/#\/lab\?v=1&s=tls13&step=7/);
});
