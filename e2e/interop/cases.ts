/** What a case is, and what the two matrices have in common. */
import type { Lab } from './ours.ts';
import type { PeerProcess } from './process.ts';
import type { KeyType } from './material.ts';

export const peers = [
  'openssl s_client',
  'openssl s_server',
  'gnutls-cli',
  'gnutls-serv',
  'curl',
  'chromium',
] as const;
export type Peer = (typeof peers)[number];

/** Arguments of a command; lists in it group what belongs together. */
export type Arguments = readonly (string | readonly string[])[];

export interface Context extends Lab {
  /** Starts a process that ends with the case, whatever happens. */
  readonly start: (command: string, args: Arguments, env?: NodeJS.ProcessEnv) => PeerProcess;
  /** Work to be done when the case is over. */
  readonly finally: (work: () => Promise<void> | void) => void;
}

export interface Case {
  readonly peer: Peer;
  readonly name: string;
  /** Throws where something is not as it should be. */
  readonly run: (context: Context) => Promise<void>;
}

export interface Suite {
  readonly code: number;
  readonly openssl: string;
  readonly gnutls: string;
}

export const suites: readonly Suite[] = [
  { code: 0x1301, openssl: 'TLS_AES_128_GCM_SHA256', gnutls: 'AES-128-GCM' },
  { code: 0x1302, openssl: 'TLS_AES_256_GCM_SHA384', gnutls: 'AES-256-GCM' },
  { code: 0x1303, openssl: 'TLS_CHACHA20_POLY1305_SHA256', gnutls: 'CHACHA20-POLY1305' },
];
/** Rarer ones, tried once each. */
const moreSuites: readonly Suite[] = [
  { code: 0x1304, openssl: 'TLS_AES_128_CCM_SHA256', gnutls: 'AES-128-CCM' },
  { code: 0x1305, openssl: 'TLS_AES_128_CCM_8_SHA256', gnutls: 'AES-128-CCM-8' },
];

export interface Group {
  readonly code: number;
  readonly openssl: string;
  readonly gnutls: string;
}

/** X25519MLKEM768 is younger than these peers; Chromium covers it. */
export const groups: readonly Group[] = [
  { code: 0x001d, openssl: 'X25519', gnutls: 'GROUP-X25519' },
  { code: 0x0017, openssl: 'P-256', gnutls: 'GROUP-SECP256R1' },
  { code: 0x0018, openssl: 'P-384', gnutls: 'GROUP-SECP384R1' },
  { code: 0x0019, openssl: 'P-521', gnutls: 'GROUP-SECP521R1' },
];
const moreGroups: readonly Group[] = [
  { code: 0x001e, openssl: 'X448', gnutls: 'GROUP-X448' },
  { code: 0x0100, openssl: 'ffdhe2048', gnutls: 'GROUP-FFDHE2048' },
  { code: 0x0101, openssl: 'ffdhe3072', gnutls: 'GROUP-FFDHE3072' },
];

export type Auth = 'no client certificate' | 'requested, sent' | 'requested, none sent' | 'required, sent';
const auths: readonly Auth[] = [
  'no client certificate',
  'requested, sent',
  'requested, none sent',
  'required, sent',
];

export interface Cell {
  readonly suite: Suite;
  readonly group: Group;
  readonly cert: KeyType;
  readonly auth: Auth;
  readonly clientCert: KeyType;
  readonly name: string;
}

/** Every suite with every group, certificate and way of client authentication; client keys so that they meet each of them. */
export function matrix(): Cell[] {
  const certs: readonly KeyType[] = ['ecdsa', 'rsa', 'ed25519'];
  return [
    ...suites.flatMap((suite, s) =>
      groups.flatMap((group, g) =>
        certs.flatMap((cert, c) =>
          auths.map((auth, a): Cell => {
            const clientCert = certs[(s + g + c + a) % certs.length] ?? 'ecdsa';
            const client = sendsCertificate(auth) ? `${auth} (${clientCert})` : auth;
            return {
              suite,
              group,
              cert,
              auth,
              clientCert,
              name: `${suite.openssl} ${group.openssl} ${cert}, ${client}`,
            };
          }),
        ),
      ),
    ),
    ...rarely(),
  ];
}

function rarely(): Cell[] {
  const [suite] = suites;
  const [group] = groups;
  if (suite === undefined || group === undefined) throw new Error('unreachable: there are some');
  const plain = { cert: 'ecdsa', auth: 'no client certificate', clientCert: 'ecdsa' } as const;
  return [
    ...moreSuites.map((one) => ({ ...plain, suite: one, group, name: one.openssl })),
    ...moreGroups.map((one) => ({ ...plain, suite, group: one, name: `${suite.openssl} ${one.openssl}` })),
  ];
}

export const clientAuthOf: Readonly<Record<Auth, 'none' | 'request' | 'require'>> = {
  'no client certificate': 'none',
  'requested, sent': 'request',
  'requested, none sent': 'request',
  'required, sent': 'require',
};

export function sendsCertificate(auth: Auth): boolean {
  return auth.endsWith(', sent');
}

/** The scheme that our choice and theirs must come to for such a key. */
export const schemeOf: Readonly<Record<KeyType, readonly number[]>> = {
  ecdsa: [0x0403],
  rsa: [0x0804, 0x0805, 0x0806],
  ed25519: [0x0807],
};

export function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

export function expectEqual(found: unknown, wanted: unknown, what: string): void {
  const [a, b] = [found, wanted].map((value) => JSON.stringify(value));
  expect(a === b, `${what}: ${String(a)}, expected ${String(b)}`);
}
