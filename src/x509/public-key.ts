/** SubjectPublicKeyInfo, RFC 5280 §4.1.2.7; the keys in it by RFC 3279 §2.3.1, RFC 5480 §2, RFC 8410 §4 and RFC 9881 §4. */
import { type DerNode, isUniversal, universal } from '../bytes/der-node.ts';
import { bitStringOf, integerOf, oidOf } from '../bytes/der-values.ts';
import { catchDecode, derField, derLeaf, parseDer } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { spec } from '../bytes/spec.ts';
import { readAlgorithm } from './algorithm.ts';
import { describeFieldKey } from './domain-parameters.ts';
import type { PublicKey } from './model.ts';
import { curves } from './oids.ts';
import { fail, inside, need, needEnd, needSequence, nested, type Place, type Read } from './read.ts';
import { say } from '../bytes/say.ts';

/** Decodes a SubjectPublicKeyInfo that stands alone; undefined where it is none. */
export function decodePublicKey(der: Uint8Array): PublicKey | undefined {
  const parsed = parseDer(der);
  if (!parsed.ok) return undefined;
  const place = { name: 'SubjectPublicKeyInfo', path: 'SubjectPublicKeyInfo' };
  const decoded = catchDecode(parsed.field, () => readPublicKey(parsed.value, der, place, parsed.value));
  return decoded.ok ? decoded.value : undefined;
}

export function readPublicKey(
  node: DerNode | undefined,
  bytes: Uint8Array,
  place: Place,
  parent: DerNode,
): Read<PublicKey> {
  const sequence = need(node, universal.SEQUENCE, place.path, parent);
  const [first, second, ...rest] = sequence.children ?? [];
  needEnd(rest, 0, place.path);
  const algorithm = readAlgorithm(
    first,
    bytes,
    inside(place, 'SubjectPublicKeyInfo', 'algorithm', spec(5280, '4.1.2.7')),
    sequence,
  );
  const keyPath = `${place.path}.subjectPublicKey`;
  const bits = need(second, universal.BIT_STRING, keyPath, sequence);
  const { unusedBits, bytes: key } = bitStringOf(bits, bytes, keyPath);
  // X.690 allows bit strings of any size; every key there is comes in whole octets.
  if (unusedBits !== 0) fail('bad-value', keyPath, bits.start, say('the key does not end on an octet'));
  const parameters = first?.children?.[1];
  const curveOid = isUniversal(parameters, universal.OBJECT_IDENTIFIER)
    ? oidOf(parameters, bytes)
    : undefined;
  const described =
    describeFieldKey(algorithm.value.oid, parameters, bits, bytes, keyPath) ??
    describe(algorithm.value.oid, algorithm.value.name, curveOid, key, bits, bytes, keyPath);
  const value: PublicKey = {
    oid: algorithm.value.oid,
    key: key.slice(),
    ...described.facts,
    ...(algorithm.value.pss && { pss: algorithm.value.pss }),
  };
  const keyField = derField(bits, bytes, 'subjectPublicKey', {
    key: 'SubjectPublicKeyInfo.subjectPublicKey',
    spec: spec(5280, '4.1.2.7'),
    value: { type: 'bytes' },
    ...(described.inner && { children: [unusedBitsField(bits), described.inner] }),
  });
  return {
    value,
    field: derField(sequence, bytes, place.name, {
      key: place.key ?? place.name,
      value: { type: 'text', value: value.kind },
      ...(place.spec && { spec: place.spec }),
      children: [algorithm.field, keyField],
    }),
  };
}

/** The octet before the bits of a BIT STRING, X.690 §8.6.2. */
export function unusedBitsField(node: DerNode): Field {
  const start = node.start + node.headerLength;
  return derLeaf('unused_bits', 'DER.unused_bits', start, start + 1, { type: 'number', value: 0 });
}

type Facts = Pick<PublicKey, 'algorithm' | 'kind' | 'bits' | 'curve' | 'exponent'>;

const curveBits: Readonly<Record<string, number>> = {
  'P-192': 192,
  'P-224': 224,
  'P-256': 256,
  'P-384': 384,
  'P-521': 521,
  secp256k1: 256,
};

