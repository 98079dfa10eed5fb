/** Holdings of a party of whom nothing is known: who was outside, or whom only a capture knows. */
import type { Holdings } from './holdings.ts';

export const noHoldings: Holdings = {
  store: [],
  known: [],
  compromised: [],
  cached: [],
  fetched: [],
  repository: [],
  revocationLists: [],
};
