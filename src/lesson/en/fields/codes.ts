/** English texts about code points: suites, groups, schemes, versions. */
import type { CodeWords } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';

export const suites = {
  known: {
    0x1301: rich`${term('gcm', 'AES-128-GCM')} protects the records, SHA-256 serves ${term('transcript')} and ${term('key-schedule')}. Every TLS 1.3 implementation must have this ${term('cipher-suite', 'suite')}.`,
    0x1302: rich`${term('gcm', 'AES-256-GCM')} protects the records, SHA-384 serves ${term('transcript')} and ${term('key-schedule')}: all secrets have 48 bytes.`,
    0x1303: rich`${term('chacha20-poly1305', 'ChaCha20-Poly1305')} protects the records, SHA-256 serves ${term('transcript')} and ${term('key-schedule')}. It is fast where the processor has no AES instructions.`,
    0x1304: rich`${term('ccm', 'AES-128-CCM')} protects the records, SHA-256 serves ${term('transcript')} and ${term('key-schedule')}. It is built of AES alone, which suits small devices.`,
    0x1305: rich`As TLS_AES_128_CCM_SHA256, with a ${term('tag')} of 8 bytes instead of 16: shorter records, and less protection against forgery.`,
    0x00ff: rich`Not a suite but a signal of TLS 1.2 clients: they understand secure renegotiation (RFC 5746). TLS 1.3 ignores it.`,
    0x5600: rich`Not a suite but a signal: this client has come back with a lower version (${term('fallback-scsv', 'RFC 7507')}).`,
  },
  other: (f) =>
    rich`A suite for TLS 1.2 or a number this engine does not know; in TLS 1.3 it cannot be chosen${f.name === undefined ? '' : rich` (${code(f.name)})`}.`,
  agreed: rich`The server picked it.`,
} satisfies CodeWords;

export const groups = {
  known: {
    0x11ec: rich`A ${term('hybrid')}: ${term('ml-kem', 'ML-KEM-768')} and X25519 together, the shares one behind the other. Whoever wants the secret must break both, today’s mathematics and a quantum computer’s.`,
    0x11eb: rich`A ${term('hybrid')}: P-256 and ${term('ml-kem', 'ML-KEM-768')} together, here the curve’s share in front. Whoever wants the secret must break both.`,
    0x001d: rich`${term('diffie-hellman', 'Diffie-Hellman')} on Curve25519: shares and secret of 32 bytes.`,
    0x0017: rich`${term('diffie-hellman', 'Diffie-Hellman')} on NIST P-256: a share is a point of 65 bytes, the secret its 32-byte x coordinate. Every TLS 1.3 implementation must have this group.`,
    0x0018: rich`${term('diffie-hellman', 'Diffie-Hellman')} on NIST P-384: a share is a point of 97 bytes, the secret has 48.`,
    0x0019: rich`${term('diffie-hellman', 'Diffie-Hellman')} on NIST P-521: a share is a point of 133 bytes, the secret has 66.`,
    0x001e: rich`${term('diffie-hellman', 'Diffie-Hellman')} on Curve448: shares and secret of 56 bytes, with a larger margin than Curve25519.`,
    0x0100: rich`Finite-field ${term('diffie-hellman', 'Diffie-Hellman')} with 2 048 bits (RFC 7919): shares and secret of 256 bytes.`,
    0x0101: rich`Finite-field ${term('diffie-hellman', 'Diffie-Hellman')} with 3 072 bits (RFC 7919): shares and secret of 384 bytes.`,
    0x0102: rich`Finite-field ${term('diffie-hellman', 'Diffie-Hellman')} with 4 096 bits (RFC 7919): shares and secret of 512 bytes.`,
    0x0103: rich`Finite-field ${term('diffie-hellman', 'Diffie-Hellman')} with 6 144 bits (RFC 7919): shares and secret of 768 bytes.`,
    0x0104: rich`Finite-field ${term('diffie-hellman', 'Diffie-Hellman')} with 8 192 bits (RFC 7919): shares and secret of 1 024 bytes.`,
  },
  other: (f) =>
    rich`A ${term('group')} this engine does not run${f.name === undefined ? '' : rich` (${code(f.name)})`}; a peer that does may still choose it.`,
  agreed: rich`It is the group of this run.`,
} satisfies CodeWords;

