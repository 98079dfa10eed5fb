/** German: what keeps a page or a run from being shown, a link that cannot be read, a newer version. */
import type { problems as english } from '../en/problems.ts';

export const problems: typeof english = {
  insecure: {
    title: 'Unter dieser Adresse bleibt die Kryptografie abgeschaltet',
    body: 'Handshake Lab rechnet mit der WebCrypto des Browsers. Browser bieten sie nur Seiten an, die über https oder von diesem Rechner kommen.',
    fix: 'Die Seite über https oder unter http://localhost öffnen.',
    address: 'Geöffnet als',
  },
  missing: {
    title: 'Diesem Browser fehlt, was der Handshake braucht',
    body: 'Handshake Lab überlässt die Arbeit der WebCrypto des Browsers. Diese Teile fehlen:',
    fix: 'Ein aktueller Chrome, Edge, Firefox oder Safari hat sie alle.',
  },
  update: {
    title: 'Eine neuere Version ist da',
    body: 'Was auf dem Bildschirm steht, bleibt bis zum Laden; die Adresse behält Szenario und Schritt.',
    now: 'Laden',
    later: 'Später',
  },
  runFailed: {
    title: 'Dieser Durchlauf ist abgebrochen',
    body: 'Das ist ein Fehler dieser Seite, nicht der Einstellungen. Der letzte gelungene Durchlauf ist noch da.',
    bodyFirst: 'Das ist ein Fehler dieser Seite, nicht der Einstellungen.',
    again: 'Noch einmal ausführen',
    reset: 'Zurück zum Szenario',
    details: 'Was das Programm meldet',
  },
  link: {
    title: 'Dieser Link ließ sich nicht vollständig lesen',
    shown:
      'Stattdessen ist das erste Szenario zu sehen. Nichts, was dieser Browser gespeichert hat, wurde verändert.',
    shownPage:
      'Die Seite ist zu sehen, wie sie von selbst öffnet. Nichts, was dieser Browser gespeichert hat, wurde verändert.',
    newVersion:
      'Stattdessen ist das erste Szenario zu sehen. Neu laden holt die neueste Version dieser Seite.',
    newVersionPage: 'Die Seite ist zu sehen, wie sie von selbst öffnet. Neu laden holt ihre neueste Version.',
    dismiss: 'Schließen',
    reason: ({ reason, parameter, value }): string => {
      switch (reason) {
        case 'no-version':
          return 'Er sagt nicht, für welche Version er geschrieben ist (v=1).';
        case 'newer-version':
          return `Er stammt von einer neueren Version dieser Seite (v=${value}).`;
        case 'unknown-page':
          return `Hier gibt es keine Seite ${value === '' ? 'dieses Namens' : `„${value}“`}.`;
        case 'unknown-parameter':
          return `Er verlangt „${parameter}“, was diese Seite nicht kennt.`;
        case 'bad-value':
          return value === ''
            ? `„${parameter}“ hat keinen Wert.`
            : `„${parameter}“ kann nicht „${shortened(value)}“ sein.`;
        case 'unreadable':
          return `Er bricht in „${parameter}“ ab, als wäre er abgeschnitten worden.`;
      }
    },
  },
};

const longestQuote = 60;

function shortened(value: string): string {
  return value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
}
