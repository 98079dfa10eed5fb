/** English texts about the fields of an X.509 certificate. Keys are those of x509/certificate.ts. */
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { and, count, dateTime } from '../grammar.ts';

const names: FieldText = (f) =>
  rich`One or more names${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`;

export const certificateFields = {
  Certificate: rich`What was signed, by which algorithm, and the signature. The ${term('fingerprint')} is a hash over all of it and stands nowhere in it.`,
  'Certificate.tbsCertificate': (f) =>
    rich`The part that the issuer signed, “to be signed”: exactly these ${f.size} bytes.`,
  'Certificate.signatureAlgorithm': rich`How the issuer signed. It stands outside of the signed part, so it must equal the field ${code('signature')} inside.`,
  'Certificate.signatureValue': rich`The issuer’s ${term('signature')} over tbsCertificate. It is checked with the ${term('public-key')} of the issuer’s certificate, not with the one in here.`,
  'Certificate.signatureValue.value': rich`The bytes of the ${term('signature')}.`,
  'ECDSA-Sig-Value': rich`An ECDSA signature is two numbers, r and s. Their leading bits vary, so its length does too.`,
  'ECDSA-Sig-Value.r': rich`From a random point made for this one signature. If it ever repeats, the private key can be computed.`,
  'ECDSA-Sig-Value.s': rich`Joins the hash of the signed part, r and the private key.`,

  'Dss-Sig-Value': rich`A DSA signature is two numbers, r and s, as in ECDSA, which came from it.`,
  'Dss-Sig-Value.r': rich`From a random power of the generator, made for this one signature. If it ever repeats, the private key can be computed.`,
  'Dss-Sig-Value.s': rich`Joins the hash of the signed part, r and the private key.`,

  'TBSCertificate.version': (f) =>
    rich`${f.name === undefined ? 'The version.' : rich`${code(f.name)}.`} Version 3, written as 2 because the count starts at 0, is the one that has ${term('extension', 'extensions')}.`,
  Version: rich`2 means version 3.`,
  'TBSCertificate.serialNumber': rich`Unique among the certificates of this issuer, and random so that nobody can foresee what will be signed. ${term('crl', 'Revocation lists')} name certificates by it.`,
  'TBSCertificate.signature': rich`The signature algorithm once more, this time inside of the signed part. It must equal ${code('signatureAlgorithm')}.`,
  'TBSCertificate.issuer': rich`Who signed. It must equal the ${term('subject')} of the next certificate in the ${term('path')}.`,
  'TBSCertificate.validity': rich`The span in which the issuer vouches for this certificate (${term('validity')}). Both ends belong to it.`,
  'Validity.notBefore': (f) =>
    rich`Good from this moment on${f.time === undefined ? '' : rich`, ${dateTime(f.time)}`}.`,
  'Validity.notAfter': (f) =>
    rich`Good up to and including this moment${f.time === undefined ? '' : rich`, ${dateTime(f.time)}`}.`,
  'TBSCertificate.subject': (f) =>
    f.text === undefined || f.text === ''
      ? rich`Empty: the names stand in ${code('subjectAltName')}, which must then be critical.`
      : rich`Whom the certificate is about. For servers people read the ${term('common-name')} here; browsers read ${code('subjectAltName')}.`,
  'TBSCertificate.subjectPublicKeyInfo': rich`The ${term('public-key')} that this certificate ties to its subject. In TLS 1.3 a leaf’s checks one signature, the CertificateVerify; it encrypts nothing.`,
  'TBSCertificate.issuerUniqueID': rich`A leftover of version 2 that nobody uses.`,
  'TBSCertificate.subjectUniqueID': rich`A leftover of version 2 that nobody uses.`,
  'TBSCertificate.extensions': (f) =>
    rich`${count(f.count ?? 0, term('extension'), term('extension', 'extensions'))}. What the key may be used for stands here.`,

  Name: rich`A ${term('distinguished-name')}: a sequence of levels, from the country down.`,
  RelativeDistinguishedName: (f) =>
    rich`One level of the name${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,
  AttributeTypeAndValue: (f) =>
    rich`${f.text === undefined ? 'Type and value' : code(f.text)}: kind of attribute and its text.`,
  'AttributeTypeAndValue.type': (f) =>
    rich`Which attribute this is${f.name === undefined ? '' : rich`, ${code(f.name)}`}, as an ${term('object-identifier', 'object identifier')}: CN common name, O organisation, C country.`,
  'AttributeTypeAndValue.value': (f) =>
    rich`The text of the attribute${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,

  'AlgorithmIdentifier.algorithm': (f) =>
    rich`The algorithm as an ${term('object-identifier', 'object identifier')}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'AlgorithmIdentifier.parameters': (f) =>
    rich`What the algorithm needs to know besides${f.name === undefined ? '' : rich`: ${code(f.name)}`}. For an EC key it is the curve, for RSA it is NULL.`,
  'RSASSA-PSS-params': rich`${term('hash', 'Hash')}, mask function and salt length of the PSS signature.`,
  'RSASSA-PSS-params.hashAlgorithm': rich`The hash of what is signed.`,
  HashAlgorithm: rich`The ${term('hash')} function.`,
  MaskGenAlgorithm: rich`The mask function, with the hash it is built from.`,
  'RSASSA-PSS-params.maskGenAlgorithm': rich`The function that spreads hash and salt over the whole signature.`,
  'RSASSA-PSS-params.saltLength': rich`How many random bytes go into each signature.`,
  'RSASSA-PSS-params.trailerField': rich`Always 1.`,

  'SubjectPublicKeyInfo.algorithm': rich`What kind of key it is, and for elliptic curves on which curve.`,
  'SubjectPublicKeyInfo.subjectPublicKey': rich`The key itself. For EC a point, 04 and two coordinates; for RSA modulus and exponent.`,
  'Dss-Parms': rich`The numbers that a DSA key lives in. Everybody may know them, and many keys may share them.`,
  'Dss-Parms.p': rich`The prime: all arithmetic of the signature is done modulo this number.`,
  'Dss-Parms.q': rich`The order of the generator, a prime that divides p - 1. Private keys and both halves of a signature are below it.`,
  'Dss-Parms.g': rich`The generator: the public key is this number to the power of the private one.`,
  DSAPublicKey: rich`The ${term('public-key')}: the generator to the power of the private number, modulo p.`,
  DomainParameters: rich`The group of a static Diffie-Hellman key. Whoever wants to agree with its owner has to use the same numbers.`,
  'DomainParameters.p': rich`The prime of the group.`,
  'DomainParameters.g': rich`The generator of the group.`,
  'DomainParameters.q': rich`How many powers the generator has, a prime.`,
  DHPublicKey: rich`The server’s half of the Diffie-Hellman exchange, once and for all: it is the same in every connection.`,
  RSAPublicKey: rich`An RSA key is two numbers.`,
  'RSAPublicKey.modulus': (f) =>
    rich`The product of two secret primes. Whoever finds them has the ${term('private-key')}; ${f.content > 250 ? 'for numbers of this size nobody knows how' : 'for numbers of this size that is thought to be within reach'}.`,
  'RSAPublicKey.publicExponent': rich`Nearly always 65 537: few bits set, so that checking a signature is fast.`,

  Extensions: rich`The list of extensions.`,
  Extension: rich`Identifier, whether it is critical, and the content in an OCTET STRING.`,
  'Extension.unknown': (f) =>
    rich`An extension this engine does not know (${f.text ?? 'by its number'}). If it is marked critical, the certificate must be rejected (${term('critical-extension')}).`,
  'Extension.extnID': (f) =>
    rich`Which extension this is, as an ${term('object-identifier', 'object identifier')}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'Extension.critical': (f) =>
    rich`${f.boolean === false ? 'FALSE' : 'TRUE'}: who does not understand this extension ${f.boolean === false ? 'may ignore it' : 'must reject the certificate'} (${term('critical-extension')}).`,
  'Extension.extnValue': rich`The content, wrapped in an OCTET STRING so that software can step over what it does not know.`,
  'Extension.subjectAltName': rich`The names this certificate is good for (${term('subject-alternative-name', 'SAN')}). The browser compares the address bar with these and with nothing else; a ${term('wildcard')} stands for one label.`,
  'Extension.issuerAltName': rich`Further names of the issuer. Path building does not use them.`,
  'Extension.basicConstraints': rich`Says whether the subject may issue certificates (${term('basic-constraints')}). If nobody looked, anyone with a certificate could issue for any name.`,
  'Extension.keyUsage': (f) =>
    rich`What the key may do${f.flags === undefined ? '' : rich`: ${and(f.flags.map(code))}`} (${term('key-usage')}). A TLS 1.3 server needs digitalSignature, a CA keyCertSign.`,
  'Extension.extKeyUsage': (f) =>
    rich`The purposes it was issued for${f.flags === undefined ? '' : rich`: ${and(f.flags.map(code))}`} (${term('extended-key-usage')}). A browser wants serverAuth in a server’s certificate, a server clientAuth in a client’s.`,
  'Extension.subjectKeyIdentifier': rich`A short name for the key in here (${term('subject-key-identifier', 'SKI')}), so that certificates below can say which key signed them.`,
  'Extension.authorityKeyIdentifier': rich`The short name of the key that signed this certificate (${term('authority-key-identifier', 'AKI')}). It must fit the subjectKeyIdentifier of the issuer; it helps to search and proves nothing.`,
  'Extension.authorityInfoAccess': rich`Where to fetch the issuer’s certificate and where to ask about revocation (${term('authority-information-access', 'AIA')}). Some clients repair a missing intermediate with it; this browser does not.`,
  'Extension.subjectInfoAccess': rich`Where to find services of the subject.`,
  'Extension.cRLDistributionPoints': rich`Where the issuer publishes its list of revoked certificates (${term('crl', 'CRL')}).`,
  'Extension.freshestCRL': rich`Where updates to the revocation list are published.`,
  'Extension.certificatePolicies': rich`The rules under which the issuer checked the subject (${term('certificate-policy')}).`,
  'Extension.policyMappings': rich`Which policies of two authorities count as equal.`,
  'Extension.policyConstraints': rich`From which point of the path on policies must be given or may not be mapped.`,
  'Extension.inhibitAnyPolicy': rich`From which point of the path on “any policy” no longer counts.`,
  'Extension.nameConstraints': rich`The names this CA may issue for (${term('name-constraints')}). A CA with it can do harm only there.`,
  'Extension.subjectDirectoryAttributes': rich`Further attributes of the subject, hardly used.`,
  'Extension.tlsfeature': rich`TLS extensions the server must send, such as an OCSP response (${term('must-staple', 'must-staple')}).`,
  'Extension.signedCertificateTimestampList': rich`Proof that public logs have seen this certificate (Certificate Transparency). Browsers demand it of public authorities.`,
  'Extension.ctPoison': rich`Marks a draft sent to a log, which must never be used as a certificate.`,

  GeneralNames: names,
  'GeneralName.dNSName': (f) =>
    rich`${f.text === undefined ? 'A host name' : code(f.text)}: a host name. ${f.text?.startsWith('*.') === true ? rich`The ${term('wildcard')} stands for exactly one label.` : 'It must match in full, case aside.'}`,
  'GeneralName.iPAddress': (f) =>
    rich`${f.text === undefined ? 'An IP address' : code(f.text)}: an IP address, 4 or 16 bytes. A host name never matches it.`,
  'GeneralName.rfc822Name': (f) =>
    rich`${f.text === undefined ? 'An address' : code(f.text)}: an e-mail address. Host names are not compared with it.`,
  'GeneralName.uniformResourceIdentifier': (f) =>
    rich`${f.text === undefined ? 'A URI' : code(f.text)}: an address on the web.`,
  'GeneralName.directoryName': rich`A distinguished name.`,
  'GeneralName.registeredID': rich`An ${term('object-identifier', 'object identifier')} as a name.`,
  'GeneralName.otherName': rich`A name of a kind defined elsewhere.`,
  'GeneralName.x400Address': rich`An X.400 mail address, long out of use.`,
  'GeneralName.ediPartyName': rich`A name in electronic data interchange.`,

  BasicConstraints: (f) =>
    f.content === 0
      ? rich`Empty, which means cA FALSE: that is the default, and ${term('der', 'DER')} leaves defaults out.`
      : rich`Whether the subject is an authority, and how many may follow below it.`,
  'BasicConstraints.cA': (f) =>
    rich`${f.boolean === false ? 'FALSE: not' : 'TRUE:'} a ${term('certification-authority')}. Only with TRUE may this key sign certificates.`,
  'BasicConstraints.pathLenConstraint': (f) =>
    rich`${f.number === 0 ? 'No intermediate' : rich`At most ${count(f.number ?? 0, 'intermediate', 'intermediates')}`} may stand between this CA and the leaf (${term('path-length')}).`,
  KeyUsage: (f) =>
    rich`A string of bits, one for each permission${f.flags === undefined ? '' : rich`; set here: ${and(f.flags.map(code))}`}.`,
  ExtKeyUsageSyntax: rich`A list of purposes.`,
  KeyPurposeId: (f) =>
    rich`A purpose as an ${term('object-identifier', 'object identifier')}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  SubjectKeyIdentifier: rich`Mostly the SHA-1 of the public key, or a part of a SHA-256. Any unique value would do.`,
  AuthorityKeyIdentifier: rich`Key identifier of the issuer; name and serial number can stand beside it.`,
  'AuthorityKeyIdentifier.keyIdentifier': rich`Equals the subjectKeyIdentifier in the issuer’s certificate.`,
  'AuthorityKeyIdentifier.authorityCertIssuer': rich`Name of the issuer’s issuer, hardly used.`,
  'AuthorityKeyIdentifier.authorityCertSerialNumber': rich`Serial number of the issuer’s certificate, hardly used.`,
  CertificatePolicies: rich`A list of policies.`,
  PolicyInformation: rich`One policy, perhaps with a link to its text.`,
  policyIdentifier: (f) =>
    rich`The ${term('certificate-policy', 'policy')} as an ${term('object-identifier', 'object identifier')}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'PolicyInformation.policyQualifiers': rich`Where to read about the policy.`,
  PolicyConstraints: rich`Limits on policies further down the path.`,
  'PolicyConstraints.requireExplicitPolicy': rich`After so many certificates a policy must be given.`,
  'PolicyConstraints.inhibitPolicyMapping': rich`After so many certificates policies may no longer be mapped.`,
  PolicyMapping: rich`The issuer’s ${term('certificate-policy', 'policy')} and the one of the subject that counts as equal to it.`,
  issuerDomainPolicy: rich`The name of the policy among the issuer’s.`,
  subjectDomainPolicy: rich`The name of the policy among the subject’s.`,
  PolicyMappings: rich`Pairs of policies that count as equal.`,
  InhibitAnyPolicy: rich`After so many certificates “any policy” no longer counts.`,
  NameConstraints: rich`Permitted and excluded names.`,
  'NameConstraints.permittedSubtrees': rich`Names must lie below one of these.`,
  'NameConstraints.excludedSubtrees': rich`Names must not lie below any of these.`,
  GeneralSubtree: rich`A name and everything below it.`,
  AuthorityInfoAccessSyntax: rich`A list of services, each with its address.`,
  SubjectInfoAccessSyntax: rich`A list of services, each with its address.`,
  AccessDescription: rich`A service and its address.`,
  accessMethod: (f) =>
    rich`${f.name === undefined ? 'Which service it is' : code(f.name)}: ${f.name === 'caIssuers' ? 'the issuer’s certificate can be fetched there' : f.name === 'ocsp' ? 'an OCSP server answers there whether the certificate is revoked' : 'a service of the authority'}.`,
  CRLDistributionPoints: rich`A list of places where a ${term('crl', 'revocation list')} can be found.`,
  FreshestCRL: rich`A list of places where updates can be found.`,
  DistributionPoint: rich`One place.`,
  'DistributionPoint.distributionPoint': rich`Its address.`,
  'DistributionPoint.reasons': rich`Only revocations for these reasons are listed there.`,
  'DistributionPoint.cRLIssuer': rich`Somebody else than the issuer signs the list.`,
  'DistributionPointName.fullName': rich`The address in full.`,
  'DistributionPointName.nameRelativeToCRLIssuer': rich`The end of a name that starts with the issuer’s.`,
  TLSFeature: rich`Numbers of TLS extensions; 5 is status_request, the OCSP response.`,
  SignedCertificateTimestampList: rich`Signed statements of logs, in TLS notation inside an OCTET STRING.`,
  'SignedCertificateTimestampList.sct_list': rich`The statements, each with log, time and signature.`,

  'DER.tag': (f) =>
    rich`The tag${f.name === undefined ? '' : rich`: ${code(f.name)}`}, what kind of element starts here (${term('der', 'DER')}).`,
  'DER.length': (f) =>
    rich`${count(f.number ?? 0, 'byte', 'bytes')} of content follow.${f.size === 1 ? '' : rich` From 128 on the first byte says how many bytes the length takes, here ${f.size - 1}.`}`,
  'DER.unused_bits': rich`How many bits at the end of the BIT STRING do not count.`,
  unexpected: rich`An element that has no place here.`,
} satisfies Readonly<Record<string, FieldText>>;
