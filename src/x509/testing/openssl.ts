/** The openssl command as an oracle. Where it is missing, tests that need it are skipped and say so. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePem } from '../../interchange/pem.ts';

export const opensslVersion = spawnSync('openssl', ['version']).stdout?.toString().trim() ?? '';
export const hasOpenssl = opensslVersion.startsWith('OpenSSL 3');
if (!hasOpenssl) process.stderr.write('openssl 3 is not installed: the comparisons with it are SKIPPED\n');

/** Runs `body` with a directory that is gone afterwards. */
export function inDirectory<T>(body: (path: (name: string) => string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'x509-test-'));
  try {
    return body((name) => join(directory, name));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

export function openssl(args: readonly string[], input?: string | Uint8Array): Buffer {
  return execFileSync('openssl', args, {
    ...(input !== undefined && { input }),
    stdio: ['pipe', 'pipe', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
  });
}

/** Exit status of a command that may fail. */
export function opensslSucceeds(args: readonly string[]): boolean {
  return spawnSync('openssl', args).status === 0;
}

export function writePem(path: string, ders: readonly Uint8Array[]): string {
  writeFileSync(path, ders.map((der) => encodePem('CERTIFICATE', der)).join(''));
  return path;
}
