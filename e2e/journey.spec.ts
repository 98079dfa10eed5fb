import type { Lab } from './pages/lab.ts';
import { expect, test } from './pages/test.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const steps = [
  'ClientHello',
  'ServerHello',
  'derive handshake keys',
  '{EncryptedExtensions}',
  '{Certificate}',
  'validate chain',
  '{CertificateVerify}',
  'verify signature',
  '{Finished}',
  'derive application keys',
  '{Finished}',
  '[Application Data]',
  '[Application Data]',
  '[Alert] close_notify',
];

test('steps by mouse from ClientHello to close_notify', async ({ lab }) => {
  await lab.open();
  await expect(lab.steps).toHaveText(steps);
  await lab.expectStep(1, 14);
  await expect(lab.title).toHaveText('ClientHello');
  await expect(lab.ladder.getByText('not verified yet')).toBeVisible();
  await expect(lab.player.getByRole('button', { name: 'Previous step' })).toBeDisabled();

  for (let step = 2; step <= 14; step++) {
    await lab.press('Next step');
    await lab.expectStep(step, 14);
    await expect(lab.currentStep).toHaveText(steps[step - 1] ?? '');
    await expect(lab.title).not.toBeEmpty();
  }
  await expect(lab.player.getByRole('button', { name: 'Next step' })).toBeDisabled();
  await expect(lab.ladder.getByText('verified', { exact: true })).toBeVisible();
  await expect(lab.negotiated.getByRole('listitem')).toContainText([
    'TLS 1.3',
    'TLS_AES_128_GCM_SHA256',
    'X25519MLKEM768',
  ]);

  await lab.steps.nth(4).click();
  await lab.expectStep(5, 14);
  await lab.press('First step');
  await lab.expectStep(1, 14);
  await lab.press('Last step');
  await lab.expectStep(14, 14);
  await lab.press('Previous step');
  await lab.expectStep(13, 14);
});

test('the scrubber goes where it is pressed', async ({ lab }) => {
  await lab.open();
  const box = await lab.scrubber.boundingBox();
  await lab.scrubber.click({ position: { x: (box?.width ?? 0) - 2, y: 10 } });
  await lab.expectStep(14, 14);
  await lab.scrubber.click({ position: { x: 2, y: 10 } });
  await lab.expectStep(1, 14);
});

test('play goes on by itself and stops at the end', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=12');
  await lab.player.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('menuitemradio', { name: '4×' }).click();
  await lab.press('Play');
  await lab.expectStep(14, 14);
  await expect(lab.player.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
});

test('a field of the Certificate: tree, hex and detail line say the same', async ({ lab }) => {
  await lab.open();
  await lab.steps.nth(4).click();
  await lab.openTab('Bytes');
  await lab.bytes.field(/^issuer/).click();
  await expect(lab.bytes.selected).toHaveAccessibleName(/^issuer CN=Lakeside TLS Issuing CA R2/);

  const [from, to] = await lab.bytes.range();
  expect(to).toBeGreaterThan(from);
  const highlighted = await lab.bytes.highlighted();
  expect(highlighted).toHaveLength(2 * (to - from + 1));
  // A DER SEQUENCE that has the name in it.
  expect(highlighted).toMatch(/^30/);
  expect(Buffer.from(highlighted, 'hex').toString('latin1')).toContain('Lakeside TLS Issuing CA R2');
  await expect(lab.panel).toContainText('Lakeside TLS Issuing CA R2');
  await expect(lab.panel.getByRole('link', { name: /RFC 5280/ })).toBeVisible();

  // The other way round: the first byte of the message is the type of the record.
  const box = await lab.bytes.hex.boundingBox();
  await lab.bytes.hex.click({ position: { x: (box?.width ?? 0) * 0.15, y: 8 } });
  await expect(lab.bytes.selected).toHaveCount(1);
  const [start] = await lab.bytes.range();
  expect(start).toBeLessThan(5);
});

