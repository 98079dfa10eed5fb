/** OCSP responses: bytes to a model and to a field tree with the names of RFC 6960 §4.2. */
import { contentOf, type DerNode, isContext, universal } from '../../bytes/der-node.ts';
import { smallIntegerOf, timeOf } from '../../bytes/der-values.ts';
import { derField, parseDer } from '../../bytes/der.ts';
import type { Field } from '../../bytes/field.ts';
import { shiftField } from '../../bytes/field.ts';
import type { DecodeError, Decoded } from '../../bytes/reader.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { readAlgorithm } from '../algorithm.ts';
import { decodeCertificate } from '../certificate.ts';
import { oidField } from '../extension-lists.ts';
import { errorOf } from '../extensions.ts';
import type { AlgorithmIdentifier, Certificate, Extensions, Name, RevocationExtensions } from '../model.ts';
import { oidOf } from '../../bytes/der-values.ts';
import { readName } from '../name.ts';
import {
  contentCopy,
  fail,
  inside,
  labels,
  need,
  needEnd,
  needSequence,
  needSome,
  nested,
  type Place,
  type Read,
} from '../read.ts';
import { readSignatureValue } from '../signature-value.ts';
import { reasonName } from './extensions.ts';
import { readWrapped } from './list.ts';
import { say } from '../../bytes/say.ts';

export const responseStatuses: readonly (string | undefined)[] = [
  'successful',
  'malformedRequest',
  'internalError',
  'tryLater',
  undefined,
  'sigRequired',
  'unauthorized',
];

export type CertStatus =
  | { readonly status: 'good' | 'unknown' }
  | { readonly status: 'revoked'; readonly at: number; readonly reason?: string };

export interface SingleResponse {
  readonly hash: AlgorithmIdentifier;
  readonly issuerNameHash: Bytes;
  readonly issuerKeyHash: Bytes;
  /** Content octets of the INTEGER. */
  readonly serialNumber: Bytes;
  readonly certStatus: CertStatus;
  readonly thisUpdate: number;
  readonly nextUpdate?: number;
  readonly extensions: Extensions & RevocationExtensions;
}

export interface BasicResponse {
  readonly responder: { readonly byName: Name } | { readonly byKey: Bytes };
  readonly producedAt: number;
  readonly responses: readonly SingleResponse[];
  readonly extensions: Extensions & RevocationExtensions;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signatureValue: Bytes;
  /** Certificates sent along, among them a delegated responder's. */
  readonly certificates: readonly Certificate[];
  /** The signed bytes. */
  readonly tbs: Bytes;
}

export interface OcspResponse {
  readonly der: Bytes;
  /** Tree over `der`; its root is named 'OCSPResponse'. */
  readonly field: Field;
  /** 'successful', 'tryLater', … */
  readonly responseStatus: string;
  /** Of a successful one. */
  readonly basic?: BasicResponse;
}

type Report = (error: DecodeError) => void;

/** isContext without telling the compiler what follows from a no. */
function hasTag(node: DerNode | undefined, tag: number): boolean {
  return isContext(node, tag);
}

/** Never throws on bad input: an error carries the plain DER tree, as far as the bytes are DER. */
export function decodeOcspResponse(der: Bytes): Decoded<OcspResponse> {
  const parsed = parseDer(der, { name: 'OCSPResponse' });
  if (!parsed.ok) return parsed;
  try {
    let problem: DecodeError | undefined;
    const read = readResponse(parsed.value, der, (error) => (problem ??= error));
    return problem
      ? { ok: false, error: problem, field: read.field }
      : { ok: true, value: { ...read.value, field: read.field }, field: read.field };
  } catch (thrown) {
    return { ok: false, error: errorOf(thrown), field: parsed.field };
  }
}

// OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED, responseBytes [0] EXPLICIT ResponseBytes OPTIONAL }
function readResponse(node: DerNode, bytes: Bytes, report: Report): Read<Omit<OcspResponse, 'field'>> {
  const root: Place = { name: 'OCSPResponse', path: 'OCSPResponse' };
  const [statusNode, bytesNode, ...more] = needSequence(node, root.path, node);
  needEnd(more, 0, root.path);
  const at = spec(6960, '4.2.1');
  const status = need(statusNode, universal.ENUMERATED, `${root.path}.responseStatus`, node);
  const code = smallIntegerOf(status, bytes, `${root.path}.responseStatus`);
  const responseStatus =
    responseStatuses[code] ??
    fail('bad-value', `${root.path}.responseStatus`, status.start, say('{} is no status', code), at);
  const body = bytesNode && readBytes(bytesNode, bytes, inside(root, root.name, 'responseBytes', at), report);
  if (responseStatus === 'successful' && body === undefined)
    fail('truncated', `${root.path}.responseBytes`, node.end, say('responseBytes is missing'), at);
  return {
    value: { der: bytes, responseStatus, ...(body && { basic: body.value }) },
    field: derField(node, bytes, root.name, {
      spec: at,
      children: [
        derField(status, bytes, 'responseStatus', {
          key: 'OCSPResponse.responseStatus',
          spec: at,
          value: { type: 'code', value: code, width: 1, name: responseStatus },
        }),
        ...(body ? [body.field] : []),
      ],
    }),
  };
}

