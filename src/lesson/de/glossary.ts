/** German glossary: two sentences each, with the RFC's own word where German has another. */
import type { GlossaryWords } from '../en/glossary.ts';
import { withSpecs } from '../glossary-specs.ts';

export const glossary: GlossaryWords = withSpecs({
  aead: {
    name: 'AEAD',
    text: 'Authenticated Encryption with Associated Data: Eine Operation verschlüsselt den Inhalt und hängt ein Tag über Inhalt und lesbaren Header an. Wer ohne den Schlüssel ein Bit davon ändert, fällt beim Öffnen des Records auf.',
  },
  alert: {
    name: 'Alert',
    text: 'Eine Nachricht von 2 Bytes, Stufe und Beschreibung, die eine Richtung schließt oder die Verbindung wegen eines Fehlers beendet. In TLS 1.3 sagt die Stufe nichts: Es zählt die Beschreibung.',
  },
  alpn: {
    name: 'ALPN',
    text: 'Application-Layer Protocol Negotiation: Der Browser nennt die Protokolle, die er über diese Verbindung sprechen kann, etwa h2 oder http/1.1, und der Server wählt eines. Das spart den Roundtrip, in der Verbindung danach zu fragen.',
  },
  'application-keys': {
    name: 'Anwendungsschlüssel (application keys)',
    text: 'Die Schlüssel, die nach dem Handshake Daten und alles Übrige schützen, einer je Richtung. Sie stammen aus dem Main Secret und hängen von jedem Byte bis zum Finished des Servers ab.',
  },
  'authority-information-access': {
    name: 'Authority Information Access (AIA)',
    text: 'Eine Erweiterung, die sagt, wo das Zertifikat des Ausstellers zu holen ist (caIssuers) und wo sich erfragen lässt, ob dieses Zertifikat gesperrt ist (OCSP). Manche Clients holen ein fehlendes Zwischenzertifikat von dort, viele nicht.',
  },
  'authority-key-identifier': {
    name: 'Authority Key Identifier (AKI)',
    text: 'Ein Kurzname für den Schlüssel, der dieses Zertifikat signiert hat. Er hilft, unter mehreren Ausstellern gleichen Namens den richtigen zu finden; der Beweis ist die Signatur.',
  },
  'basic-constraints': {
    name: 'Basic Constraints',
    text: 'Die Erweiterung, die sagt, ob der Inhaber eine Zertifizierungsstelle ist und wie viele Zwischenzertifikate darunter folgen dürfen. Ohne cA TRUE darf ein Zertifikat keine anderen signieren.',
  },
  binder: {
    name: 'Binder',
    text: 'Ein MAC über das ClientHello unter einem Schlüssel aus dem Pre-Shared Key. Er weist nach, dass der Browser den genannten Schlüssel hat, und bindet den Nachweis an dieses eine Hello.',
  },
  certificate: {
    name: 'Zertifikat (certificate)',
    text: 'Die Aussage, dass ein öffentlicher Schlüssel zu einem Namen gehört, signiert von einem Aussteller. Es ist öffentlich, enthält kein Geheimnis und gehört zu keinem Protokoll: TLS 1.2 und TLS 1.3 verwenden dieselben.',
  },
  'certificate-policy': {
    name: 'Richtlinie (certificate policy)',
    text: 'Eine Kennung für die Regeln, nach denen der Aussteller den Inhaber geprüft hat, etwa dass nur die Kontrolle über die Domain geprüft wurde. Software unterscheidet damit meist solche Klassen.',
  },
  'certificate-request': {
    name: 'Zertifikatsantrag (CSR)',
    text: 'Ein Name, ein öffentlicher Schlüssel und Wünsche, signiert mit der privaten Hälfte dieses Schlüssels. Er weist nach, dass der Antragsteller den Schlüssel hat; ob ihm die Namen gehören, muss die Registrierungsstelle klären.',
  },
  'certification-authority': {
    name: 'Zertifizierungsstelle (CA)',
    text: 'Eine Organisation, die prüft, wer über einen Namen verfügt, und Zertifikate signiert, die das sagen. Ihr eigenes Zertifikat hat Basic Constraints mit cA TRUE.',
  },
  chain: {
    name: 'Kette (chain)',
    text: 'Die Liste von Zertifikaten, die eine Seite sendet, das eigene zuerst. Wer prüft, darf seinen Pfad in anderer Reihenfolge und mit anderen Zertifikaten finden.',
  },
  'cipher-suite': {
    name: 'Cipher Suite',
    text: 'In TLS 1.3 ein Paar: das AEAD, das Records schützt, und der Hash der Schlüsselableitung. Schlüsselaustausch und Signatur werden getrennt ausgehandelt, anders als in TLS 1.2.',
  },
  'close-notify': {
    name: 'close_notify',
    text: 'Der Alert, der sagt, dass von dieser Seite nichts mehr kommt. Daten, die ohne ihn enden, kann jemand unterwegs abgeschnitten haben.',
  },
  'common-name': {
    name: 'Common Name (CN)',
    text: 'Ein Attribut eines Distinguished Name, zum Lesen für Menschen gedacht. Früher nahmen Browser den Hostnamen daraus; heute zählt nur der Subject Alternative Name.',
  },
  'compatibility-mode': {
    name: 'Kompatibilitätsmodus (middlebox compatibility mode)',
    text: 'TLS 1.3 im Gewand einer wieder aufgenommenen TLS-1.2-Sitzung: eine alte Session ID und ChangeCipherSpec-Records ohne Bedeutung. Messungen haben gezeigt, dass viele Middleboxes einen Handshake verwerfen, der neu aussieht.',
  },
  cookie: {
    name: 'Cookie',
    text: 'Bytes in einem HelloRetryRequest, die der Browser unverändert zurücksenden muss. Damit kann der Server prüfen, ob der Browser erreichbar ist, und muss selbst keinen Zustand halten.',
  },
  'critical-extension': {
    name: 'kritische Erweiterung (critical extension)',
    text: 'Eine Zertifikatserweiterung mit dem Vermerk, dass das Zertifikat ablehnen muss, wer sie nicht kennt. Unbekannte Erweiterungen ohne den Vermerk werden übergangen.',
  },
  crl: {
    name: 'Sperrliste (CRL)',
    text: 'Eine signierte Liste der Seriennummern, die ein Aussteller vor ihrem Ablauf gesperrt hat. Ein Zertifikat kann die Adresse nennen, unter der die Liste steht.',
  },
  der: {
    name: 'DER',
    text: 'Distinguished Encoding Rules: Tag, Länge und Wert, ineinander verschachtelt, mit genau einer Codierung für jeden Inhalt. Weil es nur eine gibt, ist eine Signatur über die Bytes eine Signatur über den Inhalt.',
  },
  'diffie-hellman': {
    name: 'Diffie-Hellman',
    text: 'Jede Seite sendet einen öffentlichen Schlüssel und verrechnet ihren privaten mit dem empfangenen öffentlichen; beide kommen auf denselben Wert. In TLS 1.3 entstehen die Schlüsselpaare für eine Verbindung und werden danach gelöscht.',
  },
  downgrade: {
    name: 'Downgrade',
    text: 'Ein Angriff, der zwei Seiten etwas Schwächeres verwenden lässt, als beide könnten. In TLS 1.3 decken Signatur und Finished alle Angebote ab, also fällt auf, wenn eines aus der Liste gestrichen wurde.',
  },
  'early-data': {
    name: 'Early Data (0-RTT)',
    text: 'Anwendungsdaten, die der Browser zusammen mit seiner ersten Nachricht sendet, unter einem Schlüssel allein aus einem Pre-Shared Key. Das spart einen Roundtrip; Forward Secrecy fehlt, und wer sie mitschneidet, kann sie noch einmal senden.',
  },
  'early-secret': {
    name: 'Early Secret',
    text: 'Die erste Stufe der Schlüsselableitung, aus einem Pre-Shared Key extrahiert. Ohne einen entsteht es aus Nullen und ist damit eine Konstante, die alle kennen.',
  },
  eve: {
    name: 'Eve, die Lauscherin',
    text: 'Jemand auf dem Weg zwischen Browser und Server, der alles aufzeichnet und nichts verändert. Was sie berechnen kann und was nicht, wird hier aus den Nachrichten abgeleitet, die sie lesen kann.',
  },
  'extended-main-secret': {
    name: 'Extended Main Secret',
    text: 'Eine Erweiterung von TLS 1.2 (RFC 7627), durch die das Main Secret an jeder bisherigen Nachricht des Handshakes hängt und nicht allein an den beiden Zufallswerten. Ohne sie könnte ein Angreifer in der Mitte zwei Verbindungen dieselben Schlüssel geben.',
  },
  'extended-key-usage': {
    name: 'Extended Key Usage (EKU)',
    text: 'Die Zwecke, für die ein Zertifikat ausgestellt wurde, etwa serverAuth oder clientAuth. Ein Browser akzeptiert einen Server nur, wenn serverAuth dabei ist.',
  },
  extension: {
    name: 'Erweiterung (extension)',
    text: 'Ein nummerierter Datenblock, den ein Hello, eine Certificate-Nachricht oder ein Zertifikat enthalten kann. In TLS darf eine Seite nur mit Erweiterungen antworten, die die andere angefragt hat.',
  },
  fingerprint: {
    name: 'Fingerabdruck (fingerprint)',
    text: 'Ein Hash über alle Bytes eines Zertifikats, als Kurzname dafür verwendet. Ihn berechnet, wer hinsieht; im Zertifikat steht er nicht.',
  },
  finished: {
    name: 'Finished',
    text: 'Eine Nachricht mit einem MAC über den ganzen Handshake, unter einem Schlüssel aus dem Handshake Traffic Secret des Absenders. Sie zeigt, dass beide Seiten dieselben Nachrichten gesehen und dieselben Schlüssel haben.',
  },
  'forward-secrecy': {
    name: 'Forward Secrecy',
    text: 'Wer später einen langlebigen Schlüssel stiehlt, kann trotzdem nicht lesen, was vorher mitgeschnitten wurde. TLS 1.3 hat sie immer, wenn Key Shares im Spiel sind, denn deren private Schlüssel sind nach der Verbindung weg.',
  },
  grease: {
    name: 'GREASE',
    text: 'Reservierte Werte, die ein Browser unter seine Angebote streut und die nichts bedeuten. Ein Server, der daran scheitert, fällt früh auf, bevor ein echter neuer Wert ihn zu Fall bringt.',
  },
  group: {
    name: 'Gruppe (named group)',
    text: 'Der Satz von Parametern für einen Schlüsselaustausch: eine elliptische Kurve wie x25519 oder ein Hybrid aus Kurve und KEM wie X25519MLKEM768. Key Shares entstehen in einer Gruppe.',
  },
  'handshake-keys': {
    name: 'Handshake-Schlüssel (handshake keys)',
    text: 'Die Schlüssel, die nach dem ServerHello den Rest des Handshakes schützen, einer je Richtung. Nach dem eigenen Finished wechselt jede Seite zu den Anwendungsschlüsseln.',
  },
  'handshake-secret': {
    name: 'Handshake Secret',
    text: 'Die zweite Stufe der Schlüsselableitung, aus dem gemeinsamen Geheimnis des Schlüsselaustauschs extrahiert. Beide Handshake Traffic Secrets werden daraus abgeleitet.',
  },
  hash: {
    name: 'Hash',
    text: 'Eine Funktion, die Bytes jeder Länge auf einen kurzen Wert abbildet, so dass niemand zwei Eingaben mit demselben findet. Sie braucht keinen Schlüssel und verbirgt von sich aus nichts.',
  },
  'hello-retry-request': {
    name: 'HelloRetryRequest',
    text: 'Die Aufforderung des Servers, das ClientHello mit einem Share für eine andere Gruppe oder mit einem Cookie zu wiederholen. Sie kostet einen Roundtrip und darf einmal kommen.',
  },
  hkdf: {
    name: 'HKDF',
    text: 'Ein Weg, mit HMAC in zwei Schritten Schlüssel abzuleiten: Extract macht aus dem Eingangsmaterial ein gleichverteiltes Secret, Expand daraus so viele Schlüssel mit Label wie nötig. Rückwärts läuft keiner der beiden Schritte.',
  },
  hybrid: {
    name: 'hybrider Schlüsselaustausch (hybrid)',
    text: 'Zwei Schlüsselaustausche zugleich, ein klassischer und ein Post-Quanten-Verfahren, deren Geheimnisse zusammengefügt werden. Er hält, solange eines der beiden hält.',
  },
  intermediate: {
    name: 'Zwischenzertifikat (intermediate certificate)',
    text: 'Das Zertifikat einer CA, das selbst von einer anderen CA signiert ist. Es hält den Schlüssel der Root aus dem Alltag heraus; ein Server muss es senden, weil Browser nicht alle haben.',
  },
  issuer: {
    name: 'Aussteller (issuer)',
    text: 'Der Name der CA, die ein Zertifikat signiert hat. Er muss nach dem Normalisieren Byte für Byte gleich dem Inhaber im Zertifikat dieser CA sein.',
  },
  'key-block': {
    name: 'Key Block',
    text: 'In TLS 1.2 eine Folge von Bytes aus dem Main Secret und beiden Zufallswerten, der Reihe nach in MAC-Schlüssel, Verschlüsselungsschlüssel und IVs für beide Richtungen geschnitten. Wie lang sie ist, folgt aus der Cipher Suite.',
  },
  'key-schedule': {
    name: 'Schlüsselableitung (key schedule)',
    text: 'Die feste Kette von HKDF-Schritten vom gemeinsamen Geheimnis zu jedem Schlüssel der Verbindung: Early Secret, Handshake Secret, Main Secret. Jede Ableitung hat ihr eigenes Label, und in jedes Traffic Secret geht ein Transkript-Hash ein, also gleicht kein Schlüssel einem anderen.',
  },
  'key-share': {
    name: 'Key Share',
    text: 'Die öffentliche Hälfte eines Schlüsselpaars für diese Verbindung, zusammen mit dem Namen ihrer Gruppe. Beide Seiten senden einen und berechnen daraus dasselbe gemeinsame Geheimnis.',
  },
  'key-update': {
    name: 'KeyUpdate',
    text: 'Eine Nachricht nach dem Handshake, mit der eine Seite zum nächsten Sendeschlüssel übergeht. Sie kann von der anderen dasselbe verlangen.',
  },
  'key-usage': {
    name: 'Key Usage',
    text: 'Die Erweiterung, die sagt, was der Schlüssel darf: Daten signieren (digitalSignature), Zertifikate signieren (keyCertSign), Sperrlisten signieren und so fort. In TLS 1.3 muss der Schlüssel eines Servers nur signieren.',
  },
  leaf: {
    name: 'Leaf-Zertifikat (end-entity certificate)',
    text: 'Das Zertifikat am unteren Ende eines Pfads, das der Seite selbst gehört und keiner CA. Sein öffentlicher Schlüssel prüft das CertificateVerify.',
  },
  mac: {
    name: 'MAC',
    text: 'Message Authentication Code: ein kurzer Wert, berechnet aus einer Nachricht und einem gemeinsamen geheimen Schlüssel. Anders als eine Signatur beweist er Dritten nichts, denn wer ihn prüfen kann, hätte ihn auch erzeugen können.',
  },
  'main-secret': {
    name: 'Main Secret',
    text: 'Die dritte Stufe der Schlüsselableitung, aus der die Application Traffic Secrets kommen. Vor RFC 9846 hieß es Master Secret; die Labels auf der Leitung sagen noch immer „master“.',
  },
  mallory: {
    name: 'Mallory',
    text: 'Jemand, der in der Mitte steht und Nachrichten verändern, unterdrücken, wiederholen oder einschieben kann. TLS nimmt an, dass Mallory das ganze Netz beherrscht.',
  },
  'ml-kem': {
    name: 'ML-KEM',
    text: 'Ein Key Encapsulation Mechanism, von dem man annimmt, dass er Quantencomputern standhält (FIPS 203). Der Browser sendet einen Encapsulation Key; der Server antwortet mit einem Ciphertext, aus dem nur der Browser das Geheimnis zurückgewinnt.',
  },
  nonce: {
    name: 'Nonce',
    text: 'Ein Wert, der sich unter demselben Schlüssel nie wiederholen darf. In TLS 1.3 ist sie der IV, per exklusivem Oder mit der Nummer des Records verknüpft, und wird nicht gesendet.',
  },
  ocsp: {
    name: 'OCSP',
    text: 'Online Certificate Status Protocol: Ein Client fragt nach einer Seriennummer, und der Aussteller oder sein Responder antwortet good, revoked oder unknown, signiert. Ein Server kann die Antwort selbst holen und im Handshake mitgeben (Stapling).',
  },
  'object-identifier': {
    name: 'Object Identifier (OID)',
    text: 'Eine weltweit eindeutige Nummer für ein Verfahren, ein Attribut oder eine Erweiterung, geschrieben als Zahlen mit Punkten. Jeder Punkt führt in einem Baum von Registrierungsstellen eine Ebene tiefer.',
  },
  padding: {
    name: 'Padding',
    text: 'Nullbytes hinter dem Inhalt eines verschlüsselten Records. Sie verbergen, wie lang der Inhalt ist; das letzte Byte, das nicht null ist, ist der Content Type.',
  },
  path: {
    name: 'Zertifizierungspfad (certification path)',
    text: 'Eine Folge von Zertifikaten vom Leaf-Zertifikat bis zu einem Vertrauensanker, in der jedes mit dem Schlüssel des nächsten signiert ist. Die Kette ist, was gesendet wurde, der Pfad, was beim Prüfen gefunden wurde.',
  },
  'path-length': {
    name: 'Pfadlänge (path length constraint)',
    text: 'Wie viele Zwischenzertifikate zwischen dieser CA und dem Leaf-Zertifikat stehen dürfen. Eine CA mit 0 darf nur Leaf-Zertifikate signieren.',
  },
  'premaster-secret': {
    name: 'Premaster Secret',
    text: 'In TLS 1.2 das Geheimnis, das der Schlüsselaustausch liefert: was der Browser für den Server verschlüsselt hat (RSA), was beide berechnet haben (Diffie-Hellman) oder ein Pre-Shared Key. Daraus entsteht das Main Secret, und dann wird es vergessen.',
  },
  prf: {
    name: 'PRF',
    text: 'Die Pseudozufallsfunktion von TLS 1.2: HMAC, wiederholt bis genug Bytes da sind, über ein Label, das sagt, wofür sie sind. TLS 1.3 nimmt dafür HKDF.',
  },
  'private-key': {
    name: 'privater Schlüssel (private key)',
    text: 'Die geheime Hälfte eines Schlüsselpaars. Je nach Art signiert, entschlüsselt oder vereinbart er, und seinen Besitzer verlässt er nie.',
  },
  psk: {
    name: 'Pre-Shared Key (PSK)',
    text: 'Ein Geheimnis, das beide Seiten schon vor der Verbindung haben, aus einer früheren oder von Hand eingerichtet. Er tritt an die Stelle von Zertifikaten, nicht unbedingt an die des Schlüsselaustauschs.',
  },
  'public-key': {
    name: 'öffentlicher Schlüssel (public key)',
    text: 'Die Hälfte eines Schlüsselpaars, die alle kennen dürfen. Je nach Art verifiziert er Signaturen, verschlüsselt oder vereinbart.',
  },
  random: {
    name: 'Zufallswert (random)',
    text: '32 frische zufällige Bytes in jedem Hello. Sie machen jedes Transkript anders, so dass nichts, was in einer Verbindung mitgeschnitten wurde, in eine andere passt.',
  },
  record: {
    name: 'Record',
    text: 'Die Einheit, die TLS auf die Leitung legt: ein Header von 5 Bytes, dann bis zu 16 384 Bytes Inhalt, versiegelt, sobald es Schlüssel gibt. Der Header bleibt lesbar, also sehen alle Längen und Zeiten.',
  },
  'registration-authority': {
    name: 'Registrierungsstelle (RA)',
    text: 'Die Stelle, die prüft, wer fragt, bevor eine Zertifizierungsstelle signiert: dass der Antragsteller den Schlüssel hat und dass ihm die Namen gehören. Selbst signiert sie keine Zertifikate.',
  },
  revocation: {
    name: 'Sperrung (revocation)',
    text: 'Die Aussage eines Ausstellers, dass ein Zertifikat nicht mehr gilt, obwohl es noch nicht abgelaufen ist. Sie steht in Sperrlisten oder wird per OCSP beantwortet.',
  },
  root: {
    name: 'Root-Zertifikat (root certificate)',
    text: 'Das Zertifikat einer CA, über der niemand steht, mit dem eigenen Schlüssel signiert. Vertraut wird ihm, weil es im Store liegt, nicht wegen dieser Signatur.',
  },
  'root-store': {
    name: 'Root-Store',
    text: 'Die Liste der Vertrauensanker, die ein Browser oder ein System mitbringt. Hier enthält er sechs erfundene Roots, die sich ausschalten lassen.',
  },
  'self-signed': {
    name: 'selbstsigniertes Zertifikat (self-signed)',
    text: 'Ein Zertifikat, signiert mit eben dem Schlüssel, den es enthält. Es zeigt, dass sein Ersteller den Schlüssel hat; wer das ist, hat niemand geprüft.',
  },
  'server-name': {
    name: 'server_name (SNI)',
    text: 'Die Erweiterung, in der der Browser sagt, welchen Host er will, damit eine Adresse viele Namen bedienen kann. Sie reist lesbar im ClientHello.',
  },
  'session-ticket': {
    name: 'Session-Ticket',
    text: 'Ein Wert vom Server, mit dem der Browser die Sitzung später wieder aufnehmen kann. In TLS 1.3 steht es für einen Pre-Shared Key, den beide aus dieser Verbindung ableiten; in TLS 1.2 ist das Main Secret selbst darin versiegelt.',
  },
  'shared-secret': {
    name: 'gemeinsames Geheimnis (shared secret)',
    text: 'Das Ergebnis des Schlüsselaustauschs, auf beiden Seiten gleich und nie gesendet. Es dient nur als Eingabe der Schlüsselableitung.',
  },
  signature: {
    name: 'Signatur (signature)',
    text: 'Ein Wert, der aus einer Nachricht mit einem privaten Schlüssel entsteht; prüfen können ihn alle mit dem öffentlichen. Er verbirgt nichts: Signieren ist nicht Verschlüsseln.',
  },
  'signature-scheme': {
    name: 'Signaturverfahren (signature scheme)',
    text: 'Ein Signaturalgorithmus mit seinem Hash und bei ECDSA in TLS 1.3 auch seiner Kurve, als eine Nummer. Jede Seite nennt die, die sie zu prüfen bereit ist.',
  },
  subject: {
    name: 'Inhaber (subject)',
    text: 'Um wen es in einem Zertifikat geht: wer den privaten Schlüssel zum öffentlichen darin hat. Bei Servern stehen die Hostnamen im Subject Alternative Name.',
  },
  'subject-alternative-name': {
    name: 'Subject Alternative Name (SAN)',
    text: 'Die Erweiterung mit den Namen, für die ein Zertifikat gilt: Hostnamen, IP-Adressen, E-Mail-Adressen. Mit nichts anderem vergleichen Browser die Adresszeile.',
  },
  'subject-key-identifier': {
    name: 'Subject Key Identifier (SKI)',
    text: 'Ein Kurzname für den öffentlichen Schlüssel in diesem Zertifikat, meist ein Hash davon. Zertifikate darunter wiederholen ihn als Authority Key Identifier.',
  },
  tag: {
    name: 'Auth-Tag (authentication tag)',
    text: 'Die letzten 16 Bytes eines verschlüsselten Records, mit dem Schlüssel über Header und Ciphertext berechnet. Wurde ein Bit verändert, passt es nicht, und der Record wird verworfen.',
  },
  'traffic-secret': {
    name: 'Traffic Secret',
    text: 'Das Secret einer Richtung und eines Abschnitts, etwa „c hs traffic“ für die Handshake-Nachrichten des Browsers. Schlüssel, IV und Finished-Schlüssel werden daraus abgeleitet.',
  },
  transcript: {
    name: 'Transkript (transcript)',
    text: 'Alle Handshake-Nachrichten der Verbindung der Reihe nach, ohne Record-Header. Beide Seiten führen es und müssen auf dasselbe kommen.',
  },
  'transcript-hash': {
    name: 'Transkript-Hash (transcript hash)',
    text: 'Der Hash über die bisherigen Handshake-Nachrichten. Signaturen, Finished und jedes Traffic Secret beruhen darauf, also fällt eine veränderte Nachricht auf.',
  },
  truncation: {
    name: 'Abschneiden (truncation attack)',
    text: 'Eine Verbindung so kappen, dass ein Teil der Daten wie das Ganze aussieht. Der Alert close_notify verhindert es, wenn der Empfänger darauf besteht.',
  },
  'trust-anchor': {
    name: 'Vertrauensanker (trust anchor)',
    text: 'Name und Schlüssel, bei denen jeder Pfad enden muss: meist eine Root im Store. Wer prüft, nimmt ihn als gegeben und sucht darüber keinen Nachweis.',
  },
  'validation-authority': {
    name: 'Validierungsstelle (VA)',
    text: 'Wer beantwortet, ob ein Zertifikat gesperrt wurde, per Liste oder per OCSP. Sie spricht für den Aussteller und ändert am Zertifikat nichts.',
  },
  validity: {
    name: 'Gültigkeit (validity period)',
    text: 'Die Spanne von notBefore bis notAfter, in der der Aussteller für ein Zertifikat bürgt. Danach muss er nicht einmal mehr sagen, ob es gesperrt wurde.',
  },
  wildcard: {
    name: 'Wildcard',
    text: 'Ein Name wie *.shop.example, der für jeden Namen mit genau einem Label anstelle des Sterns steht. Auf shop.example selbst passt er nicht, auf a.b.shop.example auch nicht.',
  },
});
