/** The browser's root store as rows with a switch. */
import { authorities, rootIds } from '../authority/roots.ts';
import type { RootId } from '../lab/scenario.ts';

export interface RootRow {
  readonly id: RootId;
  readonly name: string;
  /** Kind of its key: 'EC P-384', 'RSA 4096'. */
  readonly key: string;
  readonly on: boolean;
}

/** All roots there are, in the order of the store. */
export function rootRows(on: readonly RootId[]): readonly RootRow[] {
  return rootIds.map((id) => ({
    id,
    name: authorities[id].root,
    key: authorities[id].rootKey,
    on: on.includes(id),
  }));
}

export function rootName(id: RootId): string {
  return authorities[id].root;
}

/** The list with one root switched, in the order of the store. */
export function toggledRoot(on: readonly RootId[], id: RootId): readonly RootId[] {
  return rootIds.filter((root) => (root === id ? !on.includes(id) : on.includes(root)));
}
