/**
 * PKCS #7 as a bundle of certificates: the "certs-only" message of RFC 8551 §3.8, a SignedData (RFC 5652 §5)
 * that nobody has signed. Windows and Java write chains this way, as .p7b.
 */
import { type DerNode, isContext, universal } from '../bytes/der-node.ts';
import { oidOf } from '../bytes/der-values.ts';
import { derField, parseDer, tagName } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import type { Decoded } from '../bytes/reader.ts';
import { spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import { errorOf } from './extensions.ts';
import { fail, need, needEnd, needSequence, type Read } from './read.ts';
import { say } from '../bytes/say.ts';

export interface CertificateBundle {
  readonly der: Bytes;
  readonly field: Field;
  /** DER of each certificate, in the order of the set, whatever is in it. */
  readonly certificates: readonly Bytes[];
  /** DER of each revocation list. */
  readonly revocationLists: readonly Bytes[];
}

const signedData = '1.2.840.113549.1.7.2';

/** Whether the bytes look like a ContentInfo: a SEQUENCE that begins with an object identifier. */
export function looksLikeBundle(der: Uint8Array): boolean {
  const parsed = parseDer(der);
  const first = parsed.ok ? parsed.value.children?.[0] : undefined;
  return first?.tagClass === 'universal' && first.tag === universal.OBJECT_IDENTIFIER;
}

/** Never throws on bad input; an error carries the plain DER tree. */
export function decodeBundle(der: Bytes): Decoded<CertificateBundle> {
  const parsed = parseDer(der, { name: 'ContentInfo' });
  if (!parsed.ok) return parsed;
  try {
    const { value, field } = readContentInfo(parsed.value, der);
    return { ok: true, value: { der, field, ...value }, field };
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown), field: parsed.field };
  }
}

type Found = Pick<CertificateBundle, 'certificates' | 'revocationLists'>;

// ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, content [0] EXPLICIT ANY }
function readContentInfo(node: DerNode, bytes: Bytes): Read<Found> {
  const at = spec(5652, '3');
  const [typeNode, contentNode, ...rest] = needSequence(node, 'ContentInfo', node);
  needEnd(rest, 0, 'ContentInfo');
  const type = need(typeNode, universal.OBJECT_IDENTIFIER, 'ContentInfo.contentType', node);
  const oid = oidOf(type, bytes, 'ContentInfo.contentType');
  if (oid !== signedData)
    fail('bad-value', 'ContentInfo.contentType', type.start, say('{} is not signedData', oid), at);
  const inner = contentNode?.children?.[0];
  if (!isContext(contentNode, 0) || inner === undefined)
    return fail('truncated', 'ContentInfo.content', node.end, say('content [0] is missing'), at);
  const data = readSignedData(inner, bytes, contentNode);
  return {
    value: data.value,
    field: derField(node, bytes, 'ContentInfo', {
      spec: at,
      children: [
        derField(type, bytes, 'contentType', {
          key: 'ContentInfo.contentType',
          spec: at,
          value: { type: 'oid', oid, name: 'signedData' },
        }),
        derField(contentNode, bytes, 'content', {
          key: 'ContentInfo.content',
          spec: at,
          children: [data.field],
        }),
      ],
    }),
  };
}

// SignedData ::= SEQUENCE { version, digestAlgorithms SET, encapContentInfo, certificates [0], crls [1], signerInfos SET }
function readSignedData(node: DerNode, bytes: Bytes, parent: DerNode): Read<Found> {
  const at = spec(5652, '5.1');
  const members = need(node, universal.SEQUENCE, 'SignedData', parent).children ?? [];
  const certificates: Bytes[] = [];
  const revocationLists: Bytes[] = [];
  const children = members.map((member, i): Field => {
    const list = isContext(member, 0) ? certificates : isContext(member, 1) ? revocationLists : undefined;
    const name = list
      ? list === certificates
        ? 'certificates'
        : 'crls'
      : (['version', 'digestAlgorithms', 'encapContentInfo'][i] ?? 'signerInfos');
    for (const child of list ? (member.children ?? []) : []) list?.push(bytes.slice(child.start, child.end));
    return derField(member, bytes, name, {
      key: `SignedData.${name}`,
      spec: at,
      ...(list && {
        value: { type: 'count' as const, value: list.length },
        children: (member.children ?? []).map((child) =>
          derField(child, bytes, list === certificates ? 'Certificate' : tagName(child)),
        ),
      }),
    });
  });
  return {
    value: { certificates, revocationLists },
    field: derField(node, bytes, 'SignedData', { spec: at, children }),
  };
}
