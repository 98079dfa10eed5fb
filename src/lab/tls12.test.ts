/** What only TLS 1.2 runs show: who reads what with NULL and RSA suites, the key log, the one set of keys. */
import { expect, it } from 'vitest';
import { KeyRing } from '../authority/key-ring.ts';
import { issueDemoPki } from '../authority/issue.ts';
import { toHex } from '../bytes/hex.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from './presets.ts';
import { run, type RunEnvironment } from './run.ts';
import type { Scenario } from './scenario.ts';
import { decodeTrace, encodeTrace, isProblem } from './serialize.ts';
import type { MessageStep, Trace } from './trace.ts';

const clock = Date.UTC(2026, 10, 23, 19, 17);
const provider = await createProvider();
const ring = new KeyRing({ provider, subtle: crypto.subtle });
const environment: RunEnvironment = {
  provider,
  now: () => 0,
  wallClock: () => clock,
  issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
};
const rsa = presets['tls12-rsa-key-exchange'];
const withSuites = (suites: readonly number[], base: Scenario = rsa): Scenario => ({
  ...base,
  browser: { ...base.browser, suites },
  server: { ...base.server, suites },
});
const messages = (trace: Trace): readonly MessageStep[] =>
  trace.steps.filter((step): step is MessageStep => step.kind === 'message');
const knows = (trace: Trace, who: 'browser' | 'server' | 'eavesdropper'): readonly string[] =>
  trace.secrets.filter((one) => one.secrecy === 'secret' && one.knownTo[who]).map(({ name }) => name);

it('with a NULL cipher the eavesdropper reads the data, and the lock still closes', async () => {
  const trace = await run(withSuites([0x003b]), environment);
  expect(trace.outcome).toEqual({ kind: 'completed' });
  const data = messages(trace).filter(({ message }) => message === 'ApplicationData');
  expect(data.map(({ level }) => level)).toEqual(['plaintext', 'plaintext']);
  for (const { wire, content } of data) expect(toHex(wire.bytes)).toContain(toHex(content));
  const { read, seen } = trace.steps.at(-1)?.eavesdropper ?? { read: 0, seen: 1 };
  expect(read).toBe(seen);
  expect(trace.steps.at(-1)?.lock).toBe('verified');
  expect(knows(trace, 'eavesdropper')).toEqual([]);
});

it('with RSA key exchange the secret hangs on the key of the certificate alone', async () => {
  const trace = await run(rsa, environment);
  expect(knows(trace, 'server')).toEqual(expect.arrayContaining(['server_private_key', 'premaster_secret']));
  expect(knows(trace, 'browser')).not.toContain('server_private_key');
  expect(knows(trace, 'eavesdropper')).toEqual([]);
  // Whoever has the private key has all that the server's operation needs: the ciphertext was on the wire.
  const opened = trace.steps
    .flatMap((step) => step.operations)
    .find((operation) => operation.name === 'rsa-decrypt');
  expect(opened?.inputs.map(({ name, secrecy }) => [name, secrecy])).toEqual([
    ['server_private_key', 'secret'],
    ['encrypted_premaster_secret', 'public'],
  ]);
  const main = trace.secrets.find(({ name }) => name === 'main_secret');
  expect(main?.derivedFrom).toEqual(['premaster_secret']);
});

it('the lock closes at the signature, or where there is none at the server’s Finished; never with an anonymous server', async () => {
  const closes = async (scenario: Scenario): Promise<string | undefined> =>
    (await run(scenario, environment)).steps.find(({ lock }) => lock === 'verified')?.id;
  expect(await closes(presets.tls12)).toBe('verify_signature');
  expect(await closes(rsa)).toBe('finished');
  expect(await closes(presets['tls12-psk'])).toBe('finished');
  expect(await closes(withSuites([0x0034]))).toBeUndefined();
});

it('writes one line of the key log, which opens everything, and is read back from a file', async () => {
  const trace = await run(presets.tls12, environment);
  const main = trace.secrets.find(({ name }) => name === 'main_secret');
  expect(trace.keyLog.map(({ line }) => line.split(' ')[0])).toEqual(['CLIENT_RANDOM']);
  expect(trace.keyLog[0]?.line.endsWith(toHex(main?.bytes ?? new Uint8Array()))).toBe(true);
  const decoded = decodeTrace(encodeTrace(trace));
  expect(isProblem(decoded)).toBe(false);
  expect(new Set(messages(trace).map(({ level }) => level))).toEqual(new Set(['plaintext', 'application']));
});
