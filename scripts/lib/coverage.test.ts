/** Everything a learner must be able to do or see here is named by a browser test. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** By area: history, suites, PKI, the handshake, client certificates. */
const rows: Readonly<Record<string, string>> = {
  H1: 'SSL 1.0, 2.0 and 3.0, none permitted today',
  H2: 'from Netscape to the IETF, TLS 1.0',
  H3: 'why TLS 1.0 is gone',
  H4: 'what TLS 1.1 rests on',
  H5: 'TLS 1.2 is still valid',
  H6: 'TLS 1.3 since 2018, RFC 9846 since 2026',
  H7: 'what the letters stand for',
  H8: 'what happens to a client and a server of an old version',
  S1: 'a cipher and a suite of them',
  S2: 'how many suites there are, by version',
  S3: 'key exchange',
  S4: 'authentication',
  S5: 'bulk encryption',
  S6: 'message authentication',
  S7: 'the anatomy of a name',
  P1: 'X.509 and who uses it',
  P2: 'what a certificate does and does not do',
  P3: 'why public-key procedures are needed',
  P4: 'the offices: CA, RA, VA, directory, revocation',
  P5: 'the root is the anchor; if it falls, all falls',
  P6: 'root, intermediate, leaf',
  P7: 'the browser brings its roots',
  P8: 'a validation, step by step',
  P9: 'the missing intermediate',
  P10: 'what is in a certificate',
  P11: 'not an “SSL certificate”',
  P12: 'what a certificate does not promise',
  N1: 'hello and the choice of a suite',
  N2: 'the server’s certificate',
  N3: 'the premaster secret in its envelope',
  N4: 'opened with the private key',
  N5: 'symmetric from then on',
  C1: 'a client certificate authenticates and encrypts nothing',
  C2: 'it goes with a server certificate',
  C3: 'CertificateRequest',
  C4: 'checked against the server’s own list',
};

/** 'C1 to C4' names four. */
function named(text: string): readonly string[] {
  return [...text.matchAll(/\b([HSPNC])(\d{1,2})(?: to \1(\d{1,2}))?\b/g)].flatMap(([, area, from, to]) => {
    const first = Number(from);
    return Array.from({ length: Number(to ?? from) - first + 1 }, (_, i) => `${area}${first + i}`);
  });
}

test('every row is named by a browser test', () => {
  const folder = new URL('../../e2e/', import.meta.url);
  const specs = readdirSync(folder).filter((name) => name.endsWith('.spec.ts'));
  const tests = new Map(
    specs.map((name) => [name, new Set(named(readFileSync(new URL(name, folder), 'utf8')))]),
  );
  const without = Object.keys(rows).filter((row) => ![...tests.values()].some((found) => found.has(row)));
  console.log(
    without.length === 0
      ? `coverage: ${Object.keys(rows).length} rows, each named by a browser test`
      : without.map((row) => `coverage: no browser test names ${row}, ${rows[row]}`).join('\n'),
  );
  expect(without).toEqual([]);
});
