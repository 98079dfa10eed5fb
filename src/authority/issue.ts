/** The demo PKI of one run: what the server has and sends, the browser's roots, and the client's side where it is asked for. */
import { issueClient, issueClientRoot, clientRootIds } from './client-side.ts';
import type { KeyRing } from './key-ring.ts';
import type { AnchorId, ChainItem, DemoPki, PkiRequest } from './pki.ts';
import { authorities, crossSigner, rootIds } from './roots.ts';
import {
  addresses,
  type ChainPlan,
  issueCrossSign,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  issueSubCa,
} from './server-chain.ts';

export { issueRoot };

/** Issues what the scenario needs. The same request to the same key ring gives the same certificates. */
export async function issueDemoPki(ring: KeyRing, request: PkiRequest): Promise<DemoPki> {
  const { clock, server, browser } = request;
  const { issuer, faults = [] } = server;
  const plan: ChainPlan = { ring, clock, issuer, faults, keyType: server.keyType };
  const wanted = new Set<ChainItem>([...(server.sends ?? []), ...(browser.cached ?? [])]);
  const crossed = wanted.has('cross-sign');
  const [root, intermediate, leaf, subCa, crossSign, unrelated, crossRoot, store] = await Promise.all([
    issueRoot(ring, issuer, clock, faults.includes('root-expired')),
    issueIntermediate(plan),
    issueLeaf(plan, server),
    faults.includes('path-length') ? issueSubCa(plan) : undefined,
    crossed ? issueCrossSign(plan) : undefined,
    wanted.has('unrelated') ? issueIntermediate(unrelatedTo(plan)) : undefined,
    crossed ? issueRoot(ring, crossSigner(issuer), clock, faults.includes('old-root-expired')) : undefined,
    issueStore(plan, browser.roots, crossed),
  ]);
  const { host } = authorities[issuer];
  const above = addresses(issuer, 'intermediate').caIssuers;
  return {
    root,
    intermediate,
    leaf,
    more: {
      ...(subCa && { 'sub-ca': subCa.der }),
      ...(crossSign && { 'cross-sign': crossSign.der }),
      ...(unrelated && { unrelated: unrelated.der }),
    },
    store,
    crossRoot: crossRoot && { id: crossSigner(issuer), der: crossRoot.der },
    repository: [
      ...(subCa ? [{ url: addresses(issuer, 'sub-ca').caIssuers, der: subCa.der }] : []),
      { url: above, der: intermediate.der },
      { url: `http://root.${host}/root.der`, der: root.der },
    ],
    ...(await issueClientSide(ring, request)),
  };
}

async function issueClientSide(
  ring: KeyRing,
  { clock, server, browser }: PkiRequest,
): Promise<Pick<DemoPki, 'clientRoot' | 'clientStore' | 'client'>> {
  if (server.clientAuth === 'none') return { clientRoot: undefined, clientStore: [], client: undefined };
  const kind = browser.clientCertificate;
  const accepted = server.clientRoots ?? ['staff'];
  const [clientRoot, clientStore, client] = await Promise.all([
    issueClientRoot(ring, 'staff', clock),
    Promise.all(
      clientRootIds
        .filter((id) => accepted.includes(id))
        .map(async (id) => ({ id, der: (await issueClientRoot(ring, id, clock)).der })),
    ),
    kind === 'none' ? undefined : issueClient(ring, kind, clock),
  ]);
  return { clientRoot, clientStore, client };
}

/** An authority that has nothing to do with this chain. */
function unrelatedTo(plan: ChainPlan): ChainPlan {
  return {
    ...plan,
    issuer: plan.issuer === 'meridian' ? 'lakeside' : 'meridian',
    faults: [],
    keyType: 'ecdsa',
  };
}

async function issueStore(
  { ring, clock, issuer, faults }: ChainPlan,
  on: readonly AnchorId[],
  crossed: boolean,
): Promise<DemoPki['store']> {
  const old = crossed ? crossSigner(issuer) : undefined;
  const wanted = [...rootIds, 'own' as const].filter(
    (id) => on.includes(id) && (id === issuer || id === old || authorities[id].rootKey.startsWith('EC ')),
  );
  const expired = (id: AnchorId): boolean =>
    (id === issuer && faults.includes('root-expired')) || (id === old && faults.includes('old-root-expired'));
  return Promise.all(
    wanted.map(async (id) => ({ id, der: (await issueRoot(ring, id, clock, expired(id))).der })),
  );
}
