import { expect, it } from 'vitest';
import { factsOf } from '../lesson/facts.ts';
import { presets } from '../lab/presets.ts';
import { applyPatch } from '../lab/scenario-patch.ts';
import { returningSwitches, type ReturningId } from './configure-returning.ts';
import { runScenario } from './testing/runs.ts';

function pressed(id: ReturningId, from = presets.tls13) {
  const found = returningSwitches(from).find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return applyPatch(from, found.patch);
}

it.each<[ReturningId, object]>([
  ['resume', { psk: 'resumption', pskMode: 'psk_dhe_ke' }],
  ['earlyData', { psk: 'resumption', earlyData: 'accepted' }],
  ['sessionId', { version: 0x0303, resumed: true }],
  ['psk', { psk: 'external' }],
])('%s: one press is enough for a run that has it', async (id, negotiated) => {
  const { outcome, negotiated: found } = await runScenario(pressed(id));
  expect(outcome).toEqual({ kind: 'completed' });
  expect(found).toMatchObject(negotiated);
});

it('the server may refuse early data, and the PSK may do without a key exchange', async () => {
  const refused = await runScenario(pressed('takesEarlyData', pressed('earlyData')));
  expect(refused.negotiated.earlyData).toBe('rejected');
  const alone = await runScenario(pressed('keyExchange', pressed('resume')));
  expect(alone.negotiated).toMatchObject({ psk: 'resumption', pskMode: 'psk_ke' });
});

it('by session ID: the second hello carries the ID that the server gave, no ticket; a ticket takes its place', async () => {
  const scenario = pressed('sessionId', presets.tls12);
  // Where TLS 1.2 is spoken anyway, the lists stay as they are.
  expect(scenario.browser.suites).toEqual(presets.tls12.browser.suites);
  const trace = await runScenario(scenario);
  expect(trace.negotiated.resumed).toBe(true);
  const hello = trace.steps.find(({ id }) => id === 'server_hello');
  expect(hello && factsOf(hello, trace)).toMatchObject({ case: 'resuming-server-hello', by: 'session-id' });
  expect(trace.previous?.steps.some(({ id }) => id === 'new_session_ticket')).toBe(false);
  const byTicket = pressed('resume', scenario);
  expect(byTicket.resume).toBe('ticket');
  const on = returningSwitches(byTicket).filter((one) => one.on);
  expect(on.map(({ id }) => id)).not.toContain('sessionId');
});

it('asking later asks later', async () => {
  const trace = await runScenario(pressed('askLate'));
  const request = trace.steps.find(({ id }) => id === 'certificate_request');
  expect(request).toMatchObject({ level: 'application' });
});

it('a second press takes it back', () => {
  for (const { id } of returningSwitches(presets.tls13)) {
    const once = pressed(id);
    const twice = pressed(id, once);
    const on = (scenario: typeof once): boolean | undefined =>
      returningSwitches(scenario).find((one) => one.id === id)?.on;
    expect(on(twice), id).toBe(on(presets.tls13));
  }
});
