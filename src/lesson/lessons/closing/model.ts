/**
 * The closing check: one question per lesson, each asked about a fresh run. Which of its runs it is asked about
 * is drawn every time, and with the run the right answer changes; the run itself tells it.
 *
 * A lesson’s question: its runs in <slug>.ts, a line in questions.ts, its words in en/lessons/closing.ts and the German.
 */
import type { Scenario } from '../../../lab/scenario.ts';
import type { Trace } from '../../../lab/trace.ts';
import type { Rich } from '../../rich.ts';
import type { RunFacts } from '../facts.ts';
import type { PartName } from '../lessons.ts';
import type { Choice, LessonTab } from '../model.ts';

export interface ClosingQuestion {
  /** Runs to draw from; no two of them look the same to who has understood nothing. */
  readonly scenarios: readonly [Scenario, ...Scenario[]];
  /** Key of the right answer, told by the run. */
  readonly answer: (trace: Trace) => string;
  /** Id of the step that shows it. */
  readonly step: (trace: Trace) => string;
  readonly tab: LessonTab;
  /** Part of the lesson where it can be seen and tried. */
  readonly part: PartName;
}

export interface ClosingWords {
  /** What it is about: two or three words. */
  readonly topic: string;
  /** What is known of the run before the answer. */
  readonly known: (run: RunFacts) => Rich;
  readonly question: (run: RunFacts) => string;
  /** In the order shown; the keys are those of `answer`. */
  readonly choices: (run: RunFacts) => Readonly<Record<string, Choice>>;
}
