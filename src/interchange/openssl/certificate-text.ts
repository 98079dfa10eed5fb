/**
 * A certificate as `openssl x509 -noout -text` prints it (checked line by line against OpenSSL 3.0 over
 * many certificates). People paste this form into tickets and search the web for its words.
 */
import { contentOf, type DerNode, isUniversal, universal } from '../../bytes/der-node.ts';
import { bitStringOf, oidOf } from '../../bytes/der-values.ts';
import { parseDer } from '../../bytes/der.ts';
import type { AlgorithmIdentifier, Certificate } from '../../x509/model.ts';
import { curves } from '../../x509/oids.ts';
import { hexBlock, magnitude, numberText, rootOf, timeText } from './blocks.ts';
import { extensionLines } from './extensions.ts';
import { longName, nameLine } from './names.ts';

/** Lines joined by line feeds, one at the end. */
export function opensslText(certificate: Certificate): string {
  const { version, extensions } = certificate;
  return [
    'Certificate:',
    '    Data:',
    `        Version: ${version} (0x${version - 1})`,
    ...serialLines(certificate.serialNumber),
    ...algorithmLines('        Signature Algorithm: ', certificate.signature),
    `        Issuer: ${nameLine(certificate.issuer)}`,
    '        Validity',
    `            Not Before: ${timeText(certificate.notBefore)}`,
    `            Not After : ${timeText(certificate.notAfter)}`,
    `        Subject: ${nameLine(certificate.subject)}`,
    '        Subject Public Key Info:',
    ...publicKeyLines(certificate),
    ...(extensions.all.length > 0 ? ['        X509v3 extensions:'] : []),
    ...extensions.all.flatMap((extension) => extensionLines(extension, 12)),
    `    Signature Algorithm: ${longName(certificate.signatureAlgorithm.oid)}`,
    ...signatureLines(certificate),
    '',
  ].join('\n');
}

/** Up to 63 bits in decimal and hex, more as octets. */
function serialLines(content: Uint8Array): readonly string[] {
  const { negative, value, octets } = magnitude(content);
  const sign = negative ? '-' : '';
  if (value < 1n << 63n && !(negative && value === 1n))
    return [`        Serial Number: ${sign}${value} (${sign}0x${value.toString(16)})`];
  return ['        Serial Number:', `            ${negative ? ' (Negative)' : ''}${octets.join(':')}`];
}

function algorithmLines(head: string, algorithm: AlgorithmIdentifier): readonly string[] {
  const name = longName(algorithm.oid);
  if (algorithm.pss === undefined) return [`${head}${name}`];
  return [`${head}${name}        `, ...pssLines(algorithm)];
}

/** RSASSA-PSS-params as the command lays them out; 'default' is what RFC 4055 §3.1 makes of absence. */
function pssLines({ pss }: AlgorithmIdentifier): readonly string[] {
  if (pss === undefined) return [];
  const hash = (name: string): string =>
    `${name.replace('id-', '')}${name === 'id-sha1' ? ' (default)' : ''}`;
  const salt = pss.saltLength.toString(16).toUpperCase();
  return [
    `        Hash Algorithm: ${hash(pss.hash)}`,
    `        Mask Algorithm: mgf1 with ${hash(pss.mgfHash)}`,
    `         Salt Length: 0x${salt.padStart(salt.length + (salt.length % 2), '0')}${pss.saltLength === 20 ? ' (default)' : ''}`,
    '        Trailer Field: 0x01 (default)',
  ];
}

function signatureLines({ signatureAlgorithm, signatureValue }: Certificate): readonly string[] {
  const block = dsaLines(signatureAlgorithm, signatureValue) ?? hexBlock(signatureValue, 18, ' '.repeat(8));
  if (signatureAlgorithm.pss === undefined) return ['    Signature Value:', ...block];
  return ['    Signature Value:        ', ...pssLines(signatureAlgorithm), ...block];
}

