/** Cipher suites of TLS 1.3 that this engine runs, RFC 9846 §B.4. */
import type { AeadName, HashName } from '../../crypto/port.ts';

export interface CipherSuite {
  readonly code: number;
  readonly name: string;
  readonly aead: AeadName;
  /** Hash of the key schedule and the transcript. */
  readonly hash: HashName;
}

export const cipherSuites: readonly CipherSuite[] = [
  { code: 0x1301, name: 'TLS_AES_128_GCM_SHA256', aead: 'AES-128-GCM', hash: 'SHA-256' },
  { code: 0x1302, name: 'TLS_AES_256_GCM_SHA384', aead: 'AES-256-GCM', hash: 'SHA-384' },
  { code: 0x1303, name: 'TLS_CHACHA20_POLY1305_SHA256', aead: 'ChaCha20-Poly1305', hash: 'SHA-256' },
  { code: 0x1304, name: 'TLS_AES_128_CCM_SHA256', aead: 'AES-128-CCM', hash: 'SHA-256' },
  // A tag of 8 bytes, for devices that count every one of them.
  { code: 0x1305, name: 'TLS_AES_128_CCM_8_SHA256', aead: 'AES-128-CCM-8', hash: 'SHA-256' },
];

export function suiteByCode(code: number): CipherSuite | undefined {
  return cipherSuites.find((suite) => suite.code === code);
}
