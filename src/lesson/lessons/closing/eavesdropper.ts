/** Lesson 2: what Eve reads. */
import { presets } from '../../../lab/presets.ts';
import { readable } from '../evidence.ts';
import type { ClosingQuestion } from './model.ts';

export const eavesdropper: ClosingQuestion = {
  scenarios: [presets.tls13, presets.tls12, presets['attack-null']],
  answer: (trace) =>
    readable(trace, 'application_data_1') ? 'page' : readable(trace, 'certificate') ? 'certificate' : 'name',
  step: (trace) => (readable(trace, 'application_data_1') ? 'application_data_1' : 'certificate'),
  tab: 'bytes',
  part: 'eavesdropper/certificate',
};
