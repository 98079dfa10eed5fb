/**
 * Are the names in the leaf written as they must be? RFC 5280 §4.1.2.6 and §4.2.1.6; for servers on the
 * web also the Baseline Requirements §7.1.2.7.12 and §7.1.4.3.
 */
import { spec } from '../../../bytes/spec.ts';
import { formatIp } from '../../ip.ts';
import type { GeneralName } from '../../model.ts';
import { patternOf } from '../../names/dns.ts';
import { mailboxOf } from '../../names/mailbox.ts';
import {
  type CheckModule,
  type Context,
  extensionField,
  type Fault,
  failed,
  linkAt,
  passed,
  type Path,
  type Verdict,
} from '../check.ts';
import type { Evidence } from '../result.ts';

export const subjectNames: CheckModule = {
  id: 'subject-names',
  spec: spec(5280, '4.2.1.6'),
  faultAt: (path, index, context) => (index === 0 ? firstFault(path, context) : undefined),
  judge: (path, context) => {
    const fault = path.clean ? undefined : firstFault(path, context);
    return fault instanceof Promise ? fault.then((found) => verdictOn(path, found)) : verdictOn(path, fault);
  },
};

function verdictOn(path: Path, fault: Fault | undefined): Verdict {
  if (fault) return failed(fault);
  const names = linkAt(path, 0).certificate.extensions.subjectAltName ?? [];
  const values = names.map((name) => name.value);
  return passed(values.length === 0 ? [] : [evidence(path, values)]);
}

/** At once, but for a wildcard that has to be looked up. */
function firstFault(path: Path, context: Context): Fault | undefined | Promise<Fault | undefined> {
  const web = context.profile === 'web' && context.input.purpose === 'serverAuth';
  const counts = (fault: Fault): boolean => !context.tolerated.has(fault.code);
  for (const fault of commonFaults(path, web)) if (counts(fault)) return fault;
  if (!web) return undefined;
  for (const fault of webFaults(path)) if (counts(fault)) return fault;
  const wildcards = wildcardsOf(path);
  if (wildcards.length === 0 || context.tolerated.has('public-suffix-wildcard')) return undefined;
  return publicWildcard(path, wildcards);
}

function* commonFaults(path: Path, web: boolean): Iterable<Fault> {
  const { subject, extensions } = linkAt(path, 0).certificate;
  const names = extensions.subjectAltName;
  if (names === undefined && subject.rdns.length === 0)
    yield { code: 'nameless-leaf', evidence: [evidence(path, [])], spec: spec(5280, '4.1.2.6') };
  const malformed = names?.find((name) => !isWellFormed(name));
  if (malformed) yield { code: 'malformed-name', evidence: [evidence(path, malformed.value)] };
  const critical = extensions.all.find((extension) => extension.name === 'subjectAltName')?.critical;
  const alone = subject.rdns.length === 0;
  // Alone it must be critical; beside a subject the RFC only advises against it, the web forbids it.
  if (critical !== undefined && critical !== alone && (alone || web))
    yield {
      code: 'wrong-name-criticality',
      evidence: [evidence(path, critical ? 'critical' : 'not critical')],
    };
}

/**
 * §7.1.4.3: a commonName repeats, letter for letter, one of the names that were checked. Told apart by
 * kind: what no program takes for a name ('Example Ltd') misleads nobody, and the domain above a listed
 * name was checked with it (an Authorization Domain Name, §3.2.2.4).
 */
function* webFaults(path: Path): Iterable<Fault> {
  const { certificate, ref } = linkAt(path, 0);
  const names = certificate.extensions.subjectAltName ?? [];
  const hosts = names.flatMap((name) =>
    name.type === 'dNSName' && looksLikeHost(name.value) ? [name.value] : [],
  );
  const addresses = names.flatMap((name) => (name.type === 'iPAddress' ? [formatIp(name.bytes) ?? ''] : []));
  for (const { type, value } of certificate.subject.rdns.flat()) {
    if (type !== 'CN') continue;
    const expected = looksLikeAddress(value) ? addresses : looksLikeHost(value) ? hosts : [];
    if (expected.length > 0 && !expected.some((name) => name === value || name.endsWith(`.${value}`)))
      yield {
        code: 'common-name-not-listed',
        evidence: [{ certificate: ref, field: 'tbsCertificate.subject', expected, actual: value }],
      };
  }
}

/** As lenient parsers take addresses: '0xC0.0x00.0x02.0x01', '192.0.02.1', and anything with a colon. */
function looksLikeAddress(text: string): boolean {
  return /^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(text) || /^(?:[^.]+\.)*(?:\d+|0[xX][0-9a-fA-F]*)$/.test(text);
}

function looksLikeHost(text: string): boolean {
  return /^[^\s.@/]+(?:\.[^\s.@/]+)+$/.test(text);
}

/** A wildcard for all names that strangers register, Baseline Requirements §3.2.2.6. */
async function publicWildcard(path: Path, wildcards: readonly string[]): Promise<Fault | undefined> {
  const { isPublicSuffix } = await import('../../names/public-suffix.ts');
  const found = wildcards.find((name) => isPublicSuffix(name.slice(2).toLowerCase()));
  return found === undefined
    ? undefined
    : { code: 'public-suffix-wildcard', evidence: [evidence(path, found)] };
}

function wildcardsOf(path: Path): readonly string[] {
  const names = linkAt(path, 0).certificate.extensions.subjectAltName ?? [];
  return names.flatMap(({ type, value }) => (type === 'dNSName' && value.startsWith('*.') ? [value] : []));
}

function isWellFormed(name: GeneralName): boolean {
  switch (name.type) {
    case 'dNSName':
      return patternOf(name.value) !== undefined;
    case 'rfc822Name':
      return mailboxOf(name.value) !== undefined;
    case 'uniformResourceIdentifier':
      // An absolute URI, RFC 5280 §4.2.1.6.
      return /^[A-Za-z][A-Za-z0-9+.-]*:./.test(name.value);
    case 'iPAddress':
    case 'directoryName':
    case 'otherName':
    case 'x400Address':
    case 'ediPartyName':
    case 'registeredID':
      return true;
  }
}

function evidence(path: Path, actual: string | readonly string[]): Evidence {
  const { certificate, ref } = linkAt(path, 0);
  const field = certificate.extensions.subjectAltName
    ? extensionField('subjectAltName')
    : 'tbsCertificate.subject';
  return { certificate: ref, field, actual };
}
