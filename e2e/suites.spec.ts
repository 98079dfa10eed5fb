import { expect, test } from './pages/test.ts';

const allRows = 356;

test('S1-S7: a name is taken apart, found by name, code and OpenSSL name, and filtered with true counts', async ({
  lab,
  page,
}) => {
  await page.goto('./#/suites');
  const anatomy = page.getByRole('region', { name: 'Anatomy of a suite' });
  const table = page.getByRole('table', { name: 'Cipher suites' });
  const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
  const search = page.getByRole('searchbox', { name: 'Find a suite' });

  // S7: five labelled parts and the mode; S6: what the hash means in an AEAD suite.
  await expect(anatomy.getByRole('heading', { name: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' })).toBeVisible();
  await expect(anatomy.getByRole('term')).toHaveText([
    'Protocol',
    'Key exchange',
    'Authentication',
    'Bulk cipher',
    'Mode',
    'Hash',
  ]);
  await expect(anatomy).toContainText('with an AEAD there is none');
  await anatomy.getByRole('button', { name: 'GCM', exact: true }).click();
  await expect(anatomy.getByRole('button', { name: 'GCM', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );

  // The whole registry, and counts that keep their word.
  await expect(rows).toHaveCount(allRows);
  for (const [group, value] of [
    ['Key exchange', 'ECDHE'],
    ['Cipher', 'ARIA'],
    ['Status', 'broken'],
    ['Defined by the base RFC', 'RFC 5246 (TLS 1.2)'],
    ['Defined by the base RFC', 'RFC 8446 (TLS 1.3)'],
  ] as const) {
    const boxes = page.getByRole('group', { name: group });
    const box = boxes.getByRole('checkbox', { name: new RegExp(`^${value.replace(/[()]/g, '.')}\\s*\\d+$`) });
    const label = boxes.locator('label', { hasText: new RegExp(`^${value.replace(/[()]/g, '.')}\\d+$`) });
    const count = Number(await label.locator('small').textContent());
    await box.check();
    await expect(rows).toHaveCount(count);
    if (value.startsWith('RFC')) expect(count).toBe(value.includes('5246') ? 37 : 5);
    await box.uncheck();
    await expect(rows).toHaveCount(allRows);
  }
  await expect(rows).toHaveCount(allRows);

  for (const [query, name] of [
    ['ECDHE-ECDSA-CHACHA20-POLY1305', 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'],
    ['0xc013', 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
    ['tls_krb5_with_idea_cbc_md5', 'TLS_KRB5_WITH_IDEA_CBC_MD5'],
  ] as const) {
    await search.fill(query);
    await expect(rows).toHaveCount(1);
    await expect(rows.getByRole('rowheader')).toHaveText(name);
  }
  // Why it does not run, said where it is selected.
  await rows.getByRole('button', { name: 'Why TLS_KRB5_WITH_IDEA_CBC_MD5 does not run here' }).click();
  await expect(page.getByText('It needs a Kerberos server')).toBeVisible();
  await expect(page.getByText('Sweet32 (2016)')).toBeVisible();

  // The page is in its link.
  await search.fill('sha384');
  await page.getByRole('group', { name: 'Cipher' }).getByRole('checkbox', { name: /^AES/ }).check();
  await expect(page).toHaveURL(/#\/suites\?v=1&s=0025&q=sha384&cipher=AES$/);
  const shown = await rows.count();
  await page.reload();
  await expect(rows).toHaveCount(shown);
  await expect(anatomy.getByRole('heading', { name: 'TLS_KRB5_WITH_IDEA_CBC_MD5' })).toBeVisible();

  // By keyboard: arrows select, Tab goes on to the run button, Enter runs it in the Lab.
  await search.fill('');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await table.getByRole('button', { name: 'TLS_KRB5_WITH_IDEA_CBC_MD5', exact: true }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(anatomy.getByRole('heading', { name: 'TLS_AES_256_GCM_SHA384' })).toBeVisible();
  await expect(page.getByText('TLS 1.3 takes key exchange and authentication out of the name')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Run TLS_AES_256_GCM_SHA384 in the Lab' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.title).toBeVisible();
  await page.keyboard.press('End');
  await expect(lab.negotiated).toContainText('TLS_AES_256_GCM_SHA384');
  await page.goBack();
  await expect(anatomy.getByRole('heading', { name: 'TLS_AES_256_GCM_SHA384' })).toBeVisible();
});

test('H1-H7: the timeline tells what happened to each version, and corrects what is often said', async ({
  page,
}) => {
  await page.goto('./#/suites');
  const timeline = page.getByRole('region', { name: 'Thirty years of TLS' });
  const versions = [
    ['SSL 1.0', '1994, never released', 'never released it'],
    ['SSL 2.0', '1995, prohibited 2011', 'RFC 6176 prohibits'],
    ['SSL 3.0', '1996, deprecated 2015', 'Netscape handed the work to the IETF', 'RFC 7568'],
    ['TLS 1.0', '1999, deprecated 2021', 'January 1999', '30 June 2018', 'RFC 8996'],
    ['TLS 1.1', '2006, deprecated 2021', 'MD5 and SHA-1 together'],
    ['TLS 1.2', '2008, in use', 'August 2008', 'remains in wide use'],
    ['TLS 1.3', '2018, in use', 'August 2018', 'July 2026', 'main secret', 'Transport Layer Security'],
  ] as const;
  for (const [index, [version, short, ...facts]] of versions.entries()) {
    const entry = timeline.getByRole('listitem').nth(index);
    await expect(entry).toContainText(short);
    await entry.getByText(version, { exact: true }).click();
    for (const fact of facts) await expect(entry.getByText(fact).first()).toBeVisible();
  }
});
