/** What listen and connect share: the recorder, the trace, the words at the end. */
import { writeFileSync } from 'node:fs';
import type { Provider } from '../../src/crypto/port.ts';
import { Recorder } from '../../src/crypto/recorder.ts';
import { Collector } from '../../src/lab/collector.ts';
import { type HeldRoot, noHoldings } from '../../src/lab/holdings.ts';
import { presets } from '../../src/lab/presets.ts';
import type { Scenario } from '../../src/lab/scenario.ts';
import { encodeTrace } from '../../src/lab/serialize.ts';
import type { Party, Trace } from '../../src/lab/trace.ts';
import type { ChannelOptions } from '../../src/tls/connection/channel.ts';
import type { ConnectionEvent } from '../../src/tls/connection/events.ts';
import type { Certificate } from '../../src/x509/certificate.ts';
import type { End } from './connection.ts';
import type { ConnectOptions, ListenOptions } from './options.ts';
import { allSchemes } from './names.ts';

/** What the bridge takes from the world; tests give their own. */
export interface World {
  readonly provider: Provider;
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number;
  readonly log: (line: string) => void;
  /** Told of every event, besides the printer. */
  readonly onEvent?: (event: ConnectionEvent) => void;
}

export const warning =
  'A teaching tool: it prints and saves its secrets and is not constant-time. Never put anything behind it that must stay secret.';

export interface Recording {
  readonly channel: ChannelOptions;
  /** The trace of what has happened so far. */
  readonly trace: () => Trace;
}

export function record(
  world: World,
  scenario: Scenario,
  party: Party,
  peer: string,
  options: {
    readonly padding: number;
    readonly fragment?: number;
    /** The roots that this side trusts, so that the trace has what its paths name. */
    readonly store: readonly Certificate[];
    readonly listeners: readonly ((event: ConnectionEvent) => void)[];
  },
): Recording {
  const now = (): number => performance.now();
  const collector = new Collector({
    scenario,
    clock: world.clock(),
    source: { kind: 'bridge', party, peer },
    trust: {
      browser: noHoldings,
      server: noHoldings,
      [party]: { ...noHoldings, store: options.store.map(held) },
    },
    now,
  });
  const listeners = [
    collector.listen(party),
    ...options.listeners,
    ...(world.onEvent ? [world.onEvent] : []),
  ];
  return {
    channel: {
      recorder: (onOperation) => new Recorder({ provider: world.provider, now, onOperation }),
      emit: (event) => listeners.forEach((listener) => listener(event)),
      padding: options.padding,
      ...(options.fragment !== undefined && { fragment: options.fragment }),
    },
    trace: () => collector.trace(),
  };
}

function held({ der, subject }: Certificate): HeldRoot {
  return { id: subject.commonName ?? subject.text, der };
}

/** `run.json`, then `run-2.json`, … A connection in which nothing was said leaves no file: there is nothing to step through. */
export function saveTrace(trace: Trace, file: string, nth: number, log: (line: string) => void): void {
  if (trace.steps.length === 0) return;
  const path = nth === 1 ? file : file.replace(/(\.[^./]*)?$/, `-${nth}$1`);
  try {
    writeFileSync(path, encodeTrace(trace));
    log(`  saved ${path}`);
  } catch (error) {
    log(`  not saved: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function endText(end: End): string {
  switch (end.kind) {
    case 'closed':
      return 'closed by close_notify';
    case 'failed':
      return end.error.fault === 'peer-alerted'
        ? `failed: ${end.error.detail}`
        : `failed: ${end.error.code}, alert ${end.error.alert} sent`;
    case 'truncated':
      return end.state === 'connected'
        ? 'the peer ended TCP without close_notify: what came may be cut short'
        : `the peer ended TCP in the middle of the handshake (${end.state})`;
    case 'reset':
      return end.state === 'start'
        ? `no connection: ${end.reason}`
        : `connection lost in state ${end.state}: ${end.reason}`;
    case 'timeout':
      return `the peer said nothing for too long (state ${end.state})`;
  }
}

/** The scenario that stands in a trace of the bridge: our own side as it was, the other as far as we know it. */
export function scenarioOf(options: ListenOptions | ConnectOptions, clock: number): Scenario {
  const { browser, server } = presets.tls13;
  const { versions, suites, groups, alpn, padding, extendedMainSecret, encryptThenMac } = options;
  const shared = {
    versions,
    extendedMainSecret,
    encryptThenMac,
    suites,
    groups,
    alpn,
    signatureSchemes: allSchemes,
  };
  if (options.command === 'listen') {
    const { cert, names, clientAuth, cookie, tickets, earlyData, askLate } = options;
    return {
      ...presets.tls13,
      clock,
      browser: { ...browser, request: '', roots: [] },
      server: {
        ...server,
        ...shared,
        padding,
        keyType: cert,
        names,
        clientAuth,
        cookie,
        tickets,
        earlyData,
        postHandshakeAuth: askLate,
        pskModes: options.pskModes,
        psk: options.psk ?? null,
        issuer: cert === 'rsa' ? 'harbour' : 'lakeside',
      },
    };
  }
  return {
    ...presets.tls13,
    clock,
    browser: {
      ...browser,
      ...shared,
      padding,
      keyShares: options.shares,
      serverName: options.name,
      roots: [],
      clientCertificate: options.cert === undefined ? 'none' : 'valid',
      request: options.request,
      earlyData: options.earlyData,
      postHandshakeAuth: options.postHandshakeAuth,
      pskModes: options.resume || options.psk ? options.pskModes : [],
      psk: options.psk ?? null,
    },
    server: { ...server, names: [options.name], response: '' },
  };
}