// ResponseBytes ::= SEQUENCE { responseType OBJECT IDENTIFIER, response OCTET STRING }, in the octets one BasicOCSPResponse.
function readBytes(node: DerNode, bytes: Bytes, place: Place, report: Report): Read<BasicResponse> {
  const at = spec(6960, '4.2.1');
  if (!hasTag(node, 0)) fail('bad-value', place.path, node.start, say('[0] expected'), at);
  needEnd(node.children ?? [], 1, place.path);
  const sequence = need(node.children?.[0], universal.SEQUENCE, place.path, node);
  const [typeNode, octets, ...more] = sequence.children ?? [];
  needEnd(more, 0, place.path);
  const type = need(typeNode, universal.OBJECT_IDENTIFIER, `${place.path}.responseType`, sequence);
  const oid = oidOf(type, bytes, `${place.path}.responseType`);
  if (oid !== '1.3.6.1.5.5.7.48.1.1')
    fail('bad-value', `${place.path}.responseType`, type.start, say('{} is not id-pkix-ocsp-basic', oid), at);
  const path = `${place.path}.response`;
  const holder = need(octets, universal.OCTET_STRING, path, sequence);
  const inner = nested(bytes, holder.start + holder.headerLength, holder.end, path);
  const basic = readBasic(inner, bytes, { name: 'BasicOCSPResponse', path }, report);
  return {
    value: basic.value,
    field: derField(node, bytes, place.name, {
      ...labels(place),
      children: [
        derField(sequence, bytes, 'ResponseBytes', {
          spec: at,
          children: [
            oidField(type, bytes, 'responseType', oid, at),
            derField(holder, bytes, 'response', {
              key: 'ResponseBytes.response',
              spec: at,
              children: [basic.field],
            }),
          ],
        }),
      ],
    }),
  };
}

// BasicOCSPResponse ::= SEQUENCE { tbsResponseData, signatureAlgorithm, signature, certs [0] EXPLICIT OPTIONAL }
function readBasic(node: DerNode, bytes: Bytes, place: Place, report: Report): Read<BasicResponse> {
  const [dataNode, algorithmNode, signatureNode, certsNode, ...more] = needSequence(node, place.path, node);
  needEnd(more, 0, place.path);
  const at = (name: string): Place => inside(place, 'BasicOCSPResponse', name, spec(6960, '4.2.1'));
  const data = need(dataNode, universal.SEQUENCE, `${place.path}.tbsResponseData`, node);
  const tbs = readData(data, bytes, at('tbsResponseData'), report);
  const algorithm = readAlgorithm(algorithmNode, bytes, at('signatureAlgorithm'), node);
  const bits = need(signatureNode, universal.BIT_STRING, `${place.path}.signature`, node);
  const signature = readSignatureValue(bits, bytes, at('signature'), node, algorithm.value);
  const certs = certsNode && readCertificates(certsNode, bytes, at('certs'), report);
  return {
    value: {
      ...tbs.value,
      signatureAlgorithm: algorithm.value,
      signatureValue: signature.value,
      certificates: certs?.value ?? [],
      tbs: bytes.slice(data.start, data.end),
    },
    field: derField(node, bytes, place.name, {
      spec: spec(6960, '4.2.1'),
      children: [tbs.field, algorithm.field, signature.field, ...(certs ? [certs.field] : [])],
    }),
  };
}

function readCertificates(
  node: DerNode,
  bytes: Bytes,
  place: Place,
  report: Report,
): Read<readonly Certificate[]> {
  if (!hasTag(node, 0)) fail('bad-value', place.path, node.start, say('[0] expected'), spec(6960, '4.2.1'));
  needEnd(node.children ?? [], 1, place.path);
  const sequence = need(node.children?.[0], universal.SEQUENCE, place.path, node);
  const certificates: Certificate[] = [];
  const fields = (sequence.children ?? []).map((child) => {
    const decoded = decodeCertificate(bytes.slice(child.start, child.end));
    if (decoded.ok) certificates.push(decoded.value);
    else report({ ...decoded.error, path: `${place.path}.${decoded.error.path}` });
    return shiftField(decoded.field, child.start);
  });
  return {
    value: certificates,
    field: derField(node, bytes, place.name, {
      ...labels(place),
      value: { type: 'count', value: fields.length },
      children: [derField(sequence, bytes, 'certs', { key: 'BasicOCSPResponse.certs', children: fields })],
    }),
  };
}

