import { expect, test } from './pages/test.ts';

const complete: readonly {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  readonly has: readonly string[];
}[] = [
  { id: 'tls13', name: 'TLS 1.3 · everything in order', steps: 14, has: [] },
  { id: 'rsa-certificate', name: 'TLS 1.3 · RSA certificate', steps: 14, has: [] },
  {
    id: 'post-quantum-certificate',
    name: 'Post-quantum certificate (ML-DSA)',
    steps: 14,
    has: [],
  },
  {
    id: 'client-certificate',
    name: 'Client certificate requested and sent',
    steps: 19,
    has: ['{CertificateRequest}', 'validate client chain', 'verify client signature'],
  },
  {
    id: 'client-certificate-none',
    name: 'Client certificate requested, none sent',
    steps: 16,
    has: ['{CertificateRequest}'],
  },
  {
    id: 'post-handshake-auth',
    name: 'Client certificate after the handshake',
    steps: 20,
    has: ['[CertificateRequest]', '[Finished]'],
  },
  { id: 'hello-retry-request', name: 'HelloRetryRequest', steps: 16, has: ['HelloRetryRequest'] },
  { id: 'key-update', name: 'KeyUpdate', steps: 18, has: ['[KeyUpdate]'] },
  {
    id: 'resumption',
    name: 'Resumption with a ticket',
    steps: 12,
    has: ['check the binder', '[NewSessionTicket]'],
  },
  {
    id: 'early-data',
    name: 'Early data (0-RTT), accepted',
    steps: 14,
    has: ['(Application Data)', '(EndOfEarlyData)', 'derive early keys'],
  },
  {
    id: 'early-data-rejected',
    name: 'Early data (0-RTT), rejected',
    steps: 14,
    has: ['(Application Data)'],
  },
  {
    id: 'external-psk',
    name: 'External pre-shared key, no certificate',
    steps: 11,
    has: ['check the binder'],
  },
  {
    id: 'tls12',
    name: 'TLS 1.2 · everything in order',
    steps: 17,
    has: ['ServerKeyExchange', '[ChangeCipherSpec]', '{Finished}', 'derive key block'],
  },
  {
    id: 'tls12-rsa-key-exchange',
    name: 'TLS 1.2 · RSA key exchange',
    steps: 16,
    has: ['ClientKeyExchange', 'decrypt premaster'],
  },
  {
    id: 'tls12-client-certificate',
    name: 'TLS 1.2 · client certificate',
    steps: 22,
    has: ['CertificateRequest', 'CertificateVerify', 'verify client signature'],
  },
  { id: 'tls12-resumption', name: 'TLS 1.2 · resumed by ticket', steps: 11, has: ['{Finished}'] },
  { id: 'tls12-psk', name: 'TLS 1.2 · pre-shared key', steps: 14, has: ['ServerKeyExchange'] },
];

/** Runs in which a key that both sides have takes the place of certificates. */
const withPsk: ReadonlySet<string> = new Set([
  'resumption',
  'early-data',
  'early-data-rejected',
  'external-psk',
  'tls12-resumption',
  'tls12-psk',
]);

for (const { id, name, steps, has } of complete) {
  test(`${id} completes in ${steps} steps`, async ({ lab, page }) => {
    await lab.open();
    await lab.chooseScenario(name);
    await lab.expectStep(1, steps);
    if (id !== 'tls13') await expect(page).toHaveURL(new RegExp(`s=${id}&`));
    await expect(lab.steps).toHaveCount(steps);
    for (const title of has) await expect(lab.steps.filter({ hasText: title })).not.toHaveCount(0);
    const titles = new Set<string>();
    for (let step = 1; step <= steps; step++) {
      await expect(lab.inspector.getByText(`Step ${step} of ${steps}`, { exact: true })).toBeVisible();
      titles.add(await lab.title.innerText());
      await page.keyboard.press('ArrowRight');
    }
    // An abbreviated handshake has few kinds of messages.
    expect(titles.size).toBeGreaterThanOrEqual(id === 'tls12-resumption' ? 7 : withPsk.has(id) ? 9 : 10);
    await expect(lab.currentStep).toHaveText('[Alert] close_notify');
    await expect(lab.ladder.getByText('verified', { exact: true })).toBeVisible();
    if (withPsk.has(id)) return;
    await lab.steps.filter({ hasText: /^validate chain/ }).click();
    await lab.openTab('Checks');
    await expect(lab.checks.list.getByRole('listitem').first()).toBeVisible();
    await expect(lab.checks.failed).toHaveCount(0);
  });
}

