/**
 * Broken bytes at the readers of revocation and PEM, random graphs at path building, and mutated chains at
 * the whole validator. FUZZ_INPUTS sets how many bytes, FUZZ_SEED which.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { context, element, oid, sequence, smallInteger, time } from '../authority/der.ts';
import {
  certificatePolicy,
  crlDistributionPoint,
  extension,
  mustStaple,
  nameConstraints,
  plainName,
} from '../authority/extensions.ts';
import { assertTiles } from '../bytes/testing/tiles.ts';
import { toHex, utf8 } from '../bytes/hex.ts';
import type { Decoded } from '../bytes/reader.ts';
import type { Bytes } from '../crypto/port.ts';
import { encodePem, parsePem } from '../interchange/pem.ts';
import { createRandom, fuzz, fuzzInputs, mutate, type Random, type Target } from '../tls/testing/fuzz.ts';
import { decodeCertificate } from './certificate.ts';
import type { Certificate } from './model.ts';
import { defaultLimits } from './path/budget.ts';
import type { PathInput, VerifySignature } from './path/input.ts';
import type { PathResult } from './path/result.ts';
import { validatePath } from './path/validate.ts';
import { decodeRevocationList } from './revocation/list.ts';
import { decodeOcspResponse } from './revocation/ocsp.ts';
import {
  certify,
  type Craft,
  crlNumber,
  entryOf,
  epoch,
  listOf,
  type Party,
  party,
  renamed,
  responseOf,
} from './testing/craft.ts';
import { certificate, verifier } from './testing/forge.ts';
import { hasOpenssl, inDirectory, opensslSucceeds, writePem } from './testing/openssl.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 5280);
const patience = 600_000 + fuzzInputs(12_000) * 5;

let verify: VerifySignature;
beforeAll(async () => {
  verify = await verifier();
});

const root = party('Root CA');
const issuing = party('Issuing CA');
const leaf = party('shop.example');
const serial = Uint8Array.of(0x42, 1);

const rootDer = certify(root, root, { cA: true });
const issuingDer = certify(issuing, root, {
  cA: true,
  extensions: {
    nc: nameConstraints(
      [plainName('shop.example'), plainName('192.0.2.0/24')],
      [plainName('bad.shop.example')],
    ),
    p: certificatePolicy('1.2.3'),
    m: extension('2.5.29.33', sequence(sequence(oid('1.2.3'), oid('1.2.4'))), true),
    pc: extension('2.5.29.36', sequence(context(0, Uint8Array.of(9))), true),
  },
});
const leafDer = certify(leaf, issuing, {
  serial,
  names: ['shop.example', 'www.shop.example'],
  extensions: { crl: crlDistributionPoint('http://a.example/crl'), staple: mustStaple() },
});
const lists = [
  listOf(issuing, { entries: [entryOf(serial, 1), entryOf(Uint8Array.of(5))] }),
  listOf(issuing, {
    extensions: {
      delta: extension('2.5.29.27', smallInteger(3), true),
      idp: extension('2.5.29.28', sequence(context(1, Uint8Array.of(0xff))), true),
      number: crlNumber(9),
    },
  }),
];
const responses = [
  responseOf({ serial, issuer: issuing }),
  responseOf({ serial, issuer: issuing, byKey: true, nonce: serial, certificates: [rootDer] }),
];

describe('no broken bytes break a reader', () => {
  function decoder<T>(name: string, corpus: readonly Bytes[], decode: (bytes: Bytes) => Decoded<T>): Target {
    return {
      name,
      corpus,
      run: (input) => {
        const decoded = decode(input);
        if (input.length > 0) assertTiles(decoded.field, input.length);
        return decoded.ok ? 'accepted' : 'rejected';
      },
    };
  }
  const pem: Target = {
    name: 'PEM',
    corpus: [utf8(`text\n${encodePem('CERTIFICATE', leafDer)}${encodePem('X509 CRL', lists[0] ?? leafDer)}`)],
    run: (input) => {
      const parsed = parsePem(String.fromCharCode(...input));
      if (!parsed.ok && (parsed.error.line < 1 || parsed.error.detail === ''))
        throw new Error('an error without a place');
      return parsed.ok ? 'accepted' : 'rejected';
    },
  };

  test('lists, responses, certificates, PEM', { timeout: patience }, () => {
    const targets = [
      decoder('CRL', lists, decodeRevocationList),
      decoder('OCSP', responses, decodeOcspResponse),
      decoder('certificates', [rootDer, issuingDer, leafDer], decodeCertificate),
      pem,
    ];
    for (const { name, accepted, inputs, slowest } of fuzz(targets, fuzzInputs(12_000), seed))
      expect([name, accepted > 0, accepted < inputs, slowest < 1_000]).toEqual([name, true, true, true]);
  });

  test('a validator that is given them does not throw', { timeout: patience }, async () => {
    const random = createRandom(seed);
    for (let n = 0; n < fuzzInputs(12_000) / 50; n++) {
      const result = await validatePath({
        ...question([leafDer, issuingDer], [rootDer]),
        revocation: {
          mode: 'hard-fail',
          scope: 'path',
          crls: lists.map((list) => mutate(random, list, lists)),
          ocsp: [mutate(random, responses[0] ?? serial, responses)],
          stapled: [mutate(random, responses[1] ?? serial, responses)],
        },
      });
      // The list of the root is missing, so no answer can be enough.
      expect(result.verdict).toBe('rejected');
    }
  });
});

function question(sent: readonly Bytes[], store: readonly Bytes[], more: Partial<PathInput> = {}): PathInput {
  return {
    sent: sent.map(certificate),
    store: store.map(certificate),
    cached: [],
    at: epoch.now,
    purpose: 'serverAuth',
    name: { type: 'dns', value: 'shop.example' },
    verify,
    digest: () => Promise.resolve(new Uint8Array(20)),
    ...more,
  };
}

describe('random graphs of authorities', () => {
  const authorities = Array.from({ length: 6 }, (_, i) => party(`CA ${i % 4}`));

  interface Graph {
    readonly leaf: Certificate;
    readonly certificates: readonly Certificate[];
    readonly store: readonly Certificate[];
  }

  /** Some authorities certify others, rightly or not; one or two are in the store. */
  function graphOf(random: Random, edges: number): Graph {
    const pick = (): Party => authorities[random(authorities.length)] ?? root;
    const faults: readonly Craft[] = [
      {},
      {},
      {},
      { notAfter: time(epoch.now - 1000) },
      { pathLength: 0 },
      { cA: false, extensions: { extKeyUsage: false, subjectAltName: false } },
      { extensions: { nc: nameConstraints([plainName('bank.example')], []) } },
      { extensions: { x: extension('1.2.3.4', element(5), true) } },
    ];
    const certificates = Array.from({ length: edges }, () => {
      const [subject, issuer] = [pick(), pick()];
      // Under the name of the issuer, and with the key of a stranger now and then.
      const signer = random(6) === 0 ? { ...pick(), name: issuer.name } : issuer;
      return certificate(certify(subject, signer, { cA: true, ...faults[random(faults.length)] }));
    });
    const anchors = [pick(), pick()].slice(0, 1 + random(2));
    return {
      leaf: certificate(certify(leaf, pick())),
      certificates,
      store: anchors.map((anchor) => certificate(certify(anchor, anchor, { cA: true }))),
    };
  }

  const ask = (
    graph: Graph,
    certificates: readonly Certificate[],
    store: readonly Certificate[],
  ): Promise<PathResult> => validatePath({ ...question([], []), sent: [graph.leaf, ...certificates], store });

  /** Naively: every simple path by name is tried alone. */
  async function reference(graph: Graph, path: readonly Certificate[]): Promise<boolean> {
    const top = path.at(-1) ?? graph.leaf;
    for (const anchor of graph.store) {
      if (anchor.subject.canonical !== top.issuer.canonical) continue;
      if ((await ask(graph, path, [anchor])).verdict === 'trusted') return true;
    }
    if (path.length >= 5) return false;
    for (const next of graph.certificates) {
      if (next.subject.canonical !== top.issuer.canonical || path.includes(next)) continue;
      if (await reference(graph, [...path, next])) return true;
    }
    return false;
  }

  test('the search finds what trying everything finds', { timeout: 120_000 }, async () => {
    const random = createRandom(seed);
    const verdicts = { trusted: 0, rejected: 0 };
    for (let n = 0; n < 80; n++) {
      const graph = graphOf(random, 3 + random(6));
      const result = await ask(graph, graph.certificates, graph.store);
      verdicts[result.verdict] += 1;
      expect([n, result.verdict]).toEqual([n, (await reference(graph, [])) ? 'trusted' : 'rejected']);
    }
    // Both ways out are taken, or the test tests nothing.
    expect([verdicts.trusted > 10, verdicts.rejected > 10]).toEqual([true, true]);
  });

  test('budgets hold on dense graphs', { timeout: 120_000 }, async () => {
    const random = createRandom(seed + 1);
    for (let n = 0; n < 6; n++) {
      const graph = graphOf(random, 120);
      const started = performance.now();
      const { spent, candidates } = await ask(graph, graph.certificates, graph.store);
      expect(spent.signatures).toBeLessThanOrEqual(defaultLimits.signatures);
      expect(spent.steps).toBeLessThanOrEqual(defaultLimits.steps);
      expect(spent.nameComparisons).toBeLessThanOrEqual(defaultLimits.nameComparisons);
      expect(candidates.length).toBeLessThanOrEqual(101);
      expect(performance.now() - started).toBeLessThan(5_000);
    }
  });

  test('authorities that all certify each other, and none is trusted', { timeout: 60_000 }, async () => {
    const ring = Array.from({ length: 12 }, (_, i) => party(`Ring ${i}`));
    const every = ring.flatMap((subject) =>
      ring
        .filter((issuer) => issuer !== subject)
        .map((issuer) => certificate(certify(subject, issuer, { cA: true }))),
    );
    const first = ring[0] ?? root;
    const sent = [certificate(certify(leaf, first)), ...every];
    for (const store of [
      [rootDer],
      [certify(renamed(root, 'Ring 11'), renamed(root, 'Ring 11'), { cA: true })],
    ]) {
      const result = await validatePath({ ...question([], store), sent });
      expect(result.verdict).toBe('rejected');
      expect(result.spent.steps).toBeLessThanOrEqual(defaultLimits.steps);
    }
    const trusted = await validatePath({
      ...question([], [certify(ring[11] ?? root, ring[11] ?? root, { cA: true })]),
      sent,
    });
    expect(trusted.verdict).toBe('trusted');
    expect(trusted.path?.length).toBe(3);
  });
});

