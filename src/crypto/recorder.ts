/**
 * The recorder: the only way the protocol computes anything.
 *
 * Wraps a Provider for one party and writes an Operation for every call: what went in, what came
 * out, why, by which paragraph, by which backend, how long it took. The who-knows-what of a run is
 * computed from these records (lab/knowledge.ts), so inputs and outputs carry what they are.
 */
import type { Spec } from '../bytes/spec.ts';
import { spec } from '../bytes/spec.ts';
import { concat, utf8 } from '../bytes/hex.ts';
import type {
  AeadName,
  Backend,
  Bytes,
  Computed,
  CurveName,
  HashName,
  KemName,
  KeyPairBytes,
  Provider,
  SignatureName,
} from './port.ts';
import { hashLength } from './port.ts';

/**
 * A value of the run with its name. `name` is stable and unique for what it is ('handshake_secret',
 * 'client_handshake_traffic_secret', 'x25519_private_key'); both sides give the same thing the same name.
 */
export interface Value {
  readonly name: string;
  readonly bytes: Bytes;
  /**
   * - `secret`: only who computed it (or held it) knows it
   * - `public`: a constant or something that is no secret by nature (a label, a zero string, a public key)
   * - `transcript`: a hash over messages; known to whoever can read those messages
   */
  readonly secrecy: 'secret' | 'public' | 'transcript';
}

export type OperationName =
  | 'random'
  | 'hash'
  | 'hmac'
  | 'hkdf-extract'
  | 'hkdf-expand-label'
  | 'generate-key-pair'
  | 'agree'
  | 'encapsulate'
  | 'decapsulate'
  | 'concatenate'
  | 'xor'
  | 'sign'
  | 'verify'
  | 'seal'
  | 'open';

export interface Operation {
  /** Position among the operations of this party, from 0. */
  readonly index: number;
  readonly name: OperationName;
  /** 'SHA-256', 'X25519', 'AES-128-GCM', 'ECDSA-P256-SHA256', … */
  readonly algorithm: string;
  /** Key of the prose about why it is done, e.g. 'derive handshake_secret', 'open record', 'verify certificate_verify'. */
  readonly purpose: string;
  /** In the order of the function's arguments. */
  readonly inputs: readonly Value[];
  /** Empty where the operation failed (a record that does not open, a key that is not on the curve). */
  readonly outputs: readonly Value[];
  /** Verdict of verify, open and agree; absent where there is none. */
  readonly verdict?: boolean;
  /** HKDF-Expand-Label only: the label without its 'tls13 ' prefix, and the HkdfLabel structure. */
  readonly label?: string;
  readonly hkdfLabel?: Bytes;
  readonly backend: Backend | 'none';
  /** Wall time in milliseconds by the injected clock, waiting included. */
  readonly milliseconds: number;
  readonly spec: Spec;
}

export interface RecorderOptions {
  readonly provider: Provider;
  /** Milliseconds, monotonic; a constant in deterministic runs. */
  readonly now: () => number;
  readonly onOperation: (operation: Operation) => void;
}

interface Ticket {
  readonly index: number;
  readonly started: number;
}

