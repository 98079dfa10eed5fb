import { useEffect, useState } from 'react';
import type { Scenario } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { useActions } from '../use-lab.ts';

export interface Run {
  /** The newest finished run; stays while the next one is under way. */
  readonly trace: Trace | undefined;
  readonly problem: string | undefined;
}

/** Runs a scenario beside the Lab. */
export function useRun(scenario: Scenario): Run {
  const { runAside } = useActions();
  const [run, setRun] = useState<Run>({ trace: undefined, problem: undefined });
  useEffect(() => {
    let wanted = true;
    void runAside(scenario)
      .then((trace) => wanted && setRun({ trace, problem: undefined }))
      .catch((reason: unknown) => {
        if (wanted)
          setRun({ trace: undefined, problem: reason instanceof Error ? reason.message : String(reason) });
      });
    return () => {
      wanted = false;
    };
  }, [scenario, runAside]);
  return run;
}
