/** Words of the way from the Lab into a lesson. */
import { catalog } from './catalog.ts';
import { learnLink } from './en/learn-link.ts';

export const learnLinkWords = catalog<typeof learnLink>('learnLink', learnLink);