type Data = Pick<BasicResponse, 'responder' | 'producedAt' | 'responses' | 'extensions'>;

// ResponseData ::= SEQUENCE { version [0] DEFAULT v1, responderID, producedAt, responses, responseExtensions [1] OPTIONAL }
function readData(node: DerNode, bytes: Bytes, place: Place, report: Report): Read<Data> {
  const rest = [...(node.children ?? [])];
  const at = (name: string): Place => inside(place, 'ResponseData', name, spec(6960, '4.2.1'));
  if (isContext(rest[0], 0))
    fail(
      'bad-value',
      place.path,
      node.start,
      say('version 1 is the default and must be left out'),
      spec(6960, '4.2.1'),
    );
  const responder = readResponder(rest.shift(), bytes, at('responderID'), node);
  const produced = readTime(rest.shift(), bytes, at('producedAt'), node);
  const list = need(rest.shift(), universal.SEQUENCE, `${place.path}.responses`, node);
  const singles = needSome(list, `${place.path}.responses`).map((child) =>
    readSingle(child, bytes, at('responses'), list, report),
  );
  const extensions = isContext(rest[0], 1)
    ? readWrapped(rest.shift() ?? node, bytes, at('responseExtensions'), report)
    : undefined;
  needEnd(rest, 0, place.path);
  return {
    value: {
      responder: responder.value,
      producedAt: produced.value,
      responses: singles.map((single) => single.value),
      extensions: extensions?.value ?? { all: [] },
    },
    field: derField(node, bytes, place.name, {
      ...labels(place),
      children: [
        responder.field,
        produced.field,
        derField(list, bytes, 'responses', {
          key: 'ResponseData.responses',
          spec: spec(6960, '4.2.1'),
          value: { type: 'count', value: singles.length },
          children: singles.map((single) => single.field),
        }),
        ...(extensions ? [extensions.field] : []),
      ],
    }),
  };
}

// ResponderID ::= CHOICE { byName [1] Name, byKey [2] KeyHash }, both EXPLICIT.
function readResponder(
  node: DerNode | undefined,
  bytes: Bytes,
  place: Place,
  parent: DerNode,
): Read<BasicResponse['responder']> {
  const at = spec(6960, '4.2.2.3');
  if (node && hasTag(node, 1)) {
    const name = readName(
      node.children?.[0],
      bytes,
      { name: 'byName', key: 'ResponderID.byName', path: place.path },
      node,
    );
    needEnd(node.children ?? [], 1, place.path);
    return {
      value: { byName: name.value },
      field: derField(node, bytes, place.name, {
        ...labels(place),
        value: { type: 'text', value: name.value.text },
        children: [name.field],
      }),
    };
  }
  if (node === undefined || !hasTag(node, 2))
    return fail('bad-value', place.path, (node ?? parent).start, say('[1] or [2] expected'), at);
  const hash = need(node.children?.[0], universal.OCTET_STRING, place.path, node);
  needEnd(node.children ?? [], 1, place.path);
  return {
    value: { byKey: contentCopy(hash, bytes) },
    field: derField(node, bytes, place.name, {
      ...labels(place),
      children: [
        derField(hash, bytes, 'byKey', { key: 'ResponderID.byKey', spec: at, value: { type: 'bytes' } }),
      ],
    }),
  };
}

// SingleResponse ::= SEQUENCE { certID, certStatus, thisUpdate, nextUpdate [0] OPTIONAL, singleExtensions [1] OPTIONAL }
function readSingle(
  node: DerNode,
  bytes: Bytes,
  place: Place,
  parent: DerNode,
  report: Report,
): Read<SingleResponse> {
  const rest = [...needSequence(node, place.path, parent)];
  const at = (name: string): Place => inside(place, 'SingleResponse', name, spec(6960, '4.2.1'));
  const id = readCertId(rest.shift(), bytes, at('certID'), node);
  const status = readStatus(rest.shift(), bytes, at('certStatus'), node);
  const thisUpdate = readTime(rest.shift(), bytes, at('thisUpdate'), node);
  const next = hasTag(rest[0], 0) ? rest.shift() : undefined;
  const nextUpdate = next && readTime(next.children?.[0], bytes, at('nextUpdate'), next);
  if (next) needEnd(next.children ?? [], 1, place.path);
  const extensions = isContext(rest[0], 1)
    ? readWrapped(rest.shift() ?? node, bytes, at('singleExtensions'), report)
    : undefined;
  needEnd(rest, 0, place.path);
  return {
    value: {
      ...id.value,
      certStatus: status.value,
      thisUpdate: thisUpdate.value,
      ...(nextUpdate && { nextUpdate: nextUpdate.value }),
      extensions: extensions?.value ?? { all: [] },
    },
    field: derField(node, bytes, 'SingleResponse', {
      spec: spec(6960, '4.2.1'),
      value: { type: 'text', value: status.value.status },
      children: [
        id.field,
        status.field,
        thisUpdate.field,
        ...(next && nextUpdate
          ? [
              derField(next, bytes, 'nextUpdate', {
                key: 'SingleResponse.nextUpdate',
                spec: spec(6960, '4.2.1'),
                value: { type: 'time', value: nextUpdate.value },
                children: [nextUpdate.field],
              }),
            ]
          : []),
        ...(extensions ? [extensions.field] : []),
      ],
    }),
  };
}

