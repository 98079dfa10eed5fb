/** Lesson 12: clients and servers of different years. */
import { presets } from '../../../lab/presets.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import { endingOf } from '../evidence.ts';
import type { ClosingQuestion } from './model.ts';

const client = presets['legacy-client'];
const { suites, groups } = presets.tls12.server;

export const thirtyYears: ClosingQuestion = {
  scenarios: [
    ...[0x0300, 0x0301, 0x0302].map((version) => applyPatch(client, { browser: { versions: [version] } })),
    applyPatch(client, { browser: { versions: [0x0303], suites, groups } }),
    presets['legacy-server'],
  ],
  answer: (trace) => endingOf(trace)?.by ?? 'agree',
  step: ({ outcome, steps }) =>
    outcome.kind === 'failed' ? (steps[outcome.step]?.id ?? '') : 'server_hello',
  tab: 'bytes',
  part: 'thirty-years/old-clients',
};
