/** signatureValue, RFC 5280 §4.1.1.3: a BIT STRING that holds, for ECDSA, another structure. */
import { type DerNode, universal } from '../bytes/der-node.ts';
import { bitStringOf } from '../bytes/der-values.ts';
import { catchDecode, derField } from '../bytes/der.ts';
import type { Field } from '../bytes/field.ts';
import { spec } from '../bytes/spec.ts';
import type { Bytes } from '../crypto/port.ts';
import type { AlgorithmIdentifier } from './model.ts';
import { unusedBitsField } from './public-key.ts';
import { fail, labels, need, needEnd, nested, type Place, type Read } from './read.ts';
import { say } from '../bytes/say.ts';

/** `algorithm` says what is inside. The value is the content without the count of unused bits. */
export function readSignatureValue(
  node: DerNode,
  bytes: Uint8Array,
  place: Place,
  parent: DerNode,
  algorithm: AlgorithmIdentifier | undefined,
): Read<Bytes> {
  need(node, universal.BIT_STRING, place.path, parent);
  const content = bitStringOf(node, bytes, place.path);
  if (content.unusedBits !== 0) {
    fail('bad-value', place.path, node.start, say('does not end on an octet'), spec(5280, '4.1.1.3'));
  }
  const inner =
    algorithm?.name.startsWith('ecdsa-with-') === true
      ? twoNumbers(node, bytes, place, 'ECDSA-Sig-Value')
      : algorithm?.name.startsWith('id-dsa-with-') === true
        ? twoNumbers(node, bytes, place, 'Dss-Sig-Value')
        : undefined;
  const field = derField(node, bytes, place.name, {
    ...labels(place),
    value: { type: 'bytes' },
    ...(inner && { children: [unusedBitsField(node), inner] }),
  });
  return { value: content.bytes.slice(), field };
}

/**
 * ECDSA-Sig-Value and Dss-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }, RFC 3279 §2.2.3, §2.2.2. Undefined
 * where it is none: the bits then stay bits, and the check of the signature says that it is wrong.
 */
function twoNumbers(
  node: DerNode,
  bytes: Uint8Array,
  place: Place,
  type: 'ECDSA-Sig-Value' | 'Dss-Sig-Value',
): Field | undefined {
  const at = spec(3279, type === 'ECDSA-Sig-Value' ? '2.2.3' : '2.2.2');
  const decoded = catchDecode(derField(node, bytes, place.name), () => {
    const value = nested(bytes, node.start + node.headerLength + 1, node.end, place.path);
    const numbers = need(value, universal.SEQUENCE, place.path, node).children ?? [];
    needEnd(numbers, 2, place.path);
    const children = ['r', 's'].map((name, i) =>
      derField(need(numbers[i], universal.INTEGER, `${place.path}.${name}`, value), bytes, name, {
        key: `${type}.${name}`,
        spec: at,
        value: { type: 'bytes' },
      }),
    );
    return {
      value,
      field: derField(value, bytes, type, { spec: at, children }),
    };
  });
  return decoded.ok ? decoded.field : undefined;
}
