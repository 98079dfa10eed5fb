/**
 * Path validation in Node: the default chain, BetterTLS, and how the search grows with the number of
 * cross-signed intermediates, side by side with pkijs where both can answer.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Certificate as PkijsCertificate, CertificateChainValidationEngine } from 'pkijs';
import type { Bytes } from '../../src/crypto/port.ts';
import { decodeCertificate } from '../../src/x509/certificate.ts';
import type { Certificate } from '../../src/x509/model.ts';
import type { VerifySignature } from '../../src/x509/path/input.ts';
import { validatePath } from '../../src/x509/path/validate.ts';
import { certify, epoch, type Party, party, renamed } from '../../src/x509/testing/craft.ts';
import { type LimboCase, runLimboCase } from '../../src/x509/testing/limbo.ts';
import { createNodeProvider } from '../lib/node-provider.ts';
import { median } from './replay.ts';

/** Longer than this pkijs is not waited for. */
const patience = 20_000;

export interface Growth {
  readonly intermediates: number;
  readonly own: number;
  /** Undefined: given up after 20 s. */
  readonly pkijs: Measured | undefined;
}

export interface Measured {
  readonly milliseconds: number;
  readonly trusted: boolean;
}

export async function nodeVerifier(): Promise<VerifySignature> {
  const provider = await createNodeProvider();
  return async (algorithm, publicKey, tbs, signature) =>
    (await provider.verify(algorithm, publicKey, tbs, signature)).value;
}

const root = party('Root CA');
const issuing = party('Issuing CA');
const leaf = party('shop.example');

/** Leaf, intermediate, root: decoded anew each time, as a handshake does. Milliseconds. */
export async function measureDefaultChain(rounds: number): Promise<{ own: number; pkijs: number }> {
  const verify = await nodeVerifier();
  const sent = [certify(leaf, issuing), certify(issuing, root, { cA: true })];
  const store = [certify(root, root, { cA: true })];
  const own: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    own.push((await timedVerdict(() => validate(sent, store, verify))).milliseconds);
    theirs.push((await timedVerdict(() => validateByPkijs(sent, store))).milliseconds);
  }
  return { own: median(own), pkijs: median(theirs) };
}

/** The BetterTLS cases of the conformance file over and over until 1,000; undefined where the file is not there. */
export async function measureBetterTls(): Promise<number | undefined> {
  const file = fileURLToPath(new URL('../../../shared/conformance/limbo-dev.json', import.meta.url));
  if (!existsSync(file)) return undefined;
  const { testcases } = JSON.parse(readFileSync(file, 'utf8')) as { testcases: readonly LimboCase[] };
  const cases = testcases.filter(({ id }) => id.startsWith('bettertls::'));
  const options = { verify: await nodeVerifier(), now: Date.now() };
  const started = performance.now();
  for (let n = 0; n < 1_000; n++) {
    const limbo = cases[n % cases.length];
    if (limbo) await runLimboCase(limbo, options);
  }
  return performance.now() - started;
}

/**
 * One intermediate, cross-signed by that many authorities. Every one of them has a certificate too, by an
 * authority above that nobody knows; only the last cross-signature leads to the root.
 */
export async function measureGrowth(intermediates: number): Promise<Growth> {
  const verify = await nodeVerifier();
  const nobody = party('Nobody');
  const crossing: Party = party('Cross');
  const crossed = Array.from({ length: intermediates }, (_, i) => {
    const authority = renamed(crossing, `Cross ${i}`);
    return [certify(issuing, authority, { cA: true }), certify(authority, nobody, { cA: true })];
  }).flat();
  const sent = [certify(leaf, issuing), ...crossed, certify(issuing, root, { cA: true })];
  const store = [certify(root, root, { cA: true })];
  const own = await timedVerdict(() => validate(sent, store, verify));
  const theirs = await Promise.race([
    timed(() => validateByPkijs(sent, store)),
    new Promise<undefined>((resolve) => {
      setTimeout(() => resolve(undefined), patience).unref();
    }),
  ]);
  return { intermediates, own: own.milliseconds, pkijs: theirs };
}

async function timed(validation: () => Promise<boolean>): Promise<Measured> {
  const started = performance.now();
  const trusted = await validation();
  return { milliseconds: performance.now() - started, trusted };
}

async function timedVerdict(validation: () => Promise<boolean>): Promise<Measured> {
  const measured = await timed(validation);
  if (!measured.trusted) throw new Error('the chain was not trusted');
  return measured;
}

async function validate(
  sent: readonly Bytes[],
  store: readonly Bytes[],
  verify: VerifySignature,
): Promise<boolean> {
  const result = await validatePath({
    sent: sent.map(decoded),
    store: store.map(decoded),
    cached: [],
    at: epoch.now,
    purpose: 'serverAuth',
    name: { type: 'dns', value: 'shop.example' },
    verify,
  });
  return result.verdict === 'trusted';
}

async function validateByPkijs(sent: readonly Bytes[], store: readonly Bytes[]): Promise<boolean> {
  const read = (der: Bytes): PkijsCertificate => PkijsCertificate.fromBER(der);
  const [own, ...others] = sent.map(read);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: store.map(read),
    // The last one is the leaf.
    certs: own ? [...others, own] : others,
    checkDate: new Date(epoch.now),
  });
  return (await engine.verify()).result;
}

function decoded(der: Bytes): Certificate {
  // A copy, so that the reader's memory of recent certificates does not help.
  const read = decodeCertificate(der.slice());
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
}
