/** What the texts about operations and values are made of. */
import type { OperationName } from '../crypto/recorder.ts';
import type { Rich } from './rich.ts';
import type { ValueKind } from './secret-names.ts';

export interface OperationFacts {
  readonly algorithm: string;
  /** Bytes that came out; 0 where nothing did. */
  readonly outputBytes: number;
  readonly verdict?: boolean;
  /** It is a ticket that is sealed or opened, not a record. */
  readonly ticket: boolean;
  /** Whose value it makes or checks, where its name says so. */
  readonly owner?: 'browser' | 'server';
}

export interface ValueText {
  /** 'Handshake traffic secret', for lists and headings. */
  readonly name: string;
  readonly text: Rich;
}

export interface OperationWords {
  /** What an operation of this name does, whatever for. */
  readonly what: Readonly<Record<OperationName, (facts: OperationFacts) => Rich>>;
  /** What a value is for. */
  readonly values: Readonly<Record<ValueKind, ValueText>>;
}
