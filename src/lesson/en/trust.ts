/** English: the Checks tab. */
import { plural } from '../catalog.ts';
import { fix } from './fixes.ts';
import { date } from './grammar.ts';

type Party = 'browser' | 'server';
type Place = 'sent' | 'store' | 'cache';

/** What the line about a check may quote. */
interface Facts {
  readonly name?: string;
  readonly atLeaf: boolean;
  readonly expected: readonly string[];
  readonly actual: readonly string[];
  readonly notBefore?: number;
  readonly notAfter?: number;
  readonly clock: number;
  readonly roots: number;
  readonly count: number;
  readonly issuer?: string;
  readonly below?: number;
  readonly limit?: number;
  readonly hostIsAddress: boolean;
}

const commonName = (subject: string): string => /(?:^|, ?)CN=([^,]+)/.exec(subject)?.[1] ?? subject;
const nameOf = (facts: Facts): string => facts.name ?? 'a certificate';
const rootsOn = (count: number): string =>
  count === 1 ? 'the one root it trusts' : `one of the ${count} roots switched on`;
const among = (names: readonly string[]): string =>
  names.length === 0 ? 'no name at all' : names.join(', ');

/** '1 Oct to 30 Dec 2026, now 23 Nov': years only where they differ. */
function period({ notBefore, notAfter, clock }: Facts): string {
  if (notBefore === undefined || notAfter === undefined) return `now ${date(clock)}`;
  const without = (time: number): string =>
    sameYear(time, notAfter) ? dayAndMonth.format(time) : date(time);
  return `${without(notBefore)} to ${date(notAfter)}, now ${without(clock)}`;
}

function sameYear(a: number, b: number): boolean {
  return new Date(a).getUTCFullYear() === new Date(b).getUTCFullYear();
}

