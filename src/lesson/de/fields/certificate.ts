/** German texts about the fields of an X.509 certificate. Keys are those of x509/certificate.ts. */
import type { certificateFields as english } from '../../en/fields/certificate.ts';
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { and, bytes, count, dateTime } from '../grammar.ts';

const oid = term('object-identifier', 'Object Identifier');
const noted = rich`Ein Rest aus Version 2, den niemand verwendet.`;

export const certificateFields: Readonly<Record<keyof typeof english, FieldText>> = {
  Certificate: rich`Was signiert wurde, mit welchem Verfahren, und die Signatur. Der ${term('fingerprint', 'Fingerabdruck')} ist ein Hash über alles und steht nirgends darin.`,
  'Certificate.tbsCertificate': (f) =>
    rich`Der Teil, den der Aussteller signiert hat, „to be signed“: genau diese ${bytes(f.size)}.`,
  'Certificate.signatureAlgorithm': rich`Womit der Aussteller signiert hat. Es steht außerhalb des signierten Teils, darum muss es gleich dem Feld ${code('signature')} darin sein.`,
  'Certificate.signatureValue': rich`Die ${term('signature', 'Signatur')} des Ausstellers über tbsCertificate. Geprüft wird sie mit dem ${term('public-key', 'öffentlichen Schlüssel')} aus dem Zertifikat des Ausstellers, nicht mit dem hier.`,
  'Certificate.signatureValue.value': rich`Die Bytes der ${term('signature', 'Signatur')}.`,
  'ECDSA-Sig-Value': rich`Eine ECDSA-Signatur besteht aus zwei Zahlen, r und s. Ihre führenden Bits wechseln, also auch die Länge.`,
  'ECDSA-Sig-Value.r': rich`Aus einem zufälligen Punkt für diese eine Signatur. Wiederholt er sich je, lässt sich der private Schlüssel berechnen.`,
  'ECDSA-Sig-Value.s': rich`Verbindet den Hash des signierten Teils, r und den privaten Schlüssel.`,

  'Dss-Sig-Value': rich`Eine DSA-Signatur besteht aus zwei Zahlen, r und s, wie bei ECDSA, das daraus entstand.`,
  'Dss-Sig-Value.r': rich`Aus einer zufälligen Potenz des Generators für diese eine Signatur. Wiederholt sie sich je, lässt sich der private Schlüssel berechnen.`,
  'Dss-Sig-Value.s': rich`Verbindet den Hash des signierten Teils, r und den privaten Schlüssel.`,

  'TBSCertificate.version': (f) =>
    rich`${f.name === undefined ? 'Die Version.' : rich`${code(f.name)}.`} Version 3, als 2 geschrieben, weil die Zählung bei 0 beginnt, ist die mit ${term('extension', 'Erweiterungen')}.`,
  Version: rich`2 bedeutet Version 3.`,
  'TBSCertificate.serialNumber': rich`Eindeutig unter den Zertifikaten dieses Ausstellers und zufällig, damit niemand vorhersieht, was signiert wird. ${term('crl', 'Sperrlisten')} benennen Zertifikate damit.`,
  'TBSCertificate.signature': rich`Noch einmal das Signaturverfahren, diesmal im signierten Teil. Es muss gleich ${code('signatureAlgorithm')} sein.`,
  'TBSCertificate.issuer': rich`Wer signiert hat. Er muss gleich dem ${term('subject', 'Inhaber')} des nächsten Zertifikats im ${term('path', 'Pfad')} sein.`,
  'TBSCertificate.validity': rich`Die Spanne, in der der Aussteller für dieses Zertifikat bürgt (${term('validity', 'Gültigkeit')}). Beide Enden gehören dazu.`,
  'Validity.notBefore': (f) =>
    rich`Gültig ab diesem Zeitpunkt${f.time === undefined ? '' : rich`, ${dateTime(f.time)}`}.`,
  'Validity.notAfter': (f) =>
    rich`Gültig bis einschließlich zu diesem Zeitpunkt${f.time === undefined ? '' : rich`, ${dateTime(f.time)}`}.`,
  'TBSCertificate.subject': (f) =>
    f.text === undefined || f.text === ''
      ? rich`Leer: Die Namen stehen in ${code('subjectAltName')}, das dann kritisch sein muss.`
      : rich`Um wen es im Zertifikat geht. Bei Servern lesen Menschen hier den ${term('common-name', 'Common Name')}; Browser lesen ${code('subjectAltName')}.`,
  'TBSCertificate.subjectPublicKeyInfo': rich`Der ${term('public-key', 'öffentliche Schlüssel')}, den dieses Zertifikat an seinen Inhaber bindet. In TLS 1.3 prüft der eines Leaf-Zertifikats eine einzige Signatur, die im CertificateVerify; verschlüsselt wird mit ihm nichts.`,
  'TBSCertificate.issuerUniqueID': noted,
  'TBSCertificate.subjectUniqueID': noted,
  'TBSCertificate.extensions': (f) =>
    rich`${count(f.count ?? 0, term('extension', 'Erweiterung'), term('extension', 'Erweiterungen'))}. Wofür der Schlüssel verwendet werden darf, steht hier.`,

  Name: rich`Ein ${term('distinguished-name', 'Distinguished Name')}: eine Folge von Ebenen, vom Land abwärts.`,
  RelativeDistinguishedName: (f) =>
    rich`Eine Ebene des Namens${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,
  AttributeTypeAndValue: (f) =>
    rich`${f.text === undefined ? 'Typ und Wert' : code(f.text)}: Art des Attributs und sein Text.`,
  'AttributeTypeAndValue.type': (f) =>
    rich`Welches Attribut das ist${f.name === undefined ? '' : rich`, ${code(f.name)}`}, als ${oid}: CN Common Name, O Organisation, C Land.`,
  'AttributeTypeAndValue.value': (f) =>
    rich`Der Text des Attributs${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,

  'AlgorithmIdentifier.algorithm': (f) =>
    rich`Das Verfahren als ${oid}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'AlgorithmIdentifier.parameters': (f) =>
    rich`Was das Verfahren sonst wissen muss${f.name === undefined ? '' : rich`: ${code(f.name)}`}. Bei einem EC-Schlüssel ist es die Kurve, bei RSA NULL.`,
  'RSASSA-PSS-params': rich`${term('hash', 'Hash')}, Maskenfunktion und Salt-Länge der PSS-Signatur.`,
  'RSASSA-PSS-params.hashAlgorithm': rich`Der Hash dessen, was signiert wird.`,
  HashAlgorithm: rich`Die ${term('hash', 'Hash')}funktion.`,
  MaskGenAlgorithm: rich`Die Maskenfunktion, mit dem Hash, aus dem sie gebaut ist.`,
  'RSASSA-PSS-params.maskGenAlgorithm': rich`Die Funktion, die Hash und Salt über die ganze Signatur verteilt.`,
  'RSASSA-PSS-params.saltLength': rich`Wie viele zufällige Bytes in jede Signatur eingehen.`,
  'RSASSA-PSS-params.trailerField': rich`Immer 1.`,

  'SubjectPublicKeyInfo.algorithm': rich`Welche Art von Schlüssel es ist und bei elliptischen Kurven auf welcher.`,
  'SubjectPublicKeyInfo.subjectPublicKey': rich`Der Schlüssel selbst. Bei EC ein Punkt, 04 und zwei Koordinaten; bei RSA Modulus und Exponent.`,
  'Dss-Parms': rich`Die Zahlen, in denen ein DSA-Schlüssel lebt. Alle dürfen sie kennen, und viele Schlüssel dürfen sie teilen.`,
  'Dss-Parms.p': rich`Die Primzahl: Alles Rechnen der Signatur geschieht modulo dieser Zahl.`,
  'Dss-Parms.q': rich`Die Ordnung des Generators, eine Primzahl, die p - 1 teilt. Private Schlüssel und beide Hälften einer Signatur liegen darunter.`,
  'Dss-Parms.g': rich`Der Generator: Der öffentliche Schlüssel ist diese Zahl hoch der privaten.`,
  DSAPublicKey: rich`Der ${term('public-key', 'öffentliche Schlüssel')}: der Generator hoch der privaten Zahl, modulo p.`,
  DomainParameters: rich`Die Gruppe eines statischen Diffie-Hellman-Schlüssels. Wer mit seinem Besitzer etwas vereinbaren will, muss dieselben Zahlen verwenden.`,
  'DomainParameters.p': rich`Die Primzahl der Gruppe.`,
  'DomainParameters.g': rich`Der Generator der Gruppe.`,
  'DomainParameters.q': rich`Wie viele Potenzen der Generator hat, eine Primzahl.`,
  DHPublicKey: rich`Die Hälfte des Servers am Diffie-Hellman-Austausch, ein für alle Mal: In jeder Verbindung ist es dieselbe.`,
  RSAPublicKey: rich`Ein RSA-Schlüssel besteht aus zwei Zahlen.`,
  'RSAPublicKey.modulus': (f) =>
    rich`Das Produkt zweier geheimer Primzahlen. Wer sie findet, hat den ${term('private-key', 'privaten Schlüssel')}; ${f.content > 250 ? 'bei Zahlen dieser Größe weiß niemand, wie' : 'bei Zahlen dieser Größe gilt das als machbar'}.`,
  'RSAPublicKey.publicExponent': rich`Fast immer 65 537: wenige gesetzte Bits, damit das Prüfen einer Signatur schnell geht.`,

  Extensions: rich`Die Liste der Erweiterungen.`,
  Extension: rich`Kennung, ob sie kritisch ist, und der Inhalt in einem OCTET STRING.`,
  'Extension.unknown': (f) =>
    rich`Eine Erweiterung, die diese Engine nicht kennt (${f.text ?? 'nach ihrer Nummer'}). Ist sie als kritisch markiert, muss das Zertifikat abgelehnt werden (${term('critical-extension', 'kritische Erweiterung')}).`,
  'Extension.extnID': (f) =>
    rich`Welche Erweiterung das ist, als ${oid}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'Extension.critical': (f) =>
    rich`${f.boolean === false ? 'FALSE' : 'TRUE'}: Wer diese Erweiterung nicht versteht, ${f.boolean === false ? 'darf sie übergehen' : 'muss das Zertifikat ablehnen'} (${term('critical-extension', 'kritische Erweiterung')}).`,
  'Extension.extnValue': rich`Der Inhalt, in einen OCTET STRING verpackt, damit Software übergehen kann, was sie nicht kennt.`,
  'Extension.subjectAltName': rich`Die Namen, für die dieses Zertifikat gilt (${term('subject-alternative-name', 'SAN')}). Mit diesen und mit nichts anderem vergleicht der Browser die Adresszeile; eine ${term('wildcard', 'Wildcard')} steht für ein Label.`,
  'Extension.issuerAltName': rich`Weitere Namen des Ausstellers. Bei der Suche nach einem Pfad zählen sie nicht.`,
  'Extension.basicConstraints': rich`Sagt, ob der Inhaber Zertifikate ausstellen darf (${term('basic-constraints', 'Basic Constraints')}). Sähe niemand nach, könnte jeder mit einem Zertifikat für jeden Namen eines ausstellen.`,
  'Extension.keyUsage': (f) =>
    rich`Was der Schlüssel darf${f.flags === undefined ? '' : rich`: ${and(f.flags.map(code))}`} (${term('key-usage', 'Key Usage')}). Ein Server mit TLS 1.3 braucht digitalSignature, eine CA keyCertSign.`,
  'Extension.extKeyUsage': (f) =>
    rich`Die Zwecke, für die es ausgestellt wurde${f.flags === undefined ? '' : rich`: ${and(f.flags.map(code))}`} (${term('extended-key-usage', 'Extended Key Usage')}). Ein Browser will serverAuth im Zertifikat eines Servers, ein Server clientAuth in dem eines Clients.`,
  'Extension.subjectKeyIdentifier': rich`Ein Kurzname für den Schlüssel hier (${term('subject-key-identifier', 'SKI')}), damit Zertifikate darunter sagen können, welcher Schlüssel sie signiert hat.`,
  'Extension.authorityKeyIdentifier': rich`Der Kurzname des Schlüssels, der dieses Zertifikat signiert hat (${term('authority-key-identifier', 'AKI')}). Er muss zum subjectKeyIdentifier des Ausstellers passen; er hilft beim Suchen und beweist nichts.`,
  'Extension.authorityInfoAccess': rich`Wo das Zertifikat des Ausstellers zu holen und wo nach einer Sperrung zu fragen ist (${term('authority-information-access', 'AIA')}). Manche Clients beheben damit ein fehlendes Zwischenzertifikat; dieser Browser tut es nicht.`,
  'Extension.subjectInfoAccess': rich`Wo Dienste des Inhabers zu finden sind.`,
  'Extension.cRLDistributionPoints': rich`Wo der Aussteller seine Liste gesperrter Zertifikate veröffentlicht (${term('crl', 'CRL')}).`,
  'Extension.freshestCRL': rich`Wo Nachträge zur Sperrliste veröffentlicht werden.`,
  'Extension.certificatePolicies': rich`Die Regeln, nach denen der Aussteller den Inhaber geprüft hat (${term('certificate-policy', 'Richtlinie')}).`,
  'Extension.policyMappings': rich`Welche Richtlinien zweier Zertifizierungsstellen als gleich gelten.`,
  'Extension.policyConstraints': rich`Ab welcher Stelle des Pfads Richtlinien angegeben sein müssen oder nicht mehr zugeordnet werden dürfen.`,
  'Extension.inhibitAnyPolicy': rich`Ab welcher Stelle des Pfads „any policy“ nicht mehr zählt.`,
  'Extension.nameConstraints': rich`Die Namen, für die diese CA ausstellen darf (${term('name-constraints', 'Namensbeschränkung')}). Schaden kann sie dann nur dort.`,
  'Extension.subjectDirectoryAttributes': rich`Weitere Attribute des Inhabers, kaum verwendet.`,
  'Extension.tlsfeature': rich`TLS-Erweiterungen, die der Server senden muss, etwa eine OCSP-Antwort (${term('must-staple', 'Must-Staple')}).`,
  'Extension.signedCertificateTimestampList': rich`Nachweis, dass öffentliche Logs dieses Zertifikat gesehen haben (Certificate Transparency). Von öffentlichen Zertifizierungsstellen verlangen Browser ihn.`,
  'Extension.ctPoison': rich`Kennzeichnet einen Entwurf für ein Log, der nie als Zertifikat verwendet werden darf.`,

  GeneralNames: (f) => rich`Ein oder mehrere Namen${f.text === undefined ? '' : rich`: ${code(f.text)}`}.`,
  'GeneralName.dNSName': (f) =>
    rich`${f.text === undefined ? 'Ein Hostname' : code(f.text)}: ein Hostname. ${f.text?.startsWith('*.') === true ? rich`Die ${term('wildcard', 'Wildcard')} steht für genau ein Label.` : 'Er muss ganz übereinstimmen, bis auf Groß- und Kleinschreibung.'}`,
  'GeneralName.iPAddress': (f) =>
    rich`${f.text === undefined ? 'Eine IP-Adresse' : code(f.text)}: eine IP-Adresse, 4 oder 16 Bytes. Ein Hostname passt nie darauf.`,
  'GeneralName.rfc822Name': (f) =>
    rich`${f.text === undefined ? 'Eine Adresse' : code(f.text)}: eine E-Mail-Adresse. Hostnamen werden nicht damit verglichen.`,
  'GeneralName.uniformResourceIdentifier': (f) =>
    rich`${f.text === undefined ? 'Ein URI' : code(f.text)}: eine Adresse im Web.`,
  'GeneralName.directoryName': rich`Ein Distinguished Name.`,
  'GeneralName.registeredID': rich`Ein ${oid} als Name.`,
  'GeneralName.otherName': rich`Ein Name einer anderswo definierten Art.`,
  'GeneralName.x400Address': rich`Eine Mailadresse nach X.400, längst außer Gebrauch.`,
  'GeneralName.ediPartyName': rich`Ein Name aus dem elektronischen Datenaustausch.`,

  BasicConstraints: (f) =>
    f.content === 0
      ? rich`Leer, was cA FALSE bedeutet: Das ist der Standardwert, und ${term('der', 'DER')} lässt Standardwerte weg.`
      : rich`Ob der Inhaber eine Zertifizierungsstelle ist und wie viele darunter folgen dürfen.`,
  'BasicConstraints.cA': (f) =>
    rich`${f.boolean === false ? 'FALSE: keine' : 'TRUE: eine'} ${term('certification-authority', 'Zertifizierungsstelle')}. Nur mit TRUE darf dieser Schlüssel Zertifikate signieren.`,
  'BasicConstraints.pathLenConstraint': (f) =>
    rich`Zwischen dieser CA und dem Leaf-Zertifikat darf ${f.number === 0 ? 'kein Zwischenzertifikat' : rich`höchstens ${f.number === 1 ? '1 Zwischenzertifikat' : rich`${f.number ?? 0} Zwischenzertifikate`}`} stehen (${term('path-length', 'Pfadlänge')}).`,
  KeyUsage: (f) =>
    rich`Eine Folge von Bits, eines je Erlaubnis${f.flags === undefined ? '' : rich`; hier gesetzt: ${and(f.flags.map(code))}`}.`,
  ExtKeyUsageSyntax: rich`Eine Liste von Zwecken.`,
  KeyPurposeId: (f) => rich`Ein Zweck als ${oid}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  SubjectKeyIdentifier: rich`Meist der SHA-1 des öffentlichen Schlüssels oder ein Teil eines SHA-256. Jeder eindeutige Wert täte es auch.`,
  AuthorityKeyIdentifier: rich`Kennung des Schlüssels des Ausstellers; Name und Seriennummer können danebenstehen.`,
  'AuthorityKeyIdentifier.keyIdentifier': rich`Gleich dem subjectKeyIdentifier im Zertifikat des Ausstellers.`,
  'AuthorityKeyIdentifier.authorityCertIssuer': rich`Name dessen, der das Zertifikat des Ausstellers ausgestellt hat, kaum verwendet.`,
  'AuthorityKeyIdentifier.authorityCertSerialNumber': rich`Seriennummer des Zertifikats des Ausstellers, kaum verwendet.`,
  CertificatePolicies: rich`Eine Liste von Richtlinien.`,
  PolicyInformation: rich`Eine Richtlinie, vielleicht mit einem Verweis auf ihren Text.`,
  policyIdentifier: (f) =>
    rich`Die ${term('certificate-policy', 'Richtlinie')} als ${oid}${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'PolicyInformation.policyQualifiers': rich`Wo über die Richtlinie nachzulesen ist.`,
  PolicyConstraints: rich`Grenzen für Richtlinien weiter unten im Pfad.`,
  'PolicyConstraints.requireExplicitPolicy': rich`Nach so vielen Zertifikaten muss eine Richtlinie angegeben sein.`,
  'PolicyConstraints.inhibitPolicyMapping': rich`Nach so vielen Zertifikaten dürfen Richtlinien nicht mehr zugeordnet werden.`,
  PolicyMapping: rich`Die ${term('certificate-policy', 'Richtlinie')} des Ausstellers und die des Inhabers, die als gleich gilt.`,
  issuerDomainPolicy: rich`Wie die Richtlinie beim Aussteller heißt.`,
  subjectDomainPolicy: rich`Wie die Richtlinie beim Inhaber heißt.`,
  PolicyMappings: rich`Paare von Richtlinien, die als gleich gelten.`,
  InhibitAnyPolicy: rich`Nach so vielen Zertifikaten zählt „any policy“ nicht mehr.`,
  NameConstraints: rich`Erlaubte und ausgeschlossene Namen.`,
  'NameConstraints.permittedSubtrees': rich`Namen müssen unter einem von diesen liegen.`,
  'NameConstraints.excludedSubtrees': rich`Namen dürfen unter keinem von diesen liegen.`,
  GeneralSubtree: rich`Ein Name und alles darunter.`,
  AuthorityInfoAccessSyntax: rich`Eine Liste von Diensten, jeder mit seiner Adresse.`,
  SubjectInfoAccessSyntax: rich`Eine Liste von Diensten, jeder mit seiner Adresse.`,
  AccessDescription: rich`Ein Dienst und seine Adresse.`,
  accessMethod: (f) =>
    rich`${f.name === undefined ? 'Welcher Dienst es ist' : code(f.name)}: ${f.name === 'caIssuers' ? 'Dort ist das Zertifikat des Ausstellers zu holen' : f.name === 'ocsp' ? 'Dort antwortet ein OCSP-Server, ob das Zertifikat gesperrt ist' : 'ein Dienst der Zertifizierungsstelle'}.`,
  CRLDistributionPoints: rich`Eine Liste von Orten, an denen eine ${term('crl', 'Sperrliste')} zu finden ist.`,
  FreshestCRL: rich`Eine Liste von Orten, an denen Nachträge zu finden sind.`,
  DistributionPoint: rich`Ein Ort.`,
  'DistributionPoint.distributionPoint': rich`Seine Adresse.`,
  'DistributionPoint.reasons': rich`Nur Sperrungen aus diesen Gründen stehen dort.`,
  'DistributionPoint.cRLIssuer': rich`Jemand anderes als der Aussteller signiert die Liste.`,
  'DistributionPointName.fullName': rich`Die vollständige Adresse.`,
  'DistributionPointName.nameRelativeToCRLIssuer': rich`Das Ende eines Namens, der mit dem des Ausstellers beginnt.`,
  TLSFeature: rich`Nummern von TLS-Erweiterungen; 5 ist status_request, die OCSP-Antwort.`,
  SignedCertificateTimestampList: rich`Signierte Aussagen von Logs, in der Schreibweise von TLS in einem OCTET STRING.`,
  'SignedCertificateTimestampList.sct_list': rich`Die Aussagen, jede mit Log, Zeit und Signatur.`,

  'DER.tag': (f) =>
    rich`Das Tag${f.name === undefined ? '' : rich`, ${code(f.name)}`}: welche Art von Element hier beginnt (${term('der', 'DER')}).`,
  'DER.length': (f) =>
    rich`${bytes(f.number ?? 0)} Inhalt ${f.number === 1 ? 'folgt' : 'folgen'}.${f.size === 1 ? '' : rich` Ab 128 sagt das erste Byte, wie viele Bytes die Länge braucht, hier ${f.size - 1}.`}`,
  'DER.unused_bits': rich`Wie viele Bits am Ende des BIT STRING nicht zählen.`,
  unexpected: rich`Ein Element, das hier keinen Platz hat.`,
};
