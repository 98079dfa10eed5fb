/**
 * Signature schemes, RFC 9846 §4.3.3. In TLS 1.2 the same codes are pairs of a hash and an algorithm (RFC 5246
 * §7.4.1.4.1): ECDSA there goes with any curve.
 */
import type { SignatureName } from '../../crypto/port.ts';

export interface SignatureScheme {
  readonly code: number;
  readonly name: string;
  readonly signature: SignatureName;
  /** The key such a signature is made with: algorithm and, for ECDSA in TLS 1.3, the curve. */
  readonly key:
    | 'P-256'
    | 'P-384'
    | 'P-521'
    | 'RSA'
    | 'RSASSA-PSS'
    | 'Ed25519'
    | 'Ed448'
    | 'DSA'
    | `ML-DSA-${44 | 65 | 87}`;
  /** Whether it may sign a CertificateVerify of TLS 1.3: rsa_pkcs1_*, SHA-1 and DSA may not. TLS 1.2 allows all. */
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
  {
    code: 0x0603,
    name: 'ecdsa_secp521r1_sha512',
    signature: 'ECDSA-P521-SHA512',
    key: 'P-521',
    handshake: true,
  },
  { code: 0x0808, name: 'ed448', signature: 'Ed448', key: 'Ed448', handshake: true },
  // The same signatures, made with a key whose certificate says that it makes no others (RFC 4055 §1.2).
  {
    code: 0x0809,
    name: 'rsa_pss_pss_sha256',
    signature: 'RSA-PSS-SHA256',
    key: 'RSASSA-PSS',
    handshake: true,
  },
  {
    code: 0x080a,
    name: 'rsa_pss_pss_sha384',
    signature: 'RSA-PSS-SHA384',
    key: 'RSASSA-PSS',
    handshake: true,
  },
  {
    code: 0x080b,
    name: 'rsa_pss_pss_sha512',
    signature: 'RSA-PSS-SHA512',
    key: 'RSASSA-PSS',
    handshake: true,
  },
  { code: 0x0904, name: 'mldsa44', signature: 'ML-DSA-44', key: 'ML-DSA-44', handshake: true },
  { code: 0x0905, name: 'mldsa65', signature: 'ML-DSA-65', key: 'ML-DSA-65', handshake: true },
  { code: 0x0906, name: 'mldsa87', signature: 'ML-DSA-87', key: 'ML-DSA-87', handshake: true },
  { code: 0x0201, name: 'rsa_pkcs1_sha1', signature: 'RSA-PKCS1-SHA1', key: 'RSA', handshake: false },
  // TLS 1.2's pairs of hash and signature (RFC 5246 §7.4.1.4.1); TLS 1.3 has taken the names out.
  { code: 0x0402, name: 'dsa_sha256', signature: 'DSA-SHA256', key: 'DSA', handshake: false },
  { code: 0x0202, name: 'dsa_sha1', signature: 'DSA-SHA1', key: 'DSA', handshake: false },
  { code: 0x0203, name: 'ecdsa_sha1', signature: 'ECDSA-P256-SHA1', key: 'P-256', handshake: false },
];

export function schemeByCode(code: number): SignatureScheme | undefined {
  return signatureSchemes.find((scheme) => scheme.code === code);
}

/** What a scheme is in TLS 1.2 with such a key: the hash is the scheme's, the curve the key's (RFC 8422 §5.10). */
export function tls12SchemeByCode(code: number, key: string): SignatureScheme | undefined {
  const scheme = schemeByCode(code);
  const curve = isCurve(key) ? key : undefined;
  if (curve === undefined || !scheme?.signature.startsWith('ECDSA')) return scheme;
  const signature = scheme.signature.replace(/P\d+/, curve.replace('-', '')) as SignatureName;
  return { ...scheme, key: curve, signature };
}

function isCurve(key: string): key is 'P-256' | 'P-384' | 'P-521' {
  return key === 'P-256' || key === 'P-384' || key === 'P-521';
}
