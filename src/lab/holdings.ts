/** What each party held when it judged the other's chain: its store, its cache, and what it could fetch. */
import type { DemoPki } from '../authority/pki.ts';
import type { Bytes } from '../crypto/port.ts';
import type { AnchorId, Scenario } from './scenario.ts';

export interface HeldRoot {
  /** An AnchorId or a ClientRootId; of roots that are not this lab's, the name in them. */
  readonly id: string;
  readonly der: Bytes;
}

export interface FetchedCertificate {
  readonly url: string;
  readonly der: Bytes;
}

export interface Holdings {
  /** Trust anchors in the order the validator was given them. */
  readonly store: readonly HeldRoot[];
  /** Roots of this chain that are not in the store: what the same bytes would be for somebody who has them. */
  readonly known: readonly HeldRoot[];
  /** Keys that are believed no longer, wherever they turn up. */
  readonly compromised: readonly HeldRoot[];
  readonly cached: readonly Bytes[];
  /** What was fetched in this run; it follows `cached` in references to the cache. */
  readonly fetched: readonly FetchedCertificate[];
  /** What stands behind the addresses in the certificates. */
  readonly repository: readonly FetchedCertificate[];
  /** Revocation lists at hand, as DER; whether anyone looks at them is the party's policy. */
  readonly revocationLists: readonly Bytes[];
}

/** Of a party of whom nothing is known: who was outside, or whom only a capture knows. */
export const noHoldings: Holdings = {
  store: [],
  known: [],
  compromised: [],
  cached: [],
  fetched: [],
  repository: [],
  revocationLists: [],
};

/** Both parties', before the run: nothing is fetched yet. */
export function holdingsOf(
  { browser, server }: Scenario,
  pki: DemoPki,
  chain: (items: Scenario['browser']['cached']) => readonly Bytes[],
): { readonly browser: Holdings; readonly server: Holdings } {
  const roots: readonly HeldRoot[] = [
    { id: server.issuer, der: pki.root.der },
    ...(pki.crossRoot ? [pki.crossRoot] : []),
  ];
  const inStore = (id: HeldRoot['id']): boolean => pki.store.some((root) => root.id === id);
  const all = [...pki.store, ...roots];
  return {
    browser: {
      store: pki.store,
      known: roots.filter(({ id }) => !inStore(id)),
      compromised: all.filter(
        ({ id }, at) =>
          browser.compromised.includes(id as AnchorId) && all.findIndex((other) => other.id === id) === at,
      ),
      cached: chain(browser.cached),
      fetched: [],
      repository: server.repository ? pki.repository : [],
      revocationLists: pki.lists.server,
    },
    server: { ...noHoldings, store: pki.clientStore, revocationLists: pki.lists.client },
  };
}
