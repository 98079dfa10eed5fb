/** German: two runs on one clock. */
import { grouped } from '../catalog.ts';
import type { compare as english } from '../en/compare.ts';
import { decimal } from './numbers.ts';

const parties = { browser: 'Browser', server: 'Server' };

export const compare: typeof english = {
  title: 'Zwei Durchläufe im Vergleich',
  left: 'Linker Durchlauf',
  right: 'Rechter Durchlauf',
  which: 'Durchlauf',
  inLab: (name) => `Wie im Labor: ${name}`,
  parties,
  latency: 'Latenz, Roundtrip',
  milliseconds: (value) => `${grouped(value)} ms`,
  axis: { unit: 'ms', orderOnly: 'nur Reihenfolge' },
  running: 'Beide Handshakes laufen.',
  broken: (message) => `Dieser Durchlauf ist abgebrochen: ${message}`,

  player: {
    label: 'Player beider Durchläufe',
    transport: {
      first: 'Anfang beider Durchläufe',
      previous: 'Zeitpunkt davor',
      next: 'Nächster Zeitpunkt',
      last: 'Ende beider Durchläufe',
      play: 'Beide abspielen',
      pause: 'Anhalten',
    },
    clock: 'Uhr beider Durchläufe',
    order: (at, of) => `${decimal(at, Number.isInteger(at) ? 0 : 1)} von ${of}`,
    state: (now, runs) =>
      `${now}. ${runs.map(({ name, arrived, of }) => `${name}: ${arrived} von ${of} Nachrichten sind angekommen.`).join(' ')}`,
    hintStep: 'halber Roundtrip',
    hintPlay: 'beide abspielen',
  },

  ladder: {
    label: (run) => `${run}: Nachrichten auf der Uhr`,
    first: 'erstes Anwendungsbyte',
    crossing: (what, from, leaves, arrives, bytes) =>
      `${what}, ${grouped(bytes)} Bytes, verlässt den ${parties[from]} bei ${grouped(leaves)} ms, kommt bei ${grouped(arrives)} ms an`,
    earlier: (milliseconds) => `${grouped(milliseconds)} ms früher`,
    earlierText: (roundTrips) =>
      `Das erste Anwendungsbyte geht ${roundTripCount(roundTrips)} früher hinaus als im anderen Durchlauf.`,
  },

  legend: {
    trip: 'Roundtrip vor den Daten',
    plaintext: 'Klartext',
    handshake: 'Handshake-Schlüssel',
    application: 'Anwendungsschlüssel, in TLS 1.2 die einzigen',
  },

  sums: {
    title: 'Was anders ist',
    between: (left, right) => `${left} zu ${right}`,
    roundTrips: 'Roundtrips bis zu den ersten Daten',
    first: 'Erstes Anwendungsbyte',
    answer: 'Erstes Byte der Antwort',
    shares: 'Key Shares',
    sends: (party) => `${parties[party]} sendet`,
    eve: 'Für Eve lesbare Nachrichten',
    counted: 'Gezählt',
    left: 'links',
    right: 'rechts',
    none: 'nie',
    gain: 'Unterschied',
    unit: { ms: 'ms', bytes: 'B' },
    note: 'Die Zeit beginnt, wenn TCP steht, und Rechnen kostet keine. Ein Augenblick ist als Band gezeichnet, damit seine Nachrichten lesbar bleiben.',
  },

  differences: {
    moved: 'Verschoben',
    vanished: 'Verschwunden',
    encrypted: 'Jetzt verschlüsselt',
    new: 'Neu',
    same: 'Beide Durchläufe tragen dieselben Nachrichten und Erweiterungen, gleich geschützt.',
    thing: {
      message: (message, from) => (shared.has(message) ? `${message}, ${parties[from]}` : message),
      extension: (name) => extensionNames[name] ?? name,
      'key-share': (from) => `Key Share, ${parties[from]}`,
      'encrypted-secret': 'Verschlüsseltes Premaster Secret',
      signature: (from) => `Signatur, ${parties[from]}`,
    },
    moves: (before, after) => `von ${before} nach ${after}`,
    earlier: (roundTrips) => `${roundTripCount(-roundTrips)} früher gesendet`,
    later: (roundTrips) => `${roundTripCount(roundTrips)} später gesendet`,
    vanishes: {
      message: (message) => messageEnds[message] ?? 'rechts nicht gesendet',
      extension: (container) => `stand in ${container}`,
      'key-share': (container) => `stand in ${container}`,
      'encrypted-secret': () => 'kein Geheimnis reist mehr, auch nicht verschlüsselt',
      signature: (container) => `stand in ${container}`,
    },
    appears: {
      message: (message) => messageBeginnings[message] ?? 'links nicht gesendet',
      extension: (container) => `in ${container}`,
      'key-share': (container) => `in ${container}`,
      'encrypted-secret': () => 'in ClientKeyExchange',
      signature: (container) => `in ${container}`,
    },
    encrypts: {
      message: (message) => encryptedMessages[message] ?? 'Eve sieht nur die Länge',
      other: 'Eve liest es nicht mehr',
    },
    clear: 'Eve liest es rechts',
  },
};

/** Sent by both sides. */
const shared = new Set(['Certificate', 'CertificateVerify', 'Finished', 'ChangeCipherSpec']);

const extensionNames: Readonly<Record<string, string>> = {
  application_layer_protocol_negotiation: 'ALPN-Antwort',
};

const messageEnds: Readonly<Record<string, string>> = {
  ServerKeyExchange: 'Share und Signatur stehen jetzt anderswo',
  ClientKeyExchange: 'der Share des Browsers steht im ClientHello',
  ServerHelloDone: 'das Finished des Servers sagt, dass er fertig ist',
  ChangeCipherSpec: 'Schlüssel wechseln ohne Nachricht; eine Attrappe darf reisen',
  HelloRetryRequest: 'das erste Hello hatte einen passenden Share',
};

const messageBeginnings: Readonly<Record<string, string>> = {
  EncryptedExtensions: 'was nicht lesbar sein muss, verlässt ServerHello',
  CertificateVerify: 'die Signatur bekommt eine eigene Nachricht, über das ganze Transkript',
  HelloRetryRequest: 'der Server verlangt erst einen anderen Share',
};

const encryptedMessages: Readonly<Record<string, string>> = {
  Certificate: 'Eve sieht nicht mehr, wessen es ist',
};

function roundTripCount(count: number): string {
  if (count === 0.5) return 'einen halben Roundtrip';
  return count === 1 ? 'einen Roundtrip' : `${String(count).replace('.5', '½')} Roundtrips`;
}
