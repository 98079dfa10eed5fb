/** What a part shows beside text and run, by the name in its data. Each loads when it is first shown. */
import { lazy, type ComponentType } from 'react';
import type { Trace } from '../../lab/trace.ts';
import type { LessonEvidence, LessonWidget } from '../../lesson/lessons/model.ts';

type OfRun = ComponentType<{ readonly trace: Trace }>;

export const widgets: Readonly<Record<LessonWidget, OfRun>> = {
  'small-numbers': lazy(() =>
    import('./small-numbers.tsx').then((module) => ({ default: module.SmallNumbers })),
  ),
  notebook: lazy(() => import('./notebook.tsx').then((module) => ({ default: module.Notebook }))),
  timeline: lazy(() =>
    import('./timeline-widget.tsx').then((module) => ({ default: module.TimelineWidget })),
  ),
};

export const evidences: Readonly<Record<LessonEvidence, OfRun>> = {
  'stolen-key': lazy(() =>
    import('../attack/stolen-key.tsx').then((module) => ({ default: module.StolenKey })),
  ),
  'suite-parts': lazy(() => import('./suite-parts.tsx').then((module) => ({ default: module.SuiteParts }))),
};
