/** Words of the Suites page. */
import { catalog } from './catalog.ts';
import { suites } from './en/suites.ts';

export type SuitesWords = typeof suites;

export const suitesWords = catalog<SuitesWords>('suites', suites);
