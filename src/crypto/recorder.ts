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
import type { Operation, Value } from './operation.ts';
import type {
  AeadName,
  Backend,
  Bytes,
  CipherName,
  Computed,
  CurveName,
  FfdhGroup,
  HashName,
  KemName,
  KeyPairBytes,
  Provider,
  RsaComputed,
  SignatureName,
} from './port.ts';
import { hashLength } from './port.ts';

export type { Operation, OperationName, Value } from './operation.ts';

export interface RecorderOptions {
  readonly provider: Provider;
  /** Milliseconds, monotonic; a constant in deterministic runs. */
  readonly now: () => number;
  readonly onOperation: (operation: Operation) => void;
}

/**
 * An operation under way: one object from the beginning to the end, because a run has a hundred. Index, outputs,
 * backend and time are filled in as they become known; `milliseconds` is the time of the beginning until then.
 */
type Plan = { -readonly [Part in keyof Operation]: Operation[Part] };

interface KeyPair {
  readonly privateKey: Value;
  readonly publicKey: Value;
}

/**
 * Operations may overlap; they are told in the order in which they began. All methods give their
 * results the name they are told, and throw only for bugs of our own (a key that is none).
 */
export class Recorder {
  readonly #options: RecorderOptions;
  #begun = 0;
  #told = 0;
  readonly #finished = new Map<number, Operation | undefined>();

  constructor(options: RecorderOptions) {
    this.#options = options;
  }