export class Recorder {
  readonly #options: RecorderOptions;
  #begun = 0;
  #told = 0;
  #count = 0;
  readonly #finished = new Map<number, Omit<Operation, 'index'> | undefined>();

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  random(name: string, length: number, at: Spec, secrecy: Value['secrecy'] = 'public'): Value {
    const ticket = this.#begin();
    const value: Value = { name, bytes: this.#options.provider.random(length), secrecy };
    this.#record(ticket, {
      name: 'random',
      algorithm: 'CSPRNG',
      purpose: name,
      inputs: [],
      outputs: [value],
      backend: 'WebCrypto',
      spec: at,
    });
    return value;
  }

  /** Hash over messages (secrecy `transcript`) or over public data. */
  async hash(name: string, hash: HashName, data: Value, at: Spec): Promise<Value> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(ticket, this.#options.provider.digest(hash, data.bytes));
    const output: Value = { name, bytes: value, secrecy: data.secrecy };
    this.#record(ticket, {
      name: 'hash',
      algorithm: hash,
      purpose: name,
      inputs: [data],
      outputs: [output],
      backend,
      spec: at,
    });
    return output;
  }

  async hmac(name: string, hash: HashName, key: Value, data: Value, at: Spec): Promise<Value> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.hmac(hash, key.bytes, data.bytes),
    );
    const output: Value = { name, bytes: value, secrecy: 'secret' };
    this.#record(ticket, {
      name: 'hmac',
      algorithm: hash,
      purpose: name,
      inputs: [key, data],
      outputs: [output],
      backend,
      spec: at,
    });
    return output;
  }

  // HKDF-Extract(salt, IKM) = HMAC-Hash(salt, IKM), RFC 5869 §2.2.
  async hkdfExtract(name: string, hash: HashName, salt: Value, ikm: Value): Promise<Value> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.hmac(hash, salt.bytes, ikm.bytes),
    );
    const output: Value = { name, bytes: value, secrecy: 'secret' };
    this.#record(ticket, {
      name: 'hkdf-extract',
      algorithm: hash,
      purpose: name,
      inputs: [salt, ikm],
      outputs: [output],
      backend,
      spec: spec(9846, '7.1'),
    });
    return output;
  }

  /**
   * HKDF-Expand-Label(Secret, Label, Context, Length), RFC 9846 §7.1. WebCrypto's HKDF always
   * extracts first, so HKDF-Expand is done as what it is: HMAC, once per block (RFC 5869 §2.3).
   */
  async hkdfExpandLabel(
    name: string,
    hash: HashName,
    secret: Value,
    label: string,
    context: Value,
    length: number,
  ): Promise<Value> {
    const ticket = this.#begin();
    const hkdfLabel = encodeHkdfLabel(label, context.bytes, length);
    let block: Uint8Array = new Uint8Array();
    let output = new Uint8Array();
    let backend: Backend = 'WebCrypto';
    for (let counter = 1; output.length < length; counter++) {
      const done = await this.#settled(
        ticket,
        this.#options.provider.hmac(hash, secret.bytes, concat(block, hkdfLabel, Uint8Array.of(counter))),
      );
      block = done.value;
      backend = done.backend;
      output = concat(output, block);
    }
    const result: Value = { name, bytes: output.slice(0, length), secrecy: 'secret' };
    this.#record(ticket, {
      name: 'hkdf-expand-label',
      algorithm: hash,
      purpose: name,
      inputs: [secret, context],
      outputs: [result],
      label,
      hkdfLabel,
      backend,
      spec: spec(9846, '7.1'),
    });
    return result;
  }

  async generateDhKeyPair(
    prefix: string,
    curve: CurveName,
    at: Spec,
  ): Promise<{ privateKey: Value; publicKey: Value }> {
    const ticket = this.#begin();
    const done = await this.#settled(ticket, this.#options.provider.generateDhKeyPair(curve));
    return this.#keyPair(ticket, prefix, curve, done, at);
  }

  async generateKemKeyPair(
    prefix: string,
    kem: KemName,
    at: Spec,
  ): Promise<{ privateKey: Value; publicKey: Value }> {
    const ticket = this.#begin();
    const done = await this.#settled(ticket, this.#options.provider.generateKemKeyPair(kem));
    return this.#keyPair(ticket, prefix, kem, done, at);
  }

  /** Undefined where the peer's key is not valid. */
  async agree(
    name: string,
    curve: CurveName,
    own: { readonly privateKey: Value; readonly publicKey: Value },
    peer: Value,
    at: Spec,
  ): Promise<Value | undefined> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.agree(curve, own.privateKey.bytes, own.publicKey.bytes, peer.bytes),
    );
    const output: Value | undefined = value && { name, bytes: value, secrecy: 'secret' };
    this.#record(ticket, {
      name: 'agree',
      algorithm: curve,
      purpose: name,
      inputs: [own.privateKey, peer],
      outputs: output ? [output] : [],
      verdict: output !== undefined,
      backend,
      spec: at,
    });
    return output;
  }

  /** Undefined where the peer's encapsulation key is not valid. */
  async encapsulate(
    name: string,
    kem: KemName,
    peer: Value,
    at: Spec,
  ): Promise<{ ciphertext: Value; sharedSecret: Value } | undefined> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.encapsulate(kem, peer.bytes),
    );
    const outputs: Value[] = value
      ? [
          { name: `${name}_ciphertext`, bytes: value.ciphertext, secrecy: 'public' },
          { name, bytes: value.sharedSecret, secrecy: 'secret' },
        ]
      : [];
    this.#record(ticket, {
      name: 'encapsulate',
      algorithm: kem,
      purpose: name,
      inputs: [peer],
      outputs,
      verdict: value !== undefined,
      backend,
      spec: at,
    });
    const [ciphertext, sharedSecret] = outputs;
    return ciphertext && sharedSecret && { ciphertext, sharedSecret };
  }

  async decapsulate(
    name: string,
    kem: KemName,
    privateKey: Value,
    ciphertext: Value,
    at: Spec,
  ): Promise<Value> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.decapsulate(kem, privateKey.bytes, ciphertext.bytes),
    );
    const output: Value = { name, bytes: value, secrecy: 'secret' };
    this.#record(ticket, {
      name: 'decapsulate',
      algorithm: kem,
      purpose: name,
      inputs: [privateKey, ciphertext],
      outputs: [output],
      backend,
      spec: at,
    });
    return output;
  }

  /** A hybrid's shared secret: both halves, one after the other. */
  concatenate(name: string, parts: readonly Value[], at: Spec): Value {
    const ticket = this.#begin();
    const output: Value = { name, bytes: concat(...parts.map((part) => part.bytes)), secrecy: 'secret' };
    this.#record(ticket, {
      name: 'concatenate',
      algorithm: 'none',
      purpose: name,
      inputs: parts,
      outputs: [output],
      backend: 'none',
      spec: at,
    });
    return output;
  }

  /** Two strings of one length, bit by bit. As secret as the more secret of the two. */
  xor(name: string, a: Value, b: Value, at: Spec): Value {
    const ticket = this.#begin();
    if (a.bytes.length !== b.bytes.length)
      throw new RangeError(`xor of ${a.bytes.length} and ${b.bytes.length} bytes`);
    const bytes = a.bytes.map((byte, i) => byte ^ (b.bytes[i] ?? 0));
    const output: Value = { name, bytes, secrecy: a.secrecy === 'public' ? b.secrecy : a.secrecy };
    this.#record(ticket, {
      name: 'xor',
      algorithm: 'none',
      purpose: name,
      inputs: [a, b],
      outputs: [output],
      backend: 'none',
      spec: at,
    });
    return output;
  }

  /** `privateKey` is PKCS#8. */
  async sign(
    name: string,
    algorithm: SignatureName,
    privateKey: Value,
    data: Value,
    at: Spec,
  ): Promise<Value> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.sign(algorithm, privateKey.bytes, data.bytes),
    );
    const output: Value = { name, bytes: value, secrecy: 'public' };
    this.#record(ticket, {
      name: 'sign',
      algorithm,
      purpose: name,
      inputs: [privateKey, data],
      outputs: [output],
      backend,
      spec: at,
    });
    return output;
  }

  /** `publicKey` is a SubjectPublicKeyInfo. */
  async verify(
    name: string,
    algorithm: SignatureName,
    publicKey: Value,
    data: Value,
    signature: Value,
    at: Spec,
  ): Promise<boolean> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.verify(algorithm, publicKey.bytes, data.bytes, signature.bytes),
    );
    this.#record(ticket, {
      name: 'verify',
      algorithm,
      purpose: name,
      inputs: [publicKey, data, signature],
      outputs: [],
      verdict: value,
      backend,
      spec: at,
    });
    return value;
  }

  async seal(
    name: string,
    aead: AeadName,
    key: Value,
    nonce: Value,
    aad: Value,
    plaintext: Value,
    at: Spec,
  ): Promise<Value> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.seal(aead, key.bytes, nonce.bytes, aad.bytes, plaintext.bytes),
    );
    const output: Value = { name, bytes: value, secrecy: 'public' };
    this.#record(ticket, {
      name: 'seal',
      algorithm: aead,
      purpose: name,
      inputs: [key, nonce, aad, plaintext],
      outputs: [output],
      backend,
      spec: at,
    });
    return output;
  }

  /** Undefined where the tag does not fit. */
  async open(
    name: string,
    aead: AeadName,
    key: Value,
    nonce: Value,
    aad: Value,
    sealed: Value,
    at: Spec,
  ): Promise<Value | undefined> {
    const ticket = this.#begin();
    const { value, backend } = await this.#settled(
      ticket,
      this.#options.provider.open(aead, key.bytes, nonce.bytes, aad.bytes, sealed.bytes),
    );
    const output: Value | undefined = value && { name, bytes: value, secrecy: 'secret' };
    this.#record(ticket, {
      name: 'open',
      algorithm: aead,
      purpose: name,
      inputs: [key, nonce, aad, sealed],
      outputs: output ? [output] : [],
      verdict: output !== undefined,
      backend,
      spec: at,
    });
    return output;
  }

  #keyPair(
    ticket: Ticket,
    prefix: string,
    algorithm: string,
    done: Computed<KeyPairBytes>,
    at: Spec,
  ): { privateKey: Value; publicKey: Value } {
    const privateKey: Value = {
      name: `${prefix}_private_key`,
      bytes: done.value.privateKey,
      secrecy: 'secret',
    };
    const publicKey: Value = { name: `${prefix}_public_key`, bytes: done.value.publicKey, secrecy: 'public' };
    this.#record(ticket, {
      name: 'generate-key-pair',
      algorithm,
      purpose: prefix,
      inputs: [],
      outputs: [privateKey, publicKey],
      backend: done.backend,
      spec: at,
    });
    return { privateKey, publicKey };
  }

  /** Every operation has its place from the start: several may be under way at once. */
  #begin(): Ticket {
    return { index: this.#begun++, started: this.#options.now() };
  }

  async #settled<T>(ticket: Ticket, result: Promise<T>): Promise<T> {
    try {
      return await result;
    } catch (error) {
      // Our own bug; what comes after it shall still be told.
      this.#finish(ticket, undefined);
      throw error;
    }
  }

  #record(ticket: Ticket, operation: Omit<Operation, 'index' | 'milliseconds'>): void {
    this.#finish(ticket, { ...operation, milliseconds: this.#options.now() - ticket.started });
  }

  /** Tells operations in the order in which they began, whichever is done first. */
  #finish(ticket: Ticket, operation: Omit<Operation, 'index'> | undefined): void {
    this.#finished.set(ticket.index, operation);
    for (; this.#finished.has(this.#told); this.#told++) {
      const next = this.#finished.get(this.#told);
      this.#finished.delete(this.#told);
      if (next !== undefined) this.#options.onOperation({ ...next, index: this.#count++ });
    }
  }
}

/** struct HkdfLabel { uint16 length; opaque label<7..255>; opaque context<0..255>; }, RFC 9846 §7.1. */
export function encodeHkdfLabel(label: string, context: Uint8Array, length: number): Bytes {
  const full = utf8(`tls13 ${label}`);
  return concat(
    Uint8Array.of(length >> 8, length & 0xff),
    Uint8Array.of(full.length),
    full,
    Uint8Array.of(context.length),
    context,
  );
}

export function publicValue(name: string, bytes: Uint8Array): Value {
  return { name, bytes: bytes as Bytes, secrecy: 'public' };
}

/** Hash.length zero bytes, the salt or input of an HKDF-Extract that has none, RFC 9846 §7.1. */
export function zeros(hash: HashName): Value {
  return publicValue('zeros', new Uint8Array(hashLength[hash]));
}
