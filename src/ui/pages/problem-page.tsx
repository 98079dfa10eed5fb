import { problemWords } from '../../lesson/problems.ts';
import type { Problem } from '../../state/store.ts';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Actions, CalmPage, Details } from './calm-page.tsx';

/** Instead of the Lab: there is no trace to show. */
export function ProblemPage({ problem }: { readonly problem: Problem }) {
  const words = useWords(problemWords);
  const { newKeys, resetScenario } = useActions();
  switch (problem.kind) {
    case 'insecure-context':
      return (
        <CalmPage title={words.insecure.title}>
          <p>{words.insecure.body}</p>
          <p>{words.insecure.fix}</p>
          <p>
            {words.insecure.address} <code>{window.location.origin}</code>
          </p>
        </CalmPage>
      );
    case 'missing-features':
      return (
        <CalmPage title={words.missing.title}>
          <p>{words.missing.body}</p>
          <ul>
            {problem.features.map((feature) => (
              <li key={feature}>{feature}</li>
            ))}
          </ul>
          <p>{words.missing.fix}</p>
        </CalmPage>
      );
    case 'run-failed':
      return (
        <CalmPage title={words.runFailed.title}>
          <p>{words.runFailed.bodyFirst}</p>
          <Actions>
            <Button variant="primary" onClick={newKeys}>
              {words.runFailed.again}
            </Button>
            <Button onClick={resetScenario}>{words.runFailed.reset}</Button>
          </Actions>
          <Details summary={words.runFailed.details} text={problem.message} />
        </CalmPage>
      );
  }
}