const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** One line per code of a verdict; what a check says when it passes stands under its own name. */
const lines: Readonly<Record<string, (facts: Facts) => string>> = {
  // Trust anchor.
  'trust-anchor': (f) => `${commonName(f.actual[0] ?? nameOf(f))} is in the store`,
  'leaf-in-store': () => 'the leaf itself is in the store',
  'issuer-not-found': (f) =>
    `No path. ${f.issuer ?? 'The issuer'} was not sent and is not ${rootsOn(f.roots)}.`,
  'root-not-trusted': (f) => `The path ends at ${f.issuer ?? nameOf(f)}, which is not ${rootsOn(f.roots)}.`,
  distrusted: (f) =>
    `${commonName(f.actual[0] ?? nameOf(f))} is marked compromised: every path through it ends here.`,
  'self-signed': (f) => `${nameOf(f)} vouches for itself and is not ${rootsOn(f.roots)}.`,
  'search-limit': () => 'The path grew longer than allowed before it reached a trust anchor.',
  'search-budget': () => 'More ways to search than the budget allows.',
  'no-certificate': () => 'No certificate was sent.',
  'name-chaining': (f) =>
    f.count === 1 ? '1 issuer is the subject above' : `${f.count} issuers, each the subject above`,
  'empty-issuer': (f) => `${nameOf(f)} names no issuer.`,
  'empty-subject': () => 'An authority on this path has no name.',
  'key-identifier-mismatch': (f) =>
    `${nameOf(f)} asks for the key ${among(f.expected)}, not ${among(f.actual)}.`,
  // Signature.
  signature: (f) =>
    f.count === 1
      ? '1 signature verifies with the key of its issuer'
      : `${f.count} signatures verify, each with the key of its issuer`,
  partial: (f) =>
    `${plural(f.count, 'signature verifies', 'signatures verify')}; the last certificate has no issuer here`,
  'bad-signature': (f) =>
    `The signature on ${nameOf(f)} does not verify with the key of ${commonName(f.expected[0] ?? 'its issuer')}.`,
  'weak-algorithm': (f) => `${nameOf(f)} is signed with ${among(f.actual)}, which others can forge.`,
  'unsupported-algorithm': (f) =>
    `${nameOf(f)} is signed with ${among(f.actual)}, which the web does not use.`,
  'algorithm-match': (f) => (f.count === 1 ? 'inside as outside' : `inside as outside, ${f.count} times`),
  'algorithm-mismatch': (f) => `${nameOf(f)} names one algorithm inside the signed part and another outside.`,
  'weak-key': (f) => `${nameOf(f)} has a key of ${among(f.actual)}; 2048 bits is the least.`,
  'unsupported-key': (f) => `${nameOf(f)} has a key of ${among(f.actual)}, which the web does not use.`,
  'signature-budget': () => 'More signatures than the budget allows.',
  // Validity.
  validity: period,
  expired: (f) =>
    `${nameOf(f)} ended on ${f.notAfter === undefined ? 'an earlier day' : date(f.notAfter)}, now ${date(f.clock)}.`,
  'not-yet-valid': (f) =>
    `${nameOf(f)} starts on ${f.notBefore === undefined ? 'a later day' : date(f.notBefore)}, now ${date(f.clock)}.`,
  // Host name.
  'host-name': (f) => `${f.hostIsAddress ? 'iPAddress' : 'dNSName'} ${among(f.actual)}`,
  'name-mismatch': (f) => `${among(f.expected)} is not among ${among(f.actual)}.`,
  'no-names': (f) =>
    `subjectAltName has ${f.hostIsAddress ? 'no iPAddress' : 'no dNSName'}; the common name does not count.`,
  'subject-names': (f) =>
    f.actual.length === 0
      ? 'no subjectAltName to read'
      : `${plural(f.actual.length, 'name', 'names')}, well formed`,
  'malformed-name': (f) => `${among(f.actual)} in ${nameOf(f)} is no such name.`,
  'public-suffix-wildcard': (f) => `${among(f.actual)} covers names of strangers.`,
  'common-name-not-listed': (f) => `The common name ${among(f.actual)} is not among ${among(f.expected)}.`,
  'wrong-name-criticality': (f) => `subjectAltName of ${nameOf(f)} is ${among(f.actual)}.`,
  'nameless-leaf': (f) => `${nameOf(f)} has neither a subject nor a subjectAltName.`,
  // Constraints, usages, extensions.
  'basic-constraints': (f) => (f.count > 1 ? 'leaf cA FALSE, its issuers cA TRUE' : 'leaf cA FALSE'),
  'not-a-ca': (f) => `${nameOf(f)} signs a certificate but has ${f.actual[0] ?? 'no basicConstraints'}.`,
  'leaf-is-a-ca': (f) => `${nameOf(f)} stands first and is an authority: cA TRUE.`,
  'path-length': (f) =>
    f.limit === undefined
      ? `${plural(f.below ?? 0, 'authority', 'authorities')} below, no limit`
      : `${plural(f.below ?? 0, 'authority', 'authorities')} below, ${f.limit} allowed`,
  'path-too-long': (f) =>
    `${plural(f.below ?? 0, 'authority stands', 'authorities stand')} below ${nameOf(f)}, which allows ${f.limit ?? 0}.`,
  'key-usage': (f) => (f.count > 1 ? 'leaf digitalSignature, issuers keyCertSign' : 'digitalSignature'),
  'no-key-cert-sign': (f) => `${nameOf(f)} may not sign certificates: keyUsage is ${among(f.actual)}.`,
  'no-digital-signature': (f) => `${nameOf(f)} may not sign the handshake: keyUsage is ${among(f.actual)}.`,
  'no-key-usage': (f) => `${nameOf(f)} lacks ${among(f.expected)}: keyUsage is ${among(f.actual)}.`,
  'key-cert-sign-without-ca': (f) => `${nameOf(f)} has keyCertSign without cA TRUE.`,
  'extended-key-usage': (f) => among(f.expected),
  'wrong-purpose': (f) => `${nameOf(f)} is for ${among(f.actual)}, not for ${among(f.expected)}.`,
  'no-purpose': (f) => `${nameOf(f)} has no extKeyUsage; ${among(f.expected)} is wanted.`,
  'critical-extensions': (f) =>
    f.count === 0 ? 'none is marked critical' : `all ${f.count} critical ones are understood`,
  'unknown-critical-extension': (f) => `${nameOf(f)} has ${among(f.actual)}, critical and not understood.`,
  'forbidden-purpose': (f) => `${nameOf(f)} also lists ${among(f.actual)}.`,
  'name-constraints': (f) =>
    f.expected.length === 0 ? 'no authority here limits names' : `all names within ${among(f.expected)}`,
  'name-not-permitted': (f) => `${among(f.actual)} is not within ${among(f.expected)}.`,
  'name-excluded': (f) => `${among(f.actual)} is within the excluded ${among(f.expected)}.`,
  'malformed-constraint': (f) => `${nameOf(f)} has a limit that is none: ${among(f.actual)}.`,
  'unsupported-constraint': (f) => `${nameOf(f)} limits names of the kind ${among(f.actual)}.`,
  'name-constraint-budget': () => 'More names to compare than the budget allows.',
  policies: (f) => (f.actual.length === 0 ? 'none is demanded' : among(f.actual)),
  'no-valid-policy': (f) => `${nameOf(f)} demands a policy, and none holds along the path.`,
  'bad-policy-mapping': (f) => `${nameOf(f)} maps anyPolicy.`,
  'duplicate-policy': (f) => `${nameOf(f)} lists ${among(f.actual)} twice.`,
  'extension-rules': (f) => `${plural(f.count, 'certificate has', 'certificates have')} what they must`,
  'missing-extension': (f) => `${nameOf(f)} lacks ${among(f.expected)}.`,
  'wrong-criticality': (f) => `${among(f.expected)} in ${nameOf(f)} is ${among(f.actual)}.`,
  'misplaced-extension': (f) => `${among(f.actual)} has no place in ${nameOf(f)}.`,
  // Serial number, encoding, revocation.
  'serial-number': (f) =>
    f.count === 1 ? 'positive, short enough' : 'all positive, short enough, different',
  'serial-not-positive': (f) => `The serial number of ${nameOf(f)} is not positive.`,
  'serial-too-long': (f) =>
    `The serial number of ${nameOf(f)} has ${among(f.actual)} octets, at most 20 may be.`,
  'serial-reused': (f) => `${among(f.actual)} stands in two certificates of one issuer.`,
  encoding: (f) => `${plural(f.count, 'certificate', 'certificates')} of version 3, written as they must be`,
  'wrong-version': (f) => `${nameOf(f)} is of version ${among(f.actual)}.`,
  'wrong-time-form': (f) => `A date of ${nameOf(f)} is written as ${among(f.actual)}.`,
  'empty-period': (f) => `The period of ${nameOf(f)} ends before it begins.`,
  'unique-identifier': (f) => `${nameOf(f)} has a unique identifier.`,
  'algorithm-parameters': (f) => `${among(f.actual)} in ${nameOf(f)} has the wrong parameters.`,
  'not-der': (f) => `${nameOf(f)} is not in DER at ${among(f.actual)}.`,
  revocation: (f) => `not revoked, says ${among(f.actual)}`,
  'no-answer': () => 'nobody could say; this browser lets that pass',
  revoked: (f) => `${nameOf(f)} was revoked: ${among(f.actual)}.`,
  'status-unknown': (f) => `Nobody says whether ${nameOf(f)} was revoked.`,
  'staple-missing': (f) => `${nameOf(f)} promises a stapled answer, and none came.`,
  'bad-staple': (f) => `The stapled answer proves nothing: ${among(f.actual)}.`,
  'bad-crl': (f) => `The list for ${nameOf(f)} cannot be used: ${among(f.actual)}.`,
  'bad-ocsp-response': (f) => `The answer for ${nameOf(f)} cannot be used: ${among(f.actual)}.`,
  // Not reached: what it needs.
  'needs-issuer': () => 'needs the issuer’s public key',
  'needs-name': () => 'needs a host name; this certificate names a person',
  'needs-certificate': () => 'needs a certificate',
  'not-asked': () => 'not asked for',
  'needs-path': () => 'needs a path to a trust anchor',
  'given-up': () => 'the path was given up before',
};

