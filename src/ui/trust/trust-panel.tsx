import { type ReactNode, useState } from 'react';
import type { ClientId } from '../../lab/clients/clients.ts';
import type { Step, Trace } from '../../lab/trace.ts';
import { shownClient } from '../../view/clients.ts';
import { checksView, failedStep } from '../../view/trust.ts';
import { AlertLine } from './alert-line.tsx';
import { CandidateList } from './candidate-list.tsx';
import { ClientPreview } from './client-preview.tsx';
import { CheckList } from './check-list.tsx';
import { ClientTable } from './client-table.tsx';
import { FaultCard } from './fault-card.tsx';
import { FixCard } from './fix-card.tsx';
import { PathPictureView } from './path-picture.tsx';
import { RootStore } from './root-store.tsx';
import { SentList } from './sent-list.tsx';
import { TwoLists } from './two-lists.tsx';
import { useClients } from './use-clients.ts';
import styles from './trust.module.css';

export interface TrustPanelProps {
  readonly trace: Trace;
  readonly step: Step;
}

/**
 * Tab "Checks": every verdict with what it rests on, what goes wrong for the user of a browser, and
 * how to fix it. For steps that judged a chain, and for the step at which a run failed.
 */
export function TrustPanel({ trace, step }: TrustPanelProps) {
  const table = useClients(trace);
  const [client, setClient] = useState<ClientId>();
  const row = shownClient(table, client, trace.outcome.kind === 'failed');
  const view = checksView(trace, step) ?? checksView(trace, failedStep(trace));
  if (!view) return null;

  const failed = view.kind !== 'path' || view.failed;
  const aside = failed && (
    <div className={styles.side}>
      {row && <ClientPreview trace={trace} row={row} />}
      <AlertLine trace={trace} />
      <FixCard trace={trace} />
    </div>
  );
  if (view.kind !== 'path') {
    return (
      <Panel>
        <div className={styles.two}>
          <div className={styles.column}>
            {view.kind === 'lists' ? <TwoLists view={view} /> : <FaultCard view={view} />}
            <ClientTable table={table} chosen={row?.client.id} onChoose={setClient} />
          </div>
          {aside}
        </div>
      </Panel>
    );
  }
  const { path, presenter } = view;
  return (
    <Panel>
      <div className={failed ? styles.two : undefined}>
        <div>
          <CheckList trace={trace} path={path} presenter={presenter} />
          <SentList trace={trace} path={path} presenter={presenter} />
        </div>
        {aside}
      </div>
      <PathPictureView trace={trace} path={path} presenter={presenter} />
      <CandidateList trace={trace} path={path} presenter={presenter} />
      {failed && <ClientTable table={table} chosen={row?.client.id} onChoose={setClient} />}
      {presenter === 'server' && <RootStore path={path} />}
    </Panel>
  );
}

/** Scrolls by itself; what is in it follows its width. */
function Panel({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.panel}>
      <div className={styles.flow}>{children}</div>
    </div>
  );
}
