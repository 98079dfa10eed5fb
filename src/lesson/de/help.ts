/** German: the list of keys, and what this page is. */
import type { help as english } from '../en/help.ts';

export const help: typeof english = {
  title: 'Tasten',
  close: 'Schließen',
  letters: 'Tasten mit einem Buchstaben',
  lettersNote: 'Abschalten, wenn sie bei Spracheingabe stören.',
  rows: [
    { keys: ['←', '→'], text: 'voriger und nächster Schritt' },
    { keys: ['Pos1', 'Ende'], text: 'erster und letzter Schritt' },
    { keys: ['Leertaste'], text: 'abspielen und anhalten' },
    { keys: ['E'], text: 'Lauscherin ein und aus' },
    { keys: ['B'], text: 'Bytes' },
    { keys: ['C'], text: 'Krypto' },
    { keys: ['D'], text: 'Zertifikate' },
    { keys: ['K'], text: 'Schlüssel' },
    { keys: ['W'], text: 'auf der Leitung oder entschlüsselt' },
    { keys: ['?'], text: 'diese Liste' },
    { keys: ['Esc'], text: 'schließen, was offen ist' },
  ],
  about: 'Über diese Seite',
  aboutText: [
    'Client, Server, Schlüssel und Zertifikate sind echt und leben allein in dieser Seite: Nichts wird irgendwohin gesendet.',
    'Die Roots sind erfunden. Geheimnisse liegen absichtlich offen, und der Code läuft nicht in konstanter Zeit: Er taugt zum Lernen, nie zum Schützen.',
  ],
  offline: {
    unknown: 'Noch nicht für den Betrieb ohne Netz gespeichert.',
    kept: 'Alle Dateien liegen in diesem Browser: Die Seite arbeitet ohne Netz.',
    refused: 'Dieser Browser behält keine Kopie der Seite; sie braucht jedes Mal ihren Host.',
  },
};
