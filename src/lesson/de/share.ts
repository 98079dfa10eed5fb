/** German: share dialog and present mode. */
import { grouped, plural } from '../catalog.ts';
import type { present as englishPresent, share as englishShare } from '../en/share.ts';

export const share: typeof englishShare = {
  title: 'Diesen Durchlauf teilen',
  close: 'Schließen',
  link: 'Link',
  linkNote: (length) =>
    `${grouped(length)} Zeichen: Szenario, Änderungen, Eingriffe, Schritt, Reiter und Auswahl. Wer ihn öffnet, erzeugt eigene Schlüssel.`,
  withTheme: (theme) => `mit dem ${theme} Farbschema`,
  themes: { light: 'hellen', dark: 'dunklen' },
  withLanguage: 'auf Deutsch',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  notCopied:
    'Dieser Browser lässt Seiten nicht in die Zwischenablage schreiben; den Text markieren und kopieren.',
  qr: 'QR-Code',
  qrNote: 'Für den Raum: ein Telefon darauf richten.',
  qrTooLong:
    'Der Link ist zu lang für einen QR-Code. Mit weniger Änderungen oder einem kürzeren Text passt er.',
  embed: 'Einbetten',
  embedNote: 'Ablauf und Inspektor in einer eigenen Seite.',
};

export const present: typeof englishPresent = {
  name: 'Vorführen',
  open: 'Vorführen',
  hidden: 'Antwort verdeckt',
  reveal: 'aufdecken',
  hide: 'verdecken',
  notes: 'Notizen',
  onlyHere: 'nur auf diesem Bildschirm',
  noNotes: 'Keine Notizen zu diesem Schritt. In der Liste (L) lassen sich welche schreiben.',
  next: 'Weiter',
  end: 'Ende des Durchlaufs',
  leave: 'verlassen',
  list: 'Liste',
  bytes: (count) => plural(count, 'Byte', 'Bytes'),
  demo: (at, of) => `Demo ${at} von ${of}`,
  editor: {
    title: 'Demo-Liste',
    close: 'Schließen',
    intro:
      'Jeder Eintrag öffnet ein Szenario an seinem Schritt. Die Liste bleibt in diesem Browser und passt in einen Link.',
    add: 'Aufnehmen, was zu sehen ist',
    remove: 'Entfernen',
    up: 'Früher',
    down: 'Später',
    go: 'Zeigen',
    question: 'Frage',
    answer: 'Antwort',
    notes: 'Notizen',
    share: 'Die Liste als Link kopieren',
    shared: 'Link zur ganzen Liste kopiert.',
    empty: 'Noch keine Demos.',
  },
  keys: 'Tasten: → ← Schritt, A Antwort, N Notizen, [ ] vorige und nächste Demo, L Liste, Esc verlassen',
  questions: {
    client_hello: 'Was kann jetzt jeder auf dem Weg lesen?',
    server_hello: 'Wer kann von hier an das gemeinsame Geheimnis berechnen?',
    hello_retry_request: 'Warum muss es zweimal gesagt werden?',
    encrypted_extensions: 'Was sieht eine Lauscherin davon?',
    certificate: 'Was beweist dieses Zertifikat, und was nicht?',
    validate_chain: 'Wohin führt der Pfad vom Leaf-Zertifikat?',
    certificate_verify: 'Eine Kopie eines Zertifikats kann jeder senden. Warum ist das hier keine Kopie?',
    verify_signature: 'Was genau wurde signiert?',
    finished: 'Was hätte ein einziges verändertes Bit bewirkt?',
    client_finished: 'Was weiß der Server jetzt, das er vorher nicht wusste?',
    certificate_request: 'Wer muss jetzt wem ein Zertifikat zeigen?',
    client_certificate: 'Verschlüsselt ein Client-Zertifikat etwas?',
    application_data_1: 'Mit welchem Schlüssel wurde das versiegelt?',
    close_notify: 'Was wäre, wenn diese Nachricht nicht angekommen wäre?',
    alert: 'Wer hat aufgegeben, und warum?',
    server_key_exchange: 'Warum ist diese Nachricht signiert?',
    client_key_exchange: 'Was reist hier, und wer kann es öffnen?',
  },
};
