import { expect, test } from './pages/test.ts';

test('N1: the choice of version, suite and group is worked out from both lists, and follows a change of them', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=tls12&step=2&tab=negotiation');
  const suite = lab.panel.getByRole('table', { name: 'Cipher suite' });
  const chosen = suite.getByRole('row', { name: /chosen/ });
  await expect(lab.panel).toContainText(
    'The server’s order decides: TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  );
  await expect(chosen).toContainText('TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256');
  await expect(suite.getByRole('row', { name: /^TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256/ })).toContainText(
    'needs another certificate',
  );
  await expect(
    lab.panel.getByRole('table', { name: 'Version' }).getByRole('row', { name: /chosen/ }),
  ).toContainText('TLS 1.2');

  // Configure: a suite by its code at the end of both lists, then alone; another certificate; no TLS 1.3.
  await lab.openConfigure();
  const sheet = lab.configure.sheet;
  for (const side of ['browser', 'server']) {
    const picker = sheet.getByRole('combobox', { name: `Add a suite to the ${side}’s list` });
    await picker.fill('0xC013');
    await picker.press('Enter');
    await expect(picker).toHaveValue('');
    const list = sheet.getByRole('list', {
      name: side === 'browser' ? 'Suites the browser offers' : 'Suites the server accepts',
    });
    await expect(list).toContainText('TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA');
  }
  await sheet
    .getByRole('group', { name: 'Versions the browser offers' })
    .getByRole('checkbox', { name: 'TLS 1.3' })
    .uncheck();
  await sheet.getByRole('combobox', { name: 'Key', exact: true }).selectOption({ label: 'RSA 2048' });
  await expect(lab.configure.runText).toContainText('Completes');
  await lab.configure.close.click();
  await expect(chosen).toContainText('TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256');
  await expect(page).toHaveURL(/browser\.versions=0303/);
  await expect(page).toHaveURL(/browser\.suites=[0-9a-f,]*c013/);
});

test('RSA key exchange: the block that the server decrypts, and what it makes of it', async ({ lab }) => {
  await lab.open('#/lab?v=1&s=tls12-rsa-key-exchange&step=1');
  await lab.steps.filter({ hasText: 'decrypt premaster' }).click();
  await lab.openTab('Crypto');
  const block = lab.inspector.getByRole('region', { name: 'EM' });
  await expect(block).toContainText('205 random bytes, none of them 00');
  await expect(block).toContainText('Version: 03 03, and ClientHello offered 03 03');
  await expect(block).toContainText('these 48 bytes are the premaster secret');
});

test('Configure: a second connection with a ticket and early data, a shared key, and what only TLS 1.2 has', async ({
  lab,
  page,
}) => {
  await lab.open('#/lab?v=1&s=tls13&step=1');
  await lab.openConfigure();
  const sheet = lab.configure.sheet;
  await sheet.getByRole('switch', { name: 'Comes back with a ticket' }).click();
  await sheet.getByRole('switch', { name: 'Early data', exact: true }).click();
  await expect(lab.configure.runText).toContainText('Completes');
  await sheet.getByRole('button', { name: 'Reset' }).click();
  await sheet.getByRole('switch', { name: 'External PSK' }).click();
  await expect(lab.configure.runText).toContainText('Completes');
  await expect(lab.ladder.getByText('{Certificate}', { exact: true })).toHaveCount(0);

  await lab.configure.close.click();
  await lab.chooseScenario('TLS 1.2 · everything in order');
  await lab.openConfigure();
  const bySessionId = sheet.getByRole('switch', { name: 'Comes back with a session ID' });
  await bySessionId.click();
  await expect(page).toHaveURL(/resume=session-id/);
  await expect(lab.configure.runText).toContainText('Completes');
  await bySessionId.click();
  await sheet.getByRole('combobox', { name: 'Key', exact: true }).selectOption('rsa-pss');
  await expect(lab.configure.runText).toContainText('handshake_failure');
  await sheet.getByRole('button', { name: 'Reset' }).click();
  await sheet.getByRole('switch', { name: 'Extended main secret, server' }).click();
  await expect(lab.configure.runText).toContainText('Completes');
  await lab.configure.close.click();
  // The derivation without it hashes the randoms.
  await lab.steps.filter({ hasText: 'derive' }).first().click();
  await lab.openTab('Crypto');
  const derivation = lab.panel.getByRole('group', { name: 'Key derivation of this run' });
  await expect(derivation).toContainText('"master secret"');
  await expect(derivation).toContainText('cut into 4 parts');
  await derivation.getByRole('button', { name: /^client_write_key/ }).click();
  await expect(lab.inspector.getByRole('region', { name: 'Operation' })).toBeVisible();
});

test('H8: a client and a server that have nothing newer than an old version are refused', async ({
  lab,
  page,
}) => {
  await page.goto('./#/suites');
  const timeline = page.getByRole('region', { name: 'Thirty years of TLS' });
  for (const [version, kind, alert] of [
    ['SSL 3.0', 'client', 'protocol_version'],
    ['TLS 1.1', 'server', 'protocol_version'],
  ] as const) {
    await timeline.getByText(version, { exact: true }).click();
    await timeline.getByRole('button', { name: `Run a ${kind} with only ${version}` }).click();
    await expect(lab.title).toBeVisible();
    // The end may still be that of the run before.
    await expect(async () => {
      await page.keyboard.press('End');
      await expect(lab.title).toContainText(alert, { timeout: 1_000 });
    }).toPass();
    await page.goBack();
  }
});
