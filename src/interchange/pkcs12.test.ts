import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { toHex } from '../bytes/hex.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from '../lab/presets.ts';
import { parsePem } from './pem.ts';
import { writePkcs12 } from './pkcs12.ts';
import { crc32, writeZip } from './zip.ts';

const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: crypto.subtle });
const pki = await issueDemoPki(ring, { ...presets.tls13, clock: Date.now() });

describe.runIf(spawnSync('openssl', ['version']).status === 0)('PKCS#12', () => {
  it('opens in openssl, with key and certificates as they were', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-p12-'));
    try {
      const certificates = [pki.leaf.der, pki.intermediate.der];
      const identity = { name: 'shop.example, ü', privateKey: pki.leaf.privateKey, certificates };
      const file = join(folder, 'leaf.p12');
      writeFileSync(file, await writePkcs12(identity, 'handshake', provider));
      const args = ['pkcs12', '-in', file, '-passin', 'pass:handshake', '-nodes'];
      const text = execFileSync('openssl', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      const parsed = parsePem(text);
      const blocks = parsed.ok ? parsed.blocks : [];
      const of = (label: string): string[] =>
        blocks.filter((one) => one.label === label).map(({ bytes }) => toHex(bytes));
      expect(of('CERTIFICATE')).toEqual(certificates.map(toHex));
      expect(of('PRIVATE KEY')).toHaveLength(1);
      expect(text).toContain('friendlyName: shop.example');
      // The MAC is over the password: another one is refused.
      const wrong = ['pkcs12', '-in', file, '-passin', 'pass:other', '-nodes'];
      expect(spawnSync('openssl', wrong, { encoding: 'utf8' }).stderr).toContain('invalid password');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('ZIP', () => {
  it('has the CRC that everybody computes', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf4_3926);
  });

  it.runIf(spawnSync('python3', ['--version']).status === 0)(
    'unpacks elsewhere, permissions included',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-zip-'));
      try {
        const zip = writeZip(
          [
            { name: 'kit/README.md', content: 'ü\n' },
            { name: 'kit/run.sh', content: '#!/bin/sh\n', executable: true },
            { name: 'kit/empty', content: new Uint8Array() },
          ],
          Date.UTC(2026, 10, 26, 3, 4, 6),
        );
        writeFileSync(join(folder, 'kit.zip'), zip);
        const code =
          'import zipfile,sys;z=zipfile.ZipFile(sys.argv[1]);print(z.testzip(),[(i.filename,i.date_time,oct(i.external_attr>>16)) for i in z.infolist()]);z.extractall(sys.argv[2])';
        const said = execFileSync('python3', ['-c', code, join(folder, 'kit.zip'), folder], {
          encoding: 'utf8',
        });
        expect(said).toContain("None [('kit/README.md', (2026, 11, 26, 3, 4, 6), '0o100644'), ('kit/run.sh'");
        expect(said).toContain("'0o100755'");
        expect(readFileSync(join(folder, 'kit/README.md'), 'utf8')).toBe('ü\n');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