test('HelloRetryRequest: the second ClientHello has the one share that was asked for', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=hello-retry-request&step=4');
  await expect(lab.negotiated).toContainText('secp256r1');
});

test('RSA certificate: its key and signature are RSA', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=rsa-certificate&step=5&tab=certificates');
  await expect(lab.certificates.article).toContainText('RSA');
  await lab.steps.nth(6).click();
  await lab.openTab('Bytes');
  await expect(lab.bytes.field(/^algorithm/)).toContainText('rsa_pss_rsae_sha256');
});

test('resumption: the first connection can be opened, and left again', async ({ lab, page }) => {
  await lab.open('#/lab?v=1&s=resumption&step=1');
  const connection = page.getByRole('group', { name: 'Connection' });
  await connection.getByRole('button', { name: 'First' }).click();
  await expect(lab.steps.filter({ hasText: '{Certificate}' })).not.toHaveCount(0);
  await expect(lab.steps.filter({ hasText: '[NewSessionTicket]' })).toHaveCount(1);
  await connection.getByRole('button', { name: 'Second' }).click();
  await lab.expectStep(1, 12);
  await expect(lab.steps.filter({ hasText: '{Certificate}' })).toHaveCount(0);
});

interface Failing {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  /** From 1: the step at which the run fails. */
  readonly at: number;
  readonly check?: string;
  readonly alert: string;
  /** Of the page a browser shows; absent where that was not measured. */
  readonly error?: string;
  readonly fix: string;
  /** Steps once it is mended; default: those of the first scenario. */
  readonly after?: number;
}

const failing: readonly Failing[] = [
  {
    id: 'missing-intermediate',
    name: 'Missing intermediate',
    steps: 7,
    at: 6,
    check: 'Trust anchor',
    alert: 'fatal, unknown_ca (48) 02 30, sent by the browser',
    // Chromium would fetch the intermediate; Firefox stops, as this run does.
    error: 'SEC_ERROR_UNKNOWN_ISSUER',
    fix: 'Send the full chain and run again',
  },
  {
    id: 'expired',
    name: 'Expired certificate',
    steps: 7,
    at: 6,
    check: 'Validity',
    alert: 'fatal, certificate_expired (45) 02 2d, sent by the browser',
    error: 'NET::ERR_CERT_DATE_INVALID',
    fix: 'Renew for 89 days and run again',
  },
  {
    id: 'wrong-host',
    name: 'Wrong host name',
    steps: 7,
    at: 6,
    check: 'Host name',
    alert: 'fatal, bad_certificate (42) 02 2a, sent by the browser',
    error: 'NET::ERR_CERT_COMMON_NAME_INVALID',
    fix: 'Add shop.example and run again',
  },
  {
    id: 'untrusted-root',
    name: 'Untrusted root',
    steps: 7,
    at: 6,
    check: 'Trust anchor',
    alert: 'fatal, unknown_ca (48) 02 30, sent by the browser',
    error: 'NET::ERR_CERT_AUTHORITY_INVALID',
    fix: 'Issue it under Lakeside Root CA',
  },
  {
    id: 'no-common-suite',
    name: 'No common cipher suite',
    steps: 2,
    at: 1,
    alert: 'fatal, handshake_failure (40) 02 28, sent by the server',
    error: 'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
    fix: 'Accept what the browser offers',
  },
  {
    id: 'external-psk-wrong-key',
    name: 'External pre-shared key, wrong key',
    steps: 3,
    at: 2,
    after: 11,
    alert: 'fatal, decrypt_error (51) 02 33, sent by the server',
    fix: 'Give it the server’s key',
  },
  {
    id: 'legacy-client',
    name: 'Browser that knows only TLS 1.0',
    steps: 2,
    at: 1,
    alert: 'fatal, protocol_version (70) 02 46, sent by the server',
    fix: 'Update the browser',
  },
  {
    id: 'legacy-server',
    name: 'Server that knows only TLS 1.0',
    steps: 3,
    at: 2,
    alert: 'fatal, protocol_version (70) 02 46, sent by the browser',
    fix: 'Switch TLS 1.2 and 1.3 on',
  },
];

