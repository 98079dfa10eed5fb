/** Lesson 11: round trips before the request. */
import { roundTripsOf } from '../../../lab/departures.ts';
import { presets } from '../../../lab/presets.ts';
import type { ClosingQuestion } from './model.ts';

export const twoVersions: ClosingQuestion = {
  scenarios: [
    presets.tls12,
    presets.tls13,
    presets['hello-retry-request'],
    presets['tls12-resumption'],
    presets['early-data'],
  ],
  answer: (trace) => String(roundTripsOf(trace)),
  step: ({ steps }) =>
    steps.find((step) => step.kind === 'message' && step.message === 'ApplicationData')?.id ?? '',
  tab: 'bytes',
  part: 'two-versions/round-trips',
};
