/** German: the start page. */
import { grouped, plural } from '../catalog.ts';
import type { start as english } from '../en/start.ts';

export const start: typeof english = {
  title: 'Ein TLS-Handshake, Schritt für Schritt',
  lead: 'Ein Browser und ein Server bauen eine geschützte Verbindung auf, hier in dieser Seite. Jeder Schritt wartet auf einen Tastendruck, und jede Nachricht lässt sich bis zum letzten Byte öffnen.',
  go: 'Durch einen Handshake gehen',
  goNote: (steps, version) => `${plural(steps, 'Schritt', 'Schritte')}, ${version}`,
  bytes: (count) => grouped(count),
  openAt: (step, name) => `Schritt ${step} öffnen, ${name}`,
  said: {
    client_hello: (bytes) =>
      `„Das spreche ich, und hier ist meine Hälfte eines Geheimnisses“: ${plural(bytes, 'Byte', 'Bytes')}, die jeder auf dem Weg lesen kann.`,
    server_hello:
      '„Das nehmen wir, und hier ist meine Hälfte.“ Beide können jetzt dasselbe Geheimnis berechnen.',
    encrypted_extensions: 'Von hier an ist alles verschlüsselt.',
  },
  both: 'beide Seiten leiten die Handshake-Schlüssel ab',
  real: {
    title: 'Was hier echt ist.',
    text: 'Beide Enden laufen in dieser Seite: echtes X.509, echte Schlüssel, echte TLS-Records, gemessene Größen und Zeiten. Erfunden sind allein das Netz dazwischen und die Namen.',
  },
  learnIt: 'Lernen',
  learnNote: 'kurze Lektionen rund um einen laufenden Handshake',
  allLessons: 'alle Lektionen',
  breakIt: 'Scheitern lassen',
  breakNote: 'ein Fehler, eine Frage, dann die Bytes, die sie beantworten',
  all: 'alle Szenarien',
  flagship: 'Chromium verbindet sich, curl nicht. Welche Datei wurde nie gesendet?',
  own: 'Eigenes mitbringen',
  ownNote: 'in dieser Seite gelesen, nirgendwohin gesendet',
  chain: [
    'Eine Kette prüfen',
    'PEM, DER, PKCS #7 oder die Ausgabe von openssl s_client; Schlüssel werden übergangen',
    '.pem .der',
  ],
  capture: ['Einen Mitschnitt öffnen', 'Records, und mit einem Key Log auch ihr Inhalt', '.pcapng'],
  explore: 'Umschauen',
  pages: {
    compare: ['TLS 1.2 gegen 1.3', 'zwei Durchläufe auf einer Uhr'],
    suites: ['Cipher Suites', 'das ganze Register, Name für Name; das meiste läuft'],
    trust: ['Vertrauenspfade', 'Ketten, Caches, Root-Stores und was neun Clients sagen'],
    workshop: ['PKI-Werkstatt', 'beantragen, prüfen, ausstellen, nachschlagen, sperren'],
    attack: ['Mallory auf der Leitung', 'ein beliebiges Byte ändern und sehen, wer es merkt'],
  },
  recent: 'Zuletzt',
  recentNote: 'bleibt in diesem Browser',
  clear: 'leeren',
  stopped: (step, of) => `${grouped(step)}/${grouped(of)}`,
  faults: {
    expired: 'ein einziges Datum',
    'wrong-host': 'richtige Kette, anderer Name',
    'untrusted-root': 'ein Pfad ins Nichts',
    'client-certificate-none': 'gefragt, und nichts vorzuzeigen',
    'attack-strip-suites': 'Mallory ändert das Hello',
    'attack-record': 'ein Byte der Anfrage',
    'attack-truncation': 'wo hat es aufgehört',
    'no-common-suite': 'der kürzeste Handshake',
  },
};
