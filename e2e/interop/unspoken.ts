/**
 * The suites that no installed peer speaks. They run against our own other side (`npm run suites`), and what only they
 * have stands on published vectors: the lines say which, and in which test.
 */
import { exchangeParts } from '../../src/tls/registry/exchange.ts';
import type { Tls12Suite } from '../../src/tls/registry/suite-parts.ts';

interface Reason {
  readonly applies: (suite: Tls12Suite) => boolean;
  readonly why: string;
  readonly vectors: string;
}

const reasons: readonly Reason[] = [
  {
    applies: ({ keyExchange }) => {
      const { agreement, ephemeral, certificate } = exchangeParts(keyExchange);
      return certificate && !ephemeral && (agreement === 'dh' || agreement === 'ecdh');
    },
    why: 'static (EC)DH: OpenSSL dropped it in 1.1.0, GnuTLS never had it',
    vectors:
      'RFC 5903 §8.1 (P-256) and agreement with OpenSSL over finite fields, src/crypto/provider/{provider,tls12}.test.ts',
  },
  {
    applies: ({ name }) => name.includes('ARIA'),
    why: 'ARIA where OpenSSL has no suite for it; GnuTLS has none at all',
    vectors:
      'RFC 5794 §A.1 and §A.3, CBC and GCM as OpenSSL computes them, src/crypto/provider/tls12.test.ts',
  },
  {
    applies: ({ keyExchange }) => keyExchange === 'ECDHE_PSK',
    why: 'ECDHE_PSK with an AEAD of AES, RFC 8442',
    vectors:
      'AES-GCM and AES-CCM as OpenSSL computes them, in the same tests; the key exchange runs with both peers in other suites',
  },
  {
    applies: () => true,
    why: 'DHE_DSS with 3DES and with Camellia in GCM: OpenSSL has neither, and GnuTLS no DSS that works',
    vectors:
      '3DES as OpenSSL computes it, in the same tests; Camellia in GCM runs with GnuTLS, DHE_DSS with OpenSSL in other suites',
  },
];

/** One line per reason, with its suites. */
export function unspokenLines(suites: readonly Tls12Suite[]): readonly string[] {
  const groups = new Map<Reason, string[]>();
  for (const suite of suites) {
    const reason = reasons.find(({ applies }) => applies(suite));
    if (reason) groups.set(reason, [...(groups.get(reason) ?? []), suite.name]);
  }
  return [
    `TLS 1.2 suites that no installed peer speaks: ${suites.length}`,
    ...[...groups].map(
      ([{ why, vectors }, names]) =>
        `  ${why} (${names.length}); vectors: ${vectors}\n    ${names.join(' ')}`,
    ),
  ];
}
