/**
 * Whether an applicant controls a name. The only thing in the workshop that is modelled: there is no network
 * here, so the "record" that a real registration authority would look up is a switch of the learner's.
 */
import { parseIp } from '../../x509/ip.ts';
import { plainName } from '../extensions.ts';
import type { NameFinding } from './model.ts';

/** Endings that the public DNS does not have (RFC 6762 §3, RFC 8375 §4, RFC 6761 §6, RFC 9476). */
const localEndings = /(^|\.)(local|localhost|internal|lan|home|corp|test|invalid|alt|home\.arpa)$/i;

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;

export function findingFor(name: string, records: readonly string[]): NameFinding {
  const finding = (code: NameFinding['code'], proved = false): NameFinding => ({ name, proved, code });
  const { type, value } = plainName(name);
  if (type === 'ip') {
    if (isPrivate(value)) return finding('private-address');
    return records.includes(value) ? finding('record-found', true) : finding('no-record');
  }
  if (type === 'email')
    return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? finding('mail-answered', true) : finding('no-name');
  const host = value.replace(/^\*\./, '');
  if (type !== 'dns' || !host.split('.').every((part) => label.test(part))) return finding('no-name');
  if (localEndings.test(host) || !host.includes('.')) return finding('local-name');
  if (records.includes(value)) return finding('record-found', true);
  return finding(value === host ? 'no-record' : 'no-wildcard-record');
}

/** Whether a record could be set for it at all. */
export function canHaveRecord({ code }: NameFinding): boolean {
  return code === 'record-found' || code === 'no-record' || code === 'no-wildcard-record';
}

/** Addresses that mean another machine in every network (RFC 1918 §3, RFC 4193 §3, RFC 3927, loopback). */
function isPrivate(text: string): boolean {
  const octets = parseIp(text) ?? new Uint8Array();
  const [a = 0, b = 0] = octets;
  if (octets.length === 4)
    return (
      a === 10 ||
      a === 127 ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254)
    );
  return (
    (a & 0xfe) === 0xfc ||
    (a === 0xfe && (b & 0xc0) === 0x80) ||
    octets.every((octet, i) => octet === Number(i === 15))
  );
}
