/** English: the Learn page. */
import { plural } from '../catalog.ts';

export const learn = {
  title: 'Learn',
  lead: 'Each lesson runs a real handshake in this page. You decide before the answer is shown, then change one thing and run it again.',
  lessons: 'Lessons',
  lesson: (number: number) => `Lesson ${number}`,
  part: (number: number, of: number) => `part ${number} of ${of}`,
  progress: (done: number, of: number) =>
    done === 0 ? plural(of, 'part', 'parts') : `${done} of ${of} done`,
  all: 'All lessons',
  choose: 'Lesson',
  running: 'The handshake runs …',
  broken: (reason: string) => `The run failed: ${reason}`,
  live: 'Live example',
  ended: {
    completed: (version: string) => `${version}, completed`,
    failed: (alert: string) => `ended by ${alert}`,
    stalled: 'nothing moves any more',
  },
  eveSees: 'Copied by Eve',
  run: 'Run',
  covered: 'Decide first: what the run shows here gives the answer.',
  uncover: 'Show it now',
  openLab: 'Open in the Lab',
  back: (step: number) => `Back to step ${step} in the Lab`,
  choices: 'Choices',
  check: 'Check',
  again: 'Try again',
  right: 'Right.',
  wrong: 'Not quite.',
  earlier: 'About what was shown when you answered.',
  tryIt: 'Try it.',
  done: 'Done.',
  notYet: 'The run does not show it yet.',
  badValue: 'This value cannot be used.',
  score: (right: number, of: number) => `${right} of ${of} right`,
  progressLabel: 'Lesson progress',
  doneSpoken: 'done',
  next: 'Next',
  nextNamed: (name: string) => `Next: ${name}`,
  desks: {
    title: 'Your workshop',
    note: 'what you do here stays there',
    opening: 'The offices make their keys …',
    open: 'Open the workshop',
  },
  sheet: {
    print: 'Print this lesson',
    name: (number: number, title: string) => `Lesson ${number}: ${title}`,
    task: 'To do',
    answers: 'Answers',
    closing:
      'Made with Handshake Lab. Names, sizes and answers are those of runs made when this was printed.',
  },
  keep: {
    title: 'Your progress',
    note: 'kept in this browser only',
    save: 'Save as a file',
    load: 'Open a file',
    clear: 'Clear',
    cleared: 'Progress cleared',
    loaded: 'Progress loaded',
    refused: 'This file holds no progress of lessons',
  },
  notebook: {
    title: 'Eve’s notebook',
    time: 'ms',
    from: 'Sent by',
    type: 'Type',
    bytes: 'Bytes',
    sides: { browser: 'Browser', server: 'Server' },
    sums: (browser: number, server: number) =>
      `In all: ${plural(browser, 'byte', 'bytes')} from the browser, ${plural(server, 'byte', 'bytes')} from the server.`,
  },
  small: {
    title: 'Small numbers',
    note: (prime: number, base: number) => `Public, in everybody’s hands: prime ${prime}, base ${base}.`,
    browser: 'Secret number of the browser',
    server: 'Secret number of the server',
    sends: (base: number, secret: number, prime: number, value: number) =>
      `sends ${base}^${secret} mod ${prime} = ${value}`,
    computes: (value: number, secret: number, prime: number, shared: number) =>
      `computes ${value}^${secret} mod ${prime} = ${shared}`,
    eve: (first: number, second: number, tries: number, shared: number, digits: number) =>
      `Eve reads ${first} and ${second}. She tries exponents from 1 on; after ${plural(tries, 'try', 'tries')} one fits, and she has ${shared} too. With the ${digits} digits of the prime in the live example she does not come to an end.`,
  },
};
