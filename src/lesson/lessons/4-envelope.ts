/** Lesson 4: RSA key exchange as most texts tell it; the stolen key and the recording; why it was removed. */
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { suiteScenario } from '../../lab/suite-scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { catalog } from '../catalog.ts';
import { envelope as inGerman } from '../de/lessons/envelope.ts';
import { envelope } from '../en/lessons/envelope.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './model.ts';

const rsa = presets['tls12-rsa-key-exchange'];
const oldBrowser = applyPatch(rsa, {
  server: { versions: [0x0304], suites: presets.tls13.server.suites, groups: presets.tls13.server.groups },
});

/** Suites that put the secret into an envelope: TLS_RSA_WITH_AES_128_CBC_SHA256, AES_256_CBC_SHA256, AES_256_GCM_SHA384. */
const envelopes = ['003c', '003d', '009d'];

/** By the way in which the secret is made. */
const exchanges: Readonly<Record<string, Scenario | undefined>> = {
  rsa: presets['attack-stolen-key-rsa'],
  // TLS_ECDH_ECDSA_WITH_AES_128_GCM_SHA256: the half of the server is in its certificate.
  static: suiteScenario(0xc02d),
  ephemeral: presets['attack-stolen-key-ecdhe'],
  tls13: presets.tls13,
};

/** Where Mallory strikes, counted from the first byte of the record; the envelope begins at 11. */
const places = ['20', '140', '266'];

export const lesson: Lesson = {
  words: catalog({ en: envelope, de: inGerman }),
  parts: [
    {
      id: 'inside',
      scenario: rsa,
      step: 'client_key_exchange',
      tab: 'crypto',
      operation: 'rsa-encrypt',
      covers: 'panels',
      rows: ['certificate', 'client_key_exchange', 'decrypt_premaster_secret', 'derive_key_block'],
      answer: (trace) => {
        const inside = factsOf(trace).operation('rsa-encrypt')?.inputs[1]?.name;
        return inside === 'premaster_secret' ? 'premaster' : inside === 'main_secret' ? 'main' : 'key';
      },
      change: {
        options: envelopes,
        initial: '003c',
        solution: '003d',
        apply: (scenario, code) => onlySuite(scenario, code),
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          factsOf(trace).length('client_write_key') > 16 &&
          factsOf(trace).operation('rsa-encrypt') !== undefined,
      },
    },
    {
      id: 'proof',
      scenario: rsa,
      step: 'decrypt_premaster_secret',
      otherwise: 'server_key_exchange',
      tab: 'crypto',
      operation: ['rsa-decrypt', 'sign'],
      covers: 'panels',
      answer: (trace) => {
        const signs = factsOf(trace).operation('sign') !== undefined;
        const decrypts = factsOf(trace).operation('rsa-decrypt') !== undefined;
        return signs ? 'signs' : decrypts ? 'decrypts' : 'data';
      },
      change: {
        // TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256.
        options: ['003c', 'c02f'],
        initial: '003c',
        solution: 'c02f',
        apply: (scenario, code) => onlySuite(scenario, code),
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          factsOf(trace).operation('sign', 'server_key_exchange') !== undefined,
      },
    },
    {
      id: 'theft',
      scenario: presets['attack-stolen-key-rsa'],
      step: 'application_data_1',
      tab: 'bytes',
      evidence: 'stolen-key',
      answer: (trace) => {
        const { opened, of } = factsOf(trace).theft();
        return opened === of ? 'all' : opened === 0 ? 'nothing' : 'some';
      },
      change: {
        options: ['rsa', 'static', 'ephemeral', 'tls13'],
        initial: 'rsa',
        solution: 'ephemeral',
        apply: (_, value) => exchanges[value],
        done: (trace) => trace.outcome.kind === 'completed' && factsOf(trace).theft().opened === 0,
      },
      more: '#/attack?v=1&s=attack-stolen-key-rsa',
    },
    {
      id: 'oracle',
      scenario: struckAt('20'),
      step: 'client_key_exchange',
      tab: 'bytes',
      field: 'EncryptedPreMasterSecret',
      covers: 'run',
      answer: (trace) => {
        const { outcome, steps } = trace;
        if (outcome.kind !== 'failed') return 'never';
        const id = steps[outcome.step]?.id ?? '';
        return /^client_key_exchange$|^decrypt_/.test(id) ? 'at-once' : 'later';
      },
      change: {
        options: places,
        initial: '20',
        solution: '266',
        apply: (_, place) => struckAt(place),
        done: (trace) => trace.outcome.kind === 'failed' && struckPlace(trace) !== 20,
      },
    },
    {
      id: 'gone',
      scenario: oldBrowser,
      step: 'client_hello',
      tab: 'bytes',
      field: 'cipher_suites',
      covers: 'run',
      answer: ({ outcome }) =>
        outcome.kind === 'completed'
          ? 'completed'
          : outcome.kind === 'failed' && outcome.error.alert === 'protocol_version'
            ? 'version'
            : 'suite',
      change: {
        options: ['old', 'new'],
        initial: 'old',
        solution: 'new',
        apply: (scenario, value) =>
          value === 'new' ? presets['rsa-certificate'] : value === 'old' ? scenario : undefined,
        done: (trace) => trace.outcome.kind === 'completed' && factsOf(trace).version === 'TLS 1.3',
      },
    },
  ],
};

function onlySuite(scenario: Scenario, code: string): Scenario {
  const suites = [Number.parseInt(code, 16)];
  return applyPatch(scenario, { browser: { suites }, server: { suites } });
}

/** One bit of ClientKeyExchange is flipped on its way. */
function struckAt(place: string): Scenario {
  return applyPatch(rsa, {
    network: [{ on: 'client_key_exchange', act: 'flip', at: Number(place), mask: 0x01 }],
  });
}

function struckPlace({ scenario }: Trace): number | undefined {
  const [act] = scenario.network;
  return act?.act === 'flip' ? act.at : undefined;
}
