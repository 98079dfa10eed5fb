import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './pages/test.ts';
import { Workshop } from './pages/workshop.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

/** PEM of the certificate in an inspector. */
async function pemIn(frame: Locator, inspector: Locator): Promise<string> {
  await inspector.getByRole('button', { name: 'PEM', exact: true }).click();
  return (await frame.getByText('-----BEGIN').textContent()) ?? '';
}

/** Lines without what differs between releases of the command. */
function settled(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/ = /g, '=').trimEnd())
    .filter((line) => line !== '');
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

test('P1: the inspector reads real DER, as a viewer, as a tree over its bytes, as openssl prints it', async ({
  lab,
}) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&tab=certificates');
  const { article } = lab.certificates;
  const pem = await pemIn(article, lab.inspector);
  const certificate = new X509Certificate(pem);
  expect(certificate.subject).toBe('CN=shop.example');

  await lab.certificates.show('Text');
  const text = (await article.locator('pre').textContent()) ?? '';
  expect(text).toContain('X509v3 Subject Alternative Name: ');
  const said = spawnSync('openssl', ['x509', '-noout', '-text'], { input: pem });
  if (said.status === 0) expect(settled(text)).toEqual(settled(said.stdout.toString()));

  // The tree leads to the bytes, and the bytes to the tree.
  await lab.certificates.show('ASN.1');
  const tree = article.getByRole('tree');
  await tree.getByRole('treeitem', { name: /^subject CN=/ }).click();
  await expect(article.getByText('tbsCertificate.')).toBeVisible();
  const hex = article.getByRole('application');
  await hex.focus();
  for (let rows = 0; rows < 12; rows++) await lab.page.keyboard.press('PageUp');
  await lab.page.keyboard.press('Home');
  await lab.page.keyboard.press('Enter');
  await expect(tree.getByRole('treeitem', { selected: true })).toHaveAccessibleName(/^Certificate/);
});

