/** The client's handlers of TLS 1.2, behind tls12/door.ts. */
import '../../tls12/parts.ts';

export { onChangeCipherSpec } from './finish.ts';
export { onTls12Handshake } from './handshake.ts';
export { onTls12ServerHello } from './server-hello.ts';
