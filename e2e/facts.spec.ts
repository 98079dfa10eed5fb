import { expect, test } from './pages/test.ts';

test('P2 a certificate’s key signs and, with ECDHE, encrypts nothing; with RSA key exchange it does', async ({
  lab,
}) => {
  await lab.open('#/lab?v=1&s=tls12&step=6&tab=crypto');
  const operations = lab.panel;
  await expect(operations.getByText(/Verify|verify/).first()).toBeVisible();
  await lab.open('#/lab?v=1&s=tls12&step=1');
  await expect(lab.steps.filter({ hasText: 'ServerKeyExchange' })).toHaveCount(1);
  await lab.open('#/lab?v=1&s=tls12-rsa-key-exchange&step=1&tab=bytes');
  // No share of the server's: what travels is encrypted with the key of the certificate.
  await expect(lab.steps.filter({ hasText: 'ServerKeyExchange' }).getByRole('button')).toHaveCount(0);
  await expect(lab.steps.filter({ hasText: 'ClientKeyExchange' })).toHaveCount(1);
});

test('P3 what the eavesdropper can compute depends on the key exchange', async ({ page, lab }) => {
  const steal = page.getByRole('button', { name: 'Steal the key' });
  await lab.open('#/attack?v=1&s=attack-stolen-key-rsa&step=1&answer=reads-all');
  await steal.click();
  await expect(page.getByText(/she opens all/)).toBeVisible();
  await expect(page.getByText('GET /cart HTTP/1.1')).toBeVisible();
  await lab.open('#/attack?v=1&s=attack-stolen-key-ecdhe&step=1&answer=reads-nothing');
  await steal.click();
  await expect(page.getByText(/she opens none/)).toBeVisible();
  await expect(page.getByText('GET /cart HTTP/1.1')).toHaveCount(0);
});

test('P12 a certificate shows who controls a name, not that the name is the right one', async ({
  page,
  lab,
}) => {
  await lab.open('#/attack?v=1&s=attack-look-alike&step=1');
  await page.getByText('None', { exact: true }).click();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(page.getByText('nor of honesty', { exact: false })).toBeVisible();
  await expect(page.getByText('Nobody. Both sides are content with what arrived.')).toBeVisible();
  await page.keyboard.press('End');
  await expect(lab.ladder.getByText('sh0p.example').first()).toBeVisible();
});
