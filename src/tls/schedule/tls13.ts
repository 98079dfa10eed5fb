/**
 * The key schedule of TLS 1.3, RFC 9846 §7.1, §7.2 and §7.3.
 *
 * Every function computes through the recorder and gives its results stable names, so that both
 * parties call the same thing the same. Labels on the wire still say 'master' where RFC 9846 says
 * main secret: the strings did not change with the term.
 *
 *     early_secret ── derived_early ── handshake_secret ── derived_handshake ── main_secret
 *                                            │                                      │
 *                              {client,server}_handshake_     {client,server}_application_traffic_secret_0,
 *                                     traffic_secret               exporter_secret, resumption_secret
 */
import { spec } from '../../bytes/spec.ts';
import { type HashName, aeadKeyLength, aeadNonceLength, hashLength } from '../../crypto/port.ts';
import { type Recorder, type Value, publicValue, zeros } from '../../crypto/recorder.ts';
import type { CipherSuite } from '../registry/suites.ts';

/** What the schedule yields once both key shares are known: after ServerHello. */
export interface HandshakeSecrets {
  /** `handshake_secret` */
  readonly handshakeSecret: Value;
  /** `client_handshake_traffic_secret` */
  readonly clientHandshakeTrafficSecret: Value;
  /** `server_handshake_traffic_secret` */
  readonly serverHandshakeTrafficSecret: Value;
}

/** What the schedule yields after the server's Finished. */
export interface MainSecrets {
  /** `main_secret` */
  readonly mainSecret: Value;
  /** `client_application_traffic_secret_0` */
  readonly clientApplicationTrafficSecret: Value;
  /** `server_application_traffic_secret_0` */
  readonly serverApplicationTrafficSecret: Value;
  /** `exporter_secret` */
  readonly exporterSecret: Value;
}

/** Key and IV of one direction, RFC 9846 §7.3. */
export interface TrafficKeys {
  /** Length as the suite's AEAD wants it. */
  readonly key: Value;
  /** 12 bytes; each record's nonce is made of it (§5.3). */
  readonly iv: Value;
}

/**
 * Early Secret = HKDF-Extract(0, PSK), RFC 9846 §7.1. Named `early_secret`. Without a PSK a string
 * of Hash.length zeros takes its place.
 */
export function earlySecret(rec: Recorder, hash: HashName, psk: Value = zeros(hash)): Promise<Value> {
  return rec.hkdfExtract('early_secret', hash, zeros(hash), psk);
}

/** The Early Secret of a connection whose client offered a PSK that the server did not take: a second one, of zeros. */
export function earlySecretWithoutPsk(rec: Recorder, hash: HashName): Promise<Value> {
  return rec.hkdfExtract('early_secret_without_psk', hash, zeros(hash), zeros(hash));
}

/**
 * From the early secret to the handshake traffic secrets, RFC 9846 §7.1.
 * `sharedSecret` is the (EC)DHE output, or both halves of a hybrid; `transcriptHash` covers
 * ClientHello...ServerHello.
 */
export async function handshakeSecrets(
  rec: Recorder,
  hash: HashName,
  early: Value,
  sharedSecret: Value,
  transcriptHash: Value,
): Promise<HandshakeSecrets> {
  const salt = await derivedSecret(rec, 'derived_early', hash, early);
  const handshakeSecret = await rec.hkdfExtract('handshake_secret', hash, salt, sharedSecret);
  const derive = (name: string, label: string): Promise<Value> =>
    deriveSecret(rec, name, hash, handshakeSecret, label, transcriptHash);
  const [clientHandshakeTrafficSecret, serverHandshakeTrafficSecret] = await Promise.all([
    derive('client_handshake_traffic_secret', 'c hs traffic'),
    derive('server_handshake_traffic_secret', 's hs traffic'),
  ]);
  return { handshakeSecret, clientHandshakeTrafficSecret, serverHandshakeTrafficSecret };
}

