/**
 * run(): lets a real client and a real server shake hands over a wire in memory, and returns the trace.
 *
 * The wire delivers one record at a time, the browser's first, so that the order of events is the one
 * a patient network would give.
 */
import type { DemoPki } from '../authority/pki.ts';
import { fromHex, toHex, utf8 } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { Recorder } from '../crypto/recorder.ts';
import { Client } from '../tls/client/client.ts';
import { tls12ClientDefaults, type ClientConfig, type Credential } from '../tls/client/config.ts';
import type { ChannelOptions } from '../tls/connection/channel.ts';
import type { ConnectionEvent } from '../tls/connection/events.ts';
import type { ExternalPsk, Session } from '../tls/psk.ts';
import type { ServerConfig } from '../tls/server/config.ts';
import type { ClientSession, ServerSession, SessionCache } from '../tls/tls12/session.ts';
import type { TicketKey } from '../tls/tls12/tickets.ts';
import { mayBeOverruled } from '../tls/proofs.ts';
import { Server } from '../tls/server/server.ts';
import { createTicketVault, type TicketVault } from '../tls/ticket-vault.ts';
import { decodeCertificate, type Certificate } from '../x509/certificate.ts';
import { parseIp } from '../x509/ip.ts';
import type { FetchIssuer } from '../x509/path/fetch.ts';
import { certificatesIn } from './certificates.ts';
import { Collector } from './collector.ts';
import { dhGroupOf } from './dh-groups.ts';
import { type FetchedCertificate, type Holdings, holdingsOf } from './holdings.ts';
import type { Network, NetworkOptions } from './network.ts';
import type { ChainItem, Scenario, SharedKey } from './scenario.ts';
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

/**
 * One connection; or two, where the scenario comes back with a ticket: then the trace is the second one's, and the
 * first stands in it as `previous`. A first connection that fails is all there is. Where the network sends a recording
 * to the server again, that is one more connection behind them.
 */
export async function run(scenario: Scenario, environment: RunEnvironment): Promise<Trace> {
  const clock = scenario.clock ?? environment.wallClock();
  const pki = await environment.issue(scenario, clock);
  const vault = createTicketVault((length) => environment.provider.random(length));
  const world = { pki, vault, environment, ...keepersOf(scenario, environment.provider) };
  const { trace, said } = await connections(scenario, clock, world);
  const acts = scenario.network.flatMap((act, index) =>
    act.act === 'reconnect' && act.undone !== true ? [{ act, index }] : [],
  );
  if (acts.length === 0) return trace;
  const { replay } = await import('./replay.ts');
  const recording = { of: trace, said };
  let last = trace;
  for (const { act, index } of acts) {
    const at = trace.clock + act.seconds * 1000;
    const again = await replay(recording, act.on, index, () => serverAlone(scenario, at, world));
    if (again !== undefined) last = withPrevious(again, last);
  }
  return last;
}

async function connections(scenario: Scenario, clock: number, world: World): Promise<Connected> {
  if (scenario.resume === 'none') {
    const only = await connect(scenario, clock, undefined, world);
    const excepted = acceptedAfterWarning(only.trace);
    if (excepted === undefined) return only;
    const again = await connect(scenario, clock, undefined, world, [excepted]);
    return { ...again, trace: withPrevious(again.trace, only.trace) };
  }
  const first = await connect(firstOf(scenario), clock, undefined, world);
  if (first.trace.outcome.kind === 'failed') return first;
  const second = await connect(scenario, clock + scenario.resumeAfter * 1000, first.kept, world);
  return { ...second, trace: withPrevious(second.trace, first.trace) };
}

/** The certificate that the user lets pass after the browser's warning; undefined where there is none, or no way past it. */
function acceptedAfterWarning(trace: Trace): Bytes | undefined {
  const { scenario, outcome, steps } = trace;
  const { clickThrough, hsts } = scenario.browser;
  if (outcome.kind !== 'failed' || !clickThrough || hsts) return undefined;
  const step = steps[outcome.step];
  const warned = step?.kind === 'local' && step.work === 'validate_chain' && step.path;
  return warned && mayBeOverruled(warned) ? certificatesIn(trace, 'server')[0] : undefined;
}

