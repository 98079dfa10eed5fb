/** What the texts about fields are made of. */
import type { MessageName, Party } from '../lab/trace.ts';
import type { Rich } from './rich.ts';
import type { SharePart } from './step-facts.ts';

/** What a text about one field may quote. */
export interface FieldFacts {
  /** Bytes of the field, length prefix included. */
  readonly size: number;
  /** Bytes behind the length prefix; the same as `size` without one. */
  readonly content: number;
  /** Entries of a list, and how many of them are reserved values of RFC 8701. */
  readonly count?: number;
  readonly grease: number;
  /** What a key share of this length consists of. */
  readonly shareParts: readonly SharePart[];
  /** Value of a number or code point, and its registry name. */
  readonly number?: number;
  readonly name?: string;
  readonly text?: string;
  readonly flags?: readonly string[];
  readonly boolean?: boolean;
  /** Milliseconds since 1970. */
  readonly time?: number;
  /** The message it stands in; absent for a certificate looked at by itself. */
  readonly message?: MessageName;
  readonly from?: Party;
  /** The run agreed on this very value. */
  readonly agreed: boolean;
}

export type FieldText = Rich | ((facts: FieldFacts) => Rich);

/** Texts about values of a registry, by code point; `other` for those without one. */
export interface CodeWords {
  readonly known: Readonly<Record<number, Rich>>;
  readonly other: (facts: FieldFacts) => Rich;
  /** Added where the run agreed on the value. */
  readonly agreed?: Rich;
}

export interface FieldWords {
  /** By Field.key. */
  readonly keys: Readonly<Record<string, FieldText>>;
  /** Whole TLS extensions, by registry name. */
  readonly extensions: Readonly<Record<string, FieldText>>;
  readonly suites: CodeWords;
  readonly groups: CodeWords;
  readonly schemes: CodeWords;
  readonly versions: CodeWords;
  readonly grease: Rich;
  readonly unknownExtension: (facts: FieldFacts) => Rich;
  /** `container` is the name of the field around a length prefix. */
  readonly length: (container: string, facts: FieldFacts) => Rich;
  readonly extensionData: (facts: FieldFacts) => Rich;
  /** A DER element that is named by its type only. */
  readonly derElement: (facts: FieldFacts) => Rich;
  readonly undecoded: (facts: FieldFacts) => Rich;
  readonly unknown: (facts: FieldFacts) => Rich;
}
