/** Words of the Lab's frame: top bar, ladder, player, notices, calm pages. */
import { catalog } from './catalog.ts';
import { lab } from './en/lab.ts';

export type LabWords = typeof lab;

export const labWords = catalog<LabWords>('lab', lab);
