/** English: title of each lesson, and what it is about. */
import type { LessonSlug } from '../lessons/lessons.ts';

export const lessonTitles: Readonly<Record<LessonSlug, readonly [title: string, about: string]>> = {
  'what-for': ['What a handshake is for', 'start here'],
  'who-are-you': ['Who are you?', 'the server certificate, and what it does not promise'],
  'chain-of-trust': ['The chain of trust', 'root, intermediate, leaf, and the one that is missing'],
  offices: ['The offices behind a certificate', 'request, check, sign, publish, revoke'],
  'nobody-changed': ['Nobody changed a word', 'transcript, Finished, and Mallory'],
};
