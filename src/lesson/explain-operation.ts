/** Texts about one crypto operation: what it does and what its result is for. Loaded with the Crypto tab. */
import type { Operation } from '../crypto/recorder.ts';
import { catalog } from './catalog.ts';
import { operations } from './en/operations.ts';
import type { OperationFacts, OperationWords, ValueText } from './operation-words.ts';
import type { Rich } from './rich.ts';
import { ownerOf, valueKind } from './secret-names.ts';

export const operationWords = catalog<OperationWords>('operations', operations);

export interface OperationExplanation {
  readonly what: Rich;
  /** What the result is for; absent for a result this engine gives no name. */
  readonly why?: Rich;
}

export function explainOperation(operation: Operation, words: OperationWords): OperationExplanation {
  const owner = ownerOf(operation.purpose);
  const facts: OperationFacts = {
    algorithm: operation.algorithm,
    ticket: operation.inputs[0]?.name === 'ticket_key',
    outputBytes: operation.outputs.at(-1)?.bytes.length ?? 0,
    ...(operation.verdict !== undefined && { verdict: operation.verdict }),
    ...(owner && { owner }),
  };
  // Of a key pair the private half is what matters; it comes first.
  const made = operation.name === 'generate-key-pair' ? operation.outputs[0] : operation.outputs.at(-1);
  const why = explainValue(made?.name ?? operation.purpose, words) ?? explainValue(operation.purpose, words);
  return {
    what: words.what[operation.name](facts),
    ...(why && { why: why.text }),
  };
}

/** Name and purpose of a value by the recorder's name for it; undefined for an unknown one. */
export function explainValue(name: string, words: OperationWords): ValueText | undefined {
  const kind = valueKind(name);
  return kind && words.values[kind];
}
