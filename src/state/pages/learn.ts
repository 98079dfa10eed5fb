/** The link of Learn: `lesson` and `part` from 1, `check` a question of the closing check, `from` the step of the Lab that led here. */
import { badValue, unknownParameter } from './page.ts';
import type { PageCodec } from './page.ts';
import { initialViews } from './pages.ts';

export interface LearnView {
  /** 0: the list of lessons. */
  readonly lesson: number;
  readonly part: number;
  /** 0: no closing check; the one behind the last question is the result. */
  readonly check: number;
  /** Step of the Lab to go back to, from 1; 0: none. */
  readonly from: number;
}

const initial = initialViews.learn;

/** The largest value of each; the lists themselves load with the page. The closing check has a result behind its last question. */
export const largest = { lesson: 12, part: 99, check: 13, from: 999_999 } as const;

export const learnPage: PageCodec<LearnView> = {
  write: ({ lesson, part, check, from }) => [
    ...(lesson === 0 ? [] : ([['lesson', String(lesson)]] as const)),
    ...(part === 1 ? [] : ([['part', String(part)]] as const)),
    ...(check === 0 ? [] : ([['check', String(check)]] as const)),
    ...(from === 0 ? [] : ([['from', String(from)]] as const)),
  ],
  read: (parameters) => {
    let view = initial;
    for (const [name, value] of parameters) {
      if (name !== 'lesson' && name !== 'part' && name !== 'check' && name !== 'from')
        return unknownParameter(name, value);
      if (!/^[1-9]\d{0,5}$/.test(value) || Number(value) > largest[name]) return badValue(name, value);
      view = { ...view, [name]: Number(value) };
    }
    return { view };
  },
};
