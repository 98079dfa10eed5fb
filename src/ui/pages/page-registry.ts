/** The component of each page, loaded when the page is opened. How to add one: state/pages/pages.ts. */

import type { ExistingPage } from '../../state/pages/pages.ts';
import { AbsentPage } from '../late/absent.tsx';
import { late, type LateComponent } from '../late/late.tsx';

export const pageComponents: Readonly<Record<ExistingPage, LateComponent<object>>> = {
  lab: late(() => import('../app-shell/stage.tsx').then((module) => module.Stage), AbsentPage),
  learn: late(() => import('../learn/learn-page.tsx').then((module) => module.LearnPage), AbsentPage),
  glossary: late(
    () => import('../glossary/glossary-page.tsx').then((module) => module.GlossaryPage),
    AbsentPage,
  ),
  guide: late(() => import('../guide/guide-page.tsx').then((module) => module.GuidePage), AbsentPage),
  about: late(() => import('../about/about-page.tsx').then((module) => module.AboutPage), AbsentPage),
  check: late(() => import('../check/check-page.tsx').then((module) => module.CheckPage), AbsentPage),
  trust: late(() => import('../trust/trust-page.tsx').then((module) => module.TrustPage), AbsentPage),
  workshop: late(
    () => import('../workshop/workshop-page.tsx').then((module) => module.WorkshopPage),
    AbsentPage,
  ),
  attack: late(() => import('../attack/attack-page.tsx').then((module) => module.AttackPage), AbsentPage),
  present: late(() => import('../present/present-page.tsx').then((module) => module.PresentPage), AbsentPage),
  start: late(() => import('../start/start-page.tsx').then((module) => module.StartPage), AbsentPage),
  compare: late(() => import('../compare/compare-page.tsx').then((module) => module.ComparePage), AbsentPage),
  suites: late(() => import('../suites/suites-page.tsx').then((module) => module.SuitesPage), AbsentPage),
};
