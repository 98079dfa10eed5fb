/**
 * A TLS 1.2 connection with the main secret of its key log. Whoever has that has everything: both sides' keys,
 * Finished and all records follow from it and the two randoms in the clear (RFC 5246 §6.3).
 */
import { equal } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue, type Value } from '../../crypto/recorder.ts';
import { find } from '../../tls/extensions.ts';
import { fault, isTlsError } from '../../tls/failure.ts';
import type { Dialect } from '../../tls/messages/dialect.ts';
import type { ClientHello, HandshakeMessage, ServerHello } from '../../tls/messages/model.ts';
import {
  checkFinished,
  clientMessagesSigned,
  serverParamsSigned,
  type Tls12Signed,
} from '../../tls/proofs.ts';
import { openTls12, tls12Protection } from '../../tls/record/tls12.ts';
import type { Tls12Protection } from '../../tls/record/tls12-protection.ts';
import { contentTypes, type RecordForm } from '../../tls/record/view.ts';
import { keyOf } from '../../tls/proofs.ts';
import { tls12SchemeByCode } from '../../tls/registry/schemes.ts';
import { tls12SuiteByCode, type Tls12Suite } from '../../tls/registry/suite-parts.ts';
import { connectionKeys, verifyData, type ConnectionKeys, type Randoms } from '../../tls/schedule/tls12.ts';
import { signedParams } from '../../tls/tls12/key-exchange.ts';
import { Transcript } from '../../tls/transcript.ts';
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

function mainOf(secrets: ReadonlyMap<string, Bytes>): Value | undefined {
  const main = secrets.get('CLIENT_RANDOM');
  return main && { name: 'main_secret', bytes: main, secrecy: 'secret' };
}

const inTheClear: RecordForm = { kind: 'plaintext', explicit: 0, tag: 0 };

export class Tls12Listener implements Decryption {
  readonly #with: Listening;
  #certificates: CertificateCheck;
  /** The newest hello: a handshake may be followed by another one under its keys (RFC 5246 §7.4.1.2). */
  #hello: ClientHello | undefined;
  #suite: Tls12Suite | undefined;
  #randoms: Randoms | undefined;
  #main: Value | undefined;
  #keys: ConnectionKeys | undefined;
  #encryptThenMac = false;
  #answered = false;
  /** TLS 1.1 and older: read as far as it is in the clear. */
  readonly #old: boolean;
  /** All messages of the handshake were read. */
  #whole = true;
  /** Sides that have said ChangeCipherSpec: what follows is protected, if there are keys to see it. */
  readonly #changed = new Set<Side>();
  readonly #reading: Partial<Record<Side, Tls12Protection>> = {};
  #transcript = new Transcript();

  constructor(listening: Listening) {
    this.#with = listening;
    this.#certificates = new CertificateCheck(listening);
    const { hello, answer, version } = listening.connection;
    this.#hello = hello;
    this.#old = version !== undefined && version < 0x0303;
    this.#suite = answer && tls12SuiteByCode(answer.cipherSuite);
    this.#randoms = hello && answer && { client: hello.random, server: answer.random };
    this.#main = mainOf(listening.secrets);
  }

