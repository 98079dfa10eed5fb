/** The demo PKI of one run: root, intermediate, leaf, and the client's side where it is asked for. */
import type { Bytes } from '../crypto/port.ts';
import { parseIp } from '../x509/ip.ts';
import type { KeyRing } from './key-ring.ts';
import type { DemoPki, IssuedCertificate, KeyKind, KeyPair, PkiRequest, RootId } from './pki.ts';
import { authorities, clientAuthority, rootIds } from './roots.ts';
import { type CertificateProfile, signCertificate, type SubjectName } from './sign.ts';

const leafKeys = { ecdsa: 'EC P-256', rsa: 'RSA 2048', ed25519: 'Ed25519' } as const satisfies Record<
  string,
  KeyKind
>;
/** domain-validated, CA/Browser Forum. */
const domainValidated = '2.23.140.1.2.1';
const millisecondsPerDay = 86_400_000;

/** Issues what the scenario needs. The same request to the same key ring gives the same certificates. */
export async function issueDemoPki(ring: KeyRing, request: PkiRequest): Promise<DemoPki> {
  const { clock, server, browser } = request;
  const [root, intermediate, leaf, store] = await Promise.all([
    issueRoot(ring, server.issuer, clock),
    issueIntermediate(ring, server.issuer, clock),
    issueLeaf(ring, request),
    issueStore(ring, browser.roots, server.issuer, clock),
  ]);
  const asked = server.clientAuth !== 'none';
  return {
    root,
    intermediate,
    leaf,
    store,
    clientRoot: asked ? await issueClientRoot(ring, clock) : undefined,
    client: asked && browser.clientCertificate === 'valid' ? await issueClient(ring, clock) : undefined,
  };
}

/** One of the roots, also where no run needs it: RSA 4096 may take some seconds the first time. */
export async function issueRoot(
  ring: KeyRing,
  id: RootId | 'own',
  clock: number,
): Promise<IssuedCertificate> {
  const plan = authorities[id];
  const key = await ring.key(`root ${id}`, plan.rootKey);
  const year = yearOf(clock);
  return issued(ring, `root ${id}, ${year}`, key, {
    ...authorityProfile(key),
    subject: rootName(id),
    notBefore: dayOf(year + plan.rootPeriod.from, plan.rootPeriod.day),
    notAfter: dayOf(year + plan.rootPeriod.to, plan.rootPeriod.day),
    authority: {},
  });
}

async function issueIntermediate(
  ring: KeyRing,
  id: RootId | 'own',
  clock: number,
): Promise<IssuedCertificate> {
  const plan = authorities[id];
  const [rootKey, key] = await Promise.all([
    ring.key(`root ${id}`, plan.rootKey),
    ring.key(`intermediate ${id}`, plan.intermediateKey),
  ]);
  const year = yearOf(clock);
  return issued(ring, `intermediate ${id}, ${year}`, key, {
    ...authorityProfile(key),
    subject: intermediateName(id),
    issuer: rootName(id),
    issuerKey: rootKey,
    notBefore: dayOf(year - 2, '06-15'),
    notAfter: dayOf(year + 6, '06-15'),
    authority: { pathLength: 0 },
    purposes: ['serverAuth', 'clientAuth'],
    caIssuers: `http://root.${plan.host}/root.der`,
    crl: `http://root.${plan.host}/root.crl`,
    policy: domainValidated,
  });
}

async function issueLeaf(ring: KeyRing, { clock, server }: PkiRequest): Promise<IssuedCertificate> {
  const plan = authorities[server.issuer];
  const [issuerKey, key] = await Promise.all([
    ring.key(`intermediate ${server.issuer}`, plan.intermediateKey),
    ring.key('leaf', leafKeys[server.keyType]),
  ]);
  const [from, to] = server.validity;
  const today = Math.floor(clock / millisecondsPerDay) * millisecondsPerDay;
  return issued(
    ring,
    `leaf ${JSON.stringify([server.issuer, server.keyType, server.names, from, to, today])}`,
    key,
    {
      subject: { commonName: commonNameOf(server.names) },
      publicKey: key.publicKey,
      issuer: intermediateName(server.issuer),
      issuerKey,
      notBefore: today + from * millisecondsPerDay,
      notAfter: today + to * millisecondsPerDay,
      keyUsage: ['digitalSignature'],
      purposes: ['serverAuth'],
      names: server.names.map((value) => ({ type: parseIp(value) ? 'ip' : 'dns', value })),
      caIssuers: `http://${plan.label}.${plan.host}/${plan.label}.der`,
      crl: `http://${plan.label}.${plan.host}/${plan.label}.crl`,
      policy: domainValidated,
    },
  );
}

