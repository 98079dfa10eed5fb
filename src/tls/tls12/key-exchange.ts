/**
 * The key exchanges of TLS 1.2: how both sides come to the premaster secret (RFC 5246 §7.4.3, §7.4.7, §8.1).
 *
 * One agreement (RSA, finite-field or elliptic-curve Diffie-Hellman, or none), and a PSK around it where the
 * suite has one (RFC 4279, RFC 5489). The server's half of a Diffie-Hellman is made for the connection, or is the
 * key in its certificate; the client's half is always made for the connection.
 */
import { concat } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import { readPrivateKey, readPublicKey } from '../../crypto/key-formats.ts';
import type { Bytes, CurveName, FfdhGroup } from '../../crypto/port.ts';
import { publicValue, type Recorder, type Value } from '../../crypto/recorder.ts';
import type { Certificate } from '../../x509/certificate.ts';
import type { TlsError } from '../errors.ts';
import { fault } from '../failure.ts';
import type { ServerParams } from '../messages/model.ts';
import { encodeServerParams } from '../messages/tls12.ts';
import { exchangeParts } from '../registry/exchange.ts';
import { groupByCode, type NamedGroup } from '../registry/groups.ts';
import type { KeyExchangeName } from '../registry/suite-parts.ts';
import type { Randoms } from '../schedule/tls12.ts';
import { say } from '../../bytes/say.ts';

/** A group in which the two sides agree; TLS 1.2 has no hybrids. */
export type DhGroup =
  | { readonly kind: 'ecdh'; readonly curve: CurveName; readonly length: number }
  | { readonly kind: 'dh'; readonly group: FfdhGroup };

interface KeyPair {
  readonly privateKey: Value;
  readonly publicKey: Value;
}

/** The server's half, with what it keeps to itself until the client's comes. */
export interface OwnHalf {
  readonly group: DhGroup;
  readonly pair: KeyPair;
}

/** The server's half as the client sees it. */
export interface PeerHalf {
  readonly group: DhGroup;
  readonly publicKey: Value;
  /** The field it came in. */
  readonly at: string;
}

/** What a client sends, and the secret it stands for. */
export interface ClientHalf {
  readonly exchange: Bytes | undefined;
  readonly premaster: Value;
}

export interface Tls12Psk {
  readonly identity: Bytes;
  readonly key: Bytes;
}

/** The one curve of a group; undefined for hybrids, which came with TLS 1.3. */
export function curveOf(group: NamedGroup): Extract<DhGroup, { readonly kind: 'ecdh' }> | undefined {
  const [part] = group.parts;
  if (group.parts.length !== 1 || part?.kind !== 'dh') return undefined;
  return { kind: 'ecdh', curve: part.curve, length: part.length };
}

/** The server's half for one connection. */
export async function makeOwnHalf(rec: Recorder, group: DhGroup): Promise<OwnHalf> {
  const name = `server_${partName(group)}`;
  const pair =
    group.kind === 'ecdh'
      ? await rec.generateDhKeyPair(name, group.curve, spec(8422, '5.4'))
      : await rec.generateFfdhKeyPair(name, group.group, spec(5246, '7.4.3'));
  return { group, pair };
}

/** ServerDHParams or ServerECDHParams of a half. `group` is the code point of the curve. */
export function paramsOf(half: OwnHalf, group: number): ServerParams {
  const { bytes } = half.pair.publicKey;
  if (half.group.kind === 'ecdh') return { kind: 'ecdhe', group, point: bytes };
  const { p, g } = half.group.group;
  return { kind: 'dhe', p, g, y: bytes };
}

/** The content of the signature in ServerKeyExchange: both randoms, so that it fits no other handshake. */
export function signedParams(randoms: Randoms, params: ServerParams): Value {
  const bytes = concat(randoms.client, randoms.server, encodeServerParams(params));
  return { name: 'server_key_exchange_content', bytes, secrecy: 'public' };
}

/** Judges the parameters of a ServerKeyExchange. `offered` are the groups of the ClientHello. */
export function halfOfParams(params: ServerParams, offered: readonly number[]): PeerHalf | TlsError {
  const at = 'ServerKeyExchange.params';
  if (params.kind === 'ecdhe') {
    const named = groupByCode(params.group);
    const group = named && curveOf(named);
    if (group === undefined || !offered.includes(params.group)) {
      const detail = say('group 0x{} was not offered', params.group.toString(16).padStart(4, '0'));
      return fault('unoffered-group', `${at}.curve_params.namedcurve`, detail, spec(8422, '5.4'));
    }
    const publicKey = publicValue(`server_${partName(group)}_public_key`, params.point);
    return { group, publicKey, at: `${at}.public` };
  }
  const bits = bitsOf(params.p);
  if (bits < fewestBits || (params.p.at(-1) ?? 0) % 2 === 0) {
    const detail = say(
      'dh_p has {} bits, or is even; an odd prime of at least {} is needed',
      bits,
      fewestBits,
    );
    return fault('illegal-dh-parameters', `${at}.dh_p`, detail, spec(7919, '5.1'));
  }
  if (bits > mostBits) {
    const detail = say('dh_p has {} bits; more than {} cost too much time', bits, mostBits);
    return fault('illegal-dh-parameters', `${at}.dh_p`, detail, spec(7919, '5.1'));
  }
  const group: DhGroup = { kind: 'dh', group: { name: 'DH', p: params.p, g: params.g } };
  return { group, publicKey: publicValue('server_dh_public_key', params.y), at: `${at}.dh_Ys` };
}

