/** English texts about the checks of path validation: what each demands, and what it found. */
import type { CheckWords } from '../error-words.ts';
import { code, rich, term } from '../rich.ts';
import { chainFailure } from './chain-failures.ts';
import { and, count, date } from './grammar.ts';

export const checks: CheckWords = {
  names: {
    'trust-anchor': 'Trust anchor',
    signature: 'Signature',
    validity: 'Validity',
    'host-name': 'Host name',
    'basic-constraints': 'Basic constraints',
    'path-length': 'Path length',
    'key-usage': 'Key usage',
    'extended-key-usage': 'Extended key usage',
    'critical-extensions': 'Critical extensions',
  },
  why: {
    'trust-anchor': rich`The ${term('path')} must end at a root that was trusted before. Without this check anyone could vouch for himself.`,
    signature: rich`Each certificate must be signed with the key of the one above. Without this check a name and a key could be put together at will.`,
    validity: rich`Every certificate of the ${term('path')} must be within its ${term('validity')} period. Without this check a stolen key would be good for ever.`,
    'host-name': rich`The name in the address bar must stand in the ${term('subject-alternative-name')} of the leaf. Without this check a certificate for any name would do for every name.`,
    'basic-constraints': rich`Every issuer must be a ${term('certification-authority')}, and the leaf must not. Without this check each website could issue certificates for others.`,
    'path-length': rich`A CA may limit how many others follow below it (${term('path-length')}). Without this check an intermediate could create authorities at will.`,
    'key-usage': rich`Issuers need ${code('keyCertSign')}, the leaf ${code('digitalSignature')} (${term('key-usage')}). Without this check a key made for one thing could be abused for another.`,
    'extended-key-usage': rich`The leaf must have been issued for this purpose (${term('extended-key-usage')}). Without this check a certificate for e-mail could stand for a website.`,
    'critical-extensions': rich`Every ${term('critical-extension')} must be understood. Without this check limits that an issuer has set could be overlooked.`,
  },
  passed: {
    'trust-anchor': (f) =>
      rich`${f.certificates.at(-1) ?? 'The last certificate'} is in the ${term('root-store', 'store')}.`,
    signature: (f) =>
      f.certificates.length === 1
        ? rich`1 signature verifies, with the ${term('public-key')} of the issuer.`
        : rich`${f.certificates.length} signatures verify, each with the ${term('public-key')} of the issuer.`,
    validity: (f) =>
      f.notBefore === undefined || f.notAfter === undefined
        ? rich`All certificates are within their periods on ${date(f.clock)}.`
        : rich`The leaf is good from ${date(f.notBefore)} to ${date(f.notAfter)}, and it is ${date(f.clock)}${f.certificates.length > 1 ? '; the others are within their periods too' : ''}.`,
    'host-name': (f) =>
      f.actual[0] === f.expected[0]
        ? rich`${code(f.expected[0] ?? '')} stands in the ${term('subject-alternative-name')}.`
        : rich`${code(f.actual[0] ?? '')} in the ${term('subject-alternative-name')} covers ${code(f.expected[0] ?? '')}.`,
    'basic-constraints': (f) =>
      rich`The leaf has cA FALSE${f.certificates.length > 1 ? ', the certificates above it cA TRUE' : ''}.`,
    'path-length': (f) =>
      f.expected.length === 0
        ? rich`No authority on this path sets a limit.`
        : rich`${count(f.expected.length, 'authority sets a limit, and it is kept', 'authorities set a limit, and all are kept')}.`,
    'key-usage': (f) =>
      rich`The leaf may sign${f.certificates.length > 1 ? ', and the certificates above it may sign certificates' : ''}.`,
    'extended-key-usage': (f) => rich`${and(f.expected.slice(0, 1).map(code))} is among the purposes.`,
    'critical-extensions': (f) =>
      f.actual.length === 0
        ? rich`No extension is marked critical.`
        : rich`${count(f.actual.length, 'critical extension', 'critical extensions')}, all understood.`,
  },
  leafInStore: rich`The leaf itself is in the ${term('root-store', 'store')}: somebody decided to trust this one certificate.`,
  partial: rich`The signatures that could be checked verify. For the last one the issuer is missing.`,
  failed: chainFailure,
  notReached: {
    'needs-issuer': rich`Not reached: it needs the certificate of the ${term('issuer')}.`,
    'needs-name': rich`Not asked: there is no name to compare with. A client certificate is known by its ${term('subject')}.`,
    'needs-certificate': rich`Not reached: no certificate was sent.`,
  },
};
