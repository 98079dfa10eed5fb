/// <reference types="node" />
/**
 * The cases of x509-limbo that lie beside the repository, and the figures they must reach. The four that
 * come out otherwise ask for the opposite of what the profile of the web demands.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type LimboCase, limboReport, runLimboCase } from './testing/limbo.ts';
import { verifier } from './testing/forge.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const file = [`${here}../../../shared/conformance/limbo-dev.json`].find(existsSync);
if (file === undefined)
  process.stderr.write('../shared/conformance/limbo-dev.json is not there: x509-limbo is SKIPPED\n');

/**
 * The web wants purposes in a leaf and no authority there, and lets nameConstraints be not critical. Each with the case
 * of the same file that wants the opposite of the same kind of chain (docs/decisions/0011).
 */
const contradicting: readonly (readonly [id: string, opposite: string])[] = [
  ['pathlen::validation-ignores-pathlen-in-leaf', 'webpki::ca-as-leaf'],
  ['rfc5280::ca-as-leaf', 'webpki::ca-as-leaf'],
  ['rfc5280::eku::ee-without-eku', 'webpki::eku::ee-without-eku'],
  ['rfc5280::nc::permitted-dns-match-noncritical', 'webpki::nc::permitted-dns-match-noncritical'],
];

test.skipIf(file === undefined)('x509-limbo', { timeout: 120_000 }, async () => {
  const { testcases } = JSON.parse(readFileSync(file ?? '', 'utf8')) as { testcases: readonly LimboCase[] };
  const options = { verify: await verifier(), now: Date.now() };
  const outcomes = [];
  for (const limbo of testcases) outcomes.push(await runLimboCase(limbo, options));
  const differing = outcomes.filter(({ expected, actual }) => expected !== actual).map(({ id }) => id);
  expect(differing.toSorted()).toEqual(contradicting.map(([id]) => id));
  const { accept, reject, bettertls } = limboReport(outcomes);
  expect({ accept, reject, bettertls }).toEqual({
    accept: { passed: 37, total: 40 },
    reject: { passed: 84, total: 85 },
    bettertls: { passed: 150, total: 150 },
  });
});

test.skipIf(file === undefined).each(contradicting)(
  'by RFC 5280 alone %s comes out as expected, and by the rules of the web %s does',
  async (id, opposite) => {
    const { testcases } = JSON.parse(readFileSync(file ?? '', 'utf8')) as { testcases: readonly LimboCase[] };
    const find = (wanted: string) => testcases.find((one) => one.id === wanted);
    const [asked, other] = [find(id), find(opposite)];
    const options = { verify: await verifier(), now: Date.now() };
    const outcome = asked && (await runLimboCase(asked, { ...options, profile: 'rfc5280' }));
    expect(outcome?.actual).toBe(asked?.expected_result);
    // A part of the suite may have one of a pair only.
    if (other === undefined) return;
    expect(other.expected_result).not.toBe(asked?.expected_result);
    expect((await runLimboCase(other, options)).actual).toBe(other.expected_result);
  },
);
