/** One DER element by its place, and the smallest questions asked of it. */

export type TagClass = 'universal' | 'application' | 'context' | 'private';

export interface DerNode {
  readonly tagClass: TagClass;
  /** Tag number without class and constructed bit: 16 for SEQUENCE. */
  readonly tag: number;
  readonly constructed: boolean;
  /** Offset of the first tag octet. */
  readonly start: number;
  /** Tag and length octets. */
  readonly headerLength: number;
  /** Offset behind the last content octet. */
  readonly end: number;
  /** Of constructed elements, in order. */
  readonly children?: readonly DerNode[];
}

/** Universal tag numbers, X.680 §8.4. */
export const universal = {
  BOOLEAN: 1,
  INTEGER: 2,
  BIT_STRING: 3,
  OCTET_STRING: 4,
  NULL: 5,
  OBJECT_IDENTIFIER: 6,
  ENUMERATED: 10,
  UTF8String: 12,
  SEQUENCE: 16,
  SET: 17,
  NumericString: 18,
  PrintableString: 19,
  TeletexString: 20,
  IA5String: 22,
  UTCTime: 23,
  GeneralizedTime: 24,
  VisibleString: 26,
  UniversalString: 28,
  BMPString: 30,
} as const;

export function isUniversal(node: DerNode | undefined, tag: number): node is DerNode {
  return node?.tagClass === 'universal' && node.tag === tag;
}

export function isContext(node: DerNode | undefined, tag: number): node is DerNode {
  return node?.tagClass === 'context' && node.tag === tag;
}

/** Content octets, as a view. */
export function contentOf(node: DerNode, bytes: Uint8Array): Uint8Array {
  return bytes.subarray(node.start + node.headerLength, node.end);
}
