import { beforeAll, describe, expect, test } from 'vitest';
import type { Bytes } from '../../crypto/port.ts';
import type { Extensions } from '../model.ts';
import {
  certificate,
  clientAuth,
  forge,
  type Identity,
  identity,
  rawExtension,
  serverAuth,
  verifier,
  type Wish,
} from '../testing/forge.ts';
import { hasOpenssl, inDirectory, opensslSucceeds, writePem } from '../testing/openssl.ts';
import { failureKind } from './codes.ts';
import type { PathInput, PathPurpose, ReferenceName, VerifySignature } from './input.ts';
import type { PathResult } from './result.ts';
import { validatePath } from './validate.ts';

const now = '2026-11-23T12:00:00Z';
const shop: ReferenceName = { type: 'dns', value: 'shop.example' };
const critical = (oid: string) => rawExtension(oid, true, Uint8Array.of(0x05, 0x00));

interface Chain {
  readonly leaf?: Wish;
  readonly intermediate?: Wish;
  /** A second authority between the intermediate and the root. */
  readonly upper?: Wish;
  readonly root?: Wish;
}

interface Case {
  readonly name: string;
  readonly chain?: Chain;
  /** Changes what is sent and what is in the store. */
  readonly arrange?: (made: Made) => Partial<Arranged>;
  readonly at?: string;
  readonly ask?: ReferenceName;
  readonly purpose?: PathPurpose;
  /** Codes that differ from those of the good path; everything else must stay 'ok'. */
  readonly differs: Readonly<Record<string, string>>;
  /** The check reported; absent: trusted. */
  readonly fails?: string;
  /** What `openssl verify` says, where it judges the same thing. */
  readonly openssl?: boolean;
}

interface Made {
  readonly leaf: Bytes;
  readonly intermediate: Bytes;
  readonly upper: Bytes | undefined;
  readonly root: Bytes;
}

interface Arranged {
  readonly sent: readonly Bytes[];
  readonly store: readonly Bytes[];
  readonly cached: readonly Bytes[];
}

let who: Record<'leaf' | 'intermediate' | 'upper' | 'root' | 'stranger' | 'twin', Identity>;
let verify: VerifySignature;

beforeAll(async () => {
  verify = await verifier();
  who = {
    leaf: await identity('CN=shop.example'),
    intermediate: await identity('C=CH, O=Lakeside, CN=Issuing CA'),
    upper: await identity('C=CH, O=Lakeside, CN=Policy CA'),
    root: await identity('C=CH, O=Lakeside, CN=Root CA'),
    stranger: await identity('CN=Stranger CA'),
    // Same name as the intermediate, another key.
    twin: await identity('C=CH, O=Lakeside, CN=Issuing CA'),
  };
});

const authority: Wish = { cA: true, from: '2020-01-01T00:00:00Z', to: '2040-01-01T00:00:00Z' };

async function make({ leaf, intermediate, upper, root }: Chain = {}): Promise<Made> {
  const above = upper ? who.upper : who.root;
  return {
    leaf: await forge(who.leaf, who.intermediate, { dns: ['shop.example'], ...leaf }),
    intermediate: await forge(who.intermediate, above, { ...authority, ...intermediate }),
    upper: upper && (await forge(who.upper, who.root, { ...authority, ...upper })),
    root: await forge(who.root, who.root, { ...authority, ...root }),
  };
}

function arrange(made: Made, how?: Case['arrange']): Arranged {
  return {
    sent: [made.leaf, made.intermediate, ...(made.upper ? [made.upper] : [])],
    store: [made.root],
    cached: [],
    ...how?.(made),
  };
}

async function validate(arranged: Arranged, options: Partial<PathInput> = {}): Promise<PathResult> {
  const { sent, store, cached } = arranged;
  return validatePath({
    sent: sent.map(certificate),
    store: store.map(certificate),
    cached: cached.map(certificate),
    at: Date.parse(now),
    purpose: 'serverAuth',
    name: shop,
    verify,
    ...options,
  });
}

const codesOf = (result: PathResult): Record<string, string> =>
  Object.fromEntries(result.checks.map((check) => [check.id, check.code]));

