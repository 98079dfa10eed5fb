/** German glossary: two sentences each, with the RFC's own word where German has another. */
import type { GlossaryWords } from '../en/glossary.ts';
import { withSpecs } from '../glossary-specs.ts';

export const glossary: GlossaryWords = withSpecs({
  aead: {
    name: 'AEAD',
    text: 'Authenticated Encryption with Associated Data: Eine Operation verschlüsselt den Inhalt und hängt ein Tag über Inhalt und lesbaren Header an. Wer ohne den Schlüssel ein Bit davon ändert, fällt beim Öffnen des Records auf.',
  },
  aes: {
    name: 'AES',
    text: 'Die Blockchiffre der meisten Verbindungen: Sie macht unter einem Schlüssel von 128 oder 256 Bit aus Blöcken von 16 Bytes andere. Wie aus vielen Blöcken eine Nachricht wird, sagt der Modus: GCM, CCM oder CBC.',
  },
  alert: {
    name: 'Alert',
    text: 'Eine Nachricht von 2 Bytes, Stufe und Beschreibung, die eine Richtung schließt oder die Verbindung wegen eines Fehlers beendet. In TLS 1.3 sagt die Stufe nichts: Es zählt die Beschreibung.',
  },
  alpn: {
    name: 'ALPN',
    text: 'Application-Layer Protocol Negotiation: Der Browser nennt die Protokolle, die er über diese Verbindung sprechen kann, etwa h2 oder http/1.1, und der Server wählt eines. Das spart den Roundtrip, in der Verbindung danach zu fragen.',
  },
  'anonymous-key-exchange': {
    name: 'anonymer Schlüsselaustausch (anonymous key exchange)',
    text: 'Ein Diffie-Hellman-Austausch von TLS 1.2 ohne Zertifikat und ohne Signatur (DH_anon, ECDH_anon). Eve erfährt daraus nichts, aber wer in der Mitte steht, kann dem Browser der Server und dem Server der Browser sein.',
  },
  'application-keys': {
    name: 'Anwendungsschlüssel (application keys)',
    text: 'Die Schlüssel, die nach dem Handshake Daten und alles Übrige schützen, einer je Richtung. Sie stammen aus dem Main Secret und hängen von jedem Byte bis zum Finished des Servers ab.',
  },
  aria: {
    name: 'ARIA',
    text: 'Eine Blockchiffre aus Korea, gebaut wie AES und dort nationaler Standard. TLS 1.2 hat Suites damit, TLS 1.3 keine.',
  },
  asn1: {
    name: 'ASN.1',
    text: 'Abstract Syntax Notation One: die Sprache, in der die Standards aufschreiben, woraus ein Zertifikat besteht, als verschachtelte Felder mit Typen. Welche Bytes aus einem solchen Feld werden, sagt DER.',
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
  camellia: {
    name: 'Camellia',
    text: 'Eine Blockchiffre aus Japan mit den Block- und Schlüssellängen von AES. TLS 1.2 hat Suites damit, die kaum ein Browser anbietet; TLS 1.3 hat keine.',
  },
  cbc: {
    name: 'CBC',
    text: 'Cipher Block Chaining: Jeder Block wird mit dem verschlüsselten Block davor verknüpft, so dass gleiche Blöcke nicht gleich aussehen. Es verbirgt und schützt nicht vor Änderungen, darum fügt TLS 1.2 einen MAC hinzu; TLS 1.3 hat es nicht mehr.',
  },
  ccm: {
    name: 'CCM',
    text: 'Eine Betriebsart, Counter mit CBC-MAC: ein AEAD, das mit einer Blockchiffre und sonst nichts verschlüsselt und sein Tag bildet. Es passt in kleine Geräte; CCM_8 kürzt das Tag auf 8 Bytes.',
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
  'certificate-verify': {
    name: 'CertificateVerify',
    text: 'Die Nachricht mit einer Signatur über alle bisherigen Nachrichten, gemacht mit dem privaten Schlüssel zum Zertifikat. Erst sie macht aus einem Zertifikat, das jeder kopieren kann, einen Nachweis, wer es sendet.',
  },
  'certification-authority': {
    name: 'Zertifizierungsstelle (CA)',
    text: 'Eine Organisation, die prüft, wer über einen Namen verfügt, und Zertifikate signiert, die das sagen. Ihr eigenes Zertifikat hat Basic Constraints mit cA TRUE.',
  },
  'chacha20-poly1305': {
    name: 'ChaCha20-Poly1305',
    text: 'Ein AEAD aus zwei Teilen: ChaCha20 verschlüsselt als Strom, Poly1305 bildet das Tag. Es ist schnell, wo der Prozessor keine Befehle für AES hat, etwa in vielen Telefonen.',
  },
  chain: {
    name: 'Kette (chain)',
    text: 'Die Liste von Zertifikaten, die eine Seite sendet, das eigene zuerst. Wer prüft, darf seinen Pfad in anderer Reihenfolge und mit anderen Zertifikaten finden.',
  },
  'change-cipher-spec': {
    name: 'ChangeCipherSpec',
    text: 'In TLS 1.2 eine Nachricht von 1 Byte, nach der die Records des Absenders mit den neuen Schlüsseln geschützt sind. In TLS 1.3 bedeutet sie nichts und wird als Attrappe für Middleboxes gesendet.',
  },
  'cipher-suite': {
    name: 'Cipher Suite',
    text: 'Ein Satz von Verfahren unter einer Nummer, auf den sich beide Seiten einigen. Bis TLS 1.2 nennt der Name Schlüsselaustausch, Authentisierung, Chiffre und Hash, in TLS 1.3 nur noch das AEAD für Records und den Hash der Schlüsselableitung.',
  },
  ciphertext: {
    name: 'Ciphertext',
    text: 'Was beim Verschlüsseln aus einem Text wird: Ohne den Schlüssel sieht es aus wie zufällige Bytes. Seine Länge verrät trotzdem etwas über die des Textes.',
  },
  'client-certificate': {
    name: 'Client-Zertifikat (Mutual TLS)',
    text: 'Ein Zertifikat, mit dem sich der Browser oder ein anderer Client ausweist, wenn ein Server danach fragt. Weisen sich beide Seiten so aus, heißt das Mutual TLS.',
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
  compression: {
    name: 'Kompression (compression)',
    text: 'Bis TLS 1.2 konnten Records vor dem Verschlüsseln kürzer gemacht werden. Um wie viel, verriet Angreifern den Inhalt (CRIME, 2012), darum hat TLS 1.3 keine.',
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
  'cross-certificate': {
    name: 'Cross-Zertifikat (cross-certificate)',
    text: 'Ein Zertifikat einer CA für den Schlüssel einer anderen, so dass ein zweiter Pfad zu einem Root-Zertifikat führt. Darüber vertrauen einer neuen CA auch Clients, die ihr Root-Zertifikat noch nicht haben.',
  },
  der: {
    name: 'DER',
    text: 'Distinguished Encoding Rules: Tag, Länge und Wert, ineinander verschachtelt, mit genau einer Codierung für jeden Inhalt. Weil es nur eine gibt, ist eine Signatur über die Bytes eine Signatur über den Inhalt.',
  },
  'diffie-hellman': {
    name: 'Diffie-Hellman',
    text: 'Jede Seite sendet einen öffentlichen Schlüssel und verrechnet ihren privaten mit dem empfangenen öffentlichen; beide kommen auf denselben Wert. In TLS 1.3 entstehen die Schlüsselpaare für eine Verbindung und werden danach gelöscht.',
  },
  directory: {
    name: 'Verzeichnis (directory)',
    text: 'Der Dienst, der Zertifikate und Sperrlisten an alle herausgibt, die fragen. Er hat keine Geheimnisse und bürgt für nichts: Was er herausgibt, haben andere signiert.',
  },
  'distinguished-name': {
    name: 'Distinguished Name (DN)',
    text: 'Der Name eines Inhabers oder Ausstellers in X.509: eine Liste von Attributen wie Land, Organisation und Common Name. Pfade entstehen, indem Aussteller und Inhaber verglichen werden, Attribut für Attribut.',
  },
  downgrade: {
    name: 'Downgrade',
    text: 'Ein Angriff, der zwei Seiten etwas Schwächeres verwenden lässt, als beide könnten. In TLS 1.3 decken Signatur und Finished alle Angebote ab, also fällt auf, wenn eines aus der Liste gestrichen wurde.',
  },
  dsa: {
    name: 'DSA (DSS)',
    text: 'Ein Signaturverfahren von 1991, modulo einer Primzahl; Suites nennen es DSS, nach dem Standard, der es beschreibt. Eine zweimal verwendete Zufallszahl verrät den Schlüssel, und TLS 1.3 hat es nicht mehr.',
  },
  'early-data': {
    name: 'Early Data (0-RTT)',
    text: 'Anwendungsdaten, die der Browser zusammen mit seiner ersten Nachricht sendet, unter einem Schlüssel allein aus einem Pre-Shared Key. Das spart einen Roundtrip; Forward Secrecy fehlt, und wer sie mitschneidet, kann sie noch einmal senden.',
  },
  'early-secret': {
    name: 'Early Secret',
    text: 'Die erste Stufe der Schlüsselableitung, aus einem Pre-Shared Key extrahiert. Ohne einen entsteht es aus Nullen und ist damit eine Konstante, die alle kennen.',
  },
  ecdsa: {
    name: 'ECDSA',
    text: 'Ein Verfahren, mit einem Punkt auf einer elliptischen Kurve wie P-256 zu signieren. Schlüssel und Signaturen sind um ein Mehrfaches kürzer als die von RSA.',
  },
  eddsa: {
    name: 'EdDSA (Ed25519)',
    text: 'Ein Signaturverfahren auf Kurven der Form von Edwards: Ed25519 und die größere Ed448. Eine Signatur braucht keine Zufallszahl, also kann ein schlechter Generator den Schlüssel nicht verraten.',
  },
  'elliptic-curve': {
    name: 'elliptische Kurve (elliptic curve)',
    text: 'Eine Menge von Punkten, in der sich vorwärts rechnen lässt und niemand den Weg zurück kennt: von einer privaten Zahl zu einem öffentlichen Punkt. X25519 und P-256 sind Kurven für den Schlüsselaustausch; ECDSA und Ed25519 signieren mit einer.',
  },
  'encrypt-then-mac': {
    name: 'Encrypt-then-MAC',
    text: 'Eine Erweiterung von TLS 1.2 für CBC: Der MAC wird über den verschlüsselten Record berechnet und geprüft, bevor etwas entschlüsselt wird. Ohne sie ist die Reihenfolge umgekehrt, was Angriffe auf das Padding möglich machte.',
  },
  'encrypted-client-hello': {
    name: 'Encrypted Client Hello (ECH)',
    text: 'Eine Erweiterung, mit der das eigentliche ClientHello verschlüsselt in einem anderen reist, das nur den Anbieter nennt. Sie verbirgt server_name; dieser Browser verwendet sie nicht.',
  },
  ephemeral: {
    name: 'kurzlebiger Schlüssel (ephemeral)',
    text: 'Ein Schlüsselpaar, das für eine Verbindung entsteht und danach gelöscht wird; das letzte E von DHE und ECDHE steht dafür. Was gelöscht ist, kann später niemand stehlen: Daher kommt Forward Secrecy.',
  },
  eve: {
    name: 'Eve, die Lauscherin',
    text: 'Jemand auf dem Weg zwischen Browser und Server, der alles aufzeichnet und nichts verändert. Was sie berechnen kann und was nicht, wird hier aus den Nachrichten abgeleitet, die sie lesen kann.',
  },
  'exporter-secret': {
    name: 'Exporter Secret',
    text: 'Ein Secret der Schlüsselableitung, das TLS selbst nicht verwendet: Daraus kann eine Anwendung eigene Schlüssel ableiten, die zu dieser Verbindung gehören. Beide Seiten haben es, sobald das Finished des Servers da ist.',
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
  'fallback-scsv': {
    name: 'Rückfallsignal (TLS_FALLBACK_SCSV)',
    text: 'Eine Nummer in der Liste der Suites, mit der ein Client sagt, dass dies ein zweiter Versuch mit niedrigerer Version ist. Ein Server, der mehr könnte, antwortet inappropriate_fallback: Jemand hat den ersten Versuch gestört.',
  },
  fingerprint: {
    name: 'Fingerabdruck (fingerprint)',
    text: 'Ein Hash über alle Bytes eines Zertifikats, als Kurzname dafür verwendet. Ihn berechnet, wer hinsieht; im Zertifikat steht er nicht.',
  },
  finished: {
    name: 'Finished',
    text: 'Eine Nachricht mit einem MAC über den ganzen Handshake, in TLS 1.3 unter einem Schlüssel aus dem Handshake Traffic Secret des Absenders, in TLS 1.2 aus dem Main Secret. Sie zeigt, dass beide Seiten dieselben Nachrichten gesehen und dieselben Schlüssel haben.',
  },
  flight: {
    name: 'Flight',
    text: 'Alle Nachrichten, die eine Seite hintereinander sendet, bevor sie auf die andere warten muss. In TLS 1.3 reicht der Flight des Servers von ServerHello bis Finished.',
  },
  'forward-secrecy': {
    name: 'Forward Secrecy',
    text: 'Wer später einen langlebigen Schlüssel stiehlt, kann trotzdem nicht lesen, was vorher mitgeschnitten wurde. TLS 1.3 hat sie immer, wenn Key Shares im Spiel sind, denn deren private Schlüssel sind nach der Verbindung weg.',
  },
  gcm: {
    name: 'GCM',
    text: 'Galois/Counter Mode: macht aus einer Blockchiffre wie AES ein AEAD. Die Chiffre verschlüsselt einen Zähler, das Ergebnis wird mit dem Text verknüpft, und eine Multiplikation je Block bildet das Tag.',
  },
  grease: {
    name: 'GREASE',
    text: 'Reservierte Werte, die ein Browser unter seine Angebote streut und die nichts bedeuten. Ein Server, der daran scheitert, fällt früh auf, bevor ein echter neuer Wert ihn zu Fall bringt.',
  },
  group: {
    name: 'Gruppe (named group)',
    text: 'Der Satz von Parametern für einen Schlüsselaustausch: eine elliptische Kurve wie x25519 oder ein Hybrid aus Kurve und KEM wie X25519MLKEM768. Key Shares entstehen in einer Gruppe.',
  },
  handshake: {
    name: 'Handshake',
    text: 'Die Nachrichten, mit denen sich zwei Seiten auf Version und Verfahren einigen, Schlüssel berechnen und ausweisen. Danach fließen Daten.',
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
  hello: {
    name: 'Hello',
    text: 'Die erste Nachricht jeder Seite: ClientHello mit allen Angeboten, ServerHello mit der Wahl. Beide gehen hinaus, bevor es Schlüssel gibt, also kann jeder sie lesen.',
  },
  'hello-retry-request': {
    name: 'HelloRetryRequest',
    text: 'Die Aufforderung des Servers, das ClientHello mit einem Share für eine andere Gruppe oder mit einem Cookie zu wiederholen. Sie kostet einen Roundtrip und darf einmal kommen.',
  },
  hkdf: {
    name: 'HKDF',
    text: 'Ein Weg, mit HMAC in zwei Schritten Schlüssel abzuleiten: Extract macht aus dem Eingangsmaterial ein gleichverteiltes Secret, Expand daraus so viele Schlüssel mit Label wie nötig. Rückwärts läuft keiner der beiden Schritte.',
  },
  hmac: {
    name: 'HMAC',
    text: 'Ein MAC aus einem Hash und einem Schlüssel, durch zweimaliges Hashen. TLS benutzt ihn in Finished, zum Ableiten von Schlüsseln (HKDF, PRF) und in CBC-Suites zum Schützen der Records.',
  },
  hsts: {
    name: 'HSTS',
    text: 'HTTP Strict Transport Security: Eine Site weist Browser an, nur per https zu kommen, so lange, wie sie angibt. Danach fragt ein Browser sie nie mehr über HTTP ohne TLS, und ein Fehler des Zertifikats lässt sich nicht wegklicken.',
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
  iv: {
    name: 'IV (Initialisierungsvektor)',
    text: 'Ein Startwert der Verschlüsselung, der zum Schlüssel gehört. In TLS 1.3 wird er einmal je Schlüssel abgeleitet und mit der Nummer jedes Records zur Nonce verknüpft.',
  },
  'key-block': {
    name: 'Key Block',
    text: 'In TLS 1.2 eine Folge von Bytes aus dem Main Secret und beiden Zufallswerten, der Reihe nach in MAC-Schlüssel, Verschlüsselungsschlüssel und IVs für beide Richtungen geschnitten. Wie lang sie ist, folgt aus der Cipher Suite.',
  },
  'key-exchange': {
    name: 'Schlüsselaustausch (key exchange)',
    text: 'Wie zwei Seiten zu einem Geheimnis kommen, das nur sie haben, obwohl alle zuhören. TLS 1.3 nimmt (EC)DHE, ML-KEM oder beides; TLS 1.2 kennt daneben den RSA-Schlüsselaustausch.',
  },
  'key-log': {
    name: 'Key Log',
    text: 'Eine Textdatei mit den Geheimnissen von Verbindungen, eines je Zeile, die ein Programm schreibt, damit Wireshark einen Mitschnitt entschlüsseln kann. Wer sie hat, liest alles; Forward Secrecy hilft dagegen nicht.',
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
    text: 'Das Zertifikat am unteren Ende eines Pfads, das der Seite selbst gehört und keiner CA. Sein öffentlicher Schlüssel prüft die Signatur, die diese Seite im Handshake macht.',
  },
  mac: {
    name: 'MAC',
    text: 'Message Authentication Code: ein kurzer Wert, berechnet aus einer Nachricht und einem gemeinsamen geheimen Schlüssel. Anders als eine Signatur beweist er Dritten nichts, denn wer ihn prüfen kann, hätte ihn auch erzeugen können.',
  },
  'main-secret': {
    name: 'Main Secret',
    text: 'Die dritte Stufe der Schlüsselableitung, aus der die Application Traffic Secrets kommen. In TLS 1.2 entsteht es direkt aus dem Premaster Secret; in älteren Texten heißt es Master Secret.',
  },
  mallory: {
    name: 'Mallory',
    text: 'Jemand, der in der Mitte steht und Nachrichten verändern, unterdrücken, wiederholen oder einschieben kann. TLS nimmt an, dass Mallory das ganze Netz beherrscht.',
  },
  middlebox: {
    name: 'Middlebox',
    text: 'Ein Gerät auf dem Weg, das in Verbindungen hineinsieht: eine Firewall, ein Filter, ein Lastverteiler. Manche verwerfen, was sie nicht kennen, darum sieht TLS 1.3 von außen aus wie TLS 1.2.',
  },
  'ml-dsa': {
    name: 'ML-DSA',
    text: 'Ein Signaturverfahren, von dem man annimmt, dass es Quantencomputern standhält (FIPS 204). Seine öffentlichen Schlüssel und Signaturen sind Tausende Bytes lang.',
  },
  'ml-kem': {
    name: 'ML-KEM',
    text: 'Ein Key Encapsulation Mechanism, von dem man annimmt, dass er Quantencomputern standhält (FIPS 203). Der Browser sendet einen Encapsulation Key; der Server antwortet mit einem Ciphertext, aus dem nur der Browser das Geheimnis zurückgewinnt.',
  },
  'must-staple': {
    name: 'Must-Staple',
    text: 'Eine Erweiterung eines Zertifikats (TLS Feature), die Clients anweist, es ohne angeheftete OCSP-Antwort abzulehnen. Sie schließt die Lücke, dass viele Clients ohne Antwort weitermachen.',
  },
  'name-constraints': {
    name: 'Namensbeschränkung (name constraints)',
    text: 'Eine Erweiterung im Zertifikat einer CA, die sagt, für welche Namen darunter Zertifikate ausgestellt werden dürfen. Ein Zertifikat für einen anderen Namen wird abgelehnt, wer es auch signiert hat.',
  },
  nonce: {
    name: 'Nonce',
    text: 'Ein Wert, der sich unter demselben Schlüssel nie wiederholen darf. In TLS 1.3 ist sie der IV, per exklusivem Oder mit der Nummer des Records verknüpft, und wird nicht gesendet.',
  },
  'null-cipher': {
    name: 'NULL-Chiffre',
    text: 'Gar keine Verschlüsselung, unter einem Namen wie dem einer Chiffre. Records tragen einen MAC, also fallen Änderungen auf, und jeder kann sie lesen.',
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
    text: 'In TLS 1.3 Nullbytes hinter dem Inhalt eines verschlüsselten Records, die verbergen, wie lang er ist; das letzte Byte, das nicht null ist, ist der Content Type. CBC-Suites von TLS 1.2 brauchen Padding, um ihren letzten Block zu füllen.',
  },
  'padding-oracle': {
    name: 'Padding-Orakel (padding oracle)',
    text: 'Jemand, der entschlüsselt, was immer ankommt, und durch einen Alert oder durch die Dauer merken lässt, ob das Padding stimmte. Aus vielen solchen Antworten entschlüsselt ein Angreifer einen Mitschnitt ohne den Schlüssel (Bleichenbacher, 1998; ROBOT, 2017).',
  },
  path: {
    name: 'Zertifizierungspfad (certification path)',
    text: 'Eine Folge von Zertifikaten vom Leaf-Zertifikat bis zu einem Vertrauensanker, in der jedes mit dem Schlüssel des nächsten signiert ist. Die Kette ist, was gesendet wurde, der Pfad, was beim Prüfen gefunden wurde.',
  },
  'path-length': {
    name: 'Pfadlänge (path length constraint)',
    text: 'Wie viele Zwischenzertifikate zwischen dieser CA und dem Leaf-Zertifikat stehen dürfen. Eine CA mit 0 darf nur Leaf-Zertifikate signieren.',
  },
  pem: {
    name: 'PEM',
    text: 'DER als Text geschrieben: Base64 zwischen einer Zeile mit BEGIN und einer mit END. In dieser Form lesen Webserver Zertifikate und Schlüssel, auch mehrere hintereinander in einer Datei.',
  },
  pkcs1: {
    name: 'PKCS #1 v1.5',
    text: 'Die ältere Art, eine Nachricht auf die Länge eines RSA-Schlüssels aufzufüllen, beim Verschlüsseln und beim Signieren. TLS 1.3 erlaubt sie nur in Zertifikaten; im Handshake signiert RSA mit PSS.',
  },
  pki: {
    name: 'PKI (Public-Key-Infrastruktur)',
    text: 'Alles, was es braucht, um herauszufinden, wem ein öffentlicher Schlüssel gehört: Stellen, ihre Regeln, Zertifikate, Verzeichnisse, Sperrlisten. Das Web hat eine mit vielen Root-CAs; eine Firma kann ihre eigene betreiben.',
  },
  plaintext: {
    name: 'Klartext (plaintext)',
    text: 'Bytes, die jeder lesen kann, weil sie noch nicht oder nicht mehr verschlüsselt sind. Auf diesen Seiten stehen Bernstein und ein offener Ring dafür.',
  },
  'post-handshake-authentication': {
    name: 'Authentisierung nach dem Handshake (post-handshake authentication)',
    text: 'In TLS 1.3 kann ein Server auch später nach dem Client-Zertifikat fragen, wenn eine Anfrage gekommen ist, die eines braucht. Der Client muss es im Hello angeboten haben; Browser tun das kaum je.',
  },
  'post-quantum': {
    name: 'Post-Quanten-Kryptographie (post-quantum)',
    text: 'Verfahren, für die auch mit einem großen Quantencomputer keine Abkürzung bekannt ist: ML-KEM für Schlüssel, ML-DSA für Signaturen. Schlüssel kommen zuerst, weil sich dann öffnen ließe, was heute mitgeschnitten wird.',
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
    text: '32 Bytes in jedem Hello, zufällig und frisch (ein Server, der unter TLS 1.3 antworten muss, markiert das Ende des seinen). Sie machen jedes Transkript anders, so dass nichts, was in einer Verbindung mitgeschnitten wurde, in eine andere passt.',
  },
  rc4: {
    name: 'RC4',
    text: 'Eine Stromchiffre von 1987, die einst etwa die Hälfte aller Verbindungen schützte. Ihr Schlüsselstrom ist nicht gleichmäßig, also scheint ein Text durch, der oft genug gesendet wird; RFC 7465 verbietet sie seit 2015.',
  },
  record: {
    name: 'Record',
    text: 'Die Einheit, die TLS auf die Leitung legt: ein Header von 5 Bytes, dann bis zu 16 384 Bytes Inhalt, versiegelt, sobald es Schlüssel gibt. Der Header bleibt lesbar, also sehen alle Längen und Zeiten.',
  },
  'record-number': {
    name: 'Record-Nummer (sequence number)',
    text: 'Jede Richtung zählt ihre Records unter jedem Schlüssel neu von 0 an, und die Nummer geht in den Schutz des Records ein. Gesendet wird sie nicht: Ein wiederholter, ausgelassener oder verschobener Record öffnet sich nicht.',
  },
  'registration-authority': {
    name: 'Registrierungsstelle (RA)',
    text: 'Die Stelle, die prüft, wer fragt, bevor eine Zertifizierungsstelle signiert: dass der Antragsteller den Schlüssel hat und dass ihm die Namen gehören. Selbst signiert sie keine Zertifikate.',
  },
  renegotiation: {
    name: 'Neuaushandlung (renegotiation)',
    text: 'In TLS 1.2 ein zweiter Handshake innerhalb einer Verbindung, für andere Schlüssel oder ein Client-Zertifikat. Er erlaubte Angriffe, bis RFC 5746 beide Handshakes aneinander band; TLS 1.3 hat keine.',
  },
  replay: {
    name: 'Wiederholung (replay)',
    text: 'Aufgezeichnete Bytes ein zweites Mal senden. In einer Verbindung scheitert das an der Nummer jedes Records; Early Data hat von sich aus keinen solchen Schutz.',
  },
  resumption: {
    name: 'Wiederaufnahme (resumption)',
    text: 'An eine frühere Verbindung anknüpfen, mit dem Geheimnis, das beide Seiten behalten haben, ohne Zertifikate und Signaturen. TLS 1.3 nimmt dafür Tickets und Pre-Shared Keys, TLS 1.2 Tickets oder eine Session ID.',
  },
  'resumption-secret': {
    name: 'Resumption Secret',
    text: 'Das letzte Secret der Schlüsselableitung, gebildet, wenn das Finished des Browsers da ist. Die Nonce jedes Tickets macht daraus einen anderen Pre-Shared Key für eine spätere Verbindung.',
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
  'round-trip': {
    name: 'Roundtrip (RTT)',
    text: 'Einmal zur anderen Seite und zurück: die kürzeste Zeit, bis eine Antwort da sein kann. Darin zählt man, was ein Handshake auf einem langen Weg kostet.',
  },
  rsa: {
    name: 'RSA',
    text: 'Ein Public-Key-Verfahren, das darauf beruht, dass niemand eine große Zahl in ihre Primfaktoren zerlegen kann. Dieselbe Art Schlüssel kann signieren und entschlüsseln: In Suites steht RSA für das eine oder das andere.',
  },
  'rsa-key-exchange': {
    name: 'RSA-Schlüsselaustausch (RSA key exchange)',
    text: 'In TLS 1.2 erzeugt der Browser das Premaster Secret und verschlüsselt es mit dem öffentlichen Schlüssel im Zertifikat des Servers. Wer später den privaten bekommt, öffnet jeden Mitschnitt; darum hat TLS 1.3 ihn abgeschafft.',
  },
  'rsa-pss': {
    name: 'RSA-PSS',
    text: 'Die neuere Art, mit RSA zu signieren: Ein zufälliges Salt geht ein, also unterscheiden sich zwei Signaturen derselben Nachricht. In TLS 1.3 muss ein Handshake mit RSA-Schlüssel so signiert sein.',
  },
  salt: {
    name: 'Salt',
    text: 'Eine zweite Eingabe, durch die ein Hash oder HKDF etwas anderes ergibt; sie muss nicht geheim sein. In der Schlüsselableitung wird jede Stufe mit etwas aus der Stufe davor als Salt extrahiert.',
  },
  sct: {
    name: 'Signed Certificate Timestamp (SCT)',
    text: 'Die Zusage eines öffentlichen Logs, ein Zertifikat aufzuführen, damit keine CA unbemerkt eines ausstellt (Certificate Transparency). Browser verlangen sie von öffentlichen CAs; die Stellen hier haben kein Log.',
  },
  'self-signed': {
    name: 'selbstsigniertes Zertifikat (self-signed)',
    text: 'Ein Zertifikat, signiert mit eben dem Schlüssel, den es enthält. Es zeigt, dass sein Ersteller den Schlüssel hat; wer das ist, hat niemand geprüft.',
  },
  'serial-number': {
    name: 'Seriennummer (serial number)',
    text: 'Die Nummer, die eine CA jedem ihrer Zertifikate einmal gibt. Zusammen mit dem Aussteller benennt sie ein Zertifikat; Sperrlisten und OCSP benutzen sie.',
  },
  'server-name': {
    name: 'server_name (SNI)',
    text: 'Die Erweiterung, in der der Browser sagt, welchen Host er will, damit eine Adresse viele Namen bedienen kann. Sie reist lesbar im ClientHello.',
  },
  'session-id': {
    name: 'Session ID',
    text: 'Bis zu 32 Byte in beiden Hellos, an denen TLS 1.2 eine frühere Sitzung wiedererkannte. TLS 1.3 behält das Feld für Middleboxes; der Server sendet zurück, was er bekam.',
  },
  'session-ticket': {
    name: 'Session-Ticket',
    text: 'Ein Wert vom Server, mit dem der Browser die Sitzung später wieder aufnehmen kann. In TLS 1.3 steht es für einen Pre-Shared Key, den beide aus dieser Verbindung ableiten; in TLS 1.2 ist das Main Secret selbst darin versiegelt.',
  },
  'sha-1': {
    name: 'SHA-1',
    text: 'Ein Hash von 20 Bytes aus dem Jahr 1995, für den 2017 zwei Eingaben mit demselben Wert gefunden wurden. Signaturen darauf lassen sich fälschen und werden heute abgelehnt; als HMAC in alten Suites ist er nicht gebrochen.',
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
  ssl: {
    name: 'SSL',
    text: 'Secure Sockets Layer: das Protokoll von Netscape, aus dem TLS hervorging. Version 2.0 ist seit 2011 verboten, 3.0 seit 2015; Version 1.0 erschien nie.',
  },
  stapling: {
    name: 'OCSP-Stapling',
    text: 'Der Server holt die OCSP-Antwort zu seinem eigenen Zertifikat und sendet sie im Handshake mit. Der Browser muss niemanden fragen, und niemand erfährt, wen er besucht.',
  },
  'static-diffie-hellman': {
    name: 'statisches Diffie-Hellman (DH, ECDH)',
    text: 'In TLS 1.2 ein Diffie-Hellman-Austausch, bei dem die Hälfte des Servers der Schlüssel im Zertifikat ist, in jeder Verbindung derselbe. Wer diesen Schlüssel bekommt, öffnet alle Mitschnitte, darum hat TLS 1.3 es entfernt.',
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
  'supported-versions': {
    name: 'supported_versions',
    text: 'Die Erweiterung, in der ein Browser die Versionen nennt, die er spricht, und der Server die gewählte. Die alten Versionsfelder bleiben eingefroren, weil manche Server bei einer unbekannten Nummer abbrachen.',
  },
  'symmetric-encryption': {
    name: 'symmetrische Verschlüsselung (symmetric)',
    text: 'Verschlüsselung, bei der derselbe Schlüssel öffnet, was er verschlossen hat, etwa AES oder ChaCha20. Sie ist schnell, also gehen alle Daten damit auf den Weg; der Handshake ist dazu da, beiden Seiten den Schlüssel zu geben.',
  },
  tag: {
    name: 'Auth-Tag (authentication tag)',
    text: 'Die letzten Bytes eines verschlüsselten Records, bei den meisten Cipher Suites 16, mit dem Schlüssel über Header und Ciphertext berechnet. Wurde ein Bit verändert, passt es nicht, und der Record wird verworfen.',
  },
  tls: {
    name: 'TLS',
    text: 'Transport Layer Security: das Protokoll zwischen Anwendung und TCP, das zeigt, wer am anderen Ende ist, und Gesendetes geheim und unverändert hält. In Gebrauch sind TLS 1.2 (2008) und TLS 1.3 (2018).',
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
  'triple-des': {
    name: '3DES',
    text: 'DES dreimal hintereinander mit verschiedenen Schlüsseln, womit eine Chiffre von 1977 bis heute überdauert hat. Ihre Blöcke von 8 Bytes wiederholen sich nach etwa 32 GB unter einem Schlüssel und verraten dann Inhalte (Sweet32).',
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
  x509: {
    name: 'X.509',
    text: 'Der Standard der ITU für die Form von Zertifikaten und Sperrlisten; RFC 5280 sagt, wie das Internet ihn benutzt. TLS, S/MIME und das Signieren von Programmen nutzen ihn alle.',
  },
});
