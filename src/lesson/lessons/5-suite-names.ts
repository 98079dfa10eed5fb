/** Lesson 5: the four families of algorithms; a name built and run; what left the name in TLS 1.3. */
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { suiteScenario } from '../../lab/suite-scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { allSuites } from '../../tls/registry/suite-names.ts';
import { tls12SuiteByCode } from '../../tls/registry/suite-parts.ts';
import { catalog } from '../catalog.ts';
import { suiteNames as inGerman } from '../de/lessons/suite-names.ts';
import { suiteNames } from '../en/lessons/suite-names.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './model.ts';

const { tls13 } = presets;
const aes128 = 0x1301;
const aes256 = 0x1302;
const chacha20 = 0x1303;
const keyTypes = ['ecdsa', 'rsa', 'ed25519'] as const;

/** The words a name is made of, family by family. */
export const nameParts = {
  exchange: ['ECDHE', 'DHE', 'ECDH', 'DH', 'RSA', 'PSK'],
  authentication: ['ECDSA', 'RSA', 'DSS', 'PSK'],
  cipher: [
    'AES_128_GCM',
    'AES_256_GCM',
    'AES_128_CBC',
    'CHACHA20_POLY1305',
    'CAMELLIA_128_GCM',
    'ARIA_128_GCM',
    '3DES_EDE_CBC',
    'RC4_128',
    'NULL',
  ],
  hash: ['SHA256', 'SHA384', 'SHA'],
} as const;

export const lesson: Lesson = {
  words: catalog({ en: suiteNames, de: inGerman }),
  parts: [
    {
      id: 'letters',
      // TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256.
      scenario: scenarioOf('c02f'),
      step: 'server_hello',
      tab: 'bytes',
      field: 'ServerHello.cipher_suite',
      evidence: 'suite-parts',
      answer: (trace) => {
        const run = factsOf(trace);
        if (run.operation('rsa-encrypt')) return 'encrypts';
        return run.operation('sign')?.algorithm.startsWith('RSA') === true ? 'signs' : 'data';
      },
      change: {
        // With DHE instead of ECDHE, and with nothing but RSA.
        options: ['c02f', '009e', '009c'],
        initial: 'c02f',
        solution: '009c',
        apply: (_, code) => scenarioOf(code),
        done: (trace) =>
          trace.outcome.kind === 'completed' && factsOf(trace).operation('rsa-encrypt') !== undefined,
      },
    },
    {
      id: 'build',
      // TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256.
      scenario: scenarioOf('c02b'),
      step: 'server_hello',
      tab: 'bytes',
      field: 'ServerHello.cipher_suite',
      covers: 'panels',
      evidence: 'suite-parts',
      answer: (trace) => {
        const hello = factsOf(trace).message('server_hello')?.content ?? new Uint8Array();
        // Behind type, length, version, random and session id.
        const at = 39 + (hello[38] ?? 0);
        const number = ((hello[at] ?? 0) << 8) | (hello[at + 1] ?? 0);
        return number === trace.negotiated.suite ? 'number' : 'text';
      },
      change: {
        lists: nameParts,
        initial: 'ECDHE ECDSA AES_128_GCM SHA256',
        solution: 'DHE RSA CAMELLIA_128_GCM SHA256',
        made: nameOf,
        apply: (_, value) => {
          const name = nameOf(value);
          const [code] = [...allSuites()].find(([, known]) => known === name) ?? [];
          return code === undefined ? undefined : suiteScenario(code);
        },
        done: (trace) => {
          const suite = tls12SuiteByCode(trace.negotiated.suite ?? 0);
          return (
            trace.outcome.kind === 'completed' &&
            suite !== undefined &&
            suite.keyExchange !== 'ECDHE' &&
            suite.cipher !== 'AES_128_GCM'
          );
        },
      },
      more: '#/suites?v=1',
    },
    {
      id: 'hash',
      scenario: scenarioOf('c02f'),
      step: 'application_data_1',
      tab: 'crypto',
      operation: ['hmac', 'seal'],
      covers: 'panels',
      rows: ['derive_key_block', 'client_finished', 'finished', 'application_data_1', 'application_data_2'],
      answer: hashUse,
      change: {
        // The same with CBC and SHA256, and with CBC and SHA.
        options: ['c02f', 'c027', 'c013'],
        initial: 'c02f',
        solution: 'c027',
        apply: (_, code) => scenarioOf(code),
        done: (trace) => trace.outcome.kind === 'completed' && hashUse(trace) !== 'keys',
      },
    },
    {
      id: 'choice',
      scenario: applyPatch(tls13, {
        browser: { suites: [aes128, chacha20, aes256] },
        server: { suites: [chacha20, aes256, aes128] },
      }),
      step: 'server_hello',
      tab: 'negotiation',
      covers: 'panels',
      rows: ['client_hello', 'server_hello'],
      answer: (trace) => factsOf(trace).suite,
      change: {
        options: ['server', 'browser'],
        initial: 'server',
        solution: 'browser',
        apply: (scenario, value) =>
          value === 'server' || value === 'browser'
            ? applyPatch(scenario, { server: { preference: value } })
            : undefined,
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          trace.scenario.server.preference === 'browser' &&
          trace.negotiated.suite === trace.scenario.browser.suites[0],
      },
    },
    {
      id: 'left',
      scenario: tls13,
      step: 'server_hello',
      tab: 'negotiation',
      covers: 'panels',
      evidence: 'suite-parts',
      answer: ({ negotiated, steps }) => {
        const hello = steps.find(({ id }) => id === 'server_hello');
        // A suite of TLS 1.2 fixes the exchange; else ServerHello must have said the group.
        if (tls12SuiteByCode(negotiated.suite ?? 0)) return 'suite';
        return hello?.negotiated.group === undefined ? 'fixed' : 'lists';
      },
      change: {
        options: keyTypes,
        initial: 'ecdsa',
        solution: 'rsa',
        apply: (scenario, value) => {
          const keyType = keyTypes.find((type) => type === value);
          return keyType && applyPatch(scenario, { server: { keyType } });
        },
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          factsOf(trace).operation('sign', 'certificate_verify')?.algorithm.startsWith('ECDSA') === false,
      },
      more: '#/suites?v=1',
    },
  ],
};

/** Both sides offer this suite alone, by its code in hex. */
function scenarioOf(code: string): Scenario {
  const scenario = suiteScenario(Number.parseInt(code, 16));
  if (!scenario) throw new Error(`suite ${code} does not run`);
  return scenario;
}

/** One word stands for both families where they are the same: TLS_RSA_WITH_…, TLS_PSK_WITH_…. */
function nameOf(value: string): string {
  const [exchange = '', authentication = '', cipher = '', hash = ''] = value.split(' ');
  const front = exchange === authentication ? exchange : `${exchange}_${authentication}`;
  return `TLS_${front}_WITH_${cipher}_${hash}`;
}

const hashes: Readonly<Record<string, string>> = { SHA: 'SHA-1', SHA256: 'SHA-256', SHA384: 'SHA-384' };

/** What the hash in the suite's name did in the run: in deriving keys, in the MAC of each record, or in both. */
function hashUse(trace: Trace): string {
  const run = factsOf(trace);
  const named = hashes[run.suite.split('_').at(-1) ?? ''];
  const derives = run.operation('prf')?.algorithm === named;
  const authenticates = run.operation('hmac', 'application_data_1')?.algorithm === named;
  return derives && authenticates ? 'both' : derives ? 'keys' : 'records';
}
