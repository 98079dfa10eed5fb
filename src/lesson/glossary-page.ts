/** Words of the glossary's page. */
import { catalog } from './catalog.ts';
import { glossaryConfusions as germanConfusions } from './de/glossary-confusions.ts';
import { glossaryPage as germanPage } from './de/glossary-page.ts';
import { glossaryConfusions } from './en/glossary-confusions.ts';
import { glossaryPage } from './en/glossary-page.ts';

export const glossaryPageWords = catalog({ en: glossaryPage, de: germanPage });
export const glossaryConfusionWords = catalog({ en: glossaryConfusions, de: germanConfusions });
