/**
 * A lesson is data: parts with a live run, a question whose right answer the run itself gives, and one thing
 * to change and run. Words are apart, in lesson/<lang>/lessons/; they are functions of facts of the run.
 *
 * To add a lesson: its parts in lessons/<n>-<slug>.ts, its words in en/lessons/<slug>.ts, a line in lessons.ts.
 */
import type { Scenario } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import type { Bilingual } from '../catalog.ts';
import type { Rich } from '../rich.ts';
import type { RunFacts } from './facts.ts';

/** What stands below the rows of the run: tabs of the Lab's inspector. */
export type LessonTab = 'bytes' | 'crypto' | 'certificates' | 'keys' | 'checks' | 'negotiation';

/** The one thing of a part that can be changed. */
export interface Change {
  /** Values to choose from; absent: typed by the learner. */
  readonly options?: readonly string[];
  /** What stands there at first. */
  readonly initial: string;
  /** The scenario with that value; undefined where the value is none. */
  readonly apply: (scenario: Scenario, value: string) => Scenario | undefined;
  /** Whether the run shows that it was done. */
  readonly done: (trace: Trace) => boolean;
  /** A value that does it, for the tests. */
  readonly solution: string;
}

export interface LessonPart {
  readonly id: string;
  /** Parts that share one share its run. */
  readonly scenario: Scenario;
  /** Id of the step that is shown first. */
  readonly step: string;
  readonly tab: LessonTab;
  /** End of the path of the field that is marked. */
  readonly field?: string;
  /** Ids of the steps whose rows are shown; absent: all. */
  readonly rows?: readonly string[];
  /** Key of the right answer, told by the run. */
  readonly answer: (trace: Trace) => string;
  readonly change: Change;
  /** Where the Lab has more of it than one run: a page by its link. */
  readonly more?: string;
  /** Small numbers to pick, above the run. */
  readonly widget?: 'small-numbers';
}

export interface Choice {
  readonly text: string;
  readonly reason: string;
}

export interface PartWords {
  /** For the progress line: two or three words. */
  readonly name: string;
  readonly title: string;
  readonly text: (run: RunFacts) => readonly Rich[];
  readonly question: (run: RunFacts) => string;
  /** In the order shown; the keys are those of `answer`. */
  readonly choices: (run: RunFacts) => Readonly<Record<string, Choice>>;
  readonly change: {
    readonly label: string;
    /** Names of the options. */
    readonly options?: Readonly<Record<string, string>>;
    readonly task: string;
    /** What the changed run shows. */
    readonly done: (run: RunFacts) => string;
  };
  /** Name of the link `more`. */
  readonly more?: string;
}

export interface Lesson {
  readonly parts: readonly LessonPart[];
  readonly words: Bilingual<Readonly<Record<string, PartWords>>>;
}
