/** English: title of each lesson, and what it is about. */
import type { LessonSlug } from '../lessons/lessons.ts';

export const lessonTitles: Readonly<Record<LessonSlug, readonly [title: string, about: string]>> = {
  'what-for': ['What a handshake is for', 'start here'],
  eavesdropper: ['What the eavesdropper sees', 'names, sizes and times'],
  'two-halves': ['Two halves of a secret', 'from small numbers to ML-KEM'],
  envelope: ['The secret in an envelope', 'RSA key exchange, and the stolen key'],
  'suite-names': ['Reading a suite’s name', 'four families of algorithms'],
  'who-are-you': ['Who are you?', 'the server certificate, and what it does not promise'],
  'chain-of-trust': ['The chain of trust', 'root, intermediate, leaf, and the one that is missing'],
  offices: ['The offices behind a certificate', 'request, check, sign, publish, revoke'],
  'nobody-changed': ['Nobody changed a word', 'transcript, Finished, and Mallory'],
  'asks-back': ['The server asks back', 'client certificates and mutual TLS'],
  'two-versions': ['TLS 1.2 against 1.3', 'round trips, resumption and 0-RTT'],
  'thirty-years': ['Thirty years', 'from SSL 1.0 to post-quantum'],
};
