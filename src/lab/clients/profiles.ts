/**
 * Client profiles: where each client looks for certificates, which rules it keeps to, and which fault it
 * reports first. The same bytes go through our validator once per profile.
 */
import type { FailureCode } from '../../x509/path/codes.ts';
import type { PathPolicy, RevocationInput } from '../../x509/path/input.ts';
import type { ClientId } from './clients.ts';
import type { Finding } from './findings.ts';

export interface ClientProfile {
  /** What it may use besides the certificates that were sent. */
  readonly sources: { readonly cache: boolean; readonly aia: boolean };
  readonly policy: PathPolicy;
  /** Only what came with the handshake: no client here fetches lists or asks responders by default. */
  readonly revocation: Pick<RevocationInput, 'mode' | 'mustStaple'>;
  /** Findings it looks at, gravest first. What is not in here it lets pass. */
  readonly order: readonly Finding[];
  /** Names all it found instead of the first; a finding silences those listed for it. */
  readonly lists?: { readonly silenced: Readonly<Partial<Record<Finding, readonly Finding[]>>> };
}

const ways: readonly Finding[] = [
  'distrusted',
  'self-signed',
  'untrusted-sent',
  'untrusted',
  'missing-issuer',
];
const dates: readonly Finding[] = ['expired-issuer', 'not-yet-valid-issuer', 'expired', 'not-yet-valid'];
const hosts: readonly Finding[] = ['wrong-host', 'wrong-address', 'common-name-only'];
const authority: readonly Finding[] = ['no-cert-sign', 'not-a-ca', 'no-basic-constraints', 'path-length'];

/** Rules of the CA/Browser Forum and of RFC 5280's profile that fired for no client with a locally installed root. */
const unenforced: readonly FailureCode[] = [
  'missing-extension',
  'wrong-criticality',
  'misplaced-extension',
  'common-name-not-listed',
  'nameless-leaf',
  'no-purpose',
  'key-cert-sign-without-ca',
];

function policy(more: PathPolicy & { readonly lets?: readonly FailureCode[] } = {}): PathPolicy {
  const { lets = [], ...rest } = more;
  return { profile: 'rfc5280', minimumRsaBits: 1024, tolerates: [...unenforced, ...lets], ...rest };
}

const off = { mode: 'off' } as const;

/** OpenSSL's sequence: chain building, extensions, key strength, host, then signatures and dates from the top. */
const opensslOrder: readonly Finding[] = [
  'distrusted',
  'self-signed',
  'untrusted-sent',
  'untrusted',
  'missing-issuer',
  'key-id',
  'critical-extension',
  'no-cert-sign',
  'not-a-ca',
  'no-basic-constraints',
  'path-length',
  'client-purpose',
  'weak-key',
  'weak-hash',
  ...hosts,
  'bad-signature',
  ...dates,
  'name-constraints',
];
const openssl: ClientProfile = {
  sources: { cache: false, aia: false },
  policy: policy({
    commonName: true,
    keyIdentifiers: 'must-match',
    minimumRsaBits: 2048,
    lets: ['leaf-is-a-ca', 'no-digital-signature'],
  }),
  revocation: off,
  order: opensslOrder,
};
const afterTheHandshake = opensslOrder.filter((finding) => !hosts.includes(finding));