/** The connection that gets the ticket: the same two parties, undisturbed. */
function firstOf(scenario: Scenario): Scenario {
  return {
    ...scenario,
    resume: 'none',
    network: [],
    browser: { ...scenario.browser, earlyData: false },
  };
}

/** Parts of a trace are made when they are first read, which a spread would do. */
function withPrevious(trace: Trace, previous: Trace): Trace {
  return Object.defineProperty(trace, 'previous', { value: previous, enumerable: true });
}

/** What both connections of a run share. */
interface World {
  readonly pki: DemoPki;
  readonly vault: TicketVault;
  /** How the server of TLS 1.2 keeps sessions. */
  readonly sessions?: SessionCache;
  readonly ticketKey?: TicketKey;
  readonly environment: RunEnvironment;
}

/** What one connection leaves for the next. */
interface Kept {
  readonly tls13: Session | undefined;
  readonly tls12: ClientSession | undefined;
}

/** TLS 1.2: a key for tickets, or a memory of sessions; random bytes are drawn only where they are needed. */
function keepersOf({ server, resume }: Scenario, provider: Provider): Pick<World, 'sessions' | 'ticketKey'> {
  if (!server.versions.includes(0x0303)) return {};
  if (resume === 'session-id') {
    const kept = new Map<string, ServerSession>();
    return {
      sessions: {
        get: (id) => kept.get(toHex(id)),
        put: (id, session) => void kept.set(toHex(id), session),
      },
    };
  }
  return server.tickets === 0 ? {} : { ticketKey: { name: provider.random(16), key: provider.random(16) } };
}

interface Connected {
  readonly trace: Trace;
  readonly kept: Kept;
  /** What the browser put on the wire, in order. */
  readonly said: readonly ConnectionEvent[];
}