test('on the wire there is ciphertext, decrypted there are fields', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await expect(lab.bytes.decrypted).toHaveAttribute('aria-pressed', 'true');
  const plain = await lab.bytes.hex.innerText();
  await lab.bytes.onTheWire.click();
  await expect(lab.bytes.onTheWire).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.bytes.field(/encrypted_record/)).toBeVisible();
  await expect(lab.bytes.field(/^issuer/)).toHaveCount(0);
  const wire = await lab.bytes.hex.innerText();
  // The record header is the same, what follows is not.
  expect(wire.slice(0, 18)).toBe(plain.slice(0, 18));
  expect(wire.slice(18)).not.toBe(plain.slice(18));
  await lab.bytes.decrypted.click();
  await expect(lab.bytes.field(/^issuer/)).toBeVisible();
});

test('who knows what follows the steps', async ({ lab }) => {
  await lab.open();
  await expectKnows(lab, 1, {
    Browser: { 'Browser key': 'known, learned in this step', 'Server key': 'cannot' },
    Server: { 'Shared secret': 'cannot', 'Signing key': 'known' },
  });
  await expectKnows(lab, 2, {
    Server: { 'Server key': /^known/, 'Shared secret': /^known/ },
    Browser: { 'Shared secret': 'cannot' },
  });
  await expectKnows(lab, 5, {
    Browser: { 'Shared secret': 'known', 's hs traffic': 'known', 'c ap traffic': 'cannot' },
    Eavesdropper: { Hellos: 'known', 'Shared secret': 'cannot', 's hs traffic': 'cannot' },
  });
  await expectKnows(lab, 14, {
    Browser: { 'c ap traffic': 'known', 's ap traffic': 'known', 'Signing key': 'cannot' },
    Eavesdropper: { 'c ap traffic': 'cannot', 's ap traffic': 'cannot', 'Shared secret': 'cannot' },
    Server: { 'c ap traffic': 'known', 's ap traffic': 'known' },
  });
});

test('the eavesdropper can be hidden', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await expect(lab.ladder.getByText('Eve sees')).toBeVisible();
  await lab.eavesdropper.click();
  await expect(lab.eavesdropper).not.toBeChecked();
  await expect(lab.ladder.getByText('Eve sees')).toHaveCount(0);
  await lab.eavesdropper.click();
  await expect(lab.ladder.getByText('Eve sees')).toBeVisible();
});

test('key schedule: every secret opens its operation', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=3&tab=crypto');
  await expect(lab.crypto.graph).toBeVisible();
  await lab.crypto.secret(/^c hs traffic/).click();
  await expect(lab.crypto.secret(/^c hs traffic/)).toHaveAttribute('aria-pressed', 'true');
  await expect(lab.crypto.operation.getByRole('heading', { name: 'HKDF-Expand-Label' })).toBeVisible();
  await expect(lab.crypto.operation).toContainText('"c hs traffic"');
  await expect(lab.crypto.operation).toContainText(/\d\.\d\d ms/);
  await expect(lab.crypto.secret(/^c ap traffic/)).toBeDisabled();

  await lab.crypto.show('List');
  const operations = lab.crypto.list.getByRole('button');
  expect(await operations.count()).toBeGreaterThan(20);
  await operations.filter({ hasText: 'X25519 secret' }).first().click();
  await expect(lab.crypto.operation).toContainText('deriveBits');
});

test('every operation copied as JavaScript runs in a console and gives what the run gave', async ({
  lab,
  page,
}) => {
  await lab.open();
  let ran = 0;
  // ServerHello: key pair, KEM. Keys: key schedule, agreement. Chain and CertificateVerify: signatures. Finished: HMAC, AEAD.
  for (const step of [2, 3, 6, 8, 9]) {
    await lab.steps.nth(step - 1).click();
    await lab.expectStep(step, 14);
    await lab.openTab('Crypto');
    if (await lab.crypto.graph.isVisible()) await lab.crypto.show('List');
    const operations = lab.crypto.list.first().getByRole('button');
    for (const operation of await operations.all()) {
      const name = await operation.innerText();
      await operation.click();
      await lab.crypto.copyJavaScript.click();
      const snippet = await page.evaluate(() => navigator.clipboard.readText());
      expect(snippet, name).toContain('async');
      expect(await page.evaluate(snippet), `${name}\n${snippet}`).toBe(true);
      await page.evaluate(() => navigator.clipboard.writeText(''));
      ran++;
    }
    await lab.page.keyboard.press('b');
  }
  expect(ran).toBeGreaterThan(30);
});

