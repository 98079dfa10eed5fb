/** Named groups that this engine runs, RFC 9846 §4.3.7, and how each is composed. */
import type { FfdheName } from '../../crypto/ffdhe.ts';
import type { CurveName, KemName } from '../../crypto/port.ts';
import type { Spec } from '../../bytes/spec.ts';
import { spec } from '../../bytes/spec.ts';

export type GroupPart =
  | { readonly kind: 'dh'; readonly curve: CurveName; readonly length: number }
  | { readonly kind: 'ffdh'; readonly group: FfdheName; readonly length: number }
  | {
      readonly kind: 'kem';
      readonly kem: KemName;
      readonly encapsulationKeyLength: number;
      readonly ciphertextLength: number;
    };

export interface NamedGroup {
  readonly code: number;
  readonly name: string;
  /** In the order in which shares and secrets are concatenated. */
  readonly parts: readonly GroupPart[];
  readonly spec: Spec;
}

const x25519: GroupPart = { kind: 'dh', curve: 'X25519', length: 32 };
const p256: GroupPart = { kind: 'dh', curve: 'P-256', length: 65 };
const mlkem768: GroupPart = {
  kind: 'kem',
  kem: 'ML-KEM-768',
  encapsulationKeyLength: 1184,
  ciphertextLength: 1088,
};
const ecdhe = spec(9846, '4.3.8.2');
const ffdhe = spec(9846, '4.3.8.1');

export const namedGroups: readonly NamedGroup[] = [
  // ML-KEM first, X25519 second: share and secret alike, RFC-to-be ecdhe-mlkem §4.1.
  { code: 0x11ec, name: 'X25519MLKEM768', parts: [mlkem768, x25519], spec: spec(9846, '4.3.8') },
  { code: 0x001d, name: 'x25519', parts: [x25519], spec: ecdhe },
  { code: 0x0017, name: 'secp256r1', parts: [p256], spec: ecdhe },
  { code: 0x0018, name: 'secp384r1', parts: [{ kind: 'dh', curve: 'P-384', length: 97 }], spec: ecdhe },
  { code: 0x0019, name: 'secp521r1', parts: [{ kind: 'dh', curve: 'P-521', length: 133 }], spec: ecdhe },
  // Here it is the curve first: FIPS wants the approved half in front, and both are.
  { code: 0x11eb, name: 'SecP256r1MLKEM768', parts: [p256, mlkem768], spec: spec(9846, '4.3.8') },
  { code: 0x001e, name: 'x448', parts: [{ kind: 'dh', curve: 'X448', length: 56 }], spec: ecdhe },
  {
    code: 0x0100,
    name: 'ffdhe2048',
    parts: [{ kind: 'ffdh', group: 'ffdhe2048', length: 256 }],
    spec: ffdhe,
  },
  {
    code: 0x0101,
    name: 'ffdhe3072',
    parts: [{ kind: 'ffdh', group: 'ffdhe3072', length: 384 }],
    spec: ffdhe,
  },
  {
    code: 0x0102,
    name: 'ffdhe4096',
    parts: [{ kind: 'ffdh', group: 'ffdhe4096', length: 512 }],
    spec: ffdhe,
  },
  {
    code: 0x0103,
    name: 'ffdhe6144',
    parts: [{ kind: 'ffdh', group: 'ffdhe6144', length: 768 }],
    spec: ffdhe,
  },
  {
    code: 0x0104,
    name: 'ffdhe8192',
    parts: [{ kind: 'ffdh', group: 'ffdhe8192', length: 1024 }],
    spec: ffdhe,
  },
];

export function groupByCode(code: number): NamedGroup | undefined {
  return namedGroups.find((group) => group.code === code);
}

/** Bytes of key_exchange in a ClientHello, and in a ServerHello. */
export function shareLengths(group: NamedGroup): { readonly client: number; readonly server: number } {
  const sum = (of: (part: GroupPart) => number): number =>
    group.parts.reduce((total, part) => total + of(part), 0);
  return {
    client: sum((part) => (part.kind === 'kem' ? part.encapsulationKeyLength : part.length)),
    server: sum((part) => (part.kind === 'kem' ? part.ciphertextLength : part.length)),
  };
}

/** 'X25519', 'ML-KEM-768', 'ffdhe2048': what computes that part. */
export function partName(part: GroupPart): string {
  return part.kind === 'dh' ? part.curve : part.kind === 'kem' ? part.kem : part.group;
}
