/** German: title of each lesson, and what it is about. */
import type { lessonTitles as english } from '../en/lesson-titles.ts';

export const lessonTitles: typeof english = {
  'what-for': ['Wozu ein Handshake dient', 'hier beginnen'],
};