  get dialect(): Dialect {
    return { version: 0x0303, keyExchange: this.#suite?.keyExchange ?? 'ECDHE', old: this.#old };
  }

  async open(side: Side, record: Bytes, lost: number): Promise<Opened | Unreadable> {
    const { hello, answer } = this.#with.connection;
    if (!this.#changed.has(side)) {
      const isPlain = lost > 0 ? looksPlain(record) : record[0] !== contentTypes.application_data;
      if (isPlain) return { opened: { ...unprotected(record), ...(this.#answered && { form: inTheClear }) } };
      // Data before the keys are in place: the capture has missed the handshake, or the end of it.
      if (hello === undefined || answer === undefined || lost === 0) return 'no-handshake';
      await this.changeCipherSpec(side);
    }
    if (hello === undefined) return 'no-handshake';
    if (this.#old) return 'unsupported-version';
    if (this.#suite === undefined) return 'unsupported-suite';
    const protection = this.#reading[side];
    if (protection === undefined) return 'no-key';
    const fitting = lost > 0 ? await this.#fitting(protection, record, lost) : protection;
    if (fitting === undefined) return 'does-not-open';
    const opened = await openTls12(this.#with.sides[other(side)].recorder, fitting, record);
    if (isTlsError(opened)) return 'does-not-open';
    const { next, ...rest } = opened;
    this.#reading[side] = next;
    return { opened: rest, sequence: fitting.sequence };
  }

  /** Behind missing bytes: the number that opens it, tried without telling anybody. */
  async #fitting(
    protection: Tls12Protection,
    record: Bytes,
    lost: number,
  ): Promise<Tls12Protection | undefined> {
    const tries = numbersWithin(lost);
    for (let skip = 0; skip < tries; skip++) {
      const at = { ...protection, sequence: protection.sequence + skip };
      if (!isTlsError(await openTls12(this.#with.probe, at, record))) return at;
    }
    return undefined;
  }

  missed(): void {
    this.#whole = false;
  }

  passedOver(bytes: Bytes): void {
    this.#transcript = this.#transcript.add(bytes);
  }

  async changeCipherSpec(side: Side): Promise<void> {
    this.#changed.add(side);
    // Without a ClientKeyExchange: a session goes on (RFC 5077 §3.4 lets its id be empty), or the capture lost it.
    if (this.#keys === undefined) await this.#deriveKeys();
    if (this.#suite && this.#keys)
      this.#reading[side] = tls12Protection(this.#suite, this.#keys[side], this.#encryptThenMac);
    else delete this.#reading[side];
  }

  async after(side: Side, message: HandshakeMessage, bytes: Bytes): Promise<void> {
    const receiver = this.#with.sides[other(side)];
    switch (message.type) {
      case 'hello_request':
        // Not part of any transcript, RFC 5246 §7.4.1.1.
        return undefined;
      case 'client_hello':
        if (this.#changed.size > 0) this.#anew(message);
        break;
      case 'server_hello':
        return this.#onServerHello(message, bytes);
      case 'certificate':
        await this.#certificates.check(
          side,
          message.entries.map(({ certData }) => certData),
        );
        break;
      case 'server_key_exchange': {
        const { params, signature } = message;
        if (params?.kind === 'ecdhe') receiver.negotiated({ group: params.group });
        if (params && signature && this.#randoms) {
          await this.#verify(side, serverParamsSigned, signedParams(this.#randoms, params), signature);
          if (!this.#old) receiver.negotiated({ signatureScheme: signature.scheme });
        }
        break;
      }
      case 'certificate_verify': {
        const content: Value = {
          name: 'messages',
          bytes: this.#transcript.bytes,
          secrecy: 'transcript',
        };
        if (this.#whole) await this.#verify(side, clientMessagesSigned, content, message);
        if (!this.#old) receiver.negotiated({ clientSignatureScheme: message.scheme });
        break;
      }
      case 'client_key_exchange':
        this.#transcript = this.#transcript.add(bytes);
        return this.#deriveKeys();
      case 'finished':
        await this.#finished(side, message.verifyData);
        break;
      default:
        break;
    }
    this.#transcript = this.#transcript.add(bytes);
    return undefined;
  }

  /** A hello under the keys of the handshake before it. Until both sides change them, those go on protecting. */
  #anew(hello: ClientHello): void {
    this.#hello = hello;
    this.#certificates = new CertificateCheck(this.#with);
    this.#main = mainOf(this.#with.secretsOf(hello.random));
    this.#keys = undefined;
    this.#transcript = new Transcript();
    this.#whole = true;
  }

  async #onServerHello(message: ServerHello, bytes: Bytes): Promise<void> {
    const receiver = this.#with.sides.client;
    const { version } = this.#with.connection;
    const hello = this.#hello;
    if (this.#changed.size > 0) {
      this.#suite = tls12SuiteByCode(message.cipherSuite);
      this.#randoms = hello && { client: hello.random, server: message.random };
    }
    const { extensions, legacySessionIdEcho } = message;
    this.#answered = true;
    this.#encryptThenMac = find(extensions, 'encrypt_then_mac') !== undefined;
    const alpn = find(extensions, 'application_layer_protocol_negotiation')?.protocols[0];
    receiver.negotiated({
      ...(version !== undefined && { version }),
      suite: message.cipherSuite,
      ...(alpn !== undefined && { alpn }),
      ...(this.#suite &&
        !this.#old && {
          extendedMainSecret: find(extensions, 'extended_master_secret') !== undefined,
          encryptThenMac: this.#encryptThenMac && this.#suite.kind === 'block',
        }),
    });
    this.#transcript = this.#transcript.add(bytes);
    const echoed = legacySessionIdEcho.length > 0 && hello !== undefined;
    if (!echoed || !equal(legacySessionIdEcho, hello.legacySessionId)) return;
    // The session is known to both: no key exchange, the keys are there at once (RFC 5246 §7.3).
    receiver.negotiated({ resumed: true });
    await this.#deriveKeys();
  }

  async #deriveKeys(): Promise<void> {
    const { sides } = this.#with;
    if (this.#old) return;
    if (this.#suite === undefined || this.#main === undefined || this.#randoms === undefined) return;
    for (const side of ['client', 'server'] as const) {
      const party = sides[side];
      party.beginScope();
      party.work('derive_key_block');
      this.#keys = await connectionKeys(party.recorder, this.#suite, this.#main, this.#randoms);
    }
    if (this.#hello)
      sides.client.secret({
        label: 'CLIENT_RANDOM',
        clientRandom: this.#hello.random,
        secret: this.#main,
      });
  }

  async #verify(
    side: Side,
    signed: Tls12Signed,
    content: Value,
    { scheme: code, signature }: { readonly scheme: number; readonly signature: Bytes },
  ): Promise<void> {
    const leaf = this.#certificates.leafOf(side);
    const scheme = leaf && tls12SchemeByCode(code, keyOf(leaf));
    if (this.#old || leaf === undefined || scheme === undefined) return;
    const verifier = this.#with.sides[other(side)];
    verifier.beginScope();
    verifier.work(side === 'server' ? 'verify_signature' : 'verify_client_signature');
    const verified = await verifier.recorder.verify(
      `verify ${signed.name}`,
      scheme.signature,
      publicValue(`${side}_certificate_public_key`, leaf.subjectPublicKeyInfo),
      content,
      publicValue(signed.name, signature),
      signed.where,
    );
    if (verified) return;
    const detail = say('{} signature does not verify with the key of the certificate', scheme.name);
    verifier.failed(fault(signed.code, `${signed.at}.signature`, detail, signed.where));
  }

  async #finished(side: Side, found: Bytes): Promise<void> {
    const receiver = this.#with.sides[other(side)];
    if (this.#old || !this.#whole || this.#suite === undefined || this.#main === undefined) return;
    const hash = await this.#transcript.hash(receiver.recorder, this.#suite.prfHash);
    const expected = await verifyData(receiver.recorder, this.#suite, this.#main, side, hash);
    const wrong = checkFinished(expected, { type: 'finished', verifyData: found }, spec(5246, '7.4.9'));
    if (wrong) receiver.failed(wrong);
  }
}