/**
 * From the handshake secret to the application traffic secrets, RFC 9846 §7.1.
 * `transcriptHash` covers ClientHello...server Finished. No new secret enters: the second input of
 * the extraction is a string of zeros.
 */
export async function mainSecrets(
  rec: Recorder,
  hash: HashName,
  handshakeSecret: Value,
  transcriptHash: Value,
): Promise<MainSecrets> {
  const salt = await derivedSecret(rec, 'derived_handshake', hash, handshakeSecret);
  const mainSecret = await rec.hkdfExtract('main_secret', hash, salt, zeros(hash));
  const derive = (name: string, label: string): Promise<Value> =>
    deriveSecret(rec, name, hash, mainSecret, label, transcriptHash);
  const [clientApplicationTrafficSecret, serverApplicationTrafficSecret, exporterSecret] = await Promise.all([
    derive('client_application_traffic_secret_0', 'c ap traffic'),
    derive('server_application_traffic_secret_0', 's ap traffic'),
    derive('exporter_secret', 'exp master'),
  ]);
  return { mainSecret, clientApplicationTrafficSecret, serverApplicationTrafficSecret, exporterSecret };
}

/** `resumption_secret`; `transcriptHash` covers ClientHello...client Finished. RFC 9846 §7.1. */
export function resumptionSecret(
  rec: Recorder,
  hash: HashName,
  mainSecret: Value,
  transcriptHash: Value,
): Promise<Value> {
  return deriveSecret(rec, 'resumption_secret', hash, mainSecret, 'res master', transcriptHash);
}

/** PSK of the `ticket`th ticket of a connection, RFC 9846 §4.7.1. Named `resumption_psk_1`, … */
export function resumptionPsk(
  rec: Recorder,
  hash: HashName,
  resumption: Value,
  ticketNonce: Value,
  ticket = 1,
): Promise<Value> {
  return rec.hkdfExpandLabel(
    `resumption_psk_${ticket}`,
    hash,
    resumption,
    'resumption',
    ticketNonce,
    hashLength[hash],
  );
}

/** Secrets that exist before ServerHello, RFC 9846 §7.1: for PSK binders and 0-RTT data. */
export async function earlyDataSecrets(
  rec: Recorder,
  hash: HashName,
  early: Value,
  transcriptHash: Value,
): Promise<{ readonly clientEarlyTrafficSecret: Value; readonly earlyExporterSecret: Value }> {
  return {
    clientEarlyTrafficSecret: await deriveSecret(
      rec,
      'client_early_traffic_secret',
      hash,
      early,
      'c e traffic',
      transcriptHash,
    ),
    earlyExporterSecret: await deriveSecret(
      rec,
      'early_exporter_secret',
      hash,
      early,
      'e exp master',
      transcriptHash,
    ),
  };
}

/** `binder_key` of a PSK: 'res' from a ticket, 'ext' provisioned otherwise. RFC 9846 §4.3.11.2. */
export async function binderKey(
  rec: Recorder,
  hash: HashName,
  early: Value,
  kind: 'res' | 'ext',
): Promise<Value> {
  return deriveSecret(rec, 'binder_key', hash, early, `${kind} binder`, await emptyHash(rec, hash));
}

/**
 * Key and IV of one direction, RFC 9846 §7.3. Names follow the secret's:
 * client_handshake_traffic_secret -> client_handshake_key, client_handshake_iv;
 * server_application_traffic_secret_1 -> server_application_key_1, server_application_iv_1.
 */
export async function trafficKeys(rec: Recorder, suite: CipherSuite, secret: Value): Promise<TrafficKeys> {
  const { key: keyName, iv: ivName } = trafficKeyNames(secret.name);
  const keyLength = aeadKeyLength[suite.aead];
  const [key, iv] = await Promise.all([
    rec.hkdfExpandLabel(keyName, suite.hash, secret, 'key', noContext, keyLength),
    rec.hkdfExpandLabel(ivName, suite.hash, secret, 'iv', noContext, aeadNonceLength),
  ]);
  return { key, iv };
}

