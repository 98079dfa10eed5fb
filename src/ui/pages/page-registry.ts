/** The component of each page, loaded when the page is opened. How to add one: state/pages/pages.ts. */
import { lazy } from 'react';
import type { ComponentType } from 'react';
import type { ExistingPage } from '../../state/pages/pages.ts';

export const pageComponents: Readonly<Record<ExistingPage, ComponentType>> = {
  lab: lazy(() => import('../app-shell/stage.tsx').then((module) => ({ default: module.Stage }))),
  learn: lazy(() => import('../learn/learn-page.tsx').then((module) => ({ default: module.LearnPage }))),
  glossary: lazy(() =>
    import('../glossary/glossary-page.tsx').then((module) => ({ default: module.GlossaryPage })),
  ),
  guide: lazy(() => import('../guide/guide-page.tsx').then((module) => ({ default: module.GuidePage }))),
  about: lazy(() => import('../about/about-page.tsx').then((module) => ({ default: module.AboutPage }))),
  check: lazy(() => import('../check/check-page.tsx').then((module) => ({ default: module.CheckPage }))),
  trust: lazy(() => import('../trust/trust-page.tsx').then((module) => ({ default: module.TrustPage }))),
  workshop: lazy(() =>
    import('../workshop/workshop-page.tsx').then((module) => ({ default: module.WorkshopPage })),
  ),
  attack: lazy(() => import('../attack/attack-page.tsx').then((module) => ({ default: module.AttackPage }))),
  present: lazy(() =>
    import('../present/present-page.tsx').then((module) => ({ default: module.PresentPage })),
  ),
  start: lazy(() => import('../start/start-page.tsx').then((module) => ({ default: module.StartPage }))),
  compare: lazy(() =>
    import('../compare/compare-page.tsx').then((module) => ({ default: module.ComparePage })),
  ),
  suites: lazy(() => import('../suites/suites-page.tsx').then((module) => ({ default: module.SuitesPage }))),
};