/** Weaker than any implementation of today takes: breaking small groups is one of the things to see here. */
const fewestBits = 512;
const mostBits = 8_192;

/** The key in the certificate as the server's half of a static exchange. */
export function halfOfCertificate(leaf: Certificate, keyExchange: KeyExchangeName): PeerHalf | TlsError {
  const key = readPublicKey(leaf.subjectPublicKeyInfo);
  const { agreement } = exchangeParts(keyExchange);
  const at = 'Certificate.certificate_list.[0]';
  if (agreement === 'dh' && key?.kind === 'DH') {
    return { group: { kind: 'dh', group: key.group }, publicKey: staticKey(key.publicValue), at };
  }
  if (agreement === 'ecdh' && key !== undefined && 'point' in key && isCurve(key.kind)) {
    const group = { kind: 'ecdh', curve: key.kind, length: key.point.length } as const;
    return { group, publicKey: staticKey(key.point), at };
  }
  return doesNotFit(leaf, keyExchange);
}

/** The server's own half of a static exchange. Undefined where its key is of another kind. */
export function ownHalfOfCredential(leaf: Certificate, pkcs8: Bytes): OwnHalf | undefined {
  const publicKey = readPublicKey(leaf.subjectPublicKeyInfo);
  const privateKey = readPrivateKey(pkcs8);
  const secret = (bytes: Bytes): Value => ({ name: 'server_static_private_key', bytes, secrecy: 'secret' });
  if (publicKey?.kind === 'DH' && privateKey?.kind === 'DH') {
    const pair = { publicKey: staticKey(publicKey.publicValue), privateKey: secret(privateKey.x) };
    return { group: { kind: 'dh', group: publicKey.group }, pair };
  }
  if (publicKey === undefined || privateKey === undefined) return undefined;
  if (!('point' in publicKey) || !('scalar' in privateKey) || !isCurve(publicKey.kind)) return undefined;
  const pair = { publicKey: staticKey(publicKey.point), privateKey: secret(privateKey.scalar) };
  return { group: { kind: 'ecdh', curve: publicKey.kind, length: publicKey.point.length }, pair };
}

/** Client, Diffie-Hellman: makes its half and agrees. */
export async function answerHalf(
  rec: Recorder,
  half: PeerHalf,
  name: string,
): Promise<{ readonly exchange: Bytes; readonly secret: Value } | TlsError> {
  const { group } = half;
  const own = `client_${partName(group)}`;
  const pair =
    group.kind === 'ecdh'
      ? await rec.generateDhKeyPair(own, group.curve, spec(8422, '5.7'))
      : await rec.generateFfdhKeyPair(own, group.group, spec(5246, '7.4.7.2'));
  const secret = await agree(rec, name, { group, pair }, half.publicKey);
  if (secret === undefined) return invalidHalf(group, half.at);
  return { exchange: pair.publicKey.bytes, secret };
}

/** Server, Diffie-Hellman: agrees with what the client sent. */
export async function finishHalf(
  rec: Recorder,
  own: OwnHalf,
  exchange: Bytes,
  name: string,
): Promise<Value | TlsError> {
  const { group } = own;
  const at = `ClientKeyExchange.${group.kind === 'ecdh' ? 'ecdh_Yc' : 'dh_Yc'}`;
  const peer = publicValue(`client_${partName(group)}_public_key`, exchange);
  return (await agree(rec, name, own, peer)) ?? invalidHalf(group, at);
}

async function agree(rec: Recorder, name: string, own: OwnHalf, peer: Value): Promise<Value | undefined> {
  const { group, pair } = own;
  if (group.kind === 'dh') {
    return rec.agreeFfdh(name, group.group, pair, peer, spec(5246, '8.1.2'), { stripZeros: true });
  }
  // A key of another length is none of this curve.
  if (peer.bytes.length !== group.length) return undefined;
  return rec.agree(name, group.curve, pair, peer, spec(8422, '5.10'));
}

