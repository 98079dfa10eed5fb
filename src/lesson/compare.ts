/** Words of the Compare page. */
import { catalog } from './catalog.ts';
import { compare } from './en/compare.ts';

export type CompareWords = typeof compare;

export const compareWords = catalog<CompareWords>('compare', compare);
