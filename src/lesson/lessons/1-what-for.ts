/** Lesson 1: the problem of keys on an open wire; symmetric and public-key; the five classic steps. */
import { equal } from '../../bytes/hex.ts';
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { catalog } from '../catalog.ts';
import { whatFor as german } from '../de/lessons/what-for.ts';
import { whatFor } from '../en/lessons/what-for.ts';
import { factsOf } from './facts.ts';
import { inTheClear } from './in-the-clear.ts';
import type { Lesson } from './model.ts';

const { tls13 } = presets;
const keyTypes = ['ecdsa', 'rsa', 'ed25519'] as const;
/** TLS 1.3 with Diffie-Hellman alone: x25519. The hybrid is for lesson 3. */
const oneCurve = applyPatch(tls13, { browser: { groups: [0x001d], keyShares: [0x001d] } });

export const lesson: Lesson = {
  words: catalog({ en: whatFor, de: german }),
  parts: [
    {
      id: 'wire',
      scenario: tls13,
      step: 'client_hello',
      tab: 'bytes',
      answer: (trace) => {
        const { seen, read } = factsOf(trace).eve;
        return read === seen ? 'all' : read === 0 ? 'none' : 'some';
      },
      change: {
        initial: '/cart',
        solution: '/orders',
        apply: (scenario, path) =>
          /^\/[\x21-\x7e]{0,60}$/.test(path)
            ? applyPatch(scenario, {
                browser: { request: tls13.browser.request.replace('/cart', () => path) },
              })
            : undefined,
        done: (trace) =>
          trace.outcome.kind === 'completed' && trace.scenario.browser.request !== tls13.browser.request,
      },
    },
    {
      id: 'one-key',
      scenario: tls13,
      step: 'application_data_1',
      tab: 'crypto',
      operation: 'seal',
      covers: 'panels',
      rows: ['application_data_1', 'application_data_2'],
      answer: (trace) => {
        const run = factsOf(trace);
        const [closes, opens] = (['seal', 'open'] as const).map(
          (name) => run.operation(name, 'application_data_1')?.inputs[0]?.bytes,
        );
        if (!closes || !opens || !equal(closes, opens)) return 'other';
        return inTheClear(trace, opens) ? 'sent' : 'same';
      },
      change: {
        options: ['1301', '1302', '1303'],
        initial: '1301',
        solution: '1303',
        apply: (scenario, code) => withSuite(scenario, Number.parseInt(code, 16)),
        done: (trace) => trace.outcome.kind === 'completed' && trace.negotiated.suite !== 0x1301,
      },
    },
    {
      id: 'two-keys',
      scenario: tls13,
      step: 'certificate_verify',
      tab: 'crypto',
      operation: ['sign', 'verify'],
      rows: ['certificate', 'certificate_verify', 'verify_signature'],
      answer: (trace) => {
        const key = factsOf(trace).operation('verify', 'verify_signature')?.inputs[0];
        return key?.secrecy === 'public' ? 'public' : 'secret';
      },
      change: {
        options: keyTypes,
        initial: 'ecdsa',
        solution: 'ed25519',
        apply: (scenario, value) => {
          const keyType = keyTypes.find((type) => type === value);
          return keyType && applyPatch(scenario, { server: { keyType } });
        },
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          factsOf(trace).operation('sign', 'certificate_verify')?.algorithm.startsWith('ECDSA') === false,
      },
    },
    {
      id: 'five-steps',
      scenario: presets['tls12-rsa-key-exchange'],
      step: 'client_key_exchange',
      otherwise: 'derive_handshake_keys',
      tab: 'crypto',
      operation: ['rsa-encrypt', 'agree'],
      covers: 'panels',
      evidence: 'classic-steps',
      answer: (trace) => (factsOf(trace).operation('rsa-encrypt') === undefined ? 'not-at-all' : 'encrypted'),
      change: {
        options: ['tls12-rsa-key-exchange', 'tls12', 'tls13'],
        initial: 'tls12-rsa-key-exchange',
        solution: 'tls13',
        apply: (_, value) =>
          value === 'tls13'
            ? oneCurve
            : value === 'tls12' || value === 'tls12-rsa-key-exchange'
              ? presets[value]
              : undefined,
        done: (trace) =>
          trace.outcome.kind === 'completed' && factsOf(trace).operation('rsa-encrypt') === undefined,
      },
      more: '#/compare?v=1&a=tls12-rsa-key-exchange',
    },
  ],
};

function withSuite(scenario: Scenario, suite: number): Scenario {
  return applyPatch(scenario, { server: { suites: [suite] } });
}