  random(name: string, length: number, at: Spec, secrecy: Value['secrecy'] = 'public'): Value {
    const output: Value = { name, bytes: this.#options.provider.random(length), secrecy };
    this.#done(this.#begin('random', 'CSPRNG', name, [], at, 0), [output], 'WebCrypto');
    return output;
  }

  /** Hash over messages (secrecy `transcript`) or over public data. */
  hash(name: string, hash: HashName, data: Value, at: Spec): Promise<Value> {
    const plan = this.#begin('hash', hash, name, [data], at);
    return this.#compute(plan, this.#options.provider.digest(hash, data.bytes), data.secrecy);
  }

  /** `secrecy` of the result: a MAC that goes over the wire by itself is public. */
  hmac(
    name: string,
    hash: HashName,
    key: Value,
    data: Value,
    at: Spec,
    secrecy: Value['secrecy'] = 'secret',
  ): Promise<Value> {
    const plan = this.#begin('hmac', hash, name, [key, data], at);
    return this.#compute(plan, this.#options.provider.hmac(hash, key.bytes, data.bytes), secrecy);
  }

  // HKDF-Extract(salt, IKM) = HMAC-Hash(salt, IKM), RFC 5869 §2.2.
  hkdfExtract(name: string, hash: HashName, salt: Value, ikm: Value): Promise<Value> {
    const at = spec(9846, '7.1');
    const plan = this.#begin('hkdf-extract', hash, name, [salt, ikm], at);
    return this.#compute(plan, this.#options.provider.hmac(hash, salt.bytes, ikm.bytes));
  }

  /**
   * HKDF-Expand-Label(Secret, Label, Context, Length), RFC 9846 §7.1. WebCrypto's HKDF always
   * extracts first, so HKDF-Expand is done as what it is: HMAC, once per block (RFC 5869 §2.3).
   */
  hkdfExpandLabel(
    name: string,
    hash: HashName,
    secret: Value,
    label: string,
    context: Value,
    length: number,
  ): Promise<Value> {
    const hkdfLabel = encodeHkdfLabel(label, context.bytes, length);
    const plan = this.#begin('hkdf-expand-label', hash, name, [secret, context], spec(9846, '7.1'));
    plan.label = label;
    plan.hkdfLabel = hkdfLabel;
    return this.#compute(plan, this.#expand(hash, secret.bytes, hkdfLabel, length));
  }

  /** PRF(secret, label, seed) of TLS 1.2, RFC 5246 §5; several seeds are one behind the other. */
  prf(
    name: string,
    hash: HashName,
    secret: Value,
    label: string,
    seeds: readonly Value[],
    length: number,
    at: Spec = spec(5246, '5'),
  ): Promise<Value> {
    const seed = concat(utf8(label), ...seeds.map(({ bytes }) => bytes));
    const plan = this.#begin('prf', hash, name, [secret, ...seeds], at);
    plan.label = label;
    return this.#compute(plan, this.#pseudorandom(hash, secret.bytes, seed, length));
  }

  /** Cuts a value into named parts, from its beginning: TLS 1.2's key block into keys and IVs (RFC 5246 §6.3). */
  cut(
    name: string,
    source: Value,
    parts: readonly { readonly name: string; readonly length: number }[],
    at: Spec,
  ): readonly Value[] {
    let start = 0;
    const outputs = parts.map((part): Value => {
      const bytes = source.bytes.slice(start, start + part.length);
      if (bytes.length !== part.length)
        throw new RangeError(`${part.name} does not fit into ${source.bytes.length} bytes`);
      start += part.length;
      return { name: part.name, bytes, secrecy: source.secrecy };
    });
    this.#done(this.#begin('cut', 'none', name, [source], at, 0), outputs, 'none');
    return outputs;
  }

  generateDhKeyPair(prefix: string, curve: CurveName, at: Spec): Promise<KeyPair> {
    const plan = this.#begin('generate-key-pair', curve, prefix, [], at);
    return this.#keyPair(plan, this.#options.provider.generateDhKeyPair(curve));
  }

  /** A key pair of a finite field; the group's numbers are inputs, because a server may choose them freely. */
  generateFfdhKeyPair(prefix: string, group: FfdhGroup, at: Spec): Promise<KeyPair> {
    const plan = this.#begin('generate-key-pair', group.name, prefix, groupValues(group), at);
    return this.#keyPair(plan, this.#options.provider.generateFfdhKeyPair(group));
  }

  /**
   * Undefined where the peer's value is not between 1 and p - 1. The secret is as long as p (RFC 9846 §7.4.1), or
   * without its leading zero bytes where `stripZeros` says so (RFC 5246 §8.1.2).
   */
  agreeFfdh(
    name: string,
    group: FfdhGroup,
    own: KeyPair,
    peer: Value,
    at: Spec,
    { stripZeros = false }: { readonly stripZeros?: boolean } = {},
  ): Promise<Value | undefined> {
    const inputs = [own.privateKey, peer, ...groupValues(group)];
    const plan = this.#begin('agree', group.name, name, inputs, at);
    const result = this.#options.provider.agreeFfdh(group, own.privateKey.bytes, peer.bytes);
    return this.#attempt(plan, stripZeros ? result.then(withoutLeadingZeros) : result);
  }

  generateKemKeyPair(prefix: string, kem: KemName, at: Spec): Promise<KeyPair> {
    const plan = this.#begin('generate-key-pair', kem, prefix, [], at);
    return this.#keyPair(plan, this.#options.provider.generateKemKeyPair(kem));
  }

  /** Undefined where the peer's key is not valid. */
  agree(name: string, curve: CurveName, own: KeyPair, peer: Value, at: Spec): Promise<Value | undefined> {
    const inputs = [own.privateKey, peer];
    const plan = this.#begin('agree', curve, name, inputs, at);
    const { privateKey, publicKey } = own;
    return this.#attempt(
      plan,
      this.#options.provider.agree(curve, privateKey.bytes, publicKey.bytes, peer.bytes),
    );
  }

