/**
 * Certification requests, PKCS #10 (RFC 2986): what an applicant asks an authority to certify. The
 * signature proves that whoever asks holds the private key; it says nothing about the names.
 */
import { type DerNode, universal } from '../bytes/der-node.ts';
import { oidOf, smallIntegerOf } from '../bytes/der-values.ts';
import { derField, parseDer } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import type { DecodeError, Decoded } from '../bytes/reader.ts';
import { type Spec, spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import { readAlgorithm } from './algorithm.ts';
import { oidField } from './extension-lists.ts';
import { errorOf, readExtensions } from './extensions.ts';
import type { AlgorithmIdentifier, Extensions, Name, PublicKey } from './model.ts';
import { readName } from './name.ts';
import { readPublicKey } from './public-key.ts';
import { fail, inside, need, needEnd, needSequence, needSome, type Place, type Read } from './read.ts';
import { readSignatureValue } from './signature-value.ts';
import { say } from '../bytes/say.ts';

export interface CertificateRequest {
  readonly der: Bytes;
  /** Tree over `der`; its root is named 'CertificationRequest'. */
  readonly field: Field;
  readonly subject: Name;
  /** The whole TLV, as crypto libraries import it. */
  readonly subjectPublicKeyInfo: Bytes;
  readonly publicKey: PublicKey;
  /** What extensionRequest asks for (RFC 2985 §5.4.2); `all` is empty without that attribute. */
  readonly extensions: Extensions;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signatureValue: Bytes;
  /** The signed bytes. */
  readonly info: Bytes;
}

const extensionRequest = '1.2.840.113549.1.9.14';

/** Never throws on bad input: an error carries the plain DER tree, as far as the bytes are DER. */
export function decodeRequest(der: Bytes): Decoded<CertificateRequest> {
  const parsed = parseDer(der, { name: 'CertificationRequest' });
  if (!parsed.ok) return parsed;
  try {
    let problem: DecodeError | undefined;
    const read = readRequest(parsed.value, der, (error) => (problem ??= error));
    return problem
      ? { ok: false, error: problem, field: read.field }
      : { ok: true, value: { ...read.value, field: read.field }, field: read.field };
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown), field: parsed.field };
  }
}

// CertificationRequest ::= SEQUENCE { certificationRequestInfo, signatureAlgorithm, signature BIT STRING }
function readRequest(
  node: DerNode,
  bytes: Bytes,
  report: (error: DecodeError) => void,
): Read<Omit<CertificateRequest, 'field'>> {
  const root: Place = { name: 'CertificationRequest', path: 'CertificationRequest' };
  const members = needSequence(node, root.path, node);
  needEnd(members, 3, root.path);
  const at = (name: string): Place => inside(root, root.name, name, spec(2986, '4.2'));
  const infoNode = need(members[0], universal.SEQUENCE, `${root.path}.certificationRequestInfo`, node);
  const info = readInfo(infoNode, bytes, at('certificationRequestInfo'), report);
  const algorithm = readAlgorithm(members[1], bytes, at('signatureAlgorithm'), node);
  const signatureNode = need(members[2], universal.BIT_STRING, `${root.path}.signature`, node);
  const signature = readSignatureValue(signatureNode, bytes, at('signature'), node, algorithm.value);
  return {
    value: {
      der: bytes,
      ...info.value,
      signatureAlgorithm: algorithm.value,
      signatureValue: signature.value,
      info: bytes.slice(infoNode.start, infoNode.end),
    },
    field: derField(node, bytes, root.name, {
      spec: spec(2986, '4'),
      children: [info.field, algorithm.field, signature.field],
    }),
  };
}

type Info = Pick<CertificateRequest, 'subject' | 'subjectPublicKeyInfo' | 'publicKey' | 'extensions'>;

