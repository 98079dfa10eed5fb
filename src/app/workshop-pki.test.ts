import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
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
        { server, browser },
        { clock, provider },
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

describe('what was revoked in the workshop', () => {
  const day = 86_400_000;
  const strict = (
    serial: string,
    changes: Partial<Scenario['browser']> = {},
    sends?: Scenario['server']['sends'],
  ) => {
    const scenario = onServer(serial, sends);
    return { ...scenario, browser: { ...scenario.browser, revocation: 'soft-fail', ...changes } } as const;
  };
  const revoke = async (serial: string): Promise<void> => {
    workshop = await acts.revoke(workshop, serial, 'keyCompromise', environment);
  };

  test('on the server: refused by the office’s own list, by browsers that look', async () => {
    const serial = await issue('server');
    for (const revocation of ['soft-fail', 'hard-fail'] as const)
      expect((await outcome(strict(serial, { revocation }))).outcome).toEqual({ kind: 'completed' });
    await revoke(serial);
    for (const revocation of ['soft-fail', 'hard-fail'] as const) {
      const trace = await outcome(strict(serial, { revocation }));
      expect(trace.outcome).toMatchObject({
        kind: 'failed',
        noticedBy: 'browser',
        error: { code: 'revoked' },
      });
      expect(trace.trust?.browser.revocationLists).toContainEqual(acts.officeOf(workshop, 'issuing')?.list);
    }
    expect((await outcome(strict(serial, { revocation: 'off' }))).outcome.kind).toBe('completed');
  });

  test('at another time the office signs a list for it: nothing before the day, and it stays revoked after', async () => {
    const serial = await issue('server');
    await revoke(serial);
    const at = (clock: number) => outcome({ ...strict(serial, { revocation: 'hard-fail' }), clock });
    expect((await at(environment.now + 30 * day)).outcome).toMatchObject({ error: { code: 'revoked' } });
    const { notBefore } = acts.certificateOf(acts.entryOf(workshop, serial)!.certificate);
    // Issued and revoked within the same minute: before that, nobody had anything against it.
    expect(notBefore).toBeLessThan(environment.now);
    expect((await at(notBefore)).outcome.kind).toBe('completed');
  });

  test('by the answer that the server staples, where nobody has the list', async () => {
    const serial = await issue('server');
    const stapled = (staple: 'good' | 'stale', must = false): Scenario => {
      const scenario = strict(serial, { statusRequest: true, revocation: must ? 'hard-fail' : 'soft-fail' });
      return { ...scenario, server: { ...scenario.server, staple } };
    };
    const good = await outcome(stapled('good', true));
    expect(good.outcome.kind).toBe('completed');
    await revoke(serial);
    const trace = await outcome(stapled('good'));
    expect(trace.outcome).toMatchObject({ error: { code: 'revoked' } });
    // Nine days ago it was good, but that answer has run out.
    const stale = await outcome(stapled('stale'));
    expect(stale.outcome.kind).toBe('failed');
  });

  test('an authority above it: all that it issued falls', async () => {
    const authority = await issue('authority', 'issuing', true);
    const serial = await issue('server', authority);
    const run = () => outcome(strict(serial, {}, ['leaf', 'sub-ca', 'intermediate']));
    expect((await run()).outcome.kind).toBe('completed');
    await revoke(authority);
    expect((await run()).outcome).toMatchObject({ kind: 'failed', error: { code: 'revoked' } });
  });

  test('in the browser: refused by the server', async () => {
    const preset = presets['client-certificate'];
    const serial = await issue('person');
    const inBrowser = { ...preset, browser: { ...preset.browser, ownCertificate: serial } };
    expect((await outcome(inBrowser)).outcome.kind).toBe('completed');
    await revoke(serial);
    expect((await outcome(inBrowser)).outcome).toMatchObject({
      kind: 'failed',
      noticedBy: 'server',
      error: { code: 'revoked' },
    });
  });
});

test('a certificate that is not here is said, by its parameter', async () => {
  await expect(outcome(onServer('00ff'))).rejects.toThrow('00ff');
  expect(missing).toEqual(['server.ownCertificate']);
});