/**
 * verify_data of a Finished, RFC 9846 §4.5.3: HMAC(finished_key, transcript hash). Hash.length bytes.
 * Named `client_verify_data` or `server_verify_data` after the secret's owner (a binder: `binder`).
 */
export async function finishedMac(
  rec: Recorder,
  hash: HashName,
  trafficSecret: Value,
  transcriptHash: Value,
): Promise<Value> {
  // After the handshake the client's Finished is made with an application secret, RFC 9846 §4.5.
  const later = trafficSecret.name.includes('_application_') ? '_post_handshake' : '';
  const owner = `${ownerOf(trafficSecret.name)}${later}`;
  const key = await rec.hkdfExpandLabel(
    `${owner}_finished_key`,
    hash,
    trafficSecret,
    'finished',
    noContext,
    hashLength[hash],
  );
  const name = owner === 'binder' ? 'binder' : `${owner}_verify_data`;
  return rec.hmac(name, hash, key, transcriptHash, spec(9846, '4.5.3'));
}

/**
 * The next application traffic secret of one direction after a KeyUpdate, RFC 9846 §7.2:
 * client_application_traffic_secret_0 -> client_application_traffic_secret_1.
 */
export function nextTrafficSecret(rec: Recorder, hash: HashName, secret: Value): Promise<Value> {
  const parts = /^(.*_traffic_secret)_(\d+)$/.exec(secret.name);
  if (parts === null)
    throw new Error(`${secret.name} has no successor: only application traffic secrets are updated`);
  const name = `${parts[1]}_${Number(parts[2]) + 1}`;
  return rec.hkdfExpandLabel(name, hash, secret, 'traffic upd', noContext, hashLength[hash]);
}

/**
 * Derive-Secret(Secret, Label, Messages), RFC 9846 §7.1: HKDF-Expand-Label with the transcript hash
 * as context and Hash.length bytes of output.
 */
function deriveSecret(
  rec: Recorder,
  name: string,
  hash: HashName,
  secret: Value,
  label: string,
  transcriptHash: Value,
): Promise<Value> {
  return rec.hkdfExpandLabel(name, hash, secret, label, transcriptHash, hashLength[hash]);
}

/** Derive-Secret(., "derived", ""): separates one extraction from the next, RFC 9846 §7.1. */
async function derivedSecret(rec: Recorder, name: string, hash: HashName, secret: Value): Promise<Value> {
  return deriveSecret(rec, name, hash, secret, 'derived', await emptyHash(rec, hash));
}

const emptyHashes = new WeakMap<Recorder, Map<HashName, Promise<Value>>>();

/** Hash(""), the context of 'derived' and of the binders: computed once by each party, and public. */
function emptyHash(rec: Recorder, hash: HashName): Promise<Value> {
  const known = emptyHashes.get(rec) ?? new Map<HashName, Promise<Value>>();
  emptyHashes.set(rec, known);
  const value =
    known.get(hash) ??
    rec.hash('empty_hash', hash, publicValue('empty', new Uint8Array()), spec(9846, '7.1'));
  known.set(hash, value);
  return value;
}

const noContext = publicValue('no_context', new Uint8Array());

function trafficKeyNames(secretName: string): { readonly key: string; readonly iv: string } {
  const parts = /^(.+)_traffic_secret(_\d+)?$/.exec(secretName);
  if (parts === null) throw new Error(`${secretName} is no traffic secret`);
  const generation = parts[2] ?? '';
  return { key: `${parts[1]}_key${generation}`, iv: `${parts[1]}_iv${generation}` };
}

function ownerOf(secretName: string): string {
  const owner = /^(client|server|binder)_/.exec(secretName)?.[1];
  if (owner === undefined) throw new Error(`${secretName} makes no Finished`);
  return owner;
}
