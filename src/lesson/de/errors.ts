/** German texts about faults: what happened, and why it cannot be let pass. */
import type { ErrorWords } from '../error-words.ts';
import { code, rich, term } from '../rich.ts';

export const errors: ErrorWords = {
  faults: {
    // Well-formed, but not allowed here.
    'unexpected-message': {
      title: 'Eine Nachricht außer der Reihe',
      body: rich`Die Nachricht ist richtig aufgebaut, aber hier nicht an der Reihe. Die Reihenfolge des Handshakes steht fest: Eine Seite, die Nachrichten nimmt, wie sie kommen, ließe sich an der Prüfung eines Zertifikats vorbeiführen.`,
    },
    'unexpected-record-type': {
      title: 'Ein Record vom falschen Typ',
      body: rich`Ein ${term('record', 'Record')} trägt einen Content Type, der hier nicht kommen darf. Sobald es Schlüssel gibt, dürfen nur noch Alerts einer Seite ohne Schlüssel ungeschützt ankommen.`,
    },
    'unexpected-change-cipher-spec': {
      title: 'ChangeCipherSpec am falschen Platz',
      body: rich`Die bedeutungslose Nachricht darf nur während des Handshakes kommen und nur mit dem einen Byte 1 (${term('compatibility-mode', 'Kompatibilitätsmodus')}). Alles andere könnte den Versuch verbergen, eine ältere Version zu sprechen.`,
    },
    'interleaved-handshake-message': {
      title: 'Eine zerrissene Nachricht',
      body: rich`Zwischen den Records einer Handshake-Nachricht kam ein Record anderen Typs. Teile einer Nachricht müssen einander ohne etwas dazwischen folgen.`,
    },
    'message-across-key-change': {
      title: 'Eine Nachricht über einen Schlüsselwechsel hinweg',
      body: rich`Ein Record enthält hinter einer Nachricht, die die Schlüssel wechselt, Bytes einer weiteren. Sie würden unter den alten Schlüsseln gelesen, also wäre ein Teil der Nachricht falsch geschützt.`,
    },
    'empty-handshake-fragment': {
      title: 'Ein leerer Record',
      body: rich`Ein Handshake- oder Alert-Record ohne Inhalt kostet nur Zeit. RFC 9846 verbietet ihn, damit niemand den Empfänger damit beschäftigt.`,
    },
    'second-hello-retry-request': {
      title: 'Ein zweites HelloRetryRequest',
      body: rich`Der Server darf einmal einen anderen ${term('key-share', 'Key Share')} verlangen. Ohne diese Grenze könnte er den Browser endlos fragen lassen.`,
    },
    'duplicate-extension': {
      title: 'Eine Erweiterung zweimal',
      body: rich`Eine Nachricht enthält dieselbe ${term('extension', 'Erweiterung')} zweimal. Zwei Leser könnten verschiedene nehmen und dann verschiedene Verbindungen meinen.`,
    },
    'misplaced-extension': {
      title: 'Eine Erweiterung in der falschen Nachricht',
      body: rich`RFC 9846 sagt zu jeder ${term('extension', 'Erweiterung')}, in welchen Nachrichten sie stehen darf, und diese gehört nicht dazu. In einer lesbaren Nachricht könnte sie verraten, was verschlüsselt gehört.`,
    },
    'unsolicited-extension': {
      title: 'Eine Antwort, nach der niemand gefragt hat',
      body: rich`Der Server antwortet mit einer ${term('extension', 'Erweiterung')}, die der Browser nicht gesendet hat. Beantwortet werden darf nur, was gefragt war, also lässt sich dem Browser nichts Neues unterschieben.`,
    },
    'missing-extension': {
      title: 'Eine Erweiterung fehlt',
      body: rich`Ohne Pre-Shared Key braucht ein Handshake von TLS 1.3 supported_groups, key_share und signature_algorithms, und eine davon ist nicht da. Ein geratener Standardwert ließe einen Angreifer ihn durch Streichen wählen.`,
    },
    'psk-binders-missing': {
      title: 'Nicht ein Binder je Identität',
      body: rich`Jeder angebotene ${term('psk', 'Pre-Shared Key')} braucht einen eigenen Nachweis, in derselben Reihenfolge. Ohne ihn könnte jeder ein Ticket beanspruchen, das er auf der Leitung gesehen hat.`,
    },
    'inconsistent-psk': {
      title: 'Eine Antwort, die nicht zum Pre-Shared Key passt',
      body: rich`Der Server nimmt einen ${term('psk', 'Pre-Shared Key')} an, aber einen nicht angebotenen, mit einer Suite anderen Hashes oder auf eine Art, die der Browser nicht erlaubt hat. Beide Seiten gingen von verschiedenen Geheimnissen aus oder hätten nicht die verlangte ${term('forward-secrecy', 'Forward Secrecy')}.`,
    },
    'inconsistent-early-data': {
      title: 'Early Data unter falschen Bedingungen angenommen',
      body: rich`Der Server sagt, dass er die ${term('early-data', 'Early Data')} angenommen hat, aber mit einem anderen ${term('psk', 'Pre-Shared Key')}, einer anderen Suite oder einem anderen Protokoll, als sie gesendet wurden. Er kann nicht gelesen haben, was der Browser meinte.`,
    },
    'too-much-early-data': {
      title: 'Mehr Early Data, als das Ticket erlaubt',
      body: rich`Das Ticket nannte eine Grenze, und der Browser hat sie überschritten. Ohne eine müsste ein Server beliebig viele Daten aufbewahren, bevor er weiß, ob jemand da ist.`,
    },
    'pre-shared-key-not-last': {
      title: 'pre_shared_key ist nicht die letzte Erweiterung',
      body: rich`Der Nachweis darin deckt alles davor ab. Was dahinter käme, wäre ungeschützt.`,
    },
    'illegal-legacy-version': {
      title: 'Eine falsche legacy_version',
      body: rich`In TLS 1.3 ist das Feld auf 0x0303 eingefroren. Ein anderer Wert heißt, dass sich der Absender nicht ans Protokoll hält oder dass jemand ihn verändert hat.`,
    },
    'illegal-compression-method': {
      title: 'Kompression',
      body: rich`TLS 1.3 hat keine Kompression, also muss das Feld eine einzelne 0 enthalten. Kompression vor der Verschlüsselung verrät den Inhalt durch die Länge.`,
    },
    'session-id-mismatch': {
      title: 'Die Session ID ist nicht die gesendete',
      body: rich`Der Server muss ${code('legacy_session_id')} unverändert zurücksenden. Tut er es nicht, antwortet er auf ein anderes Hello als das gesendete.`,
    },
    'unoffered-version': {
      title: 'Eine nicht angebotene Version',
      body: rich`Der Server hat eine Version gewählt, die nicht in supported_versions steht. Wählen darf er nur aus dem, was der Browser anbietet.`,
    },
    'unoffered-cipher-suite': {
      title: 'Eine nicht angebotene Cipher Suite',
      body: rich`Der Server hat eine ${term('cipher-suite', 'Cipher Suite')} gewählt, die der Browser nicht angeboten hat. Wählen darf er nur aus der Liste; sonst könnte ein Angreifer eine schwache einschmuggeln.`,
    },
    'cipher-suite-changed': {
      title: 'Die Cipher Suite hat gewechselt',
      body: rich`HelloRetryRequest und ServerHello nennen verschiedene Suites. Das ${term('transcript', 'Transkript')} beruht schon auf dem Hash der ersten.`,
    },
    'unoffered-group': {
      title: 'Eine nicht angebotene Gruppe',
      body: rich`Die ${term('group', 'Gruppe')} steht nicht in supported_groups. Einen Share darin durfte der Absender nicht erwarten.`,
    },
    'unoffered-key-share': {
      title: 'Ein Key Share in der falschen Gruppe',
      body: rich`Der ${term('key-share', 'Key Share')} ist für eine Gruppe, für die keiner gesendet oder verlangt wurde. Ohne den privaten Schlüssel dazu lässt sich kein ${term('shared-secret', 'gemeinsames Geheimnis')} berechnen.`,
    },
    'duplicate-key-share': {
      title: 'Zwei Key Shares für eine Gruppe',
      body: rich`Ein ClientHello darf je Gruppe einen Share enthalten. Bei zweien wäre offen, welcher zählt.`,
    },
    'key-share-out-of-order': {
      title: 'Key Shares in falscher Reihenfolge',
      body: rich`Shares müssen in der Reihenfolge von supported_groups kommen. Sie sagt, was der Browser vorzieht, und das kann er nur einmal sagen.`,
    },
    'invalid-key-share': {
      title: 'Ein Key Share, der kein Schlüssel ist',
      body: rich`Die Bytes sind kein gültiger öffentlicher Schlüssel dieser ${term('group', 'Gruppe')}: Die Länge ist falsch, oder der Punkt liegt nicht auf der Kurve. Mit einem solchen Punkt zu rechnen kann den privaten Schlüssel verraten.`,
    },
    'useless-hello-retry-request': {
      title: 'Ein HelloRetryRequest, das nichts verlangt',
      body: rich`Am ClientHello würde es nichts ändern. Der Browser würde dasselbe Hello wieder senden, ohne Ende.`,
    },
    'changed-client-hello': {
      title: 'Das zweite ClientHello ist ein anderes',
      body: rich`Von Key Share, Cookie und Padding abgesehen muss das zweite Hello das erste wiederholen. Gewählt hat der Server aufgrund des ersten.`,
    },
    'wrong-cookie': {
      title: 'Das Cookie ist nicht das gesendete',
      body: rich`Am ${term('cookie', 'Cookie')} erkennt der Server den Browser wieder. Ohne es könnte jeder an dessen Stelle antworten.`,
    },
    'unoffered-protocol': {
      title: 'Ein nicht angebotenes Protokoll',
      body: rich`Der Server hat per ${term('alpn', 'ALPN')} ein Anwendungsprotokoll gewählt, das der Browser nicht genannt hat. Die beiden würden aneinander vorbeireden.`,
    },
    'unsolicited-certificate-context': {
      title: 'Ein Zertifikat zu einer anderen Anforderung',
      body: rich`Der Kontext muss gleich dem des CertificateRequest sein und in der Nachricht eines Servers leer. Sonst antwortet er auf eine Frage, die nicht gestellt wurde.`,
    },
    'empty-server-certificate': {
      title: 'Der Server hat kein Zertifikat gesendet',
      body: rich`Ein Server, der sich mit einem Zertifikat ausweist, muss wenigstens sein eigenes senden. Ohne eines wüsste der Browser nicht, mit wem er spricht.`,
    },
    'unoffered-signature-scheme': {
      title: 'Ein nicht angebotenes Signaturverfahren',
      body: rich`CertificateVerify verwendet ein ${term('signature-scheme', 'Signaturverfahren')}, das die andere Seite nicht genannt hat oder das TLS 1.3 dort nicht erlaubt. Sonst könnte ein Angreifer den schwächsten Hash wählen.`,
    },
    'scheme-does-not-fit-key': {
      title: 'Verfahren und Schlüssel passen nicht zusammen',
      body: rich`Das ${term('signature-scheme', 'Signaturverfahren')} braucht eine andere Art von Schlüssel, als das Zertifikat hat. In TLS 1.3 legt ein ECDSA-Verfahren sogar die Kurve fest.`,
    },
    'key-update-flood': {
      title: 'Zu viele KeyUpdates',
      body: rich`Jedes ${term('key-update', 'KeyUpdate')} lässt den Empfänger rechnen. So viele hintereinander ohne Daten können ihn nur zermürben sollen.`,
    },
    'downgrade-detected': {
      title: 'Auf eine ältere Version heruntergehandelt',
      body: rich`Das Ende des ${term('random', 'Zufallswerts')} sagt, dass der Server TLS 1.3 spricht, der Browser spricht es auch, und doch kam TLS 1.2 als Antwort. Jemand hat TLS 1.3 unterwegs aus dem Angebot gestrichen (${term('downgrade', 'Downgrade')}).`,
    },
    'inappropriate-fallback': {
      title: 'Ein Rückfall, der nicht nötig war',
      body: rich`Der Browser sagt, dass eine bessere Version vorher gescheitert ist, aber dieser Server spricht eine bessere. Also hat jemand den ersten Versuch gestört, um eine schwächere Verbindung zu bekommen.`,
    },

    // TLS 1.2.
    'unoffered-session': {
      title: 'Eine Sitzung, die niemand wieder aufnehmen wollte',
      body: rich`Der Server wiederholt die Session ID, als nähme er eine Verbindung wieder auf, aber sie war für dieses Hello erfunden. Ein Secret, mit dem es weitergehen könnte, gibt es nicht.`,
    },
    'wrong-renegotiation-info': {
      title: 'renegotiation_info ist nicht leer',
      body: rich`Im ersten Handshake einer Verbindung gibt es nichts neu auszuhandeln, also muss das Feld leer sein. Sonst ließen sich die Bytes einer anderen Verbindung vor diese setzen.`,
    },
    'extended-main-secret-changed': {
      title: 'Extended Main Secret nur auf einer Seite',
      body: rich`Eine Verbindung mit ${term('extended-main-secret', 'Extended Main Secret')} darf nur damit wieder aufgenommen werden und eine ohne nur ohne. Gemischt könnte ein Angreifer zwei Verbindungen doch verknüpfen.`,
    },
    'illegal-dh-parameters': {
      title: 'Unbrauchbare Diffie-Hellman-Zahlen',
      body: rich`Die Primzahl der ${term('diffie-hellman', 'Diffie-Hellman')}-Gruppe ist zu klein, zu groß oder keine ungerade Zahl. Ein damit vereinbartes Geheimnis wäre keines.`,
    },
    'anonymous-certificate-request': {
      title: 'Eine Frage von niemandem',
      body: rich`Ein Server, der selbst kein Zertifikat zeigt, verlangt eines. Niemand sollte sich jemandem ausweisen, der es nicht tut.`,
    },
    'certificate-does-not-fit-suite': {
      title: 'Zertifikat und Suite passen nicht zusammen',
      body: rich`Der Schlüssel im ${term('certificate', 'Zertifikat')} kann nicht, was die ${term('cipher-suite', 'Cipher Suite')} von ihm verlangt: signieren, entschlüsseln oder vereinbaren. Eines von beiden ist falsch.`,
    },
    'bad-server-key-exchange': {
      title: 'Ungültige Signatur über den Schlüsselaustausch',
      body: rich`Die ${term('signature', 'Signatur')} über die Hälfte des Servers ist ungültig. Wer diese Hälfte gesendet hat, hat den ${term('private-key', 'privaten Schlüssel')} des Zertifikats nicht, oder etwas wurde unterwegs verändert.`,
    },
    'unknown-psk-identity': {
      title: 'Unbekannter Pre-Shared Key',
      body: rich`Der Browser nennt einen ${term('psk', 'Pre-Shared Key')}, den dieser Server nicht hat. Ohne gemeinsamen Schlüssel gibt es nichts, woraus Schlüssel entstehen könnten.`,
    },
    'client-certificate-missing': {
      title: 'Kein Client-Zertifikat',
      body: rich`Der Server verlangt ein ${term('certificate', 'Zertifikat')}, und der Browser hat eine leere Liste gesendet. TLS 1.2 hat dafür keinen eigenen Alert, also ist es der allgemeine.`,
    },

    // Honest, but nothing in common.
    'no-common-version': {
      title: 'Keine gemeinsame Version',
      body: rich`Was die eine Seite bestenfalls kann, spricht die andere nicht mehr oder noch nicht. Versionen vor TLS 1.2 gelten seit 2021 als veraltet (RFC 8996), weil ihre Signaturen und Schlüssel auf MD5 und SHA-1 beruhen.`,
    },
    'no-common-cipher-suite': {
      title: 'Keine gemeinsame Cipher Suite',
      body: rich`Keine der ${term('cipher-suite', 'Cipher Suites')}, die der Browser anbietet, akzeptiert der Server. Eine Suite, die in beiden Listen steht, genügt.`,
    },
    'no-common-group': {
      title: 'Keine gemeinsame Gruppe',
      body: rich`Keine der ${term('group', 'Gruppen')}, die der Browser anbietet, akzeptiert der Server. Ohne eine gibt es kein ${term('shared-secret', 'gemeinsames Geheimnis')}.`,
    },
    'no-common-signature-scheme': {
      title: 'Kein gemeinsames Signaturverfahren',
      body: rich`Der Schlüssel im Zertifikat des Servers kann keine der Signaturen erzeugen, die der Browser zu prüfen bereit ist. Ein anderes Zertifikat oder eine andere Liste würde helfen.`,
    },
    'no-common-protocol': {
      title: 'Kein gemeinsames Anwendungsprotokoll',
      body: rich`Der Server spricht keines der Protokolle, die der Browser per ${term('alpn', 'ALPN')} nennt. Das muss er sagen, statt eines zu wählen.`,
    },
    'certificate-required': {
      title: 'Ein Client-Zertifikat ist Pflicht',
      body: rich`Der Server besteht auf einem Zertifikat, und der Browser hat eine leere Liste gesendet. In TLS 1.3 erfährt der Browser das erst, nachdem er sein Finished gesendet hat.`,
    },

    // Authentication of a record, a signature, a MAC.
    'bad-record-mac': {
      title: 'Ein Record lässt sich nicht öffnen',
      body: rich`Das ${term('tag', 'Tag')} passt nicht: Ein Byte wurde unterwegs verändert, oder die beiden Seiten haben verschiedene Schlüssel. Welches von beiden, lässt sich nicht sagen, und der Alert versucht es nicht.`,
    },
    'bad-certificate-verify': {
      title: 'Die Signatur ist ungültig',
      body: rich`Die ${term('signature', 'Signatur')} im CertificateVerify passt nicht zum ${term('public-key', 'öffentlichen Schlüssel')} des Zertifikats und zu diesem ${term('transcript', 'Transkript')}. Der Absender kann das Zertifikat eines anderen kopiert haben.`,
    },
    'bad-binder': {
      title: 'Ein Binder, der nicht passt',
      body: rich`Der Browser nennt einen ${term('psk', 'Pre-Shared Key')}, aber der ${term('binder', 'Binder')} wurde nicht mit ihm über dieses Hello gebildet. Entweder hat er den Schlüssel nicht, oder jemand hat das Hello verändert.`,
    },
    'bad-finished': {
      title: 'Der Finished-Wert ist falsch',
      body: rich`Der ${term('mac', 'MAC')} über den Handshake ist nicht der hier berechnete. Die beiden Seiten haben verschiedene Nachrichten gesehen.`,
    },

    // No message of the protocol.
    'illegal-value': {
      title: 'Ein Wert, den es nicht gibt',
      body: rich`Die Nachricht hat die richtige Form, aber ein Feld enthält eine Zahl, die dort nichts bedeutet. RFC 9846 unterscheidet das von Bytes, die sich nicht lesen lassen: ${code('illegal_parameter')}, nicht ${code('decode_error')}.`,
    },
    malformed: {
      title: 'Die Nachricht lässt sich nicht lesen',
      body: rich`Eine Länge oder ein Feld verletzt das Format. Was zwei Parser verschieden lesen könnten, wird gar nicht gelesen.`,
    },
    'record-overflow': {
      title: 'Der Record ist zu lang',
      body: rich`Ein ${term('record', 'Record')} darf 16 384 Bytes Inhalt fassen. Ohne Grenze müsste der Empfänger aufbewahren, was auch immer ein Fremder sendet.`,
    },
    'oversized-message': {
      title: 'Die Nachricht ist zu lang',
      body: rich`Der Header dieser Handshake-Nachricht kündigt mehr Bytes an, als diese Engine annimmt. Ohne Grenze müsste der Empfänger aufbewahren, was auch immer ein Fremder sendet.`,
    },
    'no-content-type': {
      title: 'Ein Record aus lauter Nullen',
      body: rich`Ist das ${term('padding', 'Padding')} weg, bleibt kein Content Type übrig. Jeder geschützte Record muss einen enthalten.`,
    },
    'unknown-handshake-type': {
      title: 'Ein unbekannter Nachrichtentyp',
      body: rich`Die Nummer gehört zu keiner Handshake-Nachricht von TLS 1.3. Sie zu übergehen ließe ein Loch im ${term('transcript', 'Transkript')}.`,
    },
    'not-tls': {
      title: 'Das ist kein TLS',
      body: rich`Die ersten Bytes sind kein TLS-${term('record', 'Record')}. Meist spricht jemand auf diesem Port unverschlüsseltes HTTP.`,
    },
    'malformed-certificate': {
      title: 'Ein Zertifikat lässt sich nicht lesen',
      body: rich`Die Bytes sind kein X.509-Zertifikat in ${term('der', 'DER')}. Eine ${term('signature', 'Signatur')} über etwas, das sich auf zwei Arten lesen lässt, beweist nichts.`,
    },
  },

  paths: {
    'issuer-not-found': 'Das Zertifikat des Ausstellers fehlt',
    'root-not-trusted': 'Die Root ist nicht vertrauenswürdig',
    distrusted: 'Eine Zertifizierungsstelle ist gefallen',
    'self-signed': 'Das Zertifikat bürgt für sich selbst',
    'search-limit': 'Die Kette ist zu lang',
    'search-budget': 'Zu viele Wege zu suchen',
    'no-certificate': 'Kein Zertifikat',
    'bad-signature': 'Die Signatur auf einem Zertifikat ist ungültig',
    'weak-algorithm': 'Ein gebrochener Hash',
    'unsupported-algorithm': 'Ein unbekanntes Signaturverfahren',
    'algorithm-mismatch': 'Zwei verschiedene Signaturverfahren',
    'weak-key': 'Ein zu kurzer Schlüssel',
    'unsupported-key': 'Eine unbekannte Art von Schlüssel',
    'signature-budget': 'Zu viele Signaturen zu prüfen',
    expired: 'Ein Zertifikat ist abgelaufen',
    'not-yet-valid': 'Ein Zertifikat ist noch nicht gültig',
    'name-mismatch': 'Das Zertifikat ist für einen anderen Namen',
    'no-names': 'Das Zertifikat nennt keinen Host',
    'empty-issuer': 'Ein Zertifikat ohne Aussteller',
    'empty-subject': 'Eine Zertifizierungsstelle ohne Namen',
    'key-identifier-mismatch': 'Der Aussteller hat einen anderen Schlüssel',
    'malformed-name': 'Ein Name, der keiner ist',
    'public-suffix-wildcard': 'Eine Wildcard für Fremde',
    'common-name-not-listed': 'Ein Common Name, den niemand geprüft hat',
    'wrong-name-criticality': 'Namen mit falschem Gewicht',
    'nameless-leaf': 'Ein Zertifikat ohne Namen',
    'not-a-ca': 'Ein Aussteller ist keine Zertifizierungsstelle',
    'leaf-is-a-ca': 'Das erste Zertifikat ist das einer Zertifizierungsstelle',
    'path-too-long': 'Zu viele Zwischenzertifikate',
    'no-key-cert-sign': 'Ein Aussteller darf keine Zertifikate signieren',
    'no-digital-signature': 'Der Schlüssel darf nicht signieren',
    'no-key-usage': 'Der Schlüssel darf nicht so verwendet werden',
    'key-cert-sign-without-ca': 'Key Usage und Basic Constraints widersprechen sich',
    'wrong-purpose': 'Für einen anderen Zweck ausgestellt',
    'no-purpose': 'Ohne genannten Zweck ausgestellt',
    'forbidden-purpose': 'Für zu viele Zwecke ausgestellt',
    'name-not-permitted': 'Ein Name, für den die CA nicht bürgen darf',
    'name-excluded': 'Ein Name, der der CA verboten ist',
    'malformed-constraint': 'Eine Grenze für Namen, die keine ist',
    'unsupported-constraint': 'Eine Grenze für Namen, die sich nicht prüfen lässt',
    'name-constraint-budget': 'Zu viele Namen zu vergleichen',
    'no-valid-policy': 'Keine Richtlinie gilt auf dem ganzen Pfad',
    'bad-policy-mapping': 'Eine Zuordnung der Richtlinie für alles',
    'duplicate-policy': 'Eine Richtlinie zweimal aufgeführt',
    'unknown-critical-extension': 'Eine unverstandene kritische Erweiterung',
    'missing-extension': 'Eine Erweiterung fehlt',
    'wrong-criticality': 'Eine Erweiterung mit falschem Gewicht',
    'misplaced-extension': 'Eine Erweiterung am falschen Platz',
    'serial-not-positive': 'Eine Seriennummer, die nicht positiv ist',
    'serial-too-long': 'Eine zu lange Seriennummer',
    'serial-reused': 'Eine Seriennummer, zwei Zertifikate',
    'wrong-version': 'Eine alte Zertifikatsversion',
    'wrong-time-form': 'Ein Datum in der falschen Form',
    'empty-period': 'Eine Gültigkeit, die endet, bevor sie beginnt',
    'unique-identifier': 'Ein verbotener Identifier',
    'algorithm-parameters': 'Ein Verfahren mit falschen Parametern',
    'not-der': 'Nicht in der einen Codierung, die es gibt',
    revoked: 'Das Zertifikat wurde gesperrt',
    'status-unknown': 'Niemand sagt, ob es gesperrt wurde',
    'staple-missing': 'Die versprochene Antwort fehlt',
    'bad-staple': 'Die angeheftete Antwort beweist nichts',
    'bad-crl': 'Die Sperrliste ist nicht verwendbar',
    'bad-ocsp-response': 'Die Auskunft über die Sperrung ist nicht verwendbar',
  },
  received: (alert, meaning) => ({
    title: `Die andere Seite hat mit ${alert} geschlossen`,
    body: rich`Sie sagt: ${meaning}. Mehr als diese eine Nummer verrät sie nicht.`,
  }),
  receivedUnknown: {
    title: 'Die andere Seite hat mit einem unbekannten Alert geschlossen',
    body: rich`Das Register kennt die Nummer nicht. In TLS 1.3 beenden unbekannte Alerts die Verbindung wie alle anderen.`,
  },
  unknown: (name) => ({
    title: 'Ein Fehler',
    body: rich`Die Verbindung endet wegen ${code(name)}.`,
  }),
};