  /** Undefined where the peer's encapsulation key is not valid. */
  async encapsulate(
    name: string,
    kem: KemName,
    peer: Value,
    at: Spec,
  ): Promise<{ ciphertext: Value; sharedSecret: Value } | undefined> {
    const plan = this.#begin('encapsulate', kem, name, [peer], at);
    const outputs = await this.#perform(
      plan,
      this.#options.provider.encapsulate(kem, peer.bytes),
      (value) => ({
        outputs: value
          ? [
              { name: `${name}_ciphertext`, bytes: value.ciphertext, secrecy: 'public' },
              { name, bytes: value.sharedSecret, secrecy: 'secret' },
            ]
          : [],
        verdict: value !== undefined,
      }),
    );
    const [ciphertext, sharedSecret] = outputs;
    return ciphertext && sharedSecret && { ciphertext, sharedSecret };
  }

  decapsulate(name: string, kem: KemName, privateKey: Value, ciphertext: Value, at: Spec): Promise<Value> {
    const inputs = [privateKey, ciphertext];
    const plan = this.#begin('decapsulate', kem, name, inputs, at);
    return this.#compute(plan, this.#options.provider.decapsulate(kem, privateKey.bytes, ciphertext.bytes));
  }

  /** A hybrid's shared secret: both halves, one after the other. */
  concatenate(name: string, parts: readonly Value[], at: Spec): Value {
    const output: Value = { name, bytes: concat(...parts.map((part) => part.bytes)), secrecy: 'secret' };
    this.#done(this.#begin('concatenate', 'none', name, parts, at, 0), [output], 'none');
    return output;
  }

  /** Two strings of one length, bit by bit. As secret as the more secret of the two. */
  xor(name: string, a: Value, b: Value, at: Spec): Value {
    if (a.bytes.length !== b.bytes.length) {
      throw new RangeError(`xor of ${a.bytes.length} and ${b.bytes.length} bytes`);
    }
    const bytes = new Uint8Array(a.bytes.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = (a.bytes[i] ?? 0) ^ (b.bytes[i] ?? 0);
    const secrecy = a.secrecy === 'public' || b.secrecy === 'secret' ? b.secrecy : a.secrecy;
    const output: Value = { name, bytes, secrecy };
    this.#done(this.#begin('xor', 'none', name, [a, b], at, 0), [output], 'none');
    return output;
  }

  /** `privateKey` is PKCS#8. */
  sign(name: string, algorithm: SignatureName, privateKey: Value, data: Value, at: Spec): Promise<Value> {
    const plan = this.#begin('sign', algorithm, name, [privateKey, data], at);
    return this.#compute(
      plan,
      this.#options.provider.sign(algorithm, privateKey.bytes, data.bytes),
      'public',
    );
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
    const plan = this.#begin('verify', algorithm, name, [publicKey, data, signature], at);
    let verdict = false;
    const result = this.#options.provider.verify(algorithm, publicKey.bytes, data.bytes, signature.bytes);
    await this.#perform(plan, result, (value) => ({ outputs: [], verdict: (verdict = value) }));
    return verdict;
  }

  /** RSAES-PKCS1-v1_5. `publicKey` is a SubjectPublicKeyInfo; undefined where it is no RSA key. */
  async rsaEncrypt(name: string, publicKey: Value, message: Value, at: Spec): Promise<Value | undefined> {
    const inputs = [publicKey, message];
    const plan = this.#begin('rsa-encrypt', 'RSAES-PKCS1-v1_5', name, inputs, at);
    const result = this.#options.provider.rsaEncrypt(publicKey.bytes, message.bytes);
    return this.#attempt(plan, result, 'public');
  }

  /** `privateKey` is PKCS#8. Undefined where the padding is wrong: which the peer must not learn (RFC 5246 §7.4.7.1). */
  rsaDecrypt(name: string, privateKey: Value, ciphertext: Value, at: Spec): Promise<Value | undefined> {
    const inputs = [privateKey, ciphertext];
    const plan = this.#begin('rsa-decrypt', 'RSAES-PKCS1-v1_5', name, inputs, at);
    const result = this.#options.provider.rsaDecrypt(privateKey.bytes, ciphertext.bytes);
    return this.#attempt(plan, result);
  }

  /** A cipher without authentication, without padding; `iv` as in the port. */
  encrypt(
    name: string,
    cipher: CipherName,
    key: Value,
    iv: Value,
    plaintext: Value,
    at: Spec,
  ): Promise<Value> {
    const inputs = [key, iv, plaintext];
    const plan = this.#begin('encrypt', cipher, name, inputs, at);
    const result = this.#options.provider.encryptCipher(cipher, key.bytes, iv.bytes, plaintext.bytes);
    return this.#compute(plan, result, 'public');
  }

  decrypt(
    name: string,
    cipher: CipherName,
    key: Value,
    iv: Value,
    ciphertext: Value,
    at: Spec,
  ): Promise<Value> {
    const inputs = [key, iv, ciphertext];
    const plan = this.#begin('decrypt', cipher, name, inputs, at);
    return this.#compute(
      plan,
      this.#options.provider.decryptCipher(cipher, key.bytes, iv.bytes, ciphertext.bytes),
    );
  }

  seal(
    name: string,
    aead: AeadName,
    key: Value,
    nonce: Value,
    aad: Value,
    plaintext: Value,
    at: Spec,
  ): Promise<Value> {
    const inputs = [key, nonce, aad, plaintext];
    const plan = this.#begin('seal', aead, name, inputs, at);
    const result = this.#options.provider.seal(aead, key.bytes, nonce.bytes, aad.bytes, plaintext.bytes);
    return this.#compute(plan, result, 'public');
  }

  /** Undefined where the tag does not fit. */
  open(
    name: string,
    aead: AeadName,
    key: Value,
    nonce: Value,
    aad: Value,
    sealed: Value,
    at: Spec,
  ): Promise<Value | undefined> {
    const inputs = [key, nonce, aad, sealed];
    const plan = this.#begin('open', aead, name, inputs, at);
    const result = this.#options.provider.open(aead, key.bytes, nonce.bytes, aad.bytes, sealed.bytes);
    return this.#attempt(plan, result);
  }

  /** HKDF-Expand, RFC 5869 §2.3: T(n) = HMAC(PRK, T(n-1) || info || n). */
  async #expand(hash: HashName, secret: Bytes, info: Bytes, length: number): Promise<Computed<Bytes>> {
    let { value: block, backend } = await this.#options.provider.hmac(hash, secret, numbered(info, 1));
    // In TLS 1.3 nothing is longer than one block.
    let output = block;
    for (let counter = 2; output.length < length; counter++) {
      const message = concat(block, numbered(info, counter));
      ({ value: block, backend } = await this.#options.provider.hmac(hash, secret, message));
      output = concat(output, block);
    }
    return { value: output.length === length ? output : output.slice(0, length), backend };
  }

  /** P_hash, RFC 5246 §5: HMAC(secret, A(i) || seed) for A(0) = seed, A(i) = HMAC(secret, A(i-1)). */
  async #pseudorandom(hash: HashName, secret: Bytes, seed: Bytes, length: number): Promise<Computed<Bytes>> {
    let output: Bytes = new Uint8Array();
    let backend: Backend = 'WebCrypto';
    for (let a = seed; output.length < length;) {
      ({ value: a, backend } = await this.#options.provider.hmac(hash, secret, a));
      const { value } = await this.#options.provider.hmac(hash, secret, concat(a, seed));
      output = concat(output, value);
    }
    return { value: output.slice(0, length), backend };
  }

  async #keyPair(plan: Plan, result: Promise<Computed<KeyPairBytes>>): Promise<KeyPair> {
    const { purpose } = plan;
    const outputs = await this.#perform(plan, result, (value) => ({
      outputs: [
        { name: `${purpose}_private_key`, bytes: value.privateKey, secrecy: 'secret' },
        { name: `${purpose}_public_key`, bytes: value.publicKey, secrecy: 'public' },
      ],
    }));
    const [privateKey, publicKey] = outputs;
    if (privateKey === undefined || publicKey === undefined)
      throw new Error('unreachable: two outputs above');
    return { privateKey, publicKey };
  }

  /** One output, named after its purpose. Most of a run comes through here, so it waits only once. */
  #compute(
    plan: Plan,
    result: Promise<Computed<Bytes>>,
    secrecy: Value['secrecy'] = 'secret',
  ): Promise<Value> {
    return result.then(
      ({ value: bytes, backend }) => {
        const output: Value = { name: plan.purpose, bytes, secrecy };
        this.#end(plan, [output], backend);
        return output;
      },
      (error: unknown) => this.#failed(plan, error),
    );
  }

  /** One output, or a verdict that says there is none. */
  #attempt(
    plan: Plan,
    result: Promise<RsaComputed>,
    secrecy: Value['secrecy'] = 'secret',
  ): Promise<Value | undefined> {
    return result.then(
      ({ value: bytes, backend, encoded }) => {
        const output: Value | undefined = bytes && { name: plan.purpose, bytes, secrecy };
        plan.verdict = output !== undefined;
        if (encoded !== undefined) plan.encoded = encoded;
        this.#end(plan, output ? [output] : [], backend);
        return output;
      },
      (error: unknown) => this.#failed(plan, error),
    );
  }

  async #perform<T>(
    plan: Plan,
    result: Promise<Computed<T>>,
    outcomeOf: (value: T) => Pick<Operation, 'outputs' | 'verdict'>,
  ): Promise<readonly Value[]> {
    try {
      const { value, backend } = await result;
      const { outputs, verdict } = outcomeOf(value);
      if (verdict !== undefined) plan.verdict = verdict;
      this.#end(plan, outputs, backend);
      return outputs;
    } catch (error) {
      return this.#failed(plan, error);
    }
  }

  /** `started` is 0 for what needs no waiting, which takes less time than a browser's clock can tell. */
  #begin(
    name: Operation['name'],
    algorithm: string,
    purpose: string,
    inputs: readonly Value[],
    at: Spec,
    started = this.#options.now(),
  ): Plan {
    return {
      index: this.#begun++,
      name,
      algorithm,
      purpose,
      inputs,
      outputs: [],
      backend: 'none',
      milliseconds: started,
      spec: at,
    };
  }

  #end(plan: Plan, outputs: readonly Value[], backend: Operation['backend']): void {
    plan.milliseconds = this.#options.now() - plan.milliseconds;
    this.#done(plan, outputs, backend);
  }

  #done(plan: Plan, outputs: readonly Value[], backend: Operation['backend']): void {
    plan.outputs = outputs;
    plan.backend = backend;
    this.#finish(plan.index, plan);
  }

  /** Our own bug; what comes after it shall still be told. */
  #failed(plan: Plan, error: unknown): never {
    this.#finish(plan.index, undefined);
    throw error;
  }

  #finish(index: number, operation: Operation | undefined): void {
    // Mostly operations do not overlap, and there is nothing to wait for.
    if (index === this.#told && this.#finished.size === 0) {
      this.#told++;
      if (operation !== undefined) this.#options.onOperation(operation);
      return;
    }
    this.#finished.set(index, operation);
    for (; this.#finished.has(this.#told); this.#told++) {
      const next = this.#finished.get(this.#told);
      this.#finished.delete(this.#told);
      if (next !== undefined) this.#options.onOperation(next);
    }
  }
}

