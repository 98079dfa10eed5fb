/** English: two runs on one clock. */
import { grouped } from '../catalog.ts';

type Side = 'browser' | 'server';

const parties = { browser: 'Browser', server: 'Server' };

export const compare = {
  title: 'Two runs compared',
  left: 'Left run',
  right: 'Right run',
  which: 'Run',
  inLab: (name: string): string => `As in the Lab: ${name}`,
  parties,
  latency: 'Latency, round trip',
  milliseconds: (value: number): string => `${grouped(value)} ms`,
  axis: { unit: 'ms', orderOnly: 'order only' },
  running: 'Both handshakes are under way.',
  broken: (message: string): string => `This run broke off: ${message}`,

  player: {
    label: 'Player of both runs',
    transport: {
      first: 'Start of both runs',
      previous: 'Instant before',
      next: 'Next instant',
      last: 'End of both runs',
      play: 'Play both',
      pause: 'Pause',
    },
    clock: 'Clock of both runs',
    /** Without latency there are no milliseconds, but an order. */
    order: (at: number, of: number): string => `${grouped(Math.round(at * 10) / 10)} of ${of}`,
    state: (
      now: string,
      runs: readonly { readonly name: string; readonly arrived: number; readonly of: number }[],
    ): string =>
      `${now}. ${runs.map(({ name, arrived, of }) => `${name}: ${arrived} of ${of} messages have arrived.`).join(' ')}`,
    hintStep: 'half a round trip',
    hintPlay: 'play both',
  },

  ladder: {
    label: (run: string): string => `${run}: messages on the clock`,
    first: 'first application byte',
    crossing: (what: string, from: Side, leaves: number, arrives: number, bytes: number): string =>
      `${what}, ${grouped(bytes)} bytes, leaves the ${from} at ${grouped(leaves)} ms, arrives at ${grouped(arrives)} ms`,
    earlier: (milliseconds: number): string => `${grouped(milliseconds)} ms earlier`,
    earlierText: (roundTrips: number): string =>
      roundTrips === 1
        ? 'The first application byte leaves one round trip before the other run gets there.'
        : `The first application byte leaves ${roundTripCount(roundTrips)} before the other run gets there.`,
  },

  legend: {
    trip: 'round trip before data',
    plaintext: 'plaintext',
    handshake: 'handshake keys',
    application: 'application keys, in TLS 1.2 the only ones',
  },

  sums: {
    title: 'What changed',
    between: (left: string, right: string): string => `${left} to ${right}`,
    roundTrips: 'Round trips to first data',
    first: 'First application byte',
    answer: 'First byte of the answer',
    shares: 'Key shares',
    sends: (party: Side): string => `${parties[party]} sends`,
    eve: 'Messages Eve can read',
    counted: 'Counted',
    left: 'left',
    right: 'right',
    none: 'never',
    gain: 'Difference',
    unit: { ms: 'ms', bytes: 'B' },
    note: 'Time starts when TCP is open, and computing takes none. One instant is drawn as a band, so that its messages stay readable.',
  },

  differences: {
    moved: 'Moved',
    vanished: 'Vanished',
    encrypted: 'Now encrypted',
    new: 'New',
    same: 'Both runs carry the same messages and extensions, equally protected.',
    thing: {
      message: (message: string, from: Side): string =>
        shared.has(message) ? `${message}, ${from}` : message,
      extension: (name: string): string => extensionNames[name] ?? name,
      'key-share': (from: Side): string => `Key share, ${from}`,
      'encrypted-secret': 'Encrypted premaster secret',
      signature: (from: Side): string => `Signature, ${from}`,
    },
    moves: (before: string, after: string): string => `from ${before} to ${after}`,
    earlier: (roundTrips: number): string => `sent ${roundTripCount(-roundTrips)} earlier`,
    later: (roundTrips: number): string => `sent ${roundTripCount(roundTrips)} later`,
    vanishes: {
      message: (message: string): string => messageEnds[message] ?? 'not sent on the right',
      extension: (container: string): string => `was in ${container}`,
      'key-share': (container: string): string => `was in ${container}`,
      'encrypted-secret': () => 'no secret travels any more, not even encrypted',
      signature: (container: string): string => `was in ${container}`,
    },
    appears: {
      message: (message: string): string => messageBeginnings[message] ?? 'not sent on the left',
      extension: (container: string): string => `in ${container}`,
      'key-share': (container: string): string => `in ${container}`,
      'encrypted-secret': (): string => 'in ClientKeyExchange',
      signature: (container: string): string => `in ${container}`,
    },
    encrypts: {
      message: (message: string): string => encryptedMessages[message] ?? 'Eve sees only its length',
      other: 'Eve no longer reads it',
    },
    clear: 'Eve reads it on the right',
  },
};

/** Sent by both sides. */
const shared = new Set(['Certificate', 'CertificateVerify', 'Finished', 'ChangeCipherSpec']);

const extensionNames: Readonly<Record<string, string>> = {
  application_layer_protocol_negotiation: 'ALPN answer',
};

const messageEnds: Readonly<Record<string, string>> = {
  ServerKeyExchange: 'its share and signature have other places',
  ClientKeyExchange: 'the browser’s share is in ClientHello',
  ServerHelloDone: 'the server’s Finished says that it is done',
  ChangeCipherSpec: 'keys change without a message; a dummy may travel',
  HelloRetryRequest: 'the first hello had a share that fits',
};

const messageBeginnings: Readonly<Record<string, string>> = {
  EncryptedExtensions: 'what need not be readable leaves ServerHello',
  CertificateVerify: 'the signature gets a message of its own, over the whole transcript',
  HelloRetryRequest: 'the server asks for another share first',
};

const encryptedMessages: Readonly<Record<string, string>> = {
  Certificate: 'Eve no longer sees whose it is',
};

function roundTripCount(count: number): string {
  if (count === 0.5) return 'half a round trip';
  return count === 1 ? 'one round trip' : `${String(count).replace('.5', '½')} round trips`;
}
