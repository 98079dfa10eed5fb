/** German texts about the fields of requests, revocation lists and OCSP. Keys are those of x509/. */
import type { pkiFields as english } from '../../en/fields/pki.ts';
import type { FieldText } from '../../field-words.ts';
import { code, rich, term } from '../../rich.ts';
import { bytes, dateTime } from '../grammar.ts';

const moment =
  (text: string): FieldText =>
  (f) =>
    rich`${text}${f.time === undefined ? '' : rich`: ${dateTime(f.time)}`}.`;

export const pkiFields: Readonly<Record<keyof typeof english, FieldText>> = {
  CertificationRequest: rich`Ein ${term('certificate-request', 'Zertifikatsantrag')}: was beantragt wird, mit welchem Verfahren er signiert ist, und die Signatur.`,
  'CertificationRequest.certificationRequestInfo': (f) =>
    rich`Was der Antragsteller signiert, genau diese ${bytes(f.size)}: Name, öffentlicher Schlüssel und Wünsche.`,
  'CertificationRequest.signatureAlgorithm': rich`Womit der Antragsteller signiert hat.`,
  'CertificationRequest.signature': rich`Erzeugt mit der privaten Hälfte eben des Schlüssels, der darin steht. Sie weist nach, dass der Antragsteller diese Hälfte hat, und nichts über die Namen.`,
  'CertificationRequestInfo.version': rich`Immer Version 1, als 0 geschrieben.`,
  'CertificationRequestInfo.subject': rich`Der Name, den der Antragsteller gern hätte. Was davon ins Zertifikat kommt, entscheidet die ${term('certification-authority', 'Zertifizierungsstelle')}.`,
  'CertificationRequestInfo.subjectPKInfo': rich`Der ${term('public-key', 'öffentliche Schlüssel')}, der zertifiziert werden soll: der eine Teil, den eine Zertifizierungsstelle übernimmt und nie ändert.`,
  'CertificationRequestInfo.attributes': rich`Wünsche über Name und Schlüssel hinaus, als Menge von Attributen.`,
  'Attribute.extensionRequest': rich`Die ${term('extension', 'Erweiterungen')}, die der Antragsteller gern im Zertifikat sähe. Es sind Wünsche.`,
  'Attribute.values': rich`Was das Attribut enthält. Bei extensionRequest ist es eine Liste von Erweiterungen.`,
  Attribute: rich`Ein Attribut mit seiner Nummer. Manche Anträge enthalten hier ein Challenge-Passwort, das niemand senden sollte.`,
  type: (f) => rich`Welches Attribut das ist${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,

  CertificateList: rich`Eine ${term('crl', 'Sperrliste')}: was signiert wurde, mit welchem Verfahren, und die Signatur.`,
  'CertificateList.tbsCertList': (f) =>
    rich`Der Teil, den der Aussteller signiert hat, genau diese ${bytes(f.size)}.`,
  'CertificateList.signatureAlgorithm': rich`Womit der Aussteller signiert hat. Es muss gleich dem Feld im signierten Teil sein.`,
  'CertificateList.signatureValue': rich`Die ${term('signature', 'Signatur')} des Ausstellers über die Liste. Wer sie nicht verifizieren kann, darf der Liste nicht glauben.`,
  'TBSCertList.version': rich`Version 2, als 1 geschrieben: die mit Erweiterungen und damit mit einer Nummer.`,
  'TBSCertList.signature': rich`Noch einmal das Signaturverfahren, im signierten Teil.`,
  'TBSCertList.issuer': rich`Wer die Liste und die Zertifikate darin ausgestellt hat. Er muss zum Aussteller des fraglichen Zertifikats passen.`,
  'TBSCertList.thisUpdate': moment('Die Liste sagt, was zu diesem Zeitpunkt bekannt war'),
  'TBSCertList.nextUpdate': moment(
    'Bis dahin kommt eine neuere Liste; danach darf diese nicht mehr verwendet werden',
  ),
  'TBSCertList.revokedCertificates': rich`Ein Eintrag je Zertifikat, dem nicht mehr zu trauen ist. Ohne Einträge fehlt das ganze Feld.`,
  'TBSCertList.crlExtensions': rich`${term('extension', 'Erweiterungen')} zur ganzen Liste.`,
  RevokedCertificate: rich`Ein ${term('revocation', 'gesperrtes')} Zertifikat: seine Seriennummer, seit wann und vielleicht warum.`,
  'RevokedCertificate.userCertificate': rich`Die Seriennummer. Zusammen mit dem Aussteller der Liste benennt sie genau ein Zertifikat.`,
  'RevokedCertificate.revocationDate': moment('Gesperrt zu diesem Zeitpunkt'),
  'RevokedCertificate.crlEntryExtensions': rich`${term('extension', 'Erweiterungen')} zu diesem einen Eintrag.`,
  'Extension.reasonCode': rich`Warum das Zertifikat gesperrt wurde.`,
  CRLReason: rich`Eine Zahl für den Grund: 1 ist ein Schlüssel, der in fremde Hände kam, 4 ein ersetztes Zertifikat.`,
  'Extension.cRLNumber': rich`Die Nummer der Liste. Sie wächst mit jeder Liste, damit eine alte nicht als die neueste durchgeht.`,
  CRLNumber: (f) =>
    rich`${f.number === undefined ? 'Die Nummer dieser Liste' : rich`Liste Nummer ${f.number}`}.`,

  'Extension.deltaCRLIndicator': rich`Diese Liste enthält nur, was sich seit der Liste dieser Nummer geändert hat. Allein beweist sie nichts.`,
  BaseCRLNumber: rich`Die Nummer der vollständigen Liste, die diese fortsetzt.`,
  'Extension.issuingDistributionPoint': rich`Welche Zertifikate und welche Gründe diese Liste abdeckt. Wer nicht hinsieht, könnte eine Liste von Zertifizierungsstellen für eine von Servern halten.`,
  IssuingDistributionPoint: rich`Was diese Liste abdeckt.`,
  'IssuingDistributionPoint.distributionPoint': rich`Wo die Liste veröffentlicht wird. Ein Zertifikat, für das sie gedacht ist, nennt denselben Ort.`,
  'IssuingDistributionPoint.onlyContainsUserCerts': rich`Nur Zertifikate, die keiner Zertifizierungsstelle gehören.`,
  'IssuingDistributionPoint.onlyContainsCACerts': rich`Nur Zertifikate von ${term('certification-authority', 'Zertifizierungsstellen')}.`,
  'IssuingDistributionPoint.onlySomeReasons': rich`Nur einige Gründe; für die anderen gibt es eine weitere Liste.`,
  'IssuingDistributionPoint.indirectCRL': rich`Die Liste spricht auch für andere Aussteller. Dieses Labor lehnt solche Listen ab.`,
  'IssuingDistributionPoint.onlyContainsAttributeCerts': rich`Nur Attributzertifikate, die TLS nicht verwendet.`,
  'Extension.invalidityDate': rich`Ab wann das Zertifikat als schlecht gelten muss, vielleicht bevor es jemand bemerkt hat.`,
  InvalidityDate: moment('Gilt als schlecht seit'),
  'Extension.certificateIssuer': rich`Der Eintrag betrifft ein Zertifikat eines anderen ${term('issuer', 'Ausstellers')}: Zeichen einer indirekten Liste.`,
  CertificateIssuer: rich`Der andere Aussteller.`,
  'Extension.ocspNocheck': rich`Der Aussteller sagt, dass niemand fragen muss, ob das Zertifikat dieses Responders gesperrt ist; es gilt nur kurze Zeit.`,
  OcspNocheck: rich`Kein Inhalt: Dass es hier steht, ist alles, was es sagt.`,

  OCSPRequest: rich`Eine Frage nach einzelnen Zertifikaten (${term('ocsp', 'OCSP')}): der Aussteller durch die Hashes von Name und Schlüssel, die Seriennummer und eine Nonce.`,
  OCSPResponse: rich`Die Antwort eines ${term('validation-authority', 'Responders')}: ein eigener Status und darin, signiert, was er über das Zertifikat sagt.`,
  'OCSPResponse.responseStatus': rich`Ob es überhaupt eine Antwort gibt: 0 ist successful. Das sagt nichts über das Zertifikat und ist nicht signiert.`,
  'OCSPResponse.responseBytes': rich`Die Antwort selbst. Ist der Status ein Fehler, gibt es keine.`,
  ResponseBytes: rich`Welche Art von Antwort es ist, und die Antwort.`,
  responseType: (f) => rich`Die Art der Antwort${f.name === undefined ? '' : rich`: ${code(f.name)}`}.`,
  'ResponseBytes.response': rich`Die Antwort, in einen OCTET STRING verpackt.`,
  BasicOCSPResponse: rich`Was signiert wurde, mit welchem Verfahren, und die Signatur.`,
  'BasicOCSPResponse.tbsResponseData': (f) =>
    rich`Der Teil, den der Responder signiert hat, genau diese ${bytes(f.size)}.`,
  'BasicOCSPResponse.signatureAlgorithm': rich`Womit der Responder signiert hat.`,
  'BasicOCSPResponse.signature': rich`Die ${term('signature', 'Signatur')} des Ausstellers oder eines Responders, den er dafür zertifiziert hat.`,
  'BasicOCSPResponse.certs': rich`Zertifikate, mit denen sich die Signatur verifizieren lässt, etwa das eines beauftragten Responders.`,
  'ResponseData.version': rich`Die Version des Formats; 1 ist der Standard und wird weggelassen.`,
  'ResponseData.responderID': rich`Wer antwortet: mit Namen oder mit dem Hash seines Schlüssels.`,
  'ResponderID.byName': rich`Der Name des Responders.`,
  'ResponderID.byKey': rich`SHA-1 über den ${term('public-key', 'öffentlichen Schlüssel')} des Responders.`,
  'ResponseData.producedAt': moment('Wann die Antwort signiert wurde'),
  'ResponseData.responses': rich`Eine Antwort für jedes Zertifikat, nach dem gefragt wurde.`,
  'ResponseData.responseExtensions': rich`${term('extension', 'Erweiterungen')} zur ganzen Antwort.`,
  SingleResponse: rich`Was über ein Zertifikat gesagt wird.`,
  'SingleResponse.certID': rich`Um welches Zertifikat es geht. Es muss das sein, nach dem gefragt wurde.`,
  'CertID.hashAlgorithm': rich`Der ${term('hash', 'Hash')} über Name und Schlüssel des Ausstellers.`,
  'CertID.issuerNameHash': rich`Hash über den Namen des Ausstellers.`,
  'CertID.issuerKeyHash': rich`Hash über den ${term('public-key', 'öffentlichen Schlüssel')} des Ausstellers: Zwei Zertifizierungsstellen können einen Namen haben.`,
  'CertID.serialNumber': rich`Die Seriennummer des Zertifikats.`,
  'SingleResponse.certStatus': rich`Good, revoked oder unknown. Good heißt nicht gesperrt: Es sagt nicht einmal, dass das Zertifikat ausgestellt wurde.`,
  'RevokedInfo.revocationTime': moment('Gesperrt zu diesem Zeitpunkt'),
  'RevokedInfo.revocationReason': rich`Warum es gesperrt wurde.`,
  'SingleResponse.thisUpdate': moment('Der Status ist, was zu diesem Zeitpunkt bekannt war'),
  'SingleResponse.nextUpdate': moment(
    'Bis dahin gibt es Neueres; danach darf diese Antwort nicht mehr verwendet werden',
  ),
  'SingleResponse.singleExtensions': rich`${term('extension', 'Erweiterungen')} zu diesem einen Status.`,
  'Extension.nonce': rich`Die Zufallszahl der Frage, zurückgegeben. Eine früher mitgeschnittene Antwort kann sie nicht haben.`,
  Nonce: (f) => rich`Die ${f.content} zufälligen Bytes aus der Frage.`,

  ContentInfo: rich`Die äußerste Hülle von PKCS #7: welche Art von Inhalt folgt, und der Inhalt.`,
  'ContentInfo.contentType': rich`Die Art ist signedData, auch wo niemand signiert hat: So wird ein Bündel von Zertifikaten geschrieben.`,
  'ContentInfo.content': rich`Der Inhalt.`,
};
