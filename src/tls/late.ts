/** What few connections need, loaded when one does: tickets, late client authentication, servers of the past. */
import { once } from '../bytes/once.ts';

export const lateClient = once(() => import('./client/post-handshake.ts'));
export const lateServer = once(() => import('./server/post-handshake.ts'));
export const serverTickets = once(() => import('./server/tickets.ts'));
export const oldServer = once(() => import('./server/old.ts'));
