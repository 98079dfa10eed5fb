import { Component } from 'react';
import type { ReactNode } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { Button } from '../primitives/button.tsx';
import { Actions, CalmPage, Details } from './calm-page.tsx';

interface State {
  readonly error: unknown;
}

/** The page never goes blank: what breaks while drawing ends here. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <CrashedPage error={error} />;
  }
}

// No hooks of the Lab in here: the store itself may be what broke.
function CrashedPage({ error }: State) {
  const { pages } = labWords[document.documentElement.lang === 'de' ? 'de' : 'en'];
  return (
    <CalmPage title={pages.crashed.title}>
      <p>{pages.crashed.body}</p>
      <Actions>
        <Button variant="primary" onClick={() => window.location.reload()}>
          {pages.crashed.reload}
        </Button>
        <Button
          onClick={() => {
            window.history.replaceState(null, '', '#/lab');
            window.location.reload();
          }}
        >
          {pages.crashed.startOver}
        </Button>
      </Actions>
      <Details
        summary={pages.crashed.details}
        text={error instanceof Error ? (error.stack ?? error.message) : String(error)}
      />
    </CalmPage>
  );
}
