import { describe, expect, it } from 'vitest';
import { attackScenarioIds } from '../lab/attacks.ts';
import { presets } from '../lab/presets.ts';
import { applyPatch } from '../lab/scenario-patch.ts';
import type { NetworkAct, ScenarioId } from '../lab/scenario.ts';
import type { MessageStep, Trace } from '../lab/trace.ts';
import { attackWords } from '../lesson/attack.ts';
import {
  differenceOf,
  editRows,
  editTarget,
  recordingOf,
  stepsBeforeAnswer,
  storyKey,
  warningsOf,
  whoNoticed,
} from './attack.ts';
import { ladderRows } from './ladder.ts';
import { renegotiationOf } from './renegotiation.ts';
import { handedOn } from './replay.ts';
import { runScenario } from './testing/runs.ts';

const { stories } = attackWords.en;
const through = (...network: NetworkAct[]): Promise<Trace> => runScenario({ ...presets.tls13, network });

function message(trace: Trace, id: string): MessageStep {
  const step = trace.steps.find((candidate) => candidate.id === id);
  if (step?.kind !== 'message') throw new Error(`no message ${id}`);
  return step;
}

describe.each(attackScenarioIds)('%s', (id) => {
  it('has the answer of its run among its choices, and others beside it', async () => {
    const trace = await runScenario(presets[id]);
    const keys = stories[id].choices.map(({ key }) => key);
    expect(keys).toContain(storyKey(trace));
    expect(new Set(keys).size).toBe(3);
    expect(editRows(trace).every(({ outcome }) => outcome.kind !== 'no-message')).toBe(true);
  });

  it('keeps back every step that tells the answer, and only from there on', async () => {
    const trace = await runScenario(presets[id]);
    const keys = stories[id].choices.map(({ key }) => key);
    const count = stepsBeforeAnswer(trace, keys);
    const shown = { ...trace, steps: trace.steps.slice(0, count) };
    expect(count).toBeGreaterThan(0);
    // What Eve makes of a recording is decided behind the run, and behind a wire that was cut nothing comes.
    const endsOpen = id.startsWith('attack-stolen-key') || id === 'attack-truncation';
    expect(count === trace.steps.length).toBe(endsOpen);
    for (const step of shown.steps) {
      expect(step.error).toBeUndefined();
      if (step.index > 0) expect(keys.some((key) => key.endsWith(`@${step.id}`))).toBe(false);
    }
    for (const row of ladderRows(shown)) {
      if ('failed' in row) expect(row.failed).toBe(false);
      expect(row.kind).not.toBe('unread');
    }
  });
});

it('one guard notices, those before it passed, those behind it are not reached', async () => {
  const { guards, verdict } = whoNoticed(
    await through({ on: 'certificate_verify', act: 'flip', at: 40, mask: 1 }),
  );
  expect(verdict).toBe('noticed');
  expect(Object.fromEntries(guards.map((guard) => [guard.id, guard.verdict]))).toEqual({
    record: 'noticed',
    parse: 'passed',
    chain: 'passed',
    signature: 'not-reached',
    finished: 'not-reached',
    close: 'not-reached',
  });
});

it('the application got the order once, or twice where nothing kept the copy away', async () => {
  const got = async (id: ScenarioId): Promise<readonly (string | undefined)[]> =>
    handedOn(await runScenario(presets[id])).map(({ text, reason }) => text?.split(' ')[0] ?? reason);
  expect(await got('attack-early-replay')).toEqual(['POST', 'replayed']);
  expect(await got('attack-early-replay-open')).toEqual(['POST', 'POST']);
});

it('a stranger’s hello inside of a connection is refused with a warning, and the connection goes on', async () => {
  const trace = await runScenario(presets['attack-renegotiation']);
  const found = renegotiationOf(trace);
  expect(found).toMatchObject({ offered: { by: 'extension' }, answered: { by: 'extension' } });
  expect(found?.prefix).toBe(presets['attack-renegotiation'].browser.request);
  expect(trace.steps.slice(found?.inside.step).map(({ id }) => id)).toEqual([
    'client_hello_2',
    'alert',
    'close_notify',
    'close_notify_2',
  ]);
  expect(found?.refused?.step).toBe((found?.inside.step ?? 0) + 1);
  expect(trace.outcome).toEqual({ kind: 'completed' });
  expect(renegotiationOf(await runScenario(presets.tls12))).toBeUndefined();
});

