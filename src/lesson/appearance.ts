/** Words of what can be chosen about the look of the page. */
import { catalog } from './catalog.ts';
import { appearance } from './en/appearance.ts';

export type AppearanceWords = typeof appearance;

export const appearanceWords = catalog<AppearanceWords>('appearance', appearance);
