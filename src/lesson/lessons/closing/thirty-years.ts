/** Lesson 12: clients and servers of different years. */
import { presets } from '../../../lab/presets.ts';
import { applyPatch } from '../../../lab/scenario-patch.ts';
import { endingOf } from '../evidence.ts';
import type { ClosingQuestion } from './model.ts';

const ssl30 = 0x0300;
const tls10 = 0x0301;
const tls11 = 0x0302;
const tls12 = 0x0303;
const client = presets['legacy-client'];
const { suites, groups } = presets.tls12.server;

export const thirtyYears: ClosingQuestion = {
  scenarios: [
    presets['legacy-server'],
    applyPatch(client, { browser: { versions: [tls12], suites, groups } }),
    ...[ssl30, tls10, tls11].map((version) => applyPatch(client, { browser: { versions: [version] } })),
  ],
  answer: (trace) => endingOf(trace)?.by ?? 'agree',
  step: ({ outcome, steps }) =>
    outcome.kind === 'failed' ? (steps[outcome.step]?.id ?? '') : 'server_hello',
  tab: 'bytes',
  part: 'thirty-years/old-clients',
};
