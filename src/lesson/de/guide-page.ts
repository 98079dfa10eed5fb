/** German: the frame of the trainer's guide. */
import { plural } from '../catalog.ts';
import type { guidePage as english } from '../en/guide-page.ts';

export const guidePage: typeof english = {
  title: 'Für Trainer',
  lead: 'Fertige Einheiten. Jede ist eine Liste von Demos, die sich zum Vorführen öffnet, mit der Frage auf dem Bildschirm, der Antwort auf Tastendruck und diesen Notizen zum Mitlesen. Jede Demo ist ein frischer Durchlauf auf diesem Rechner, auch ohne Netz.',
  keys: 'Beim Vorführen: → und ← wechseln den Schritt, A zeigt die Antwort, N die Notizen, ] geht zur nächsten Demo, L öffnet die Liste zum Ändern. Esc öffnet denselben Schritt im Labor oder unter Angreifen; was dort zu klicken ist, steht in den Notizen. Zurück im Browser führt wieder zur Demo.',
  sessions: 'Einheiten',
  meta: (minutes, demos) => `${minutes} Minuten, ${plural(demos, 'Demo', 'Demos')}`,
  present: 'Vorführen',
  presentNamed: (title) => `Vorführen: ${title}`,
  print: 'Drucken',
  step: (number) => `Schritt ${number}`,
  open: (scenario) => `Öffnen: ${scenario}`,
  answer: 'Antwort',
  wrong: 'Oft gesagt',
  click: { lab: 'Im Labor', attack: 'Unter Angreifen' },
  notes: (wrong, place, click) => `Oft gesagt: ${wrong.join('\n')}\n\n${place} (Esc): ${click}`,
};