test('P4: request, check, issue, look up, revoke, CRL and OCSP, each as real DER; kept, exported, imported, used in a run', async ({
  lab,
  page,
}) => {
  const workshop = new Workshop(page);
  await workshop.open();
  await expect(workshop.title).toHaveText('Write a request');
  await expect(workshop.rows).toHaveCount(4);

  // By keyboard alone: the request, the check, the signature, the directory.
  await tabTo(page, workshop.button('Write a request'));
  await page.keyboard.press('Enter');
  await expect(workshop.dialog).toBeVisible();
  await tabTo(page, workshop.button('Make a key and sign'));
  await page.keyboard.press('Enter');
  await tabTo(page, workshop.button('Check the request'));
  await page.keyboard.press('Enter');
  const registration = workshop.desk('Registration authority');
  await expect(registration).toContainText('holds: the key is theirs');
  await expect(registration).toContainText('2 names, 1 key. 2 names and the organisation struck out.');
  await expect(registration).toContainText('Control of names is modelled');

  // What was asked for and what is granted; the record of a name is the learner's switch.
  const grants = page.getByRole('table', { name: 'What was asked for and what is granted' });
  await expect(grants.getByRole('row', { name: /^CA flag/ })).toContainText(/TRUE.*changed.*FALSE/);
  await expect(grants.getByRole('row', { name: /^names/ })).toContainText('2, both proved');
  await registration.getByRole('button', { name: 'Set the record for *.shop.example' }).click();
  await expect(grants.getByRole('row', { name: /^names/ })).toContainText('3, all proved');
  const form = page.getByRole('group', { name: 'Issuing form' });
  await form.getByLabel('Lifetime').fill('0');
  await expect(form.getByText('A whole number of days')).toBeVisible();
  await expect(workshop.button('Sign the certificate')).toBeDisabled();
  await form.getByLabel('Lifetime').fill('30');
  await tabTo(page, workshop.button('Sign the certificate'));
  await page.keyboard.press('Enter');
  await tabTo(page, workshop.button('Publish it'));
  await page.keyboard.press('Enter');
  await expect(workshop.rows).toHaveCount(5);
  await workshop.button('Ask').click();
  const validation = workshop.desk('Validation authority');
  await expect(validation.getByRole('heading', { name: 'good', exact: true })).toBeVisible();
  await expect(workshop.title).toHaveText('Register, list and answer agree');

  // The request and the certificate are real: Node reads them.
  await workshop.button(/^Look at it: PKCS #10 request/).click();
  await expect(workshop.dialog.getByRole('tree')).toContainText('extensionRequest');
  expect(await pemIn(workshop.dialog, workshop.dialog)).toContain('BEGIN CERTIFICATE REQUEST');
  await page.keyboard.press('Escape');
  const directory = workshop.desk('Directory');
  await directory.getByRole('searchbox', { name: 'Look up' }).fill('www.shop');
  await directory.getByRole('button', { name: /^Look at it: X.509 certificate/ }).click();
  const issued = new X509Certificate(await pemIn(workshop.dialog, workshop.dialog));
  expect(issued.subjectAltName).toBe('DNS:shop.example, DNS:www.shop.example, DNS:*.shop.example');
  expect(issued.ca).toBe(false);
  const serial = issued.serialNumber.toLowerCase();
  await page.keyboard.press('Escape');

  // Revoking changes register, list and answer.
  await expect(directory.getByRole('heading', { name: 'CRL number 2' })).toBeVisible();
  await workshop.rows.first().getByRole('button', { name: 'Revoke shop.example' }).click();
  await workshop.dialog.getByRole('radio', { name: /superseded/ }).check();
  await workshop.button('Revoke it').click();
  await expect(directory.getByRole('heading', { name: 'CRL number 3' })).toBeVisible();
  await expect(directory).toContainText(`${serial.slice(0, 8)}…${serial.slice(-4)} superseded`);
  await expect(directory).toContainText('Signature verified with the key of Lakeside TLS Issuing CA R2.');
  await expect(validation.getByRole('heading', { name: 'revoked', exact: true })).toBeVisible();
  await expect(workshop.rows.first()).toContainText('in CRL 3');
  await workshop.button(/^Look at it: Revocation list/).click();
  await expect(workshop.dialog.getByRole('tree')).toContainText('revokedCertificates');
  await page.keyboard.press('Escape');
  await workshop.button(/^Look at it: OCSP response/).click();
  await expect(workshop.dialog.getByRole('tree')).toContainText('SingleResponserevoked');
  await page.keyboard.press('Escape');

  // An authority with limits of its own: the fields for it open with the CA flag.
  await workshop.apply('An authority that wants to issue');
  await workshop.button('Check the request').click();
  await form.getByRole('checkbox', { name: /may sign certificates/ }).check();
  await form.getByLabel('Path length').fill('0');
  await form.getByLabel('Permitted').fill('shop.example, 10.0.0.0/8');
  await workshop.button('Sign the certificate').click();
  await workshop.button('Publish it').waitFor();
  await workshop.choose(workshop.rows.first(), 'Look at it');
  await expect(workshop.dialog).toContainText('at most 0 CAs below');
  await expect(workshop.dialog).toContainText('10.0.0.0/255.0.0.0');
  await page.keyboard.press('Escape');

  // Kept in the browser, and one file holds it all.
  await page.reload();
  await expect(workshop.rows).toHaveCount(6);
  const downloading = page.waitForEvent('download');
  await workshop.file('Export the workshop');
  const path = await (await downloading).path();
  await workshop.file('Start afresh');
  await expect(workshop.rows).toHaveCount(4);
  const chooser = page.locator('input[type=file]');
  await chooser.setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await expect(page.getByRole('alert')).toContainText('broken.json: It is JSON, but not a workshop');
  await expect(workshop.rows).toHaveCount(4);
  await chooser.setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: readFileSync(path) });
  await expect(workshop.rows).toHaveCount(6);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(workshop.rows).toHaveCount(4);
  await chooser.setInputFiles({ name: 'w.json', mimeType: 'application/json', buffer: readFileSync(path) });

  // In a run: on the server, and for a person in the browser.
  await workshop.choose(workshop.rows.nth(2), 'Use it on the server, in a run');
  await lab.ready();
  await expect(page).toHaveURL(/server\.ownCertificate=[0-9a-f]{32}/);
  await expect(lab.inspector.getByText(/^Step 1 of 14$/)).toBeVisible();
  // The one that was revoked is refused, by the list that lies at the office.
  await workshop.open();
  await workshop.choose(workshop.rows.nth(1), 'Use it on the server, in a run');
  await lab.ready();
  await expect(page).toHaveURL(/browser\.revocation=soft-fail/);
  await lab.expectStep(1, 7);
  await page.keyboard.press('End');
  await expect(lab.title).toHaveText(/certificate_revoked/);
  await workshop.open();
  await workshop.sign('A person, for client authentication');
  await workshop.publish();
  await workshop.choose(workshop.rows.first(), 'Use it in the browser, in a run');
  await lab.ready();
  await expect(page).toHaveURL(/browser\.ownCertificate=[0-9a-f]{32}/);
  // The run before has fewer steps; its last one is not the end of this.
  await lab.expectStep(1, 19);
  await page.keyboard.press('End');
  await expect(lab.title).toHaveText(/close_notify/);
});