// CertificationRequestInfo ::= SEQUENCE { version, subject, subjectPKInfo, attributes [0] IMPLICIT SET OF }
function readInfo(
  node: DerNode,
  bytes: Bytes,
  place: Place,
  report: (error: DecodeError) => void,
): Read<Info> {
  const [versionNode, subjectNode, keyNode, attributesNode, ...rest] = node.children ?? [];
  needEnd(rest, 0, place.path);
  const type = 'CertificationRequestInfo';
  const paragraph = spec(2986, '4.1');
  const version = smallIntegerOf(
    need(versionNode, universal.INTEGER, `${place.path}.version`, node),
    bytes,
    `${place.path}.version`,
  );
  if (versionNode === undefined || version !== 0)
    return fail(
      'bad-value',
      `${place.path}.version`,
      node.start,
      say('{} is no version', version),
      paragraph,
    );
  const subject = readName(subjectNode, bytes, inside(place, type, 'subject', paragraph), node);
  const key = readPublicKey(keyNode, bytes, inside(place, type, 'subjectPKInfo', paragraph), node);
  // "attributes" is not OPTIONAL, but some writers leave the empty set out.
  if (attributesNode !== undefined && (attributesNode.tagClass !== 'context' || attributesNode.tag !== 0))
    return fail('bad-value', place.path, attributesNode.start, say('attributes [0] expected'), paragraph);
  let extensions: Extensions = { all: [] };
  const attributes = (attributesNode?.children ?? []).map((child) => {
    const read = readAttribute(child, bytes, `${place.path}.attributes`, paragraph, report);
    if (read.value) extensions = read.value;
    return read.field;
  });
  return {
    value: {
      subject: subject.value,
      subjectPublicKeyInfo: bytes.slice(key.field.start, key.field.end),
      publicKey: key.value,
      extensions,
    },
    field: derField(node, bytes, place.name, {
      key: place.key ?? place.name,
      ...(place.spec && { spec: place.spec }),
      children: [
        derField(versionNode, bytes, 'version', {
          key: `${type}.version`,
          spec: paragraph,
          value: { type: 'code', value: version, width: 1, name: 'v1' },
        }),
        subject.field,
        key.field,
        ...(attributesNode
          ? [
              derField(attributesNode, bytes, 'attributes', {
                key: `${type}.attributes`,
                spec: paragraph,
                value: { type: 'count', value: attributes.length },
                ...(attributes.length > 0 && { children: attributes }),
              }),
            ]
          : []),
      ],
    }),
  };
}

// Attribute ::= SEQUENCE { type OBJECT IDENTIFIER, values SET OF }; extensionRequest holds one Extensions.
function readAttribute(
  node: DerNode,
  bytes: Bytes,
  path: string,
  at: Spec,
  report: (error: DecodeError) => void,
): Read<Extensions | undefined> {
  const [typeNode, valuesNode, ...rest] = needSequence(node, path, node);
  needEnd(rest, 0, path);
  const idNode = need(typeNode, universal.OBJECT_IDENTIFIER, `${path}.type`, node);
  const oid = oidOf(idNode, bytes, `${path}.type`);
  const set = need(valuesNode, universal.SET, `${path}.values`, node);
  const values = needSome(set, `${path}.values`);
  const requested =
    oid === extensionRequest
      ? readExtensions(
          values[0],
          bytes,
          { name: 'Extensions', key: 'Extensions', path: `${path}.extensionRequest` },
          set,
          report,
        )
      : undefined;
  if (requested) needEnd(values, 1, `${path}.values`);
  const name = requested ? 'extensionRequest' : 'Attribute';
  return {
    value: requested?.value,
    field: derField(node, bytes, name, {
      key: requested ? 'Attribute.extensionRequest' : 'Attribute',
      spec: requested ? spec(2985, '5.4.2') : at,
      children: [
        oidField(idNode, bytes, 'type', oid, at),
        derField(set, bytes, 'values', {
          key: 'Attribute.values',
          spec: at,
          ...(requested && { children: [requested.field] }),
        }),
      ],
    }),
  };
}
