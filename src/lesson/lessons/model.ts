/**
 * A lesson is data: parts with a live run, a question whose right answer the run itself gives, and one thing
 * to change and run. Words are apart, in lesson/<lang>/lessons/; they are functions of facts of the run.
 *
 * A part may be done in the learner's workshop instead: then the offices give the answer and show what was done.
 *
 * To add a lesson: its parts in lessons/<n>-<slug>.ts, its words in en/lessons/<slug>.ts and de/lessons/<slug>.ts,
 * a line in lessons.ts; what is done in a workshop part, in desk-parts.test.ts.
 */
import type { Scenario } from '../../lab/scenario.ts';
import type { OperationName } from '../../crypto/operation.ts';
import type { Trace } from '../../lab/trace.ts';
import type { Bilingual } from '../catalog.ts';
import type { Rich } from '../rich.ts';
import type { RunFacts } from './facts.ts';
import type { OfficeFacts } from './office-facts.ts';

/** What stands below the rows of the run: tabs of the Lab's inspector, or the graph of a step that judged a chain. */
export type LessonTab = 'bytes' | 'crypto' | 'certificates' | 'keys' | 'checks' | 'negotiation' | 'graph';

/** What stands above the question: small numbers to pick, what Eve writes down of the run, or all versions on one axis. */
export type LessonWidget = 'small-numbers' | 'notebook' | 'timeline';

/** What is shown once the question is answered: Eve with a stolen key, the five classic steps, or the suite's name taken apart. */
export type LessonEvidence = 'stolen-key' | 'classic-steps' | 'suite-parts';

/** The one thing of a part that can be changed. */
export interface Change {
  /** Values to choose from; absent: typed by the learner. */
  readonly options?: readonly string[];
  /** Several lists instead of one: the value is what is chosen in each, in their order, with a space between. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** The identifier that a value stands for, shown before it is run. */
  readonly made?: (value: string) => string;
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
  /** The one to show in a run without it. */
  readonly otherwise?: string;
  readonly tab: LessonTab;
  /** End of the path of the field that is marked. */
  readonly field?: string;
  /** Name of the operation of the step that is open; of several the first that the step has. */
  readonly operation?: OperationName | readonly OperationName[];
  /** Ids of the steps whose rows are shown; absent: all. */
  readonly rows?: readonly string[];
  /** What gives the answer away, and is covered until the learner has decided: all of the run, or what stands below its rows. */
  readonly covers?: 'run' | 'panels';
  /** Key of the right answer, told by the run. */
  readonly answer: (trace: Trace) => string;
  readonly change: Change;
  /** Where the Lab has more of it than one run: a page by its link. */
  readonly more?: string;
  readonly widget?: LessonWidget;
  readonly evidence?: LessonEvidence;
}

/** A part that is done in the learner's own workshop, and not in a run. */
export interface DeskPart {
  readonly id: string;
  readonly offices: {
    /** The desk that is shown first, where there is room for one only. */
    readonly desk: 'applicant' | 'registration' | 'certification' | 'directory' | 'validation';
    /** Key of the right answer, told by the offices. */
    readonly answer: (offices: OfficeFacts) => string;
    /** Whether the offices show that it was done since the part was opened. */
    readonly done: (offices: OfficeFacts) => boolean;
  };
  readonly more?: string;
}

/** A run, and where one begins to look at it: at a step that is known before, or found in the run. */
export type ShownRun = Pick<LessonPart, 'scenario' | 'tab' | 'field' | 'operation' | 'rows' | 'otherwise'> & {
  readonly step: string | ((trace: Trace) => string);
};

export interface Choice {
  readonly text: string;
  readonly reason: string;
}

export interface PartWords<Facts = RunFacts> {
  /** For the progress line: two or three words. */
  readonly name: string;
  readonly title: string;
  readonly text: (run: Facts) => readonly Rich[];
  readonly question: (run: Facts) => string;
  /** In the order shown; the keys are those of `answer`. */
  readonly choices: (run: Facts) => Readonly<Record<string, Choice>>;
  readonly change: {
    readonly label: string;
    /** Names of the options. */
    readonly options?: Readonly<Record<string, string>>;
    /** Names of the lists; what they offer is identifiers. */
    readonly lists?: Readonly<Record<string, string>>;
    readonly task: string;
    /** Why a value cannot be run, where there is more to say than that. */
    readonly refused?: string;
    /** What the changed run shows; `before` is the run that the part began with. */
    readonly done: (run: Facts, before: Facts) => string;
  };
  /** Name of the link `more`. */
  readonly more?: string;
}

/** Words of a part in the workshop: what is to be done there has no field of its own. */
export type DeskWords = Omit<PartWords<OfficeFacts>, 'change'> & {
  readonly change: {
    readonly task: string;
    /** What the offices show. */
    readonly done: (offices: OfficeFacts) => string;
  };
};

export interface Lesson {
  readonly parts: readonly (LessonPart | DeskPart)[];
  /** Of the parts with a run. */
  readonly words: Bilingual<Readonly<Record<string, PartWords>>>;
  /** Of the parts in the workshop. */
  readonly deskWords?: Bilingual<Readonly<Record<string, DeskWords>>>;
}
