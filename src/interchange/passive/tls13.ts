/** A TLS 1.3 connection with the traffic secrets of its key log: what each side can compute, once more. */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue, type Value } from '../../crypto/recorder.ts';
import { find } from '../../tls/extensions.ts';
import { fault, isTlsError } from '../../tls/failure.ts';
import { tls13Dialect } from '../../tls/messages/dialect.ts';
import type { CertificateVerify, HandshakeMessage, ServerHello } from '../../tls/messages/model.ts';
import { certificateVerifyContent, checkFinished } from '../../tls/proofs.ts';
import { openRecord, protectionFor, type RecordProtection } from '../../tls/record/protection.ts';
import { contentTypes } from '../../tls/record/view.ts';
import { schemeByCode } from '../../tls/registry/schemes.ts';
import { suiteByCode, type CipherSuite } from '../../tls/registry/suites.ts';
import { finishedMac, nextTrafficSecret, trafficKeys } from '../../tls/schedule/tls13.ts';
import { Transcript } from '../../tls/transcript.ts';
import type { KeyLogLabel, NegotiatedValues } from '../../tls/connection/events.ts';
import type { Side } from '../capture/streams.ts';
import { CertificateCheck } from './certificate-check.ts';
import {
  farthest,
  other,
  unprotected,
  type Decryption,
  type Listening,
  type Opened,
  type Unreadable,
} from './decryption.ts';
import { say } from '../../bytes/say.ts';

interface Reading {
  /** In the order in which the sender uses them; the first is in use. */
  keys: RecordProtection[];
  secret?: Value;
}

const secretNames: Readonly<Record<Side, readonly (readonly [label: KeyLogLabel, name: string])[]>> = {
  client: [
    ['CLIENT_HANDSHAKE_TRAFFIC_SECRET', 'client_handshake_traffic_secret'],
    ['CLIENT_TRAFFIC_SECRET_0', 'client_application_traffic_secret_0'],
  ],
  server: [
    ['SERVER_HANDSHAKE_TRAFFIC_SECRET', 'server_handshake_traffic_secret'],
    ['SERVER_TRAFFIC_SECRET_0', 'server_application_traffic_secret_0'],
  ],
};

export class Tls13Listener implements Decryption {
  readonly dialect = tls13Dialect;
  readonly #with: Listening;
  readonly #certificates: CertificateCheck;
  readonly #suite: CipherSuite | undefined;
  readonly #reading: Readonly<Record<Side, Reading>> = { client: { keys: [] }, server: { keys: [] } };
  readonly #finishedSides = new Set<Side>();
  #transcript = new Transcript();
  /** ServerHello has gone by: what follows is protected. */
  #agreed = false;

  constructor(listening: Listening) {
    this.#with = listening;
    this.#certificates = new CertificateCheck(listening);
    const { answer } = listening.connection;
    this.#suite = answer && suiteByCode(answer.cipherSuite);
  }

