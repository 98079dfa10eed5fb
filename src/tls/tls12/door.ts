/** TLS 1.2 is loaded when a connection turns out to need it; most visits begin without. */
import { once } from '../../bytes/once.ts';

export const tls12Client = once(() => import('../client/tls12/index.ts'));
export const tls12Server = once(() => import('../server/tls12/index.ts'));
export const tls12Records = once(() => import('../record/tls12.ts'));
