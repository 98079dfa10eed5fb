/** Fingerprints: hashes over a certificate, computed when it is looked at, since the certificate does not contain them. */
import type { Bytes, HashName, Provider } from '../crypto/port.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { toHex } from '../bytes/hex.ts';

let provider: Promise<Provider> | undefined;

export interface Fingerprint {
  /** Lower-case hex. */
  readonly hex: string;
  readonly backend: string;
}

export async function fingerprintOf(hash: HashName, der: Bytes): Promise<Fingerprint> {
  provider ??= createProvider();
  const { value, backend } = await (await provider).digest(hash, der);
  return { hex: toHex(value), backend };
}
