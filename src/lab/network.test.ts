import { describe, expect, it } from 'vitest';
import { KeyRing } from '../authority/key-ring.ts';
import { issueDemoPki } from '../authority/issue.ts';
import { assertTiles } from '../bytes/testing/tiles.ts';
import { toHex } from '../bytes/hex.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from './presets.ts';
import { run, type RunEnvironment } from './run.ts';
import type { AntiReplay, NetworkAct } from './scenario.ts';
import { decodeTrace, encodeTrace } from './serialize.ts';
import type { Facts, MessageStep, Trace } from './trace.ts';

const clock = Date.UTC(2026, 10, 23, 19, 17);
const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: crypto.subtle });
const environment: RunEnvironment = {
  provider,
  now: () => performance.now(),
  wallClock: () => clock,
  issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
};

const through = (...network: NetworkAct[]): Promise<Trace> => run({ ...presets.tls13, network }, environment);

/** "step id, by whom, code" of the failure, or the outcome. */
function noticed(trace: Trace): string {
  const { outcome } = trace;
  if (outcome.kind === 'completed') return 'completed';
  if (outcome.kind === 'stalled')
    return `stalled: browser ${outcome.waiting.browser}, server ${outcome.waiting.server}${outcome.cut ? ', cut' : ''}`;
  return `${trace.steps[outcome.step]?.id}, ${outcome.noticedBy}, ${outcome.error.code}`;
}

function message(trace: Trace, id: string): MessageStep {
  const step = trace.steps.find((candidate) => candidate.id === id);
  if (step?.kind !== 'message')
    throw new Error(`no message ${id} among ${trace.steps.map((s) => s.id).join(', ')}`);
  return step;
}

const cases: readonly (readonly [string, readonly NetworkAct[], string])[] = [
  [
    'a bit of ServerHello.random: both hash another transcript, so the keys differ',
    [{ on: 'server_hello', act: 'flip', at: 11, mask: 1 }],
    'encrypted_extensions, browser, bad-record-mac',
  ],
  [
    'cipher suites stripped to one that the server takes as well',
    [{ on: 'client_hello', act: 'set', path: 'ClientHello.cipher_suites', bytes: '1302' }],
    'encrypted_extensions, browser, bad-record-mac',
  ],
  [
    'a bit of an encrypted record',
    [{ on: 'certificate_verify', act: 'flip', at: 20, mask: 0x80 }],
    'certificate_verify, browser, bad-record-mac',
  ],
  [
    'a bit of application data',
    [{ on: 'application_data_1', act: 'flip', at: 9, mask: 2 }],
    'application_data_1, server, bad-record-mac',
  ],
  [
    'ServerHello dropped: the next record cannot be meant',
    [{ on: 'server_hello', act: 'drop' }],
    'encrypted_extensions, browser, unexpected-record-type',
  ],
  [
    'the browser’s Finished dropped: its data is taken for it and does not open',
    [{ on: 'client_finished', act: 'drop' }],
    'stalled: browser connected, server wait_client_finished',
  ],
  ['close_notify dropped', [{ on: 'close_notify', act: 'drop' }], 'completed'],
  [
    'data duplicated: the copy has a sequence number of its own',
    [{ on: 'application_data_1', act: 'duplicate' }],
    'unreadable_record, server, bad-record-mac',
  ],
  [
    'data replayed',
    [{ on: 'application_data_1', act: 'replay', after: 'application_data_2' }],
    'unreadable_record, server, bad-record-mac',
  ],
  [
    'an injected alert in the clear',
    [{ on: 'server_hello', act: 'inject', bytes: '15030300020228' }],
    'alert, browser, received-handshake_failure',
  ],
  [
    'half a ClientHello',
    [{ on: 'client_hello', act: 'truncate', to: 100 }],
    'stalled: browser wait_server_hello, server wait_client_hello',
  ],
  [
    'the connection cut after the answer',
    [{ on: 'application_data_2', act: 'cut' }],
    'stalled: browser connected, server connected, cut',
  ],
  [
    'Certificate behind CertificateVerify',
    [{ on: 'certificate', act: 'delay', until: 'certificate_verify' }],
    'certificate_verify, browser, bad-record-mac',
  ],
  ['an act taken back does nothing', [{ on: 'client_hello', act: 'drop', undone: true }], 'completed'],
];

describe('the run goes on for real behind what the network does', () => {
  it.each(cases)('%s', async (_name, acts, expected) => {
    const trace = await through(...acts);
    expect(noticed(trace)).toBe(expected);
    for (const step of trace.steps) {
      if (step.kind !== 'message') continue;
      assertTiles(step.wire.field, step.wire.bytes.length);
      if (step.network?.sent) assertTiles(step.network.sent.field, step.network.sent.bytes.length);
    }
    const reread = decodeTrace(encodeTrace(trace));
    if ('problem' in reread) throw new Error(JSON.stringify(reread.problem));
  });
});

