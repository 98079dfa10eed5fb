/** Certificate signatures: each pair of certificate and issuer is checked once, out of a budget. */
import { signatureNameOf } from '../algorithm.ts';
import type { Certificate, PublicKey } from '../model.ts';
import type { Budget } from './budget.ts';
import type { FailureCode } from './codes.ts';
import type { VerifySignature } from './input.ts';

export class SignatureBook {
  readonly #budget: Budget;
  readonly #verify: VerifySignature;
  readonly #known = new Map<Certificate, Map<Certificate, FailureCode | 'ok'>>();

  constructor(verify: VerifySignature, budget: Budget) {
    this.#verify = verify;
    this.#budget = budget;
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
    const fault = keyFault(issuer.publicKey);
    if (fault) return fault;
    // The one inside the signed part; that the one outside is the same is a check of its own.
    const algorithm = signatureNameOf(child.signature, issuer.publicKey);
    if ('code' in algorithm) return algorithm.code;
    if (!this.#budget.takeSignature()) return 'signature-budget';
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
