/** Words of "What each client says" and of the browser's error page. */
import { catalog } from './catalog.ts';
import { clients } from './en/clients.ts';

export type ClientWords = typeof clients;

export const clientWords = catalog<ClientWords>('clients', clients);
