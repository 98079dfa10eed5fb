/** English texts about the fields of requests, revocation lists and OCSP. Keys are those of x509/. */
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { dateTime } from '../grammar.ts';

const moment =
  (text: string): FieldText =>
  (f) =>
    rich`${text}${f.time === undefined ? '' : rich`: ${dateTime(f.time)}`}.`;

export const pkiFields = {
  CertificationRequest: rich`A ${term('certificate-request', 'request')}: what is asked for, by which algorithm it is signed, and the signature.`,
  'CertificationRequest.certificationRequestInfo': (f) =>
    rich`What the applicant signs, exactly these ${f.size} bytes: name, public key and wishes.`,
  'CertificationRequest.signatureAlgorithm': rich`How the applicant signed.`,
  'CertificationRequest.signature': rich`Made with the private half of the very key inside. It proves that whoever asks has that half, and nothing about the names.`,
  'CertificationRequestInfo.version': rich`Always version 1, written as 0.`,
  'CertificationRequestInfo.subject': rich`The name the applicant would like. The ${term('certification-authority', 'authority')} decides which of it stands in the certificate.`,
  'CertificationRequestInfo.subjectPKInfo': rich`The ${term('public-key')} to be certified: the one part that an authority copies and never changes.`,
  'CertificationRequestInfo.attributes': rich`Wishes beyond name and key, as a set of attributes.`,
  'Attribute.extensionRequest': rich`The ${term('extension', 'extensions')} that the applicant would like to see in the certificate. They are wishes.`,
  'Attribute.values': rich`What the attribute holds. For extensionRequest it is one list of extensions.`,
  Attribute: rich`An attribute by its number. Some requests carry a challenge password here, which nobody should send.`,
  type: (f) => rich`Which attribute this is${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,

  CertificateList: rich`A ${term('crl', 'revocation list')}: what was signed, by which algorithm, and the signature.`,
  'CertificateList.tbsCertList': (f) => rich`The part that the issuer signed, exactly these ${f.size} bytes.`,
  'CertificateList.signatureAlgorithm': rich`How the issuer signed. It must equal the field inside the signed part.`,
  'CertificateList.signatureValue': rich`The issuer’s ${term('signature')} over the list. Whoever cannot verify it must not believe the list.`,
  'TBSCertList.version': rich`Version 2, written as 1: the one with extensions, and so with a number.`,
  'TBSCertList.signature': rich`The signature algorithm once more, inside of the signed part.`,
  'TBSCertList.issuer': rich`Who issued the list, and the certificates in it. It must match the issuer of the certificate in question.`,
  'TBSCertList.thisUpdate': moment('The list says what was known at this moment'),
  'TBSCertList.nextUpdate': moment('A newer list comes by then; later than that this one must not be used'),
  'TBSCertList.revokedCertificates': rich`One entry for each certificate that must not be trusted any more. Without one the whole field is absent.`,
  'TBSCertList.crlExtensions': rich`${term('extension', 'Extensions')} about the list as a whole.`,
  RevokedCertificate: rich`One ${term('revocation', 'revoked')} certificate: its serial number, since when, and perhaps why.`,
  'RevokedCertificate.userCertificate': rich`The serial number. Together with the issuer of the list it names exactly one certificate.`,
  'RevokedCertificate.revocationDate': moment('Revoked at this moment'),
  'RevokedCertificate.crlEntryExtensions': rich`${term('extension', 'Extensions')} about this entry alone.`,
  'Extension.reasonCode': rich`Why the certificate was revoked.`,
  CRLReason: rich`A number for the reason: 1 is a key that got out, 4 a certificate that was replaced.`,
  'Extension.cRLNumber': rich`The number of the list. It grows with every list, so that an old one cannot pass for the newest.`,
  CRLNumber: (f) =>
    rich`${f.number === undefined ? 'The number of this list' : rich`List number ${f.number}`}.`,

  'Extension.deltaCRLIndicator': rich`This list holds only what changed since the list of this number. Alone it proves nothing.`,
  BaseCRLNumber: rich`The number of the complete list that this one continues.`,
  'Extension.issuingDistributionPoint': rich`Which certificates and which reasons this list covers. Whoever does not look could take a list of authorities for one of servers.`,
  IssuingDistributionPoint: rich`What this list covers.`,
  'IssuingDistributionPoint.distributionPoint': rich`Where the list is published. A certificate names the same place if the list is meant for it.`,
  'IssuingDistributionPoint.onlyContainsUserCerts': rich`Only certificates that are no authority’s.`,
  'IssuingDistributionPoint.onlyContainsCACerts': rich`Only certificates of ${term('certification-authority', 'authorities')}.`,
  'IssuingDistributionPoint.onlySomeReasons': rich`Only some reasons; for the others there is another list.`,
  'IssuingDistributionPoint.indirectCRL': rich`The list speaks for other issuers too. This laboratory refuses such lists.`,
  'IssuingDistributionPoint.onlyContainsAttributeCerts': rich`Only attribute certificates, which TLS does not use.`,
  'Extension.invalidityDate': rich`Since when the certificate must be thought bad, which may be before anyone noticed.`,
  InvalidityDate: moment('Thought bad since'),
  'Extension.certificateIssuer': rich`The entry is about a certificate of another ${term('issuer')}: a sign of an indirect list.`,
  CertificateIssuer: rich`The other issuer.`,
  'Extension.ocspNocheck': rich`The issuer says that nobody need ask whether this responder’s certificate was revoked; it lives only a short time.`,
  OcspNocheck: rich`No content: that it stands here is all it says.`,

  OCSPRequest: rich`A question about single certificates (${term('ocsp', 'OCSP')}): the issuer by the hashes of its name and key, the serial number, and a nonce.`,
  OCSPResponse: rich`The answer of a ${term('validation-authority', 'responder')}: a status of its own, and inside, signed, what it says about the certificate.`,
  'OCSPResponse.responseStatus': rich`Whether there is an answer at all: 0 is successful. It says nothing about the certificate, and it is not signed.`,
  'OCSPResponse.responseBytes': rich`The answer itself. There is none where the status is an error.`,
  ResponseBytes: rich`Which kind of answer it is, and the answer.`,
  responseType: (f) => rich`The kind of answer${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'ResponseBytes.response': rich`The answer, wrapped in an OCTET STRING.`,
  BasicOCSPResponse: rich`What was signed, by which algorithm, and the signature.`,
  'BasicOCSPResponse.tbsResponseData': (f) =>
    rich`The part that the responder signed, exactly these ${f.size} bytes.`,
  'BasicOCSPResponse.signatureAlgorithm': rich`How the responder signed.`,
  'BasicOCSPResponse.signature': rich`The ${term('signature')} of the issuer, or of a responder that the issuer has certified for this.`,
  'BasicOCSPResponse.certs': rich`Certificates that help to verify the signature, such as a delegated responder’s.`,
  'ResponseData.version': rich`The version of the format; 1 is the default and left out.`,
  'ResponseData.responderID': rich`Who answers: by name, or by the hash of its key.`,
  'ResponderID.byName': rich`The responder’s name.`,
  'ResponderID.byKey': rich`SHA-1 over the responder’s ${term('public-key')}.`,
  'ResponseData.producedAt': moment('When the answer was signed'),
  'ResponseData.responses': rich`One answer for each certificate that was asked about.`,
  'ResponseData.responseExtensions': rich`${term('extension', 'Extensions')} about the answer as a whole.`,
  SingleResponse: rich`What is said about one certificate.`,
  'SingleResponse.certID': rich`Which certificate it is about. It must be the one that was asked about.`,
  'CertID.hashAlgorithm': rich`The ${term('hash')} over the issuer’s name and key.`,
  'CertID.issuerNameHash': rich`Hash over the issuer’s name.`,
  'CertID.issuerKeyHash': rich`Hash over the issuer’s ${term('public-key')}: two authorities may have one name.`,
  'CertID.serialNumber': rich`The serial number of the certificate.`,
  'SingleResponse.certStatus': rich`Good, revoked or unknown. Good means not revoked: it does not even say that the certificate was issued.`,
  'RevokedInfo.revocationTime': moment('Revoked at this moment'),
  'RevokedInfo.revocationReason': rich`Why it was revoked.`,
  'SingleResponse.thisUpdate': moment('The status is what was known at this moment'),
  'SingleResponse.nextUpdate': moment(
    'Newer information is there by then; later than that this answer must not be used',
  ),
  'SingleResponse.singleExtensions': rich`${term('extension', 'Extensions')} about this one status.`,
  'Extension.nonce': rich`The random number of the question, returned. An answer that was recorded earlier cannot have it.`,
  Nonce: (f) => rich`The ${f.content} random bytes that the question carried.`,

  ContentInfo: rich`The outermost layer of PKCS #7: what kind of content follows, and the content.`,
  'ContentInfo.contentType': rich`The kind is signedData, also where nobody has signed: a bundle of certificates is written this way.`,
  'ContentInfo.content': rich`The content.`,
} satisfies Readonly<Record<string, FieldText>>;
