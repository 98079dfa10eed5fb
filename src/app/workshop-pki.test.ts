import { webcrypto } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { examples, wishOf } from '../authority/workshop/draft.ts';
import type { Workshop } from '../authority/workshop/model.ts';
import * as acts from '../authority/workshop/workshop.ts';
import { createProvider } from '../crypto/provider/web.ts';
import type { Provider } from '../crypto/port.ts';
import { presets } from '../lab/presets.ts';
import { run } from '../lab/run.ts';
import type { Scenario } from '../lab/scenario.ts';
import { withWorkshop } from './workshop-pki.ts';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
let provider: Provider;
let environment: acts.Environment;
let workshop: Workshop;
let missing: string[];

vi.mock('../state/workshop/shared.ts', () => ({ openWorkshop: () => Promise.resolve(workshop) }));

beforeAll(async () => {
  provider = await createProvider();
  environment = { maker: { provider, subtle }, now: Date.now() };
  workshop = await acts.foundWorkshop(environment);
});

/** Asks, checks and signs what is proposed for it; the serial number. */
async function issue(example: keyof typeof examples, office = 'issuing', cA = false): Promise<string> {
  const wish = wishOf(examples[example]);
  if (!wish.ok) throw new Error(wish.field);
  const asked = await acts.check(
    await acts.apply(workshop, wish.value, 'EC P-256', environment),
    environment,
  );
  if (!asked.application) throw new Error('no application');
  const proposed = acts.proposedGrant(asked.application, environment.now);
  const grant = cA
    ? { ...proposed, cA, keyUsage: ['keyCertSign', 'cRLSign'] as const, extKeyUsage: [] }
    : proposed;
  workshop = await acts.sign(asked, grant, office, environment);
  return workshop.register.at(-1)?.serial ?? '';
}

async function outcome(scenario: Scenario) {
  missing = [];
  const ring = new KeyRing(environment.maker);
  const trace = await run(scenario, {
    provider,
    now: () => 0,
    wallClock: () => environment.now,
    issue: async ({ server, browser }, clock) =>
      withWorkshop(
        await issueDemoPki(ring, { server, browser, clock }),
        { ...scenario, server, browser },
        (name) => missing.push(name),
      ),
  });
  return trace;
}

const onServer = (serial: string, sends = presets.tls13.server.sends): Scenario => ({
  ...presets.tls13,
  server: { ...presets.tls13.server, sends, ownCertificate: serial },
});

test('on the server: the browser trusts it, because the workshop’s root stands in its store', async () => {
  const serial = await issue('server');
  const trace = await outcome(onServer(serial));
  expect(trace.outcome).toEqual({ kind: 'completed' });
  expect(trace.certificates[0]?.der).toEqual(acts.entryOf(workshop, serial)?.certificate);
});

test('with the root switched off it does not', async () => {
  const scenario = onServer(await issue('server'));
  const trace = await outcome({ ...scenario, browser: { ...scenario.browser, roots: ['meridian'] } });
  expect(trace.outcome).toMatchObject({ kind: 'failed', error: { code: 'root-not-trusted' } });
});

test('below an authority that was made here, if that one is sent too', async () => {
  const authority = await issue('authority', 'issuing', true);
  const serial = await issue('server', authority);
  expect((await outcome(onServer(serial))).outcome).toMatchObject({ error: { code: 'issuer-not-found' } });
  expect((await outcome(onServer(serial, ['leaf', 'sub-ca', 'intermediate']))).outcome.kind).toBe(
    'completed',
  );
});

test('in the browser: the server accepts what its issuer signed for clients, and refuses a server’s', async () => {
  const preset = presets['client-certificate'];
  const inBrowser = (serial: string): Scenario => ({
    ...preset,
    browser: { ...preset.browser, ownCertificate: serial },
  });
  expect((await outcome(inBrowser(await issue('person')))).outcome.kind).toBe('completed');
  expect((await outcome(inBrowser(await issue('server')))).outcome).toMatchObject({
    kind: 'failed',
    noticedBy: 'server',
    error: { code: 'wrong-purpose' },
  });
});

test('a certificate that is not here is said, by its parameter', async () => {
  await expect(outcome(onServer('00ff'))).rejects.toThrow('00ff');
  expect(missing).toEqual(['server.ownCertificate']);
});
