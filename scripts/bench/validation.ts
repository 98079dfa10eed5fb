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

/** Where the cross-signatures lead: to an authority that nobody knows, or each of them to the root. */
export type GrowthShape = 'dead-ends' | 'every-way';

/**
 * One intermediate, cross-signed by that many authorities, each with a certificate of its own from an authority above.
 *
 * Among dead ends only the last cross-signature leads to the root, as in chains of the web that nobody tidies. pkijs
 * has no answer there, whatever the order of its `certs`: the first certificate whose issuer it does not have makes its
 * `sort` throw, and no other way is tried. Where every way leads to the root it has one; it collects all of them, and
 * ours stops at the first. Same certificates, same root, same moment; revocation and names are asked of neither.
 */
export async function measureGrowth(intermediates: number, shape: GrowthShape): Promise<Growth> {
  const verify = await nodeVerifier();
  const above = shape === 'dead-ends' ? party('Nobody') : root;
  const crossing: Party = party('Cross');
  const crossed = Array.from({ length: intermediates }, (_, i) => {
    const authority = renamed(crossing, `Cross ${i}`);
    return [certify(issuing, authority, { cA: true }), certify(authority, above, { cA: true })];
  }).flat();
  const sent = [certify(leaf, issuing), ...crossed, certify(issuing, root, { cA: true })];
  const store = [certify(root, root, { cA: true })];
  const own = await timedVerdict(() => validate(sent, store, verify));
  const theirs = await timed(() => validateByPkijs(sent, store));
  const pkijs = theirs.milliseconds < patience ? theirs : undefined;
  return { intermediates, own: own.milliseconds, pkijs };
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
  const end = performance.now() + patience;
  const engine = new CertificateChainValidationEngine({
    trustedCerts: store.map(read),
    // The last one is the leaf.
    certs: own ? [...others, own] : others,
    checkDate: new Date(epoch.now),
    // Its own search, stopped when the time is up: left running, it would slow down what is measured next.
    findIssuer: (certificate, validation, crypto) => {
      if (performance.now() > end) throw new Error('out of patience');
      return validation.defaultFindIssuer(certificate, validation, crypto);
    },
  });
  return (await engine.verify()).result;
}

function decoded(der: Bytes): Certificate {
  // A copy, so that the reader's memory of recent certificates does not help.
  const read = decodeCertificate(der.slice());
  if (!read.ok) throw new Error(read.error.detail);
  return read.value;
}
