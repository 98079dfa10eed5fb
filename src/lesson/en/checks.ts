/** English texts about the checks of path validation: what each demands, and what it found. */
import type { CheckWords } from '../error-words.ts';
import { code, rich, term } from '../rich.ts';
import { chainFailure } from './chain-failures.ts';
import { and, count, date } from './grammar.ts';

export const checks: CheckWords = {
  names: {
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
  why: {
    'trust-anchor': rich`The ${term('path')} must end at a root that was trusted before. Without this check anyone could vouch for himself.`,
    signature: rich`Each certificate must be signed with the key of the one above. Without this check a name and a key could be put together at will.`,
    'name-chaining': rich`The ${term('issuer')} of each certificate must be, name for name, the ${term('subject')} of the one above. Without this check any authority could be passed off as the one that vouches.`,
    'algorithm-match': rich`The signature algorithm stands twice, inside and outside the signed part, and both must agree. Without this check somebody could change the unprotected one.`,
    validity: rich`Every certificate of the ${term('path')} must be within its ${term('validity')} period. Without this check a stolen key would be good for ever.`,
    'host-name': rich`The name in the address bar must stand in the ${term('subject-alternative-name')} of the leaf. Without this check a certificate for any name would do for every name.`,
    'subject-names': rich`Every name in the leaf must be written as the standard says, and the ${term('common-name')} may only repeat one of them. Without this check two programs could read two different names from one certificate.`,
    'basic-constraints': rich`Every issuer must be a ${term('certification-authority')}, and the leaf must not. Without this check each website could issue certificates for others.`,
    'path-length': rich`A CA may limit how many others follow below it (${term('path-length')}). Without this check an intermediate could create authorities at will.`,
    'key-usage': rich`Issuers need ${code('keyCertSign')}, the leaf ${code('digitalSignature')} (${term('key-usage')}). Without this check a key made for one thing could be abused for another.`,
    'extended-key-usage': rich`The leaf must have been issued for this purpose (${term('extended-key-usage')}). Without this check a certificate for e-mail could stand for a website.`,
    'name-constraints': rich`An authority may be limited to some domains, addresses or organisations, and everything below it must stay inside. Without this check a company’s own CA could vouch for every website.`,
    policies: rich`Where an authority above demands it, one ${term('certificate-policy')} must hold along the whole ${term('path')}. Without this check a certificate issued under lax rules could pass for one issued under strict rules.`,
    'extension-rules': rich`Extensions that must be there have to be there, and each must be critical or not as the standard says. Without this check programs that skip what they may skip would come to different verdicts.`,
    'serial-number': rich`Serial numbers are positive, no longer than 20 octets, and never given twice by one ${term('issuer')}. Without this check a ${term('revocation')} could hit the wrong certificate, or none.`,
    encoding: rich`Version, times and algorithms must be written in the one form that ${term('der')} and RFC 5280 leave. Without this check one signature would cover many readings of the same bytes.`,
    revocation: rich`The issuer must not have taken the certificate back before its time. Without this check a stolen key would be good until the certificate ends.`,
    'critical-extensions': rich`Every ${term('critical-extension')} must be understood. Without this check limits that an issuer has set could be overlooked.`,
  },
  passed: {
    'trust-anchor': (f) =>
      rich`${f.certificates.at(-1) ?? 'The last certificate'} is in the ${term('root-store', 'store')}.`,
    signature: (f) =>
      f.certificates.length === 1
        ? rich`1 signature verifies, with the ${term('public-key')} of the issuer.`
        : rich`${f.certificates.length} signatures verify, each with the ${term('public-key')} of the issuer.`,
    'name-chaining': (f) =>
      f.certificates.length === 1
        ? rich`1 certificate names its issuer, and that name is the one above.`
        : rich`${f.certificates.length} certificates name their issuer, and each name is the one above.`,
    'algorithm-match': (f) =>
      f.certificates.length === 1
        ? rich`1 certificate names the same algorithm inside and outside (${and([...new Set(f.actual)].map(code))}).`
        : rich`${f.certificates.length} certificates name the same algorithm inside and outside (${and([...new Set(f.actual)].map(code))}).`,
    validity: (f) =>
      f.notBefore === undefined || f.notAfter === undefined
        ? rich`All certificates are within their periods on ${date(f.clock)}.`
        : rich`The leaf is good from ${date(f.notBefore)} to ${date(f.notAfter)}, and it is ${date(f.clock)}${f.certificates.length > 1 ? '; the others are within their periods too' : ''}.`,
    'host-name': (f) =>
      f.actual[0] === f.expected[0]
        ? rich`${code(f.expected[0] ?? '')} stands in the ${term('subject-alternative-name')}.`
        : rich`${code(f.actual[0] ?? '')} in the ${term('subject-alternative-name')} covers ${code(f.expected[0] ?? '')}.`,
    'subject-names': (f) =>
      f.actual.length === 0
        ? rich`The leaf has no ${term('subject-alternative-name')} to read.`
        : rich`${count(f.actual.length, 'name is', 'names are')} well formed, and the ${term('common-name')} adds none.`,
    'basic-constraints': (f) =>
      rich`The leaf has cA FALSE${f.certificates.length > 1 ? ', the certificates above it cA TRUE' : ''}.`,
    'path-length': (f) =>
      f.expected.length === 0
        ? rich`No authority on this path sets a limit.`
        : rich`${count(f.expected.length, 'authority sets a limit, and it is kept', 'authorities set a limit, and all are kept')}.`,
    'key-usage': (f) =>
      rich`The leaf may sign${f.certificates.length > 1 ? ', and the certificates above it may sign certificates' : ''}.`,
    'extended-key-usage': (f) => rich`${and(f.expected.slice(0, 1).map(code))} is among the purposes.`,
    'name-constraints': (f) =>
      f.expected.length === 0
        ? rich`No authority on this path limits the names below it.`
        : rich`${count(f.expected.length, 'limit', 'limits')} on names (${and(f.expected.slice(0, 4).map(code))}), and every name keeps to them.`,
    policies: (f) =>
      f.actual.length === 0
        ? rich`Nobody on this path demands a ${term('certificate-policy')}.`
        : rich`${and(f.actual.map(code))} holds along the whole path.`,
    'extension-rules': (f) =>
      rich`The extensions of ${count(f.certificates.length, 'certificate', 'certificates')} are those they need, each critical or not as it must be.`,
    'serial-number': (f) =>
      f.certificates.length === 1
        ? rich`1 serial number, positive and not longer than 20 octets.`
        : rich`${f.certificates.length} serial numbers, all positive, none longer than 20 octets, none used twice by one issuer.`,
    encoding: (f) =>
      rich`${count(f.certificates.length, 'certificate keeps', 'certificates keep')} to the one form there is.`,
    revocation: (f) =>
      rich`Asked by ${and([...new Set(f.actual)].map(code))}: ${f.certificates.length > 1 ? 'none of them was' : 'it was not'} revoked.`,
    'critical-extensions': (f) =>
      f.actual.length === 0
        ? rich`No extension is marked critical.`
        : rich`${count(f.actual.length, 'critical extension', 'critical extensions')}, all understood.`,
  },
  leafInStore: rich`The leaf itself is in the ${term('root-store', 'store')}: somebody decided to trust this one certificate.`,
  partial: rich`The signatures that could be checked verify. For the last one the issuer is missing.`,
  noAnswer: rich`Nobody could say whether the certificate was revoked, and this browser lets that pass (soft fail). Whoever can hold back the answer can therefore use a revoked one.`,
  failed: chainFailure,
  notReached: {
    'needs-issuer': rich`Not reached: it needs the certificate of the ${term('issuer')}.`,
    'needs-name': rich`Not asked: there is no name to compare with. A client certificate is known by its ${term('subject')}.`,
    'needs-certificate': rich`Not reached: no certificate was sent.`,
    'not-asked': rich`Not asked: this browser does not ask about ${term('revocation')}.`,
    'needs-path': rich`Not reached: only the issuer can be believed about it, and no trusted path leads there.`,
    'given-up': rich`Not reached: another check had ended this path before it came to a ${term('trust-anchor')}.`,
  },
};
