/** English: the frame of the trainer's guide. */
import { plural } from '../catalog.ts';

export const guidePage = {
  title: 'For trainers',
  lead: 'Ready sessions. Each is a list of demos that opens in present mode, with the question on screen, the answer behind a key, and these notes for you. Every demo is a fresh run on your machine, also without network.',
  keys: 'In present mode: → and ← step, A shows the answer, N your notes, ] goes to the next demo, L opens the list to change it. Esc opens the same step in the Lab or under Attack, where the notes say what to click; the browser’s Back leads to the demo again.',
  sessions: 'Sessions',
  meta: (minutes: number, demos: number) => `${minutes} minutes, ${plural(demos, 'demo', 'demos')}`,
  present: 'Present',
  presentNamed: (title: string) => `Present: ${title}`,
  print: 'Print',
  step: (number: number) => `step ${number}`,
  open: (scenario: string) => `Open: ${scenario}`,
  answer: 'Answer',
  wrong: 'Often said',
  click: { lab: 'In the Lab', attack: 'Under Attack' },
  notes: (wrong: readonly string[], place: string, click: string) =>
    `Often said: ${wrong.join('\n')}\n\n${place} (Esc): ${click}`,
};
