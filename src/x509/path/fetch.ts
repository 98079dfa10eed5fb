/**
 * Path validation by a client that goes and fetches missing issuers: the address stands in
 * authorityInfoAccess, access method caIssuers (RFC 5280 §4.2.2.1).
 *
 * Fetching is the caller's: this module knows no network. What was fetched is trusted no more than what
 * was sent; it only completes the search.
 */
import type { Certificate } from '../model.ts';
import type { PathInput } from './input.ts';
import type { CertificateRef, PathResult } from './result.ts';
import { validatePath } from './validate.ts';

/** What stands at an address; undefined where nothing answers. */
export type FetchIssuer = (url: string) => Certificate | undefined;

/** A chain of addresses that never ends in a root ends here. */
const maxFetches = 4;

/** The result, and what was fetched for it: these follow `input.cached` in references to the cache. */
export async function validateFetching(
  input: PathInput,
  fetch: FetchIssuer | undefined,
): Promise<{ readonly path: PathResult; readonly fetched: readonly Certificate[] }> {
  const fetched: Certificate[] = [];
  const asked = new Set<string>();
  for (;;) {
    const cached = [...input.cached, ...fetched];
    const path = await validatePath({ ...input, cached });
    if (fetch === undefined || path.verdict === 'trusted' || asked.size >= maxFetches)
      return { path, fetched };
    const url = openEnds(path, { ...input, cached })
      .flatMap((certificate) => issuerUrl(certificate) ?? [])
      .find((one) => !asked.has(one));
    if (url === undefined) return { path, fetched };
    asked.add(url);
    const issuer = fetch(url);
    if (issuer) fetched.push(issuer);
  }
}

/** Where the certificate says that its issuer's can be fetched. */
export function issuerUrl(certificate: Certificate): string | undefined {
  return certificate.extensions.authorityInfoAccess?.find(
    ({ method, location }) => method === 'caIssuers' && location.type === 'uniformResourceIdentifier',
  )?.location.value;
}

/** The last certificates of paths that found no trust anchor. */
function openEnds(path: PathResult, input: PathInput): readonly Certificate[] {
  return path.candidates
    .filter(({ checks }) => checks.some(({ id, verdict }) => id === 'trust-anchor' && verdict === 'failed'))
    .flatMap((candidate) => lookUp(candidate.path.at(-1), input) ?? []);
}

function lookUp(ref: CertificateRef | undefined, input: PathInput): Certificate | undefined {
  if (ref === undefined) return undefined;
  const lists = { sent: input.sent, store: input.store, cache: input.cached };
  return lists[ref.from][ref.index];
}
