/** What texts quote of how a run ended, and of who noticed that something was wrong. */
import type { Party, Trace } from '../../lab/trace.ts';
import { alertCodes } from '../../tls/registry/alerts.ts';

export interface EndFacts {
  readonly completed: boolean;
  /** Stable code of the error; '' where nobody found one. */
  readonly code: string;
  /** 'bad_record_mac (20)'. */
  readonly alert: string;
  readonly noticedBy: Party | undefined;
  /** The step at which it was noticed, from 1, and the message or the work of it. */
  readonly at: number;
  readonly what: string;
}

export function endFactsOf({ outcome, steps }: Trace): EndFacts {
  if (outcome.kind !== 'failed')
    return {
      completed: outcome.kind === 'completed',
      code: '',
      alert: '',
      noticedBy: undefined,
      at: 0,
      what: '',
    };
  const { error, noticedBy, step: at } = outcome;
  const step = steps[at];
  return {
    completed: false,
    code: error.code,
    alert: `${error.alert} (${alertCodes[error.alert]})`,
    noticedBy,
    at: at + 1,
    what: step === undefined ? '' : step.kind === 'message' ? step.message : step.work,
  };
}