const allGood = {
  'trust-anchor': 'ok',
  'name-chaining': 'ok',
  signature: 'ok',
  'algorithm-match': 'ok',
  validity: 'ok',
  'host-name': 'ok',
  'subject-names': 'ok',
  'basic-constraints': 'ok',
  'path-length': 'ok',
  'key-usage': 'ok',
  'extended-key-usage': 'ok',
  'name-constraints': 'ok',
  policies: 'ok',
  'critical-extensions': 'ok',
  'extension-rules': 'ok',
  'serial-number': 'ok',
  encoding: 'ok',
  revocation: 'not-asked',
};

/** Without a trust anchor nobody can demand a policy. */
const unanchored = { policies: 'needs-path' };

/** permittedSubtrees with one dNSName. */
function nameConstraints(dns: string): Uint8Array {
  const name = Buffer.from(dns);
  const wrap = (tag: number, content: Uint8Array) => Buffer.from([tag, content.length, ...content]);
  return wrap(0x30, wrap(0xa0, wrap(0x30, wrap(0x82, name))));
}

const tampered = (der: Bytes): Bytes => der.with(der.length - 1, (der.at(-1) ?? 0) ^ 1);

const cases: readonly Case[] = [
  { name: 'everything in order', differs: {}, openssl: true },
  {
    name: 'root sent too',
    arrange: (m) => ({ sent: [m.leaf, m.intermediate, m.root] }),
    differs: {},
    openssl: true,
  },
  {
    name: 'reversed order behind the leaf',
    chain: { upper: {} },
    arrange: (m) => ({ sent: [m.leaf, m.root, m.upper ?? m.root, m.intermediate] }),
    differs: {},
    openssl: true,
  },
  {
    name: 'intermediate from the cache',
    arrange: (m) => ({ sent: [m.leaf], cached: [m.intermediate] }),
    differs: {},
  },
  { name: 'two intermediates', chain: { upper: {} }, differs: {}, openssl: true },

  // Trust anchor.
  {
    name: 'missing intermediate',
    arrange: (m) => ({ sent: [m.leaf] }),
    differs: {
      'trust-anchor': 'issuer-not-found',
      'name-chaining': 'needs-issuer',
      signature: 'needs-issuer',
      'path-length': 'needs-issuer',
      ...unanchored,
    },
    fails: 'trust-anchor',
    openssl: false,
  },
  {
    name: 'untrusted root, not sent',
    arrange: () => ({ store: [] }),
    differs: { 'trust-anchor': 'root-not-trusted', signature: 'partial', ...unanchored },
    fails: 'trust-anchor',
  },
  {
    name: 'untrusted root, sent',
    arrange: (m) => ({ sent: [m.leaf, m.intermediate, m.root], store: [] }),
    differs: { 'trust-anchor': 'root-not-trusted', ...unanchored },
    fails: 'trust-anchor',
  },

  // Validity.
  {
    name: 'leaf expired',
    chain: { leaf: { to: '2026-11-23T11:59:58Z' } },
    differs: { validity: 'expired' },
    fails: 'validity',
    openssl: false,
  },
  // RFC 5280 §4.1.2.5: the period includes both ends. OpenSSL counts the last instant as expired.
  { name: 'leaf in its last second', chain: { leaf: { to: now } }, differs: {} },
  {
    name: 'leaf not yet valid',
    chain: { leaf: { from: '2026-11-23T12:00:01Z' } },
    differs: { validity: 'not-yet-valid' },
    fails: 'validity',
    openssl: false,
  },
  { name: 'leaf in its first second', chain: { leaf: { from: now } }, differs: {}, openssl: true },
  {
    name: 'intermediate expired',
    chain: { intermediate: { to: '2026-11-01T00:00:00Z' } },
    differs: { validity: 'expired' },
    fails: 'validity',
    openssl: false,
  },
  {
    name: 'root expired',
    chain: { root: { to: '2026-11-01T00:00:00Z' } },
    differs: { validity: 'expired' },
    fails: 'validity',
    openssl: false,
  },
  {
    name: 'year 2050 and later',
    chain: {
      leaf: { from: '2049-12-31T00:00:00Z', to: '2051-01-01T00:00:00Z' },
      intermediate: { to: '2060-01-01T00:00:00Z' },
      root: { to: '2060-01-01T00:00:00Z' },
    },
    at: '2050-06-01T00:00:00Z',
    differs: {},
    openssl: true,
  },

  // Names.
  {
    name: 'wrong host',
    ask: { type: 'dns', value: 'bank.example' },
    differs: { 'host-name': 'name-mismatch' },
    fails: 'host-name',
    openssl: false,
  },
  { name: 'case and final dot do not matter', ask: { type: 'dns', value: 'SHOP.Example.' }, differs: {} },
  {
    name: 'commonName does not count',
    chain: { leaf: { dns: [] } },
    differs: { 'host-name': 'no-names' },
    fails: 'host-name',
  },
  {
    name: 'wildcard',
    chain: { leaf: { dns: ['*.shop.example'] } },
    ask: { type: 'dns', value: 'www.shop.example' },
    differs: {},
    openssl: true,
  },
  {
    name: 'wildcard is not the bare domain',
    chain: { leaf: { dns: ['*.shop.example'] } },
    differs: { 'host-name': 'name-mismatch' },
    fails: 'host-name',
    openssl: false,
  },
  {
    name: 'wildcard is one label only',
    chain: { leaf: { dns: ['*.shop.example'] } },
    ask: { type: 'dns', value: 'a.b.shop.example' },
    differs: { 'host-name': 'name-mismatch' },
    fails: 'host-name',
    openssl: false,
  },
  {
    name: 'wildcard within a label',
    chain: { leaf: { dns: ['w*.shop.example'] } },
    ask: { type: 'dns', value: 'www.shop.example' },
    differs: { 'host-name': 'name-mismatch', 'subject-names': 'malformed-name' },
    fails: 'host-name',
  },
  {
    name: 'wildcard not left-most',
    chain: { leaf: { dns: ['www.*.example'] } },
    ask: { type: 'dns', value: 'www.shop.example' },
    differs: { 'host-name': 'name-mismatch', 'subject-names': 'malformed-name' },
    fails: 'host-name',
    openssl: false,
  },
  {
    name: 'wildcard above everybody',
    chain: { leaf: { dns: ['*.example'] } },
    differs: { 'host-name': 'name-mismatch', 'subject-names': 'common-name-not-listed' },
    fails: 'host-name',
    openssl: false,
  },
  {
    name: 'IPv4 address',
    chain: { leaf: { ip: ['192.0.2.7'] } },
    ask: { type: 'ip', value: '192.0.2.7' },
    differs: {},
  },
  {
    name: 'IPv6 address, written otherwise',
    chain: { leaf: { ip: ['2001:db8::7'] } },
    ask: { type: 'ip', value: '2001:DB8:0:0::0007' },
    differs: {},
  },
  {
    name: 'another address',
    chain: { leaf: { ip: ['192.0.2.7'] } },
    ask: { type: 'ip', value: '192.0.2.8' },
    differs: { 'host-name': 'name-mismatch' },
    fails: 'host-name',
  },
  {
    name: 'address as dNSName',
    chain: { leaf: { dns: ['192.0.2.7'] } },
    ask: { type: 'ip', value: '192.0.2.7' },
    differs: { 'host-name': 'no-names', 'subject-names': 'malformed-name' },
    fails: 'host-name',
  },
  {
    name: 'client certificate: no name asked',
    chain: { leaf: { purposes: [clientAuth] } },
    purpose: 'clientAuth',
    differs: { 'host-name': 'needs-name' },
    openssl: true,
  },

  // Authorities.
  {
    name: 'intermediate with cA FALSE',
    chain: { intermediate: { cA: false, usage: ['keyCertSign'], purposes: false } },
    differs: { 'basic-constraints': 'not-a-ca', 'key-usage': 'key-cert-sign-without-ca' },
    fails: 'basic-constraints',
    openssl: false,
  },
  {
    name: 'intermediate without basicConstraints',
    chain: { intermediate: { basicConstraints: false, usage: false } },
    differs: { 'basic-constraints': 'not-a-ca' },
    fails: 'basic-constraints',
    openssl: false,
  },
  {
    name: 'leaf with cA TRUE',
    chain: { leaf: { cA: true, purposes: [serverAuth], usage: ['digitalSignature'] } },
    differs: { 'basic-constraints': 'leaf-is-a-ca' },
    fails: 'basic-constraints',
  },
  {
    name: 'path length kept',
    chain: { upper: { pathLength: 1 }, intermediate: { pathLength: 0 } },
    differs: {},
    openssl: true,
  },
  {
    name: 'path length of the upper authority',
    chain: { upper: { pathLength: 0 } },
    differs: { 'path-length': 'path-too-long' },
    fails: 'path-length',
    openssl: false,
  },
  {
    name: 'path length of the root',
    chain: { root: { pathLength: 0 }, upper: {} },
    differs: { 'path-length': 'path-too-long' },
    fails: 'path-length',
    openssl: false,
  },

  // Key usage.
  {
    name: 'intermediate without keyCertSign',
    chain: { intermediate: { usage: ['cRLSign'] } },
    differs: { 'key-usage': 'no-key-cert-sign' },
    fails: 'key-usage',
    openssl: false,
  },
  {
    name: 'leaf without digitalSignature',
    chain: { leaf: { usage: ['keyEncipherment'] } },
    differs: { 'key-usage': 'no-digital-signature' },
    fails: 'key-usage',
  },
  { name: 'leaf without keyUsage', chain: { leaf: { usage: false } }, differs: {}, openssl: true },

  // Purposes.
  {
    name: 'leaf for clients only',
    chain: { leaf: { purposes: [clientAuth] } },
    differs: { 'extended-key-usage': 'wrong-purpose' },
    fails: 'extended-key-usage',
    openssl: false,
  },
  {
    name: 'leaf without a purpose',
    chain: { leaf: { purposes: false } },
    differs: { 'extended-key-usage': 'no-purpose' },
    fails: 'extended-key-usage',
  },
  {
    name: 'server certificate shown by a client',
    purpose: 'clientAuth',
    differs: { 'extended-key-usage': 'wrong-purpose', 'host-name': 'needs-name' },
    fails: 'extended-key-usage',
    openssl: false,
  },
  {
    name: 'intermediate for clients only',
    chain: { intermediate: { purposes: [clientAuth] } },
    differs: { 'extended-key-usage': 'wrong-purpose' },
    fails: 'extended-key-usage',
    openssl: false,
  },
  {
    name: 'intermediate for both',
    chain: { intermediate: { purposes: [clientAuth, serverAuth] } },
    differs: {},
    openssl: true,
  },

  // Critical extensions.
  {
    name: 'unknown critical extension in the leaf',
    chain: { leaf: { more: [critical('1.2.3.4')] } },
    differs: { 'critical-extensions': 'unknown-critical-extension' },
    fails: 'critical-extensions',
    openssl: false,
  },
  {
    name: 'unknown critical extension in the intermediate',
    chain: { intermediate: { more: [critical('1.2.3.4')] } },
    differs: { 'critical-extensions': 'unknown-critical-extension' },
    fails: 'critical-extensions',
    openssl: false,
  },
  {
    name: 'unknown extension, not critical',
    chain: { leaf: { more: [rawExtension('1.2.3.4', false, Uint8Array.of(5, 0))] } },
    differs: {},
    openssl: true,
  },

  // Name constraints.
  {
    name: 'name constraints kept',
    chain: {
      intermediate: { more: [rawExtension('2.5.29.30', true, nameConstraints('shop.example'))] },
      leaf: { dns: ['shop.example', 'www.shop.example'] },
    },
    differs: {},
    openssl: true,
  },
  {
    name: 'name constraints of the intermediate, not critical, broken',
    chain: { intermediate: { more: [rawExtension('2.5.29.30', false, nameConstraints('bank.example'))] } },
    differs: { 'name-constraints': 'name-not-permitted' },
    fails: 'name-constraints',
    openssl: false,
  },
  {
    name: 'name constraints of the root broken',
    chain: { root: { more: [rawExtension('2.5.29.30', true, nameConstraints('bank.example'))] } },
    differs: { 'name-constraints': 'name-not-permitted' },
    fails: 'name-constraints',
  },

  // Signatures.
  {
    name: 'signature of the leaf tampered with',
    arrange: (m) => ({ sent: [tampered(m.leaf), m.intermediate] }),
    differs: { signature: 'bad-signature' },
    fails: 'signature',
    openssl: false,
  },
  {
    name: 'signature of the intermediate tampered with',
    arrange: (m) => ({ sent: [m.leaf, tampered(m.intermediate)] }),
    differs: { signature: 'bad-signature' },
    fails: 'signature',
    openssl: false,
  },
  {
    name: 'signature of the anchor says nothing',
    arrange: (m) => ({ store: [tampered(m.root)] }),
    differs: {},
    openssl: true,
  },

  // More than one fault: the gravest is reported.
  {
    name: 'expired and wrong host',
    chain: { leaf: { to: '2026-11-01T00:00:00Z' } },
    ask: { type: 'dns', value: 'bank.example' },
    differs: { validity: 'expired', 'host-name': 'name-mismatch' },
    fails: 'host-name',
    openssl: false,
  },
  {
    name: 'expired under an untrusted root',
    chain: { leaf: { to: '2026-11-01T00:00:00Z' } },
    arrange: () => ({ store: [] }),
    differs: { validity: 'expired', 'trust-anchor': 'root-not-trusted', signature: 'partial', ...unanchored },
    fails: 'trust-anchor',
  },
];