it('keeps what was sent beside what arrived', async () => {
  const trace = await through({ on: 'server_hello', act: 'flip', at: 11, mask: 1 });
  const { network, wire } = message(trace, 'server_hello');
  expect(network).toMatchObject({ fate: 'edited', acts: [0], refused: [] });
  const sent = network?.sent?.bytes;
  expect(sent?.length).toBe(wire.bytes.length);
  expect((sent?.[11] ?? 0) ^ (wire.bytes[11] ?? 0)).toBe(1);
});

it('lengths around a field follow', async () => {
  const trace = await through({
    on: 'client_hello',
    act: 'set',
    path: 'ClientHello.cipher_suites',
    bytes: '1303',
  });
  const { content, network } = message(trace, 'client_hello');
  const sent = network?.sent?.bytes.length ?? 0;
  expect(content.length).toBe(sent - 5 - 6);
  expect(toHex(content)).toContain('00021303');
});

it('a dropped message is a step that says so', async () => {
  const trace = await through({ on: 'client_finished', act: 'drop' });
  expect(message(trace, 'client_finished').network).toMatchObject({ fate: 'dropped' });
});

it('says which act fits nothing', async () => {
  const trace = await through({ on: 'server_hello', act: 'set', path: 'ServerHello.nothing', bytes: '00' });
  expect(trace.outcome.kind).toBe('completed');
  expect(message(trace, 'server_hello').network).toMatchObject({ refused: [0] });
});

describe('a recording, sent to the server over a new connection', () => {
  const early = (antiReplay: AntiReplay, seconds = 1): Promise<Trace> => {
    const { server, ...rest } = presets['attack-early-replay'];
    const network = [{ on: 'early_data_1', act: 'reconnect', seconds }] as const;
    return run({ ...rest, network, server: { ...server, antiReplay } }, environment);
  };
  const facts = (trace: Trace) => Object.assign({}, ...trace.steps.map((step) => step.facts)) as Facts;
  const ids = (trace: Trace): readonly string[] => trace.steps.map(({ id }) => id);

  it.each([
    ['list', 1, 'replayed', undefined],
    ['single-use', 1, 'no-psk', 'used'],
    ['off', 1, 'accepted', undefined],
    ['off', 60, 'stale', undefined],
  ] as const)('early data under %s, %i s later: %s', async (antiReplay, seconds, verdict, passedOver) => {
    const trace = await early(antiReplay, seconds);
    expect(trace.source).toEqual({ kind: 'replay' });
    expect(facts(trace)).toMatchObject({ earlyDataVerdict: verdict });
    expect(facts(trace)['pskPassedOver']).toBe(passedOver);
    const recorded = message(trace.previous!, 'early_data_1');
    const again = message(trace, 'early_data_1');
    expect(toHex(again.wire.bytes)).toBe(toHex(recorded.wire.bytes));
    expect(again.network).toEqual({ acts: [0], fate: 'replayed', refused: [] });
    // The server opened it, or never did.
    const opened = again.operations.filter(({ name, party }) => name === 'open' && party === 'server');
    expect(opened).toHaveLength(verdict === 'accepted' ? 1 : 0);
    expect(again.facts['skipped']).toBe(verdict === 'accepted' ? undefined : true);
    expect(trace.previous?.outcome).toEqual({ kind: 'completed' });
    expect(trace.previous?.previous?.previous).toBeUndefined();
    expect(trace.outcome).toMatchObject({ kind: 'stalled', waiting: { browser: 'recording_over' } });
    expect(ids(trace).includes('certificate')).toBe(verdict === 'no-psk');
    const reread = decodeTrace(encodeTrace(trace));
    if ('problem' in reread) throw new Error(JSON.stringify(reread.problem));
  });

  it('of TLS 1.2 fails at the Finished: the server’s random is another one', async () => {
    const network = [{ on: 'client_finished', act: 'reconnect', seconds: 1 }] as const;
    const trace = await run({ ...presets.tls12, network }, environment);
    expect(noticed(trace)).toBe('client_finished, server, bad-record-mac');
    expect(trace.previous?.outcome).toEqual({ kind: 'completed' });
  });

  it('of a message that the browser did not send is none', async () => {
    const trace = await through({ on: 'certificate', act: 'reconnect', seconds: 1 });
    expect(trace.source).toEqual({ kind: 'lab' });
    expect(trace.previous).toBeUndefined();
  });
});

it('early data goes by its name: it can be held up like every other message', async () => {
  const network = [{ on: 'early_data_1', act: 'drop' }] as const;
  const trace = await run({ ...presets['early-data'], network }, environment);
  expect(message(trace, 'early_data_1').network).toMatchObject({ fate: 'dropped' });
});
