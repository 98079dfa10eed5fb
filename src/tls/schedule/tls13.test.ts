import { describe, expect, it } from 'vitest';
import type { Provider } from '../../crypto/port.ts';
import { createDeterministicProvider } from '../../crypto/provider/deterministic.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { type Operation, Recorder, publicValue } from '../../crypto/recorder.ts';
import { suiteByCode } from '../registry/suites.ts';
import { conformanceFile } from '../testing/conformance.ts';
import { type Rfc8448Trace, replay, withMessageHash } from '../testing/rfc8448.ts';
import simple from '../testing/vectors/rfc8448-simple-1rtt.json' with { type: 'json' };
import {
  earlySecret,
  finishedMac,
  handshakeSecrets,
  mainSecrets,
  nextTrafficSecret,
  trafficKeys,
} from './tls13.ts';

const providers: readonly (readonly [string, () => Provider | Promise<Provider>])[] = [
  ['WebCrypto', () => createProvider()],
  ['the library', () => createDeterministicProvider(1)],
];

it.each(providers)('RFC 8448 §3, the simple 1-RTT handshake, recomputes by %s', async (_, create) => {
  const { compared } = await replay(simple as Rfc8448Trace, await create());
  expect(compared).toEqual({ derivations: 25, records: 9 });
});

it('names the same thing the same on both sides, and updates traffic secrets by generation', async () => {
  const operations: Operation[] = [];
  const rec = new Recorder({
    provider: createDeterministicProvider(2),
    now: () => 0,
    onOperation: (operation) => operations.push(operation),
  });
  const suite = suiteByCode(0x1303)!;
  const transcript = publicValue('transcript_hash', new Uint8Array(32));
  const early = await earlySecret(rec, suite.hash);
  const handshake = await handshakeSecrets(
    rec,
    suite.hash,
    early,
    publicValue('shared', new Uint8Array(32)),
    transcript,
  );
  await trafficKeys(rec, suite, handshake.clientHandshakeTrafficSecret);
  await finishedMac(rec, suite.hash, handshake.serverHandshakeTrafficSecret, transcript);
  const main = await mainSecrets(rec, suite.hash, handshake.handshakeSecret, transcript);
  const next = await nextTrafficSecret(rec, suite.hash, main.serverApplicationTrafficSecret);
  await trafficKeys(rec, suite, next);
  expect(operations.flatMap(({ outputs }) => outputs.map(({ name }) => name))).toEqual([
    'early_secret',
    'empty_hash',
    'derived_early',
    'handshake_secret',
    'client_handshake_traffic_secret',
    'server_handshake_traffic_secret',
    'client_handshake_key',
    'client_handshake_iv',
    'server_finished_key',
    'server_verify_data',
    'derived_handshake',
    'main_secret',
    'client_application_traffic_secret_0',
    'server_application_traffic_secret_0',
    'exporter_secret',
    'server_application_traffic_secret_1',
    'server_application_key_1',
    'server_application_iv_1',
  ]);
});

it('refuses keys out of what is no traffic secret: our own bug', async () => {
  const rec = new Recorder({ provider: createDeterministicProvider(3), now: () => 0, onOperation: () => {} });
  const wrong = publicValue('main_secret', new Uint8Array(32));
  await expect(trafficKeys(rec, suiteByCode(0x1301)!, wrong)).rejects.toThrow('no traffic secret');
  expect(() => nextTrafficSecret(rec, 'SHA-256', wrong)).toThrow('no successor');
});

const shared = conformanceFile('rfc8448.json');

describe.runIf(shared !== undefined)('all traces of RFC 8448', () => {
  const { traces } = JSON.parse(shared?.toString() ?? '{"traces":[]}') as {
    readonly traces: readonly Rfc8448Trace[];
  };

  it.each([
    ['simple-1rtt', 25, 9],
    ['resumed-0rtt', 30, 10],
    ['hello-retry-request', 24, 8],
    ['client-auth', 24, 6],
    ['compatibility-mode', 24, 8],
  ])('%s recomputes: %i derivations, %i records', async (name, derivations, records) => {
    const provider = await createProvider();
    const trace = traces.find((candidate) => candidate.name === name)!;
    // The resumed handshake starts from the ticket of the first one.
    const { resumptionPsk } = await replay(traces[0]!, provider);
    const psk = name === 'resumed-0rtt' ? resumptionPsk : undefined;
    const { compared } = await replay(await withMessageHash(trace, provider), provider, psk);
    expect(compared).toEqual({ derivations, records });
  });
});