describe('each fault flips the checks it should and leaves the others alone', () => {
  test.each(cases)(
    '$name',
    async ({ chain, arrange: how, at, ask, purpose = 'serverAuth', differs, fails }) => {
      const options = { at: Date.parse(at ?? now), purpose, name: ask ?? shop };
      const arranged = arrange(await make(chain), how);
      const result =
        purpose === 'clientAuth'
          ? await validateClient(arranged, options.at)
          : await validate(arranged, options);
      expect(codesOf(result)).toEqual({ ...allGood, ...differs });
      expect(result.failure?.id).toBe(fails);
      expect(result.verdict).toBe(fails === undefined ? 'trusted' : 'rejected');
      for (const check of result.checks) {
        expect(check.verdict).toBe(
          /^needs-|^not-asked$/.test(check.code)
            ? 'not-reached'
            : failureKind(check.code)
              ? 'failed'
              : 'passed',
        );
        if (check.verdict === 'failed') {
          expect(failureKind(check.code)?.check).toBe(check.id);
          expect(check.evidence[0]?.certificate).toBeDefined();
        }
      }
    },
  );

  async function validateClient({ sent, store, cached }: Arranged, at: number): Promise<PathResult> {
    return validatePath({
      sent: sent.map(certificate),
      store: store.map(certificate),
      cached: cached.map(certificate),
      at,
      purpose: 'clientAuth',
      verify,
    });
  }

  test.skipIf(!hasOpenssl)('openssl verify agrees', async () => {
    const disagreements: string[] = [];
    for (const { name, chain, arrange: how, at, ask, purpose = 'serverAuth', openssl } of cases) {
      if (openssl === undefined) continue;
      const { sent, store } = arrange(await make(chain), how);
      const verdict = inDirectory((path) => {
        writePem(path('leaf'), sent.slice(0, 1));
        const untrusted = sent.length > 1 ? ['-untrusted', writePem(path('untrusted'), sent.slice(1))] : [];
        const host =
          purpose === 'serverAuth' && (ask ?? shop).type === 'dns'
            ? ['-verify_hostname', (ask ?? shop).value]
            : [];
        const time = ['-attime', String(Date.parse(at ?? now) / 1000)];
        const role = ['-purpose', purpose === 'serverAuth' ? 'sslserver' : 'sslclient'];
        return opensslSucceeds([
          'verify',
          '-CAfile',
          writePem(path('store'), store),
          ...untrusted,
          ...host,
          ...time,
          ...role,
          path('leaf'),
        ]);
      });
      if (verdict !== openssl) disagreements.push(`${name}: openssl says ${verdict}`);
    }
    expect(disagreements).toEqual([]);
  });
});

