/**
 * What an OCSP response says about a certificate: RFC 6960 §3.2 and §4.2.2.2. It counts if it is about this
 * certificate, fresh, and signed by the issuer or by somebody the issuer certified for exactly that.
 */
import { equal } from '../../bytes/hex.ts';
import type { Bytes, HashName } from '../../crypto/port.ts';
import type { Certificate } from '../model.ts';
import { sameName } from '../name.ts';
import { type Answer, type Question, type SourceName, timeFault, useless, type Useless } from './answer.ts';
import type { BasicResponse, OcspResponse, SingleResponse } from './ocsp.ts';
import { signatureFault } from './signed.ts';

export async function answerOfResponse(
  response: OcspResponse,
  source: SourceName,
  question: Question,
  nonce: Bytes | undefined,
): Promise<Answer> {
  const { basic } = response;
  if (basic === undefined) return useless(source, response.responseStatus as Useless);
  const single = await singleFor(basic, question);
  if (typeof single === 'string') return useless(source, single);
  const why =
    extensionFault(basic, single) ??
    nonceFault(basic, nonce) ??
    timeFault(question.context.input.at, single.thisUpdate, single.nextUpdate) ??
    (await responderFault(basic, question));
  if (why !== undefined) return useless(source, why);
  const { certStatus } = single;
  if (certStatus.status === 'revoked')
    return { status: 'revoked', source, reason: certStatus.reason ?? 'unspecified', at: certStatus.at };
  return certStatus.status === 'good' ? { status: 'good', source } : useless(source, 'unknown');
}

/** Whether a response speaks about this certificate; it need not be a good one. */
export async function isAbout({ basic }: OcspResponse, question: Question): Promise<boolean> {
  return basic !== undefined && typeof (await singleFor(basic, question)) !== 'string';
}

const hashNames: Readonly<Record<string, HashName>> = {
  'id-sha1': 'SHA-1',
  'id-sha256': 'SHA-256',
  'id-sha384': 'SHA-384',
  'id-sha512': 'SHA-512',
};

/** The CertID holds hashes of the issuer's name and key, so that no other authority's number is mistaken. */
async function singleFor(
  { responses }: BasicResponse,
  { certificate, issuer, context: { input } }: Question,
): Promise<SingleResponse | 'other-certificate' | 'no-digest'> {
  const { digest } = input;
  if (digest === undefined) return 'no-digest';
  for (const single of responses) {
    const hash = hashNames[single.hash.name];
    if (hash === undefined || !equal(single.serialNumber, certificate.serialNumber)) continue;
    const name = await digest(hash, certificate.issuer.der);
    const key = await digest(hash, issuer.publicKey.key);
    if (equal(single.issuerNameHash, name) && equal(single.issuerKeyHash, key)) return single;
  }
  return 'other-certificate';
}

function extensionFault(basic: BasicResponse, single: SingleResponse): Useless | undefined {
  const unknown = [...basic.extensions.all, ...single.extensions.all].some(
    ({ critical, name }) => critical && name !== 'nonce',
  );
  return unknown ? 'critical-extension' : undefined;
}

/** RFC 9654: who sent a nonce takes no answer without it, or an old answer could be played again. */
function nonceFault({ extensions }: BasicResponse, nonce: Bytes | undefined): Useless | undefined {
  if (nonce === undefined) return undefined;
  if (extensions.nonce === undefined) return 'nonce-missing';
  return equal(extensions.nonce, nonce) ? undefined : 'nonce-mismatch';
}

/** §4.2.2.2: the issuer itself, or a certificate that the issuer signed for id-kp-OCSPSigning. */
async function responderFault(basic: BasicResponse, question: Question): Promise<Useless | undefined> {
  const { issuer, context } = question;
  if (await isResponder(issuer, basic, question))
    return signatureFault(basic, issuer, 'OCSP response', issuer, context);
  for (const delegate of basic.certificates) {
    if (!(await isResponder(delegate, basic, question))) continue;
    if (!isDelegated(delegate, question)) return 'wrong-responder';
    if ((await context.signatures.check(delegate, issuer)) !== 'ok') return 'wrong-responder';
    return signatureFault(basic, delegate, 'OCSP response', issuer, context);
  }
  return 'wrong-responder';
}

/** ResponderID: by name, or by the SHA-1 of the key (§4.2.1), where the hash only finds and proves nothing. */
async function isResponder(
  { subject, publicKey }: Certificate,
  { responder }: BasicResponse,
  { context: { input } }: Question,
): Promise<boolean> {
  if ('byName' in responder) return sameName(responder.byName, subject);
  const hash = await input.digest?.('SHA-1', publicKey.key);
  return hash !== undefined && equal(hash, responder.byKey);
}

/**
 * The responder's own certificate, directly from the issuer, for this purpose and now. Whether it was itself
 * revoked is not asked: with ocspNocheck the issuer says so, and without it there would be no end.
 */
function isDelegated(delegate: Certificate, { issuer, context: { input } }: Question): boolean {
  const { extensions, notBefore, notAfter } = delegate;
  return (
    sameName(delegate.issuer, issuer.subject) &&
    extensions.extKeyUsage?.includes('OCSPSigning') === true &&
    extensions.keyUsage?.includes('digitalSignature') !== false &&
    notBefore <= input.at &&
    input.at <= notAfter + 999
  );
}