// CertID ::= SEQUENCE { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }
function readCertId(
  node: DerNode | undefined,
  bytes: Bytes,
  place: Place,
  parent: DerNode,
): Read<Pick<SingleResponse, 'hash' | 'issuerNameHash' | 'issuerKeyHash' | 'serialNumber'>> {
  const sequence = need(node, universal.SEQUENCE, place.path, parent);
  const [algorithmNode, nameNode, keyNode, serialNode, ...more] = sequence.children ?? [];
  needEnd(more, 0, place.path);
  const at = spec(6960, '4.1.1');
  const hash = readAlgorithm(algorithmNode, bytes, inside(place, 'CertID', 'hashAlgorithm', at), sequence);
  const octets = (of: DerNode | undefined, name: string) =>
    need(of, universal.OCTET_STRING, `${place.path}.${name}`, sequence);
  const name = octets(nameNode, 'issuerNameHash');
  const key = octets(keyNode, 'issuerKeyHash');
  const serial = need(serialNode, universal.INTEGER, `${place.path}.serialNumber`, sequence);
  const leaf = (of: DerNode, label: string): Field =>
    derField(of, bytes, label, { key: `CertID.${label}`, spec: at, value: { type: 'bytes' } });
  return {
    value: {
      hash: hash.value,
      issuerNameHash: contentCopy(name, bytes),
      issuerKeyHash: contentCopy(key, bytes),
      serialNumber: contentCopy(serial, bytes),
    },
    field: derField(sequence, bytes, place.name, {
      ...labels(place),
      children: [
        hash.field,
        leaf(name, 'issuerNameHash'),
        leaf(key, 'issuerKeyHash'),
        leaf(serial, 'serialNumber'),
      ],
    }),
  };
}

// CertStatus ::= CHOICE { good [0] NULL, revoked [1] RevokedInfo, unknown [2] NULL }, all IMPLICIT.
function readStatus(
  node: DerNode | undefined,
  bytes: Bytes,
  place: Place,
  parent: DerNode,
): Read<CertStatus> {
  const at = spec(6960, '4.2.1');
  const value = { type: 'text', value: ['good', 'revoked', 'unknown'][node?.tag ?? 3] ?? '' } as const;
  if (node && (hasTag(node, 0) || hasTag(node, 2))) {
    if (node.constructed || contentOf(node, bytes).length > 0)
      fail('bad-length', place.path, node.start, say('NULL has no content'), at);
    return {
      value: { status: node.tag === 0 ? 'good' : 'unknown' },
      field: derField(node, bytes, place.name, { ...labels(place), value }),
    };
  }
  if (node === undefined || !hasTag(node, 1))
    return fail('bad-value', place.path, (node ?? parent).start, say('[0], [1] or [2] expected'), at);
  const [timeNode, reasonNode, ...more] = node.children ?? [];
  needEnd(more, 0, place.path);
  const time = readTime(timeNode, bytes, inside(place, 'RevokedInfo', 'revocationTime', at), node);
  const code =
    reasonNode &&
    need(reasonNode.children?.[0], universal.ENUMERATED, `${place.path}.revocationReason`, reasonNode);
  const reason =
    code &&
    reasonName(
      smallIntegerOf(code, bytes),
      `${place.path}.revocationReason`,
      code.start,
      spec(5280, '5.3.1'),
    );
  return {
    value: { status: 'revoked', at: time.value, ...(reason !== undefined && { reason }) },
    field: derField(node, bytes, place.name, {
      ...labels(place),
      value,
      children: [
        time.field,
        ...(reasonNode && reason !== undefined
          ? [
              derField(reasonNode, bytes, 'revocationReason', {
                key: 'RevokedInfo.revocationReason',
                spec: at,
                value: { type: 'text', value: reason },
              }),
            ]
          : []),
      ],
    }),
  };
}

function readTime(node: DerNode | undefined, bytes: Bytes, place: Place, parent: DerNode): Read<number> {
  const found = need(node, universal.GeneralizedTime, place.path, parent);
  const value = timeOf(found, bytes, place.path);
  return {
    value,
    field: derField(found, bytes, place.name, { ...labels(place), value: { type: 'time', value } }),
  };
}
