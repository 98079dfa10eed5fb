import { useState } from 'react';
import type { ClientId } from '../../lab/clients/clients.ts';
import type { Trace } from '../../lab/trace.ts';
import { clientsOfAttack } from '../../view/clients.ts';
import { pageKind } from '../../view/error-page.ts';
import { ClientPreview } from '../trust/client-preview.tsx';
import { ClientTable } from '../trust/client-table.tsx';
import { useSurvey } from '../trust/use-clients.ts';
import styles from './attack.module.css';

/** What real clients print for what went wrong here, and what their users get to see. */
export function Clients({ trace }: { readonly trace: Trace }) {
  const survey = useSurvey(trace, undefined);
  const table = clientsOfAttack(trace, survey);
  const [chosen, setChosen] = useState<ClientId>('chromium');
  const row = table?.rows.find(({ client }) => client.id === chosen);
  return (
    <div className={styles.clients}>
      <ClientTable table={table} chosen={chosen} onChoose={setChosen} />
      {row && (
        <ClientPreview
          trace={trace}
          row={row}
          page={pageKind(trace) ?? (table?.kind === 'handshake' ? 'protocol' : undefined)}
        />
      )}
    </div>
  );
}
