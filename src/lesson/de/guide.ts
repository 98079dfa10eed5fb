/** German: what a trainer asks, hears and presses in each demo of the ready sessions. */
import type { guide as english } from '../en/guide.ts';

export const guide: typeof english = {
  'missing-intermediate': {
    title: 'Fehlendes Zwischenzertifikat',
    goal: 'Für alle, die Zertifikate installieren. Danach ist klar, warum sich ein Client verbindet und ein anderer nicht, und was zu senden ist.',
    demos: {
      whole: {
        question: 'Wie kommt der Browser vom Zertifikat des Shops zu etwas, dem er vertraut?',
        answer:
          'Über einen Pfad: Leaf, Zwischenzertifikat, Root. Leaf und Zwischenzertifikat wurden gesendet, das Root-Zertifikat lag schon im Root-Store.',
        wrong: [
          'Er fragt die Zertifizierungsstelle. Niemand wird gefragt, die Signaturen werden an Ort und Stelle geprüft.',
          'Der Server sendet das Root-Zertifikat. Das ist nicht nötig, und eines, das über die Leitung kommt, gilt deshalb noch nicht.',
        ],
        click:
          'Prüfungen: Vertrauensanker, dann Signatur. Vertrauen, oben in der Leiste, zeichnet den Pfad als Graphen.',
      },
      missing: {
        question: 'Leaf und Root sind in Ordnung, nichts ist abgelaufen. Warum scheitert es?',
        answer:
          'Das Zwischenzertifikat wurde nicht gesendet. Vom Leaf führt kein Weg zu einem Root-Zertifikat, daher der Alert unknown_ca.',
        wrong: [
          'Das Zertifikat ist selbstsigniert. Ist es nicht: Sein Aussteller fehlt nur.',
          'Das Root-Zertifikat fehlt im Root-Store. Dasselbe hat den Durchlauf davor verifiziert.',
        ],
        click:
          'Prüfungen, Vertrauensanker. Dann, unter So lässt es sich beheben, „Ganze Kette senden und neu ausführen“.',
      },
      cached: {
        question: 'Der Server sendet weiterhin nur das Leaf. Warum verbindet sich dieser Browser?',
        answer:
          'Er hatte das Zwischenzertifikat von anderswo, aus einem früheren Besuch oder einer mitgelieferten Liste. Das ist Glück, keine Lösung.',
        wrong: ['Der Server wurde repariert. In der Nachricht Certificate steht wie zuvor ein Zertifikat.'],
        click:
          'Schritt 5: Gesendet wurde ein Zertifikat. Dann Vertrauen: Am Zwischenzertifikat sagt der Graph „in einem Cache“.',
      },
      fetched: {
        question: 'Und dieser hat nichts im Cache. Woher kam das Zwischenzertifikat?',
        answer:
          'Von der Adresse in der Authority Information Access des Leafs. Manche Clients holen es dort; OpenSSL, curl meist auch und die meisten Programme nicht.',
        wrong: ['Das macht jeder Client. Die Tabelle der Clients zeigt, welche.'],
        click:
          'Vertrauen: Am Zwischenzertifikat sagt der Graph „per AIA geholt“. Darunter, was jeder Client sagt.',
      },
      order: {
        question: 'Alle Zertifikate sind da, aber in falscher Reihenfolge. Scheitert es daran?',
        answer:
          'Hier nicht: Der Pfad wird gesucht, nicht abgelesen. TLS 1.2 verlangte die Reihenfolge, TLS 1.3 empfiehlt sie nur; richtig senden.',
        wrong: ['Die Reihenfolge ist immer egal. Alte Clients nehmen die Liste, wie sie kommt.'],
        click: 'Schritt 5, Zertifikate, für die gesendete Reihenfolge; Vertrauen für den gefundenen Pfad.',
      },
    },
  },
  devops: {
    title: 'Zertifikate für DevOps',
    goal: 'Für alle, die Server betreiben. Danach führt die Fehlermeldung eines Browsers zur Ursache und zur richtigen Zeile der Konfiguration.',
    demos: {
      sent: {
        question: 'Was sendet der Server, und was davon ist geheim?',
        answer:
          'Leaf und Zwischenzertifikat. Nichts darin ist geheim, der private Schlüssel steht nicht darin.',
        wrong: ['Den Schlüssel des Servers. Nur dessen öffentliche Hälfte.'],
        click: 'Zertifikate: subject, SAN, Gültigkeit, öffentlicher Schlüssel.',
      },
      host: {
        question: 'Die Kette ist verifiziert. Was beanstandet der Browser noch?',
        answer: 'Der Name in der Adresszeile fehlt unter den Subject Alternative Names.',
        wrong: [
          'Der Common Name ist falsch. Browser lesen ihn nicht.',
          'Das Zertifikat ist ungültig. Es gilt, für einen anderen Namen.',
        ],
        click: 'Prüfungen, Hostname: gesucht und gefunden.',
      },
      wildcard: {
        question: 'Eine Wildcard steht darin. Warum passt sie nicht?',
        answer: 'Der Stern steht für genau ein Label.',
        wrong: ['Eine Wildcard deckt alles darunter. Sie deckt eine Ebene.'],
        click: 'Prüfungen, Hostname.',
      },
      expired: {
        question: 'Welche Uhr hat das entschieden?',
        answer: 'Die Uhr des Browsers. Der Server beurteilt sein eigenes Zertifikat nicht.',
        wrong: ['Die CA hat es beendet. Der Ablauf ist ein Datum im Zertifikat, niemand handelt.'],
        click: 'Prüfungen, Gültigkeit; dann unter Einstellen die Uhr verstellen.',
      },
      clock: {
        question: 'Das Zertifikat ist ganz neu und wird abgelehnt. Wohin fällt der erste Blick?',
        answer: 'Auf die Uhren: Der Beginn der Gültigkeit liegt vor der Zeit des Browsers in der Zukunft.',
        wrong: ['Die CA hat einen Fehler gemacht. Möglich, eine falsche Uhr ist viel häufiger.'],
        click: 'Prüfungen, Gültigkeit; Einstellen, Uhr.',
      },
      missing: {
        question: 'Im Browser geht es, im Monitoring nicht. Was wurde vergessen?',
        answer: 'Das Zwischenzertifikat. Der Browser hatte es, das Monitoring nicht.',
        wrong: ['Das Monitoring ist kaputt. Es ist von beiden das strenge.'],
        click: 'So lässt es sich beheben: die Zeilen für nginx, Apache, HAProxy.',
      },
      'self-signed': {
        question: 'Die Signatur stimmt. Warum genügt das nicht?',
        answer:
          'Sie beweist, dass der Schlüssel sich selbst signiert hat. Vertrauen kommt aus dem Root-Store, und dort liegt es nicht.',
        wrong: ['Selbstsigniert heißt schlecht verschlüsselt. Die Verschlüsselung wäre dieselbe.'],
        click: 'Prüfungen, Vertrauensanker.',
      },
      stacked: {
        question: 'Zwei Fehler auf einmal. Welchen meldet welcher Client?',
        answer: 'Das ist verschieden: Jeder Client prüft in eigener Reihenfolge und nennt einen Fehler.',
        wrong: ['Alle. Die meisten nennen den ersten, auf den sie stoßen.'],
        click: 'Prüfungen, dann die Clients: Meldungen vergleichen.',
      },
      revoked: {
        question: 'Signatur, Daten und Name stimmen. Woher weiß der Browser, dass er nicht vertrauen darf?',
        answer:
          'Nur durch Nachsehen: in einer Sperrliste, einer OCSP-Antwort oder einer, die der Server mitsendet.',
        wrong: ['Er sieht es dem Zertifikat an. Ein Zertifikat ändert sich durch die Sperrung nicht.'],
        click: 'Prüfungen, Sperrung, mit dem Nachweis.',
      },
      suites: {
        question: 'In diesem Durchlauf kommt kein Zertifikat vor. Wo endete er?',
        answer: 'Beim ClientHello: keine Suite, die beide annehmen, daher der Alert handshake_failure.',
        wrong: ['Das Zertifikat passt nicht. Es wurde nie gesendet.'],
        click:
          'Bytes: cipher_suites. Auswahl: beide Listen; Einstellen, um ihnen eine gemeinsame Suite zu geben.',
      },
    },
  },
  'first-byte': {
    title: 'TLS vom ersten Byte an',
    goal: 'Für Entwickler und neugierige Techniker. Danach lässt sich ein Handshake in Wireshark verfolgen und bei jedem Schritt sagen, wer was weiß.',
    demos: {
      hello: {
        question: 'Alles hier kann jeder lesen. Was steht trotzdem darin?',
        answer:
          'Angebote, ein Zufallswert, der Name der Site und öffentliche Hälften von Schlüsseln: nichts Geheimes.',
        wrong: ['Der Schlüssel für die Daten. Den gibt es noch nicht.'],
        click: 'Bytes: cipher_suites, key_share, server_name.',
      },
      answer: {
        question: 'Wer hat die Suite gewählt, und nach welcher Regel?',
        answer: 'Der Server, aus dem Angebot, nach eigener Vorliebe oder nach der des Browsers.',
        wrong: ['Beide verhandeln hin und her. Ein Angebot, eine Antwort.'],
        click: 'Auswahl: beide Listen, und was daraus genommen wurde.',
      },
      keys: {
        question: 'Wer kann diese Schlüssel jetzt berechnen?',
        answer: 'Browser und Server. Eve hat beide öffentlichen Hälften und kommt damit nicht weiter.',
        wrong: ['Wer das Zertifikat hat. Es wurde noch gar nicht gesendet.'],
        click:
          'Krypto: Das gemeinsame Geheimnis geht hinein, Traffic Secrets kommen heraus. Dann Wer weiß was.',
      },
      certificate: {
        question: 'Beweist diese Nachricht, dass am anderen Ende der Shop ist?',
        answer: 'Noch nicht: Ein Zertifikat ist öffentlich, jeder kann eine Kopie senden.',
        wrong: ['Ja, es ist signiert. Das ist jede Kopie auch.'],
        click: 'Zertifikate: subject und öffentlicher Schlüssel.',
      },
      chain: {
        question: 'Welche dieser Prüfungen haben mit Kryptografie zu tun?',
        answer: 'Die Signaturen. Name, Daten, Zwecke und Einschränkungen sind Vergleiche.',
        wrong: ['Alle. Die meisten Fehler der Praxis sind keine kryptografischen.'],
        click: 'Prüfungen, eine nach der anderen.',
      },
      proof: {
        question: 'Was genau wird hier signiert?',
        answer: 'Der Hash über alles bisher Gesagte; die Signatur passt also nur zu diesem Handshake.',
        wrong: ['Das Zertifikat. Das hat sein Aussteller signiert, lange vorher.'],
        click: 'Krypto: der Inhalt, der signiert wird.',
      },
      finished: {
        question: 'Die Signatur ist geprüft. Wozu noch Finished?',
        answer:
          'Es zeigt, dass beide dieselben Schlüssel haben und dieselben Nachrichten sahen, die Hellos eingeschlossen.',
        wrong: ['Es ist der Abschied. Es ist die erste Bestätigung.'],
        click: 'Krypto: MAC über den Transkript-Hash.',
      },
      data: {
        question: 'Was erfährt Eve aus diesem Record noch?',
        answer: 'Dass es ihn gibt, wann, und wie lang er ist.',
        wrong: ['Nichts. Länge und Zeitpunkt sind sichtbar.'],
        click: 'Bytes: auf der Leitung, dann entschlüsselt.',
      },
      end: {
        question: 'Wozu ein Abschied?',
        answer: 'Ohne close_notify ließe sich ein Ende nicht von einem Abschneiden unterscheiden.',
        wrong: ['Das macht TCP. Das kann jeder auf dem Weg fälschen.'],
        click: 'Bytes: zwei Bytes, verschlüsselt.',
      },
      retry: {
        question: 'Warum beginnt es von vorn?',
        answer: 'Der Browser sandte keine öffentliche Hälfte in einer Gruppe, die der Server nimmt.',
        wrong: ['Ein Fehler. Es ist eine Antwort und kostet einen Roundtrip.'],
        click: 'Schritt 2, key_share; dann Schritt 3.',
      },
      rsa: {
        question: 'Was ist in diesem Umschlag, und wer kann ihn öffnen, heute und in zehn Jahren?',
        answer: 'Das Premaster Secret; wer den privaten Schlüssel hat, gleich wann er ihn bekommt.',
        wrong: ['Der Schlüssel für die Daten. Der wird erst danach abgeleitet, auf beiden Seiten.'],
        click: 'Krypto: hier verschlüsselt, im nächsten Schritt entschlüsselt.',
      },
      ecdhe: {
        question: 'Warum signiert der Server seine öffentliche Hälfte?',
        answer: 'Unsigniert könnte jeder in der Mitte die eigene einsetzen.',
        wrong: ['Um sie zu verschlüsseln. Sie bleibt lesbar.'],
        click: 'Bytes: Parameter und Signatur.',
      },
      ticket: {
        question: 'Kein Zertifikat in diesem Durchlauf. Woher weiß der Browser, mit wem er spricht?',
        answer: 'Aus der ersten Verbindung: Nur dieser Server kann den Schlüssel hinter dem Ticket kennen.',
        wrong: ['Er weiß es nicht. Doch, auf dem Umweg über den früheren Handshake.'],
        click: 'Bytes: pre_shared_key. Dann Verbindung, Erste: der Durchlauf, in dem das Ticket kam.',
      },
      early: {
        question: 'Daten im ersten Flug. Was ist der Preis?',
        answer: 'Eve kann dieselben Bytes noch einmal senden, und für sie fehlt die Forward Secrecy.',
        wrong: ['Keiner, es ist verschlüsselt. Verschlüsselte Kopien wirken wie das Original.'],
        click: 'Bytes von Schritt 4. Dann, unter Angreifen, „Early Data (0-RTT) wiederholt“.',
      },
      downgrade: {
        question: 'Beide können TLS 1.3. Mallory streicht es aus dem Hello. Wer bemerkt es?',
        answer: 'Der Browser: Die letzten Bytes des Zufallswerts vom Server sagen, dass mehr möglich war.',
        wrong: ['Niemand, das Hello ist ungeschützt. Ist es, und der Zufallswert ist die Antwort darauf.'],
        click:
          'Bytes: die letzten 8 Byte von random, als ASCII. „Wer es gemerkt hat“ sagt, was sie bedeuten.',
      },
      stolen: {
        question: 'Eve schnitt das vor einem Jahr mit und stiehlt heute den Schlüssel. Was kann sie lesen?',
        answer: 'Alles: RSA-Schlüsselaustausch hat keine Forward Secrecy.',
        wrong: ['Nichts, die Verbindung ist vorbei. Der Mitschnitt nicht.'],
        click:
          'Schlüssel stehlen und die Anfrage lesen. Dann dasselbe in „Schlüssel später gestohlen · ECDHE“.',
      },
    },
  },
  mutual: {
    title: 'Mutual TLS',
    goal: 'Für Teams, die Dienste absichern. Danach ist klar, was ein Client-Zertifikat beweist, wie es scheitert und wann es seinen Preis wert ist.',
    demos: {
      request: {
        question: 'Was verlangt der Server, und darf der Browser ablehnen?',
        answer:
          'Ein Zertifikat, dazu die Signaturverfahren, die er annimmt. Der Browser darf mit einer leeren Liste antworten.',
        wrong: ['Er verlangt ein Passwort. Er verlangt den Nachweis eines Schlüssels.'],
        click: 'Bytes: signature_algorithms, certificate_authorities.',
      },
      sent: {
        question: 'Was ist anders als beim Serverzertifikat?',
        answer: 'Zweck und Name: clientAuth statt serverAuth, eine Person oder ein Dienst statt eines Hosts.',
        wrong: ['Es ist eine andere Art Zertifikat. Das Format ist dasselbe.'],
        click: 'Zertifikate: Extended Key Usage, subject.',
      },
      proof: {
        question: 'Verschlüsselt das Client-Zertifikat etwas?',
        answer: 'Nein. Der Schlüssel dahinter signiert das Transkript, einmal.',
        wrong: ['Ja, die Daten des Clients. Die laufen unter den Traffic Keys.'],
        click: 'Krypto: signieren.',
      },
      none: {
        question: 'Kein Zertifikat, und doch geht es weiter. Warum?',
        answer:
          'Der Server hat gefragt, aber nicht darauf bestanden. Was er mit einem Gast macht, entscheidet die Anwendung.',
        wrong: ['Ein Fehler im Programm. Es ist eine Einstellung: request oder require.'],
        click: 'Schritt 12: eine leere certificate_list.',
      },
      required: {
        question: 'Jetzt besteht der Server darauf. Wer bricht ab, und wie spät?',
        answer:
          'Der Server, mit certificate_required. In TLS 1.3 ist der Browser mit seiner Seite da schon fertig, darum melden Programme den Fehler spät.',
        wrong: ['Der Browser. Er hatte nichts einzuwenden.'],
        click: 'Letzter Schritt: der Alert und sein Absender.',
      },
      issuer: {
        question: 'Das Zertifikat ist echt. Warum lehnt der Server es ab?',
        answer:
          'Sein Aussteller steht nicht in der Liste des Servers. Diese Liste ist seine eigene, nicht die des Browsers.',
        wrong: ['Der Root-Store des Systems entscheidet. Bei Clients entscheidet der Server.'],
        click: 'Prüfungen des Servers.',
      },
      purpose: {
        question: 'Richtiger Aussteller, richtige Daten, trotzdem abgelehnt. Was stimmt nicht?',
        answer: 'Extended Key Usage: Es ist ein Serverzertifikat.',
        wrong: ['Der Schlüssel ist zu kurz. Die fehlgeschlagene Prüfung sagt etwas anderes.'],
        click: 'Prüfungen: Extended Key Usage.',
      },
      readable: {
        question: 'Dasselbe in TLS 1.2. Was kann Eve jetzt lesen, das vorher verborgen war?',
        answer: 'Das Zertifikat des Clients und damit, wer sich verbindet.',
        wrong: ['Die Daten. Die sind in beiden verschlüsselt.'],
        click: 'Bytes: der Name, im Klartext. Dann Schritt 12 von „Client-Zertifikat verlangt und gesendet“.',
      },
    },
  },
  'post-quantum': {
    title: 'Post-Quanten',
    goal: 'Für Architekten und Neugierige. Danach ist klar, was drängt, was nicht, und was es an Bytes kostet.',
    demos: {
      threat: {
        question: 'Eve kann diesen Mitschnitt heute nicht öffnen. Was könnte das ändern?',
        answer:
          'Eine Maschine, die aus den öffentlichen Hälften das Geheimnis berechnet. Dann öffnet sich jeder Mitschnitt von heute.',
        wrong: ['Ein gestohlener Schlüssel des Servers. Bei ECDHE hilft er ihr nicht.'],
        click: 'Schlüssel stehlen: was er ihr hier bringt.',
      },
      share: {
        question: 'Warum ist dieses ClientHello so lang?',
        answer: 'Es trägt neben dem öffentlichen Schlüssel von X25519 einen von ML-KEM.',
        wrong: ['Wegen der Liste der Suites. Das sind wenige Bytes.'],
        click: 'Bytes: key_share, erster Eintrag.',
      },
      group: {
        question: 'Zwei Verfahren, ein Geheimnis. Was, wenn eines davon gebrochen ist?',
        answer: 'Dann hält noch das andere: Beide Geheimnisse gehen zusammen in die Schlüsselableitung.',
        wrong: ['Dann ist alles verloren. Es müssten beide fallen.'],
        click: 'Krypto: einkapseln, ableiten.',
      },
      signature: {
        question: 'Die Signatur ist noch ECDSA. Ist das heute ein Problem?',
        answer:
          'Nicht für Mitschnitte: Eine Signatur muss nur halten, bis sie geprüft ist. Sie drängt also weniger.',
        wrong: ['Ja, alles ist wertlos. Spätere Fälschung ändert nichts an vergangenen Verbindungen.'],
        click: 'Krypto: verifizieren.',
      },
      certificate: {
        question: 'Und mit ML-DSA? Was merkt das Netz?',
        answer: 'Die Größe: Schlüssel und Signaturen sind um ein Vielfaches länger.',
        wrong: ['Es ist langsamer. Die Zeiten der Operationen zeigen es.'],
        click:
          'Zertifikate, dann die Bytes der Nachricht; Vergleichen, mit „TLS 1.3 · alles in Ordnung“ auf der anderen Seite.',
      },
    },
  },
};
