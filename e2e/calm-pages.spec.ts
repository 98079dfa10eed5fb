import { chromiumFlags, findChromium } from '../scripts/lib/chromium.mjs';
import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

const executablePath = await findChromium();
test.use({
  // Another name for this machine: an address that is no secure context.
  launchOptions: {
    args: [...chromiumFlags, '--host-resolver-rules=MAP lab.test 127.0.0.1'],
    ...(executablePath === undefined ? {} : { executablePath }),
  },
});

test.describe('without a secure context', () => {
  // The browser itself remarks on headers that count over https alone; and the origin is another one.
  test.use({ peaceful: false });

  test('a calm page says what is missing and how to get it', async ({ page, baseURL, requests }) => {
    const url = new URL(baseURL ?? '');
    url.hostname = 'lab.test';
    await page.goto(url.href);
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This address keeps cryptography switched off',
    );
    await expect(page.getByRole('main')).toContainText(
      'Open the page over https, or under http://localhost.',
    );
    await expect(page.getByRole('main')).toContainText(url.origin);
    await expectAccessible(page, 'insecure context');
    await expectFits(page, 'insecure context');
    expect(requests.filter((address) => new URL(address).origin !== url.origin)).toEqual([]);
  });
});

const missing: readonly (readonly [what: string, listed: string, remove: () => void])[] = [
  [
    'crypto.subtle',
    'WebCrypto (crypto.subtle)',
    () => Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined }),
  ],
  [
    'popovers',
    'Popover (HTMLElement.showPopover)',
    () => Reflect.deleteProperty(HTMLElement.prototype, 'showPopover'),
  ],
  ['dialogs', 'Dialog (HTMLDialogElement)', () => Reflect.deleteProperty(window, 'HTMLDialogElement')],
];
for (const [what, listed, remove] of missing) {
  test(`a browser without ${what} is told so`, async ({ page }) => {
    await page.addInitScript(remove);
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'This browser lacks what the handshake needs',
    );
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText([listed]);
    await expect(page.getByRole('main')).toContainText(
      'A current Chrome, Edge, Firefox or Safari has all of them.',
    );
    await expectAccessible(page, `without ${what}`);
  });
}

const breakHashing = (): void => {
  const subtle = SubtleCrypto.prototype as { digest: unknown; whole?: unknown };
  subtle.whole = subtle.digest;
  subtle.digest = () => Promise.reject(new TypeError('broken on purpose'));
};
const mendHashing = (): void => {
  const subtle = SubtleCrypto.prototype as { digest: unknown; whole?: unknown };
  subtle.digest = subtle.whole;
};

test('a first run that throws: a page that says so, and Run again', async ({ lab, page }) => {
  await page.addInitScript(breakHashing);
  await page.goto('./#/lab');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This run broke off');
  await expect(page.getByRole('main')).toContainText('a mistake of this page, not of your settings');
  await page.getByText('What the program said').click();
  await expect(page.getByRole('main')).toContainText('broken on purpose');
  await expectAccessible(page, 'a first run that threw');
  await page.evaluate(mendHashing);
  await page.getByRole('button', { name: 'Run again' }).click();
  await lab.expectStep(1, 14);
});

test('a first run that throws behind the start page: the same, and then the start page', async ({ page }) => {
  await page.addInitScript(breakHashing);
  await page.goto('./');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('This run broke off');
  await page.evaluate(mendHashing);
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(heading).toHaveText('A TLS handshake, one step at a time');
  await expect(page.getByRole('button', { name: 'Step through a handshake' })).toBeVisible();
});

test('a later run that throws: the one before stays, with a line that says so', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await page.evaluate(breakHashing);
  await lab.configureButton.click();
  await lab.configure.choice('Client auth', 'request').click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This run broke off');
  await expect(alert).toContainText('The last run that worked is still here.');
  await lab.expectStep(5, 14);
  await expectAccessible(page, 'a later run that threw');
  await page.evaluate(mendHashing);
  await alert.getByRole('button', { name: 'Run again' }).click();
  await expect(alert).toHaveCount(0);
  await expect(lab.steps).toHaveCount(16);
});

test.describe('when drawing breaks', () => {
  // React reports the error it caught.
  test.use({ peaceful: false });

  test('the page never goes blank, and a reload brings everything back', async ({ lab, page }) => {
    await lab.open('#/lab?v=1&s=hello-retry-request&step=5');
    await page.evaluate(() => {
      HTMLElement.prototype.showPopover = () => {
        throw new Error('broken on purpose');
      };
    });
    await lab.scenario.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Something on this page broke');
    await expectAccessible(page, 'when drawing broke');
    await page.getByRole('button', { name: 'Reload' }).click();
    await lab.expectStep(5, 16);
  });
});

test.describe('without JavaScript', () => {
  // Scripts that were announced to be preloaded are refused.
  test.use({ javaScriptEnabled: false, peaceful: false });

  test('the page says what it is and what it needs', async ({ page }) => {
    await page.goto('./');
    expect(await page.locator('body').innerText()).toMatch(
      /^Handshake Lab[^]*Allow JavaScript for this site/,
    );
  });
});
