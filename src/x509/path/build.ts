/**
 * Path building, RFC 4158: from the leaf towards a trust anchor, depth first, the likeliest issuer first,
 * in whatever order the certificates came.
 *
 * There are two walks. `promisingPaths` gives a path up as soon as its newest certificate brings a fault
 * that nothing above can mend, so among thousands of cross-signed authorities it soon finds the way that
 * holds, if there is one. `allPaths` runs only where there is none: it follows each way to its end, to show
 * where it leads and everything that is wrong with it.
 */
import type { Context, Link, Path } from './check.ts';
import { checkModules } from './checks/index.ts';
import { Pool } from './pool.ts';

export type Links = readonly [Link, ...Link[]];

/**
 * Tells `consider` of paths that reach an anchor, and of those given up on the way, in the order they were tried;
 * until it is content with one.
 */
export async function promisingPaths(
  context: Context,
  consider: (path: Path) => boolean | Promise<boolean>,
): Promise<void> {
  const { input, budget } = context;
  const [certificate] = input.sent;
  if (certificate === undefined) return;
  const leaf: Link = { certificate, ref: { from: 'sent', index: 0 } };
  const pool = new Pool(input);
  const whole = pool.isStored(leaf.certificate);
  // A leaf that cannot pass has no promising path.
  if (await bringsFault({ links: [leaf], end: whole ? 'anchor' : 'no-issuer' }, context)) return;

  await extend([leaf]);

  /** True once `consider` is content. */
  async function extend(links: Links): Promise<boolean> {
    const top = topOf(links);
    if (top.ref.from === 'store' || (links.length === 1 && whole))
      return consider({ links, end: 'anchor', clean: true });
    if (!pool.leadsUp(top.certificate)) return false;
    for (const issuer of pool.issuersFor(links)) {
      if (!budget.takeStep()) return consider({ links: [leaf], end: 'budget' });
      if (issuer.ref.from !== 'store' && !pool.leadsUp(issuer.certificate)) continue;
      if (pool.isTooLong(links, issuer)) continue;
      const longer: Links = [...links, issuer];
      const given = { links: longer, end: 'given-up' } as const;
      const done = (await bringsFault(given, context)) ? consider(given) : extend(longer);
      if (await done) return true;
      if (!budget.hasSteps) return false;
    }
    return false;
  }
}

export function topOf(links: Links): Link {
  return links.at(-1) ?? links[0];
}

/** Whether the last certificate of a path brings a fault. Signatures cost most and come last. */
async function bringsFault(path: Path, context: Context): Promise<boolean> {
  const index = path.links.length - 1;
  for (const { faultAt } of cheapestFirst) {
    const found = faultAt?.(path, index, context);
    if ((found instanceof Promise ? await found : found) !== undefined) return true;
  }
  return false;
}

const cheapestFirst = checkModules.toSorted(
  (a, b) => Number(a.id === 'signature') - Number(b.id === 'signature'),
);
