/**
 * The pages there are, and what each shows when its link says nothing. The Lab is one too; its part of the link
 * is in ../link.ts.
 *
 * To add a page:
 *   1. here: its initial view;
 *   2. codecs.ts: its codec, from ./<page>.ts, or `plainPage` if its link is only its name;
 *   3. ui/pages/page-registry.ts: its late component, from ui/<page>/<page>-page.tsx, which draws a
 *      <main> and may put controls into the top bar with <BarControls>.
 * Links, history, navigation and menus follow. A component reads its view with `usePageView('page')`
 * and changes it with `actions.setView('page', { … })`.
 */
import { tls12Scenario, tls13Scenario } from '../../lab/base-scenarios.ts';
import type { CompareView } from './compare.ts';
import type { GlossaryView } from './glossary.ts';
import type { LearnView } from './learn.ts';
import type { PageId } from './page.ts';
import type { PresentView } from './present.ts';
import type { SuitesView } from './suites.ts';
import type { TrustView } from './trust.ts';

/** What the pages other than the Lab show, each by its own link. */
export interface PageViews {
  // Its link is the Lab's under another name: see ../link.ts.
  readonly attack: object;
  readonly start: object;
  readonly present: PresentView;
  readonly compare: CompareView;
  readonly suites: SuitesView;
  readonly trust: TrustView;
  readonly workshop: object;
  readonly check: object;
  readonly learn: LearnView;
  readonly glossary: GlossaryView;
  readonly guide: object;
  readonly about: object;
}

/** A page other than the Lab. */
export type OtherPage = keyof PageViews;
export type ExistingPage = 'lab' | OtherPage;
/** Pages that show the one current run: their links hold its scenario and step. */
export type RunPage = 'lab' | 'attack';

export const initialViews: PageViews = {
  attack: {},
  start: {},
  present: { demos: [], at: 0 },
  compare: { left: tls12Scenario, right: tls13Scenario, latency: 80 },
  suites: { suite: 0xc02f, query: '', filters: {} },
  trust: { scenario: undefined, chain: 'server', client: undefined },
  workshop: {},
  check: {},
  learn: { lesson: 0, part: 1, check: 0, from: 0 },
  glossary: { term: '', query: '' },
  guide: {},
  about: {},
};

export function isPage(name: string): name is ExistingPage {
  return name === 'lab' || Object.hasOwn(initialViews, name);
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
