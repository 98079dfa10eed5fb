/** What each key exchange of TLS 1.2 consists of: what its messages carry, and who is authenticated by what. */
import type { Spec } from '../../bytes/spec.ts';
import { spec } from '../../bytes/spec.ts';
import type { KeyExchangeName, Tls12Suite } from './suite-parts.ts';

export interface ExchangeParts {
  /** How the two sides come to a secret besides a PSK. */
  readonly agreement: 'rsa' | 'dh' | 'ecdh' | 'none';
  /** The server's half is made for this connection and travels in ServerKeyExchange. */
  readonly ephemeral: boolean;
  /** The server's half is signed with the key of its certificate. */
  readonly signed: boolean;
  /** The server sends a certificate. */
  readonly certificate: boolean;
  readonly psk: boolean;
  /** Where it is defined. */
  readonly spec: Spec;
}

const dh = { agreement: 'dh', psk: false } as const;
const ecdh = { agreement: 'ecdh', psk: false } as const;

const parts: Readonly<Record<KeyExchangeName, ExchangeParts>> = {
  RSA: {
    agreement: 'rsa',
    ephemeral: false,
    signed: false,
    certificate: true,
    psk: false,
    spec: spec(5246, '7.4.7.1'),
  },
  DHE: { ...dh, ephemeral: true, signed: true, certificate: true, spec: spec(5246, '7.4.3') },
  DH: { ...dh, ephemeral: false, signed: false, certificate: true, spec: spec(5246, '7.4.2') },
  DH_anon: { ...dh, ephemeral: true, signed: false, certificate: false, spec: spec(5246, '7.4.3') },
  ECDHE: { ...ecdh, ephemeral: true, signed: true, certificate: true, spec: spec(8422, '2.1') },
  ECDH: { ...ecdh, ephemeral: false, signed: false, certificate: true, spec: spec(4492, '2.1') },
  ECDH_anon: { ...ecdh, ephemeral: true, signed: false, certificate: false, spec: spec(8422, '2.3') },
  PSK: {
    agreement: 'none',
    ephemeral: false,
    signed: false,
    certificate: false,
    psk: true,
    spec: spec(4279, '2'),
  },
  DHE_PSK: {
    agreement: 'dh',
    ephemeral: true,
    signed: false,
    certificate: false,
    psk: true,
    spec: spec(4279, '3'),
  },
  ECDHE_PSK: {
    agreement: 'ecdh',
    ephemeral: true,
    signed: false,
    certificate: false,
    psk: true,
    spec: spec(5489, '2'),
  },
  RSA_PSK: {
    agreement: 'rsa',
    ephemeral: false,
    signed: false,
    certificate: true,
    psk: true,
    spec: spec(4279, '4'),
  },
};

export function exchangeParts(name: KeyExchangeName): ExchangeParts {
  return parts[name];
}

/** Types of key that fit a suite, as `readPublicKey` (crypto/key-formats.ts) calls them; undefined where the key exchange itself will judge. */
export function keyTypes({ keyExchange, authentication }: Tls12Suite): readonly string[] | undefined {
  const { agreement, ephemeral } = parts[keyExchange];
  // In a static exchange the name says what the certificate is signed with, and the key is the server's half.
  if (!ephemeral && agreement !== 'rsa') return undefined;
  switch (authentication) {
    case 'RSA':
      // A key for RSASSA-PSS alone decrypts nothing.
      return agreement === 'rsa' ? ['RSA'] : ['RSA', 'RSASSA-PSS'];
    case 'ECDSA':
      return ['P-256', 'P-384', 'P-521', 'Ed25519', 'Ed448'];
    case 'DSS':
      return ['DSA'];
    default:
      return undefined;
  }
}
