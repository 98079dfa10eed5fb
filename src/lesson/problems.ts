/** Words of the calm pages and of the strip under the top bar. */
import { catalog } from './catalog.ts';
import { problems } from './en/problems.ts';

export type ProblemWords = typeof problems;

export const problemWords = catalog<ProblemWords>('problems', problems);
