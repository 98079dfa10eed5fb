/** The browser's root store as rows with a switch. */
import { authorities, clientAuthority, partnerAuthority, rootIds } from '../authority/roots.ts';
import type { AnchorId, ClientRootId } from '../lab/scenario.ts';

export interface RootRow {
  readonly id: AnchorId;
  readonly name: string;
  /** Kind of its key: 'EC P-384', 'RSA 4096'. */
  readonly key: string;
  readonly on: boolean;
}

/** All roots there are, in the order of the store; the learner's own one once it was added. */
export function rootRows(on: readonly AnchorId[]): readonly RootRow[] {
  return anchorIds
    .filter((id) => id !== 'own' || on.includes(id))
    .map((id) => ({
      id,
      name: authorities[id].root,
      key: authorities[id].rootKey,
      on: on.includes(id),
    }));
}

export function rootName(id: AnchorId): string {
  return authorities[id].root;
}

export function clientRootName(id: ClientRootId): string {
  return { staff: clientAuthority, partner: partnerAuthority }[id].root;
}

/** The list with one root switched, in the order of the store. */
export function toggledRoot(on: readonly AnchorId[], id: AnchorId): readonly AnchorId[] {
  return anchorIds.filter((root) => (root === id ? !on.includes(id) : on.includes(root)));
}

const anchorIds: readonly AnchorId[] = [...rootIds, 'own'];
