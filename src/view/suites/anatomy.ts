/**
 * A suite taken apart by its name: which letters stand for what. Every name of the registry reads as
 *
 *     TLS_<key exchange>_<authentication>_WITH_<cipher>_<mode>_<hash>     up to TLS 1.2
 *     TLS_<cipher>_<mode>_<hash>                                          TLS 1.3
 *
 * with exceptions that are all in the tables below. Nothing here knows what runs.
 */

export type PartKind =
  | 'protocol'
  | 'exchange'
  | 'authentication'
  | 'export'
  | 'cipher'
  | 'mode'
  | 'hash'
  | 'signal'
  | undefined;

/** Letters of the name. Without a kind: separators and the word WITH. */
export interface NamePart {
  readonly text: string;
  readonly kind: PartKind;
}

export const exchanges = [
  'ECDHE',
  'DHE',
  'RSA',
  'DH',
  'ECDH',
  'DH_anon',
  'ECDH_anon',
  'PSK',
  'DHE_PSK',
  'ECDHE_PSK',
  'RSA_PSK',
  'KRB5',
  'SRP',
  'ECCPWD',
  'GOST',
  'NULL',
] as const;
export type ExchangeId = (typeof exchanges)[number];

export const authentications = [
  'RSA',
  'ECDSA',
  'DSS',
  'PSK',
  'anon',
  'KRB5',
  'SRP',
  'ECCPWD',
  'GOST',
  'NULL',
] as const;
export type AuthenticationId = (typeof authentications)[number];

export const ciphers = [
  'AES',
  'CHACHA20',
  'CAMELLIA',
  'ARIA',
  '3DES',
  'RC4',
  'NULL',
  'DES',
  'RC2',
  'IDEA',
  'SEED',
  'SM4',
  'AEGIS',
  'ASCON',
  'KUZNYECHIK',
  'MAGMA',
  'GOST28147',
] as const;
export type CipherId = (typeof ciphers)[number];

export type ModeId =
  | 'CBC'
  | 'GCM'
  | 'CCM'
  | 'CCM_8'
  | 'POLY1305'
  | 'stream'
  | 'CTR_OMAC'
  | 'CNT_IMIT'
  | 'MGM'
  | 'own'
  | 'none';
export type HashId =
  | 'MD5'
  | 'SHA'
  | 'SHA256'
  | 'SHA384'
  | 'SHA512'
  | 'SM3'
  | 'ASCONHASH256'
  | 'GOST'
  | 'NULL';

export interface SuiteAnatomy {
  readonly parts: readonly NamePart[];
  /** 1.3: key exchange and authentication are agreed on elsewhere, and the name is silent about them. */
  readonly family: 'tls13' | 'tls12' | 'signal';
  readonly exchange: ExchangeId | undefined;
  readonly authentication: AuthenticationId | undefined;
  readonly cipher: CipherId | undefined;
  /** Bits of the key; 0 for NULL. */
  readonly keyBits: number;
  readonly mode: ModeId;
  /** As the name says it; CCM suites of RFC 6655 say none and mean SHA256. */
  readonly hash: HashId;
  readonly hashInName: boolean;
  /** What the hash does, by TLS 1.2 or 1.3. */
  readonly hashRole: 'mac' | 'mac-and-prf' | 'prf' | 'hkdf';
  readonly export: boolean;
  readonly aead: boolean;
  readonly forwardSecrecy: boolean;
  /** Bytes of the tag or MAC at the end of each record. */
  readonly tagLength: number;
}

/** Reads a registered name. Signalling values have no parts but their purpose. */
export function anatomyOf(code: number, name: string): SuiteAnatomy {
  if (name.endsWith('_SCSV')) return signal(name);
  const [, before = '', after = ''] = /^TLS_(.+)_WITH_(.+)$/.exec(name) ?? [];
  return before === '' ? tls13(name) : tls12(code, before, after);
}

function tls12(code: number, before: string, after: string): SuiteAnatomy {
  const exported = /(?:^|_)EXPORT$/.test(before);
  const keys = before.replace(/_?EXPORT$/, '');
  const known = exchangeParts[keys] ?? { exchange: 'NULL', authentication: 'NULL', names: [keys, undefined] };
  const body = cipherParts(after);
  // RFC 9367: suites of TLS 1.3 in the spelling of TLS 1.2.
  const family = code >= 0xc103 && code <= 0xc106 ? 'tls13' : 'tls12';
  const parts: NamePart[] = [part('TLS', 'protocol'), separator, part(known.names[0], 'exchange')];
  if (known.names[1] !== undefined) parts.push(separator, part(known.names[1], 'authentication'));
  if (exported) parts.push(separator, part('EXPORT', 'export'));
  parts.push(separator, part('WITH', undefined), separator, ...body.parts);
  return {
    parts,
    family,
    exchange: known.exchange,
    authentication: known.authentication,
    ...body.values,
    hashRole:
      family === 'tls13'
        ? 'hkdf'
        : body.values.aead
          ? 'prf'
          : /^SHA\d/.test(body.values.hash)
            ? 'mac-and-prf'
            : 'mac',
    export: exported,
    forwardSecrecy: family === 'tls13' || /E(?:_PSK)?$|_anon$|^SRP$|^ECCPWD$/.test(known.exchange),
  };
}