/** info || counter, RFC 5869 §2.3. */
function numbered(info: Bytes, counter: number): Bytes {
  const bytes = new Uint8Array(info.length + 1);
  bytes.set(info);
  bytes[info.length] = counter;
  return bytes;
}

/** struct HkdfLabel { uint16 length; opaque label<7..255>; opaque context<0..255>; }, RFC 9846 §7.1. */
export function encodeHkdfLabel(label: string, context: Uint8Array, length: number): Bytes {
  const full = fullLabel(label);
  const encoded = new Uint8Array(4 + full.length + context.length);
  encoded[0] = length >> 8;
  encoded[1] = length & 0xff;
  encoded[2] = full.length;
  encoded.set(full, 3);
  encoded[3 + full.length] = context.length;
  encoded.set(context, 4 + full.length);
  return encoded;
}

/** A dozen labels are asked for hundreds of times. */
const fullLabels = new Map<string, Bytes>();

function fullLabel(label: string): Bytes {
  const known = fullLabels.get(label);
  if (known !== undefined) return known;
  const full = utf8(`tls13 ${label}`);
  fullLabels.set(label, full);
  return full;
}

function groupValues(group: FfdhGroup): readonly Value[] {
  return [publicValue('dh_p', group.p), publicValue('dh_g', group.g)];
}

/** RFC 5246 §8.1.2: leading bytes of the negotiated key that are all zero bits are stripped. */
function withoutLeadingZeros({ value, backend }: RsaComputed): Computed<Bytes | undefined> {
  const first = value?.findIndex((byte) => byte !== 0) ?? 0;
  return { value: first <= 0 ? value : value?.slice(first), backend };
}

export function publicValue(name: string, bytes: Uint8Array): Value {
  return { name, bytes: bytes as Bytes, secrecy: 'public' };
}

/** Hash.length zero bytes, the salt or input of an HKDF-Extract that has none, RFC 9846 §7.1. */
export function zeros(hash: HashName): Value {
  return publicValue('zeros', new Uint8Array(hashLength[hash]));
}
