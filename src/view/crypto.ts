/** The Crypto tab as plain data: the operations of a step, and one of them taken apart. */
import type { Spec } from '../bytes/spec.ts';
import type { Operation, Value } from '../crypto/recorder.ts';
import type { Party, Step, StepOperation } from '../lab/trace.ts';
import { valueLabel, type ValueNameWords } from '../lesson/value-names.ts';
import { titleOf } from './javascript.ts';

export interface OperationRow {
  /** Stable in one step: party and position. */
  readonly id: string;
  readonly party: Party;
  /** 'HKDF-Expand-Label'. */
  readonly title: string;
  /** What came out, by its name on screen: 's hs traffic'; empty where there is nothing. */
  readonly result: string;
  /** 'subtle.sign', or the library that computed it. */
  readonly call: string;
  readonly milliseconds: number;
  readonly verdict?: boolean;
  readonly operation: StepOperation;
}

/** In the order they ran, the sender's first. */
export function operationRows(
  step: Pick<Step, 'operations'>,
  names: ValueNameWords,
): readonly OperationRow[] {
  return step.operations.map((operation) => ({
    id: `${operation.party}-${operation.index}`,
    party: operation.party,
    title: titleOf(operation),
    result: valueLabel(operation.outputs.at(-1)?.name ?? operation.purpose, names),
    call: callOf(operation),
    milliseconds: operation.milliseconds,
    ...(operation.verdict !== undefined && { verdict: operation.verdict }),
    operation,
  }));
}

/** Which keys a value belongs to, for its colour. */
export function valueLevel(name: string): 'early' | 'handshake' | 'application' | undefined {
  if (/client_early_(traffic|key|iv)/.test(name)) return 'early';
  if (name.startsWith('binder')) return undefined;
  if (/handshake_(traffic|key|iv)|finished_key|verify_data/.test(name)) return 'handshake';
  return /application_(traffic|key|iv)|_write_(MAC_key|key|IV)$/.test(name) ? 'application' : undefined;
}

/** Arguments of the function as the RFC writes it. */
export interface FormulaLine {
  readonly argument: FormulaArgument;
  readonly text: string;
  /** Quoted labels stand out. */
  readonly quoted?: boolean;
}

export type FormulaArgument =
  | 'secret'
  | 'label'
  | 'context'
  | 'seed'
  | 'length'
  | 'salt'
  | 'ikm'
  | 'key'
  | 'data'
  | 'nonce'
  | 'iv'
  | 'aad'
  | 'input'
  | 'privateKey'
  | 'publicKey'
  | 'peerKey'
  | 'signature'
  | 'ciphertext'
  | 'prime'
  | 'generator'
  | 'part';

const argumentsOf: Readonly<Record<Operation['name'], readonly FormulaArgument[]>> = {
  random: [],
  hash: ['data'],
  hmac: ['key', 'data'],
  'hkdf-extract': ['salt', 'ikm'],
  'hkdf-expand-label': ['secret', 'context'],
  prf: ['secret', 'seed', 'seed'],
  cut: ['input'],
  'generate-key-pair': ['prime', 'generator'],
  agree: ['privateKey', 'peerKey', 'prime', 'generator'],
  encapsulate: ['peerKey'],
  decapsulate: ['privateKey', 'ciphertext'],
  concatenate: ['part', 'part', 'part'],
  xor: ['part', 'part'],
  sign: ['privateKey', 'data'],
  verify: ['publicKey', 'data', 'signature'],
  'rsa-encrypt': ['publicKey', 'data'],
  'rsa-decrypt': ['privateKey', 'ciphertext'],
  encrypt: ['key', 'iv', 'data'],
  decrypt: ['key', 'iv', 'ciphertext'],
  seal: ['key', 'nonce', 'aad', 'input'],
  open: ['key', 'nonce', 'aad', 'input'],
};

/** One input or output with its role. */
export interface ValueRow {
  readonly argument: FormulaArgument | 'output';
  readonly label: string;
  readonly value: Value;
  readonly level: 'early' | 'handshake' | 'application' | undefined;
}

