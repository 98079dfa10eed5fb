/** Words of "Your chain". */
import { catalog } from './catalog.ts';
import { check } from './en/check.ts';

export type CheckWords = typeof check;

export const checkWords = catalog<CheckWords>('check', check);
