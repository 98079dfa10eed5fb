import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './pages/axe.ts';
import { expect, test } from './pages/test.ts';

/** A value to type or choose; of several lists one word each; in the workshop, what is done there. */
type Act = string | ((page: Page) => Promise<void>);

/**
 * What the learner does in each part, by its place. `rows` are those of the coverage list that the lesson lets
 * one do.
 */
const lessons: readonly {
  readonly name: string;
  readonly rows: string;
  readonly values: readonly Act[];
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
  {
    name: 'Who are you?',
    rows: 'P1, P2, P10, P11, P12',
    values: ['6 days', 'cart.eu.shop.example', 'Mallory, with a copy of it', 'TLS 1.2 only', 'shop.exarnple'],
  },
  {
    name: 'The chain of trust',
    rows: 'P6, P7, P8, P9',
    values: [
      'Meridian Certification',
      'Lakeside Root CA',
      'the leaf and the intermediate',
      'kept nothing, fetches what is missing',
      'with Workbench Root CA installed',
    ],
  },
  {
    name: 'The offices behind a certificate',
    rows: 'P4, P5',
    values: [
      async (page) => {
        await press(page, page.getByRole('button', { name: 'Write a request' }));
        await press(page, page.getByRole('button', { name: 'Make a key and sign' }));
        await press(page, page.getByRole('button', { name: 'Check the request' }));
      },
      async (page) => {
        await press(page, page.getByRole('button', { name: 'Sign the certificate' }));
        await press(page, page.getByRole('button', { name: 'Publish it' }));
      },
      async (page) => {
        await press(page, page.getByRole('button', { name: 'Revoke shop.example' }).first());
        await press(page, page.getByRole('button', { name: 'Revoke it' }));
      },
      'looks into the list at hand',
      'Lakeside Root CA',
    ],
  },
  {
    name: 'Nobody changed a word',
    rows: 'S6, N1',
    values: [
      'flips a bit of ServerHello.random',
      'leaves two suites of the offer',
      'TLS 1.2 only, and nobody meddles',
      'sends the request a second time',
    ],
  },
  {
    name: 'The server asks back',
    rows: 'C1 to C4, P2',
    values: [
      'after the first request',
      'TLS 1.2',
      'one from another authority',
      'asks and insists',
      'revoked',
    ],
  },
  {
    name: 'TLS 1.2 against 1.3',
    rows: 'N1, N5, S3',
    values: ['TLS 1.3', 'secp256r1', 'that one alone', 'TLS 1.2', 'permits it, then refuses it'],
  },
  {
    name: 'Thirty years',
    rows: 'H1 to H8',
    values: ['TLS 1.2 alone', 'TLS 1.2 (2008)', 'TLS 1.2', 'is not there', 'ML-DSA-65'],
  },
];

/** axe, once nothing is on its way any more. */
async function expectCalmlyAccessible(page: Page, where: string): Promise<void> {
  await expect(page.getByText('Loading this view')).toHaveCount(0);
  await expectAccessible(page, where);
}

async function press(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await page.keyboard.press('Enter');
}

/** The one thing of a run that can be changed, and Run. */
async function change(page: Page, value: string): Promise<void> {
  const form = page.getByRole('region', { name: 'Live example' }).locator('form').first();
  const field = form.locator('input, select');
  const lists = await form.locator('select').all();
  if (lists.length > 1)
    for (const [at, word] of value.split(' ').entries()) await lists[at]?.selectOption(word);
  else if (lists.length === 1) await field.selectOption({ label: value });
  else {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(value);
  }
  await press(page, form.getByRole('button', { name: 'Run' }));
}

/** One part by keyboard: answer, change, run, on. */
async function doPart(page: Page, value: Act): Promise<void> {
  const article = page.locator('article');
  const choices = article.getByRole('radiogroup');
  await choices.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  // Each choice has its reason, and exactly one is right.
  await expect(choices.locator('p')).toHaveCount(await choices.getByRole('radio').count());
  await expect(choices.locator('[data-state="right"]')).toHaveCount(1);

  await expect(article.getByText('Done.')).toHaveCount(0);
  if (typeof value === 'string') await change(page, value);
  else await value(page);
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
      if (at === 0) await expectCalmlyAccessible(page, `${name}, before an answer`);
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
    await expectCalmlyAccessible(page, `${name}, phone`);
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
  await expectCalmlyAccessible(page, 'lesson 4, key stolen');

  await page.goto('./#/learn?v=1&lesson=5&part=2');
  const change = page.getByRole('region', { name: 'Live example' }).locator('form').first();
  await change.getByRole('combobox', { name: 'Authentication' }).selectOption('DSS');
  await expect(change.getByText('TLS_ECDHE_DSS_WITH_AES_128_GCM_SHA256')).toBeVisible();
  await change.getByRole('button', { name: 'Run' }).click();
  await expect(change.getByRole('alert')).toHaveText('No registered suite has this name.');
  await expect(article.getByText('Done.')).toHaveCount(0);
});

