import { describe, expect, it } from 'vitest';
import { createDeterministicProvider } from '../crypto/provider/deterministic.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { leavesOf } from '../bytes/field.ts';
import { toHex } from '../bytes/hex.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { issueDemoPki } from '../authority/issue.ts';
import type { DemoPki } from '../authority/pki.ts';
import type { AttackScenarioId } from './attacks.ts';
import { presetOrder, presets, presetWorks } from './presets.ts';
import { run, type RunEnvironment } from './run.ts';
import { isAttack, type Scenario, type ScenarioId } from './scenario.ts';
import type { MessageStep, Trace } from './trace.ts';
import { trustGroups, type TrustScenarioId } from './trust-scenarios.ts';

const clock = Date.UTC(2026, 10, 23, 19, 17);
const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: crypto.subtle });
const environment: RunEnvironment = {
  provider,
  now: () => performance.now(),
  wallClock: () => clock,
  issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
};

const ids = (trace: Trace): string[] => trace.steps.map((step) => step.id);

const handshake = [
  'client_hello',
  'server_hello',
  'derive_handshake_keys',
  'encrypted_extensions',
  'certificate',
  'validate_chain',
  'certificate_verify',
  'verify_signature',
  'finished',
  'derive_application_keys',
  'client_finished',
];
const data = ['application_data_1', 'application_data_2', 'close_notify'];
const clientAuth = (answer: string[]): string[] => [
  ...handshake.slice(0, 4),
  'certificate_request',
  ...handshake.slice(4, 10),
  ...answer,
  'client_finished',
];
const resumed = [
  'client_hello',
  'verify_binder',
  'server_hello',
  'derive_handshake_keys',
  'encrypted_extensions',
];
const handshake12 = [
  'client_hello',
  'server_hello',
  'certificate',
  'validate_chain',
  'server_key_exchange',
  'verify_signature',
  'server_hello_done',
  'client_key_exchange',
  'derive_key_block',
  'client_change_cipher_spec',
  'client_finished',
  'change_cipher_spec',
  'finished',
];
const data12 = ['application_data_1', 'application_data_2', 'close_notify', 'close_notify_2'];

const expected: Record<
  Exclude<ScenarioId, AttackScenarioId>,
  { steps?: string[]; fails?: { code: string; alert: string; at: string; by: string } }
