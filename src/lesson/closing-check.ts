/** Words of the closing check around its questions. */
import { catalog } from './catalog.ts';
import { closingCheck as closingCheckInGerman } from './de/closing-check.ts';
import { closingCheck } from './en/closing-check.ts';

export const closingCheckWords = catalog<typeof closingCheck>({ en: closingCheck, de: closingCheckInGerman });