test('on a phone a part shows the operation it names, the step that is tapped, and what was done', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./#/learn?v=1&lesson=1&part=3');
  const live = page.getByRole('region', { name: 'Live example' });
  const operation = live.getByRole('region', { name: 'Operation' });
  await expect(operation).toContainText('server signing key');
  const article = page.locator('article');
  await article.getByRole('button', { name: '8', exact: true }).first().click();
  const row = live.getByRole('listitem').filter({ has: page.locator('[aria-current]') });
  await expect(row.first()).toBeInViewport();
  await expect(operation).toContainText('public key of the server certificate');
  await change(page, 'Ed25519');
  await expect(article.getByText('Done.')).toBeInViewport();
});

test('what gives the answer away is covered until one has decided, asked for it or run it', async ({
  page,
}) => {
  await page.goto('./#/learn?v=1&lesson=4&part=5');
  const live = page.getByRole('region', { name: 'Live example' });
  const covered = live.getByText('Decide first');
  await expect(covered).toBeVisible();
  await expect(live.getByText('protocol_version')).toHaveCount(0);
  await live.getByRole('button', { name: 'Show it now' }).click();
  await expect(live.getByText('protocol_version').first()).toBeVisible();

  await page.goto('./#/learn?v=1&lesson=5&part=4');
  await expect(covered).toBeVisible();
  await expect(live.getByText('chosen', { exact: true })).toHaveCount(0);
  const article = page.locator('article');
  await article.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  await expect(live.getByText('chosen', { exact: true }).first()).toBeVisible();
  // Decided is decided, on another day too.
  await page.reload();
  await expect(live.getByText('chosen', { exact: true }).first()).toBeVisible();
  await expect(covered).toHaveCount(0);

  await page.goto('./#/learn?v=1&lesson=4&part=4');
  await expect(article.getByRole('radiogroup')).toBeVisible();
  await expect(covered).toBeVisible();
  await change(page, 'in the middle');
  await expect(covered).toHaveCount(0);
});

test('after a change, question and reasons say what they are about, and lead to no step of the new run', async ({
  page,
}) => {
  await page.goto('./#/learn?v=1&lesson=4&part=2');
  const article = page.locator('article');
  const choices = article.getByRole('radiogroup');
  await choices.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  await expect(choices.getByRole('button')).not.toHaveCount(0);
  const about = article.getByText('About what was shown when you answered.');
  await expect(about).toHaveCount(0);
  await change(page, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256');
  await expect(about).toBeVisible();
  await expect(choices.getByRole('button')).toHaveCount(0);
  await article.getByRole('button', { name: 'Try again' }).click();
  await expect(about).toHaveCount(0);
});

test('the run beside the text is named by its scenario, a changed one by what came of it', async ({
  page,
}) => {
  await page.goto('./#/learn?v=1&lesson=11&part=3');
  const live = page.getByRole('region', { name: 'Live example' });
  const article = page.locator('article');
  await article.getByRole('radio').first().check();
  await article.getByRole('button', { name: 'Check' }).click();
  await expect(live.getByText('TLS 1.3, completed')).toBeVisible();
  await change(page, 'that one alone');
  await expect(live.getByText('ended by handshake_failure (40)')).toBeVisible();
  await page.goto('./#/learn?v=1&lesson=1');
  await expect(live.getByText('TLS 1.3 · everything in order')).toBeVisible();
});

test('a run that does not do what was asked says so', async ({ page }) => {
  await page.goto('./#/learn?v=1&lesson=1&part=2');
  const article = page.locator('article');
  await expect(article.getByRole('radiogroup')).toBeVisible();
  await change(page, 'TLS_AES_128_GCM_SHA256');
  await expect(article.getByText('The run does not show it yet.')).toBeInViewport();
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
