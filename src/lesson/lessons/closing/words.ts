/** Words of the questions. */
import { catalog } from '../../catalog.ts';
import { closing as closingInGerman } from '../../de/lessons/closing.ts';
import { closing } from '../../en/lessons/closing.ts';

export const closingWords = catalog<typeof closing>({ en: closing, de: closingInGerman });
