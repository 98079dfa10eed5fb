/** English: the frame of the trainer's guide. */
import { plural } from '../catalog.ts';

export const guidePage = {
  title: 'For trainers',
  lead: 'Ready sessions. Each is a list of demos that opens in present mode, with the question on screen and these notes beside it. Every demo is a fresh run on your machine, also without network.',
  keys: 'In present mode: → and ← step, A shows the answer, N the notes, ] goes to the next demo, L opens the list to change it.',
  sessions: 'Sessions',
  meta: (minutes: number, demos: number) => `${minutes} minutes, ${plural(demos, 'demo', 'demos')}`,
  present: 'Present',
  presentNamed: (title: string) => `Present: ${title}`,
  print: 'Print',
  step: (number: number) => `step ${number}`,
  open: (scenario: string) => `Open: ${scenario}`,
  answer: 'Answer',
  wrong: 'Often said',
  click: 'Click',
  notes: (answer: string, wrong: string, click: string) =>
    `Answer: ${answer}\n\nOften said: ${wrong}\n\nClick: ${click}`,
};
