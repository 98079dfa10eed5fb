/** The server's side of the demo PKI, certificate by certificate, with the faults the scenario asks for. */
import { utf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { parseIp } from '../x509/ip.ts';
import type { KeyRing } from './key-ring.ts';
import type {
  AnchorId,
  CertificateFault,
  CertificateKeyType,
  IssuedCertificate,
  KeyKind,
  KeyPair,
  PkiRequest,
} from './pki.ts';
import { authorityProfile, dayOf, issued, millisecondsPerDay, startOfDay, yearOf } from './profiles.ts';
import { authorities, crossSigner } from './roots.ts';
import { sha1Signer } from './sha1.ts';
import { type CertificateProfile, keyIdentifier, type SubjectName } from './sign.ts';

const leafKeys: Readonly<Record<CertificateKeyType, KeyKind>> = {
  ecdsa: 'EC P-256',
  'ecdsa-p384': 'EC P-384',
  rsa: 'RSA 2048',
  'rsa-pss': 'RSASSA-PSS 2048',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  mldsa44: 'ML-DSA-44',
  mldsa65: 'ML-DSA-65',
  mldsa87: 'ML-DSA-87',
  dsa: 'DSA 2048',
  ecdh: 'EC P-256',
  dh: 'DH 2048',
  'dh-dsa': 'DH 2048',
};

/**
 * Keys of the same family one level up, where the suites of that time wanted it (DSS) or the point of the certificate
 * would be lost (ML-DSA: the chain shall not fall before the leaf).
 */
const signerKeys: Readonly<Partial<Record<CertificateKeyType, KeyKind>>> = {
  dsa: 'DSA 2048',
  'dh-dsa': 'DSA 2048',
  mldsa44: 'ML-DSA-44',
  mldsa65: 'ML-DSA-65',
  mldsa87: 'ML-DSA-87',
};

/** domain-validated, CA/Browser Forum. */
const domainValidated = '2.23.140.1.2.1';
/** status_request, RFC 6066 §8: what a must-staple certificate promises (RFC 7633 §4.2.3.1). */
const statusRequest = 5;

/** What the certificates of one chain depend on. */
export interface ChainPlan {
  readonly ring: KeyRing;
  readonly clock: number;
  readonly issuer: AnchorId;
  readonly faults: readonly CertificateFault[];
  /** The leaf's; an authority may have a key that goes with it. */
  readonly keyType: CertificateKeyType;
}

/** One of the roots, also where no run needs it: RSA 4096 may take some seconds the first time. */
export async function issueRoot(
  ring: KeyRing,
  id: AnchorId,
  clock: number,
  expired = false,
): Promise<IssuedCertificate> {
  const plan = authorities[id];
  const key = await rootKey(ring, id);
  const year = yearOf(clock);
  const lastDay = startOfDay(clock) - 54 * millisecondsPerDay;
  return issued(ring, `root ${id}, ${expired ? `until ${lastDay}` : year}`, key, {
    ...authorityProfile(key),
    subject: rootName(id),
    notBefore: dayOf(year + plan.rootPeriod.from, plan.rootPeriod.day),
    notAfter: expired ? lastDay : dayOf(year + plan.rootPeriod.to, plan.rootPeriod.day),
    authority: {},
  });
}

/** The root's name and key under another root: the same authority, with a second way up. */
export async function issueCrossSign({ ring, clock, issuer, faults }: ChainPlan): Promise<IssuedCertificate> {
  const signer = crossSigner(issuer);
  const [key, issuerKey] = await Promise.all([rootKey(ring, issuer), rootKey(ring, signer)]);
  const year = yearOf(clock);
  const expired = faults.includes('cross-sign-expired');
  const { host } = authorities[signer];
  return issued(ring, `cross-sign ${issuer} ${expired}, ${expired ? startOfDay(clock) : year}`, key, {
    ...authorityProfile(key),
    issuerKey,
    subject: rootName(issuer),
    issuer: rootName(signer),
    notBefore: dayOf(year - 4, '01-20'),
    notAfter: expired ? startOfDay(clock) - 20 * millisecondsPerDay : dayOf(year + 3, '09-30'),
    authority: {},
    caIssuers: `http://root.${host}/root.der`,
    crl: `http://root.${host}/root.crl`,
  });
}

export async function issueIntermediate(plan: ChainPlan): Promise<IssuedCertificate> {
  const { ring, clock, issuer, faults } = plan;
  const has = (fault: CertificateFault): boolean => faults.includes(fault);
  const { host } = authorities[issuer];
  const [signer, key] = await Promise.all([
    rootKey(ring, issuer),
    ring.key(`intermediate ${issuer}`, signerKey(plan)),
  ]);
  const year = yearOf(clock);
  const period = has('intermediate-expired')
    ? { notBefore: dayOf(year - 6, '06-15'), notAfter: startOfDay(clock) - 3 * millisecondsPerDay }
    : { notBefore: dayOf(year - 2, '06-15'), notAfter: dayOf(year + 6, '06-15') };
  const wrong = faults.filter((fault) => intermediateFaults.includes(fault));
  const notCa = has('intermediate-not-ca');
  const made = await issued(ring, `intermediate ${JSON.stringify([issuer, key.kind, wrong, period])}`, key, {
    ...authorityProfile(key),
    ...(notCa
      ? { keyUsage: ['digitalSignature'] }
      : has('intermediate-no-cert-sign')
        ? { keyUsage: ['cRLSign'] }
        : {}),
    subject: intermediateName(plan),
    issuer: rootName(issuer),
    issuerKey: signer,
    ...period,
    ...(!notCa && { authority: { pathLength: 0 } }),
    ...(has('intermediate-no-constraints') && { withoutBasicConstraints: true }),
    ...(has('name-constraints') && { permittedNames: ['intranet.example'] }),
    purposes: ['serverAuth', 'clientAuth'],
    caIssuers: `http://root.${host}/root.der`,
    crl: `http://root.${host}/root.crl`,
    policy: domainValidated,
  });
  return has('intermediate-tampered') ? { ...made, der: tampered(made.der) } : made;
}

/** Faults that are in the intermediate's own certificate. */
const intermediateFaults: readonly CertificateFault[] = [
  'intermediate-expired',
  'intermediate-not-ca',
  'intermediate-no-constraints',
  'intermediate-no-cert-sign',
  'name-constraints',
];

/** An authority below the intermediate, whose pathLenConstraint of 0 does not permit it. */
export async function issueSubCa(plan: ChainPlan): Promise<IssuedCertificate> {
  const { ring, clock, issuer } = plan;
  const { host, label } = authorities[issuer];
  const [signer, key] = await Promise.all([
    ring.key(`intermediate ${issuer}`, signerKey(plan)),
    ring.key(`sub-ca ${issuer}`, signerKey(plan)),
  ]);
  const year = yearOf(clock);
  return issued(ring, `sub-ca ${issuer} ${key.kind}, ${year}`, key, {
    ...authorityProfile(key),
    subject: subCaName(issuer),
    issuer: intermediateName(plan),
    issuerKey: signer,
    notBefore: dayOf(year - 1, '06-15'),
    notAfter: dayOf(year + 3, '06-15'),
    authority: { pathLength: 0 },
    purposes: ['serverAuth'],
    caIssuers: `http://${label}.${host}/${label}.der`,
    policy: domainValidated,
  });
}

export async function issueLeaf(plan: ChainPlan, server: PkiRequest['server']): Promise<IssuedCertificate> {
  const { ring, clock, issuer, faults } = plan;
  const has = (fault: CertificateFault): boolean => faults.includes(fault);
  const below = has('path-length') ? 'sub-ca' : 'intermediate';
  const [genuine, key, impostor] = await Promise.all([
    issuerKey(plan),
    leafKey(ring, server.keyType, has('weak-key')),
    has('impostor') ? ring.key('impostor', signerKey(plan)) : undefined,
  ]);
  const [from, to] = server.validity;
  const today = startOfDay(clock);
  const wrong = faults.filter((fault) => leafFaults.includes(fault));
  const selfSigned = has('self-signed');
  const made = await issued(
    ring,
    `leaf ${JSON.stringify([issuer, below, server.keyType, key.kind, server.names, from, to, today, wrong])}`,
    key,
    {
      subject: { commonName: commonNameOf(server.names) },
      publicKey: key.publicKey,
      ...(!selfSigned && { issuer: issuerName(plan, below, has('other-issuer-name')) }),
      issuerKey: selfSigned ? key : (impostor ?? genuine),
      notBefore: today + from * millisecondsPerDay,
      notAfter: today + to * millisecondsPerDay,
      ...(has('leaf-is-ca') && { authority: {} }),
      keyUsage: [
        ...(has('no-signing') ? (['keyEncipherment'] as const) : leafUsage(server.keyType)),
        ...(has('leaf-is-ca') ? (['keyCertSign'] as const) : []),
      ],
      purposes: [has('client-purpose') ? 'clientAuth' : 'serverAuth'],
      ...(!has('no-san') && {
        names: server.names.map((value) => ({ type: parseIp(value) ? 'ip' : 'dns', value }) as const),
      }),
      ...(!selfSigned && addresses(issuer, below)),
      policy: domainValidated,
      ...(has('must-staple') && { tlsFeatures: [statusRequest] }),
      // An arc under example.com's enterprise number, RFC 5612.
      ...(has('critical-extension') && { unknownCritical: '1.3.6.1.4.1.32473.1' }),
      ...(has('sha1') && { sha1: sha1Signer(ring.maker.subtle) }),
      ...(await wrongKeyId(plan, impostor && genuine)),
    },
  );
  if (has('other-key')) {
    const { privateKey } = await ring.key('other leaf', leafKeys[server.keyType]);
    return { ...made, privateKey };
  }
  return has('tampered') ? { ...made, der: tampered(made.der) } : made;
}

/** Faults that are in the leaf's own certificate, other than a byte changed afterwards. */
const leafFaults: readonly CertificateFault[] = [
  'self-signed',
  'no-san',
  'sha1',
  'impostor',
  'other-issuer-name',
  'other-key-id',
  'critical-extension',
  'leaf-is-ca',
  'client-purpose',
  'no-signing',
  'must-staple',
  'revoked',
];

/** An impostor copies the identifier of the key it does not have. */
async function wrongKeyId(
  { ring, faults }: ChainPlan,
  copied: KeyPair | undefined,
): Promise<Pick<CertificateProfile, 'authorityKeyId'>> {
  const { provider } = ring.maker;
  if (faults.includes('other-key-id'))
    return {
      authorityKeyId: (await provider.digest('SHA-256', utf8('a key nobody has'))).value.slice(0, 20),
    };
  return copied ? { authorityKeyId: await keyIdentifier(copied.publicKey, provider) } : {};
}

/** RSA keys may also decrypt, for the RSA key exchange of TLS 1.2; static (EC)DH keys agree and sign nothing. */
function leafUsage(type: CertificateKeyType): CertificateProfile['keyUsage'] {
  if (type === 'ecdh' || type === 'dh' || type === 'dh-dsa') return ['keyAgreement'];
  return type === 'rsa' ? ['digitalSignature', 'keyEncipherment'] : ['digitalSignature'];
}

/** The key that signs the leaf and whatever its issuer says about it later. */
export function issuerKey(plan: ChainPlan): Promise<KeyPair> {
  const below = plan.faults.includes('path-length') ? 'sub-ca' : 'intermediate';
  return plan.ring.key(`${below} ${plan.issuer}`, signerKey(plan));
}

function signerKey({ issuer, keyType }: ChainPlan): KeyKind {
  return signerKeys[keyType] ?? authorities[issuer].intermediateKey;
}

function leafKey(ring: KeyRing, type: CertificateKeyType, weak: boolean): Promise<KeyPair> {
  return weak ? ring.key('weak leaf', 'RSA 1024') : ring.key('leaf', leafKeys[type]);
}

function rootKey(ring: KeyRing, id: AnchorId): Promise<KeyPair> {
  return ring.key(`root ${id}`, authorities[id].rootKey);
}

/** The last bit of the signature flipped, which is also the last bit of the certificate. */
function tampered(der: Bytes): Bytes {
  return der.with(der.length - 1, (der.at(-1) ?? 0) ^ 1);
}

/** Where the issuer of the leaf keeps its own certificate and its revocation list. */
export function addresses(
  issuer: AnchorId,
  below: 'intermediate' | 'sub-ca',
): { readonly caIssuers: string; readonly crl: string } {
  const { host, label } = authorities[issuer];
  const name = below === 'sub-ca' ? 'sub' : label;
  return { caIssuers: `http://${name}.${host}/${name}.der`, crl: `http://${name}.${host}/${name}.crl` };
}

export function rootName(id: AnchorId): SubjectName {
  const { country, organization, root } = authorities[id];
  return { country, organization, commonName: root };
}

/** An authority with another kind of key is another authority. */
function intermediateName({ issuer, keyType }: ChainPlan): SubjectName {
  const { country, organization, intermediate } = authorities[issuer];
  const kind = signerKeys[keyType]?.replace(/^DSA .*/, 'DSS');
  return { country, organization, commonName: kind === undefined ? intermediate : `${intermediate} ${kind}` };
}

function subCaName(id: AnchorId): SubjectName {
  const { country, organization } = authorities[id];
  return { country, organization, commonName: `${organization} Branch CA` };
}

/** As it stands in the issuer's own certificate. */
export function leafIssuerName(plan: ChainPlan): SubjectName {
  return issuerName(plan, plan.faults.includes('path-length') ? 'sub-ca' : 'intermediate', false);
}

function issuerName(plan: ChainPlan, below: 'intermediate' | 'sub-ca', renamed: boolean): SubjectName {
  const name = below === 'sub-ca' ? subCaName(plan.issuer) : intermediateName(plan);
  return renamed ? { ...name, commonName: `${name.commonName} (renamed)` } : name;
}

/** commonName has at most 64 characters (ub-common-name, RFC 5280 appendix A); the SAN carries the rest. */
function commonNameOf(names: readonly string[]): string {
  return names.find((name) => name.length <= 64) ?? names[0]?.slice(0, 64) ?? 'unnamed';
}