> = {
  tls13: { steps: [...handshake, ...data] },
  'rsa-certificate': { steps: [...handshake, ...data] },
  'client-certificate': {
    steps: [
      ...clientAuth([
        'client_certificate',
        'validate_client_chain',
        'client_certificate_verify',
        'verify_client_signature',
      ]),
      ...data,
    ],
  },
  'client-certificate-none': { steps: [...clientAuth(['client_certificate']), ...data] },
  'hello-retry-request': {
    steps: ['client_hello', 'hello_retry_request', 'client_hello_2', ...handshake.slice(1), ...data],
  },
  'post-quantum-certificate': { steps: [...handshake, ...data] },
  'key-update': {
    steps: [
      ...handshake,
      'application_data_1',
      'application_data_2',
      'key_update',
      'key_update_2',
      'application_data_3',
      'application_data_4',
      'close_notify',
    ],
  },
  resumption: { steps: [...resumed, ...handshake.slice(8), 'new_session_ticket', ...data] },
  'early-data': {
    steps: [
      'client_hello',
      'verify_binder',
      'derive_early_keys',
      'early_data_1',
      ...resumed.slice(2),
      'finished',
      'derive_application_keys',
      'end_of_early_data',
      'client_finished',
      'new_session_ticket',
      'application_data_1',
      'close_notify',
    ],
  },
  'early-data-rejected': {
    steps: [
      'client_hello',
      'verify_binder',
      'derive_early_keys',
      'early_data_1',
      ...resumed.slice(2),
      ...handshake.slice(8),
      'new_session_ticket',
      ...data,
    ],
  },
  'external-psk': { steps: [...resumed, ...handshake.slice(8), ...data] },
  'external-psk-wrong-key': {
    steps: ['client_hello', 'verify_binder', 'alert'],
    fails: { code: 'bad-binder', alert: 'decrypt_error', at: 'verify_binder', by: 'server' },
  },
  'post-handshake-auth': {
    steps: [
      ...handshake,
      'application_data_1',
      'certificate_request',
      'client_certificate',
      'validate_client_chain',
      'client_certificate_verify',
      'verify_client_signature',
      'client_finished_2',
      'application_data_2',
      'close_notify',
    ],
  },
  'no-common-suite': {
    steps: ['client_hello', 'alert'],
    fails: { code: 'no-common-cipher-suite', alert: 'handshake_failure', at: 'client_hello', by: 'server' },
  },
  tls12: { steps: [...handshake12, ...data12] },
  'tls12-rsa-key-exchange': {
    steps: [
      ...handshake12.slice(0, 4),
      'server_hello_done',
      'client_key_exchange',
      'decrypt_premaster_secret',
      ...handshake12.slice(8),
      ...data12,
    ],
  },
  'tls12-client-certificate': {
    steps: [
      ...handshake12.slice(0, 6),
      'certificate_request',
      'server_hello_done',
      'client_certificate',
      'validate_client_chain',
      'client_key_exchange',
      'derive_key_block',
      'client_certificate_verify',
      'verify_client_signature',
      ...handshake12.slice(9),
      ...data12,
    ],
  },
  'tls12-resumption': {
    steps: [
      'client_hello',
      'server_hello',
      'derive_key_block',
      'change_cipher_spec',
      'finished',
      'client_change_cipher_spec',
      'client_finished',
      ...data12,
    ],
  },
  'tls12-psk': {
    steps: [
      'client_hello',
      'server_hello',
      'server_key_exchange',
      'server_hello_done',
      ...handshake12.slice(7),
      ...data12,
    ],
  },
  'legacy-client': {
    steps: ['client_hello', 'alert'],
    fails: { code: 'no-common-version', alert: 'protocol_version', at: 'client_hello', by: 'server' },
  },
  'legacy-server': {
    steps: ['client_hello', 'server_hello', 'alert'],
    fails: { code: 'no-common-version', alert: 'protocol_version', at: 'server_hello', by: 'browser' },
  },
  ...trustEnds(),
};

/** Scenarios about certificates end at a verdict on a chain; which one is in trust-scenarios.test.ts. */
function trustEnds(): Record<TrustScenarioId, { steps?: string[] }> {
  const ids = trustGroups.flatMap(({ presets: group }) => group);
  return Object.fromEntries(ids.map((id) => [id, {}])) as Record<TrustScenarioId, { steps?: string[] }>;
}

// What the network does to a run, and who notices, is in network.test.ts and view/attack.test.ts.
const own = presetOrder.filter((id) => !isAttack(id));

describe.each(own)('scenario %s', (id) => {
  it('takes its steps and ends as it should', async () => {
    const trace = await run(presets[id], environment);
    const { steps, fails } = expected[id];
    if (steps === undefined) {
      expect(trace.outcome.kind).toBe(presetWorks(id) ? 'completed' : 'failed');
      return;
    }
    expect(ids(trace)).toEqual(steps);
    if (fails === undefined) {
      expect(trace.outcome).toEqual({ kind: 'completed' });
      return;
    }
    if (trace.outcome.kind !== 'failed') throw new Error('completed although it should fail');
    const { step, noticedBy, error } = trace.outcome;
    expect({ code: error.code, alert: error.alert, at: ids(trace)[step], by: noticedBy }).toEqual(fails);
  });

  it('has field trees that tile the bytes of every view', async () => {
    const trace = await run(presets[id], environment);
    const messages = trace.steps.filter((step): step is MessageStep => step.kind === 'message');
    for (const step of messages) {
      for (const view of [step.wire, ...(step.plain ? [step.plain] : [])]) {
        let at = 0;
        for (const leaf of leavesOf(view.field)) {
          if (leaf.start === leaf.end) continue;
          expect(`${step.id} ${leaf.name} ${leaf.start}`).toBe(`${step.id} ${leaf.name} ${at}`);
          at = leaf.end;
        }
        expect(at).toBe(view.bytes.length);
      }
      const shown = step.plain ?? step.wire;
      expect(step.spans.map((span) => toHex(shown.bytes.slice(span.start, span.end))).join('')).toBe(
        toHex(step.content),
      );
    }
  });
});

