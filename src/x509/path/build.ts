/**
 * Path building: every way from the leaf towards a trust anchor, depth first.
 *
 * Names chain (issuer of the one equals subject of the next), in whatever order the certificates came.
 * Key identifiers and dates only decide what is tried first: they are hints, not proofs (RFC 4158 §3.5).
 */
import { equal } from '../../bytes/hex.ts';
import type { Certificate } from '../model.ts';
import { sameName } from '../name.ts';
import { type Context, isSelfIssued, type Link, type Path } from './check.ts';
import type { PathInput } from './input.ts';

export const defaultMaxIntermediates = 8;

/** Longest path altogether, self-issued certificates included. */
const maxLinks = 24;

/**
 * Yields complete paths and dead ends in the order they are found. Links that `signatures` knows to
 * be refuted by then are not followed again, so a forged certificate costs one path, not a tree.
 */
export function* pathsOf({ input, signatures, budget }: Context): Generator<Path, void> {
  const leaf = input.sent[0];
  if (leaf === undefined) return;
  const anchoredLeaf = isStored(leaf, input.store);
  const pool = poolOf(input);
  const first: Link = { certificate: leaf, ref: { from: 'sent', index: 0 } };

  yield* extend([first]);

  function* extend(links: readonly [Link, ...Link[]]): Generator<Path, void> {
    const top = links.at(-1) ?? first;
    if (top.ref.from === 'store' || (links.length === 1 && anchoredLeaf)) {
      yield { links, end: 'anchor' };
      return;
    }
    const issuers = issuersOf(top.certificate, links, pool, input.at);
    if (issuers.length === 0) {
      yield { links, end: isSelfIssued(top.certificate) ? 'self-issued' : 'no-issuer' };
      return;
    }
    for (const issuer of issuers) {
      if (signatures.isRefuted(top.certificate, issuer.certificate)) continue;
      if (!budget.takeStep()) return;
      if (tooLong(links, issuer, input.policy?.maxIntermediates ?? defaultMaxIntermediates))
        yield { links, end: 'limit' };
      else yield* extend([...links, issuer]);
    }
  }
}

/** How many certificates of each list have that subject; for the report on an issuer that was not found. */
export function searchBySubject(
  subject: Certificate['subject'],
  input: PathInput,
): readonly { readonly from: Link['ref']['from']; readonly found: number; readonly among: number }[] {
  const count = (list: readonly Certificate[]): number =>
    list.filter((certificate) => sameName(certificate.subject, subject)).length;
  return [
    { from: 'sent', found: count(input.sent), among: input.sent.length },
    { from: 'cache', found: count(input.cached), among: input.cached.length },
    { from: 'store', found: count(input.store), among: input.store.length },
  ];
}

/** All certificates that may stand above the leaf, each once; where one is in many lists the store's counts. */
function poolOf(input: PathInput): readonly Link[] {
  const pool: Link[] = [];
  const add = (from: Link['ref']['from'], certificates: readonly Certificate[], start = 0): void => {
    for (const [i, certificate] of certificates.entries()) {
      if (i < start || pool.some((link) => equal(link.certificate.der, certificate.der))) continue;
      pool.push({ certificate, ref: { from, index: i } });
    }
  };
  add('store', input.store);
  add('sent', input.sent, 1);
  add('cache', input.cached);
  return pool;
}

function issuersOf(
  certificate: Certificate,
  path: readonly Link[],
  pool: readonly Link[],
  at: number,
): readonly Link[] {
  return pool
    .filter(
      (link) => sameName(link.certificate.subject, certificate.issuer) && !isInPath(link.certificate, path),
    )
    .map((link, i) => ({ link, i, likely: likelihood(link, certificate, at) }))
    .toSorted((a, b) => b.likely - a.likely || a.i - b.i)
    .map(({ link }) => link);
}

/** No entity twice: same name and same key would only go in circles (RFC 4158 §2.4.2). */
function isInPath(certificate: Certificate, path: readonly Link[]): boolean {
  return path.some(
    ({ certificate: other }) =>
      sameName(other.subject, certificate.subject) &&
      equal(other.subjectPublicKeyInfo, certificate.subjectPublicKeyInfo),
  );
}

function likelihood({ certificate, ref }: Link, child: Certificate, at: number): number {
  const wanted = child.extensions.authorityKeyIdentifier?.keyIdentifier;
  const own = certificate.extensions.subjectKeyIdentifier;
  const match = wanted === undefined || own === undefined ? 0 : equal(wanted, own) ? 1 : -1;
  const valid = certificate.notBefore <= at && at <= certificate.notAfter;
  return (
    8 * match +
    4 * Number(valid) +
    2 * Number(certificate.extensions.basicConstraints?.cA === true) +
    Number(ref.from === 'store')
  );
}

function isStored(certificate: Certificate, store: readonly Certificate[]): boolean {
  return store.some((anchor) => equal(anchor.der, certificate.der));
}

/** Whether `issuer` on top would make the path too long. The anchor itself is no intermediate. */
function tooLong(links: readonly Link[], issuer: Link, maxIntermediates: number): boolean {
  const above = [...links.slice(1), ...(issuer.ref.from === 'store' ? [] : [issuer])];
  return (
    links.length >= maxLinks ||
    above.filter(({ certificate }) => !isSelfIssued(certificate)).length > maxIntermediates
  );
}
