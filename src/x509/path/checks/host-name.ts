/**
 * Is the name that was asked for in the certificate? RFC 9525 §6: only subjectAltName counts, and
 * commonName never does. Some clients read it all the same where there is no subjectAltName.
 */
import { equal } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { parseIp } from '../../ip.ts';
import type { GeneralName } from '../../model.ts';
import { dnsNameMatches } from '../../names/dns.ts';
import { mailboxMatches } from '../../names/mailbox.ts';
import { type Context, extensionField, linkAt, linkCheck, notReached, type Path } from '../check.ts';
import type { ReferenceName } from '../input.ts';
import type { Evidence } from '../result.ts';

export const hostName = linkCheck({
  id: 'host-name',
  spec: spec(9525, '6'),
  notReached: (_, context) => (wantedNames(context).length === 0 ? notReached('needs-name') : undefined),
  *faults(path, index, context) {
    if (index > 0) return;
    const all = presentedNames(path, context);
    for (const name of wantedNames(context)) {
      const presented = all.filter((one) => one.type === types[name.type]);
      if (presented.length === 0)
        yield {
          code: 'no-names',
          evidence: [
            evidence(
              path,
              name,
              all.map((one) => one.value),
            ),
          ],
        };
      else if (!presented.some((one) => nameMatches(name, one)))
        yield {
          code: 'name-mismatch',
          evidence: [
            evidence(
              path,
              name,
              presented.map((one) => one.value),
            ),
          ],
        };
    }
  },
  evidence: (path, context) =>
    wantedNames(context).map((name) => {
      const match = presentedNames(path, context).find((one) => nameMatches(name, one));
      return evidence(path, name, match?.value ?? '');
    }),
});

const types = { dns: 'dNSName', ip: 'iPAddress', email: 'rfc822Name' } as const;

function wantedNames({ input: { name, names = [] } }: Context): readonly ReferenceName[] {
  return name === undefined ? names : [name, ...names];
}

function presentedNames(path: Path, { input: { policy } }: Context): readonly GeneralName[] {
  const { extensions, subject } = linkAt(path, 0).certificate;
  if (extensions.subjectAltName) return extensions.subjectAltName;
  if (policy?.commonName !== true || subject.commonName === undefined) return [];
  return [{ type: 'dNSName', value: subject.commonName }];
}

function evidence(path: Path, name: ReferenceName, actual: string | readonly string[]): Evidence {
  const { certificate, ref } = linkAt(path, 0);
  const field = certificate.extensions.subjectAltName
    ? extensionField('subjectAltName')
    : 'tbsCertificate.subject';
  return { certificate: ref, field, expected: name.value, actual };
}

function nameMatches(reference: ReferenceName, presented: GeneralName): boolean {
  if (presented.type === 'dNSName')
    return reference.type === 'dns' && dnsNameMatches(reference.value, presented.value);
  if (presented.type === 'rfc822Name')
    return reference.type === 'email' && mailboxMatches(reference.value, presented.value);
  if (presented.type !== 'iPAddress' || reference.type !== 'ip') return false;
  // RFC 9525 §6.5: octet by octet, never as text.
  const address = parseIp(reference.value);
  return address !== undefined && equal(address, presented.bytes);
}
