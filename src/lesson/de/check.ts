/** German: "Your chain", the page for certificates that people bring along. */
import type { PasteProblem } from '../../interchange/paste.ts';
import { grouped, plural } from '../catalog.ts';
import type { check as english } from '../en/check.ts';

const problems: Readonly<Record<PasteProblem, string>> = {
  'no-block': 'Hier steht keine Zeile -----BEGIN …-----.',
  'stray-end': 'Eine END-Zeile ohne BEGIN-Zeile davor.',
  'missing-end': 'Zu dieser BEGIN-Zeile fehlt END. Das Ende wurde wohl nicht mitkopiert.',
  'label-mismatch': 'END nennt eine andere Art von Block als die BEGIN-Zeile.',
  headers: 'Ein Block mit Headern nach RFC 1421: Er ist verschlüsselt und wird nicht gelesen.',
  'bad-character': 'Ein Zeichen, das es in Base64 nicht gibt.',
  'bad-padding': 'Das Base64 endet nicht, wo es sollte. Eine Zeile oder ein Teil davon fehlt.',
  empty: 'Zwischen BEGIN und END steht nichts.',
  'nothing-found':
    'Kein Zertifikat darin. Erwartet wird PEM (-----BEGIN CERTIFICATE-----), Base64 oder Hex von DER, PKCS #7 oder die Ausgabe von openssl s_client -showcerts.',
  'bad-bundle': 'Eine PKCS-#7-Struktur, aber kein Bündel von Zertifikaten.',
  'empty-bundle': 'Ein PKCS-#7-Bündel ohne Zertifikat.',
  pkcs12:
    'PKCS #12, ein Tresor mit Passwort und meist einem privaten Schlüssel. Die Zertifikate herausnehmen: openssl pkcs12 -nokeys -in FILE.',
};

export const check: typeof english = {
  title: 'Eigene Kette',
  paste: {
    title: 'Eigene mitbringen',
    subtitle: 'hier gelesen, nirgendwohin gesendet',
    label: 'Zertifikate: hier einfügen oder ablegen',
    placeholder:
      'PEM, Base64, PKCS #7 einfügen oder die Ausgabe von\nopenssl s_client -connect HOST:443 -showcerts\n\nOder Dateien hier ablegen.',
    edit: 'Text bearbeiten',
    openFile: 'Dateien wählen',
    clear: 'Leeren',
    moreLines: (count) => `… ${plural(count, 'Zeile', 'Zeilen')}`,
    drop: 'Zertifikate hier ablegen',
  },
  found: {
    heading: (count) =>
      count === 0 ? 'Kein Zertifikat gefunden' : `${plural(count, 'Zertifikat', 'Zertifikate')} gefunden`,
    keys: (count) => `${plural(count, 'Schlüssel', 'Schlüssel')} übergangen`,
    faults: (count) => plural(count, 'Fehler', 'Fehler'),
    spoken: (certificates, keys, faults) =>
      [
        plural(certificates, 'Zertifikat', 'Zertifikate'),
        ...(keys > 0 ? [`${plural(keys, 'Schlüssel', 'Schlüssel')} nicht gelesen, nicht behalten`] : []),
        ...(faults > 0 ? [plural(faults, 'Fehler', 'Fehler')] : []),
      ].join(', '),
    empty: 'Noch nichts eingefügt',
    emptyNote:
      'Jede Reihenfolge ist recht. Eine Root ist nicht nötig: Sie zählt nur, wenn der Store sie schon hat.',
    by: (issuer) => `von ${issuer}`,
    marks: {
      'self-signed': 'nennt sich selbst als Aussteller',
      moved: 'das Leaf-Zertifikat, nach vorn geholt: Server müssen es zuerst senden',
      unrelated: 'fremd: Kein Name führt vom Leaf-Zertifikat hierher',
    },
    duplicate: (place) => `dasselbe wie [${place}], weggelassen`,
    key: 'nicht gelesen, nicht behalten',
    keyNote: 'Eine Kette braucht ihn nicht. War er in Gebrauch, gilt er als jemandem gezeigt.',
    list: 'zählt, wo sie eines dieser Zertifikate betrifft',
    other: 'kein Teil einer Kette, nicht gelesen',
    line: (line, column) => (column === undefined ? `Zeile ${line}` : `Zeile ${line}, Spalte ${column}`),
    problems,
    broken: (detail, offset) => `Kein Zertifikat: ${detail}, bei Byte ${grouped(offset)}.`,
    bytes: (count) => `${grouped(count)} B`,
    look: (name) => `${name} ansehen`,
    lookBroken: 'Seine Bytes ansehen',
    trust: 'Hier vertrauen',
    trustName: (name) => `${name} hier vertrauen`,
  },
  question: {
    title: 'Verlangt',
    host: 'Hostname',
    hostHint: 'kein Name wird geprüft',
    hostWrong: 'Weder ein Hostname noch eine IP-Adresse.',
    time: 'Zeit, UTC',
    now: 'jetzt',
    timeWrong: 'In der Form 2026-11-23 19:17 schreiben.',
    reset: 'Wie im Leaf',
    resetTime: 'Jetzt',
  },
  roots: {
    title: 'Roots',
    mock: (count) => `Store des Labors, ${plural(count, 'Root', 'Roots')}`,
    mockNote: 'die erfundenen Roots des neuesten Durchlaufs im Labor',
    workshop: 'Die Root der eigenen Werkstatt',
    add: 'Root-Datei hinzufügen',
    remove: (name) => `${name} nicht vertrauen`,
    own: 'eigene',
    fault: (name) => `In ${name} ist kein Zertifikat zu finden.`,
    none: 'Keiner Root wird vertraut: Kein Pfad kann gut enden.',
    real: 'Keine Root des echten Web ist hier dabei. Um eine Kette von dort zu prüfen, deren Root hinzufügen.',
  },
  verdict: {
    eyebrow: 'Browser, rechnet lokal',
    title: 'Kette prüfen',
    waits:
      'Links eine Kette einfügen: Dieselben Prüfungen wie in einem Handshake laufen darüber, und jedes Urteil sagt, worauf es beruht.',
    rejected: (reason) =>
      `${reason.replace(/[.]$/, '')}. Was entscheidet, steht zuerst; die anderen Prüfungen liefen weiter.`,
    trusted: (host, length, root) =>
      `${host === '' ? 'Das Leaf-Zertifikat' : host} führt über ${plural(length, 'Zertifikat', 'Zertifikate')} zu ${root}, und jede Prüfung ist bestanden.`,
    passed: 'vertrauenswürdig',
    failed: 'nicht vertrauenswürdig',
    busy: 'Wird geprüft',
    failure: (message) => `Die Prüfung brach ab: ${message}`,
    limits: 'Geholt wurde nichts: Aussteller und Sperrlisten zählen nur, soweit sie eingefügt wurden.',
  },
  tabs: {
    label: 'Ansichten des Urteils',
    checks: 'Prüfungen',
    paths: 'Pfade',
    clients: 'Clients',
    fix: 'So lässt es sich beheben',
  },
};
