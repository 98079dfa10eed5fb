/** What a part shows beside text and run, by the name in its data. Each loads when it is first shown. */
import type { ComponentType } from 'react';
import type { Step, Trace } from '../../lab/trace.ts';
import type { LessonEvidence, LessonWidget } from '../../lesson/lessons/model.ts';
import { late } from '../late/late.tsx';

type OfRun = ComponentType<{ readonly trace: Trace }>;

/** Evidence may lead to the steps where it is seen. */
type OfStep = ComponentType<{
  readonly trace: Trace;
  readonly current: Step;
  readonly onStep: (step: number) => void;
}>;

export const widgets: Readonly<Record<LessonWidget, OfRun>> = {
  'small-numbers': late(() => import('./small-numbers.tsx').then((module) => module.SmallNumbers)),
  notebook: late(() => import('./notebook.tsx').then((module) => module.Notebook)),
  timeline: late(() => import('./timeline-widget.tsx').then((module) => module.TimelineWidget)),
};

export const evidences: Readonly<Record<LessonEvidence, OfStep>> = {
  'stolen-key': late(() => import('../attack/stolen-key.tsx').then((module) => module.StolenKey)),
  'classic-steps': late(() => import('../crypto/classic-steps.tsx').then((module) => module.ClassicSteps)),
  'suite-parts': late(() => import('./suite-parts.tsx').then((module) => module.SuiteParts)),
};