it('a user who goes on gets a second connection, in which nobody notices; with HSTS there is none', async () => {
  const trace = await runScenario(presets['attack-click-through']);
  expect(warningsOf(trace).map(({ connection, overruled }) => [connection, overruled])).toEqual([
    [0, false],
    [1, true],
  ]);
  expect(trace.previous?.outcome).toMatchObject({ kind: 'failed', error: { code: 'self-signed' } });
  expect(trace.outcome).toEqual({ kind: 'completed' });
  // The lock does not close, and the chain is as bad as before.
  expect(trace.steps.map(({ lock, serverAuthenticated }) => `${lock} ${serverAuthenticated}`)).toEqual(
    trace.steps.map(() => 'open false'),
  );
  expect(whoNoticed(trace).guards.find(({ id }) => id === 'chain')?.verdict).toBe('overruled');
  expect(handedOn(trace)[0]?.text).toContain('Cookie: session=');
  for (const browser of [{ clickThrough: true, hsts: true }, { clickThrough: false }]) {
    const stopped = await runScenario(applyPatch(presets['attack-click-through'], { browser }));
    expect(stopped.previous).toBeUndefined();
    expect(warningsOf(stopped)).toHaveLength(1);
  }
  // Some faults leave no way past: a wrong signature is no matter of taste.
  const server = { faults: ['tampered'], sends: ['leaf', 'intermediate'] } as const;
  const tampered = await runScenario(applyPatch(presets['attack-click-through'], { server }));
  expect(tampered.previous).toBeUndefined();
  // The exception is for one certificate of one connection in TLS 1.2 as well.
  const { browser, server: old } = presets['attack-server-key-exchange'];
  const tls12 = await runScenario(
    applyPatch(presets['attack-click-through'], {
      browser: { versions: browser.versions, suites: browser.suites, groups: browser.groups, keyShares: [] },
      server: { versions: old.versions, suites: old.suites, groups: old.groups },
    }),
  );
  expect(tls12.outcome).toEqual({ kind: 'completed' });
  expect(tls12.steps.at(-1)?.serverAuthenticated).toBe(false);
});

it('a stolen key opens a recording of RSA key exchange, and none of ECDHE', async () => {
  const rsa = recordingOf(await runScenario(presets['attack-stolen-key-rsa']));
  expect(rsa.stolen).toEqual(['server_private_key']);
  expect(rsa.messages.every(({ readable }) => readable)).toBe(true);
  expect(rsa.messages.find(({ message: name }) => name === 'ApplicationData')?.text).toContain('GET /cart');
  for (const id of ['attack-stolen-key-ecdhe', 'tls13', 'tls12', 'resumption'] as const) {
    const { stolen, messages } = recordingOf(await runScenario(presets[id]));
    expect([id, stolen.length > 0]).toEqual([id, true]);
    expect([id, messages.filter(({ readable }) => readable)]).toEqual([id, []]);
  }
  expect(recordingOf(await runScenario(presets['attack-null'])).readsNow).toBe(true);
  expect(recordingOf(await runScenario(presets['attack-rc4'])).readsNow).toBe(false);
});

it('without acts every guard is passed and nobody notices anything', async () => {
  const { guards, verdict } = whoNoticed(await through());
  expect(verdict).toBe('nobody');
  expect(guards.map((guard) => guard.verdict)).toEqual(guards.map(() => 'passed'));
});

it('shows before and after around the first byte that differs', async () => {
  const trace = await through({ on: 'server_hello', act: 'flip', at: 18, mask: 1 });
  const difference = differenceOf(message(trace, 'server_hello'));
  expect(difference?.changed).toBe(1);
  const changed = (rows: NonNullable<typeof difference>['sent']) =>
    rows.flatMap(({ offset, bytes }) => bytes.flatMap((byte, i) => (byte.changed ? [offset + i] : [])));
  expect(changed(difference?.sent ?? [])).toEqual([18]);
  expect(changed(difference?.delivered ?? [])).toEqual([18]);
});

it('an edit names the bytes of the selected field as its sender wrote them', async () => {
  const trace = await through({
    on: 'client_hello',
    act: 'set',
    path: 'ClientHello.cipher_suites',
    bytes: '1303',
  });
  const step = message(trace, 'client_hello');
  const target = editTarget(step, 'ClientHello.cipher_suites');
  expect(target.protection).toBe('plaintext');
  expect(target.hex).toContain('1301');
  expect(editTarget(message(await through(), 'finished'), undefined).protection).toBe('sealed');
});

it('tells acts that were taken back, that fit nothing, and that have no message', async () => {
  const trace = await through(
    { on: 'client_hello', act: 'drop', undone: true },
    { on: 'server_hello', act: 'set', path: 'ServerHello.nothing', bytes: '00' },
    { on: 'certificate_request', act: 'drop' },
  );
  expect(editRows(trace).map(({ outcome }) => outcome.kind)).toEqual(['undone', 'refused', 'no-message']);
});
