/** Signature schemes, RFC 9846 §4.3.3. */
import type { SignatureName } from '../../crypto/port.ts';

export interface SignatureScheme {
  readonly code: number;
  readonly name: string;
  readonly signature: SignatureName;
  /** The key such a signature is made with: algorithm and, for ECDSA in TLS 1.3, the curve. */
  readonly key: 'P-256' | 'P-384' | 'P-521' | 'RSA' | 'Ed25519';
  /** rsa_pkcs1_* may sign certificates but never a CertificateVerify. */
  readonly handshake: boolean;
}

export const signatureSchemes: readonly SignatureScheme[] = [
  {
    code: 0x0403,
    name: 'ecdsa_secp256r1_sha256',
    signature: 'ECDSA-P256-SHA256',
    key: 'P-256',
    handshake: true,
  },
  { code: 0x0804, name: 'rsa_pss_rsae_sha256', signature: 'RSA-PSS-SHA256', key: 'RSA', handshake: true },
  { code: 0x0401, name: 'rsa_pkcs1_sha256', signature: 'RSA-PKCS1-SHA256', key: 'RSA', handshake: false },
  {
    code: 0x0503,
    name: 'ecdsa_secp384r1_sha384',
    signature: 'ECDSA-P384-SHA384',
    key: 'P-384',
    handshake: true,
  },
  { code: 0x0805, name: 'rsa_pss_rsae_sha384', signature: 'RSA-PSS-SHA384', key: 'RSA', handshake: true },
  { code: 0x0501, name: 'rsa_pkcs1_sha384', signature: 'RSA-PKCS1-SHA384', key: 'RSA', handshake: false },
  { code: 0x0806, name: 'rsa_pss_rsae_sha512', signature: 'RSA-PSS-SHA512', key: 'RSA', handshake: true },
  { code: 0x0601, name: 'rsa_pkcs1_sha512', signature: 'RSA-PKCS1-SHA512', key: 'RSA', handshake: false },
  { code: 0x0807, name: 'ed25519', signature: 'Ed25519', key: 'Ed25519', handshake: true },
];

export function schemeByCode(code: number): SignatureScheme | undefined {
  return signatureSchemes.find((scheme) => scheme.code === code);
}
