/** The server's handlers of TLS 1.2, behind tls12/door.ts. */
import '../../tls12/parts.ts';

export { onClientChangeCipherSpec } from './client-flight.ts';
export { onTls12ClientHello } from './flight.ts';
export { onTls12Handshake } from './handshake.ts';
