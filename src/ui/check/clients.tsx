import { useState } from 'react';
import type { Trace } from '../../lab/trace.ts';
import type { ClientId } from '../../lab/clients/clients.ts';
import { ClientPreview } from '../trust/client-preview.tsx';
import { ClientTable } from '../trust/client-table.tsx';
import { useClients } from '../trust/use-clients.ts';

/** What other clients make of the same chain, and what their users get to see. */
export function Clients({ trace }: { readonly trace: Trace }) {
  const table = useClients(trace);
  const [chosen, setChosen] = useState<ClientId>('chromium');
  const row = table?.rows.find(({ client }) => client.id === chosen);
  return (
    <>
      <ClientTable table={table} chosen={chosen} onChoose={setChosen} />
      {row && <ClientPreview trace={trace} row={row} />}
    </>
  );
}
