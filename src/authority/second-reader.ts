/**
 * A second reader for certificates: @peculiar/x509, which shares no code with our own decoder. Whoever
 * doubts what the Lab says about a certificate can let it read the same bytes.
 *
 * The library is large and loads when it is first asked.
 */
import { toHex } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { decodeCertificate } from '../x509/certificate.ts';

/** What both readers say about one property. */
export interface Comparison {
  readonly what:
    | 'subject'
    | 'issuer'
    | 'serialNumber'
    | 'notBefore'
    | 'notAfter'
    | 'subjectPublicKeyInfo'
    | 'extensions';
  readonly ours: string;
  readonly theirs: string;
}

export interface SecondReading {
  readonly library: '@peculiar/x509';
  readonly comparisons: readonly Comparison[];
  /** Whether the issuer's key verifies the signature, by the library's own call; absent without an issuer. */
  readonly signature?: boolean;
}

/**
 * Reads `der` with both readers. `issuer` is the DER of the certificate whose key should verify the
 * signature. Throws where the library cannot read the certificate.
 */
export async function readAgain(
  der: Bytes,
  issuer: Bytes | undefined,
  crypto: Crypto,
): Promise<SecondReading> {
  await import('./reflect.ts');
  const { X509Certificate } = await import('@peculiar/x509');
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(`our own reader stops at ${decoded.error.path}`);
  const own = decoded.value;
  const theirs = new X509Certificate(der);
  const time = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const comparisons: readonly Comparison[] = [
    { what: 'subject', ours: own.subject.text, theirs: turned(theirs.subject) },
    { what: 'issuer', ours: own.issuer.text, theirs: turned(theirs.issuer) },
    { what: 'serialNumber', ours: toHex(own.serialNumber), theirs: theirs.serialNumber.toLowerCase() },
    { what: 'notBefore', ours: time(own.notBefore), theirs: theirs.notBefore.toISOString() },
    { what: 'notAfter', ours: time(own.notAfter), theirs: theirs.notAfter.toISOString() },
    {
      what: 'subjectPublicKeyInfo',
      ours: toHex(own.subjectPublicKeyInfo),
      theirs: toHex(new Uint8Array(theirs.publicKey.rawData)),
    },
    {
      what: 'extensions',
      ours: own.extensions.all.map((extension) => extension.oid).join(', '),
      theirs: theirs.extensions.map((extension) => extension.type).join(', '),
    },
  ];
  if (issuer === undefined) return { library: '@peculiar/x509', comparisons };
  const { publicKey } = new X509Certificate(issuer);
  const signature = await theirs.verify({ publicKey, signatureOnly: true }, crypto);
  return { library: '@peculiar/x509', comparisons, signature };
}

/** The library writes a name in the order of its encoding, RFC 4514 the other way round. */
function turned(name: string): string {
  return name.split(', ').toReversed().join(', ');
}
