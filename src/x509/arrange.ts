/** Certificates in no particular order: which of them is the leaf, and which have anything to do with it. */
import type { Certificate } from './model.ts';
import { sameName } from './name.ts';

export interface Arrangement {
  /** Places in the list that was given: the leaf first, the rest as they came. */
  readonly order: readonly number[];
  /** Places of certificates that some path of names leads to from the leaf, the leaf among them. */
  readonly related: ReadonlySet<number>;
}

/**
 * The leaf is the first certificate that is not an authority; where all are, the first one that issued none of
 * the others. Nothing is verified: names say what belongs together, signatures are the validator's business.
 */
export function arrange(certificates: readonly Certificate[]): Arrangement {
  const leaf = leafOf(certificates);
  if (leaf < 0) return { order: [], related: new Set() };
  const related = new Set([leaf]);
  for (const at of related) {
    const below = certificates[at];
    certificates.forEach((above, i) => {
      if (below && sameName(below.issuer, above.subject)) related.add(i);
    });
  }
  return { order: [leaf, ...certificates.keys()].filter((at, i) => i === 0 || at !== leaf), related };
}

function leafOf(certificates: readonly Certificate[]): number {
  const first = certificates.findIndex(({ extensions }) => extensions.basicConstraints?.cA !== true);
  if (first >= 0) return first;
  const issuesNone = certificates.findIndex((one) =>
    certificates.every((other) => other === one || !sameName(other.issuer, one.subject)),
  );
  return issuesNone >= 0 ? issuesNone : certificates.length - 1;
}
