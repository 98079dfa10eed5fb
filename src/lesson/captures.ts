/** Words about files that come in: captures, key logs, and what cannot be opened. */
import { catalog } from './catalog.ts';
import { captures } from './en/captures.ts';

export type CaptureWords = typeof captures;

export const captureWords = catalog<CaptureWords>('captures', captures);
