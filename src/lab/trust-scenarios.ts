/**
 * The scenarios about certificates: each is the default run with the changes named here.
 *
 * Grouped as people ask: is it the chain, a date, the name, the certificate, an authority above it?
 */
import type { BrowserConfig, ServerConfig } from './scenario.ts';

interface Changes {
  readonly browser?: Partial<BrowserConfig>;
  readonly server?: Partial<ServerConfig>;
}

const leafOnly = { sends: ['leaf'] } as const;
const expired = { validity: [-97, -7] } as const;
const otherNames = { names: ['www.shop.example', 'static.shop.example'] };
/** The root that most clients know today, certified by an older one as well. */
const crossSigned = {
  issuer: 'meridian',
  sends: ['leaf', 'intermediate', 'cross-sign'],
  faults: ['old-root-expired'],
} as const satisfies Partial<ServerConfig>;
/** TLS 1.2 on both sides, as the presets of that version have it. */
const tls12Suites = [0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8];
const tls12Groups = [0x001d, 0x0017, 0x0018];
const tls12Server = {
  versions: [0x0303],
  suites: tls12Suites,
  groups: tls12Groups,
} satisfies Partial<ServerConfig>;
const tls12Browser = { ...tls12Server, keyShares: [] } satisfies Partial<BrowserConfig>;
/** As browsers do: a good or a bad answer counts, none is let pass. */
const asking = { statusRequest: true, revocation: 'soft-fail' } as const;
const careful = { statusRequest: true, revocation: 'hard-fail' } as const;
const demanding = { clientAuth: 'require' } as const;

export const trustChanges = {
  'missing-intermediate': { server: leafOnly },
  'intermediate-cached': { browser: { cached: ['intermediate'] }, server: leafOnly },
  'intermediate-fetched': { browser: { aia: true }, server: leafOnly },
  'chain-out-of-order': { server: { sends: ['leaf', 'root', 'intermediate'] } },
  'unrelated-sent': { server: { sends: ['leaf', 'unrelated', 'intermediate'] } },
  'untrusted-root': { server: { issuer: 'own' } },
  'untrusted-root-sent': { server: { issuer: 'own', sends: ['leaf', 'intermediate', 'root'] } },
  'self-signed': { server: { ...leafOnly, faults: ['self-signed'] } },

  expired: { server: expired },
  'not-yet-valid': { server: { validity: [5, 95] } },
  'intermediate-expired': { server: { faults: ['intermediate-expired'] } },
  'root-expired': { server: { faults: ['root-expired'] } },

  'wrong-host': { server: otherNames },
  'wildcard-too-deep': {
    browser: { serverName: 'cart.eu.shop.example' },
    server: { names: ['shop.example', '*.shop.example'] },
  },
  'address-without-name': { browser: { serverName: '192.0.2.7' } },
  'no-san': { server: { faults: ['no-san'] } },

  sha1: { server: { faults: ['sha1'] } },
  'weak-key': { server: { faults: ['weak-key'] } },
  tampered: { server: { faults: ['tampered'] } },
  impostor: { server: { faults: ['impostor'] } },
  'other-issuer-name': { server: { faults: ['other-issuer-name'] } },
  'other-key-id': { server: { faults: ['other-key-id'] } },
  'critical-extension': { server: { faults: ['critical-extension'] } },
  'leaf-is-ca': { server: { faults: ['leaf-is-ca'] } },
  'client-purpose': { server: { faults: ['client-purpose'] } },
  'no-signing': { server: { faults: ['no-signing'] } },
  revoked: { browser: { revocation: 'soft-fail' }, server: { faults: ['revoked'] } },
  stapled: { browser: careful, server: { staple: 'good', responder: 'delegated' } },
  'stapled-tls12': {
    browser: { ...careful, ...tls12Browser },
    server: { ...tls12Server, staple: 'good' },
  },
  'stapled-revoked': { browser: asking, server: { staple: 'revoked' } },
  'stapled-stale': { browser: careful, server: { staple: 'stale' } },
  'must-staple': { browser: asking, server: { faults: ['must-staple'] } },

  'intermediate-not-ca': { server: { faults: ['intermediate-not-ca'] } },
  'intermediate-no-constraints': { server: { faults: ['intermediate-no-constraints'] } },
  'intermediate-no-cert-sign': { server: { faults: ['intermediate-no-cert-sign'] } },
  'intermediate-tampered': { server: { faults: ['intermediate-tampered'] } },
  'path-length': { server: { faults: ['path-length'], sends: ['leaf', 'sub-ca', 'intermediate'] } },
  'name-constraints': { server: { faults: ['name-constraints'] } },
  'root-compromised': { browser: { compromised: ['lakeside'] } },

  'cross-signed': { browser: { roots: ['harbour', 'meridian'] }, server: crossSigned },
  'cross-signed-modern': { browser: { roots: ['meridian'] }, server: crossSigned },
  'cross-signed-old': { browser: { roots: ['harbour'] }, server: crossSigned },

  'expired-wrong-host': { server: { ...expired, ...otherNames } },
  'expired-untrusted-root': { server: { ...expired, issuer: 'own' } },
  'untrusted-root-wrong-host': { server: { ...otherNames, issuer: 'own' } },
  'expired-untrusted-root-wrong-host': { server: { ...expired, ...otherNames, issuer: 'own' } },

  'client-certificate-required': { server: demanding },
  'client-certificate-expired': { browser: { clientCertificate: 'expired' }, server: demanding },
  'client-certificate-not-yet-valid': { browser: { clientCertificate: 'not-yet-valid' }, server: demanding },
  'client-certificate-unknown-issuer': {
    browser: { clientCertificate: 'unknown-issuer' },
    server: demanding,
  },
  'client-certificate-revoked': { browser: { clientCertificate: 'revoked' }, server: demanding },
  'client-certificate-wrong-purpose': { browser: { clientCertificate: 'wrong-purpose' }, server: demanding },
} as const satisfies Readonly<Record<string, Changes>>;

