/** German: from the Lab into a lesson. */
import type { learnLink as english } from '../en/learn-link.ts';

export const learnLink: typeof english = { about: 'Dazu lernen' };