async function issueStore(
  ring: KeyRing,
  on: readonly RootId[],
  issuer: RootId | 'own',
  clock: number,
): Promise<DemoPki['store']> {
  const wanted = rootIds.filter(
    (id) => on.includes(id) && (id === issuer || authorities[id].rootKey.startsWith('EC ')),
  );
  return Promise.all(wanted.map(async (id) => ({ id, der: (await issueRoot(ring, id, clock)).der })));
}

async function issueClientRoot(ring: KeyRing, clock: number): Promise<IssuedCertificate> {
  const key = await ring.key('client root', clientAuthority.rootKey);
  const year = yearOf(clock);
  return issued(ring, `client root, ${year}`, key, {
    ...authorityProfile(key),
    subject: clientRootName,
    notBefore: dayOf(year - 3, '02-01'),
    notAfter: dayOf(year + 7, '02-01'),
    authority: { pathLength: 0 },
  });
}

async function issueClient(ring: KeyRing, clock: number): Promise<IssuedCertificate> {
  const [issuerKey, key] = await Promise.all([
    ring.key('client root', clientAuthority.rootKey),
    ring.key('client', 'EC P-256'),
  ]);
  const year = yearOf(clock);
  return issued(ring, `client, ${year}`, key, {
    subject: {
      country: clientAuthority.country,
      organization: clientAuthority.organization,
      commonName: clientAuthority.person,
    },
    publicKey: key.publicKey,
    issuer: clientRootName,
    issuerKey,
    notBefore: dayOf(year - 1, '10-01'),
    notAfter: dayOf(year + 1, '10-01'),
    keyUsage: ['digitalSignature'],
    purposes: ['clientAuth'],
    names: [{ type: 'email', value: clientAuthority.email }],
    crl: `http://staff.${clientAuthority.host}/staff.crl`,
  });
}

async function issued(
  ring: KeyRing,
  description: string,
  key: KeyPair,
  profile: CertificateProfile,
): Promise<IssuedCertificate> {
  const der: Bytes = await ring.certificate(description, () => signCertificate(profile, ring.maker.provider));
  return { der, privateKey: key.privateKey, keyKind: key.kind };
}

/** What all authorities have in common; self-signed unless `issuer` and its key are put over it. */
function authorityProfile(key: KeyPair): Pick<CertificateProfile, 'publicKey' | 'issuerKey' | 'keyUsage'> {
  return { publicKey: key.publicKey, issuerKey: key, keyUsage: ['keyCertSign', 'cRLSign'] };
}

const clientRootName: SubjectName = {
  country: clientAuthority.country,
  organization: clientAuthority.organization,
  commonName: clientAuthority.root,
};

function rootName(id: RootId | 'own'): SubjectName {
  const { country, organization, root } = authorities[id];
  return { country, organization, commonName: root };
}

function intermediateName(id: RootId | 'own'): SubjectName {
  const { country, organization, intermediate } = authorities[id];
  return { country, organization, commonName: intermediate };
}

/** commonName has at most 64 characters (ub-common-name, RFC 5280 appendix A); the SAN carries the rest. */
function commonNameOf(names: readonly string[]): string {
  return names.find((name) => name.length <= 64) ?? names[0]?.slice(0, 64) ?? 'unnamed';
}

function yearOf(clock: number): number {
  return new Date(clock).getUTCFullYear();
}

/** Midnight UTC of a month and day ('03-04') in a year. */
function dayOf(year: number, day: string): number {
  return Date.parse(`${year}-${day}T00:00:00Z`);
}