export type TrustScenarioId = keyof typeof trustChanges;

/** Ends well in this laboratory, although other clients may differ. */
export const trustWorks: ReadonlySet<string> = new Set<TrustScenarioId>([
  'intermediate-cached',
  'intermediate-fetched',
  'chain-out-of-order',
  'unrelated-sent',
  'other-key-id',
  'cross-signed',
  'cross-signed-modern',
  'stapled',
  'stapled-tls12',
]);

export type TrustGroup =
  | 'chain'
  | 'dates'
  | 'names'
  | 'certificate'
  | 'authorities'
  | 'revocation'
  | 'cross-signed'
  | 'several'
  | 'client';

/** In the order of the combobox. */
export const trustGroups: readonly {
  readonly group: TrustGroup;
  readonly presets: readonly TrustScenarioId[];
}[] = [
  {
    group: 'chain',
    presets: [
      'missing-intermediate',
      'intermediate-cached',
      'intermediate-fetched',
      'chain-out-of-order',
      'unrelated-sent',
      'untrusted-root',
      'untrusted-root-sent',
      'self-signed',
    ],
  },
  { group: 'dates', presets: ['expired', 'not-yet-valid', 'intermediate-expired', 'root-expired'] },
  { group: 'names', presets: ['wrong-host', 'wildcard-too-deep', 'address-without-name', 'no-san'] },
  {
    group: 'certificate',
    presets: [
      'tampered',
      'impostor',
      'other-issuer-name',
      'other-key-id',
      'client-purpose',
      'no-signing',
      'leaf-is-ca',
      'critical-extension',
      'sha1',
      'weak-key',
    ],
  },
  {
    group: 'authorities',
    presets: [
      'intermediate-not-ca',
      'intermediate-no-constraints',
      'intermediate-no-cert-sign',
      'intermediate-tampered',
      'path-length',
      'name-constraints',
      'root-compromised',
    ],
  },
  {
    group: 'revocation',
    presets: ['revoked', 'stapled', 'stapled-tls12', 'stapled-revoked', 'stapled-stale', 'must-staple'],
  },
  { group: 'cross-signed', presets: ['cross-signed', 'cross-signed-modern', 'cross-signed-old'] },
  {
    group: 'several',
    presets: [
      'expired-wrong-host',
      'expired-untrusted-root',
      'untrusted-root-wrong-host',
      'expired-untrusted-root-wrong-host',
    ],
  },
  {
    group: 'client',
    presets: [
      'client-certificate-required',
      'client-certificate-expired',
      'client-certificate-not-yet-valid',
      'client-certificate-unknown-issuer',
      'client-certificate-wrong-purpose',
    ],
  },
];
