/**
 * Keys that hardly any certificate has today: RSA for RSASSA-PSS alone, DSA, static Diffie-Hellman, Ed448, ML-DSA. Loaded when the first one
 * is asked for.
 */
import { fromHex } from '../bytes/hex.ts';
import { ffdheGroup } from '../crypto/ffdhe.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { asRsassaPss } from '../crypto/pss-keys.ts';
import { libraries } from '../crypto/provider/library/index.ts';
import { bitString, context, integer, octetString, oid, sequence, smallInteger } from './der.ts';
import { type KeyMaker, makeRsa } from './keys.ts';
import type { KeyPair, RareKeyKind } from './pki.ts';
import { signatureAlgorithm } from './sign.ts';

export async function makeRareKey(kind: RareKeyKind, { provider, subtle }: KeyMaker): Promise<KeyPair> {
  switch (kind) {
    case 'RSASSA-PSS 2048': {
      const { privateKey, publicKey } = await makeRsa(kind, 2048, subtle);
      return { kind, privateKey: asRsassaPss(privateKey), publicKey: asRsassaPss(publicKey) };
    }
    case 'DSA 2048':
      return makeDsa(kind, provider);
    case 'DH 2048':
      return makeDh(kind, provider);
    case 'Ed448': {
      const { ed448PublicKey } = await libraries.curves448();
      const seed = provider.random(57);
      return pair(kind, sequence(oid('1.3.101.113')), octetString(seed), bitString(ed448PublicKey(seed)));
    }
    case 'ML-DSA-44':
    case 'ML-DSA-65':
    case 'ML-DSA-87': {
      const { mlDsaPublicKey } = await libraries.mlDsa();
      const seed = provider.random(32);
      // ML-DSA-PrivateKey as its seed, [0] IMPLICIT OCTET STRING: the form RFC 9881 §6 recommends.
      return pair(kind, signatureAlgorithm(kind), context(0, seed), bitString(mlDsaPublicKey(kind, seed)));
    }
  }
}

async function makeDsa(kind: RareKeyKind, provider: Provider): Promise<KeyPair> {
  const { dsaPublicKey } = await libraries.dsa();
  const x = below(dsaGroup.q, provider);
  const { p, q, g } = dsaGroup;
  // Dss-Parms ::= SEQUENCE { p, q, g }, RFC 3279 §2.3.2.
  const algorithm = sequence(oid('1.2.840.10040.4.1'), sequence(...[p, q, g].map(positive)));
  return pair(kind, algorithm, positive(x), bitString(positive(dsaPublicKey(dsaGroup, x))));
}

/** A key of X9.42 in the group ffdhe2048, RFC 3279 §2.3.3: DomainParameters ::= SEQUENCE { p, g, q }. */
async function makeDh(kind: RareKeyKind, provider: Provider): Promise<KeyPair> {
  const group = ffdheGroup('ffdhe2048');
  const { value } = await provider.generateFfdhKeyPair(group);
  const algorithm = sequence(
    oid('1.2.840.10046.2.1'),
    sequence(...[group.p, group.g, half(group.p)].map(positive)),
  );
  return pair(kind, algorithm, positive(value.privateKey), bitString(positive(value.publicKey)));
}

function pair(kind: RareKeyKind, algorithm: Bytes, privateKey: Bytes, publicKey: Bytes): KeyPair {
  return {
    kind,
    privateKey: sequence(smallInteger(0), algorithm, octetString(privateKey)),
    publicKey: sequence(algorithm, publicKey),
  };
}

/** An INTEGER of these big-endian digits, leading zeros or not. */
function positive(digits: Uint8Array): Bytes {
  const first = digits.findIndex((octet) => octet !== 0);
  const short = digits.subarray(first < 0 ? digits.length - 1 : first);
  return (short[0] ?? 0) >= 0x80 ? integer(Uint8Array.of(0, ...short)) : integer(short);
}

/** (p - 1) / 2 of an odd p: one bit to the right. It is the order of the group's squares. */
function half(p: Bytes): Bytes {
  return p.map((octet, i) => (octet >> 1) | ((i === 0 ? 0 : (p[i - 1] ?? 0)) << 7));
}

/** Random, 1 … q - 1: drawn again until it is (q begins with a one, so never often). */
function below(q: Bytes, provider: Provider): Bytes {
  for (;;) {
    const x = provider.random(q.length);
    const at = x.findIndex((octet, i) => octet !== q[i]);
    if (at >= 0 && (x[at] ?? 0) < (q[at] ?? 0) && x.some((octet) => octet !== 0)) return x;
  }
}

/** Domain parameters, which all DSA keys here share, made once by FIPS 186-4 §A.1.1.2 with OpenSSL: 2048 and 256 bits. */
const dsaGroup = {
  p: fromHex(
    'd7f18ab1362415af7710947717b9a98bc7969dd93bf6232c057e8def923cb8443b1f803b1b3cb6da6eea260afbea4671' +
      '9e3555ef1b5530ee40d980f18415da623d627f91ca9d5e832a6006b33a5130781935599ae7a74b6bf23bb904ad5b70a6' +
      '47bb019eef9543b4b0d73920a64ea9a0d249c2c1c26381c9168e0ea61d080e4a131a36ef6bd26fe023c06c25640bcbbd' +
      'a1a876d104ce6ef8692e23774189a574c2915537e8c5d9ec27f6435daa345140e2ec94b514451320ccbbbf7e7a5c4d35' +
      '1eb392d50ecb42621c707d8a3a54e83d66b7628dafba7909c985cf8cc2167ab3c7b913710d9568bd4522f66db8432b2c' +
      'bd6a65ebb6cc1f45041489b43baf1b11',
  ) as Bytes,
  q: fromHex('9e7cde9f50bfa3707168587ef5201741be0114fbadb735c4543c537985ff7e45') as Bytes,
  g: fromHex(
    '65c009e9084e743da52bb515ab91b81a5cde0ac432b99ced125a687c651912e2ce378dbbe6474aefa7555a8b8c0518c9' +
      'c4a4e1f62aacda6a75bb8595010b5b9daad2cd068c83f92441056cc00ddc04b188c05280690ec9f19da7d7a5a5051415' +
      'e3494cc5e24b16f694391991eab1d60aca619ed55ec4d763bc46d3a31eab253911dfe916dc1d60a803fbb1bc852053cc' +
      '3e7fd59f4dcd93df4bf53449c6fadfec1f7c28c45c0fd21cb2d1ce0182630d825a20e9655b130d1dd8d4b49a480f3f56' +
      'f108c407e9ab3f080d4a80bbf30845891d06a86c9e7424736be1a7c224723dbf692e1227a9115d47f378180c416fdfdc' +
      'f36faf4b2c4e4327b13498e9fd2900e1',
  ) as Bytes,
};