async function connect(
  scenario: Scenario,
  clock: number,
  kept: Kept | undefined,
  world: World,
  exceptions: readonly Bytes[] = [],
): Promise<Connected> {
  const { pki, environment } = world;
  const held = holdingsOf(scenario, pki, (items) => chainOf(items, pki));
  const fetched: FetchedCertificate[] = [];
  const trust = { ...held, browser: { ...held.browser, fetched } };
  const collector = new Collector({ scenario, clock, source: { kind: 'lab' }, trust, now: environment.now });
  const heard: Record<Party, number> = { browser: 0, server: 0 };
  const listen = { browser: collector.listen('browser'), server: collector.listen('server') };
  const said: ConnectionEvent[] = [];
  const options = (party: Party, padding: number): ChannelOptions => ({
    recorder: recorderIn(environment),
    emit: (event) => {
      listen[party](event);
      // Nine of ten events, and nothing that others wait for.
      if (event.type === 'operation') return;
      if (party === 'browser' && 'direction' in event && event.direction === 'sent') said.push(event);
      if (event.type !== 'message') return;
      if (event.direction === 'sent') network.announce(party, event);
      else if (event.message === 'ApplicationData') heard[party]++;
    },
    padding,
  });
  const wire = new Wire();
  const network = await networkFor(scenario.network, {
    deliver: (to, record) => wire.send(to, record),
    report: (passage) => collector.passed(passage),
  });
  /** The repository in this page: no address is ever asked. */
  const fetch = (url: string): Certificate | undefined => {
    const found = trust.browser.repository.find((one) => one.url === url);
    if (found) fetched.push(found);
    return found && certificate(found.der);
  };
  const client = new Client(clientConfig(scenario, pki, clock, trust.browser, fetch, kept, exceptions), {
    ...options('browser', scenario.browser.padding),
    onRecord: (record) => network.take('browser', record),
  });
  const server = new Server(serverConfig(scenario, pki, clock, world), {
    ...options('server', scenario.server.padding),
    onRecord: (record) => network.take('server', record),
  });
  wire.connect({ browser: client, server });

  let answered = 0;
  /** A server that asks late asks when there is something to protect. */
  const askLate = async (): Promise<void> => {
    const { state } = server;
    const asks = scenario.server.postHandshakeAuth && scenario.server.clientAuth !== 'none';
    if (state.state !== 'connected' || state.version !== 0x0304 || !asks) return;
    if (!state.mayBeAsked || answered > 0 || heard.server === 0) return;
    await wire.act('server', () => server.requestCertificate());
  };
  await wire.act('browser', () => client.start());
  const exchange = async (): Promise<void> => {
    const { state } = client;
    if (state.state !== 'connected') return;
    // What the server took as early data is not sent again.
    const early = state.version === 0x0304 && state.earlyData === 'accepted' && answered === 0;
    const before = early ? 0 : heard.server;
    if (!early) await wire.act('browser', () => client.send(utf8(scenario.browser.request)));
    await askLate();
    answered++;
    // A server answers what it was asked; what the network kept from it, it was not.
    if (heard.server > before && server.state.state === 'connected')
      await wire.act('server', () => server.send(utf8(scenario.server.response)));
  };
  const stands = server.state.state === 'connected';
  if (stands) {
    await exchange();
    const { state } = client;
    if (scenario.keyUpdate && state.state === 'connected' && state.version === 0x0304) {
      await wire.act('browser', () => client.updateKeys(true));
      await exchange();
    }
  }
  if (scenario.browser.renegotiate && client.state.state === 'connected' && client.state.version === 0x0303) {
    const { helloOfAnother } = await import('./foreign-hello.ts');
    const config = clientConfig(scenario, pki, clock, trust.browser, fetch, undefined);
    const hello = await helloOfAnother(config, recorderIn(environment));
    await wire.act('browser', () => client.sendForeignHello(hello));
  }
  const { state } = client;
  if (stands && state.state === 'connected') await wire.act('browser', () => client.close());
  const waiting = { browser: client.state.state, server: server.state.state };
  return {
    trace: collector.trace({ waiting, cut: network.cut }),
    kept: { tls13: client.sessions.at(-1), tls12: client.tls12Session },
    said,
  };
}

/** The same server in a connection in which nobody is at the other end but a recording. */
function serverAlone(scenario: Scenario, clock: number, world: World) {
  const { pki, environment } = world;
  const trust = holdingsOf(scenario, pki, (items) => chainOf(items, pki));
  const collector = new Collector({
    scenario,
    clock,
    source: { kind: 'replay' },
    trust,
    now: environment.now,
  });
  const server = new Server(serverConfig(scenario, pki, clock, world), {
    recorder: recorderIn(environment),
    emit: collector.listen('server'),
    padding: scenario.server.padding,
  });
  return { collector, server };
}

