/** Certificate signatures: each pair of certificate and issuer is checked once, out of a budget. */
import { equal } from '../../bytes/hex.ts';
import { signatureNameOf } from '../algorithm.ts';
import type { Certificate, PublicKey } from '../model.ts';
import type { FailureCode } from './codes.ts';
import type { VerifySignature } from './input.ts';

/** Forged certificates with equal names can make a validator check signatures for ever; a budget ends it. */
export const defaultSignatureBudget = 100;

export class SignatureBook {
  readonly budget: number;
  readonly #verify: VerifySignature;
  readonly #known = new Map<Certificate, Map<Certificate, FailureCode | 'ok'>>();
  #spent = 0;

  constructor(verify: VerifySignature, budget = defaultSignatureBudget) {
    this.#verify = verify;
    this.budget = budget;
  }

  get spent(): number {
    return this.#spent;
  }

  get exhausted(): boolean {
    return this.#spent >= this.budget;
  }

  /** 'ok', or why this issuer did not sign this certificate. */
  async check(child: Certificate, issuer: Certificate): Promise<FailureCode | 'ok'> {
    const known = this.#known.get(child)?.get(issuer);
    if (known !== undefined) return known;
    const outcome = await this.#compute(child, issuer);
    const row = this.#known.get(child) ?? new Map<Certificate, FailureCode | 'ok'>();
    this.#known.set(child, row.set(issuer, outcome));
    return outcome;
  }

  /** Whether it is known already that this issuer did not sign this certificate. */
  isRefuted(child: Certificate, issuer: Certificate): boolean {
    const known = this.#known.get(child)?.get(issuer);
    return known !== undefined && known !== 'ok';
  }

  async #compute(child: Certificate, issuer: Certificate): Promise<FailureCode | 'ok'> {
    // RFC 5280 §4.1.1.2: "This field MUST contain the same algorithm identifier as the signature field".
    if (!equal(child.signature.der, child.signatureAlgorithm.der)) return 'algorithm-mismatch';
    const fault = keyFault(issuer.publicKey);
    if (fault) return fault;
    const algorithm = signatureNameOf(child.signatureAlgorithm, issuer.publicKey);
    if ('code' in algorithm) return algorithm.code;
    if (this.exhausted) return 'signature-budget';
    this.#spent += 1;
    const subject = child.subject.commonName ?? child.subject.text;
    const verified = await this.#verify(
      algorithm.name,
      issuer.subjectPublicKeyInfo,
      child.tbs,
      child.signatureValue,
      subject,
    );
    return verified ? 'ok' : 'bad-signature';
  }
}

/** Whether a key is one that the web accepts: CA/Browser Forum Baseline Requirements §6.1.5. */
export function keyFault(key: PublicKey): 'weak-key' | 'unsupported-key' | undefined {
  switch (key.algorithm) {
    case 'RSA':
    case 'RSASSA-PSS':
      if ((key.bits ?? 0) < 2048) return 'weak-key';
      return (key.bits ?? 0) % 8 === 0 ? undefined : 'unsupported-key';
    case 'EC':
      return key.curve === 'P-256' || key.curve === 'P-384' || key.curve === 'P-521'
        ? undefined
        : 'unsupported-key';
    case 'Ed25519':
      return undefined;
    case 'unknown':
      return 'unsupported-key';
  }
}
