import { spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/hex.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { certificate } from '../x509/testing/forge.ts';
import { hasOpenssl, inDirectory, writePem } from '../x509/testing/openssl.ts';
import { issueDemoPki } from './issue.ts';
import { KeyRing } from './key-ring.ts';
import type { PkiRequest } from './pki.ts';

// The command compares the times of an answer with its own clock.
const clock = Date.now();
const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: webcrypto.subtle as unknown as SubtleCrypto });

const issue = (server: Partial<PkiRequest['server']>) =>
  issueDemoPki(ring, {
    clock,
    server: {
      keyType: 'ecdsa',
      names: ['shop.example'],
      validity: [-53, 37],
      issuer: 'lakeside',
      clientAuth: 'none',
      ...server,
    },
    browser: { roots: ['lakeside'], clientCertificate: 'none' },
  });

describe.runIf(hasOpenssl)('openssl verifies a staple', () => {
  test.each<[name: string, server: Partial<PkiRequest['server']>, said: RegExp]>([
    ['good', { staple: 'good' }, /: good/],
    ['good, by a delegate', { staple: 'good', responder: 'delegated' }, /: good/],
    ['revoked, under RSA', { staple: 'revoked', issuer: 'harbour' }, /: revoked[\s\S]*keyCompromise/],
    ['revoked, by a delegate', { staple: 'revoked', responder: 'delegated' }, /: revoked/],
    ['stale', { staple: 'stale' }, /WARNING: Status times invalid/],
  ])('%s', async (_, server, wanted) => {
    const { staple, leaf, intermediate, root } = await issue(server);
    const said = inDirectory((path) => {
      writeFileSync(path('staple'), staple ?? '');
      const above = writePem(path('intermediate'), [intermediate.der]);
      const args = [
        ['ocsp', '-respin', path('staple'), '-CAfile', writePem(path('root'), [root.der])],
        ['-issuer', above, '-verify_other', above, '-sha256', '-no_nonce'],
        ['-serial', `0x${toHex(certificate(leaf.der).serialNumber)}`],
      ].flat();
      const done = spawnSync('openssl', args);
      return done.stdout.toString() + done.stderr.toString();
    });
    expect(said).toContain('Response verify OK');
    expect(said).toMatch(wanted);
  });
});

test('the same question gets the same bytes; nobody answers for a self-signed certificate', async () => {
  const one = await issue({ staple: 'good' });
  expect(one.staple).toBeDefined();
  expect((await issue({ staple: 'good' })).staple).toEqual(one.staple);
  expect((await issue({ staple: 'good', faults: ['self-signed'] })).staple).toBeUndefined();
  expect((await issue({})).staple).toBeUndefined();
});
