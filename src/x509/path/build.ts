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

/** Paths that reach an anchor, and those given up on the way, in the order they were tried. */
export async function* promisingPaths(context: Context): AsyncGenerator<Path, void> {
  const { input, budget } = context;
  const [certificate] = input.sent;
  if (certificate === undefined) return;
  const leaf: Link = { certificate, ref: { from: 'sent', index: 0 } };
  const pool = new Pool(input);
  const whole = pool.isStored(leaf.certificate);
  // A leaf that cannot pass has no promising path.
  if (await bringsFault({ links: [leaf], end: whole ? 'anchor' : 'no-issuer' }, context)) return;

  yield* extend([leaf]);

  async function* extend(links: Links): AsyncGenerator<Path, void> {
    const top = topOf(links);
    if (top.ref.from === 'store' || (links.length === 1 && whole)) {
      yield { links, end: 'anchor', clean: true };
      return;
    }
    if (!pool.leadsUp(top.certificate)) return;
    for (const issuer of pool.issuersFor(links)) {
      if (!budget.takeStep()) {
        yield { links: [leaf], end: 'budget' };
        return;
      }
      if (issuer.ref.from !== 'store' && !pool.leadsUp(issuer.certificate)) continue;
      if (pool.isTooLong(links, issuer)) continue;
      const longer: Links = [...links, issuer];
      const given = { links: longer, end: 'given-up' } as const;
      if (await bringsFault(given, context)) yield given;
      else yield* extend(longer);
      if (!budget.hasSteps) return;
    }
  }
}

export function topOf(links: Links): Link {
  return links.at(-1) ?? links[0];
}

/** Whether the last certificate of a path brings a fault. Signatures cost most and come last. */
async function bringsFault(path: Path, context: Context): Promise<boolean> {
  const index = path.links.length - 1;
  for (const { faultAt, id } of checkModules) {
    if (id === 'signature') continue;
    const found = faultAt?.(path, index, context);
    if ((found instanceof Promise ? await found : found) !== undefined) return true;
  }
  const signature = checkModules.find(({ id }) => id === 'signature');
  return (await signature?.faultAt?.(path, index, context)) !== undefined;
}
