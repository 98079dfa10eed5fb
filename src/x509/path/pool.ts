/**
 * The certificates a path can be made of, found by name, and in which order they are tried.
 *
 * Key identifiers, dates and the distance to a trust anchor only decide what comes first: they are hints,
 * not proofs (RFC 4158 §3.5).
 */
import { equal } from '../../bytes/hex.ts';
import type { Certificate } from '../model.ts';
import { sameName } from '../name.ts';
import { isSelfIssued, type Link } from './check.ts';
import type { PathInput } from './input.ts';
import type { CertificateRef } from './result.ts';

export const defaultMaxIntermediates = 8;

/** Longest path altogether, self-issued certificates included. */
const maxLinks = 40;

export class Pool {
  readonly #input: PathInput;
  readonly #bySubject = new Map<string, Link[]>();
  /** Fewest certificates from a name up to a trust anchor of the store; names that lead nowhere are missing. */
  readonly #distance = new Map<string, number>();

  /** All certificates that may stand above the leaf, each once; where one is in many lists the store's counts. */
  constructor(input: PathInput) {
    this.#input = input;
    this.#add('store', input.store, 0);
    this.#add('sent', input.sent, 1);
    this.#add('cache', input.cached, 0);
    this.#measure();
  }

  /** Whether names lead from this certificate to a trust anchor at all. */
  leadsUp(certificate: Certificate): boolean {
    return this.#distance.has(certificate.issuer.canonical);
  }

  isStored(certificate: Certificate): boolean {
    return (
      this.#bySubject
        .get(certificate.subject.canonical)
        ?.some((link) => link.ref.from === 'store' && equal(link.certificate.der, certificate.der)) === true
    );
  }

  /** Who may have issued the last certificate of a path, the likeliest first. */
  issuersFor(path: readonly Link[]): readonly Link[] {
    const top = path.at(-1)?.certificate;
    const found = (top && this.#bySubject.get(top.issuer.canonical)) ?? [];
    if (top === undefined || found.length === 0) return [];
    return found
      .filter((link) => !isInPath(link.certificate, path))
      .map((link, i) => ({ link, i, likely: this.#likelihood(link, top), far: this.#far(link) }))
      .toSorted((a, b) => b.likely - a.likely || a.far - b.far || a.i - b.i)
      .map(({ link }) => link);
  }

  /** Whether `issuer` on top would make the path too long. The anchor itself is no intermediate. */
  isTooLong(path: readonly Link[], issuer: Link): boolean {
    const above = [...path.slice(1), ...(issuer.ref.from === 'store' ? [] : [issuer])];
    const most = this.#input.policy?.maxIntermediates ?? defaultMaxIntermediates;
    return (
      path.length >= maxLinks || above.filter(({ certificate }) => !isSelfIssued(certificate)).length > most
    );
  }

  #add(from: CertificateRef['from'], certificates: readonly Certificate[], start: number): void {
    for (let index = start; index < certificates.length; index++) {
      const certificate = certificates[index];
      if (certificate === undefined) continue;
      const name = certificate.subject.canonical;
      const same = this.#bySubject.get(name) ?? [];
      this.#bySubject.set(name, same);
      if (
        !same.some(
          (link) =>
            equal(link.certificate.signatureValue, certificate.signatureValue) &&
            equal(link.certificate.der, certificate.der),
        )
      )
        same.push({ certificate, ref: { from, index } });
    }
  }

  /** From the names of the store downwards, name by name. */
  #measure(): void {
    const byIssuer = new Map<string, string[]>();
    for (const links of this.#bySubject.values())
      for (const { certificate } of links) {
        const below = byIssuer.get(certificate.issuer.canonical) ?? [];
        byIssuer.set(certificate.issuer.canonical, below);
        below.push(certificate.subject.canonical);
      }
    let names = this.#input.store.map((anchor) => anchor.subject.canonical);
    for (let distance = 0; names.length > 0; distance++) {
      const next: string[] = [];
      for (const name of names) {
        if (this.#distance.has(name)) continue;
        this.#distance.set(name, distance);
        for (const below of byIssuer.get(name) ?? []) next.push(below);
      }
      names = next;
    }
  }

  #far({ certificate, ref }: Link): number {
    if (ref.from === 'store') return 0;
    return 1 + (this.#distance.get(certificate.issuer.canonical) ?? Number.MAX_SAFE_INTEGER);
  }

  #likelihood({ certificate, ref }: Link, child: Certificate): number {
    const wanted = child.extensions.authorityKeyIdentifier?.keyIdentifier;
    const own = certificate.extensions.subjectKeyIdentifier;
    const match = wanted === undefined || own === undefined ? 0 : equal(wanted, own) ? 1 : -1;
    const { at } = this.#input;
    const valid = certificate.notBefore <= at && at <= certificate.notAfter;
    return (
      8 * match +
      4 * Number(valid) +
      2 * Number(certificate.extensions.basicConstraints?.cA === true) +
      Number(ref.from === 'store')
    );
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

/** No entity twice: same name and same key would only go in circles (RFC 4158 §2.4.2). */
function isInPath(certificate: Certificate, path: readonly Link[]): boolean {
  return path.some(
    ({ certificate: other }) =>
      other.subject.canonical === certificate.subject.canonical &&
      equal(other.subjectPublicKeyInfo, certificate.subjectPublicKeyInfo),
  );
}
