import { useEffect, useState } from 'react';
import type { ClientSurvey } from '../../lab/clients/ask.ts';
import type { AnchorId } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { clientSurvey } from '../../state/client-survey.ts';
import { clientTable, type ClientTable } from '../../view/clients.ts';

/** The answers of all clients to a run's chain. Until they are there: those to the run before, if any. */
export function useClients(trace: Trace | undefined): ClientTable | undefined {
  const survey = useSurvey(trace, undefined);
  return trace && clientTable(trace, survey);
}

/** The same question with another store; `roots` must be the same array as long as it means the same. */
export function useSurvey(
  trace: Trace | undefined,
  roots: readonly AnchorId[] | undefined,
): ClientSurvey | undefined {
  const [survey, setSurvey] = useState<ClientSurvey>();
  useEffect(() => {
    let wanted = true;
    if (trace)
      void clientSurvey(trace, roots).then((answers) => {
        if (wanted) setSurvey(answers);
      });
    return () => {
      wanted = false;
    };
  }, [trace, roots]);
  return survey;
}
