/** Words of the questions. */
import { catalog } from '../../catalog.ts';
import { closing } from '../../en/lessons/closing.ts';

export const closingWords = catalog<typeof closing>({ en: closing });
