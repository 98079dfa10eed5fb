/** SHA-256 over a certificate: computed when it is looked at, since the certificate does not contain it. */
import type { Bytes, Provider } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { toHex } from '../bytes/hex.ts';

let provider: Promise<Provider> | undefined;

/** Lower-case hex, 64 digits. */
export async function fingerprintOf(der: Bytes): Promise<string> {
  provider ??= createProvider();
  const { value } = await (await provider).digest('SHA-256', der);
  return toHex(value);
}
