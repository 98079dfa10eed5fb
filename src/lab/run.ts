/**
 * run(): lets a real client and a real server shake hands over a wire in memory, and returns the trace.
 *
 * The wire delivers one record at a time, the browser's first, so that the order of events is the one
 * a patient network would give.
 */
import type { DemoPki } from '../authority/pki.ts';
import { utf8 } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { Recorder } from '../crypto/recorder.ts';
import { Client } from '../tls/client/client.ts';
import type { ClientConfig, Credential } from '../tls/client/config.ts';
import type { ChannelOptions } from '../tls/connection/channel.ts';
import type { ServerConfig } from '../tls/server/config.ts';
import { Server } from '../tls/server/server.ts';
import { decodeCertificate, type Certificate } from '../x509/certificate.ts';
import { parseIp } from '../x509/ip.ts';
import type { FetchIssuer } from '../x509/path/fetch.ts';
import { Collector } from './collector.ts';
import { type FetchedCertificate, type Holdings, holdingsOf } from './holdings.ts';
import { Network } from './network.ts';
import type { ChainItem, Scenario } from './scenario.ts';
import type { Party, Trace } from './trace.ts';

/** Everything a run takes from the world around it. */
export interface RunEnvironment {
  readonly provider: Provider;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Milliseconds since 1970 UTC, for scenarios that follow the real clock. */
  readonly wallClock: () => number;
  /** Issues the certificates the scenario needs. */
  readonly issue: (scenario: Scenario, clock: number) => Promise<DemoPki>;
}

export async function run(scenario: Scenario, environment: RunEnvironment): Promise<Trace> {
  const clock = scenario.clock ?? environment.wallClock();
  const pki = await environment.issue(scenario, clock);
  const held = holdingsOf(scenario, pki, (items) => chainOf(items, pki));
  const fetched: FetchedCertificate[] = [];
  const trust = { ...held, browser: { ...held.browser, fetched } };
  const collector = new Collector({ scenario, clock, source: { kind: 'lab' }, trust, now: environment.now });
  const heard: Record<Party, number> = { browser: 0, server: 0 };
  const listen = { browser: collector.listen('browser'), server: collector.listen('server') };
  const options = (party: Party, padding: number): ChannelOptions => ({
    recorder: (onOperation) =>
      new Recorder({ provider: environment.provider, now: environment.now, onOperation }),
    emit: (event) => {
      listen[party](event);
      if (event.type !== 'message') return;
      if (event.direction === 'sent') network.announce(party, event);
      else if (event.message === 'ApplicationData') heard[party]++;
    },
    padding,
  });
  const wire = new Wire();
  const network = new Network({
    acts: scenario.network,
    deliver: (to, record) => wire.send(to, record),
    report: (passage) => collector.passed(passage),
  });
  /** The repository in this page: no address is ever asked. */
  const fetch = (url: string): Certificate | undefined => {
    const found = trust.browser.repository.find((one) => one.url === url);
    if (found) fetched.push(found);
    return found && certificate(found.der);
  };
  const client = new Client(clientConfig(scenario, pki, clock, trust.browser, fetch), {
    ...options('browser', scenario.browser.padding),
    onRecord: (record) => network.take('browser', record),
  });
  const server = new Server(serverConfig(scenario, pki, clock), {
    ...options('server', scenario.server.padding),
    onRecord: (record) => network.take('server', record),
  });
  wire.connect({ browser: client, server });

  await wire.act('browser', () => client.start());
  const exchange = async (): Promise<void> => {
    if (client.state.state !== 'connected') return;
    const before = heard.server;
    await wire.act('browser', () => client.send(utf8(scenario.browser.request)));
    // A server answers what it was asked; what the network kept from it, it was not.
    if (heard.server > before && server.state.state === 'connected')
      await wire.act('server', () => server.send(utf8(scenario.server.response)));
  };
  if (server.state.state === 'connected') {
    await exchange();
    if (scenario.keyUpdate && client.state.state === 'connected') {
      await wire.act('browser', () => client.updateKeys(true));
      await exchange();
    }
    if (client.state.state === 'connected') await wire.act('browser', () => client.close());
  }
  const waiting = { browser: client.state.state, server: server.state.state };
  return collector.trace({ waiting, cut: network.cut });
}

/**
 * The wire in memory. Records arrive in order, one at a time; both sides work at the same time, as two
 * machines would, while each does one thing after the other.
 */
