/** How the link of each page other than the Lab is written and read. */
import { comparePage } from './compare.ts';
import { glossaryPage } from './glossary.ts';
import { learnPage } from './learn.ts';
import { plainPage, type PageCodec } from './page.ts';
import type { OtherPage, PageViews } from './pages.ts';
import { presentPage } from './present.ts';
import { suitesPage } from './suites.ts';
import { trustPage } from './trust.ts';

const pageCodecs: { readonly [Page in OtherPage]: PageCodec<PageViews[Page]> } = {
  attack: plainPage,
  start: plainPage,
  present: presentPage,
  compare: comparePage,
  suites: suitesPage,
  trust: trustPage,
  // What is pasted stays in the page, and what lies in a workshop stays in the browser: neither is in a link.
  workshop: plainPage,
  check: plainPage,
  learn: learnPage,
  glossary: glossaryPage,
  guide: plainPage,
  about: plainPage,
};

/** The same table for callers that have the page as a value. */
export const codecs = pageCodecs as unknown as Readonly<Record<OtherPage, PageCodec<PageViews[OtherPage]>>>;
