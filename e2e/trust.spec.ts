/** What a learner must be able to do on the Trust page; named after the rows of the coverage list. */
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './pages/axe.ts';
import { expectFits } from './pages/layout.ts';
import { expect, test } from './pages/test.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

class Trust {
  readonly page: Page;
  readonly verdict: Locator;
  readonly sent: Locator;
  readonly graph: Locator;
  readonly clients: Locator;
  readonly store: Locator;

  constructor(page: Page) {
    this.page = page;
    this.verdict = page.getByRole('heading', { level: 2, name: /is (not )?trusted$/ });
    this.sent = page.getByRole('list', { name: 'Certificate message, in order' });
    this.graph = page.getByRole('group', { name: 'Certificates and the paths between them' });
    this.clients = page.getByRole('table', { name: /^Client, whether it connects/ });
    this.store = page.getByRole('region', { name: 'Browser root store' });
  }

  async open(parameters: string): Promise<void> {
    await this.page.goto(`./#/trust?v=1&${parameters}`);
    await this.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  }

  row(client: string): Locator {
    return this.clients.getByRole('row').filter({ hasText: client });
  }

  async expectTrusted(trusted: boolean, who = 'shop.example'): Promise<void> {
    await expect(this.verdict).toHaveText(`${who} is ${trusted ? '' : 'not '}trusted`);
  }
}

test('P5 the root is the anchor: switched off or fallen, every path through it dies', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=tls13');
  await trust.expectTrusted(true);
  await trust.store.getByRole('switch', { name: 'Lakeside Root CA' }).click();
  await trust.expectTrusted(false);
  await trust.store.getByRole('switch', { name: 'Lakeside Root CA' }).click();
  await trust.expectTrusted(true);
  await trust.store.getByRole('button', { name: 'Mark Lakeside Root CA compromised' }).click();
  await trust.expectTrusted(false);
  await expect(trust.graph).toContainText('Lakeside Root CA is marked compromised');
  await expect(trust.row('Firefox')).toContainText('SEC_ERROR_UNKNOWN_ISSUER');
  await expect(trust.row('Firefox')).toContainText('not measured');
  // One press leaves the fallen root behind.
  await page.getByRole('button', { name: 'Issue it under Meridian ECC Root 2021' }).click();
  await trust.expectTrusted(true);
});

test('P6 root, intermediate, server certificate: the graph from the leaf upwards', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=tls13');
  const cards = trust.graph.getByRole('listitem');
  await expect(cards).toHaveCount(3);
  await expect(cards.nth(0)).toContainText(/sent \[0\].*shop\.example/);
  await expect(cards.nth(1)).toContainText('Lakeside TLS Issuing CA R2');
  await expect(cards.nth(2)).toContainText('root, in the store');
  await expect(trust.graph).toContainText('accepted: 3 certificates, anchor in the store');
  await expectAccessible(page, 'the Trust page');
});

test('P7 the browser ships the roots: a store with switches, and one of your own', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=untrusted-root');
  await trust.expectTrusted(false);
  await expect(trust.store.getByRole('switch')).toHaveCount(6);
  await trust.store.getByRole('button', { name: 'Add your own root' }).click();
  await trust.expectTrusted(true);
  await expect(trust.store.getByRole('switch', { name: 'Workbench Root CA' })).toBeChecked();
  await expect(page).toHaveURL(/browser\.roots=[a-z,]*own/);
  await page.goBack();
  await trust.expectTrusted(false);
});

test('P8 a good chain validates, and the lock closes in the handshake around it', async ({ page, lab }) => {
  const trust = new Trust(page);
  await trust.open('s=tls13');
  await trust.expectTrusted(true);
  for (const name of ['Chromium', 'Firefox', 'OpenSSL', 'curl', 'Go', 'Java', 'Python', 'Node', 'GnuTLS'])
    await expect(trust.row(name).first()).toContainText('connects');
  // From the evidence to its bytes.
  await page.locator('summary').filter({ hasText: 'Validity' }).click();
  await page
    .getByRole('button', { name: /^validity/ })
    .first()
    .click();
  await expect(lab.bytes.detail(/validity/)).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'See the handshake' }).click();
  await page.keyboard.press('End');
  await expect(lab.ladder.getByText('verified', { exact: true })).toBeVisible();
});

test('P9 missing intermediate: three switches flip the verdict, one press mends it', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=missing-intermediate');
  await trust.expectTrusted(false);
  await expect(trust.sent).toContainText('The issuing CA’s certificate belongs here.');
  await expect(trust.row('Chromium')).toContainText('fetches the missing intermediate by AIA');
  await expect(trust.row('OpenSSL').first()).toContainText('unable to get local issuer certificate');
  await expect(trust.row('OpenSSL').first()).toContainText('3.0.19');
  for (const name of ['A cache has it', 'The browser fetches it', 'The server sends it']) {
    const way = page.getByRole('switch', { name, exact: true });
    await way.click();
    await trust.expectTrusted(true);
    await way.click();
    await trust.expectTrusted(false);
  }
  await page.getByRole('switch', { name: 'That address answers' }).click();
  await expect(trust.row('Chromium')).toContainText('NET::ERR_CERT_AUTHORITY_INVALID');
  // Each client by its own face: a page, a terminal.
  await page.getByRole('button', { name: 'Show what curl shows' }).click();
  await expect(page.getByRole('figure', { name: /^What curl prints/ })).toContainText(
    'curl: (60) SSL certificate',
  );
  await expect(page).toHaveURL(/client=curl/);
  await page.getByRole('tab', { name: 'Caddy' }).click();
  await expect(page.getByText('tls fullchain.pem site.key')).toBeVisible();
  await page.getByRole('button', { name: 'Send the full chain and run again' }).click();
  await trust.expectTrusted(true);

  await test.step('the message is a list to edit, by keys and by mouse', async () => {
    await trust.sent.getByRole('button', { name: /^Intermediate, 2/ }).press('ArrowUp');
    await expect(page).toHaveURL(/server\.sends=intermediate,leaf/);
    await trust.expectTrusted(false);
    const grip = trust.sent.getByRole('button', { name: /^Leaf, 2/ });
    const [from, to] = [
      await grip.boundingBox(),
      await trust.sent.getByRole('listitem').first().boundingBox(),
    ];
    if (!from || !to) throw new Error('nothing to drag');
    await page.mouse.move(from.x + 5, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, to.y + 4, { steps: 5 });
    await page.mouse.up();
    await trust.expectTrusted(true);
    await page.getByRole('button', { name: 'Add Root' }).click();
    await expect(trust.sent.getByRole('listitem')).toHaveCount(3);
    await trust.expectTrusted(true);
    await trust.sent.getByRole('button', { name: 'Remove Intermediate' }).click();
    await trust.expectTrusted(false);
  });
});

