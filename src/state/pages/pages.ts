/**
 * The pages there are. The Lab is one too; its part of the link is in ../link.ts.
 *
 * To add a page:
 *   1. here: its codec, from ./<page>.ts, or `plainPage` if its link is only its name;
 *   2. ui/pages/page-registry.ts: its lazy component, from ui/<page>/<page>-page.tsx, which draws a
 *      <main> and may put controls into the top bar with <BarControls>.
 * Links, history, navigation and menus follow. A component reads its view with `usePageView('page')`
 * and changes it with `actions.setView('page', { … })`.
 */
import { plainPage, type PageCodec, type PageId } from './page.ts';
import { presentPage } from './present.ts';
import { comparePage } from './compare.ts';
import { suitesPage } from './suites.ts';
import { trustPage } from './trust.ts';
import { workshopPage } from './workshop.ts';
import { checkPage } from './check.ts';
import { glossaryPage } from './glossary.ts';
import { learnPage } from './learn.ts';

export const pageCodecs = {
  // Its link is the Lab's under another name: see ../link.ts.
  attack: plainPage,
  start: plainPage,
  present: presentPage,
  compare: comparePage,
  suites: suitesPage,
  trust: trustPage,
  workshop: workshopPage,
  check: checkPage,
  learn: learnPage,
  glossary: glossaryPage,
  guide: plainPage,
  about: plainPage,
} as const;

/** A page other than the Lab. */
export type OtherPage = keyof typeof pageCodecs;
export type ExistingPage = 'lab' | OtherPage;
/** Pages that show the one current run: their links hold its scenario and step. */
export type RunPage = 'lab' | 'attack';

export type PageViews = {
  readonly [Page in OtherPage]: (typeof pageCodecs)[Page]['initial'];
};

export const initialViews = Object.fromEntries(
  Object.entries(pageCodecs).map(([page, codec]) => [page, codec.initial]),
) as unknown as PageViews;

/** The same table for callers that have the page as a value. */
export const codecs = pageCodecs as unknown as Readonly<Record<OtherPage, PageCodec<PageViews[OtherPage]>>>;

/** What the store starts with when a link asks for this page. */
export function openingView<Page extends OtherPage>(
  page: Page,
  view: PageViews[Page],
): { readonly page: Page; readonly views: PageViews } {
  return { page, views: { ...initialViews, [page]: view } };
}

export function isPage(name: string): name is ExistingPage {
  return name === 'lab' || Object.hasOwn(pageCodecs, name);
}

export function isRunPage(page: ExistingPage): page is RunPage {
  return page === 'lab' || page === 'attack';
}

/** Pages that have nothing to show before a run is there. */
export function needsRun(page: ExistingPage): boolean {
  return isRunPage(page) || showsRun(page) || page === 'start' || page === 'present';
}

/** A name in the navigation and the views behind it; the first one opens. */
export interface Section {
  readonly id: 'lab' | 'suites' | 'trust' | 'learn';
  readonly pages: readonly [ExistingPage, ...ExistingPage[]];
}

const planned: readonly (readonly [Section['id'], readonly PageId[]])[] = [
  ['lab', ['lab', 'compare', 'attack']],
  ['suites', ['suites']],
  ['trust', ['trust', 'workshop', 'check']],
  ['learn', ['learn', 'glossary', 'guide', 'about']],
];

/** The navigation: sections that have a page. */
export const sections: readonly Section[] = planned.flatMap(([id, names]) => {
  const [first, ...others] = names.filter(isPage);
  return first === undefined ? [] : [{ id, pages: [first, ...others] as const }];
});

export function sectionOf(page: ExistingPage): Section | undefined {
  return sections.find((section) => section.pages.includes(page));
}

/** Pages that show the run of the store: their links carry its scenario. */
export function showsRun(page: ExistingPage): boolean {
  return page === 'trust';
}
