/** Words of the share dialog and of present mode. */
import { catalog } from './catalog.ts';
import { present, share } from './en/share.ts';

export type ShareWords = typeof share;
export type PresentWords = typeof present;

export const shareWords = catalog<ShareWords>('share', share);
export const presentWords = catalog<PresentWords>('present', present);
