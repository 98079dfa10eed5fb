import { labWords } from '../../lesson/lab.ts';
import type { Problem } from '../../state/store.ts';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Actions, CalmPage, Details } from './calm-page.tsx';

/** Instead of the Lab: there is no trace to show. */
export function ProblemPage({ problem }: { readonly problem: Problem }) {
  const { pages } = useWords(labWords);
  const { newKeys, resetScenario } = useActions();
  switch (problem.kind) {
    case 'insecure-context':
      return (
        <CalmPage title={pages.insecure.title}>
          <p>{pages.insecure.body}</p>
          <p>{pages.insecure.fix}</p>
          <p>
            {pages.insecure.address} <code>{window.location.origin}</code>
          </p>
        </CalmPage>
      );
    case 'missing-features':
      return (
        <CalmPage title={pages.missing.title}>
          <p>{pages.missing.body}</p>
          <ul>
            {problem.features.map((feature) => (
              <li key={feature}>{feature}</li>
            ))}
          </ul>
          <p>{pages.missing.fix}</p>
        </CalmPage>
      );
    case 'run-failed':
      return (
        <CalmPage title={pages.runFailed.title}>
          <p>{pages.runFailed.bodyFirst}</p>
          <Actions>
            <Button variant="primary" onClick={newKeys}>
              {pages.runFailed.again}
            </Button>
            <Button onClick={resetScenario}>{pages.runFailed.reset}</Button>
          </Actions>
          <Details summary={pages.runFailed.details} text={problem.message} />
        </CalmPage>
      );
  }
}
