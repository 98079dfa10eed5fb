/** Median times of a full default run and of the bare replay of its crypto, taken in turn. Runs in Node and in browsers. */
import { issueDemoPki } from '../../src/authority/issue.ts';
import { KeyRing } from '../../src/authority/key-ring.ts';
import type { Provider } from '../../src/crypto/port.ts';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { presets } from '../../src/lab/presets.ts';
import { run, type RunEnvironment } from '../../src/lab/run.ts';
import { median, recordCalls, replay } from './replay.ts';

export interface HandshakeTimes {
  readonly handshake: number;
  readonly replay: number;
  /** Of the medians. */
  readonly ratio: number;
  /** Median of a run after which every view, tree and ledger of the trace is read, which a reader never does at once. */
  readonly allRead: number;
}

/** The default scenario with everything it needs; certificates are issued before the clock runs. */
export async function defaultRun(provider: Provider): Promise<{
  readonly run: () => Promise<void>;
  readonly environment: RunEnvironment;
}> {
  const ring = new KeyRing({ provider, subtle: crypto.subtle });
  const clock = Date.now();
  const pki = await issueDemoPki(ring, { ...presets.tls13, clock });
  const environment: RunEnvironment = {
    provider,
    now: () => performance.now(),
    wallClock: () => clock,
    issue: async () => pki,
  };
  const once = async (): Promise<void> => {
    const trace = await run(presets.tls13, environment);
    const { outcome } = trace;
    if (outcome.kind !== 'completed')
      throw new Error(
        `the handshake ${outcome.kind === 'failed' ? `failed: ${outcome.error.code}` : 'stalled'}`,
      );
  };
  return { run: once, environment };
}

export async function measureHandshakes(rounds: number): Promise<HandshakeTimes> {
  const { run: once, environment } = await defaultRun(await createProvider());
  const recorder = recordCalls(environment.provider);
  await run(presets.tls13, { ...environment, provider: recorder.provider });
  const calls = [...recorder.calls];
  // Long enough for the compilers to be done with both: a run is wide, and most of its functions are called a few times.
  for (let i = 0; i < 1_000; i++) {
    await once();
    await replay(environment.provider, calls);
  }
  const handshakes: number[] = [];
  const replays: number[] = [];
  // Ten of each in turn: each finds the caches as it left them itself.
  for (let i = 0; i < rounds / 10; i++) {
    for (let j = 0; j < 10; j++) handshakes.push(await timed(once));
    for (let j = 0; j < 10; j++) replays.push(await timed(() => replay(environment.provider, calls)));
  }
  const readings: number[] = [];
  for (let i = 0; i < rounds / 4; i++) {
    readings.push(await timed(async () => void JSON.stringify(await run(presets.tls13, environment))));
  }
  return {
    handshake: median(handshakes),
    replay: median(replays),
    allRead: median(readings),
    ratio: median(handshakes) / median(replays),
  };
}

export async function timed(action: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}
