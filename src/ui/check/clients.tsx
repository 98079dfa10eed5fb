import type { Trace } from '../../lab/trace.ts';
import { ClientTable } from '../trust/client-table.tsx';

/** What other clients say about the same chain. */
export function Clients({ trace }: { readonly trace: Trace }) {
  return <ClientTable trace={trace} />;
}
