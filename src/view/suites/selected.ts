/** The anatomy of the selected suite: its letters in groups, and which text explains each group. */
import type { NamePart, PartKind } from './anatomy.ts';
import type { SuiteRow } from './rows.ts';

/** One explained group of letters. */
export interface AnatomyPart {
  readonly kind: Exclude<PartKind, undefined>;
  /** Index of its first letters in `parts`. */
  readonly at: number;
  readonly letters: string;
  /** One word that stands for two things: RSA, PSK, KRB5. */
  readonly both: boolean;
}

export function anatomyParts({
  anatomy: { parts, exchange, authentication },
}: SuiteRow): readonly AnatomyPart[] {
  const explained = parts.flatMap((part, at): readonly AnatomyPart[] =>
    part.kind === undefined ? [] : [{ kind: part.kind, at, letters: part.text, both: false }],
  );
  const alone = !explained.some(({ kind }) => kind === 'authentication');
  return explained
    .filter(
      ({ kind, at }, index) => index === explained.findIndex((part) => part.kind === kind && part.at <= at),
    )
    .map((part) =>
      part.kind === 'exchange' && alone && exchange !== undefined && authentication !== undefined
        ? { ...part, both: true }
        : part,
    );
}

/** Whether a group of letters belongs to the chosen explanation. */
export function belongs(part: NamePart, chosen: PartKind): boolean {
  return part.kind !== undefined && part.kind === chosen;
}