export const trust = {
  checks: {
    title: 'Checks',
    'trust-anchor': 'Trust anchor',
    'name-chaining': 'Name chaining',
    signature: 'Signature',
    'algorithm-match': 'Algorithm match',
    validity: 'Validity',
    'host-name': 'Host name',
    'subject-names': 'Names in the leaf',
    'basic-constraints': 'Basic constraints',
    'path-length': 'Path length',
    'key-usage': 'Key usage',
    'extended-key-usage': 'Extended key usage',
    'name-constraints': 'Name constraints',
    policies: 'Policies',
    'critical-extensions': 'Critical extensions',
    'extension-rules': 'Extension rules',
    'serial-number': 'Serial number',
    encoding: 'Version and encoding',
    revocation: 'Revocation',
  },
  verdicts: { passed: 'passed', failed: 'failed', 'not-reached': 'not reached' },
  tally: {
    passed: (n: number) => `${n} passed`,
    failed: (n: number) => `${n} failed`,
    notReached: (n: number) => `${n} not reached`,
  },
  /** Passing checks are worded under their own name, all others under their code. */
  line: (id: string, code: string, facts: Facts): string =>
    (lines[code === 'ok' ? id : code] ?? (() => code))(facts),
  evidence: {
    show: (check: string) => `Evidence for ${check}`,
    wanted: 'wanted',
    found: 'found',
    searched: { sent: 'among what was sent', cache: 'in the cache', store: 'in the root store' },
    foundCount: (count: string) => (count === '0' ? 'none of that name' : `${count} of that name`),
    until: 'limit',
    clock: 'clock',
    bytes: 'at its bytes',
  },
  /** What stands under the checks that failed, or all of them. */
  rest: (all: boolean, count: number) =>
    all ? `All ${count} checks` : plural(count, 'other check', 'other checks'),
  budget: (spent: number, budget: number) =>
    `${plural(spent, 'signature', 'signatures')} checked, budget ${budget}`,

  alert: {
    /** "Then, encrypted: the browser sends Alert …" */
    lead: (level: string): string => (level === 'plaintext' ? 'Then, in the clear:' : 'Then, encrypted:'),
    name: 'Alert',
    text: (fatal: boolean, name: string, code: number) => `${fatal ? 'fatal' : 'warning'}, ${name} (${code})`,
    from: (who: Party) => `sent by the ${who}`,
  },

  path: {
    title: 'Path building',
    subtitle: 'from the leaf towards a root the browser trusts',
    clientSubtitle: 'from the browser’s certificate towards the root the server trusts',
    sentTitle: 'What was sent',
    sentCount: (count: number) => `Certificate message, ${plural(count, 'entry', 'entries')}`,
    issuedBy: (issuer: string) => `issued by ${issuer}`,
    nothing: 'Nothing. The issuer’s certificate belongs here.',
    roles: {
      leaf: { browser: 'Client certificate', server: 'Server certificate' },
      intermediate: 'Intermediate',
      root: 'Root',
    },
    from: { sent: 'sent', store: 'in the store', cache: 'in the cache' } as Readonly<Record<Place, string>>,
    missing: { intermediate: 'Intermediate, missing', root: 'Root, not in the store' },
    store: 'Root store',
    storeText: (roots: number) => plural(roots, 'root switched on', 'roots switched on'),
    neverReached: 'never reached',
    verified: 'signature verified',
    broken: 'no issuer here',
    badSignature: 'signature does not verify',
    rows: {
      issuer: 'Issuer',
      issuerKeyId: 'Issuer id',
      keyId: 'Key id',
      key: 'Key',
      validTo: 'Valid to',
      validFrom: 'Valid from',
      names: 'Names',
      maySign: 'May sign',
      sent: 'Sent',
      cached: 'Cached',
      inStore: 'In store',
    },
    itself: 'itself',
    no: 'no',
    found: (count: number) => String(count),
    date,
    maySign: (usages: readonly string[]) =>
      [
        usages.includes('keyCertSign') ? 'certs' : '',
        usages.includes('cRLSign') ? 'CRLs' : '',
        usages.includes('digitalSignature') ? 'handshakes' : '',
      ]
        .filter(Boolean)
        .join(', '),
    aia: (fetches: boolean): readonly [string, string] => [
      'The leaf says where its issuer can be fetched, AIA caIssuers: ',
      fetches
        ? '. This browser went and looked, and nothing answered.'
        : '. Some browsers go and look. This one does not.',
    ],
    notCarried: 'held by the browser',
  },

  candidates: {
    title: 'Paths tried',
    count: (count: number) => plural(count, 'path', 'paths'),
    accepted: 'accepted',
    dropped: 'dropped',
    why: (check: string, name: string) => `${check} at ${name}`,
  },

  roots: {
    title: 'Browser root store',
    subtitle: 'invented roots, switch them to see what breaks',
    on: (on: number, of: number) => `${on} of ${of} on`,
    tryLead: 'Try it.',
    tryMissing: (root: string) =>
      `Switch ${root} off and send the full chain: the signature now checks, and the path still ends nowhere.`,
    tryTrusted: (root: string) =>
      `Switch ${root} off: every signature still verifies, and nothing in the store vouches for the path.`,
  },

  fix: {
    title: 'How to fix it',
    text: fix,
    servers: 'Server',
    serverNames: { nginx: 'nginx', apache: 'Apache', haproxy: 'HAProxy', caddy: 'Caddy', node: 'Node' },
    applied: 'The fix is applied and the handshake has run again.',
  },

  lists: {
    titles: {
      suites: 'Cipher suites',
      groups: 'Key exchange groups',
      schemes: 'Signature schemes',
      protocols: 'Application protocols',
    },
    offers: 'Browser offers',
    accepts: 'Server accepts',
    both: 'In both lists',
    empty: 'nothing',
    explain: 'No entry stands in both lists, so there is nothing to go on with.',
    none: 'none',
  },

  fault: {
    title: 'What was wrong',
    rows: { code: 'Fault', at: 'Field', detail: 'Found', spec: 'Rule', by: 'Noticed by', alert: 'Alert' },
    by: { browser: 'browser', server: 'server' },
    alert: (name: string, code: number) => `${name} (${code})`,
  },
};
