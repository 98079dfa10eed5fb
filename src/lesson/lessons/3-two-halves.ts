/** Lesson 3: Diffie-Hellman with small numbers, the real X25519 of the run, and the hybrid with ML-KEM. */
import { presets } from '../../lab/presets.ts';
import type { DhGroupId, Scenario } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { suiteScenario } from '../../lab/suite-scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { catalog } from '../catalog.ts';
import { twoHalves as inGerman } from '../de/lessons/two-halves.ts';
import { twoHalves } from '../en/lessons/two-halves.ts';
import { factsOf } from './facts.ts';
import { inTheClear } from './in-the-clear.ts';
import type { Lesson } from './model.ts';

const { tls13 } = presets;
const mallory = presets['attack-server-key-exchange'];

/** TLS_DHE_RSA_WITH_AES_128_GCM_SHA256. */
const dhe = scenarioOf(0x009e);
/** TLS_ECDH_anon_WITH_AES_128_CBC_SHA. */
const anonymous = applyPatch(scenarioOf(0xc018), { network: mallory.network });

const primes: readonly DhGroupId[] = ['ffdhe2048', 'ffdhe3072', 'modp1024'];

const x25519 = '001d';
const hybrid = '11ec';
const secp256r1MlKem768 = 0x11eb;
/** x25519, secp256r1, secp384r1, secp521r1. */
const curves = [x25519, '0017', '0018', '0019'];

export const lesson: Lesson = {
  words: catalog({ en: twoHalves, de: inGerman }),
  parts: [
    {
      id: 'small',
      scenario: dhe,
      step: 'server_key_exchange',
      tab: 'bytes',
      field: 'ServerKeyExchange.params',
      rows: ['server_key_exchange', 'client_key_exchange', 'derive_key_block'],
      widget: 'small-numbers',
      answer: (trace) => {
        const crossed = (name: RegExp): boolean =>
          trace.secrets.some((secret) => name.test(secret.name) && inTheClear(trace, secret.bytes));
        if (crossed(/private_key$/)) return 'numbers';
        return crossed(/^premaster_secret$/) || factsOf(trace).operation('rsa-encrypt') ? 'secret' : 'halves';
      },
      change: {
        options: primes,
        initial: 'ffdhe2048',
        solution: 'ffdhe3072',
        apply: (scenario, value) => {
          const dhGroup = primes.find((prime) => prime === value);
          return dhGroup && applyPatch(scenario, { server: { dhGroup } });
        },
        done: (trace) => trace.outcome.kind === 'completed' && trace.scenario.server.dhGroup === 'ffdhe3072',
      },
    },
    {
      id: 'x25519',
      scenario: withGroup(tls13, x25519),
      step: 'derive_handshake_keys',
      tab: 'crypto',
      operation: 'agree',
      covers: 'panels',
      rows: ['client_hello', 'server_hello', 'derive_handshake_keys'],
      answer: (trace) => {
        const [own, theirs] = factsOf(trace).operation('agree', 'derive_handshake_keys')?.inputs ?? [];
        if (own?.secrecy !== 'secret') return 'both-public';
        if (theirs?.name.includes('certificate') === true) return 'certificate';
        return theirs?.secrecy === 'secret' ? 'both-private' : 'one-each';
      },
      change: {
        options: curves,
        initial: x25519,
        solution: '0017',
        apply: withGroup,
        done: (trace) =>
          trace.outcome.kind === 'completed' && trace.negotiated.group !== Number.parseInt(x25519, 16),
      },
    },
    {
      id: 'whose',
      scenario: mallory,
      step: 'server_key_exchange',
      tab: 'bytes',
      field: 'ServerKeyExchange.params',
      covers: 'run',
      answer: noticedAt,
      change: {
        options: ['signed', 'anonymous'],
        initial: 'signed',
        solution: 'anonymous',
        apply: (_, value) => ({ signed: mallory, anonymous })[value],
        done: (trace) => noticedAt(trace) === 'finished',
      },
      more: '#/attack?v=1&s=attack-server-key-exchange',
    },
    {
      id: 'hybrid',
      scenario: tls13,
      step: 'derive_handshake_keys',
      tab: 'crypto',
      operation: 'concatenate',
      rows: ['client_hello', 'server_hello', 'derive_handshake_keys'],
      answer: (trace) => {
        const whole = factsOf(trace).operation('concatenate', 'derive_handshake_keys');
        return (whole?.inputs.length ?? 1) > 1 ? 'half' : 'all';
      },
      change: {
        options: [hybrid, '11eb', x25519],
        initial: hybrid,
        solution: x25519,
        apply: withGroup,
        done: (trace) =>
          trace.outcome.kind === 'completed' && trace.negotiated.group === Number.parseInt(x25519, 16),
      },
    },
  ],
};

function scenarioOf(suite: number): Scenario {
  const scenario = suiteScenario(suite);
  if (!scenario) throw new Error(`suite ${suite} does not run`);
  return scenario;
}

/** The browser offers this group alone, by its code in hex, with a share. */
function withGroup(scenario: Scenario, code: string): Scenario {
  const group = Number.parseInt(code, 16);
  return applyPatch(scenario, {
    browser: { groups: [group], keyShares: [group] },
    server: { groups: [...tls13.server.groups, secp256r1MlKem768] },
  });
}

/** Where Mallory's change came to light. */
function noticedAt({ outcome, steps }: Trace): string {
  if (outcome.kind !== 'failed') return 'nobody';
  return steps[outcome.step]?.id === 'verify_signature' ? 'signature' : 'finished';
}