test('a link to a certificate of somebody else’s workshop says so and shows the first scenario', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=tls13&server.ownCertificate=4d40357b');
  await expect(page.getByRole('alert')).toContainText('server.ownCertificate');
  await lab.expectStep(1, 14);
});

test('P10: serial number, holder, domain, validity, algorithms, issuer, signature and key at their bytes; the fingerprint is computed', async ({
  page,
}) => {
  const workshop = new Workshop(page);
  await workshop.open();
  await workshop.choose(workshop.rows.nth(1), 'Look at it');
  const { dialog } = workshop;
  const show = (view: string) => dialog.getByRole('button', { name: view, exact: true }).click();
  const certificate = new X509Certificate(await pemIn(dialog, dialog));
  const der = certificate.raw;
  await show('Read');

  // Computed from the bytes, and nowhere in them.
  const sha256 = createHash('sha256').update(der).digest('hex');
  const sha1 = createHash('sha1').update(der).digest('hex');
  await expect(dialog).toContainText(sha256);
  await expect(dialog).toContainText(sha1);
  await expect(dialog).toContainText(`over all ${der.length} B,`);
  await expect(dialog).toContainText('computed, not contained');
  for (const hex of [sha256, sha1]) expect(der.includes(Buffer.from(hex, 'hex'))).toBe(false);
  await dialog.getByRole('button', { name: 'Flip its last bit and compute again' }).click();
  const flipped = Buffer.from(der);
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
  await expect(dialog).toContainText(createHash('sha256').update(flipped).digest('hex'));

  for (const [part, field] of [
    ['Serial number', 'serialNumber'],
    ['Subject', 'subject'],
    ['Names (SAN)', 'subjectAltName'],
    ['Valid', 'validity'],
    ['Issuer', 'issuer'],
    ['Public key', 'subjectPublicKeyInfo'],
    ['Signature', 'signatureValue'],
  ] as const) {
    await show('Read');
    const button = dialog.getByRole('button', {
      name: new RegExp(`^Show the bytes of ${part.replace(/[()]/g, '.')} 0x`),
    });
    const offset = /0x([0-9a-f]{4})/.exec((await button.textContent()) ?? '')?.[1];
    await button.click();
    const row = dialog.getByRole('treeitem', { selected: true });
    await expect(row).toHaveAccessibleName(new RegExp(`^${field}`));
    await expect(dialog.getByText(new RegExp(`^0x${offset} `))).toBeVisible();
  }
});

