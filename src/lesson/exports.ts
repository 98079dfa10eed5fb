/** Words of exports and imports; they come with the menus. */
import { catalog } from './catalog.ts';
import { exportWords as english } from './en/exports.ts';

export type ExportWords = typeof english;

export const exportWords = catalog<ExportWords>('exports', english);