export interface OperationDetail {
  readonly title: string;
  readonly name: Operation['name'];
  readonly algorithm: string;
  readonly formula: readonly FormulaLine[];
  readonly inputs: readonly ValueRow[];
  readonly outputs: readonly ValueRow[];
  readonly hkdfLabel: HkdfLabelParts | undefined;
  readonly spec: Spec;
}

/** struct HkdfLabel byte by byte, RFC 9846 §7.1. */
export interface HkdfLabelParts {
  readonly bytes: Uint8Array;
  readonly length: { readonly bytes: Uint8Array; readonly value: number };
  readonly labelLength: { readonly bytes: Uint8Array; readonly value: number };
  readonly label: { readonly bytes: Uint8Array; readonly text: string };
  readonly contextLength: { readonly bytes: Uint8Array; readonly value: number };
  readonly context: Uint8Array;
}

export function operationDetail(operation: Operation, names: ValueNameWords): OperationDetail {
  const roles = argumentsOf[operation.name];
  const inputs = operation.inputs.map((value, i) => valueRow(value, roles[i] ?? 'input', names));
  const formula = inputs.map(({ argument, label }): FormulaLine => ({ argument, text: label }));
  if (operation.name === 'hkdf-expand-label') {
    // HKDF-Expand-Label(Secret, Label, Context, Length)
    formula.splice(1, 0, { argument: 'label', text: `"${operation.label ?? ''}"`, quoted: true });
    formula.push({ argument: 'length', text: String(operation.outputs[0]?.bytes.length ?? 0) });
  }
  if (operation.name === 'prf') {
    // PRF(secret, label, seed)
    formula.splice(1, 0, { argument: 'label', text: `"${operation.label ?? ''}"`, quoted: true });
    formula.push({ argument: 'length', text: String(operation.outputs[0]?.bytes.length ?? 0) });
  }
  return {
    title: titleOf(operation),
    name: operation.name,
    algorithm: operation.algorithm,
    formula,
    inputs: inputs.filter(({ value }) => value.bytes.length > 0),
    outputs: operation.outputs.map((value) => valueRow(value, 'output', names)),
    hkdfLabel: operation.hkdfLabel && hkdfLabelParts(operation.hkdfLabel),
    spec: operation.spec,
  };
}

export function hkdfLabelParts(bytes: Uint8Array): HkdfLabelParts {
  const labelEnd = 3 + (bytes[2] ?? 0);
  return {
    bytes,
    length: { bytes: bytes.subarray(0, 2), value: ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0) },
    labelLength: { bytes: bytes.subarray(2, 3), value: bytes[2] ?? 0 },
    label: { bytes: bytes.subarray(3, labelEnd), text: String.fromCharCode(...bytes.subarray(3, labelEnd)) },
    contextLength: { bytes: bytes.subarray(labelEnd, labelEnd + 1), value: bytes[labelEnd] ?? 0 },
    context: bytes.subarray(labelEnd + 1),
  };
}

function valueRow(
  value: Value,
  argument: ValueRow['argument'],
  names: ValueNameWords,
): ValueRow & { readonly argument: FormulaArgument } {
  return {
    argument: argument as FormulaArgument,
    label: valueLabel(value.name, names),
    value,
    level: valueLevel(value.name),
  };
}

/** The function that did the work. */
function callOf(operation: Operation): string {
  const { backend, name } = operation;
  if (backend === 'none') return '';
  if (backend !== 'WebCrypto') return backend;
  const calls: Partial<Record<Operation['name'], string>> = {
    random: 'getRandomValues',
    hash: 'subtle.digest',
    hmac: 'subtle.sign',
    'hkdf-extract': 'subtle.sign',
    'hkdf-expand-label': 'subtle.sign',
    prf: 'subtle.sign',
    encrypt: 'subtle.encrypt',
    decrypt: 'subtle.decrypt',
    'generate-key-pair': 'subtle.generateKey',
    agree: 'subtle.deriveBits',
    encapsulate: 'subtle.encapsulateBits',
    decapsulate: 'subtle.decapsulateBits',
    sign: 'subtle.sign',
    verify: 'subtle.verify',
    seal: 'subtle.encrypt',
    open: 'subtle.decrypt',
  };
  return calls[name] ?? '';
}