test('Certificates: chain, views, and each field leads to its bytes', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&tab=certificates');
  await expect(lab.certificates.certificates).toHaveCount(3);
  await expect(lab.certificates.article.getByRole('heading', { name: 'shop.example' })).toBeVisible();
  await lab.certificates.show('PEM');
  await expect(lab.certificates.article).toContainText('-----BEGIN CERTIFICATE-----');
  await lab.certificates.show('ASN.1');
  await expect(lab.certificates.article.getByRole('tree')).toBeVisible();
  await lab.certificates.show('Text');
  await expect(lab.certificates.article).toContainText('Lakeside TLS Issuing CA R2');
  await lab.certificates.show('Read');
  await lab.certificates.certificates.nth(1).click();
  await expect(
    lab.certificates.article.getByRole('heading', { name: 'Lakeside TLS Issuing CA R2' }),
  ).toBeVisible();
  await lab.certificates.article.getByRole('button', { name: 'Show the bytes of Subject' }).click();
  await expect(lab.tab('Bytes')).toHaveAttribute('aria-selected', 'true');
  await expect(lab.bytes.selected).toHaveAccessibleName(/^subject CN=Lakeside TLS Issuing CA R2/);
  expect(Buffer.from(await lab.bytes.highlighted(), 'hex').toString('latin1')).toContain(
    'Lakeside TLS Issuing CA R2',
  );
});

test('a certificate downloads as the bytes of the run', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&tab=certificates');
  await lab.certificates.article.getByRole('button', { name: 'Download, DER or PEM' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /Download PEM/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('shop.example.pem');
});

test('Keys: values appear when they exist, the key log grows', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=1&tab=keys');
  await expect(lab.keys.keyLog).toContainText('No line yet');
  await expect(lab.keys.row('Shared secret')).toContainText('later');
  await lab.steps.nth(2).click();
  await lab.openTab('Keys');
  await expect(lab.keys.lines).toHaveCount(2);
  await expect(lab.keys.row('Shared secret').getByRole('cell').nth(2)).toHaveText('cannot');
  const short = await lab.keys.row('c hs traffic').innerText();
  await lab.keys.show('Full');
  expect((await lab.keys.row('c hs traffic').innerText()).length).toBeGreaterThan(short.length);
  await lab.press('Last step');
  await lab.openTab('Keys');
  await expect(lab.keys.lines).toHaveCount(5);
  await lab.keys.keyLog.getByRole('button', { name: 'Copy' }).click();
  const log = await lab.page.evaluate(() => navigator.clipboard.readText());
  expect(log.trim().split('\n')).toHaveLength(5);
  expect(log).toMatch(/^CLIENT_HANDSHAKE_TRAFFIC_SECRET [0-9a-f]{64} [0-9a-f]{64}$/m);
});

test('Configure: a change runs at once and the step is kept', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await lab.configureButton.click();
  const { configure } = lab;
  await expect(configure.runText).toContainText('Completes in 14 steps');
  await expect(configure.changes).toContainText('No changes');
  const run = Number((await configure.runNumber.innerText()).replace(/\D+/g, ''));

  await configure.entry(configure.serverSuites, 'TLS_CHACHA20_POLY1305_SHA256').click();
  await configure.sheet.getByRole('button', { name: 'Move TLS_CHACHA20_POLY1305_SHA256 up' }).click();
  await configure.sheet.getByRole('button', { name: 'Move TLS_CHACHA20_POLY1305_SHA256 up' }).click();
  await expect(lab.negotiated).toContainText('TLS_CHACHA20_POLY1305_SHA256');
  await lab.expectStep(5, 14);
  await expect(configure.changes).toContainText('1 change');
  expect(Number((await configure.runNumber.innerText()).replace(/\D+/g, ''))).toBeGreaterThan(run);

  await configure.choice('Client auth', 'request').click();
  await expect(configure.runText).toContainText('Completes in 16 steps');
  await expect(lab.currentStep).toHaveText('{Certificate}');
  await expect(lab.steps).toHaveCount(16);

  await configure.sheet.getByLabel('Key', { exact: true }).selectOption('rsa');
  await expect(configure.changes).toContainText('3 changes');
  await configure.changes.getByRole('button', { name: /^Take back: Client authentication/ }).click();
  await expect(lab.steps).toHaveCount(14);
  await configure.reset.click();
  await expect(configure.changes).toContainText('No changes');
  await expect(lab.negotiated).toContainText('TLS_AES_128_GCM_SHA256');
  await configure.close.click();
  await expect(configure.sheet).toHaveCount(0);
  await lab.expectStep(5, 14);
});

