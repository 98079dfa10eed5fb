import { Lab } from './pages/lab.ts';
import { expect, test } from './pages/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('scenario, changes, step, tab, view and field survive a reload and travel to a new page', async ({
  lab,
  page,
  context,
}) => {
  await lab.open();
  await lab.chooseScenario('TLS 1.3 · RSA certificate');
  await lab.configureButton.click();
  await lab.configure.sheet.getByRole('textbox', { name: 'Server name' }).fill('www.shop.example');
  await expect(lab.configure.changes).toContainText('Address: www.shop.example');
  await lab.configure.choice('Client auth', 'request').click();
  await expect(lab.configure.runText).toContainText('Completes in 16 steps');
  await lab.configure.close.click();
  await lab.steps.filter({ hasText: '{Certificate}' }).first().click();
  await lab.expectStep(6, 16);
  await lab.bytes.field(/^issuer/).click();
  await lab.eavesdropper.click();
  await lab.shareButton.click();
  await expect(lab.notice).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(page).toHaveURL(link);

  const expectSame = async (other: Lab): Promise<void> => {
    await other.expectStep(6, 16);
    await expect(other.scenario).toHaveAccessibleName(
      /^Scenario: TLS 1\.3 · RSA certificate ?, 2 changes to the scenario$/,
    );
    await expect(other.bytes.selected).toHaveAccessibleName(/^issuer/);
    await expect(other.eavesdropper).not.toBeChecked();
    await expect(other.ladder.getByText('www.shop.example', { exact: true })).toBeVisible();
  };
  await page.reload();
  await expectSame(lab);

  const second = new Lab(await context.newPage());
  await second.page.goto(link);
  await expectSame(second);
});

const places: readonly (readonly [
  link: string,
  step: number,
  of: number,
  tab: 'Bytes' | 'Crypto' | 'Certificates' | 'Keys' | 'Checks',
])[] = [
  ['#/lab?v=1&s=tls13&step=3&tab=crypto', 3, 14, 'Crypto'],
  ['#/lab?v=1&s=tls13&step=5&tab=certificates', 5, 14, 'Certificates'],
  ['#/lab?v=1&s=client-certificate&step=12&tab=keys', 12, 19, 'Keys'],
  ['#/lab?v=1&s=expired&step=6&tab=checks', 6, 7, 'Checks'],
];
for (const [link, step, of, tab] of places) {
  test(`${link} opens there`, async ({ lab }) => {
    await lab.open(link);
    await lab.expectStep(step, of);
    await expect(lab.tab(tab)).toHaveAttribute('aria-selected', 'true');
  });
}

test('on the wire is part of the link', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&view=wire');
  await expect(lab.bytes.onTheWire).toHaveAttribute('aria-pressed', 'true');
});

const bad: readonly (readonly [why: string, link: string, says: RegExp])[] = [
  ['garbage', '#/lab?%%%&&==', /./],
  ['no such page', '#/nowhere', /no page “\/nowhere”/],
  ['unknown scenario', '#/lab?v=1&s=tls99', /“s” cannot be “tls99”/],
  ['future version', '#/lab?v=2&s=tls13', /newer version of this page \(v=2\)/],
  ['no version', '#/lab?s=expired', /does not say which version/],
  ['bad step', '#/lab?v=1&s=tls13&step=zero', /“step” cannot be “zero”/],
  ['bad setting', '#/lab?v=1&s=tls13&server.suites=zz', /“server.suites” cannot be “zz”/],
  ['unknown setting', '#/lab?v=1&s=tls13&server.colour=red', /“server.colour”/],
  ['cut off', '#/lab?v=1&s=tls13&browser.request=%', /breaks off/],
  ['script', '#/lab?v=1&s=<script>alert(1)</script>', /cannot be/],
];
for (const [why, link, says] of bad) {
  test(`a bad link says what is wrong and loses nothing: ${why}`, async ({ lab, page }) => {
    await page.addInitScript(() => localStorage.setItem('handshake-lab.theme', 'dark'));
    await lab.open(link);
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('This link could not be read in full');
    await expect(alert).toContainText(says);
    await lab.expectStep(1, 14);
    await expect(lab.scenario).toHaveAccessibleName('Scenario: TLS 1.3 · everything in order');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await expect(alert).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await lab.expectStep(2, 14);
  });
}

