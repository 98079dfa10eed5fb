/** GeneralName in the forms the command gives it. */
import { contentOf, type DerNode, universal } from '../../bytes/der-node.ts';
import { oidOf, stringOf } from '../../bytes/der-values.ts';
import type { GeneralName } from '../../x509/model.ts';
import { readGeneralName } from '../../x509/general-name.ts';
import { longName, nameLine, nameSlashes } from './names.ts';

/** As in subjectAltName: 'DNS:a.example', 'IP Address:10.0.0.1', 'DirName:/C=CH'. */
export function generalNameText(node: DerNode, bytes: Uint8Array): string {
  const name = readGeneralName(node, bytes, 'GeneralName').value;
  if (name.type === 'otherName') return otherName(node, bytes);
  if (name.type === 'iPAddress') return `IP Address:${address(name.bytes)}`;
  if (name.type === 'directoryName') return `DirName:${nameSlashes(name.name)}`;
  return plain(name);
}

/** As in distribution points and name constraints: 'DirName:C = CH, CN = dir'. */
export function generalNameLine(node: DerNode, bytes: Uint8Array, masked = false): string {
  const name = readGeneralName(node, bytes, 'GeneralName', masked).value;
  if (name.type === 'otherName') return 'othername:<unsupported>';
  if (name.type === 'directoryName') return `DirName:${nameLine(name.name)}`;
  if (name.type !== 'iPAddress') return plain(name);
  const half = name.bytes.length / 2;
  return masked
    ? `IP:${address(name.bytes.subarray(0, half))}/${address(name.bytes.subarray(half))}`
    : `IP Address:${address(name.bytes)}`;
}

function plain(name: GeneralName): string {
  switch (name.type) {
    case 'dNSName':
      return `DNS:${name.value}`;
    case 'rfc822Name':
      return `email:${name.value}`;
    case 'uniformResourceIdentifier':
      return `URI:${name.value}`;
    case 'registeredID':
      return `Registered ID:${longName(name.value)}`;
    case 'x400Address':
      return 'X400Name:<unsupported>';
    case 'ediPartyName':
      return 'EdiPartyName:<unsupported>';
    default:
      return name.value;
  }
}

// OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY }, RFC 5280 §4.2.1.6.
function otherName(node: DerNode, bytes: Uint8Array): string {
  const [type, value] = node.children ?? [];
  const inner = value?.children?.[0];
  const id = type ? longName(oidOf(type, bytes)) : '';
  const isText =
    inner?.tagClass === 'universal' &&
    (inner.tag === universal.UTF8String || inner.tag === universal.IA5String);
  return `othername: ${id}::${inner && isText ? stringOf(inner, bytes) : '<unsupported>'}`;
}

/** Decimal with dots; IPv6 as eight groups without shortening. */
function address(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  const groups: string[] = [];
  for (let at = 0; at < octets.length; at += 2)
    groups.push((((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)).toString(16).toUpperCase());
  return groups.join(':');
}

/** The text of a primitive string inside an extension (an explicit text, a comment). */
export function innerText(node: DerNode, bytes: Uint8Array): string {
  return node.tagClass === 'universal'
    ? stringOf(node, bytes)
    : String.fromCharCode(...contentOf(node, bytes));
}