test('Bring your own: paste or drop a chain, choose name, time and roots; keys are neither kept nor shown', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=tls13&step=5&tab=certificates');
  const leaf = await pemIn(lab.certificates.article, lab.inspector);
  await lab.certificates.certificates.nth(1).click();
  const intermediate = await pemIn(lab.certificates.article, lab.inspector);

  await page.evaluate(() => (location.hash = '#/check'));
  const area = page.getByRole('textbox', { name: /^Certificates/ });
  const verdict = page.getByRole('region', { name: 'Validate chain' });
  const found = page.getByRole('listitem');
  await area.fill(
    `CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = shop.example\n${intermediate}${leaf}---\nServer certificate\n${leaf}`,
  );
  await area.blur();
  await expect(page.getByRole('heading', { name: /^3 certificates found/ })).toBeVisible();
  await expect(page.getByText('the leaf, moved to the front')).toBeVisible();
  await expect(page.getByText('the same as [0], left out')).toBeVisible();
  await expect(verdict.getByText('trusted', { exact: true })).toBeVisible();
  await expect(verdict).toContainText('shop.example chains to Lakeside Root CA over 3 certificates');

  // Name, time, roots: each by itself.
  await page.getByRole('textbox', { name: 'Host name' }).fill('bank.example');
  await expect(verdict.getByText('not trusted')).toBeVisible();
  await page.getByRole('textbox', { name: 'Host name' }).fill('shop.example');
  await page.getByLabel('Time, UTC').fill('2051-01-01');
  await expect(verdict.getByRole('listitem').first()).toContainText('Validity');
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await page.getByRole('switch', { name: /^Mock store/ }).click();
  await expect(verdict.getByText('not trusted')).toBeVisible();
  await page.getByRole('switch', { name: /^Mock store/ }).click();

  // Garbage gets its line and its reason; a key is gone; what was pasted stays.
  await page.getByRole('button', { name: 'Edit the text' }).click();
  const secret = 'MC4CAQAwBQYDK2VwBCIEIDf3nWkXq0oJbX0o1mEoFv1dUE8Xo9cZ2Zb7gq2Yb0aQ';
  const key = `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`;
  const broken = leaf.replace(/\n(.{4})./, '\n$1!');
  await area.fill(`${leaf}${key}${broken}`);
  await area.blur();
  await expect(page.getByText('A character that base64 does not have.')).toBeVisible();
  const line = leaf.split('\n').length + 4;
  await expect(found.filter({ hasText: 'base64' })).toContainText(`line ${line}, column 5`);
  await expect(page.getByRole('heading', { name: /1 key ignored/ })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(secret.slice(4, 30));
  await page.getByRole('button', { name: 'Edit the text' }).click();
  const kept = await area.inputValue();
  expect(kept).toContain(broken);
  expect(kept).toContain('not read, not kept');
  expect(kept).not.toContain(secret.slice(4, 30));
  await expect(verdict.getByRole('listitem').first()).toContainText('Trust anchor');

  // The missing intermediate, what other clients make of it, and what to change.
  await verdict.getByRole('tab', { name: 'Clients' }).click();
  await expect(verdict.getByRole('row').filter({ hasText: /^\s*curl/ })).toContainText('fails');
  await verdict.getByRole('tab', { name: 'How to fix it' }).click();
  await expect(verdict.getByRole('tabpanel').first()).toContainText(
    'Serve the leaf followed by every intermediate',
  );
  await expect(verdict.getByRole('tabpanel').first()).toContainText('nginx');
  await expect(verdict.getByRole('button', { name: /here$/ })).toHaveCount(0);

  // A file in DER is added.
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      name: 'intermediate.der',
      mimeType: 'application/octet-stream',
      buffer: new X509Certificate(intermediate).raw,
    });
  await expect(verdict.getByText('trusted', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByRole('heading', { name: /^Nothing pasted yet/ })).toBeVisible();
});

test('P11: the certificate is tied to no protocol: the very same one serves TLS 1.3 and TLS 1.2', async ({
  lab,
  page,
}) => {
  const served = async (): Promise<string> => {
    await expect(lab.title).toHaveText('Certificate');
    await lab.openTab('Certificates');
    return pemIn(lab.certificates.article, lab.inspector);
  };
  const completes = async (): Promise<void> => {
    await page.keyboard.press('End');
    await expect(lab.title).toHaveText(/close_notify/);
  };
  await lab.open('#/lab?v=1&s=tls13&step=5');
  const first = await served();
  await completes();
  await expect(lab.negotiated).toContainText('TLS 1.3');
  await page.evaluate(() => (location.hash = '#/lab?v=1&s=tls12&step=3'));
  await expect(lab.ladder.getByText('ServerHelloDone')).toBeVisible();
  const second = await served();
  await completes();
  await expect(lab.negotiated).toContainText('TLS 1.2');
  expect(second).toBe(first);
  expect(new X509Certificate(first).toString()).not.toContain('TLS');
});