describe('signatures of other kinds', () => {
  const chainOf = async (root: Identity, leaf: Identity, wish: Wish = {}): Promise<PathResult> =>
    validate({
      sent: [await forge(leaf, root, { dns: ['shop.example'], ...wish })],
      store: [await forge(root, root, { ...authority, ...wish, cA: true })],
      cached: [],
    });

  test.each([
    ['P-384', { hash: 'SHA-384' }, 'ok'],
    ['P-384', { hash: 'SHA-256' }, 'unsupported-algorithm'],
    ['RSA', {}, 'ok'],
    ['Ed25519', {}, 'ok'],
    ['RSA-SHA1', { hash: 'SHA-1' }, 'weak-algorithm'],
    ['RSA 1024', {}, 'weak-key'],
  ] as const)('%s %o', async (algorithm, wish, code) => {
    const result = await chainOf(await identity('CN=Root', algorithm), who.leaf, wish);
    expect(codesOf(result)).toEqual({ ...allGood, signature: code });
  });

  test('a leaf with a weak key', async () => {
    const result = await chainOf(who.root, await identity('CN=shop.example', 'RSA 1024'));
    expect(result.failure).toMatchObject({
      code: 'weak-key',
      evidence: [{ certificate: { from: 'sent', index: 0 }, actual: 'RSA 1024' }],
    });
  });

  test('inner and outer algorithm differ', async () => {
    const made = await make();
    // ecdsa-with-SHA256 becomes ecdsa-with-SHA384 in the outer AlgorithmIdentifier only.
    const { field } = certificate(made.leaf);
    const outer = field.children?.find((child) => child.name === 'signatureAlgorithm');
    const forged = made.leaf.with((outer?.end ?? 0) - 1, 3);
    expect(
      codesOf(await validate({ sent: [forged, made.intermediate], store: [made.root], cached: [] })),
    ).toEqual({ ...allGood, 'algorithm-match': 'algorithm-mismatch' });
  });
});

