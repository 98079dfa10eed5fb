import { useState } from 'react';
import type { ClientId } from '../../lab/clients/clients.ts';
import type { LocalStep, Trace } from '../../lab/trace.ts';
import { shownClient } from '../../view/clients.ts';
import { CheckList } from '../trust/check-list.tsx';
import { ClientPreview } from '../trust/client-preview.tsx';
import { ClientTable } from '../trust/client-table.tsx';
import { PathGraphView } from '../trust/path-graph.tsx';
import { PathPictureView } from '../trust/path-picture.tsx';
import { useClients } from '../trust/use-clients.ts';
import styles from './graph-panel.module.css';

interface GraphPanelProps {
  readonly trace: Trace;
  readonly step: LocalStep;
}

/** Every way from the leaf to the store, how each check went, and what other clients make of the same bytes. */
export function GraphPanel({ trace, step }: GraphPanelProps) {
  const { path } = step;
  const table = useClients(trace);
  const [client, setClient] = useState<ClientId>();
  if (!path) return null;
  const presenter = step.work === 'validate_client_chain' ? 'browser' : 'server';
  const failed = trace.outcome.kind === 'failed';
  const row = shownClient(table, client, failed);
  return (
    <div className={styles.panel}>
      <div className={styles.wide}>
        <PathGraphView trace={trace} path={path} presenter={presenter} />
      </div>
      <div className={styles.narrow}>
        <PathPictureView trace={trace} path={path} presenter={presenter} />
      </div>
      <CheckList trace={trace} path={path} presenter={presenter} folded />
      <ClientTable table={table} chosen={row?.client.id} onChoose={setClient} />
      {row && <ClientPreview trace={trace} row={row} />}
    </div>
  );
}