function recorderIn({ provider, now }: RunEnvironment): ChannelOptions['recorder'] {
  return (onOperation) => new Recorder({ provider, now, onOperation });
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
  kept: Kept | undefined,
  exceptions: readonly Bytes[] = [],
): ClientConfig {
  const session = kept?.tls13;
  const address = parseIp(browser.serverName);
  const psk = session ?? (browser.psk ? externalPsk(browser.psk) : undefined);
  return {
    versions: browser.versions,
    suites: browser.suites,
    groups: browser.groups,
    keyShares: browser.groups.filter((group) => browser.keyShares.includes(group)),
    signatureSchemes: browser.signatureSchemes,
    // Addresses are not host names and are not sent, RFC 6066 §3.
    ...(browser.sni && address === undefined && { serverName: browser.serverName }),
    alpn: browser.alpn,
    grease: browser.grease,
    compatibilityMode: browser.compatibilityMode,
    statusRequest: browser.statusRequest,
    tls12: {
      ...tls12ClientDefaults,
      extendedMainSecret: browser.extendedMainSecret,
      encryptThenMac: browser.encryptThenMac,
      fallbackScsv: browser.fallbackScsv,
      ...(kept?.tls12 && { session: kept.tls12 }),
      ...(browser.psk && { psk: externalPsk(browser.psk) }),
    },
    trust: {
      store: held.store.map(({ der }) => certificate(der)),
      cached: held.cached.map(certificate),
      distrusted: held.compromised.map(({ der }) => certificate(der)),
      ...(browser.aia && { fetch }),
      exceptions,
      ...(browser.revocation !== 'off' && {
        revocation: {
          mode: browser.revocation,
          crls: held.revocationLists,
          ...(pki.lists.scope && { scope: pki.lists.scope }),
          // Who did not ask for a staple cannot miss it (RFC 7633 §4.3.3).
          mustStaple: browser.statusRequest,
        },
      }),
      at: clock,
      purpose: 'serverAuth',
      name: { type: address === undefined ? 'dns' : 'ip', value: browser.serverName },
    },
    ...(pki.client && { credential: credential([pki.client.der], pki.client.privateKey) }),
    pskModes: browser.pskModes,
    ...(psk && { psk }),
    ...(browser.earlyData && { earlyData: utf8(browser.request) }),
    postHandshakeAuth: browser.postHandshakeAuth,
  };
}

function serverConfig(
  { browser, server }: Scenario,
  pki: DemoPki,
  clock: number,
  { vault, sessions, ticketKey }: World,
): ServerConfig {
  const clientStore = pki.clientStore.map(({ der }) => certificate(der));
  return {
    versions: server.versions,
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
    ...(pki.staple && { staple: pki.staple }),
    compatibilityMode: browser.compatibilityMode,
    cookie: server.cookie,
    clientAuth: server.clientAuth,
    askLate: server.postHandshakeAuth,
    psk: {
      modes: server.pskModes,
      external: server.psk ? [externalPsk(server.psk)] : [],
      clock: () => clock,
      tickets: {
        vault,
        count: server.tickets,
        lifetime: ticketLifetime,
        earlyData: server.earlyData,
        maxEarlyData: 16_384,
        antiReplay: server.antiReplay,
      },
    },
    tls12: {
      extendedMainSecret: server.extendedMainSecret,
      encryptThenMac: server.encryptThenMac,
      dhGroup: dhGroupOf(server.dhGroup),
      ticketLifetime,
      ...(sessions && { sessions }),
      ...(ticketKey && { ticketKey }),
      psks: server.psk ? [externalPsk(server.psk)] : [],
    },
    certificateAuthorities: clientStore.map(({ subject }) => subject.der),
    ...(server.clientAuth !== 'none' && {
      clientTrust: {
        store: clientStore,
        cached: [],
        at: clock,
        purpose: 'clientAuth' as const,
        // A server has its own authority's list at hand; an empty one would change nothing.
        ...(pki.lists.client.length > 0 && {
          revocation: { mode: 'soft-fail' as const, crls: pki.lists.client },
        }),
      },
    }),
  };
}

/** Seconds; two hours, as servers commonly have it. */
const ticketLifetime = 7200;

function externalPsk({ identity, key }: SharedKey): ExternalPsk {
  return { kind: 'external', identity: utf8(identity), key: fromHex(key) as Bytes, hash: 'SHA-256' };
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

/** A network that acts is loaded when somebody acts; otherwise records just pass. */
async function networkFor(
  acts: Scenario['network'],
  ends: Pick<NetworkOptions, 'deliver' | 'report'>,
): Promise<Pick<Network, 'announce' | 'take' | 'cut'>> {
  if (acts.length > 0) {
    const { Network: ActingNetwork } = await import('./network.ts');
    return new ActingNetwork({ acts, ...ends });
  }
  return {
    cut: false,
    announce: () => undefined,
    take: (from, record) => ends.deliver(from === 'browser' ? 'server' : 'browser', record),
  };
}
