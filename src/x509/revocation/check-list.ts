/**
 * What a CRL says about a certificate: RFC 5280 §6.3, for lists that the issuer of the certificate signs.
 *
 * Indirect lists, signed by somebody else for many authorities, are refused by name: hardly anyone issues
 * them, and to read one wrongly is to trust a revoked certificate.
 */
import { equal } from '../../bytes/hex.ts';
import { sameName } from '../name.ts';
import type { Certificate } from '../model.ts';
import { type Answer, type Question, timeFault, useless, type Useless } from './answer.ts';
import type { RevocationList, RevokedCertificate } from './list.ts';
import { signatureFault } from './signed.ts';

/** The lists that speak for this certificate's issuer; nobody else's say anything about it. */
export function listsFor(
  certificate: Certificate,
  lists: readonly RevocationList[],
): readonly RevocationList[] {
  return lists.filter((list) => sameName(list.issuer, certificate.issuer));
}

/** One answer for each complete list, deltas taken in; and one for each list that cannot be used. */
export async function answersOfLists(
  lists: readonly RevocationList[],
  question: Question,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  const usable: RevocationList[] = [];
  for (const list of lists) {
    const why = (await listFault(list, question)) ?? undefined;
    if (why === undefined) usable.push(list);
    else answers.push(useless('CRL', why));
  }
  const deltas = usable.filter(isDelta);
  const complete = usable.filter((list) => !isDelta(list));
  for (const list of complete) answers.push(answerOf(list, fitting(list, deltas), question.certificate));
  if (complete.length === 0) answers.push(...deltas.map(() => useless('CRL', 'delta-without-base')));
  return answers;
}

/** Extensions of a list and of its entries that are acted upon here. */
const processed: ReadonlySet<string> = new Set([
  'cRLNumber',
  'deltaCRLIndicator',
  'issuingDistributionPoint',
  'authorityKeyIdentifier',
  'reasonCode',
  'invalidityDate',
]);

async function listFault(list: RevocationList, question: Question): Promise<Useless | undefined> {
  const { issuer, context } = question;
  const { extensions } = list;
  if (!equal(list.signature.der, list.signatureAlgorithm.der)) return 'algorithm-mismatch';
  const scope = scopeFault(list, question);
  if (scope) return scope;
  if (list.revokedCertificates.some((entry) => entry.extensions.certificateIssuer)) return 'indirect';
  const all = [extensions, ...list.revokedCertificates.map((entry) => entry.extensions)].flatMap(
    (one) => one.all,
  );
  if (all.some(({ name, critical }) => critical && !processed.has(name))) return 'critical-extension';
  // §5.2.1: "… and MUST include this extension in all CRLs issued".
  if (extensions.authorityKeyIdentifier?.keyIdentifier === undefined) return 'no-key-identifier';
  // §5.2.3: "… MUST include this extension in all CRLs and MUST mark this extension as non-critical".
  const number = extensions.all.find(({ name }) => name === 'cRLNumber');
  if (number === undefined) return 'no-crl-number';
  if (number.critical) return 'critical-crl-number';
  const time = timeFault(context.input.at, list.thisUpdate, list.nextUpdate);
  if (time) return time;
  // §6.3.3 (f).
  if (issuer.extensions.keyUsage?.includes('cRLSign') === false) return 'no-crl-sign';
  return signatureFault(list, issuer, 'CRL', issuer, context);
}

/** §6.3.3 (b): whether the list is about certificates like this one at all. */
function scopeFault({ extensions }: RevocationList, { certificate }: Question): Useless | undefined {
  const scope = extensions.issuingDistributionPoint;
  if (certificate.extensions.cRLDistributionPoints?.every((point) => point.cRLIssuer) === true)
    return 'indirect';
  if (scope === undefined) return undefined;
  if (scope.indirectCRL) return 'indirect';
  const cA = certificate.extensions.basicConstraints?.cA === true;
  if (scope.onlyContainsAttributeCerts || (cA ? scope.onlyContainsUserCerts : scope.onlyContainsCACerts))
    return 'other-certificates';
  if (scope.onlySomeReasons) return 'some-reasons';
  const points = certificate.extensions.cRLDistributionPoints;
  if (scope.fullName.length === 0 || points === undefined) return undefined;
  const own = points.flatMap((point) => point.fullName).map((name) => `${name.type} ${name.value}`);
  return scope.fullName.some((name) => own.includes(`${name.type} ${name.value}`))
    ? undefined
    : 'other-distribution-point';
}

function isDelta({ extensions }: RevocationList): boolean {
  return extensions.deltaCRLIndicator !== undefined;
}

/** §5.2.4: deltas that continue this list, the oldest first. */
function fitting(list: RevocationList, deltas: readonly RevocationList[]): readonly RevocationList[] {
  const number = list.extensions.cRLNumber ?? 0n;
  return deltas
    .filter(
      ({ extensions }) =>
        (extensions.deltaCRLIndicator ?? 0n) <= number && (extensions.cRLNumber ?? 0n) >= number,
    )
    .toSorted((a, b) => Number((a.extensions.cRLNumber ?? 0n) - (b.extensions.cRLNumber ?? 0n)));
}

function answerOf(list: RevocationList, deltas: readonly RevocationList[], certificate: Certificate): Answer {
  let entry: RevokedCertificate | undefined = entryFor(list, certificate);
  for (const delta of deltas) entry = entryFor(delta, certificate) ?? entry;
  if (entry === undefined || entry.extensions.reasonCode === 'removeFromCRL')
    return { status: 'good', source: 'CRL' };
  const reason = entry.extensions.reasonCode ?? 'unspecified';
  return { status: 'revoked', source: 'CRL', reason, at: entry.revocationDate };
}

function entryFor(list: RevocationList, { serialNumber }: Certificate): RevokedCertificate | undefined {
  return list.revokedCertificates.find((entry) => equal(entry.serialNumber, serialNumber));
}
