/**
 * Keys and certificates of one session, made when first needed and kept: a re-run with another clock
 * signs anew but generates nothing. "New keys" is a new key ring.
 */
import type { Bytes } from '../crypto/port.ts';
import { type KeyMaker, makeKeyPair } from './keys.ts';
import type { KeyKind, KeyPair } from './pki.ts';

/** Certificates kept; the oldest go first. Learners move the clock, and every day has its own. */
const maxCertificates = 200;

export class KeyRing {
  readonly maker: KeyMaker;
  readonly #keys = new Map<string, Promise<KeyPair>>();
  readonly #certificates = new Map<string, Promise<Bytes>>();

  constructor(maker: KeyMaker) {
    this.maker = maker;
  }

  /** The key of that owner ('root lakeside'); made the first time. RSA takes from tenths of a second to some seconds. */
  key(owner: string, kind: KeyKind): Promise<KeyPair> {
    return remembered(this.#keys, `${owner}, ${kind}`, () => makeKeyPair(kind, this.maker));
  }

  /** The certificate of that description, which must name all that it depends on. */
  certificate(description: string, make: () => Promise<Bytes>): Promise<Bytes> {
    const oldest =
      this.#certificates.size >= maxCertificates ? this.#certificates.keys().next().value : undefined;
    if (oldest !== undefined) this.#certificates.delete(oldest);
    return remembered(this.#certificates, description, make);
  }
}

/** What failed is forgotten, so that the next call tries again. */
function remembered<T>(memory: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> {
  const known = memory.get(name);
  if (known) return known;
  const made = make();
  memory.set(name, made);
  made.catch(() => memory.delete(name));
  return made;
}
