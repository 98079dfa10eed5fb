/** Words of the help; they come when it is opened. */
import { catalog } from './catalog.ts';
import { help } from './en/help.ts';

export type HelpWords = typeof help;

export const helpWords = catalog<HelpWords>('help', help);
