/** Certificate signatures: each pair of certificate and issuer is checked once, out of a budget. */
import { signatureNameOf } from '../algorithm.ts';
import type { Certificate, PublicKey } from '../model.ts';
import type { Budget } from './budget.ts';
import type { Context } from './check.ts';
import type { FailureCode } from './codes.ts';
import type { PathInput } from './input.ts';

export type Outcome = FailureCode | 'ok';

export class SignatureBook {
  readonly #budget: Budget;
  readonly #input: PathInput;
  readonly #tolerated: ReadonlySet<FailureCode>;
  readonly #known = new Map<Certificate, Map<Certificate, Outcome>>();

  constructor(input: PathInput, budget: Budget, tolerated: ReadonlySet<FailureCode>) {
    this.#input = input;
    this.#budget = budget;
    this.#tolerated = tolerated;
  }

  /** 'ok', or why this issuer did not sign this certificate. */
  async check(child: Certificate, issuer: Certificate): Promise<Outcome> {
    const known = this.#known.get(child)?.get(issuer);
    if (known !== undefined) return known;
    const outcome = await this.#compute(child, issuer);
    const row = this.#known.get(child) ?? new Map<Certificate, Outcome>();
    this.#known.set(child, row.set(issuer, outcome));
    return outcome;
  }

  isKnown(child: Certificate, issuer: Certificate): boolean {
    return this.#known.get(child)?.has(issuer) === true;
  }

  /** Whether it is known already that this issuer did not sign this certificate. */
  isRefuted(child: Certificate, issuer: Certificate): boolean {
    const known = this.#known.get(child)?.get(issuer);
    return known !== undefined && known !== 'ok';
  }

  async #compute(child: Certificate, issuer: Certificate): Promise<Outcome> {
    // The one inside the signed part; that the one outside is the same is a check of its own.
    const { signature } = child;
    const accepted = this.#input.policy?.signatureAlgorithms;
    if (accepted?.includes(signature.name) === false) return 'unsupported-algorithm';
    const algorithm = signatureNameOf(signature, issuer.publicKey, {
      web: this.#input.policy?.profile !== 'rfc5280',
      sha1: this.#tolerated.has('weak-algorithm'),
    });
    if ('code' in algorithm) return algorithm.code;
    if (!this.#budget.takeSignature()) return 'signature-budget';
    const subject = child.subject.commonName ?? child.subject.text;
    const verified = await this.#input.verify(
      algorithm.name,
      issuer.subjectPublicKeyInfo,
      child.tbs,
      child.signatureValue,
      subject,
    );
    return verified || this.#tolerated.has('bad-signature') ? 'ok' : 'bad-signature';
  }
}

/**
 * Whether a key is one that is accepted: for the web the CA/Browser Forum Baseline Requirements §6.1.5
 * and §6.1.6. An RSA exponent of 1, or an even one, makes no signature at all.
 */
export function keyFault(
  key: PublicKey,
  { input: { policy }, profile, tolerated }: Context,
): 'weak-key' | 'unsupported-key' | undefined {
  const found = (code: 'weak-key' | 'unsupported-key', when: boolean) =>
    when && !tolerated.has(code) ? code : undefined;
  switch (key.algorithm) {
    case 'RSA':
    case 'RSASSA-PSS': {
      const bits = key.bits ?? 0;
      const exponent = key.exponent ?? 0n;
      return (
        found('weak-key', bits < (policy?.minimumRsaBits ?? (profile === 'web' ? 2048 : 1024))) ??
        found(
          'unsupported-key',
          exponent < 3n || exponent % 2n === 0n || (profile === 'web' && bits % 8 !== 0),
        )
      );
    }
    case 'EC':
      return found(
        'unsupported-key',
        key.curve !== 'P-256' && key.curve !== 'P-384' && key.curve !== 'P-521',
      );
    case 'Ed25519':
    case 'ML-DSA':
    case 'Ed448':
      return undefined;
    // Certificates with keys over finite fields are gone from the web since about 2015.
    case 'DSA':
    case 'DH':
      return found('unsupported-key', profile === 'web');
    case 'unknown':
      return found('unsupported-key', true);
  }
}