  async open(side: Side, record: Bytes, unsure: boolean): Promise<Opened | Unreadable> {
    const [type] = record;
    if (type !== contentTypes.application_data) return { opened: unprotected(record) };
    if (this.#with.connection.hello === undefined) return 'no-handshake';
    if (this.#suite === undefined) return 'unsupported-suite';
    const reading = this.#reading[side];
    if (reading.keys.length === 0) return 'no-key';
    const protection = await this.#fitting(reading, record, unsure);
    if (protection === undefined) return 'does-not-open';
    const opened = await openRecord(this.#with.sides[other(side)].recorder, protection, record);
    if (isTlsError(opened)) return 'does-not-open';
    const { next, keyUpdateDue: _, ...rest } = opened;
    const used = reading.keys.findIndex(({ key }) => key === protection.key);
    reading.keys = [next, ...reading.keys.slice(used + 1)];
    return { opened: rest, sequence: protection.sequence };
  }

  /**
   * The keys and number that open a record. Mostly the next ones; behind missing bytes the number is unknown,
   * and a sender may have gone on to its next keys. Trying is not what a party did, so nobody records it.
   */
  async #fitting(reading: Reading, record: Bytes, unsure: boolean): Promise<RecordProtection | undefined> {
    if (reading.keys.length === 1 && !unsure) return reading.keys[0];
    for (const protection of reading.keys) {
      for (let skip = 0; skip < (unsure ? farthest : 1); skip++) {
        const at = { ...protection, sequence: protection.sequence + skip };
        if (!isTlsError(await openRecord(this.#with.probe, at, record))) return at;
      }
    }
    return undefined;
  }

  async after(side: Side, message: HandshakeMessage, bytes: Bytes): Promise<void> {
    const { sides } = this.#with;
    const receiver = sides[other(side)];
    switch (message.type) {
      case 'client_hello':
        this.#transcript = this.#transcript.add(bytes);
        return this.#offerEarlyData();
      case 'hello_retry_request': {
        const group = find(message.extensions, 'key_share_retry')?.selectedGroup;
        const suite = suiteByCode(message.cipherSuite);
        receiver.negotiated({
          version: 0x0304,
          suite: message.cipherSuite,
          helloRetryRequest: true,
          ...(group !== undefined && { group }),
        });
        if (suite) {
          const hashed = await this.#transcript.replaceByHash(receiver.recorder, suite.hash);
          this.#transcript = hashed.add(bytes);
        }
        return undefined;
      }
      case 'server_hello': {
        const group = find(message.extensions, 'key_share')?.shares[0]?.group;
        receiver.negotiated({
          version: 0x0304,
          suite: message.cipherSuite,
          ...(group !== undefined && { group }),
          ...this.#psk(message, group !== undefined),
        });
        this.#transcript = this.#transcript.add(bytes);
        this.#agreed = true;
        return this.#deriveKeys(0);
      }
      case 'encrypted_extensions': {
        const alpn = find(message.extensions, 'application_layer_protocol_negotiation')?.protocols[0];
        if (alpn !== undefined) receiver.negotiated({ alpn });
        if (find(this.#with.connection.hello?.extensions ?? null, 'early_data')) {
          const accepted = find(message.extensions, 'early_data') !== undefined;
          receiver.negotiated({ earlyData: accepted ? 'accepted' : 'rejected' });
        }
        break;
      }
      case 'certificate':
        await this.#certificates.check(
          side,
          message.entries.map(({ certData }) => certData),
        );
        break;
      case 'certificate_verify':
        await this.#verifySignature(side, message);
        break;
      case 'finished':
        return this.#finished(side, message.verifyData, bytes);
      case 'key_update':
        return this.#updateKeys(side);
      default:
        break;
    }
    // After the handshake nothing enters the transcript.
    if (message.type !== 'new_session_ticket') this.#transcript = this.#transcript.add(bytes);
    return undefined;
  }

  /** The identity that the server chose. Only tickets have an age, RFC 9846 §4.3.11. */
  #psk(message: ServerHello, share: boolean): NegotiatedValues {
    const chosen = find(message.extensions, 'pre_shared_key_selected')?.selectedIdentity;
    const offered = find(this.#with.connection.hello?.extensions ?? null, 'pre_shared_key')?.identities;
    const identity = chosen === undefined ? undefined : offered?.[chosen];
    if (identity === undefined) return {};
    return {
      psk: identity.obfuscatedTicketAge === 0 ? 'external' : 'resumption',
      pskMode: share ? 'psk_dhe_ke' : 'psk_ke',
    };
  }

  /** 0-RTT data goes under a key of its own, before ServerHello; only its key log line opens it. */
  async #offerEarlyData(): Promise<void> {
    const secret = this.#with.secrets.get('CLIENT_EARLY_TRAFFIC_SECRET');
    if (secret === undefined || this.#suite === undefined || this.#agreed) return;
    if (this.#reading.client.keys.length > 0) return;
    const value: Value = { name: 'client_early_traffic_secret', bytes: secret, secrecy: 'secret' };
    for (const by of ['client', 'server'] as const) {
      const party = this.#with.sides[by];
      party.beginScope();
      party.work('derive_early_keys');
      const keys = await trafficKeys(party.recorder, this.#suite, value);
      if (by === 'client') this.#reading.client.keys.push(protectionFor('early', this.#suite, keys));
    }
    this.#tellSecret('CLIENT_EARLY_TRAFFIC_SECRET', value);
  }

  #tellSecret(label: KeyLogLabel, secret: Value): void {
    const { hello } = this.#with.connection;
    if (hello) this.#with.sides.client.secret({ label, clientRandom: hello.random, secret });
  }

  /** Both sides derive keys: for the handshake (0) behind ServerHello, for data (1) behind the server's Finished. */
  async #deriveKeys(stage: 0 | 1): Promise<void> {
    const { sides, secrets } = this.#with;
    const suite = this.#suite;
    const lines = (['client', 'server'] as const).flatMap((side) => {
      const [label, name] = secretNames[side][stage] ?? [];
      const bytes = label && secrets.get(label);
      return label && name && bytes
        ? [{ side, label, value: { name, bytes, secrecy: 'secret' as const } }]
        : [];
    });
    if (suite === undefined || lines.length === 0) return;
    for (const by of ['client', 'server'] as const) {
      const party = sides[by];
      party.beginScope();
      party.work(stage === 0 ? 'derive_handshake_keys' : 'derive_application_keys');
      for (const { side, label, value } of lines) {
        const keys = await trafficKeys(party.recorder, suite, value);
        if (by !== 'client') continue;
        const level = stage === 0 ? 'handshake' : 'application';
        this.#reading[side].keys.push(protectionFor(level, suite, keys));
        if (stage === 1) this.#reading[side].secret = value;
        this.#tellSecret(label, value);
      }
    }
  }

  async #verifySignature(side: Side, message: CertificateVerify): Promise<void> {
    const leaf = this.#certificates.leafOf(side);
    const verifier = this.#with.sides[other(side)];
    const scheme = schemeByCode(message.scheme);
    if (this.#suite === undefined || leaf === undefined || scheme === undefined) return;
    verifier.beginScope();
    verifier.work(side === 'server' ? 'verify_signature' : 'verify_client_signature');
    const hash = await this.#transcript.hash(verifier.recorder, this.#suite.hash);
    const verified = await verifier.recorder.verify(
      `verify ${side}_certificate_verify`,
      scheme.signature,
      publicValue(`${side}_certificate_public_key`, leaf.subjectPublicKeyInfo),
      certificateVerifyContent(side, hash),
      publicValue(`${side}_certificate_verify`, message.signature),
      spec(9846, '4.5.2'),
    );
    verifier.negotiated(
      side === 'server' ? { signatureScheme: message.scheme } : { clientSignatureScheme: message.scheme },
    );
    if (verified) return;
    const detail = say('{} signature does not verify with the key of the certificate', scheme.name);
    verifier.failed(
      fault('bad-certificate-verify', 'CertificateVerify.signature', detail, spec(9846, '4.5.2')),
    );
  }

  async #finished(side: Side, verifyData: Bytes, bytes: Bytes): Promise<void> {
    const receiver = this.#with.sides[other(side)];
    const [label, name] = secretNames[side][0] ?? [];
    const secret = label && this.#with.secrets.get(label);
    const handshake: Value | undefined =
      name !== undefined && secret ? { name, bytes: secret, secrecy: 'secret' } : undefined;
    // After the handshake a Finished is made with the traffic secret of the day, RFC 9846 §4.5.3.
    const base = this.#finishedSides.has(side) ? this.#reading[side].secret : handshake;
    this.#finishedSides.add(side);
    if (this.#suite && base) {
      const hash = await this.#transcript.hash(receiver.recorder, this.#suite.hash);
      const expected = await finishedMac(receiver.recorder, this.#suite.hash, base, hash);
      const wrong = checkFinished(expected, { type: 'finished', verifyData });
      if (wrong) receiver.failed(wrong);
    }
    this.#transcript = this.#transcript.add(bytes);
    if (side === 'server') await this.#deriveKeys(1);
    // Its sender has changed its keys.
    const reading = this.#reading[side];
    if (reading.keys.length > 1) reading.keys.shift();
  }

  /** The sender's next record is under its next secret, RFC 9846 §7.2. */
  async #updateKeys(side: Side): Promise<void> {
    const reading = this.#reading[side];
    if (this.#suite === undefined || reading.secret === undefined) return;
    for (const by of [other(side), side] as const) {
      const { recorder } = this.#with.sides[by];
      const next = await nextTrafficSecret(recorder, this.#suite.hash, reading.secret);
      const keys = await trafficKeys(recorder, this.#suite, next);
      if (by === side) {
        reading.keys = [protectionFor('application', this.#suite, keys)];
        reading.secret = next;
      }
    }
  }
}
