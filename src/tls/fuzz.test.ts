/**
 * Faulty peers at both state machines, at every stage, in the clear and inside valid encryption: no exception, no
 * hang, the alert that belongs to the fault, and nobody connected to somebody who saw other messages.
 *
 * FUZZ_INPUTS sets how many runs, FUZZ_SEED which.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { equal, toHex, utf8 } from '../bytes/hex.ts';
import type { Bytes, Provider } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { Recorder } from '../crypto/recorder.ts';
import { failureKind } from '../x509/path/codes.ts';
import { faults } from './failure.ts';
import { alertCodes } from './registry/alerts.ts';
import type { Session } from './psk.ts';
import { createRandom, fuzzInputs, mutate, type Random } from './testing/fuzz.ts';
import { Pair, type PairOptions, type Piece, type Sent, type Side, type Tamper } from './testing/pair.ts';
import { credentialOf, rootCertificate, validAt } from './testing/pki.ts';
import { createTicketVault } from './ticket-vault.ts';
import { encodeTicketState, sealTicket } from './tickets.ts';
import { createToyProvider, type Known } from './testing/toy-provider.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
const inputs = fuzzInputs(50_000);
/** Most inputs are bytes at one side alone, which is quick; the rest are whole connections. */
const connections = Math.ceil(inputs / 10);

const device = { kind: 'external', identity: utf8('device'), key: utf8('key'), hash: 'SHA-256' } as const;

const scenarios: Readonly<Record<string, Omit<PairOptions, 'provider' | 'tamper'>>> = {
  plain: {},
  'client certificate': { server: { clientAuth: 'require' }, client: { credential: credentialOf('client') } },
  'retry with cookie': { server: { groups: [0x0017], cookie: true } },
  'small padded records': {
    fragment: 90,
    padding: 20,
    credential: 'ed25519',
    server: { clientAuth: 'request' },
  },
  'a ticket and early data': await comingBack('accept'),
  'early data that is passed over': await comingBack('refuse'),
  'a PSK without a key exchange': {
    client: { pskModes: [0, 1], psk: device },
    server: { psk: { modes: [0], external: [device], clock: () => validAt } },
  },
  'a late question': {
    client: { postHandshakeAuth: true, credential: credentialOf('client') },
    server: { clientAuth: 'request', askLate: true },
  },
};

const credentials = (['ecdsa', 'rsa', 'ed25519', 'client'] as const).map(credentialOf);
/** The signatures in the certificates are real, and were verified by real cryptography. */
const known: Known[] = [];
const toy = (): Provider => createToyProvider(seed, credentials, known);
/** Everything that either side says in the good runs: to mutate, to replay, to splice. */
const corpus: Sent[] = [];
/** Pieces per good run. */
const lengths = new Map<string, number>();

beforeAll(async () => {
  const real = await createProvider();
  for (const { leaf } of credentials) {
    const [publicKey, data, signature] = [
      rootCertificate.subjectPublicKeyInfo,
      leaf.tbs,
      leaf.signatureValue,
    ];
    expect((await real.verify('ECDSA-P256-SHA256', publicKey, data, signature)).value).toBe(true);
    known.push({ publicKey, data, signature });
  }
  for (const [name, options] of Object.entries(scenarios)) {
    let count = 0;
    const pair = await play(name, options, (sent) => {
      count++;
      corpus.push(sent);
      return [sent];
    });
    expect([pair.client.state.state, pair.server.state.state]).toEqual(['closed', 'closed']);
    lengths.set(name, count);
  }
});

describe.each(Object.keys(scenarios))('%s', (name) => {
  const share = Math.ceil(connections / Object.keys(scenarios).length);
  it(
    `keeps its promises in ${share} runs with a faulty peer`,
    { timeout: 20_000 + share * 100 },
    async () => {
      const random = createRandom(seed + name.length);
      const ends = new Map<string, number>();
      for (let n = 0; n < share; n++) {
        const faulty = faultyRelay(random, lengths.get(name) ?? 1);
        try {
          const pair = await play(name, scenarios[name] ?? {}, faulty.tamper);
          check(pair);
          for (const side of sides) {
            const { state } = pair[side];
            const end = state.state === 'failed' ? state.error.code : state.state;
            ends.set(end, (ends.get(end) ?? 0) + 1);
          }
        } catch (error) {
          throw new Error(`seed ${seed}, ${name}, run ${n}: ${faulty.describe()}`, { cause: error });
        }
      }
      // The mutations reach far beyond the first decoder.
      if (share >= 1000) expect(ends.size).toBeGreaterThan(20);
    },
  );
});