for (const { id, name, steps, at, check, alert, error, fix, after = 14 } of failing) {
  test(`${id} fails at step ${at}, says why, and one press mends it`, async ({ lab, page }) => {
    await lab.open();
    await lab.chooseScenario(name);
    await lab.expectStep(1, steps);
    await page.keyboard.press('End');
    await expect(lab.currentStep).toHaveText(new RegExp(`Alert\\}? ${/, (\w+) /.exec(alert)?.[1] ?? ''}`));
    await expect(lab.ladder.getByText('failed', { exact: true })).toBeVisible();

    await lab.steps.nth(at - 1).click();
    await lab.expectStep(at, steps);
    await lab.openTab('Checks');
    if (check !== undefined) {
      await expect(lab.checks.failed).toHaveCount(1);
      await expect(lab.checks.failed).toContainText(check);
      await expect(lab.checks.list.getByRole('listitem').first()).toBeVisible();
    }
    if (error !== undefined) await expect(lab.checks.errorPage).toContainText(error);
    await expect(lab.checks.alert).toContainText(alert);
    // The bytes of the alert on screen are the bytes of the alert message.
    await lab.panel.getByRole('button', { name: 'Alert' }).click();
    await lab.expectStep(steps, steps);
    await lab.steps.nth(at - 1).click();
    await lab.openTab('Checks');
    await lab.checks.fix(fix).click();
    await expect(lab.scrubber).toHaveAttribute('aria-valuemax', String(after));
    await expect(lab.scenario).toHaveAccessibleName(new RegExp(`^Scenario: ${name} ?, \\d changes? `));
    await expect(lab.scrubber).toHaveAttribute('aria-valuenow', String(at));
    await page.keyboard.press('End');
    await expect(lab.currentStep).toHaveText('[Alert] close_notify');
    await expect(lab.ladder.getByText('verified', { exact: true })).toBeVisible();
  });
}

test('the list groups what works and what fails, with the number of steps', async ({ lab, page }) => {
  await lab.open();
  await lab.scenario.click();
  await expect(page.getByRole('group', { name: 'Works' }).getByRole('option')).toHaveText(
    complete.map(({ name, steps }) => new RegExp(`${name.replace(/[()]/g, '\\$&')}, works\\s*${steps}$`)),
  );
  for (const { name, steps } of failing)
    await expect(page.getByRole('option').filter({ hasText: new RegExp(`^${name} ?, fails`) })).toHaveText(
      new RegExp(`${steps}$`),
    );
  await page.getByRole('combobox').fill('two ways');
  await expect(page.getByRole('option')).toHaveCount(3);
  await page.getByRole('combobox').fill('zebra');
  await expect(page.getByText('No scenario has that in its name.')).toBeVisible();
});

test('a root switched off breaks the path, switched on mends it', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls13&step=6&tab=checks');
  const root = lab.panel.getByRole('switch', { name: 'Lakeside Root CA' });
  await root.click();
  await expect(lab.scrubber).toHaveAttribute('aria-valuemax', '7');
  await expect(lab.checks.failed).toContainText('Trust anchor');
  await root.click();
  await lab.expectStep(6, 14);
});
