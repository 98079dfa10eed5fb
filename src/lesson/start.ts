/** Words of the start page. */
import { catalog } from './catalog.ts';
import { start } from './en/start.ts';

export type StartWords = typeof start;

export const startWords = catalog<StartWords>('start', start);
