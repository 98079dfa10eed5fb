/** All questions of the closing check; loaded when it is opened. */
import type { LessonSlug } from '../lessons.ts';
import { asksBack } from './asks-back.ts';
import { chainOfTrust } from './chain-of-trust.ts';
import { eavesdropper } from './eavesdropper.ts';
import { envelope } from './envelope.ts';
import type { ClosingQuestion } from './model.ts';
import { nobodyChanged } from './nobody-changed.ts';
import { offices } from './offices.ts';
import { suiteNames } from './suite-names.ts';
import { thirtyYears } from './thirty-years.ts';
import { twoHalves } from './two-halves.ts';
import { twoVersions } from './two-versions.ts';
import { whatFor } from './what-for.ts';
import { whoAreYou } from './who-are-you.ts';

export const closingQuestions: Readonly<Record<LessonSlug, ClosingQuestion>> = {
  'what-for': whatFor,
  eavesdropper,
  'two-halves': twoHalves,
  envelope,
  'suite-names': suiteNames,
  'who-are-you': whoAreYou,
  'chain-of-trust': chainOfTrust,
  offices,
  'nobody-changed': nobodyChanged,
  'asks-back': asksBack,
  'two-versions': twoVersions,
  'thirty-years': thirtyYears,
};