describe('who knows what', () => {
  it('gives both parties every secret and the eavesdropper none but the constants', async () => {
    const trace = await run(presets.tls13, environment);
    const secret = trace.secrets.filter((value) => value.secrecy === 'secret');
    const shared = secret.filter((value) => !/private_key|signing_key/.test(value.name));
    for (const value of shared)
      expect(`${value.name}: ${Object.keys(value.knownTo).toSorted().join()}`).toMatch(/browser.*server/);
    expect(secret.filter((value) => value.knownTo.eavesdropper).map((value) => value.name)).toEqual([
      'early_secret',
      'derived_early',
    ]);
    expect(trace.secrets.find((value) => value.name === 'early_secret')?.knownTo.eavesdropper?.how).toBe(
      'constant',
    );
    expect(trace.secrets.find((value) => value.name === 'client_random')?.knownTo.eavesdropper?.how).toBe(
      'sees',
    );
  });

  it('lights up for the eavesdropper as soon as a private key share leaks', async () => {
    // The same run, but with the browser's X25519 key printed into its session id: all that follows must follow.
    let leaked: Uint8Array<ArrayBuffer> | undefined;
    const leaky: RunEnvironment = {
      ...environment,
      provider: {
        ...bound(provider),
        generateDhKeyPair: async (curve) => {
          const pair = await provider.generateDhKeyPair(curve);
          leaked ??= pair.value.privateKey;
          return pair;
        },
      },
    };
    const scenario: Scenario = {
      ...presets.tls13,
      browser: { ...presets.tls13.browser, groups: [0x001d], keyShares: [0x001d] },
    };
    const trace = await run(scenario, leaky);
    const { computeKnowledge } = await import('./knowledge.ts');
    const steps = trace.steps.map((step) => ({
      operations: step.operations.map((operation) => ({
        ...operation,
        // What the eavesdropper reads is public: mark the leaked key so.
        inputs: operation.inputs.map((input) =>
          leaked && toHex(input.bytes) === toHex(leaked) ? { ...input, secrecy: 'public' as const } : input,
        ),
      })),
      ...(step.kind === 'message' && {
        message: {
          from: step.from,
          to: step.to,
          content: step.content,
          handshake: true,
          protected: step.level !== 'plaintext',
        },
      }),
    }));
    const names = computeKnowledge(steps)
      .secrets.filter((value) => value.knownTo.eavesdropper && value.secrecy === 'secret')
      .map((value) => value.name);
    expect(names).toContain('shared_secret');
    expect(names).toContain('handshake_secret');
    expect(names).toContain('client_handshake_traffic_secret');
  });
});

it('gives byte-identical traces with a deterministic provider', async () => {
  const pki: DemoPki = await issueDemoPki(ring, { ...presets.tls13, clock });
  const once = (): Promise<Trace> =>
    run(presets.tls13, {
      provider: createDeterministicProvider(7),
      now: () => 0,
      wallClock: () => clock,
      issue: async () => pki,
    });
  const text = (trace: Trace): string =>
    JSON.stringify(trace, (_, value: unknown) => (value instanceof Uint8Array ? toHex(value) : value));
  expect(text(await once())).toBe(text(await once()));
});

it('updates keys in both directions and goes on with them', async () => {
  const trace = await run({ ...presets.tls13, keyUpdate: true }, environment);
  expect(ids(trace).slice(-7)).toEqual([
    'application_data_1',
    'application_data_2',
    'key_update',
    'key_update_2',
    'application_data_3',
    'application_data_4',
    'close_notify',
  ]);
  const opened = trace.steps.filter(
    (step): step is MessageStep => step.kind === 'message' && step.message === 'ApplicationData',
  );
  expect(opened.map((step) => new TextDecoder().decode(step.content))).toEqual([
    presets.tls13.browser.request,
    presets.tls13.server.response,
    presets.tls13.browser.request,
    presets.tls13.server.response,
  ]);
  expect(trace.secrets.map((secret) => secret.name)).toContain('client_application_traffic_secret_1');
});

function bound<T extends object>(object: T): T {
  const methods: Record<string, unknown> = {};
  for (let at: object = object; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const key of Object.getOwnPropertyNames(at)) {
      const value = (object as Record<string, unknown>)[key];
      if (typeof value === 'function' && !(key in methods))
        methods[key] = (value as (...args: unknown[]) => unknown).bind(object);
    }
  }
  return methods as T;
}