const onlyCertificates = rich`In TLS 1.3 it may stand in certificates only, never in a CertificateVerify.`;

export const schemes = {
  known: {
    0x0403: rich`${term('ecdsa', 'ECDSA')} on the curve P-256 with SHA-256: in TLS 1.3 the scheme fixes the curve as well.`,
    0x0503: rich`${term('ecdsa', 'ECDSA')} on the curve P-384 with SHA-384.`,
    0x0603: rich`${term('ecdsa', 'ECDSA')} on the curve P-521 with SHA-512.`,
    0x0804: rich`${term('rsa-pss', 'RSA-PSS')} with SHA-256, by an ordinary RSA key (rsaEncryption). PSS mixes in random salt, so signing twice gives two signatures.`,
    0x0805: rich`${term('rsa-pss', 'RSA-PSS')} with SHA-384, by an ordinary RSA key (rsaEncryption).`,
    0x0806: rich`${term('rsa-pss', 'RSA-PSS')} with SHA-512, by an ordinary RSA key (rsaEncryption).`,
    0x0809: rich`${term('rsa-pss', 'RSA-PSS')} with SHA-256, by a key whose certificate allows PSS only.`,
    0x080a: rich`${term('rsa-pss', 'RSA-PSS')} with SHA-384, by a key whose certificate allows PSS only.`,
    0x080b: rich`${term('rsa-pss', 'RSA-PSS')} with SHA-512, by a key whose certificate allows PSS only.`,
    0x0807: rich`${term('eddsa', 'Ed25519')}: Edwards curve, hash built in, always 64 bytes of signature.`,
    0x0808: rich`${term('eddsa', 'Ed448')}: the larger Edwards curve, 114 bytes of signature.`,
    0x0401: rich`RSA with ${term('pkcs1', 'PKCS #1 v1.5')} padding and SHA-256. ${onlyCertificates}`,
    0x0501: rich`RSA with ${term('pkcs1', 'PKCS #1 v1.5')} padding and SHA-384. ${onlyCertificates}`,
    0x0601: rich`RSA with ${term('pkcs1', 'PKCS #1 v1.5')} padding and SHA-512. ${onlyCertificates}`,
    0x0201: rich`RSA with ${term('sha-1', 'SHA-1')}, for which collisions have been found. ${onlyCertificates}`,
    0x0203: rich`${term('ecdsa', 'ECDSA')} with SHA-1, for which collisions have been found. ${onlyCertificates}`,
    0x0904: rich`${term('ml-dsa', 'ML-DSA-44')}: 2 420 bytes of signature, made so that a quantum computer cannot forge it either (FIPS 204).`,
    0x0905: rich`${term('ml-dsa', 'ML-DSA-65')}: 3 309 bytes of signature, made so that a quantum computer cannot forge it either (FIPS 204).`,
    0x0906: rich`${term('ml-dsa', 'ML-DSA-87')}: 4 627 bytes of signature, made so that a quantum computer cannot forge it either (FIPS 204).`,
    0x0402: rich`${term('dsa', 'DSA')} with SHA-256, from the days of TLS 1.2. TLS 1.3 has no DSA at all.`,
    0x0202: rich`${term('dsa', 'DSA')} with SHA-1, from the days of TLS 1.2. TLS 1.3 has no DSA at all.`,
  },
  other: (f) =>
    rich`A ${term('signature-scheme')} this engine does not know${f.name === undefined ? '' : rich` (${code(f.name)})`}.`,
  agreed: rich`It is the one used in this run.`,
} satisfies CodeWords;

export const versions = {
  known: {
    0x0304: rich`TLS 1.3; the number goes back to SSL 3.0, after which TLS 1.0 became 0x0301.`,
    0x0303: rich`TLS 1.2, for servers that cannot do better.`,
    0x0302: rich`TLS 1.1, deprecated since 2021 (RFC 8996).`,
    0x0301: rich`TLS 1.0, deprecated since 2021 (RFC 8996).`,
    0x0300: rich`SSL 3.0, deprecated since 2015 (RFC 7568).`,
  },
  other: () => rich`A version this engine does not know.`,
  agreed: rich`It is the version of this run.`,
} satisfies CodeWords;
