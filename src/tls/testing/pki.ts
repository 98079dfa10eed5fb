/** Certificates for tests of the state machines: one root, one leaf per key type, one client. Made once, with openssl. */
import { fromHex } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { decodeCertificate, type Certificate } from '../../x509/certificate.ts';
import type { Credential } from '../client/config.ts';
import type { TrustPolicy } from '../proofs.ts';
import vectors from './vectors/test-pki.json' with { type: 'json' };

export type CredentialName = 'ecdsa' | 'rsa' | 'ed25519' | 'client';

/** A moment at which all of them are valid, milliseconds since 1970 UTC. */
export const validAt: number = vectors.at;

export const rootCertificate = certificate(vectors.root.certificate);

export function credentialOf(name: CredentialName): Credential {
  const { certificate: hex, privateKey } = vectors[name];
  const leaf = certificate(hex);
  return { certificates: [fromHex(hex) as Bytes], leaf, privateKey: fromHex(privateKey) as Bytes };
}

/** What a client that went to `shop.example` trusts, and what a server asks of client certificates. */
export const serverTrust: TrustPolicy = {
  store: [rootCertificate],
  cached: [],
  at: validAt,
  purpose: 'serverAuth',
  name: { type: 'dns', value: 'shop.example' },
};
/** The certificates of the tests may only sign; for tests in which what a suite asks of its key is beside the point. */
export const anyKeyUsage: TrustPolicy = { ...serverTrust, policy: { tolerates: ['no-key-usage'] } };
export const clientTrust: TrustPolicy = {
  store: [rootCertificate],
  cached: [],
  at: validAt,
  purpose: 'clientAuth',
};

function certificate(hex: string): Certificate {
  const decoded = decodeCertificate(fromHex(hex) as Bytes);
  if (!decoded.ok) throw new Error(`test certificate: ${decoded.error.detail}`);
  return decoded.value;
}
