/** Extensions as `openssl x509 -text` prints them, one function per extension. */
import { contentOf, type DerNode, isContext, isUniversal, universal } from '../../bytes/der-node.ts';
import { bitAt, bitStringOf, booleanOf, integerOf, oidOf, stringOf, timeOf } from '../../bytes/der-values.ts';
import { DecodeFailure } from '../../bytes/reader.ts';
import type { Extension } from '../../x509/model.ts';
import { colons, dotted, magnitude, rootOf, timeText } from './blocks.ts';
import { generalNameLine, generalNameText, innerText } from './general-names.ts';
import { longName } from './names.ts';
import { timestampLines } from './timestamps.ts';

/** Lines of one extension, the first with its name; `indent` spaces in front of it, four more below. */
export function extensionLines(extension: Extension, indent: number): readonly string[] {
  const pad = ' '.repeat(indent);
  const head = `${pad}${longName(extension.oid)}: ${extension.critical ? 'critical' : ''}`;
  return [head, ...contentLines(extension).map((line) => `${pad}    ${line}`)];
}

function contentLines(extension: Extension): readonly string[] {
  const printer = printers[extension.oid];
  try {
    const lines = printer?.(rootOf(extension.value), extension.value) ?? [];
    if (lines.length > 0) return lines;
  } catch (thrown) {
    if (!(thrown instanceof DecodeFailure)) throw thrown;
  }
  // A line end among the octets goes out as it is, without indent.
  return [dotted(extension.value)];
}

type Printer = (node: DerNode, bytes: Uint8Array) => readonly string[];

const keyUsages = [
  'Digital Signature',
  'Non Repudiation',
  'Key Encipherment',
  'Data Encipherment',
  'Key Agreement',
  'Certificate Sign',
  'CRL Sign',
  'Encipher Only',
  'Decipher Only',
];

const reasons = [
  'Unused',
  'Key Compromise',
  'CA Compromise',
  'Affiliation Changed',
  'Superseded',
  'Cessation Of Operation',
  'Certificate Hold',
  'Privilege Withdrawn',
  'AA Compromise',
];

const netscapeTypes = [
  'SSL Client',
  'SSL Server',
  'S/MIME',
  'Object Signing',
  'Unused',
  'SSL CA',
  'S/MIME CA',
  'Object Signing CA',
];

const flags =
  (names: readonly string[]): Printer =>
  (node, bytes) => {
    const bits = bitStringOf(node, bytes);
    return [names.filter((_, index) => bitAt(bits, index)).join(', ')];
  };

const alternativeNames: Printer = (node, bytes) => [
  kids(node)
    .map((child) => generalNameText(child, bytes))
    .join(', '),
];

const access: Printer = (node, bytes) =>
  kids(node).map((child) => {
    const [method, location] = kids(child);
    return `${method ? longName(oidOf(method, bytes)) : ''} - ${location ? generalNameText(location, bytes) : ''}`;
  });

const printers: Readonly<Record<string, Printer>> = {
  '2.5.29.14': (node, bytes) => [colons(contentOf(node, bytes), true)],
  '2.5.29.15': flags(keyUsages),
  '2.5.29.17': alternativeNames,
  '2.5.29.18': alternativeNames,
  '2.5.29.19': (node, bytes) => {
    const members = kids(node);
    const flag = isUniversal(members[0], universal.BOOLEAN) ? members[0] : undefined;
    const limit = members[flag ? 1 : 0];
    const cA = flag !== undefined && booleanOf(flag, bytes);
    return [`CA:${cA ? 'TRUE' : 'FALSE'}${limit ? `, pathlen:${integerOf(limit, bytes)}` : ''}`];
  },
  '2.5.29.30': nameConstraints,
  '2.5.29.31': distributionPoints,
  '2.5.29.32': policies,
  '2.5.29.33': (node, bytes) => [
    kids(node)
      .map((child) =>
        kids(child)
          .map((id) => longName(oidOf(id, bytes)))
          .join(':'),
      )
      .join(', '),
  ],
  '2.5.29.35': authorityKeyIdentifier,
  '2.5.29.36': (node, bytes) => [
    kids(node)
      .map((member) => {
        const name = isContext(member, 0) ? 'Require Explicit Policy' : 'Inhibit Policy Mapping';
        return `${name}:${integerOf(member, bytes)}`;
      })
      .join(', '),
  ],
  '2.5.29.37': (node, bytes) => [
    kids(node)
      .map((child) => longName(oidOf(child, bytes)))
      .join(', '),
  ],
  '2.5.29.46': distributionPoints,
  '2.5.29.54': (node, bytes) => [String(integerOf(node, bytes))],
  '2.5.29.16': (node, bytes) => [
    kids(node)
      .map((member) => {
        const time = timeText(
          timeOf({ ...member, tagClass: 'universal', tag: universal.GeneralizedTime }, bytes),
        );
        return `${isContext(member, 0) ? 'Not Before' : 'Not After'}: ${time}`;
      })
      .join(', '),
  ],
  '1.3.6.1.5.5.7.1.1': access,
  '1.3.6.1.5.5.7.1.11': access,
  '1.3.6.1.5.5.7.1.24': (node, bytes) => [
    kids(node)
      .map((child) => {
        const value = integerOf(child, bytes);
        return value === 5n ? 'status_request' : value === 17n ? 'status_request_v2' : String(value);
      })
      .join(', '),
  ],
  '1.3.6.1.5.5.7.48.1.5': () => [''],
  '1.3.6.1.4.1.11129.2.4.2': (node, bytes) => timestampLines(contentOf(node, bytes)),
  '1.3.6.1.4.1.11129.2.4.3': () => ['NULL'],
  '2.16.840.1.113730.1.1': flags(netscapeTypes),
  '2.16.840.1.113730.1.13': (node, bytes) => [stringOf(node, bytes)],
};

