/**
 * Is the name that was asked for in the certificate? RFC 9525 §6: only subjectAltName counts, and
 * commonName never does.
 */
import { equal } from '../../../bytes/hex.ts';
import { spec } from '../../../bytes/spec.ts';
import { parseIp } from '../../ip.ts';
import type { GeneralName } from '../../model.ts';
import { type CheckModule, failed, notReached, passed } from '../check.ts';
import type { ReferenceName } from '../input.ts';

export const hostName: CheckModule = {
  id: 'host-name',
  spec: spec(9525, '6'),
  judge: (path, { input: { name } }) => {
    if (name === undefined) return notReached('needs-name');
    const [leaf] = path.links;
    const type = name.type === 'dns' ? 'dNSName' : 'iPAddress';
    const all = leaf.certificate.extensions.subjectAltName ?? [];
    const presented = all.filter((one) => one.type === type);
    const match = presented.find((one) => nameMatches(name, one));
    const field = all.length === 0 ? 'tbsCertificate.subject' : `tbsCertificate.extensions.subjectAltName`;
    const evidence = { certificate: leaf.ref, field, expected: name.value };
    if (match) return passed([{ ...evidence, actual: match.value }]);
    if (presented.length === 0)
      return failed('no-names', [{ ...evidence, actual: all.map((one) => one.value) }]);
    return failed('name-mismatch', [{ ...evidence, actual: presented.map((one) => one.value) }]);
  },
};

function nameMatches(reference: ReferenceName, presented: GeneralName): boolean {
  if (reference.type === 'dns')
    return presented.type === 'dNSName' && dnsNameMatches(reference.value, presented.value);
  const address = parseIp(reference.value);
  // RFC 9525 §6.5: octet by octet, never as text.
  return presented.type === 'iPAddress' && address !== undefined && equal(address, presented.bytes);
}

/**
 * RFC 9525 §6.3. A wildcard is a whole left-most label and stands for exactly one label. It must have
 * two labels behind it: '*.com' would speak for strangers.
 */
export function dnsNameMatches(reference: string, presented: string): boolean {
  const wanted = labelsOf(reference.replace(/\.$/, ''));
  const [first, ...rest] = presented.toLowerCase().split('.');
  const wildcard = first === '*';
  const given = labelsOf(wildcard ? rest.join('.') : presented);
  if (wanted === undefined || given === undefined) return false;
  if (!wildcard) return wanted.join('.') === given.join('.');
  return given.length >= 2 && wanted.slice(1).join('.') === given.join('.');
}

/** Lower-case labels; undefined where the text is no host name (RFC 1123 §2.1, with the underscores of practice). */
function labelsOf(name: string): readonly string[] | undefined {
  const labels = name.toLowerCase().split('.');
  const good = labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label));
  // A last label of digits only makes it an address, not a name.
  return good && name.length <= 253 && !/^\d+$/.test(labels.at(-1) ?? '') ? labels : undefined;
}
