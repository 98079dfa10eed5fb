/** Verdicts about documents: nothing is called verified on screen that was not verified here. */
import { holdsUnder } from '../../authority/workshop/verify.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import type { Certificate } from '../../x509/model.ts';

let provider: Promise<Provider> | undefined;

export async function signatureHolds(der: Bytes, issuer: Certificate): Promise<boolean> {
  provider ??= createProvider();
  return holdsUnder(der, issuer, await provider);
}
