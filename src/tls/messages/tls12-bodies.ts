/** The handshake messages of TLS 1.2, RFC 5246 §7.4. */
import { spec } from '../../bytes/spec.ts';
import type { KeyExchangeName } from '../registry/suite-parts.ts';
import { certificateVerify, finished } from './flight.ts';
import type { Bodies } from './handshake.ts';
import { clientHello, serverHello } from './hello.ts';
import {
  certificateStatus,
  clientKeyExchange,
  serverKeyExchange,
  tls12Certificate,
  tls12CertificateRequest,
  tls12NewSessionTicket,
  unnamedCertificateVerify,
} from './tls12.ts';

/**
 * Container name, paragraph and struct of each message that TLS 1.2 has, for a given key exchange. `old`: as TLS 1.1
 * and older have them, where nobody names a signature algorithm.
 */
export function tls12Bodies(keyExchange: KeyExchangeName, old = false): Bodies {
  return {
    hello_request: ['HelloRequest', spec(5246, '7.4.1.1'), () => ({ type: 'hello_request' })],
    client_hello: ['ClientHello', spec(5246, '7.4.1.2'), clientHello],
    server_hello: ['ServerHello', spec(5246, '7.4.1.3'), serverHello],
    tls12_new_session_ticket: ['NewSessionTicket', spec(5077, '3.3'), tls12NewSessionTicket],
    certificate: ['Certificate', spec(5246, '7.4.2'), tls12Certificate],
    certificate_status: ['CertificateStatus', spec(6066, '8'), certificateStatus],
    server_key_exchange: ['ServerKeyExchange', spec(5246, '7.4.3'), serverKeyExchange(keyExchange, old)],
    tls12_certificate_request: ['CertificateRequest', spec(5246, '7.4.4'), tls12CertificateRequest(old)],
    server_hello_done: ['ServerHelloDone', spec(5246, '7.4.5'), () => ({ type: 'server_hello_done' })],
    client_key_exchange: ['ClientKeyExchange', spec(5246, '7.4.7'), clientKeyExchange(keyExchange)],
    certificate_verify: [
      'CertificateVerify',
      spec(5246, '7.4.8'),
      old ? unnamedCertificateVerify : certificateVerify,
    ],
    finished: ['Finished', spec(5246, '7.4.9'), finished],
  };
}
