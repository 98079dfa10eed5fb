/** Protection of one direction of a TLS 1.2 connection, as a value; what it does is in tls12.ts. */
import type { Tls12Suite } from '../registry/suite-parts.ts';
import type { WriteKeys } from '../schedule/tls12.ts';
import { maxContentLength } from './view.ts';

export interface Tls12Protection {
  readonly version: 0x0303;
  readonly suite: Tls12Suite;
  readonly keys: WriteKeys;
  readonly encryptThenMac: boolean;
  /** Number of the next record, from 0 (§6.1). Never on the wire as such. */
  readonly sequence: number;
  /** Bytes protected so far; a stream cipher goes on where it stopped. */
  readonly used: number;
}

/** Most bytes of a protected fragment, RFC 5246 §6.2.3. */
export const maxTls12CiphertextLength = maxContentLength + 2048;

/** Who reads the wire reads what is in these records: only a MAC protects them. */
export function levelOf({ suite }: Tls12Protection): 'plaintext' | 'application' {
  return suite.kind === 'null' ? 'plaintext' : 'application';
}
