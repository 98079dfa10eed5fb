/** Faults that only a peer of TLS 1.2, or one that negotiates with it, can make: tls12-faults.test.ts provokes them. */
import type { FaultCode } from '../failure.ts';

export const tls12FaultCodes: readonly FaultCode[] = [
  'downgrade-detected',
  'inappropriate-fallback',
  'unoffered-session',
  'anonymous-certificate-request',
  'wrong-renegotiation-info',
  'extended-main-secret-changed',
  'illegal-dh-parameters',
  'unknown-psk-identity',
  'client-certificate-missing',
  'certificate-does-not-fit-suite',
  'bad-server-key-exchange',
];
