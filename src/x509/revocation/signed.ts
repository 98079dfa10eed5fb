/** The signature on a list or a response, checked with a certificate's key, out of the budget of the validation. */
import { signatureNameOf } from '../algorithm.ts';
import type { AlgorithmIdentifier, Certificate } from '../model.ts';
import type { Context } from '../path/check.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Useless } from './answer.ts';

export interface Signed {
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signatureValue: Bytes;
  readonly tbs: Bytes;
}

/** `what` and the name of the authority it is from stand in the records of the signature check. */
export async function signatureFault(
  { signatureAlgorithm, signatureValue, tbs }: Signed,
  signer: Certificate,
  what: 'CRL' | 'OCSP response',
  authority: Certificate,
  { input, budget, profile }: Context,
): Promise<Useless | undefined> {
  const algorithm = signatureNameOf(signatureAlgorithm, signer.publicKey, { web: profile === 'web' });
  if ('code' in algorithm) return algorithm.code;
  if (!budget.takeSignature()) return 'signature-budget';
  const verified = await input.verify(
    algorithm.name,
    signer.subjectPublicKeyInfo,
    tbs,
    signatureValue,
    authority.subject.commonName ?? authority.subject.text,
    what,
  );
  return verified ? undefined : 'bad-signature';
}