describe('a mutated chain', () => {
  test.skipIf(!hasOpenssl)(
    'is never trusted unless openssl verifies it too',
    { timeout: patience },
    async () => {
      const random = createRandom(seed + 2);
      const chain = [leafDer, issuingDer, rootDer] as const;
      const trusted: (readonly Bytes[])[] = [];
      for (let n = 0; n < fuzzInputs(12_000) / 10; n++) {
        const at = random(3);
        const mutated = chain.map((der, i) => (i === at ? mutate(random, der, chain) : der));
        const decoded = mutated.map((der) => decodeCertificate(der));
        if (decoded.some(({ ok }) => !ok)) continue;
        // OpenSSL takes key identifiers for a condition; this client does too where it is told so.
        const policy = { keyIdentifiers: 'must-match' } as const;
        const result = await validatePath(question(mutated.slice(0, 2), mutated.slice(2), { policy }));
        const same = mutated.every((der, i) => toHex(der) === toHex(chain[i] ?? der));
        if (result.verdict === 'trusted' && !same) trusted.push(mutated);
      }
      inDirectory((path) => {
        for (const [n, [own, above, anchor]] of trusted.entries()) {
          if (!own || !above || !anchor) throw new Error('three certificates');
          const verified = opensslSucceeds([
            'verify',
            '-attime',
            String(epoch.now / 1000),
            '-CAfile',
            writePem(path(`root-${n}`), [anchor]),
            '-untrusted',
            writePem(path(`issuing-${n}`), [above]),
            writePem(path(`leaf-${n}`), [own]),
          ]);
          expect([toHex(own), toHex(above), toHex(anchor), verified]).toEqual([
            toHex(own),
            toHex(above),
            toHex(anchor),
            true,
          ]);
        }
      });
    },
  );
});