describe.each(['client', 'server'] as const)('a %s alone', (side) => {
  // A client goes through a whole flight, a server mostly falls over the first message.
  const share = Math.ceil((inputs - connections) / (side === 'client' ? 3 : 1.5));
  it(
    `keeps its promises with ${share} strings of broken bytes`,
    { timeout: 20_000 + share * 50 },
    async () => {
      const other = side === 'client' ? 'server' : 'client';
      const random = createRandom(seed + side.length);
      const names = Object.keys(scenarios);
      // What the other side would have said first, by scenario; a connection that begins the same hears the same.
      const flights = await Promise.all(names.map(async (name) => firstFlight(name, other)));
      const corpusOfBytes = flights.map(({ bytes }) => bytes);
      for (let n = 0; n < share; n++) {
        const name = pick(random, names);
        const good = flights[names.indexOf(name)];
        const bytes = mutate(random, good?.bytes ?? new Uint8Array(), corpusOfBytes);
        const pair = new Pair({ ...scenarios[name], provider: toy() });
        try {
          if (side === 'client') await pair.client.start();
          await receive(pair, side, bytes, random);
          const { state } = pair[side];
          // A ChangeCipherSpec more or less changes no message; any other change must be noticed.
          const own = exporterSecret(pair, side);
          if (state.state === 'connected' && !(own && good?.exporter && equal(own, good.exporter)))
            throw new Error('connected over other messages');
          if (state.state === 'failed') checkAlert(pair, side, state.error);
        } catch (error) {
          throw new Error(`seed ${seed}, ${side} alone, ${name}, run ${n}: ${toHex(bytes)}`, {
            cause: error,
          });
        }
      }
    },
  );
});

/** A client with a ticket as an earlier connection would have left it. */
async function comingBack(earlyData: 'accept' | 'refuse'): Promise<Omit<PairOptions, 'provider' | 'tamper'>> {
  const vault = createTicketVault((length) => new Uint8Array(length).fill(5));
  const provider = createToyProvider(seed, [], []);
  const recorder = new Recorder({ provider, now: () => 0, onOperation: () => undefined });
  const [key, lifetime, ageAdd, maxEarlyData] = [utf8('resumption'), 7200, 7, 1000];
  const state = {
    suite: 0x1301,
    psk: key,
    issuedAt: validAt,
    lifetime,
    ageAdd,
    maxEarlyData,
    protocol: utf8('http/1.1'),
    serverName: utf8('shop.example'),
    clientAuthenticated: false,
  };
  const psk: Session = {
    kind: 'resumption',
    identity: await sealTicket(recorder, vault, encodeTicketState(state)),
    key,
    hash: 'SHA-256',
    suite: 0x1301,
    protocol: 'http/1.1',
    serverName: 'shop.example',
    ageAdd,
    lifetime,
    receivedAt: validAt,
    maxEarlyData,
  };
  // The same hello comes again and again.
  const tickets = { vault, count: 2, lifetime, earlyData, maxEarlyData, antiReplay: 'off' } as const;
  return {
    client: { pskModes: [1], psk, earlyData: utf8('GET /') },
    server: { psk: { modes: [1], external: [], tickets, clock: () => validAt } },
  };
}

/** In up to three portions. */
async function receive(pair: Pair, side: Side, bytes: Bytes, random: Random): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const end = random(3) === 0 ? at + 1 + random(bytes.length - at) : bytes.length;
    await pair[side].receive(bytes.slice(at, end));
    at = end;
  }
}

/** The bytes, and what hangs on every message in them: a server knows it once it has said all. */
async function firstFlight(
  name: string,
  from: Side,
): Promise<{ readonly bytes: Bytes; readonly exporter: Uint8Array | undefined }> {
  const pair = new Pair({ ...scenarios[name], provider: toy() });
  await pair.client.start();
  const hello = await pair.drain('client');
  if (from === 'client') return { bytes: hello, exporter: undefined };
  await pair.server.receive(hello);
  return { bytes: await pair.drain('server'), exporter: exporterSecret(pair, 'server') };
}