test('a step beyond the end shows the last step', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=99');
  await lab.expectStep(14, 14);
});

test('a field that this run does not have selects nothing', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&f=No.such.field');
  await expect(lab.bytes.selected).toHaveCount(0);
});

test('back and forward go through scenarios, not through steps', async ({ lab, page }) => {
  await lab.open();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/step=2/);
  await lab.chooseScenario('Expired certificate');
  await lab.expectStep(1, 7);
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/s=expired&step=7/);
  await lab.chooseScenario('HelloRetryRequest');
  await lab.expectStep(1, 16);
  await page.goBack();
  await lab.expectStep(7, 7);
  await expect(lab.scenario).toHaveAccessibleName('Scenario: Expired certificate');
  await page.goBack();
  await lab.expectStep(2, 14);
  await page.goForward();
  await lab.expectStep(7, 7);
  await page.goForward();
  await lab.expectStep(1, 16);
});

test('other pages have links of their own; the Lab keeps its run meanwhile', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=expired&step=6&tab=checks');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await expect(navigation.getByRole('link', { name: 'Lab' })).toHaveAttribute('aria-current', 'page');
  await navigation.getByRole('link', { name: 'Suites' }).click();
  await expect(page).toHaveURL(/#\/suites$/);
  await expect(page).toHaveTitle('Suites · Handshake Lab');
  await expect(page.getByRole('heading', { level: 1, name: 'Cipher suites' })).toBeAttached();
  await expect(navigation.getByRole('link', { name: 'Suites' })).toHaveAttribute('aria-current', 'page');
  await expect(lab.scenario).toHaveCount(0);
  // The Lab's keys do not act here.
  await page.keyboard.press('Home');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Cipher suites' })).toBeAttached();
  await page.goBack();
  await lab.expectStep(6, 7);
  await page.goForward();
  await navigation.getByRole('link', { name: 'Lab' }).focus();
  await page.keyboard.press('Enter');
  await lab.expectStep(6, 7);
  await expect(page).toHaveURL(/s=expired&step=6&tab=checks/);
  await expect(page).toHaveTitle('Handshake Lab');
  await page.evaluate(() => {
    location.hash = '#/suites?v=1&colour=red';
  });
  await expect(page.getByRole('alert')).toContainText('It asks for “colour”, which this page does not know.');
  await expect(page.getByRole('heading', { level: 1, name: 'Cipher suites' })).toBeAttached();
});

for (const width of [768, 390])
  test(`at ${width} the pages are in a menu`, async ({ lab, page }) => {
    await page.setViewportSize({ width, height: 844 });
    await lab.open();
    const bar = page.getByRole('banner');
    await bar.getByRole('button', { name: width === 768 ? 'Main' : 'More' }).click();
    await expect(page.getByRole('menuitemradio', { name: 'One run' })).toBeChecked();
    await page.getByRole('menuitemradio', { name: 'Suites' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Cipher suites' })).toBeAttached();
    await bar.getByRole('button', { name: 'Main' }).click();
    await page.getByRole('menuitemradio', { name: 'One run' }).click();
    await lab.expectStep(1, 14);
  });

test('a link pasted into the address bar of the open page is followed; a bad one is refused', async ({
  lab,
  page,
}) => {
  await lab.open();
  await page.evaluate(() => {
    location.hash = '#/lab?v=1&s=expired&step=6&tab=checks';
  });
  await lab.expectStep(6, 7);
  await page.evaluate(() => {
    location.hash = '#/lab?v=9';
  });
  await expect(page.getByRole('alert')).toContainText('newer version');
  await lab.expectStep(1, 14);
  await page.goBack();
  await lab.expectStep(6, 7);
  await expect(page.getByRole('alert')).toHaveCount(0);
});