function tls13(name: string): SuiteAnatomy {
  const { parts, values } = cipherParts(name.slice(4));
  return {
    parts: [part('TLS', 'protocol'), separator, ...parts],
    family: 'tls13',
    exchange: undefined,
    authentication: undefined,
    ...values,
    hashRole: 'hkdf',
    export: false,
    forwardSecrecy: true,
  };
}

function signal(name: string): SuiteAnatomy {
  return {
    parts: [part('TLS', 'protocol'), separator, part(name.slice(4), 'signal')],
    family: 'signal',
    exchange: undefined,
    authentication: undefined,
    cipher: undefined,
    keyBits: 0,
    mode: 'none',
    hash: 'NULL',
    hashInName: false,
    hashRole: 'prf',
    export: false,
    aead: false,
    forwardSecrecy: false,
    tagLength: 0,
  };
}

interface Exchange {
  readonly exchange: ExchangeId;
  readonly authentication: AuthenticationId;
  /** How the name spells both; one word can mean both. */
  readonly names: readonly [string, string | undefined];
}

const exchangeParts: Readonly<Record<string, Exchange>> = Object.fromEntries(
  (
    [
      ['RSA', 'RSA', 'RSA', 'RSA'],
      ['DHE_RSA', 'DHE', 'RSA', 'DHE', 'RSA'],
      ['DHE_DSS', 'DHE', 'DSS', 'DHE', 'DSS'],
      ['ECDHE_RSA', 'ECDHE', 'RSA', 'ECDHE', 'RSA'],
      ['ECDHE_ECDSA', 'ECDHE', 'ECDSA', 'ECDHE', 'ECDSA'],
      ['DH_RSA', 'DH', 'RSA', 'DH', 'RSA'],
      ['DH_DSS', 'DH', 'DSS', 'DH', 'DSS'],
      ['ECDH_RSA', 'ECDH', 'RSA', 'ECDH', 'RSA'],
      ['ECDH_ECDSA', 'ECDH', 'ECDSA', 'ECDH', 'ECDSA'],
      ['DH_anon', 'DH_anon', 'anon', 'DH', 'anon'],
      ['ECDH_anon', 'ECDH_anon', 'anon', 'ECDH', 'anon'],
      ['PSK', 'PSK', 'PSK', 'PSK'],
      ['DHE_PSK', 'DHE_PSK', 'PSK', 'DHE', 'PSK'],
      // RFC 6655 §3 turns two names around.
      ['PSK_DHE', 'DHE_PSK', 'PSK', 'PSK', 'DHE'],
      ['ECDHE_PSK', 'ECDHE_PSK', 'PSK', 'ECDHE', 'PSK'],
      ['RSA_PSK', 'RSA_PSK', 'RSA', 'RSA', 'PSK'],
      ['KRB5', 'KRB5', 'KRB5', 'KRB5'],
      ['SRP_SHA', 'SRP', 'SRP', 'SRP_SHA'],
      ['SRP_SHA_RSA', 'SRP', 'RSA', 'SRP_SHA', 'RSA'],
      ['SRP_SHA_DSS', 'SRP', 'DSS', 'SRP_SHA', 'DSS'],
      ['ECCPWD', 'ECCPWD', 'ECCPWD', 'ECCPWD'],
      ['GOSTR341112_256', 'GOST', 'GOST', 'GOSTR341112_256'],
      ['NULL', 'NULL', 'NULL', 'NULL'],
    ] as const
  ).map(([name, exchange, authentication, ...names]) => [
    name,
    { exchange, authentication, names: [names[0], names[1]] },
  ]),
);

type Body = Pick<SuiteAnatomy, 'cipher' | 'keyBits' | 'mode' | 'hash' | 'hashInName' | 'aead' | 'tagLength'>;

