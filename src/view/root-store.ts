/** The browser's root store as rows with a switch. Names and keys as the authority issues them. */
import type { RootId } from '../lab/scenario.ts';

export interface RootRow {
  readonly id: RootId;
  readonly name: string;
  /** Kind of its key. */
  readonly key: string;
  readonly on: boolean;
}

const roots: readonly { readonly id: RootId; readonly name: string; readonly key: string }[] = [
  { id: 'lakeside', name: 'Lakeside Root CA', key: 'EC P-384' },
  { id: 'northgate', name: 'Northgate Global Root G3', key: 'RSA 4096' },
  { id: 'harbour', name: 'Harbour Trust Root R1', key: 'RSA 2048' },
  { id: 'alderbrook', name: 'Alderbrook Root X1', key: 'RSA 4096' },
  { id: 'meridian', name: 'Meridian ECC Root 2021', key: 'EC P-256' },
  { id: 'fennick', name: 'Fennick Root CA', key: 'RSA 1024' },
];

export const rootIds: readonly RootId[] = roots.map((root) => root.id);

export function rootRows(on: readonly RootId[]): readonly RootRow[] {
  return roots.map((root) => ({ ...root, on: on.includes(root.id) }));
}

export function rootName(id: RootId): string {
  return roots.find((root) => root.id === id)?.name ?? id;
}

/** The list with one root switched; in the order of the store. */
export function toggledRoot(on: readonly RootId[], id: RootId): readonly RootId[] {
  return rootIds.filter((root) => (root === id ? !on.includes(id) : on.includes(root)));
}