test('Configure: names, clock, data and switches reach the wire', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=1');
  await lab.configureButton.click();
  const { configure } = lab;
  await configure.sheet.getByRole('textbox', { name: 'Request' }).fill('GET /typed HTTP/1.1\n\n');
  await expect(configure.changes).toContainText('Request:');
  await lab.steps.nth(11).click();
  await configure.close.click();
  await lab.openTab('Bytes');
  await expect(lab.inspector).toContainText('GET /typed');

  await lab.configureButton.click();
  await configure.sheet.getByRole('textbox', { name: 'Server name' }).fill('other.example');
  await expect(configure.runText).toContainText('Fails at step 6');
  await configure.reset.click();
  await expect(configure.runText).toContainText('Completes in 14 steps');
  await configure.choice('Move the clock', '+1 y').click();
  await expect(configure.runText).toContainText('certificate_expired (45)');
  await configure.choice('Move the clock', 'now').click();
  await expect(configure.runText).toContainText('Completes in 14 steps');
  await configure.sheet.getByRole('switch', { name: 'KeyUpdate' }).click();
  await expect(lab.steps.filter({ hasText: 'KeyUpdate' })).not.toHaveCount(0);
  await configure.sheet.getByRole('switch', { name: 'Compatibility mode' }).click();
  await expect(lab.ladder.getByText('ChangeCipherSpec', { exact: true })).toHaveCount(0);
});

test('Configure: a long request does not hold up the page', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=12');
  await lab.configureButton.click();
  const request = lab.configure.sheet.getByRole('textbox', { name: 'Request' });
  await request.selectText();
  // As pasting does.
  await page.keyboard.insertText('word '.repeat(4_000));
  // Two records, so a step more.
  await expect(lab.configure.runText).toContainText('Completes in 15 steps');
  await expect(page).toHaveURL(/browser\.request=word/);
});

test('New keys makes a fresh run of the same scenario', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&tab=keys');
  const before = await lab.keys.row('Shared secret').innerText();
  await lab.configureButton.click();
  await lab.configure.newKeys.click();
  await expect(lab.configure.runNumber).toHaveText(/run [2-9]/);
  await lab.configure.close.click();
  await lab.expectStep(5, 14);
  expect(await lab.keys.row('Shared secret').innerText()).not.toBe(before);
});

test('a glossary term explains itself', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=5');
  await lab.inspector.getByRole('button', { name: 'intermediate' }).click();
  await expect(page.getByRole('dialog', { name: /intermediate/i })).toContainText(/RFC/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('export: bytes as hex, and a link that is copied', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=tls13&step=2');
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /Current message as hex/ }).click();
  await expect(lab.notice).toContainText(/Copied .* as hex/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^160303[0-9a-f]+$/);
  await lab.shareButton.click();
  await expect(lab.notice).toContainText('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#/lab?v=1&s=tls13&step=2');
});

type Expected = Partial<Record<'Browser' | 'Eavesdropper' | 'Server', Record<string, string | RegExp>>>;

async function expectKnows(lab: Lab, step: number, expected: Expected): Promise<void> {
  await lab.steps.nth(step - 1).click();
  await lab.expectStep(step, 14);
  if (await lab.tab('Bytes').isVisible()) await lab.openTab('Bytes');
  for (const [who, row] of Object.entries(expected)) {
    const known = await lab.knows(who as 'Browser');
    for (const [value, state] of Object.entries(row))
      expect(known[value], `${who}, ${value}, step ${step}`).toMatch(
        typeof state === 'string' ? new RegExp(`^${state}$`) : state,
      );
  }
}