/** [pattern of the name's end, cipher, mode]; groups: cipher, mode, the rest is the hash. */
const cipherTable: readonly (readonly [RegExp, CipherId, ModeId, bits?: number])[] = [
  [/^(AES_(\d+))_(CBC)/, 'AES', 'CBC'],
  [/^(AES_(\d+))_(GCM)/, 'AES', 'GCM'],
  [/^(AES_(\d+))_(CCM_8)/, 'AES', 'CCM_8'],
  [/^(AES_(\d+))_(CCM)/, 'AES', 'CCM'],
  [/^(CHACHA20)()_(POLY1305)/, 'CHACHA20', 'POLY1305', 256],
  [/^(CAMELLIA_(\d+))_(CBC)/, 'CAMELLIA', 'CBC'],
  [/^(CAMELLIA_(\d+))_(GCM)/, 'CAMELLIA', 'GCM'],
  [/^(ARIA_(\d+))_(CBC)/, 'ARIA', 'CBC'],
  [/^(ARIA_(\d+))_(GCM)/, 'ARIA', 'GCM'],
  [/^(3DES_EDE)()_(CBC)/, '3DES', 'CBC', 168],
  [/^(RC4_(\d+))()/, 'RC4', 'stream'],
  [/^(RC2)()_(CBC)_40/, 'RC2', 'CBC', 40],
  [/^(DES)()_(CBC)_40/, 'DES', 'CBC', 40],
  [/^(DES40)()_(CBC)/, 'DES', 'CBC', 40],
  [/^(DES)()_(CBC)/, 'DES', 'CBC', 56],
  [/^(IDEA)()_(CBC)/, 'IDEA', 'CBC', 128],
  [/^(SEED)()_(CBC)/, 'SEED', 'CBC', 128],
  [/^(NULL)()()/, 'NULL', 'none', 0],
  [/^(SHA256|SHA384)()()/, 'NULL', 'none', 0],
  [/^(SM4)()_(GCM)/, 'SM4', 'GCM', 128],
  [/^(SM4)()_(CCM)/, 'SM4', 'CCM', 128],
  [/^(AEGIS_256)()()/, 'AEGIS', 'own', 256],
  [/^(AEGIS_128L)()()/, 'AEGIS', 'own', 128],
  [/^(ASCONAEAD128)()()/, 'ASCON', 'own', 128],
  [/^(KUZNYECHIK)()_(CTR_OMAC)/, 'KUZNYECHIK', 'CTR_OMAC', 256],
  [/^(MAGMA)()_(CTR_OMAC)/, 'MAGMA', 'CTR_OMAC', 256],
  [/^(28147)()_(CNT_IMIT)/, 'GOST28147', 'CNT_IMIT', 256],
  [/^(KUZNYECHIK)()_(MGM_[LS])/, 'KUZNYECHIK', 'MGM', 256],
  [/^(MAGMA)()_(MGM_[LS])/, 'MAGMA', 'MGM', 256],
];

const aeads: ReadonlySet<ModeId> = new Set(['GCM', 'CCM', 'CCM_8', 'POLY1305', 'MGM', 'own']);
const hashLengths: Readonly<Record<HashId, number>> = {
  MD5: 16,
  SHA: 20,
  SHA256: 32,
  SHA384: 48,
  SHA512: 64,
  SM3: 32,
  ASCONHASH256: 32,
  GOST: 32,
  NULL: 0,
};

function cipherParts(text: string): { readonly parts: readonly NamePart[]; readonly values: Body } {
  for (const [pattern, cipher, mode, bits] of cipherTable) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [all, cipherText = '', size = '', modeText = ''] = found;
    const tail = text.slice(all.length).replace(/^_/, '');
    const between = all
      .slice(cipherText.length + (modeText === '' ? 0 : modeText.length + 1))
      .replace(/^_/, '');
    const hash = (
      tail === '' ? (cipher === 'NULL' || mode === 'CCM' || mode === 'CCM_8' ? 'SHA256' : 'GOST') : tail
    ) as HashId;
    const aead = aeads.has(mode);
    const parts: NamePart[] = [part(cipherText, 'cipher')];
    if (modeText !== '') parts.push(separator, part(modeText, 'mode'));
    if (between !== '') parts.push(separator, part(between, 'export'));
    if (tail !== '') parts.push(separator, part(tail, 'hash'));
    return {
      parts,
      values: {
        cipher,
        keyBits: bits ?? Number(size),
        mode,
        hash,
        hashInName: tail !== '',
        aead,
        tagLength: aead ? (mode === 'CCM_8' ? 8 : 16) : hashLengths[hash],
      },
    };
  }
  return {
    parts: [part(text, 'cipher')],
    values: {
      cipher: undefined,
      keyBits: 0,
      mode: 'none',
      hash: 'NULL',
      hashInName: false,
      aead: false,
      tagLength: 0,
    },
  };
}

const separator: NamePart = { text: '_', kind: undefined };

function part(text: string, kind: PartKind): NamePart {
  return { text, kind };
}
