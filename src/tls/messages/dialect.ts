/**
 * Which protocol a handshake message belongs to. TLS 1.2 gives some message types another form, and there the
 * form of a key exchange message is up to the cipher suite: the bytes alone do not say.
 */
import type { KeyExchangeName } from '../registry/suite-parts.ts';
import { tls12Part } from '../tls12/part.ts';

export type Dialect =
  | { readonly version: 0x0304 }
  /** `old`: TLS 1.1 or older, read in a capture. There a signature does not say its algorithm. */
  | { readonly version: 0x0303; readonly keyExchange: KeyExchangeName; readonly old?: boolean };

/** Also right for every hello, whatever is negotiated later. */
export const tls13Dialect: Dialect = { version: 0x0304 };

/** How to read the messages of a connection once its hellos have agreed on something. */
export function dialectOf(negotiated: { readonly version?: number; readonly suite?: number }): Dialect {
  const { version, suite } = negotiated;
  if (version === undefined || version > 0x0303 || suite === undefined) return tls13Dialect;
  const keyExchange = tls12Part().suiteByCode(suite)?.keyExchange ?? 'ECDHE';
  return { version: 0x0303, keyExchange, ...(version < 0x0303 && { old: true }) };
}
