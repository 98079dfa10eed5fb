/** What a part shows beside text and run, by the name in its data. Each loads when it is first shown. */
import { lazy, type ComponentType } from 'react';
import type { Step, Trace } from '../../lab/trace.ts';
import type { LessonEvidence, LessonWidget } from '../../lesson/lessons/model.ts';

type OfRun = ComponentType<{ readonly trace: Trace }>;

/** Evidence may lead to the steps where it is seen. */
type OfStep = ComponentType<{
  readonly trace: Trace;
  readonly current: Step;
  readonly onStep: (step: number) => void;
}>;

export const widgets: Readonly<Record<LessonWidget, OfRun>> = {
  'small-numbers': lazy(() =>
    import('./small-numbers.tsx').then((module) => ({ default: module.SmallNumbers })),
  ),
  notebook: lazy(() => import('./notebook.tsx').then((module) => ({ default: module.Notebook }))),
  timeline: lazy(() =>
    import('./timeline-widget.tsx').then((module) => ({ default: module.TimelineWidget })),
  ),
};

export const evidences: Readonly<Record<LessonEvidence, OfStep>> = {
  'stolen-key': lazy(() =>
    import('../attack/stolen-key.tsx').then((module) => ({ default: module.StolenKey })),
  ),
  'classic-steps': lazy(() =>
    import('../crypto/classic-steps.tsx').then((module) => ({ default: module.ClassicSteps })),
  ),
  'suite-parts': lazy(() => import('./suite-parts.tsx').then((module) => ({ default: module.SuiteParts }))),
};
