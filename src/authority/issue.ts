/** The demo PKI of one run: what the server has and sends, the browser's roots, and the client's side where it is asked for. */
import { toHex } from '../bytes/hex.ts';
import { once } from '../bytes/once.ts';
import type { Bytes } from '../crypto/port.ts';
import { type Certificate, decodeCertificate } from '../x509/certificate.ts';
import type { KeyRing } from './key-ring.ts';
import type { AnchorId, ChainItem, DemoPki, IssuedCertificate, KeyPair, PkiRequest } from './pki.ts';
import { millisecondsPerDay, startOfDay } from './profiles.ts';
import { authorities, crossSigner, rootIds } from './roots.ts';
import {
  addresses,
  type ChainPlan,
  issueCrossSign,
  issueIntermediate,
  issueLeaf,
  issueRoot,
  issueSubCa,
  issuerKey,
} from './server-chain.ts';

export { issueRoot };

/** Few servers ask for a client certificate. */
const clientSide = once(() => import('./client-side.ts'));

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
    staple: await stapleFor(request, plan, leaf, subCa ?? intermediate),
    lists: await revocationLists(request, plan, leaf, subCa ?? intermediate),
  };
}

/** Real lists with the one entry that the scenario asks for; nothing is fetched from the addresses in the certificates. */
async function revocationLists(
  { clock, server, browser }: PkiRequest,
  plan: ChainPlan,
  leaf: IssuedCertificate,
  authority: IssuedCertificate,
): Promise<DemoPki['lists']> {
  const { ring, faults } = plan;
  const refused = server.clientAuth !== 'none' && browser.clientCertificate === 'revoked';
  const people = refused ? await clientSide() : undefined;
  return {
    server:
      faults.includes('revoked') && !faults.includes('self-signed')
        ? [await listOf(ring, leaf, authority, await issuerKey(plan), clock)]
        : [],
    client: people
      ? [
          await listOf(
            ring,
            await people.issueClient(ring, 'revoked', clock),
            await people.issueClientRoot(ring, 'staff', clock),
            await people.clientRootKey(ring, 'staff'),
            clock,
          ),
        ]
      : [],
  };
}

/** Nobody but the subject itself stands behind a self-signed certificate, and nobody answers for it. */
async function stapleFor(
  { server: { staple = 'none', responder = 'issuer' } }: PkiRequest,
  plan: ChainPlan,
  leaf: IssuedCertificate,
  authority: IssuedCertificate,
): Promise<Bytes | undefined> {
  if (staple === 'none' || plan.faults.includes('self-signed')) return undefined;
  const { issueStaple } = await import('./staple.ts');
  return issueStaple(plan, staple, responder, leaf, authority);
}

async function listOf(
  ring: KeyRing,
  revoked: IssuedCertificate,
  issuer: IssuedCertificate,
  key: KeyPair,
  clock: number,
): Promise<Bytes> {
  const { serialNumber } = decoded(revoked.der);
  const { makeRevocationList } = await import('./workshop/revocation-list.ts');
  const today = startOfDay(clock);
  return ring.certificate(`list of ${toHex(serialNumber)}, ${today}`, () =>
    makeRevocationList(
      {
        issuer: { name: decoded(issuer.der).subject, key },
        number: 7,
        thisUpdate: today,
        nextUpdate: today + 7 * millisecondsPerDay,
        revoked: [{ serial: serialNumber, at: today - 2 * millisecondsPerDay, reason: 'keyCompromise' }],
      },
      ring.maker.provider,
    ),
  );
}

function decoded(der: Bytes): Certificate {
  const certificate = decodeCertificate(der);
  if (!certificate.ok) throw new Error(`issued certificate does not decode: ${certificate.error.detail}`);
  return certificate.value;
}

async function issueClientSide(
  ring: KeyRing,
  { clock, server, browser }: PkiRequest,
): Promise<Pick<DemoPki, 'clientRoot' | 'clientStore' | 'client'>> {
  if (server.clientAuth === 'none') return { clientRoot: undefined, clientStore: [], client: undefined };
  const kind = browser.clientCertificate;
  const accepted = server.clientRoots ?? ['staff'];
  const { clientRootIds, issueClient, issueClientRoot } = await clientSide();
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
