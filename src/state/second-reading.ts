/** Asking the second reader: a library that shares no code with ours. It loads when first asked. */
import type { SecondReading } from '../authority/second-reader.ts';
import { readAgain } from '../authority/second-reader.ts';
import type { Bytes } from '../crypto/port.ts';

export type { SecondReading };

/** Throws where the library cannot read the certificate or could not be loaded. */
export function secondReadingOf(der: Bytes, issuer: Bytes | undefined): Promise<SecondReading> {
  return readAgain(der, issuer, globalThis.crypto);
}