function describe(
  oid: string,
  name: string,
  curveOid: string | undefined,
  key: Uint8Array,
  node: DerNode,
  bytes: Uint8Array,
  path: string,
): { readonly facts: Facts; readonly inner?: Field } {
  switch (oid) {
    case '1.2.840.10045.2.1': {
      const curve = curveOid === undefined ? undefined : (curves[curveOid]?.short ?? curveOid);
      const bits = curveBits[curve ?? ''];
      return {
        facts: {
          algorithm: 'EC',
          kind: `EC ${curve ?? 'unnamed curve'}`,
          ...(curve !== undefined && { curve }),
          ...(bits !== undefined && { bits }),
        },
      };
    }
    case '1.2.840.113549.1.1.1':
    case '1.2.840.113549.1.1.10': {
      const algorithm = oid.endsWith('.10') ? 'RSASSA-PSS' : 'RSA';
      const { bits, exponent, field } = readRsaKey(node, bytes, path);
      return { facts: { algorithm, kind: `${algorithm} ${bits}`, bits, exponent }, inner: field };
    }
    case '1.3.101.112':
      if (key.length !== 32)
        fail(
          'bad-length',
          path,
          node.start,
          say('{} octets, an Ed25519 key has 32', key.length),
          spec(8410, '4'),
        );
      return { facts: { algorithm: 'Ed25519', kind: 'Ed25519', bits: 256 } };
    case '2.16.840.1.101.3.4.3.17':
    case '2.16.840.1.101.3.4.3.18':
    case '2.16.840.1.101.3.4.3.19': {
      // RFC 9881 §4: the raw encoding of FIPS 204.
      const size = mlDsaKeySizes[oid] ?? 0;
      if (key.length !== size)
        fail(
          'bad-length',
          path,
          node.start,
          say('{} octets, this ML-DSA key has {}', key.length, size),
          spec(9881, '4'),
        );
      return { facts: { algorithm: 'ML-DSA', kind: name.replace('id-ml-dsa', 'ML-DSA') } };
    }
    case '1.3.101.113':
      if (key.length !== 57)
        fail(
          'bad-length',
          path,
          node.start,
          say('{} octets, an Ed448 key has 57', key.length),
          spec(8410, '4'),
        );
      return { facts: { algorithm: 'Ed448', kind: 'Ed448', bits: 448 } };
    default:
      return { facts: { algorithm: 'unknown', kind: name } };
  }
}

const mlDsaKeySizes: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.3.17': 1312,
  '2.16.840.1.101.3.4.3.18': 1952,
  '2.16.840.1.101.3.4.3.19': 2592,
};

// RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }, RFC 3279 §2.3.1.
function readRsaKey(
  node: DerNode,
  bytes: Uint8Array,
  path: string,
): { readonly bits: number; readonly exponent: bigint; readonly field: Field } {
  const inner = nested(bytes, node.start + node.headerLength + 1, node.end, path);
  const [first, second, ...rest] = needSequence(inner, path, node);
  needEnd(rest, 0, path);
  const modulus = need(first, universal.INTEGER, `${path}.modulus`, inner);
  const exponent = need(second, universal.INTEGER, `${path}.publicExponent`, inner);
  const value = integerOf(modulus, bytes, `${path}.modulus`);
  if (value <= 0n)
    fail('bad-value', `${path}.modulus`, modulus.start, say('not positive'), spec(3279, '2.3.1'));
  const field = derField(inner, bytes, 'RSAPublicKey', {
    key: 'RSAPublicKey',
    spec: spec(3279, '2.3.1'),
    children: [
      derField(modulus, bytes, 'modulus', { key: 'RSAPublicKey.modulus', value: { type: 'bytes' } }),
      derField(exponent, bytes, 'publicExponent', { key: 'RSAPublicKey.publicExponent' }),
    ],
  });
  return {
    bits: value.toString(2).length,
    exponent: integerOf(exponent, bytes, `${path}.publicExponent`),
    field,
  };
}
