/** Words of the Learn page. */
import { catalog } from './catalog.ts';
import { learn } from './en/learn.ts';

export type LearnWords = typeof learn;

export const learnWords = catalog<LearnWords>('learn', learn);
