/** Lesson 11: TLS 1.2 against 1.3: round trips, what moved and what vanished; coming back, and 0-RTT with its price. */
import { roundTripsOf } from '../../lab/departures.ts';
import { presets } from '../../lab/presets.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { catalog } from '../catalog.ts';
import { twoVersions as twoVersionsInGerman } from '../de/lessons/two-versions.ts';
import { twoVersions } from '../en/lessons/two-versions.ts';
import { groupWithoutShare } from './evidence.ts';
import type { Lesson } from './model.ts';

const { tls13, tls12, resumption } = presets;
const early = presets['early-data'];
/** TLS_RSA_WITH_AES_128_CBC_SHA256, which only TLS 1.2 knows. */
const oldSuite = 0x003c;
const mixed = applyPatch(tls13, {
  browser: { suites: [oldSuite, ...tls13.browser.suites] },
  server: { suites: [oldSuite, ...tls13.server.suites] },
});

export const lesson: Lesson = {
  words: catalog({ en: twoVersions, de: twoVersionsInGerman }),
  parts: [
    {
      id: 'round-trips',
      scenario: tls12,
      step: 'application_data_1',
      tab: 'bytes',
      answer: (trace) => String(roundTripsOf(trace)),
      change: {
        options: ['tls12', 'tls13'],
        initial: 'tls12',
        solution: 'tls13',
        apply: (_, value) => (value === 'tls12' || value === 'tls13' ? presets[value] : undefined),
        done: (trace) => trace.outcome.kind === 'completed' && roundTripsOf(trace) === 1,
      },
      more: '#/compare',
    },
    {
      id: 'moved',
      scenario: tls13,
      step: 'client_hello',
      tab: 'bytes',
      field: 'key_share',
      answer: (trace) => (groupWithoutShare(trace) === '' ? 'fails' : 'retry'),
      change: {
        options: ['11ec', '001d', '0017', '0018'],
        initial: '11ec',
        solution: '0017',
        apply: (scenario, value) =>
          applyPatch(scenario, { server: { groups: [Number.parseInt(value, 16)] } }),
        done: (trace) => trace.outcome.kind === 'completed' && trace.negotiated.helloRetryRequest,
      },
    },
    {
      id: 'vanished',
      scenario: mixed,
      step: 'server_hello',
      tab: 'negotiation',
      answer: ({ negotiated }) => (negotiated.suite === oldSuite ? 'order' : 'no'),
      change: {
        options: ['all', 'old'],
        initial: 'all',
        solution: 'old',
        apply: (scenario, value) =>
          value === 'old' ? applyPatch(scenario, { browser: { suites: [oldSuite] } }) : scenario,
        done: ({ outcome }) => outcome.kind === 'failed' && outcome.error.code === 'no-common-cipher-suite',
      },
      more: '#/suites',
    },
    {
      id: 'resumption',
      scenario: resumption,
      step: 'client_hello',
      tab: 'bytes',
      field: 'pre_shared_key',
      answer: (trace) => {
        const first = trace.previous && roundTripsOf(trace.previous);
        return String((first ?? 0) - (roundTripsOf(trace) ?? 0));
      },
      change: {
        options: ['resumption', 'tls12-resumption'],
        initial: 'resumption',
        solution: 'tls12-resumption',
        apply: (_, value) =>
          value === 'resumption' || value === 'tls12-resumption' ? presets[value] : undefined,
        done: ({ outcome, negotiated }) => outcome.kind === 'completed' && negotiated.resumed === true,
      },
    },
    {
      id: 'zero-rtt',
      scenario: early,
      step: 'early_data_1',
      otherwise: 'application_data_1',
      tab: 'bytes',
      answer: (trace) => {
        const data = trace.steps.find(({ id }) => id === 'early_data_1');
        if (data === undefined || trace.negotiated.earlyData !== 'accepted') return 'nothing';
        const known = trace.steps.at(-1)?.knowledge.eavesdropper.known ?? [];
        if (known.includes('client_early_traffic_secret')) return 'read';
        // Nothing that the server said is in it, so it fits again.
        const hello = trace.steps.find(({ id }) => id === 'server_hello');
        return data.index < (hello?.index ?? 0) ? 'replay' : 'nothing';
      },
      change: {
        options: ['accept', 'refuse', 'off'],
        initial: 'accept',
        solution: 'refuse',
        apply: (scenario, value) =>
          value === 'accept' || value === 'refuse' || value === 'off'
            ? applyPatch(scenario, { server: { earlyData: value } })
            : undefined,
        done: ({ outcome, negotiated }) =>
          outcome.kind === 'completed' && negotiated.earlyData === 'rejected',
      },
      more: '#/attack?v=1&s=attack-early-replay',
    },
  ],
};
