/** Words of the page of the trainer's guide. */
import { catalog } from './catalog.ts';
import { guidePage as german } from './de/guide-page.ts';
import { guidePage } from './en/guide-page.ts';

export const guidePageWords = catalog({ en: guidePage, de: german });