const sides: readonly Side[] = ['client', 'server'];

/** A handshake, data both ways, KeyUpdate both ways, data again, close: as far as it comes. */
async function play(
  name: string,
  options: Omit<PairOptions, 'provider' | 'tamper'>,
  tamper: Tamper,
): Promise<Pair> {
  const pair = new Pair({ ...options, provider: toy(), tamper });
  await pair.client.start();
  await deliver(pair, name);
  const { state } = pair.server;
  if (state.state === 'connected' && state.version === 0x0304 && state.mayBeAsked)
    await pair.server.requestCertificate();
  await deliver(pair, name);
  const acts: readonly ((side: Side) => Promise<void>)[] = [
    (side) => pair[side].send(utf8(`hello from ${side}`)),
    (side) => pair[side].updateKeys(side === 'client'),
    (side) => pair[side].send(utf8(`again from ${side}`)),
    (side) => pair[side].close(),
  ];
  for (const act of acts) {
    for (const side of sides) {
      if (pair[side].state.state === 'connected') await act(side);
      await deliver(pair, name);
    }
  }
  return pair;
}

async function deliver(pair: Pair, name: string): Promise<void> {
  for (let round = 0; round < 20; round++) {
    let moved = false;
    for (const side of sides) {
      const bytes = await pair.drain(side);
      if (bytes.length === 0) continue;
      moved = true;
      await pair[side === 'client' ? 'server' : 'client'].receive(bytes);
    }
    if (!moved) return;
  }
  throw new Error(`${name}: the two go on for ever`);
}

function check(pair: Pair): void {
  for (const side of sides) {
    const { state } = pair[side];
    const connected = pair.events[side].some((event) => event.type === 'connected');
    if (connected) {
      // The exporter secret hangs on every message up to the server's Finished.
      const [own, other] = [
        exporterSecret(pair, side),
        exporterSecret(pair, side === 'client' ? 'server' : 'client'),
      ];
      if (own === undefined || other === undefined || !equal(own, other))
        throw new Error(`${side} is connected over other messages`);
    }
    if (state.state !== 'failed') {
      if (pair.alertOf(side) !== undefined && pair.alertOf(side)?.description !== 0)
        throw new Error(`${side} sent an alert without a fault`);
      continue;
    }
    checkAlert(pair, side, state.error);
  }
  // Both connected: the resumption secret hangs on the client's flight as well.
  const [client, server] = sides.map((side) => resumptionSecret(pair, side));
  const both = sides.every((side) => pair.events[side].some((event) => event.type === 'connected'));
  if (both && (client === undefined || server === undefined || !equal(client, server)))
    throw new Error('connected over different flights of the client');
}

function checkAlert(
  pair: Pair,
  side: Side,
  error: {
    readonly fault: string;
    readonly code: string;
    readonly alert: keyof typeof alertCodes;
    readonly detail: string;
  },
): void {
  const alerts = pair.events[side].filter(
    (event) => event.type === 'message' && event.direction === 'sent' && event.message === 'Alert',
  );
  const sent = alerts
    .map((event) => (event.type === 'message' ? event.content[1] : undefined))
    .filter((description) => description !== 0);
  if (error.fault === 'peer-alerted') {
    if (sent.length > 0) throw new Error(`${side} answered an alert with an alert`);
    return;
  }
  const named =
    error.fault === 'bad-certificate'
      ? (failureKind(error.code)?.alert ?? faultAlert(error.code))
      : faultAlert(error.code);
  if (named !== error.alert)
    throw new Error(`${error.code} ends in ${error.alert}, the table says ${String(named)}`);
  if (error.detail === '') throw new Error(`${error.code} says nothing`);
  const closed = alerts.length > sent.length;
  if (sent.length !== (closed ? 0 : 1) || (!closed && sent[0] !== alertCodes[error.alert]))
    throw new Error(`${side} sent ${sent.join()} for ${error.code}`);
}

function faultAlert(code: string): string | undefined {
  return (faults as Readonly<Record<string, readonly [string, string]>>)[code]?.[1];
}

function exporterSecret(pair: Pair, side: Side): Uint8Array | undefined {
  const found = pair.events[side].find(
    (event) => event.type === 'secret' && event.label === 'EXPORTER_SECRET',
  );
  return found?.type === 'secret' ? found.secret.bytes : undefined;
}

