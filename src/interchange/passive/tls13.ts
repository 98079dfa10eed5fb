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
  looksPlain,
  numbersWithin,
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

/** 0: for the handshake, 1: for data. */
type Stage = 0 | 1;

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
  readonly #stages = new Set<Stage>();
  readonly #changed = new Set<Side>();
  #transcript = new Transcript();
  /** Up to the client's Finished: what is asked for later is signed over this and its own messages (RFC 9846 §4.5). */
  #handshake: Transcript | undefined;
  /** All messages of the handshake were read, and all since. */
  #whole = { handshake: true, since: true };
  /** ServerHello has gone by: what follows is protected. */
  #agreed = false;

  constructor(listening: Listening) {
    this.#with = listening;
    this.#certificates = new CertificateCheck(listening);
    const { answer } = listening.connection;
    this.#suite = answer && suiteByCode(answer.cipherSuite);
  }

  async open(side: Side, record: Bytes, lost: number): Promise<Opened | Unreadable> {
    const [type] = record;
    const { hello, answer } = this.#with.connection;
    if (type === contentTypes.change_cipher_spec) this.#changed.add(side);
    // Without both hellos it may be a connection of TLS 1.2, whose protected records keep their type.
    const isSure = hello !== undefined && (answer !== undefined || !this.#changed.has(side));
    if (type !== contentTypes.application_data && (isSure || looksPlain(record)))
      return { opened: unprotected(record) };
    if (hello === undefined) return 'no-handshake';
    if (answer === undefined) return 'no-answer';
    if (this.#suite === undefined) return 'unsupported-suite';
    const reading = this.#reading[side];
    const protection = await this.#fitting(side, record, lost);
    if (protection === undefined) return this.#hasKeyFor(side) ? 'does-not-open' : 'no-key';
    const opened = await openRecord(this.#with.sides[other(side)].recorder, protection, record);
    if (isTlsError(opened)) return 'does-not-open';
    const { next, keyUpdateDue: _, ...rest } = opened;
    const used = reading.keys.findIndex(({ key }) => key === protection.key);
    reading.keys = [next, ...reading.keys.slice(used + 1)];
    return { opened: rest, sequence: protection.sequence };
  }

  /** Whether the key log has the secret that this side should be sending under. */
  #hasKeyFor(side: Side): boolean {
    const stage = this.#finishedSides.has(side) ? 1 : 0;
    const [label] = secretNames[side][stage] ?? [];
    return label !== undefined && this.#with.secrets.has(label);
  }

  /**
   * The keys and number that open a record. Mostly the next ones; behind missing bytes the number is unknown,
   * and a sender may have gone on to its next keys. Trying is not what a party did, so nobody records it.
   */
  async #fitting(side: Side, record: Bytes, lost: number): Promise<RecordProtection | undefined> {
    const { keys } = this.#reading[side];
    const label = secretNames[side][0]?.[0];
    const complete = label !== undefined && this.#with.secrets.has(label);
    // Without a line for the handshake its records stay closed, and the first that opens is data.
    if (keys.length === 1 && lost === 0 && complete) return keys[0];
    const found = await this.#tried(keys, record, lost);
    if (found !== undefined || lost === 0) return found;
    // The message that would have told of other keys is among the missing bytes: Finished, or a KeyUpdate.
    if (this.#agreed && !this.#stages.has(1)) {
      await this.#deriveKeys(1);
      return this.#tried(this.#reading[side].keys, record, lost);
    }
    const { secret } = this.#reading[side];
    if (secret === undefined || this.#suite === undefined) return undefined;
    const next = await nextTrafficSecret(this.#with.probe, this.#suite.hash, secret);
    const updated = await trafficKeys(this.#with.probe, this.#suite, next);
    const after = await this.#tried([protectionFor('application', this.#suite, updated)], record, lost);
    if (after === undefined) return undefined;
    await this.#updateKeys(side);
    return { ...after, ...this.#reading[side].keys[0], sequence: after.sequence };
  }

  async #tried(
    keys: readonly RecordProtection[],
    record: Bytes,
    lost: number,
  ): Promise<RecordProtection | undefined> {
    const tries = numbersWithin(lost);
    for (const protection of keys) {
      for (let skip = 0; skip < tries; skip++) {
        const at = { ...protection, sequence: protection.sequence + skip };
        if (!isTlsError(await openRecord(this.#with.probe, at, record))) return at;
      }
    }
    return undefined;
  }

  missed(): void {
    this.#whole = { handshake: this.#whole.handshake && this.#handshake !== undefined, since: false };
  }

  passedOver(bytes: Bytes): void {
    this.#transcript = this.#transcript.add(bytes);
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
        await this.#deriveKeys(0);
        // Nobody will see this Finished, behind which both sides derive the next ones.
        if (!this.#with.secrets.has('SERVER_HANDSHAKE_TRAFFIC_SECRET')) await this.#deriveKeys(1);
        return undefined;
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
      case 'certificate_request':
        if (this.#handshake === undefined) break;
        this.#transcript = this.#handshake;
        this.#whole = { ...this.#whole, since: this.#whole.handshake };
        break;
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
  async #deriveKeys(stage: Stage): Promise<void> {
    const { sides, secrets } = this.#with;
    const suite = this.#suite;
    if (this.#stages.has(stage)) return;
    this.#stages.add(stage);
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
    if (!this.#whole.since) return;
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
    const first = !this.#finishedSides.has(side);
    // After the handshake a Finished is made with the traffic secret of the day, RFC 9846 §4.5.3.
    const base = first ? handshake : this.#reading[side].secret;
    this.#finishedSides.add(side);
    if (this.#suite && base && this.#whole.since) {
      const hash = await this.#transcript.hash(receiver.recorder, this.#suite.hash);
      const expected = await finishedMac(receiver.recorder, this.#suite.hash, base, hash);
      const wrong = checkFinished(expected, { type: 'finished', verifyData });
      if (wrong) receiver.failed(wrong);
    }
    this.#transcript = this.#transcript.add(bytes);
    // Behind the server's; it may be among the missing bytes, but the client's comes after it.
    await this.#deriveKeys(1);
    if (side === 'client') this.#handshake ??= this.#transcript;
    if (!first) return;
    // Its sender has changed its keys: to none at all, if the key log has no more.
    const reading = this.#reading[side];
    reading.keys = reading.keys.filter(({ level }) => level === 'application');
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
