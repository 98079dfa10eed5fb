/** German: the run as a document, Markdown and the printed handout. */
import type { Level } from '../../lab/trace.ts';
import { grouped, plural } from '../catalog.ts';
import type { report as english } from '../en/report.ts';
import { den, Der, der, other } from './grammar.ts';

const levels: Readonly<Record<Level, string>> = {
  plaintext: 'im Klartext',
  early: 'unter Early-Data-Schlüsseln',
  handshake: 'unter Handshake-Schlüsseln',
  application: 'unter Anwendungsschlüsseln',
};

export const report: typeof english = {
  host: (name) => `Verlangter Name: ${name === '' ? 'keiner' : name}`,
  agreed: (names) => (names.length === 0 ? 'Nichts vereinbart' : `Vereinbart: ${names.join(', ')}`),
  made: (clock) => `Uhr des Durchlaufs: ${new Date(clock).toISOString().replace(/\.\d+Z$/, 'Z')}`,
  completed: (steps) => `Abgeschlossen in ${plural(steps, 'Schritt', 'Schritten')}`,
  failed: (step, by, what, code) =>
    `Gescheitert bei Schritt ${step}: ${what} (${code}); gefunden hat es ${der(by)}`,
  stalled: (steps, cut) =>
    cut
      ? `Abgeschnitten nach ${plural(steps, 'Schritt', 'Schritten')}, ohne close_notify`
      : `Steht nach ${plural(steps, 'Schritt', 'Schritten')} still: Niemand hat einen Fehler gefunden, und nichts bewegt sich mehr`,
  network: (acts) =>
    `Mallory stand dazwischen: ${plural(acts, 'Eingriff', 'Eingriffe')}, bei den Nachrichten unten genannt`,
  connection: (number) => `Verbindung ${number} ihres Durchlaufs`,
  fates: {
    edited: 'unterwegs von Mallory verändert',
    truncated: 'von Mallory gekürzt',
    dropped: 'von Mallory zurückgehalten, nie angekommen',
    duplicated: 'von Mallory zweimal gesendet',
    delayed: 'von Mallory aufgehalten',
    replayed: 'von Mallory noch einmal gesendet',
    injected: 'von Mallory selbst',
    'cut-off': 'verloren: Mallory hatte die Leitung gekappt',
  },
  message: (from, bytes, level) =>
    `${Der(from)} an ${den(other(from))}, ${grouped(bytes)} B, ${levels[level]}`,
  local: (parties) =>
    parties.length === 2
      ? 'Beide Seiten, nichts auf der Leitung'
      : `${Der(parties[0] ?? 'browser')}, nichts auf der Leitung`,
  closing:
    'Entstanden mit Handshake Lab: ein echter Handshake zwischen einem TLS-Client und einem TLS-Server in einer Seite, mit erfundenen Zertifizierungsstellen. Jede Zahl stammt aus genau diesem Durchlauf.',
  from: {
    sent: 'gesendet',
    store: 'im Root-Store',
    cache: 'aus dem Cache',
    fetched: 'per AIA geholt',
    nowhere: 'niemand hat es',
  },
  print: {
    verdicts: { passed: 'bestanden', failed: 'gescheitert', 'not-reached': 'nicht erreicht' },
  },
};