/** Dss-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }, RFC 3279 §2.2.2: the two numbers apart. */
function dsaLines({ oid }: AlgorithmIdentifier, value: Uint8Array): readonly string[] | undefined {
  if (!longName(oid).startsWith('dsa')) return undefined;
  const parsed = parseDer(value);
  const numbers = parsed.ok ? (parsed.value.children ?? []) : [];
  if (numbers.length !== 2) return undefined;
  return numbers.flatMap((number, i) => [
    `        ${i === 0 ? 'r' : 's'}:   `,
    ...hexBlock(contentOf(number, value), 15, ' '.repeat(12)),
  ]);
}

function publicKeyLines({ publicKey, subjectPublicKeyInfo }: Certificate): readonly string[] {
  const head = `            Public Key Algorithm: ${longName(publicKey.oid)}`;
  const indent = ' '.repeat(16);
  const deep = ' '.repeat(20);
  const root = rootOf(subjectPublicKeyInfo);
  const parameters = root.children?.[0]?.children?.[1];
  switch (publicKey.algorithm) {
    case 'RSA':
    case 'RSASSA-PSS': {
      const key = rootOf(publicKey.key);
      const [modulus, exponent] = key.children ?? [];
      if (modulus === undefined || exponent === undefined) return [head];
      return [
        head,
        `${indent}Public-Key: (${publicKey.bits} bit)`,
        `${indent}Modulus:`,
        ...hexBlock(contentOf(modulus, publicKey.key), 15, deep),
        `${indent}Exponent: ${numberText(exponent, publicKey.key)}`,
        ...(publicKey.algorithm === 'RSASSA-PSS' && !parameters
          ? [`${indent}No PSS parameter restrictions`]
          : []),
      ];
    }
    case 'EC': {
      if (!isUniversal(parameters, universal.OBJECT_IDENTIFIER)) return [head];
      const curve = oidOf(parameters, subjectPublicKeyInfo);
      const nist = curves[curve]?.short ?? '';
      return [
        head,
        `${indent}Public-Key: (${publicKey.bits} bit)`,
        `${indent}pub:`,
        ...hexBlock(publicKey.key, 15, deep),
        `${indent}ASN1 OID: ${longName(curve)}`,
        ...(nist.startsWith('P-') ? [`${indent}NIST CURVE: ${nist}`] : []),
      ];
    }
    default:
      return [head, ...otherKeyLines(longName(publicKey.oid), root, subjectPublicKeyInfo)];
  }
}

/** Keys with a short raw form, and DSA; of others the command says that it cannot load them. */
function otherKeyLines(name: string, root: DerNode, bytes: Uint8Array): readonly string[] {
  const indent = ' '.repeat(16);
  const deep = ' '.repeat(20);
  const [algorithm, bits] = root.children ?? [];
  if (!isUniversal(bits, universal.BIT_STRING)) return [];
  const key = bitStringOf(bits, bytes).bytes;
  if (/^(ED|X)\d+$/.test(name))
    return [`${indent}${name} Public-Key:`, `${indent}pub:`, ...hexBlock(key, 15, deep)];
  const parameters = algorithm?.children?.[1]?.children ?? [];
  const [p, q, g] = parameters;
  if (name === 'dsaEncryption' && p && q && g) {
    const y = rootOf(key);
    const block = (label: string, content: Uint8Array): readonly string[] => [
      `${indent}${label}`,
      ...hexBlock(content, 15, deep),
    ];
    return [
      `${indent}Public-Key: (${bitLength(contentOf(p, bytes))} bit)`,
      ...block('pub: ', contentOf(y, key)),
      ...block('P:   ', contentOf(p, bytes)),
      ...block('Q:   ', contentOf(q, bytes)),
      ...block('G:   ', contentOf(g, bytes)),
    ];
  }
  return [`${indent}Unable to load Public Key`];
}

function bitLength(content: Uint8Array): number {
  const at = content.findIndex((byte) => byte !== 0);
  return at < 0 ? 0 : 8 * (content.length - at) - Math.clz32(content[at] ?? 0) + 24;
}
