/** The walk where nothing is trusted: each way to its end, to show where it leads and everything that is wrong with it. */
import type { Certificate } from '../model.ts';
import { type Links, topOf } from './build.ts';
import { type Context, isSelfIssued, type Link, type Path } from './check.ts';
import { Pool } from './pool.ts';

/** Complete paths and dead ends. A link that is known to be forged is not followed a second time. */
export function* allPaths({ input, signatures, budget }: Context): Generator<Path, void> {
  const [certificate] = input.sent;
  if (certificate === undefined) return;
  const leaf: Link = { certificate, ref: { from: 'sent', index: 0 } };
  const pool = new Pool(input);
  const whole = pool.isStored(leaf.certificate);
  const forged = new Map<Certificate, Set<Certificate>>();

  yield* extend([leaf]);

  function isOldForgery(child: Certificate, issuer: Certificate): boolean {
    if (!signatures.isRefuted(child, issuer)) return false;
    const seen = forged.get(child) ?? new Set();
    forged.set(child, seen);
    return seen.has(issuer) || !seen.add(issuer);
  }

  function* extend(links: Links): Generator<Path, void> {
    const top = topOf(links);
    if (top.ref.from === 'store' || (links.length === 1 && whole)) {
      yield { links, end: 'anchor' };
      return;
    }
    const issuers = pool.issuersFor(links);
    if (issuers.length === 0) {
      yield { links, end: isSelfIssued(top.certificate) ? 'self-issued' : 'no-issuer' };
      return;
    }
    for (const issuer of issuers) {
      if (isOldForgery(top.certificate, issuer.certificate)) continue;
      if (!budget.takeStep()) {
        yield { links: [leaf], end: 'budget' };
        return;
      }
      if (pool.isTooLong(links, issuer)) yield { links, end: 'limit' };
      else yield* extend([...links, issuer]);
      if (!budget.hasSteps) return;
    }
  }
}
