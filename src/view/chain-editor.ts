/** What the server has and sends, as an ordered list that the learner edits. */
import type { ChainItem, Scenario } from '../lab/scenario.ts';

/** From the leaf upwards; what stands outside the chain comes last. */
const natural: readonly ChainItem[] = ['leaf', 'sub-ca', 'intermediate', 'cross-sign', 'root', 'unrelated'];

/** What could still be put into the message. @public */
export function spareItems({ server }: Scenario): readonly ChainItem[] {
  return natural.filter(
    (item) => !server.sends.includes(item) && (item !== 'sub-ca' || server.faults.includes('path-length')),
  );
}

/** The list with one entry taken out, or put in where it belongs: before the first that stands above it. */
export function toggledItem(sends: readonly ChainItem[], item: ChainItem): readonly ChainItem[] {
  if (sends.includes(item)) return sends.filter((other) => other !== item);
  const rank = natural.indexOf(item);
  const at = sends.findIndex((other) => natural.indexOf(other) > rank);
  return at < 0 ? [...sends, item] : [...sends.slice(0, at), item, ...sends.slice(at)];
}