class Wire {
  #ends: Readonly<Record<Party, { receive(bytes: Bytes): Promise<void> }>> | undefined;
  readonly #inbox: Readonly<Record<Party, Bytes[]>> = { browser: [], server: [] };
  readonly #working: Record<Party, Promise<void> | undefined> = { browser: undefined, server: undefined };

  connect(ends: Readonly<Record<Party, { receive(bytes: Bytes): Promise<void> }>>): void {
    this.#ends = ends;
  }

  send(to: Party, record: Bytes): void {
    this.#inbox[to].push(record);
    this.#working[to] ??= this.#work(to, undefined);
  }

  /** Lets a party do something of its own accord, then everything that follows from it on both sides. */
  async act(party: Party, action: () => Promise<void>): Promise<void> {
    this.#working[party] = this.#work(party, action);
    for (;;) {
      const working = Object.values(this.#working).filter((work) => work !== undefined);
      if (working.length === 0) return;
      await Promise.all(working);
    }
  }

  async #work(party: Party, action: (() => Promise<void>) | undefined): Promise<void> {
    // Not in the sender's call: it has something to finish first.
    await Promise.resolve();
    await action?.();
    for (let record = this.#inbox[party].shift(); record !== undefined; record = this.#inbox[party].shift()) {
      await this.#ends?.[party].receive(record);
    }
    this.#working[party] = undefined;
  }
}

/** The order of the Certificate message, as far as the server has what it names. */
function chainOf(items: readonly ChainItem[], pki: DemoPki): readonly Bytes[] {
  const issued: Readonly<Partial<Record<ChainItem, Bytes>>> = {
    leaf: pki.leaf.der,
    intermediate: pki.intermediate.der,
    root: pki.root.der,
    ...pki.more,
  };
  return items.flatMap((item) => issued[item] ?? []);
}

function clientConfig(
  { browser }: Scenario,
  pki: DemoPki,
  clock: number,
  held: Holdings,
  fetch: FetchIssuer,
): ClientConfig {
  const address = parseIp(browser.serverName);
  return {
    suites: browser.suites,
    groups: browser.groups,
    keyShares: browser.groups.filter((group) => browser.keyShares.includes(group)),
    signatureSchemes: browser.signatureSchemes,
    // Addresses are not host names and are not sent, RFC 6066 §3.
    ...(browser.sni && address === undefined && { serverName: browser.serverName }),
    alpn: browser.alpn,
    grease: browser.grease,
    compatibilityMode: browser.compatibilityMode,
    trust: {
      store: held.store.map(({ der }) => certificate(der)),
      cached: held.cached.map(certificate),
      distrusted: held.compromised.map(({ der }) => certificate(der)),
      ...(browser.aia && { fetch }),
      at: clock,
      purpose: 'serverAuth',
      name: { type: address === undefined ? 'dns' : 'ip', value: browser.serverName },
    },
    ...(pki.client && { credential: credential([pki.client.der], pki.client.privateKey) }),
  };
}

function serverConfig({ browser, server }: Scenario, pki: DemoPki, clock: number): ServerConfig {
  const clientStore = pki.clientStore.map(({ der }) => certificate(der));
  return {
    suites: server.suites,
    groups: server.groups,
    signatureSchemes: server.signatureSchemes,
    preference: server.preference === 'server' ? 'server' : 'client',
    alpn: server.alpn,
    credential: {
      certificates: chainOf(server.sends, pki),
      leaf: certificate(pki.leaf.der),
      privateKey: pki.leaf.privateKey,
    },
    compatibilityMode: browser.compatibilityMode,
    cookie: server.cookie,
    clientAuth: server.clientAuth,
    certificateAuthorities: clientStore.map(({ subject }) => subject.der),
    ...(server.clientAuth !== 'none' && {
      clientTrust: { store: clientStore, cached: [], at: clock, purpose: 'clientAuth' as const },
    }),
  };
}

function credential(certificates: readonly Bytes[], privateKey: Bytes): Credential {
  const [leaf] = certificates;
  if (leaf === undefined) throw new Error('a credential needs a certificate');
  return { certificates, leaf: certificate(leaf), privateKey };
}

/** Certificates of our own authority; one that does not decode is our own bug. */
function certificate(der: Bytes): Certificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(`issued certificate does not decode: ${decoded.error.detail}`);
  return decoded.value;
}
