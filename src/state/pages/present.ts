/** The link of present mode: the demo list, and which demo is shown. Without a list it presents the run on screen. */
import { badValue, type PageCodec, unknownParameter } from './page.ts';

/** One entry of a trainer's list. */
export interface Demo {
  /** The Lab's link, '#/lab?…'. */
  readonly link: string;
  /** Name of the scenario's preset, for the list. */
  readonly preset: string;
  /** Shown large below the step; empty: the page's own question for the step. */
  readonly question: string;
  /** For the trainer. */
  readonly notes: string;
  /** To the question, shown when asked for, above what the page says about the step; empty: that alone. */
  readonly answer: string;
}

export interface PresentView {
  readonly demos: readonly Demo[];
  /** Index of the demo on screen. */
  readonly at: number;
}

const most = 40;
const longest = 2_000;

export const presentPage: PageCodec<PresentView> = {
  write: ({ demos, at }) => [
    ...(at > 0 ? ([['at', String(at + 1)]] as const) : []),
    ...demos.map((demo, i): readonly [string, string] => [`d${i + 1}`, JSON.stringify(writeDemo(demo))]),
  ],
  read: (parameters) => {
    let at = 0;
    const demos: Demo[] = [];
    for (const [name, value] of parameters) {
      if (name === 'at') {
        if (!/^[1-9]\d?$/.test(value)) return badValue(name, value);
        at = Number(value) - 1;
      } else if (/^d\d{1,2}$/.test(name)) {
        const demo = readDemo(value);
        if (demo === undefined || demos.length === most) return badValue(name, value);
        demos.push(demo);
      } else return unknownParameter(name, value);
    }
    if (at > 0 && at >= demos.length) return badValue('at', String(at + 1));
    return { view: { demos, at } };
  },
};

/** Without an answer as lists were before there were any. */
export function writeDemo({ link, preset, question, notes, answer }: Demo): readonly string[] {
  return [link, preset, question, notes, ...(answer === '' ? [] : [answer])];
}

/** Undefined for text that is no demo. */
export function readDemo(text: string): Demo | undefined {
  try {
    const read: unknown = JSON.parse(text);
    if (!Array.isArray(read) || read.length < 4 || read.length > 5) return undefined;
    const parts = read as readonly unknown[];
    if (!parts.every((part) => typeof part === 'string' && part.length <= longest)) return undefined;
    const [link = '', preset = '', question = '', notes = '', answer = ''] = parts as readonly string[];
    return /^#\/(lab|attack)\?/.test(link) ? { link, preset, question, notes, answer } : undefined;
  } catch {
    return undefined;
  }
}
