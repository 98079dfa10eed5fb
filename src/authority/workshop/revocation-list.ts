/** Issuing a certificate revocation list, version 2 (RFC 5280 §5.1). */
import type { Bytes, Provider } from '../../crypto/port.ts';
import type { Name } from '../../x509/model.ts';
import { context, enumerated, integer, number, sequence, smallInteger, time } from '../der.ts';
import { authorityKeyIdentifier, extension } from '../extensions.ts';
import type { KeyPair } from '../pki.ts';
import { algorithmOf, signed } from '../signed.ts';
import { keyIdentifier } from '../sign.ts';
import { type RevocationReason, revocationReasons } from './model.ts';

export interface Revocation {
  /** Content octets of the serial number. */
  readonly serial: Bytes;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  readonly reason: RevocationReason;
}

export interface ListRequest {
  readonly issuer: { readonly name: Name; readonly key: KeyPair };
  /** cRLNumber, §5.2.3: grows by one with every list. */
  readonly number: number;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  readonly revoked: readonly Revocation[];
}

export async function makeRevocationList(request: ListRequest, provider: Provider): Promise<Bytes> {
  const { issuer, revoked } = request;
  const identifier = await keyIdentifier(issuer.key.publicKey, provider);
  const tbs = sequence(
    smallInteger(1),
    algorithmOf(issuer.key),
    issuer.name.der,
    time(request.thisUpdate),
    time(request.nextUpdate),
    // "When there are no revoked certificates, the revoked certificates list MUST be absent", §5.1.2.6.
    ...(revoked.length > 0 ? [sequence(...revoked.map(entry))] : []),
    context(
      0,
      sequence(authorityKeyIdentifier(identifier), extension('2.5.29.20', number(request.number))),
      true,
    ),
  );
  return signed(tbs, issuer.key, provider);
}

function entry({ serial, at, reason }: Revocation): Bytes {
  // reasonCode "unspecified" SHOULD be left out, §5.3.1.
  const code = revocationReasons[reason];
  const extensions = code === 0 ? [] : [sequence(extension('2.5.29.21', enumerated(code)))];
  return sequence(integer(serial), time(at), ...extensions);
}
