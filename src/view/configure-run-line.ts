/** The one sentence under the change list: how the run ended, compared with the scenario as it comes. */
import type { Scenario } from '../lab/scenario.ts';
import type { LocalStep, Party, Step, Trace } from '../lab/trace.ts';
import { alertCodes, type AlertName } from '../tls/registry/alerts.ts';

export type Difference = 'retry' | 'key-update' | 'client-auth';

export type RunLine =
  | { readonly kind: 'running' }
  /** A question is open, and how it ended is the answer. */
  | { readonly kind: 'asked' }
  /** `difference`: steps more than the unchanged scenario; absent while that has not been counted. */
  | {
      readonly kind: 'completes';
      readonly steps: number;
      readonly difference?: number;
      readonly because: readonly Difference[];
    }
  | {
      readonly kind: 'fails';
      /** Counted from 1. */
      readonly step: number;
      /** Name of the message, or what local work it was. */
      readonly message?: string;
      readonly work?: LocalStep['work'];
      readonly closedBy: Party;
      readonly alert: AlertName;
      readonly alertCode: number;
    };

/** `presetSteps`: steps of the unchanged preset, when it has been run. */
export function runLine(
  trace: Trace | undefined,
  preset: Scenario,
  presetSteps: number | undefined,
  asked = false,
): RunLine {
  if (!trace) return { kind: 'running' };
  if (asked) return { kind: 'asked' };
  if (trace.outcome.kind === 'failed') {
    const { error, noticedBy, step } = trace.outcome;
    return {
      kind: 'fails',
      step: step + 1,
      ...nameOf(trace.steps[step]),
      closedBy: noticedBy,
      alert: error.alert,
      alertCode: alertCodes[error.alert],
    };
  }
  const steps = trace.steps.length;
  if (presetSteps === undefined) return { kind: 'completes', steps, because: [] };
  const difference = steps - presetSteps;
  return { kind: 'completes', steps, difference, because: difference > 0 ? reasons(trace, preset) : [] };
}

function nameOf(step: Step | undefined): { message: string } | { work: LocalStep['work'] } | undefined {
  if (!step) return undefined;
  return step.kind === 'message' ? { message: step.message } : { work: step.work };
}

/** What made the run longer than the preset: things this trace has and the preset has not. */
function reasons(trace: Trace, preset: Scenario): readonly Difference[] {
  const { scenario, steps } = trace;
  const found: Difference[] = [];
  if (trace.negotiated.helloRetryRequest && preset.preset !== 'hello-retry-request') found.push('retry');
  if (steps.some(({ id }) => id === 'certificate_request') && preset.server.clientAuth === 'none')
    found.push('client-auth');
  if (scenario.keyUpdate && !preset.keyUpdate) found.push('key-update');
  return found;
}