function resumptionSecret(pair: Pair, side: Side): Uint8Array | undefined {
  for (const event of pair.events[side]) {
    const output = event.type === 'operation' ? event.operation.outputs[0] : undefined;
    if (output?.name === 'resumption_secret') return output.bytes;
  }
  return undefined;
}

// --- The faulty peer.

interface Faulty {
  readonly tamper: Tamper;
  readonly describe: () => string;
}

/** One to three faults somewhere in a run of `length` pieces. */
function faultyRelay(random: Random, length: number): Faulty {
  const plan = new Map<number, FaultKind>();
  for (let left = 1 + (random(3) === 0 ? random(3) : 0); left > 0; left--)
    plan.set(random(length), pick(random, faultKinds));
  const held: Piece[] = [];
  const done: string[] = [];
  let at = 0;
  return {
    tamper: (sent) => {
      const fault = plan.get(at++);
      // A server has no early keys; what was held back from the client goes under its own then.
      const late = held
        .splice(0)
        .map((piece) => (piece.level === 'early' ? { ...piece, level: sent.level } : piece));
      if (fault === undefined) return [sent, ...late];
      done.push(`${fault.name} at ${sent.from} ${sent.name} (${sent.index})`);
      return [...fault.make(random, sent, held), ...late];
    },
    describe: () => done.join('; ') || 'no fault yet',
  };
}

type Fault = (random: Random, sent: Sent, held: Piece[]) => readonly Piece[];

interface FaultKind {
  readonly name: string;
  readonly make: Fault;
}

const faultKinds: readonly FaultKind[] = [
  ...times<FaultKind>(6, {
    name: 'mutated inside',
    make: (random, sent) => [{ ...sent, content: bounded(mutate(random, sent.content, contents())) }],
  }),
  ...times<FaultKind>(2, {
    name: 'mutated on the wire',
    make: (random, sent) => [{ ...sent, wire: (record) => mutate(random, record, [record]) }],
  }),
  {
    name: 'truncated inside',
    make: (random, sent) => [{ ...sent, content: sent.content.slice(0, random(sent.content.length)) }],
  },
  { name: 'dropped', make: () => [] },
  { name: 'repeated', make: (_, sent) => [sent, sent] },
  { name: 'held back', make: (_, sent, held) => (held.push(sent), []) },
  { name: 'replaced', make: (random, sent) => [{ ...pick(random, corpus), level: sent.level }] },
  {
    name: 'followed by another',
    make: (random, sent) => [sent, { ...pick(random, corpus), level: sent.level }],
  },
  {
    name: 'preceded by another',
    make: (random, sent) => [{ ...pick(random, corpus), level: sent.level }, sent],
  },
  {
    name: 'split',
    make: (random, sent) => {
      const cut = random(sent.content.length + 1);
      return [
        { ...sent, content: sent.content.slice(0, cut) },
        { ...sent, content: sent.content.slice(cut) },
      ];
    },
  },
  {
    name: 'joined with another',
    make: (random, sent) => [{ ...sent, content: bounded(join(sent.content, pick(random, corpus).content)) }],
  },
  {
    name: 'of another type',
    make: (random, sent) => [{ ...sent, contentType: pick(random, [0, 20, 21, 22, 23, 24, 255]) }],
  },
  { name: 'in the clear', make: (_, sent) => [{ ...sent, level: 'plaintext' }] },
  {
    name: 'after an alert',
    make: (random, sent) => [
      { level: sent.level, contentType: 21, content: Uint8Array.of(1 + random(3), random(256)) },
      sent,
    ],
  },
  { name: 'padded', make: (random, sent) => [{ ...sent, padding: random(300) }] },
  {
    name: 'after noise',
    make: (random, sent) => [
      { ...sent, raw: Uint8Array.from({ length: 1 + random(40) }, () => random(256)) },
      sent,
    ],
  },
];

function contents(): readonly Bytes[] {
  return corpus.map((sent) => sent.content);
}

/** A record holds no more; longer ones are a case of the table of faults. */
function bounded(content: Bytes): Bytes {
  return content.slice(0, 16_000);
}

function join(a: Bytes, b: Bytes): Bytes {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}

function pick<T>(random: Random, list: readonly T[]): T {
  const picked = list[random(list.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}
