/** Words of the workshop. */
import { catalog } from './catalog.ts';
import { workshop } from './en/workshop.ts';

export type WorkshopWords = typeof workshop;

export const workshopWords = catalog<WorkshopWords>('workshop', workshop);