/**
 * Client, RSA: the premaster secret is the version it offered and 46 random bytes, encrypted with the key in the
 * server's certificate (RFC 5246 §7.4.7.1).
 */
export async function encryptPremaster(
  rec: Recorder,
  leaf: Certificate,
  offeredVersion: number,
  keyExchange: KeyExchangeName,
  name: string,
): Promise<{ readonly exchange: Bytes; readonly secret: Value } | TlsError> {
  const at = spec(5246, '7.4.7.1');
  const secret = makePremaster(rec, offeredVersion, name, 'premaster_random');
  const publicKey = publicValue('server_certificate_public_key', leaf.subjectPublicKeyInfo);
  const encrypted = await rec.rsaEncrypt('encrypted_premaster_secret', publicKey, secret, at);
  return encrypted === undefined ? doesNotFit(leaf, keyExchange) : { exchange: encrypted.bytes, secret };
}

/**
 * Server, RSA. Wrong padding, a wrong length and a wrong version all end in a premaster secret that nobody knows,
 * drawn before the ciphertext is looked at: the handshake then fails at Finished like any other with wrong keys,
 * and an attacker learns nothing (Bleichenbacher 1998, ROBOT 2017; RFC 5246 §7.4.7.1).
 */
export async function decryptPremaster(
  rec: Recorder,
  privateKey: Bytes,
  ciphertext: Bytes,
  offeredVersion: number,
  name: string,
): Promise<Value> {
  const at = spec(5246, '7.4.7.1');
  const random = rec.random('premaster_fallback', 46, at, 'secret');
  const key: Value = { name: 'server_private_key', bytes: privateKey, secrecy: 'secret' };
  const sealed = publicValue('encrypted_premaster_secret', ciphertext);
  const opened = await rec.rsaDecrypt(name, key, sealed, at);
  const version = opened && (opened.bytes[0] ?? 0) * 256 + (opened.bytes[1] ?? 0);
  if (opened?.bytes.length === premasterLength && version === offeredVersion) return opened;
  return rec.concatenate(`${name}_fallback`, [versionValue(offeredVersion), random], at);
}

/** `struct { uint16 length; opaque other_secret; uint16 length; opaque psk; }`, RFC 4279 §2 to §4, RFC 5489 §2. */
export function pskPremaster(rec: Recorder, other: Value | undefined, psk: Tls12Psk): Value {
  const key: Value = { name: 'external_psk', bytes: psk.key, secrecy: 'secret' };
  // Without another secret, as many zeros as the key is long stand in its place.
  const first = other ?? publicValue('zeros', new Uint8Array(psk.key.length));
  return rec.concatenate(
    'premaster_secret',
    [lengthValue('other_secret_length', first), first, lengthValue('psk_length', key), key],
    spec(4279, '2'),
  );
}

const premasterLength = 48;

function makePremaster(rec: Recorder, version: number, name: string, randomName: string): Value {
  const at = spec(5246, '7.4.7.1');
  const random = rec.random(randomName, premasterLength - 2, at, 'secret');
  return rec.concatenate(name, [versionValue(version), random], at);
}

function versionValue(version: number): Value {
  return publicValue('client_version', Uint8Array.of(version >> 8, version & 0xff));
}

function lengthValue(name: string, { bytes }: Value): Value {
  return publicValue(name, Uint8Array.of(bytes.length >> 8, bytes.length & 0xff));
}

function staticKey(bytes: Bytes): Value {
  return publicValue('server_static_public_key', bytes);
}

/** 'x25519', 'p256', 'dh': part of the names of values, the same on both sides. */
function partName(group: DhGroup): string {
  return group.kind === 'dh' ? 'dh' : group.curve.toLowerCase().replaceAll('-', '');
}

function isCurve(kind: string): kind is 'P-256' | 'P-384' | 'P-521' {
  return kind === 'P-256' || kind === 'P-384' || kind === 'P-521';
}

function bitsOf(number: Bytes): number {
  const first = number.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : 8 * (number.length - first) - Math.clz32(number[first] ?? 0) + 24;
}

function invalidHalf(group: DhGroup, at: string): TlsError {
  const detail =
    group.kind === 'dh' ? say('no valid Diffie-Hellman value') : say('no valid {} public key', group.curve);
  const where = group.kind === 'dh' ? spec(7919, '5.1') : spec(8422, '5.11');
  return fault('invalid-key-share', at, detail, where);
}

function doesNotFit(leaf: Certificate, keyExchange: KeyExchangeName): TlsError {
  const detail = say('a certificate with a key of type {} cannot serve {}', leaf.publicKey.kind, keyExchange);
  return fault(
    'certificate-does-not-fit-suite',
    'Certificate.certificate_list.[0]',
    detail,
    spec(5246, '7.4.2'),
  );
}
