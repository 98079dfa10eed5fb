/** Lesson 9: transcript, signature and Finished, and what Mallory can change without being noticed. */
import { presets } from '../../lab/presets.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import type { NetworkAct } from '../../lab/scenario.ts';
import { catalog } from '../catalog.ts';
import { nobodyChanged as german } from '../de/lessons/nobody-changed.ts';
import { nobodyChanged } from '../en/lessons/nobody-changed.ts';
import { firstProtected, offersTls13 } from './evidence.ts';
import { factsOf, type RunFacts } from './facts.ts';
import type { Change, Lesson } from './model.ts';

const { tls13, tls12 } = presets;

/** TLS 1.2 as it was before RFC 7627: the keys do not depend on the transcript, so that the Finished alone tells. */
const before7627 = applyPatch(tls12, { browser: { extendedMainSecret: false } });

/** One choice of what Mallory does, by its name. */
function acts(
  choices: Readonly<Record<string, readonly NetworkAct[]>>,
  rest: Pick<Change, 'initial' | 'solution' | 'done'>,
): Change {
  return {
    options: Object.keys(choices),
    apply: (scenario, name) => {
      const network = choices[name];
      return network && applyPatch(scenario, { network });
    },
    ...rest,
  };
}

export const lesson: Lesson = {
  words: catalog({ en: nobodyChanged, de: german }),
  parts: [
    {
      id: 'transcript',
      scenario: tls13,
      step: 'certificate_verify',
      otherwise: 'encrypted_extensions',
      tab: 'crypto',
      operation: 'hash',
      rows: [
        'client_hello',
        'server_hello',
        'derive_handshake_keys',
        'encrypted_extensions',
        'certificate_verify',
      ],
      answer: (trace) => {
        // Its keys hang on the hash over both hellos.
        const first = firstProtected(trace);
        if (first === undefined) return 'nobody';
        return first.id === 'certificate_verify' ? 'signature' : 'keys';
      },
      change: acts(
        {
          nothing: [],
          'server-random': [{ on: 'server_hello', act: 'flip', at: 18, mask: 0x01 }],
          'client-random': [{ on: 'client_hello', act: 'flip', at: 18, mask: 0x01 }],
        },
        {
          initial: 'nothing',
          solution: 'server-random',
          done: (trace) => factsOf(trace).end.code === 'bad-record-mac',
        },
      ),
      more: '#/attack?v=1&s=attack-server-random',
    },
    {
      id: 'finished',
      scenario: before7627,
      step: 'client_finished',
      tab: 'crypto',
      operation: 'prf',
      rows: ['client_hello', 'server_hello', 'server_key_exchange', 'client_finished'],
      answer: (trace) => {
        const key = keyOfFinished(factsOf(trace));
        return key?.secrecy === 'secret' ? 'secret' : 'hash';
      },
      change: acts(
        {
          nothing: [],
          strip: [
            // TLS_ECDHE_ECDSA_ and TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256 are all that is left of the offer.
            { on: 'client_hello', act: 'set', path: 'ClientHello.cipher_suites', bytes: 'cca9cca8' },
          ],
        },
        {
          initial: 'nothing',
          solution: 'strip',
          done: (trace) => factsOf(trace).end.code === 'bad-finished',
        },
      ),
    },
    {
      id: 'downgrade',
      scenario: presets['attack-downgrade'],
      step: 'server_hello',
      tab: 'bytes',
      field: 'ServerHello.random',
      rows: ['client_hello', 'server_hello'],
      // Who offered it closes, who did not goes on.
      answer: (trace) =>
        (factsOf(trace).end.code === 'downgrade-detected') === offersTls13(trace) ? 'offered' : 'every',
      change: {
        options: ['both', 'old'],
        initial: 'both',
        solution: 'old',
        apply: (scenario, offer) =>
          applyPatch(scenario, {
            browser: { versions: offer === 'old' ? [0x0303] : scenario.browser.versions },
            network: offer === 'old' ? [] : scenario.network,
          }),
        done: (trace) => trace.outcome.kind === 'completed' && trace.negotiated.version === 0x0303,
      },
    },
    {
      id: 'records',
      scenario: presets['attack-record'],
      step: 'application_data_1',
      tab: 'crypto',
      covers: 'run',
      operation: 'open',
      answer: (trace) => {
        const open = factsOf(trace).operation('open', 'application_data_1');
        return open?.inputs[0]?.secrecy === 'secret' ? 'tag' : 'nobody';
      },
      change: acts(
        {
          flip: presets['attack-record'].network,
          replay: presets['attack-replay'].network,
          cut: presets['attack-truncation'].network,
        },
        {
          initial: 'flip',
          solution: 'replay',
          done: (trace) => trace.steps.some(({ id }) => id === 'unreadable_record'),
        },
      ),
      more: '#/attack?v=1&s=attack-record',
    },
  ],
};

/** The first input of what makes verify_data: HMAC in TLS 1.3, PRF in TLS 1.2. */
function keyOfFinished(run: RunFacts) {
  return (run.operation('hmac', 'client_finished') ?? run.operation('prf', 'client_finished'))?.inputs[0];
}
