/** English: the closing check around its questions. */
import { plural } from '../catalog.ts';

export const closingCheck = {
  title: 'Closing check',
  about: 'one question per lesson, each about a fresh run',
  /** In the list of lessons. */
  progress: (answered: number, right: number, of: number) =>
    answered === 0
      ? plural(of, 'question', 'questions')
      : answered < of
        ? `${answered} of ${of} answered`
        : `${right} of ${of} right`,
  question: (number: number, of: number) => `question ${number} of ${of}`,
  questions: 'Questions',
  hiddenTitle: 'The run',
  hidden: 'The run has just been made, with fresh keys. It is shown once the question is answered.',
  first: 'The first answer counts.',
  another: 'Ask about another run',
  see: 'Look it up:',
  inRun: (step: number) => `step ${step} of this run`,
  inLesson: (title: string) => `lesson “${title}”`,
  right: 'right',
  wrong: 'wrong',
  open: 'not answered',
  next: 'Next question',
  toResult: 'Result',
  result: (right: number, of: number) => `${right} of ${of} right`,
  resultLead: (missing: number) =>
    missing > 0
      ? `${plural(missing, 'question is', 'questions are')} still open.`
      : 'Each question can be asked again, about another run; the result stays that of the first answers.',
  restart: 'Take it again',
};
