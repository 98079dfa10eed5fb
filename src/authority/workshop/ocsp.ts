/** Asking about one certificate and answering: the Online Certificate Status Protocol (RFC 6960 §4). */
import { concat } from '../../bytes/hex.ts';
import type { Bytes, Provider } from '../../crypto/port.ts';
import type { Certificate } from '../../x509/model.ts';
import {
  context,
  element,
  enumerated,
  generalizedTime,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../der.ts';
import { extension } from '../extensions.ts';
import type { KeyPair } from '../pki.ts';
import { signed } from '../signed.ts';
import { revocationReasons, type StatusAnswer } from './model.ts';

const nonceOid = '1.3.6.1.5.5.7.48.1.2';

/** Which certificate is meant: the issuer by the hashes of its name and key, and the serial number. */
async function certId(serial: Bytes, issuer: Certificate, provider: Provider): Promise<Bytes> {
  const hash = async (data: Bytes): Promise<Bytes> =>
    octetString((await provider.digest('SHA-256', data)).value);
  return sequence(
    sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue),
    await hash(issuer.subject.der),
    await hash(issuer.publicKey.key),
    integer(serial),
  );
}

/** OCSPRequest for one serial number. The nonce comes back in the answer, so that an old one does not pass. */
export async function makeStatusRequest(
  serial: Bytes,
  issuer: Certificate,
  nonce: Bytes,
  provider: Provider,
): Promise<Bytes> {
  const list = sequence(sequence(await certId(serial, issuer, provider)));
  return sequence(sequence(list, context(2, sequence(nonceExtension(nonce)), true)));
}

export interface StatusReply {
  readonly serial: Bytes;
  readonly issuer: Certificate;
  /** Whoever answers: the authority itself, or the delegate. */
  readonly key: KeyPair;
  /** Certificate of a responder that the authority made for this; it is sent along. */
  readonly delegate?: Certificate;
  readonly answer: StatusAnswer;
  readonly producedAt: number;
  readonly nextUpdate: number;
  /** Repeats the one of the question; an answer made in advance, as for stapling, has none. */
  readonly nonce?: Bytes;
}

/** OCSPResponse, successful, with one SingleResponse, signed by the issuer of the certificate or its delegate. */
export async function makeStatusReply(reply: StatusReply, provider: Provider): Promise<Bytes> {
  const single = sequence(
    await certId(reply.serial, reply.issuer, provider),
    certStatus(reply.answer),
    generalizedTime(reply.producedAt),
    context(0, generalizedTime(reply.nextUpdate), true),
  );
  const data = sequence(
    // ResponderID byName.
    context(1, (reply.delegate ?? reply.issuer).subject.der, true),
    generalizedTime(reply.producedAt),
    sequence(single),
    ...(reply.nonce ? [context(1, sequence(nonceExtension(reply.nonce)), true)] : []),
  );
  const certificates = reply.delegate ? [context(0, sequence(reply.delegate.der), true)] : [];
  const basic = await signed(data, reply.key, provider, ...certificates);
  const bytes = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic));
  return sequence(enumerated(0), context(0, bytes, true));
}

// CertStatus ::= CHOICE { good [0] NULL, revoked [1] RevokedInfo, unknown [2] NULL }, all IMPLICIT.
function certStatus(answer: StatusAnswer): Bytes {
  switch (answer.status) {
    case 'good':
      return element(0x80);
    case 'unknown':
      return element(0x82);
    case 'revoked': {
      const code = revocationReasons[answer.reason];
      const reason = code === 0 ? [] : [context(0, enumerated(code), true)];
      return context(1, concat(generalizedTime(answer.at), ...reason), true);
    }
  }
}

function nonceExtension(nonce: Bytes): Bytes {
  return extension(nonceOid, octetString(nonce));
}
