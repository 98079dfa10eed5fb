/** What few connections need, loaded when one does: PSKs, retries, tickets, late client authentication, servers of the past. */
import { once } from '../bytes/once.ts';

export const suiteNames = once(() => import('./registry/suite-names.ts'));
export const pskClient = once(() => import('./client/psk.ts'));
export const pskServer = once(() => import('./server/psk.ts'));
export const clientRetry = once(() => import('./client/retry.ts'));
export const serverRetry = once(() => import('./server/retry.ts'));
export const lateClient = once(() => import('./client/post-handshake.ts'));
export const lateServer = once(() => import('./server/post-handshake.ts'));
export const serverTickets = once(() => import('./server/tickets.ts'));
export const oldServer = once(() => import('./server/old.ts'));
