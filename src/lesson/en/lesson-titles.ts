/** English: title of each lesson, and what it is about. */
import type { LessonSlug } from '../lessons/lessons.ts';

export const lessonTitles: Readonly<Record<LessonSlug, readonly [title: string, about: string]>> = {
  'what-for': ['What a handshake is for', 'start here'],
  'asks-back': ['The server asks back', 'client certificates and mutual TLS'],
  'two-versions': ['TLS 1.2 against 1.3', 'round trips, resumption and 0-RTT'],
  'thirty-years': ['Thirty years', 'from SSL 1.0 to post-quantum'],
};
