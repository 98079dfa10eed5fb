import { expect, it } from 'vitest';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from '../lab/presets.ts';
import { issueDemoPki } from './issue.ts';
import { KeyRing } from './key-ring.ts';
import { readAgain } from './second-reader.ts';

const ring = new KeyRing({ provider: await createProvider(), subtle: crypto.subtle });
const pki = await issueDemoPki(ring, { ...presets.tls13, clock: Date.UTC(2026, 10, 23) });

it('reads the demo certificates as our own reader does, and verifies their signatures', async () => {
  for (const [certificate, issuer] of [
    [pki.leaf, pki.intermediate],
    [pki.intermediate, pki.root],
    [pki.root, pki.root],
  ] as const) {
    const reading = await readAgain(certificate.der, issuer.der, crypto);
    for (const { what, ours, theirs } of reading.comparisons)
      expect(`${what} ${theirs}`).toBe(`${what} ${ours}`);
    expect(reading.signature).toBe(true);
  }
});

it('says so when the signature is not the issuer’s', async () => {
  const reading = await readAgain(pki.leaf.der, pki.root.der, crypto);
  expect(reading.signature).toBe(false);
});