describe('path building', () => {
  test('what was looked for when the issuer is missing', async () => {
    const made = await make();
    const { failure } = await validate({ sent: [made.leaf], store: [made.root], cached: [] });
    const issuer = 'CN=Issuing CA, O=Lakeside, C=CH';
    expect(failure?.evidence).toMatchObject([
      { certificate: { from: 'sent', index: 0 }, field: 'tbsCertificate.issuer', expected: issuer },
      { field: 'tbsCertificate.extensions.authorityKeyIdentifier' },
      { searched: 'sent', actual: 0 },
      { searched: 'cache', actual: 0 },
      { searched: 'store', actual: 0 },
    ]);
  });

  test('self-signed leaf', async () => {
    const leaf = await forge(who.leaf, who.leaf, { dns: ['shop.example'] });
    expect(codesOf(await validate({ sent: [leaf], store: [], cached: [] }))).toEqual({
      ...allGood,
      'trust-anchor': 'self-signed',
      'path-length': 'needs-issuer',
      ...unanchored,
    });
    expect((await validate({ sent: [leaf], store: [leaf], cached: [] })).verdict).toBe('trusted');
  });

  test('two issuers of the same name: the wrong one is tried and dropped, whatever the order', async () => {
    const made = await make();
    const twin = await forge(who.twin, who.root, authority);
    for (const sent of [
      [made.leaf, twin, made.intermediate],
      [made.leaf, made.intermediate, twin],
    ]) {
      // The key identifier would settle it; without it the order decides what is tried first.
      const bare = sent.map(certificate).map((one) => {
        const extensions: { -readonly [K in keyof Extensions]: Extensions[K] } = { ...one.extensions };
        delete extensions.authorityKeyIdentifier;
        return { ...one, extensions };
      });
      const result = await validatePath({
        sent: bare,
        store: [certificate(made.root)],
        cached: [],
        at: Date.parse(now),
        purpose: 'serverAuth',
        name: shop,
        verify,
        policy: { tolerates: ['missing-extension'] },
      });
      expect(result.verdict).toBe('trusted');
      const right = sent.indexOf(made.intermediate);
      expect(result.path).toEqual([
        { from: 'sent', index: 0 },
        { from: 'sent', index: right },
        { from: 'store', index: 0 },
      ]);
      expect(result.candidates.map((candidate) => candidate.verdict)).toEqual(
        right === 1 ? ['accepted'] : ['dropped', 'accepted'],
      );
      if (right === 2)
        expect(result.candidates[0]?.dropped).toEqual({
          check: 'signature',
          code: 'bad-signature',
          at: { from: 'sent', index: 0 },
        });
    }
  });

  test('cross-signed: one root is off, the other one serves', async () => {
    const made = await make();
    const other = await forge(who.stranger, who.stranger, authority);
    const cross = await forge(who.intermediate, who.stranger, authority);
    const result = await validate({
      sent: [made.leaf, made.intermediate, cross],
      store: [other],
      cached: [],
    });
    expect(result.path).toEqual([
      { from: 'sent', index: 0 },
      { from: 'sent', index: 2 },
      { from: 'store', index: 0 },
    ]);
  });

  test('an expired issuer does not hide a valid one', async () => {
    const made = await make();
    const old = await forge(who.intermediate, who.root, { ...authority, to: '2025-01-01T00:00:00Z' });
    const result = await validate({
      sent: [made.leaf, old, made.intermediate],
      store: [made.root],
      cached: [],
    });
    expect(result).toMatchObject({
      verdict: 'trusted',
      path: [{ index: 0 }, { index: 2 }, { from: 'store' }],
    });
  });

  test('authorities that certify each other in a circle end the search', async () => {
    const leaf = await forge(who.leaf, who.intermediate, { dns: ['shop.example'] });
    const a = await forge(who.intermediate, who.upper, authority);
    const b = await forge(who.upper, who.intermediate, authority);
    const result = await validate({ sent: [leaf, a, b], store: [], cached: [] });
    expect(codesOf(result)).toMatchObject({ 'trust-anchor': 'root-not-trusted' });
  });

  test('unrelated certificates are ignored', async () => {
    const made = await make();
    const unrelated = await forge(who.stranger, who.stranger, {
      ...authority,
      to: '2021-01-01T00:00:00Z',
      more: [critical('1.2.3.4')],
    });
    expect(
      (
        await validate({
          sent: [made.leaf, unrelated, made.intermediate],
          store: [unrelated, made.root],
          cached: [unrelated],
        })
      ).verdict,
    ).toBe('trusted');
  });

  test('names match by RFC 5280 §7.1: case and runs of space do not matter', async () => {
    const made = await make({ leaf: { issuerName: 'C=ch, O=LAKESIDE, CN=issuing   ca' } });
    expect(
      (await validate({ sent: [made.leaf, made.intermediate], store: [made.root], cached: [] })).verdict,
    ).toBe('trusted');
  });

  test('nothing sent', async () => {
    const result = await validate({ sent: [], store: [], cached: [] });
    expect(result).toMatchObject({
      verdict: 'rejected',
      candidates: [],
      failure: { id: 'trust-anchor', code: 'no-certificate' },
    });
  });

  test('a heap of forged issuers costs no more than the budget', async () => {
    const made = await make();
    const twins = await Promise.all(
      Array.from({ length: 12 }, async () =>
        forge(await identity(who.intermediate.name), who.intermediate, authority),
      ),
    );
    const started = performance.now();
    const result = await validate(
      { sent: [made.leaf, ...twins], store: [made.root], cached: [] },
      { budget: { signatures: 20 } },
    );
    expect(result.verdict).toBe('rejected');
    expect(result.spent.signatures).toBeLessThanOrEqual(20);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('intermediates over the limit', async () => {
    const made = await make({ upper: {} });
    const arranged = arrange(made);
    expect((await validate(arranged, { policy: { maxIntermediates: 2 } })).verdict).toBe('trusted');
    expect((await validate(arranged, { policy: { maxIntermediates: 1 } })).failure?.code).toBe(
      'search-limit',
    );
  });

  test('v1 certificates are no authorities', async () => {
    const made = await make({ root: { basicConstraints: false, usage: false } });
    expect((await validate(arrange(made))).failure).toMatchObject({
      code: 'not-a-ca',
      evidence: [{ certificate: { from: 'store', index: 0 } }],
    });
  });
});
