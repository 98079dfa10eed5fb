/** Words of the questions of the closing check. */
import { catalog } from './catalog.ts';
import { closing } from './en/lessons/closing.ts';

export const closingWords = catalog<typeof closing>({ en: closing });