function authorityKeyIdentifier(node: DerNode, bytes: Uint8Array): readonly string[] {
  const members = kids(node);
  const lines = members.flatMap((member): readonly string[] => {
    if (isContext(member, 0)) {
      const id = colons(contentOf(member, bytes), true);
      return [members.length === 1 ? id : `keyid:${id}`];
    }
    if (isContext(member, 1)) return kids(member).map((name) => generalNameText(name, bytes));
    return [`serial:${magnitude(contentOf(member, bytes)).octets.join(':').toUpperCase()}`];
  });
  return lines;
}

function nameConstraints(node: DerNode, bytes: Uint8Array): readonly string[] {
  return kids(node).flatMap((member) => [
    isContext(member, 0) ? 'Permitted:' : 'Excluded:',
    ...kids(member).flatMap((tree) =>
      kids(tree)
        .slice(0, 1)
        .map((base) => `  ${generalNameLine(base, bytes, true)}`),
    ),
  ]);
}

// DistributionPoint ::= SEQUENCE { distributionPoint [0], reasons [1], cRLIssuer [2] }, RFC 5280 §4.2.1.13.
function distributionPoints(node: DerNode, bytes: Uint8Array): readonly string[] {
  return kids(node).flatMap((point) =>
    kids(point).flatMap((member): readonly string[] => {
      const names = (list: DerNode | undefined): readonly string[] =>
        kids(list).map((name) => `  ${generalNameLine(name, bytes)}`);
      if (isContext(member, 0)) {
        const inner = member.children?.[0];
        return isContext(inner, 0) ? ['Full Name:', ...names(inner)] : ['Relative Name:'];
      }
      if (isContext(member, 2)) return ['CRL Issuer:', ...names(member)];
      const bits = bitStringOf(member, bytes);
      return ['Reasons:', `  ${reasons.filter((_, index) => bitAt(bits, index)).join(', ')}`];
    }),
  );
}

function policies(node: DerNode, bytes: Uint8Array): readonly string[] {
  return kids(node).flatMap((policy) => {
    const [id, qualifiers] = kids(policy);
    const head = `Policy: ${id ? longName(oidOf(id, bytes)) : ''}`;
    return [head, ...kids(qualifiers).flatMap((one) => qualifier(one, bytes))];
  });
}

function qualifier(node: DerNode, bytes: Uint8Array): readonly string[] {
  const [id, value] = kids(node);
  const oid = id ? oidOf(id, bytes) : '';
  if (oid === '1.3.6.1.5.5.7.2.1' && value) return [`  CPS: ${stringOf(value, bytes)}`];
  if (oid !== '1.3.6.1.5.5.7.2.2') return [`  Unknown Qualifier: ${longName(oid)}`];
  const lines = ['  User Notice:'];
  for (const member of kids(value)) {
    if (member.children === undefined) {
      lines.push(`    Explicit Text: ${innerText(member, bytes)}`);
      continue;
    }
    const [organization, numbers] = member.children;
    if (organization) lines.push(`    Organization: ${innerText(organization, bytes)}`);
    const list = kids(numbers).map((number) => integerOf(number, bytes));
    lines.push(`    Number${list.length > 1 ? 's' : ''}: ${list.join(', ')}`);
  }
  return lines;
}

function kids(node: DerNode | undefined): readonly DerNode[] {
  return node?.children ?? [];
}