export const profiles: Readonly<Record<ClientId, ClientProfile>> = {
  // cert_status_flags.cc: INVALID, REVOKED, AUTHORITY, COMMON_NAME, …, DATE. The key usage comes after.
  chromium: {
    sources: { cache: true, aia: true },
    policy: policy({ lets: ['leaf-is-a-ca'] }),
    revocation: { mode: 'soft-fail', mustStaple: false },
    order: [
      ...authority,
      'client-purpose',
      'name-constraints',
      'critical-extension',
      'weak-hash',
      'revoked',
      'bad-signature',
      ...ways,
      ...hosts,
      ...dates,
      'no-signing',
    ],
  },
  firefox: {
    sources: { cache: true, aia: false },
    policy: policy({ lets: ['no-digital-signature'] }),
    revocation: { mode: 'soft-fail', mustStaple: true },
    order: [
      'bad-signature',
      'critical-extension',
      ...authority,
      'client-purpose',
      'name-constraints',
      'leaf-is-ca',
      'weak-hash',
      ...ways,
      'revoked',
      'staple-missing',
      ...hosts,
      ...dates,
    ],
  },
  // Read, not measured: SecTrust fetches by AIA; the order is that of Chromium for iOS, which maps its results.
  safari: {
    sources: { cache: true, aia: true },
    policy: policy({ minimumRsaBits: 2048 }),
    revocation: { mode: 'soft-fail', mustStaple: false },
    order: [
      ...authority,
      'client-purpose',
      'no-signing',
      'leaf-is-ca',
      'name-constraints',
      'critical-extension',
      'weak-hash',
      'weak-key',
      'revoked',
      'bad-signature',
      ...ways,
      ...hosts,
      ...dates,
    ],
  },
  openssl,
  // The name is compared once the handshake is over.
  curl: { ...openssl, order: [...afterTheHandshake, ...hosts] },
  python: openssl,
  // Node lets OpenSSL go on and reports what it said last; the name is its own business, afterwards.
  node: {
    ...openssl,
    policy: policy({
      commonName: true,
      keyIdentifiers: 'must-match',
      lets: ['leaf-is-a-ca', 'no-digital-signature'],
    }),
    order: [
      'name-constraints',
      ...dates,
      'bad-signature',
      'weak-hash',
      'client-purpose',
      'path-length',
      'no-cert-sign',
      'not-a-ca',
      'no-basic-constraints',
      'critical-extension',
      'key-id',
      ...ways,
      ...hosts,
    ],
  },
  // verify.go: the leaf by itself (critical extensions, dates), its name, then the way up, then the purpose.
  go: {
    sources: { cache: false, aia: false },
    policy: policy({ lets: ['leaf-is-a-ca', 'no-digital-signature'] }),
    revocation: off,
    order: [
      'critical-extension',
      'expired',
      'not-yet-valid',
      ...hosts,
      'name-constraints',
      'path-length',
      'expired-issuer',
      'not-yet-valid-issuer',
      'bad-signature',
      'weak-hash',
      'no-cert-sign',
      'not-a-ca',
      'no-basic-constraints',
      ...ways,
      'client-purpose',
    ],
  },
  // A trust anchor is a name and a key: its dates are not looked at (RFC 5280 §6.1.1 (d)).
  java: {
    sources: { cache: false, aia: false },
    policy: policy({ anchorDates: false, commonName: true, lets: ['leaf-is-a-ca', 'weak-algorithm'] }),
    revocation: off,
    order: [
      ...ways,
      'critical-extension',
      ...authority,
      'name-constraints',
      'bad-signature',
      ...dates,
      'client-purpose',
      'no-signing',
      ...hosts,
    ],
  },
  gnutls: {
    sources: { cache: false, aia: false },
    policy: policy({ commonName: true, keyIdentifiers: 'must-match', lets: ['leaf-is-a-ca'] }),
    revocation: { mode: 'soft-fail', mustStaple: true },
    order: [
      'key-id',
      ...ways,
      'not-a-ca',
      'no-basic-constraints',
      'no-cert-sign',
      'path-length',
      'name-constraints',
      'bad-signature',
      'critical-extension',
      'weak-hash',
      'client-purpose',
      'no-signing',
      'revoked',
      'staple-missing',
      ...dates,
      ...hosts,
    ],
    lists: {
      silenced: Object.fromEntries(['key-id', ...ways].map((finding) => [finding, dates])),
    },
  },
};

/** Nobody's profile: it looks at everything, so that a run can be told from every other. */
export const observer: ClientProfile = {
  sources: { cache: true, aia: false },
  policy: policy({ keyIdentifiers: 'must-match', minimumRsaBits: 2048 }),
  revocation: { mode: 'soft-fail', mustStaple: true },
  order: [
    'key-id',
    ...ways,
    ...authority,
    'client-purpose',
    'no-signing',
    'leaf-is-ca',
    'name-constraints',
    'bad-signature',
    'critical-extension',
    'weak-hash',
    'weak-key',
    'revoked',
    'staple-missing',
    ...dates,
    ...hosts,
  ],
};
