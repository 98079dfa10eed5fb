/** German: the closing check around its questions. */
import type { closingCheck as english } from '../en/closing-check.ts';
import { plural } from '../catalog.ts';

export const closingCheck: typeof english = {
  title: 'Abschlusstest',
  about: 'eine Frage je Lektion, jede zu einem frischen Durchlauf',
  progress: (answered, right, of) =>
    answered === 0
      ? plural(of, 'Frage', 'Fragen')
      : answered < of
        ? `${answered} von ${of} beantwortet`
        : `${right} von ${of} richtig`,
  question: (number, of) => `Frage ${number} von ${of}`,
  questions: 'Fragen',
  hiddenTitle: 'Der Durchlauf',
  hidden: 'Der Durchlauf ist eben gemacht worden, mit frischen Schlüsseln. Zu sehen ist er nach der Antwort.',
  first: 'Die erste Antwort zählt.',
  another: 'Zu einem anderen Durchlauf fragen',
  see: 'Nachsehen:',
  inRun: (step) => `Schritt ${step} dieses Durchlaufs`,
  inLesson: (title) => `Lektion „${title}“`,
  right: 'richtig',
  wrong: 'falsch',
  open: 'nicht beantwortet',
  next: 'Nächste Frage',
  toResult: 'Ergebnis',
  result: (right, of) => `${right} von ${of} richtig`,
  resultLead: (missing) =>
    missing > 0
      ? `${plural(missing, 'Frage ist', 'Fragen sind')} noch offen.`
      : 'Jede Frage lässt sich noch einmal stellen, zu einem anderen Durchlauf; das Ergebnis bleibt das der ersten Antworten.',
  restart: 'Noch einmal von vorn',
};
