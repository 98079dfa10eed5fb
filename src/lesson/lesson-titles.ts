/** Titles of the lessons, for the lists of them. */
import { catalog } from './catalog.ts';
import { lessonTitles as english } from './en/lesson-titles.ts';

export const lessonTitleWords = catalog<typeof english>('lessonTitles', english);
