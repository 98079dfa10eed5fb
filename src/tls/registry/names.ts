/**
 * Names of code points for display: everything the IANA registries know, whether this engine runs it or not. The
 * long list of suites is in suite-names.ts.
 *
 * Each table is text: a line starts with the code of its first name in hex, the names behind it have
 * the codes that follow; an indented line goes on. That is a third of the size of a list of pairs.
 */
import { suiteByCode } from './suites.ts';

const groupTable = `
  0001 sect163k1 sect163r1 sect163r2 sect193r1 sect193r2 sect233k1 sect233r1 sect239k1 sect283k1 sect283r1
      sect409k1 sect409r1 sect571k1 sect571r1 secp160k1 secp160r1 secp160r2 secp192k1 secp192r1 secp224k1
      secp224r1 secp256k1 secp256r1 secp384r1 secp521r1 brainpoolP256r1 brainpoolP384r1 brainpoolP512r1
      x25519 x448 brainpoolP256r1tls13 brainpoolP384r1tls13 brainpoolP512r1tls13 GC256A GC256B GC256C GC256D
      GC512A GC512B GC512C curveSM2
  0100 ffdhe2048 ffdhe3072 ffdhe4096 ffdhe6144 ffdhe8192
  0200 MLKEM512 MLKEM768 MLKEM1024
  11eb SecP256r1MLKEM768 X25519MLKEM768 SecP384r1MLKEM1024
  6399 X25519Kyber768Draft00 SecP256r1Kyber768Draft00
  ff01 arbitrary_explicit_prime_curves arbitrary_explicit_char2_curves
`;

const schemeTable = `
  0201 rsa_pkcs1_sha1 dsa_sha1 ecdsa_sha1
  0401 rsa_pkcs1_sha256 dsa_sha256 ecdsa_secp256r1_sha256
  0420 rsa_pkcs1_sha256_legacy
  0501 rsa_pkcs1_sha384
  0503 ecdsa_secp384r1_sha384
  0520 rsa_pkcs1_sha384_legacy
  0601 rsa_pkcs1_sha512
  0603 ecdsa_secp521r1_sha512
  0620 rsa_pkcs1_sha512_legacy
  0704 eccsi_sha256 iso_ibs1 iso_ibs2 iso_chinese_ibs sm2sig_sm3 gostr34102012_256a gostr34102012_256b
      gostr34102012_256c gostr34102012_256d gostr34102012_512a gostr34102012_512b gostr34102012_512c
  0804 rsa_pss_rsae_sha256 rsa_pss_rsae_sha384 rsa_pss_rsae_sha512 ed25519 ed448 rsa_pss_pss_sha256
      rsa_pss_pss_sha384 rsa_pss_pss_sha512
  081a ecdsa_brainpoolP256r1tls13_sha256 ecdsa_brainpoolP384r1tls13_sha384 ecdsa_brainpoolP512r1tls13_sha512
  0904 mldsa44 mldsa65 mldsa87
`;

const versions: ReadonlyMap<number, string> = new Map([
  [0x0002, 'SSL 2.0'],
  [0x0300, 'SSL 3.0'],
  [0x0301, 'TLS 1.0'],
  [0x0302, 'TLS 1.1'],
  [0x0303, 'TLS 1.2'],
  [0x0304, 'TLS 1.3'],
]);

/** RFC 8701 §2: 0x0a0a, 0x1a1a, …, 0xfafa. Meaningless on purpose, so that peers learn to ignore the unknown. */
export function isGrease(code: number): boolean {
  return (code & 0x0f0f) === 0x0a0a && code >> 8 === (code & 0xff);
}

/**
 * 'TLS_AES_128_GCM_SHA256', 'GREASE', or undefined where the registry has no name. Until suite-names.ts is loaded,
 * only the suites of TLS 1.3 have one.
 */
export function suiteName(code: number): string | undefined {
  return isGrease(code) ? 'GREASE' : (suiteByCode(code)?.name ?? suiteNames?.().get(code));
}

let suiteNames: (() => ReadonlyMap<number, string>) | undefined;

/** For suite-names.ts. */
export function addSuiteNames(names: () => ReadonlyMap<number, string>): void {
  suiteNames = names;
}

/** 'x25519', 'GREASE', or undefined. */
export const groupName = lookup(groupTable);

/** 'ecdsa_secp256r1_sha256', 'GREASE', or undefined. */
export const schemeName = lookup(schemeTable);

/** 'TLS 1.3', 'GREASE', or undefined. */
export function versionName(code: number): string | undefined {
  return isGrease(code) ? 'GREASE' : versions.get(code);
}

/** The table is taken apart when the first name is asked for. */
function lookup(table: string): (code: number) => string | undefined {
  let names: ReadonlyMap<number, string> | undefined;
  return (code) => {
    if (isGrease(code)) return 'GREASE';
    names ??= parseNames(table);
    return names.get(code);
  };
}

export function parseNames(table: string, prefix = ''): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const word of table.trim().split(/\s+/)) {
    // A name never looks like four lower-case hex digits.
    if (/^[0-9a-f]{4}$/.test(word)) code = Number.parseInt(word, 16);
    else names.set(code++, prefix + word);
  }
  return names;
}