test('cross-signed root, the old one expired: old device, modern device, both', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=cross-signed');
  await trust.expectTrusted(true);
  await expect(trust.graph).toContainText('cross-signed');
  await page.getByRole('button', { name: 'Old device' }).click();
  await trust.expectTrusted(false);
  const java = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Java/ }) })
    .first();
  await expect(java.getByRole('cell')).toHaveText([/connects/, /connects/, /connects/]);
  const go = page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Go/ }) })
    .first();
  await expect(go.getByRole('cell').first()).toContainText('x509: certificate has expired');
  await page.getByRole('button', { name: 'Put Meridian ECC Root 2021 into the store' }).click();
  await trust.expectTrusted(true);
});

test('faults can be stacked, and each client chooses what to say', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=untrusted-root');
  await page.getByText('What is wrong with the certificates').click();
  await page.getByRole('button', { name: 'ended last week' }).click();
  await page.getByRole('button', { name: 'another host’s' }).click();
  await expect(trust.row('Go').first()).toContainText('certificate has expired or is not yet valid');
  await expect(trust.row('Chromium')).toContainText('NET::ERR_CERT_AUTHORITY_INVALID');
  await expect(trust.row('GnuTLS')).toContainText(
    'The certificate issuer is unknown. The name in the certificate',
  );
  await page.getByRole('checkbox', { name: 'SHA-1 signature' }).check();
  await expect(page.getByText('this very combination was not measured')).toBeVisible();
  await expect(page).toHaveURL(/server\.faults=sha1/);
  for (const [width, height] of [
    [1024, 768],
    [768, 1024],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expectFits(page, `the Trust page at ${width}`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the Trust page on a phone, dark');
});

test('C1 a client certificate says who is there and encrypts nothing', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=client-certificate&chain=client');
  await trust.expectTrusted(true, 'Kim Keller');
  await expect(page.getByText('has encrypted nothing with that certificate')).toBeVisible();
});

test('C2 only a server with a certificate of its own may ask', async ({ page }) => {
  const trust = new Trust(page);
  await trust.open('s=client-certificate&chain=client');
  await page.getByRole('button', { name: 'does not ask' }).click();
  await expect(page.getByText('an anonymous server must not ask (RFC 5246 §7.4.4)')).toBeVisible();
  await expect(page.getByText('No certificate of the browser was judged in this run')).toBeVisible();
});

test('C3 the server asks in a step of its own, in TLS 1.3 and in 1.2', async ({ page, lab }) => {
  const trust = new Trust(page);
  await trust.open('s=client-certificate&chain=client');
  for (const version of ['TLS 1.3', 'TLS 1.2']) {
    await page.getByRole('button', { name: version }).click();
    await trust.expectTrusted(true, 'Kim Keller');
    await page.getByRole('button', { name: 'See the handshake' }).click();
    await expect(lab.ladder.getByText('CertificateRequest').first()).toBeVisible();
    await page.goBack();
  }
});

test('C4 the server’s own trust list, and the alert for each kind of certificate', async ({ page }) => {
  const trust = new Trust(page);
  const kind = page.getByRole('combobox', { name: 'The browser has' });
  const outcome = page.getByRole('region', { name: 'What goes over the wire' });
  await trust.open('s=client-certificate&chain=client');
  await page.getByRole('switch', { name: 'Shop Staff Root CA' }).click();
  await expect(outcome).toContainText('unknown_ca (48)');
  await page.getByRole('button', { name: 'Accept Shop Staff Root CA' }).click();
  await trust.expectTrusted(true, 'Kim Keller');
  for (const [option, alert] of [
    ['expired', 'certificate_expired (45)'],
    ['not-yet-valid', 'certificate_expired (45)'],
    ['unknown-issuer', 'unknown_ca (48)'],
    ['wrong-purpose', 'unsupported_certificate (43)'],
    ['revoked', 'certificate_revoked (44)'],
    ['none', 'certificate_required (116)'],
  ] as const) {
    await kind.selectOption(option);
    await expect(outcome).toContainText(alert);
  }
  await expect(outcome).toContainText('tlsv13 alert certificate required');
  // In TLS 1.2 there is no such alert.
  await page.getByRole('button', { name: 'TLS 1.2' }).click();
  await expect(outcome).toContainText('handshake_failure (40)');
  await kind.selectOption('expired');
  await expect(outcome).toContainText('wrongly blames the server’s certificate');
  // Asked without insisting, none is fine.
  await kind.selectOption('none');
  await page.getByRole('button', { name: 'asks', exact: true }).click();
  await expect(outcome).toContainText('the server lets that pass');
});
