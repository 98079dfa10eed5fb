/**
 * What the page opens with. An address that says no more than "the start page" or "the Lab" is read here; whatever
 * else it may say is for the link codec, which loads then.
 */
import type { LinkFrame } from './link.ts';
import { type ExistingPage, initialViews } from './pages/pages.ts';
import type { Presets } from './pages/page.ts';
import type { LabOptions } from './store.ts';

export type Opening = LinkFrame & Pick<LabOptions, 'start' | 'page' | 'views' | 'linkProblem' | 'presets'>;

export async function readAddress(fragment: string): Promise<Opening> {
  const page = barePages.get(fragment);
  if (page === undefined) return (await import('./link-opening.ts')).openingOf(fragment);
  return { start: {}, page, views: initialViews, presets: loadPresets, embedded: false };
}

const barePages: ReadonlyMap<string, ExistingPage> = new Map([
  ['', 'start'],
  ['#', 'start'],
  ['#/', 'start'],
  ['#/lab', 'lab'],
]);

async function loadPresets(): Promise<Presets> {
  return (await import('../lab/presets.ts')).presets;
}
