/** What the engine's readers and checks found ("must be 0"), in the words of the page. Loaded where a fault is shown. */
import { catalog } from './catalog.ts';
import { sentences } from './en/sentences.ts';

export type SentenceWords = typeof sentences;

export const sentenceWords = catalog<SentenceWords>('sentences', sentences);
