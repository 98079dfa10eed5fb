/** German: the Attack page. Tools, who noticed, the list of edits, and the stories with their questions. */
import { grouped, plural } from '../catalog.ts';
import type { attack as english } from '../en/attack.ts';

const Parties = { browser: 'Der Browser', server: 'Der Server' };
const parties = { browser: 'Browser', server: 'Server' };
const from = { browser: 'vom Browser', server: 'vom Server' };
const to = { browser: 'An den Browser', server: 'An den Server' };
const sent = { browser: 'Vom Browser', server: 'Vom Server' };

const waits: Readonly<Record<string, string>> = {
  wait_client_hello: 'wartet auf ein ClientHello',
  wait_second_client_hello: 'wartet auf das zweite ClientHello',
  wait_server_hello: 'wartet auf ServerHello',
  wait_encrypted_extensions: 'wartet auf EncryptedExtensions',
  wait_certificate_or_request: 'wartet auf Certificate oder CertificateRequest',
  wait_certificate: 'wartet auf Certificate',
  wait_certificate_verify: 'wartet auf CertificateVerify',
  wait_finished: 'wartet auf Finished',
  wait_client_certificate: 'wartet auf Certificate des Clients',
  wait_client_certificate_verify: 'wartet auf CertificateVerify des Clients',
  wait_client_finished: 'wartet auf Finished des Clients',
  connected: 'ist verbunden und wartet auf Daten',
  closed: 'hat geschlossen',
  failed: 'hat aufgegeben',
  recording_over: 'ist nicht da: Ein Mitschnitt antwortet nicht',
  wait_end_of_early_data: 'wartet auf EndOfEarlyData',
};

export const attack: typeof english = {
  mallory: 'Mallory',
  head: {
    holds: 'Mallory hat die Leitung in der Hand, nicht die Schlüssel.',
    untouched: 'unverändert weitergereicht',
    local: 'Hier ist nichts auf der Leitung. Eine Nachricht wählen.',
    elsewhere:
      'Mallorys Eingriffe gelten der letzten Verbindung zwischen Browser und Server. Diese oben wählen.',
  },
  tools: {
    label: 'Was Mallory mit dieser Nachricht tut',
    edit: 'Ändern',
    drop: 'Verwerfen',
    duplicate: 'Doppeln',
    replay: 'Replay',
    truncate: 'Kürzen',
    delay: 'Halten',
    inject: 'Einfügen',
    cut: 'Kappen',
    reconnect: 'Neu verbinden',
  },
  form: {
    target: 'Zu ändernde Bytes',
    whole: 'die ganze Nachricht',
    bytes: (start, end) =>
      end - start === 1 ? `Byte ${grouped(start)}` : `Bytes ${grouped(start)} bis ${grouped(end - 1)}`,
    select: 'Unten ein Feld oder ein Byte wählen.',
    newBytes: 'Neue Bytes, hex',
    set: 'Setzen',
    flip: 'Bit kippen',
    bit: (bit) => `Bit ${bit}`,
    sealed: 'Verschlüsselt: Bits lassen sich kippen, aber niemand kann wählen, was aus ihnen wird.',
    lengths: 'Eine andere Länge geht auch: Die Längenfelder darum ziehen mit.',
    badHex: 'Paare aus 0-9 und a-f, nichts anderes.',
    keep: 'Bytes, die ankommen',
    after: 'Nach',
    until: 'Bis diese Nachricht vorbei ist',
    injected: 'Bytes, hex: ganze Records',
    samples: {
      alert: 'Alert der Stufe fatal',
      close: 'close_notify im Klartext',
      noise: 'ein Record aus Nullen',
    },
    apply: 'Tun',
    dropped: 'Sie kommt nie an.',
    duplicated: 'Sie kommt zweimal an.',
    delayed: 'Sie wird aufgehalten und kommt in anderer Reihenfolge an, hinter der gewählten Nachricht.',
    cut: 'Nichts dahinter kommt an, in keiner Richtung.',
    reconnected:
      'Alles, was der Browser bis hierher gesendet hat, geht noch einmal an den Server, über eine eigene Verbindung.',
    browserOnly: 'Nur was der Browser sendet, lässt sich mitschneiden und noch einmal an den Server senden.',
    seconds: 'Sekunden später',
  },
  diff: {
    sent: (party) => `${sent[party]} gesendet`,
    delivered: (party) => `${to[party]} geliefert`,
    changed: (count) => plural(count, 'Byte ist anders', 'Bytes sind anders'),
    length: (before, after) => `${grouped(before)} → ${grouped(after)} B`,
  },
  noticed: {
    ask: 'Wer wird es merken?',
    check: 'Prüfen',
    again: 'Noch einmal',
    show: 'Antwort zeigen',
    title: 'Wer es gemerkt hat',
    untouched: 'Bisher geht jede Nachricht durch, wie sie ist. Eine wählen und verändern.',
    nobody: 'Niemand. Beide Seiten sind mit dem zufrieden, was ankam.',
    stalled: 'Niemand hat einen Fehler gefunden, und nichts geht mehr weiter.',
    cut: 'Die Verbindung ist beiden abhandengekommen, und kein close_notify hat dem Browser gesagt, dass dies das Ende war: Was er hat, ist vielleicht nur ein Teil.',
    waits: (party, state) => `${Parties[party]} ${waits[state] ?? state}`,
    by: (step, party) => `Schritt ${step}, ${parties[party]}`,
    passed: (count) => (count === 1 ? 'einmal bestanden' : `${count}-mal bestanden`),
    notReached: 'nicht erreicht',
    overruled: (step) => `Schritt ${step}, Browser; er wurde überstimmt`,
    codes: { 'hello-inside': 'ein ClientHello in einer bestehenden Verbindung' },
    refusedHello:
      'Der Server: Ein Hello in einer Verbindung nimmt er nicht an, und das sagt er mit einer Warnung.',
    waved: 'Niemand mehr: Der Browser hat den Fehler wieder gefunden, und die Warnung war weggeklickt.',
    guards: {
      replay: 'Schutz vor Replay',
      renegotiation: 'Renegotiation',
      parse: 'Lesen und Regeln',
      record: 'Tag des Records',
      chain: 'Zertifikatskette',
      signature: 'Signatur über das Transkript',
      finished: 'Finished',
      close: 'close_notify',
    },
  },
  open: {
    noticed: 'Was der Durchlauf ergeben hat, steht nach der Antwort hier.',
    after: 'Ob und wie es weitergeht, steht hier, sobald die Frage beantwortet ist.',
    rest: 'nach der Antwort',
    elsewhere: 'Mallorys Eingriffe gelten der Verbindung vor dieser. Nach der Antwort lässt sie sich wählen.',
  },
  again: {
    title: 'Was die Anwendung des Servers bekam',
    note: 'Verbindung für Verbindung',
    nothing: 'Nichts: Keine Verbindung dieses Durchlaufs kam bis zu Anwendungsdaten.',
    connection: (number, replayed) =>
      replayed ? `Verbindung ${number}, erneut gesendet` : `Verbindung ${number}`,
    passedOver: (reason) => `ungelesen übergangen${reason === '' ? '' : `: ${reason}`}`,
    refused:
      'Der Server: Die mitgeschnittenen Early Data nimmt er nicht an, und wer sie sendet, kann den Handshake nicht beenden.',
    twice:
      'Niemand. Der Server liest die mitgeschnittene Anfrage ein zweites Mal und gibt sie wieder an seine Anwendung.',
    protection: 'Beim Server',
    protections: { list: 'Liste der Hellos', 'single-use': 'Einmal-Tickets', off: 'Keins von beiden' },
    pause: 'Erneut gesendet nach',
    seconds: (count) => `${count} s`,
    reasons: {
      replayed: 'Early Data genau dieses Hellos wurden schon angenommen',
      stale: 'das Ticket ist älter, als das Hello sagt',
      used: 'das Ticket ist verbraucht',
      refused: 'dieser Server nimmt keine Early Data an',
    },
    defences: {
      list: 'Der Server behält die Binder der Hellos, deren Early Data er angenommen hat (RFC 9846 §8.2). Die Liste muss für alle Maschinen mit demselben Ticketschlüssel eine einzige sein.',
      'single-use':
        'Der Server streicht jedes Ticket ab (RFC 9846 §8.1). Ein verbrauchtes öffnet nichts: Die Kopie bekommt einen vollen Handshake, den ein Mitschnitt nicht beantworten kann.',
      off: 'Es bleibt das Alter des Tickets (RFC 9846 §8.3): Eine Kopie innerhalb von 10 Sekunden kommt durch, eine spätere passt nicht mehr.',
    },
  },
  warning: {
    title: 'Die Warnung, und was daraus wurde',
    note: (host) => `statt ${host}`,
    warned: 'Der Browser findet keinen annehmbaren Pfad, schließt und zeigt seine Warnung.',
    excepted:
      'Noch einmal derselbe Fehler. Für dieses Zertifikat gilt jetzt eine Ausnahme, der Handshake geht weiter.',
    step: (connection, step) => `Verbindung ${connection}, Schritt ${step}`,
    delivered: 'Mallorys Server liest',
    nothing: 'Sonst nichts: Eine zweite Verbindung gibt es nicht.',
    user: 'An der Warnung',
    choices: { back: 'zurück', on: 'trotzdem weiter' },
    hsts: 'Die Website',
    lists: { off: 'ohne HSTS', on: 'mit HSTS' },
    others:
      'Unten steht, welche Clients an diesem Fehler vorbeilassen. Ein Programm ohne Mensch davor fragt niemanden: curl und seinesgleichen gehen nur weiter, wo jemand die Prüfung abgeschaltet hat.',
  },
  renegotiation: {
    title: 'Renegotiation, jetzt und 2009',
    note: 'CVE-2009-3555, RFC 5746',
    shows: 'In diesem Durchlauf',
    step: (number) => `Schritt ${number}`,
    offered: {
      extension: 'ClientHello sagt mit einer leeren renegotiation_info, dass es RFC 5746 kennt.',
      scsv: 'ClientHello sagt mit TLS_EMPTY_RENEGOTIATION_INFO_SCSV, dass es RFC 5746 kennt.',
      nothing: 'ClientHello sagt nichts von RFC 5746.',
    },
    answered: {
      extension: 'ServerHello antwortet mit renegotiation_info, leer wie in jedem ersten Handshake.',
      nothing: 'ServerHello sagt nichts von RFC 5746.',
    },
    inside: (bytes) =>
      `Mallory legt ein ClientHello von ${bytes} Bytes, einem anderen Browser abgefangen, in ihre eigene Verbindung.`,
    refused:
      'Der Server beginnt keinen neuen Handshake: no_renegotiation (100), eine Warnung. Der Besucher bekommt keine Antwort.',
    notRefused: 'Der Server hat es nicht abgelehnt.',
    before: 'Vor 2010',
    history:
      'Server nahmen so ein Hello als Wunsch nach einem neuen Handshake, etwa um ein Zertifikat zu verlangen. Der Besucher, für den es das erste Hello war, führte den Handshake durch Mallorys Hände zu Ende. Nichts band ihn an den Handshake davor, also las die Anwendung eine einzige Anfrage:',
    visitor: 'GET /cart HTTP/1.1\nHost: shop.example\nCookie: session=…',
    mallorys: 'von Mallory, aus diesem Durchlauf',
    visitors: 'vom Besucher, wie es gefolgt wäre',
    outcome:
      'Mallory liest weder Antwort noch Cookie, aber ihre Bestellung wird mit dem Cookie des Besuchers ausgeführt.',
    since:
      'RFC 5746 (Februar 2010) bindet sie aneinander: Ein Hello für einen neuen Handshake trägt das Finished des vorigen, und ein erstes Hello an seiner Stelle beendet die Verbindung. TLS 1.3 kennt keine Renegotiation.',
  },
  recording: {
    title: 'Wenn der Schlüssel des Servers später gestohlen wird',
    note: 'Eve hat den Mitschnitt',
    steal: 'Schlüssel stehlen',
    stolen: (names) =>
      `Sie nimmt ${names.join(' und ')} und wiederholt jede Rechnung, für die sie die Eingaben hat.`,
    none: 'Der Server hat hier keinen Schlüssel benutzt, der die Verbindung überlebt.',
    readsNow:
      'Eve braucht keinen Schlüssel: Diese Suite verschlüsselt nichts, und sie hat die Daten im Vorbeigehen gelesen.',
    opened: (count, of) =>
      count === 0
        ? `Von ${plural(of, 'geschützten Nachricht', 'geschützten Nachrichten')} öffnet sie keine.`
        : `Von ${plural(of, 'geschützten Nachricht', 'geschützten Nachrichten')} öffnet sie ${count === of ? 'alle' : grouped(count)}.`,
    shut: 'bleibt zu',
  },
  list: {
    title: 'Mallorys Eingriffe',
    note: 'der Reihe nach angewandt; jeder Durchlauf beginnt mit den unveränderten Nachrichten',
    none: 'Noch keine.',
    undo: 'Rückgängig',
    redo: 'Wiederherstellen',
    remove: 'Entfernen',
    undone: 'zurückgenommen',
    noMessage: 'keine solche Nachricht in diesem Durchlauf',
    refused: 'passt auf nichts in dieser Nachricht',
    noticed: (step, party) => `bemerkt in Schritt ${step} ${from[party]}`,
    stalled: 'unbemerkt, aber nichts geht mehr weiter',
    unnoticed: 'unbemerkt',
  },
  acts: {
    flip: (at, mask) => `Byte ${grouped(at)} XOR ${mask}`,
    overwrite: (at, bytes) => `ab Byte ${grouped(at)}: ${bytes}`,
    set: (path, bytes) => `${path}: ${bytes === '' ? 'leer' : bytes}`,
    truncate: (length) => `nur die ersten ${grouped(length)} Bytes`,
    drop: 'kommt nie an',
    duplicate: 'kommt zweimal an',
    delay: (until) => `aufgehalten bis ${until}`,
    replay: (after) => `noch einmal nach ${after}`,
    inject: (bytes) => `dahinter ${plural(bytes, 'Byte', 'Bytes')} von Mallory selbst`,
    cut: 'dahinter ist die Leitung gekappt',
    reconnect: (seconds) =>
      `bis hierher noch einmal auf einer neuen Verbindung, ${plural(seconds, 'Sekunde', 'Sekunden')} später`,
  },
  stories: {
    'attack-server-random': {
      question: 'Mallory kippt ein Bit von ServerHello.random. Wer wird es merken?',
      lead: 'Der Zufallswert reist im Klartext und hat für sich keinen richtigen Wert.',
      choices: [
        {
          key: 'nobody',
          text: 'Niemand: Ein Zufallswert ist so gut wie der andere',
          reason:
            'Als Wert ist er das. Aber er gehört zum Transkript, und die Schlüssel kommen aus dem Transkript.',
        },
        {
          key: 'browser@verify_signature',
          text: 'Der Browser, bei CertificateVerify',
          reason: 'Die Signatur deckt auch diese Nachricht. So weit kommt der Durchlauf nicht.',
        },
        {
          key: 'browser@encrypted_extensions',
          text: 'Der Browser, schon bei EncryptedExtensions',
          reason:
            'Sein Transkript-Hash ist ein anderer, also auch seine Schlüssel, und der erste geschützte Record geht nicht auf.',
        },
      ],
    },
    'attack-strip-suites': {
      question: 'Mallory streicht alle Cipher Suites bis auf eine aus dem ClientHello. Wer wird es merken?',
      lead: 'Übrig bleibt eine Suite, die der Server akzeptiert; er antwortet also wie immer.',
      choices: [
        {
          key: 'server@client_hello',
          text: 'Der Server, wenn er wählt',
          reason: 'Er sieht ein Hello wie jedes andere: Was der Browser gesendet hatte, weiß er nicht.',
        },
        {
          key: 'browser@server_hello',
          text: 'Der Browser, bei ServerHello',
          reason: 'Die Suite hatte er angeboten, ServerHello verletzt also keine Regel.',
        },
        {
          key: 'browser@encrypted_extensions',
          text: 'Der Browser, beim ersten geschützten Record',
          reason:
            'Jede Seite bildet den Hash des Hellos, das sie kennt. Die Hashwerte sind verschieden, die Schlüssel auch, und der Record geht nicht auf.',
        },
      ],
    },
    'attack-downgrade': {
      question:
        'Mallory versteckt supported_versions, also antwortet der Server mit TLS 1.2. Wer wird es merken?',
      lead: 'Beide Seiten sprechen TLS 1.2, und dessen Handshake liefe bis zum Ende.',
      choices: [
        {
          key: 'nobody',
          text: 'Niemand: TLS 1.2 ist auf beiden Seiten erlaubt',
          reason: 'Erlaubt, aber nicht gewählt: Jede Seite hätte TLS 1.3 genommen.',
        },
        {
          key: 'browser@server_hello',
          text: 'Der Browser, bei ServerHello',
          reason:
            'Ein Server, der TLS 1.3 spricht, lässt seinen Zufallswert auf DOWNGRD enden, wenn weniger verlangt wird. Der Browser hatte mehr verlangt und hält an.',
        },
        {
          key: 'server@client_finished',
          text: 'Der Server, bei Finished',
          reason:
            'Die Transkripte sind verschieden, er würde es merken. Das Zeichen in ServerHello ist dafür da, schneller zu sein.',
        },
      ],
    },
    'attack-server-key-exchange': {
      question: 'TLS 1.2: Mallory ändert den Key Share des Servers in ServerKeyExchange. Wer wird es merken?',
      lead: 'Die Nachricht reist im Klartext, und mit einem eigenen Share könnte Mallory alles lesen.',
      choices: [
        {
          key: 'browser@verify_signature',
          text: 'Der Browser, an der Signatur',
          reason:
            'Der Server signiert beide Zufallswerte und seinen Share mit dem Schlüssel seines Zertifikats. Die Signatur passt nicht.',
        },
        {
          key: 'browser@finished',
          text: 'Der Browser, bei Finished',
          reason: 'Auch Finished würde es zeigen, wenn der Durchlauf so weit käme.',
        },
        {
          key: 'nobody',
          text: 'Niemand: Shares sind ohnehin zufällig',
          reason:
            'Zufällig, aber signiert. Eine anonyme Suite ließe es durch, und deshalb haben Browser keine.',
        },
      ],
    },
    'attack-certificate-verify': {
      question: 'Mallory kippt ein Bit im verschlüsselten CertificateVerify. Welche Prüfung merkt es?',
      lead: 'Es kann die Signatur treffen, eine Länge oder das Verfahren. Mallory sieht es nicht.',
      choices: [
        {
          key: 'browser@verify_signature',
          text: 'Die Prüfung der Signatur',
          reason: 'Sie würde, wenn der Record aufginge. Sie wird nicht erreicht.',
        },
        {
          key: 'browser@certificate_verify',
          text: 'Das Tag des Records darum',
          reason: 'Das AEAD authentisiert jedes Byte des Chiffrats, bevor irgendetwas darin gelesen wird.',
        },
        {
          key: 'browser@finished',
          text: 'Finished, am Ende',
          reason: 'Finished würde es auch abdecken, aber der Browser hat längst angehalten.',
        },
      ],
    },
    'attack-finished': {
      question: 'Mallory kippt ein Bit im Finished des Browsers. Wer wird es merken?',
      lead: 'Der Browser hat seine letzte Nachricht des Handshakes gesendet und ist zufrieden.',
      choices: [
        {
          key: 'server@client_finished',
          text: 'Der Server, sofort',
          reason: 'Der Record geht unter dem Handshake-Schlüssel des Browsers nicht auf: bad_record_mac.',
        },
        {
          key: 'browser@client_finished',
          text: 'Der Browser, wenn die Antwort nicht stimmt',
          reason: 'Er hat hier nichts zu prüfen: Das Finished ist sein eigenes.',
        },
        {
          key: 'nobody',
          text: 'Niemand, ein Bit ist zu wenig',
          reason: 'Ein Bit genügt für jedes Tag und jeden MAC von TLS.',
        },
      ],
    },
    'attack-record': {
      question:
        'Mallory ändert ein Byte verschlüsselter Anwendungsdaten und hofft auf eine andere Anfrage. Was kommt an?',
      lead: 'Bei einer bloßen Stromchiffre würde aus dem Byte genau das, was Mallory will.',
      choices: [
        {
          key: 'nobody',
          text: 'Eine veränderte Anfrage',
          reason: 'Das erlaubt Verschlüsselung ohne Authentisierung. Jede Suite von TLS 1.3 authentisiert.',
        },
        {
          key: 'server@application_data_1',
          text: 'Nichts: Der Server lehnt den Record ab',
          reason:
            'Das Tag passt nicht, der Server sagt bad_record_mac und schließt. Kein Byte davon erreicht die Anwendung.',
        },
        {
          key: 'stalled',
          text: 'Nichts, und der Server wartet auf einen besseren',
          reason: 'TLS überspringt nie einen schlechten Record; das tut nur DTLS.',
        },
      ],
    },
    'attack-replay': {
      question:
        'Mallory zeichnet die Anfrage des Browsers auf und sendet sie ein zweites Mal. Wird sie zweimal ausgeführt?',
      lead: 'Der Record ist echt, bis zum letzten Bit.',
      choices: [
        {
          key: 'nobody',
          text: 'Ja: Der Server kann Kopie und Original nicht unterscheiden',
          reason:
            'Die Bytes sind gleich, der Platz ist es nicht: Die Nonce eines Records kommt aus seiner Nummer.',
        },
        {
          key: 'server@unreadable_record',
          text: 'Nein: Die Kopie geht nicht auf',
          reason:
            'Der Server erwartet die nächste Nummer, berechnet eine andere Nonce, und das Tag passt nicht.',
        },
        {
          key: 'browser@application_data_2',
          text: 'Nein: Der Browser weist die zweite Antwort zurück',
          reason: 'Eine zweite Antwort gibt es nicht.',
        },
      ],
    },
    'attack-early-replay': {
      question:
        'Mallory schneidet das Hello eines wiederkehrenden Browsers mit, samt Early Data, einer Bestellung, und sendet beides noch einmal an den Server. Wird die Bestellung zweimal ausgeführt?',
      lead: 'Jedes Byte ist echt, und die Schlüssel der Early Data kommen allein aus Ticket und Hello.',
      choices: [
        {
          key: 'twice',
          text: 'Ja: Nichts Neues vom Server steckt darin',
          reason:
            'So ist es, die Kopie ginge auf. Dieser Server führt eine Liste der Hellos, deren Early Data er angenommen hat.',
        },
        {
          key: 'refused',
          text: 'Nein: Der Server hat genau dieses Hello schon gesehen',
          reason:
            'Er findet den Binder in seiner Liste und übergeht die Early Data. Der Rest des Handshakes braucht einen Schlüssel, den Mallory nicht hat.',
        },
        {
          key: 'server@client_hello',
          text: 'Nein: Das Hello ist nicht vom Browser signiert',
          reason: 'Das ist kein Hello. Sein Binder stimmt, wie beim ersten Mal.',
        },
      ],
    },
    'attack-early-replay-open': {
      question: 'Derselbe Mitschnitt, an einen Server, der keine Liste führt. Wer wird es merken?',
      lead: 'Eine zweite Maschine mit demselben Ticketschlüssel, aber ohne die Liste, ist so ein Server.',
      choices: [
        {
          key: 'twice',
          text: 'Niemand: Die Bestellung wird zweimal ausgeführt',
          reason:
            'Das Ticket geht auf, der Binder stimmt, die Early Data werden gelesen. In Early Data gehören nur Anfragen, die zweimal ankommen dürfen.',
        },
        {
          key: 'server@early_data_1',
          text: 'Der Server, wenn er die Early Data öffnet',
          reason: 'Die Schlüssel kommen aus Ticket und Hello, und beide sind gleich. Der Record geht auf.',
        },
        {
          key: 'refused',
          text: 'Der Server, am Alter des Tickets',
          reason:
            'Das Hello sagt, wie alt sein Ticket ist, und der Server lässt 10 Sekunden Unterschied zu. Nach einer Minute würde er es merken.',
        },
      ],
    },
    'attack-renegotiation': {
      question:
        'Mallory ist Client des Servers, sendet eine halbe Anfrage und legt dann das ClientHello eines anderen Browsers in ihre Verbindung. Macht der Server mit dem anderen Browser weiter?',
      lead: 'Das Hello ist echt und vollständig. 2009 ging das bei fast jedem Server.',
      choices: [
        {
          key: 'renegotiates',
          text: 'Ja: Ein Client darf jederzeit einen neuen Handshake verlangen',
          reason:
            'In TLS 1.2 darf er das. Bis 2010 stimmten Server zu und setzten beide Anfragen zusammen. Dieser tut es nie.',
        },
        {
          key: 'no-renegotiation',
          text: 'Nein: Er antwortet mit einer Warnung und lässt die Verbindung, wie sie ist',
          reason:
            'no_renegotiation ist eine Warnung. Die halbe Anfrage bleibt, was sie ist, und keine andere kommt dahinter.',
        },
        {
          key: 'server@client_hello_2',
          text: 'Nein: Er beendet die Verbindung, das Hello geht nicht auf',
          reason:
            'Es geht auf: Mallory hat die Schlüssel ihrer eigenen Verbindung und schützt es wie ihre Daten.',
        },
      ],
    },
    'attack-truncation': {
      question: 'Mallory kappt die Leitung gleich hinter der Antwort. Weiß der Browser, ob das alles war?',
      lead: 'Jedes Byte, das ankam, ist echt.',
      choices: [
        {
          key: 'nobody',
          text: 'Ja: Die Bytes sind authentisiert',
          reason: 'Jeder Record ist es, das Ende nicht. Nur close_notify sagt, dass nichts mehr folgt.',
        },
        {
          key: 'stalled',
          text: 'Nein: Ohne close_notify kann das Ende überall sein',
          reason: 'Eine TCP-Verbindung kann jeder auf dem Weg schließen. Deshalb gibt es close_notify.',
        },
        {
          key: 'browser@close_notify',
          text: 'Ja: Mallorys FIN ist nicht signiert',
          reason: 'TCP kennt keine Signaturen. TLS sieht nur, dass nichts mehr kommt.',
        },
      ],
    },
    'attack-forged-alert': {
      question:
        'Mallory schickt dem ClientHello einen eigenen Alert der Stufe fatal hinterher. Bricht das die Verbindung?',
      lead: 'Bevor es Schlüssel gibt, kann niemand sagen, von wem ein Alert stammt.',
      choices: [
        {
          key: 'nobody',
          text: 'Nein: Alerts sind authentisiert',
          reason: 'Das sind sie, sobald es Schlüssel gibt. Dieser erreicht den Server davor.',
        },
        {
          key: 'server@alert',
          text: 'Ja: Der Server glaubt ihm und gibt auf',
          reason:
            'Wer die Leitung in der Hand hat, kann einen Handshake immer anhalten. Unbemerkt verändern kann er ihn nicht.',
        },
        {
          key: 'browser@alert',
          text: 'Ja: Der Browser gibt auf',
          reason: 'Der Alert kam hinter das ClientHello, auf dem Weg zum Server.',
        },
      ],
    },
    'attack-impostor': {
      question:
        'Jemand antwortet an der Stelle von shop.example, mit einem Zertifikat aus einer eigenen CA. Wer wird es merken?',
      lead: 'Name, Daten und Signaturen sind in Ordnung, und der Schlüssel gehört wirklich dazu.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'Der Browser, wenn er einen Pfad sucht',
          reason:
            'Der Pfad endet bei einer Root, die nicht in seinem Store ist. Eine CA kann jeder machen; erst durch den Store zählt sie.',
        },
        {
          key: 'browser@verify_signature',
          text: 'Der Browser, bei CertificateVerify',
          reason: 'Diese Signatur stimmt: Der Hochstapler hat den Schlüssel zu genau diesem Zertifikat.',
        },
        {
          key: 'nobody',
          text: 'Niemand: Alles passt',
          reason: 'Es passt, aber niemand, dem der Browser vertraut, steht dafür ein.',
        },
      ],
    },
    'attack-impostor-installed': {
      question:
        'Derselbe Hochstapler, aber seine Root wurde in den Store des Browsers gelegt. Wer merkt es jetzt?',
      lead: 'Firmen-Proxys, Virenscanner und manche Schadprogramme arbeiten so.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'Der Browser, wenn er einen Pfad sucht',
          reason: 'Er findet einen: zu der Root, die jemand installiert hat.',
        },
        {
          key: 'nobody',
          text: 'Niemand',
          reason:
            'Wer den Store bestimmt, bestimmt, wer wer ist. Das Schloss ist zu, und der Hochstapler liest alles.',
        },
        {
          key: 'server@client_hello',
          text: 'Der echte Server, dem sein Besucher fehlt',
          reason:
            'Vielleicht erfährt er nie von der Verbindung, oder der Hochstapler meldet sich wie ein Browser unter vielen.',
        },
      ],
    },
    'attack-other-key': {
      question: 'Mallory zeigt das echte Zertifikat von shop.example. Wer wird es merken?',
      lead: 'Zertifikate sind öffentlich: Jeder Besucher bekommt eine Kopie. Was Mallory fehlt, ist der private Schlüssel dazu; sie signiert mit einem eigenen.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'Der Browser, wenn er einen Pfad sucht',
          reason: 'Das Zertifikat ist echt, und sein Pfad führt zu einer vertrauten Root.',
        },
        {
          key: 'browser@verify_signature',
          text: 'Der Browser, an der Signatur in CertificateVerify',
          reason:
            'Der Schlüssel im Zertifikat bestätigt sie nicht. Nur diese Nachricht zeigt, dass ein Server den privaten Schlüssel hat.',
        },
        {
          key: 'browser@finished',
          text: 'Der Browser, bei Finished',
          reason: 'Am Schlüsselaustausch nimmt Mallory selbst teil, ihr Finished würde also stimmen.',
        },
      ],
    },
    'attack-plain-http': {
      question:
        'Am Port des Servers wird unverschlüsseltes HTTP gesprochen, auf das ClientHello kommt eine Fehlerseite. Was macht der Browser daraus?',
      lead: 'Ein falscher Port in einer Konfiguration genügt; einen Angreifer braucht es nicht.',
      choices: [
        {
          key: 'browser@unreadable_record',
          text: 'Er liest den Text als Record und hält beim ersten Byte an',
          reason:
            'Wo ein Inhaltstyp stehen müsste, steht der Buchstabe H. Clients sagen das sehr verschieden: Die einen sprechen von einem zu langen Record, die anderen von einer falschen Version.',
        },
        {
          key: 'stalled',
          text: 'Er wartet auf den Rest des Records',
          reason: 'Das täte er, wenn die ersten Bytes die eines Records sein könnten.',
        },
        {
          key: 'nobody',
          text: 'Er zeigt die Seite ohne Schloss',
          reason:
            'Bei https weicht ein Browser nie auf Klartext aus: Sonst könnte ihn jeder auf dem Weg dazu bringen.',
        },
      ],
    },
    'attack-click-through': {
      question:
        'Mallory antwortet an der Stelle von shop.example mit einem Zertifikat, das sie selbst signiert hat. Der Browser warnt, die Warnung wird weggeklickt. Wer merkt es in der zweiten Verbindung?',
      lead: 'Die erste Verbindung endete mit der Warnung. In der zweiten hat der Browser eine Ausnahme für genau dieses Zertifikat.',
      choices: [
        {
          key: 'overruled',
          text: 'Niemand: Der Browser hat es gemerkt und wurde überstimmt',
          reason:
            'Er findet denselben Fehler und macht weiter, weil es ihm gesagt wurde. Das Cookie geht an den, der das Zertifikat gemacht hat.',
        },
        {
          key: 'browser@validate_chain',
          text: 'Der Browser, wenn er einen Pfad sucht',
          reason: 'Er sucht wieder und findet wieder keinen, aber diesmal zählt der Klick mehr.',
        },
        {
          key: 'browser@verify_signature',
          text: 'Der Browser, bei CertificateVerify',
          reason: 'Diese Signatur stimmt: Mallory hat den Schlüssel des Zertifikats, das sie gemacht hat.',
        },
      ],
    },
    'attack-click-through-hsts': {
      question:
        'Dasselbe Zertifikat und derselbe Klick, aber shop.example hat früher Strict-Transport-Security gesendet. Was bewirkt „trotzdem weiter“?',
      lead: 'Der Browser führt eine Liste der Namen, die nur über TLS zu erreichen sind (RFC 6797).',
      choices: [
        {
          key: 'overruled',
          text: 'Es geht weiter, mit einer Warnung in der Adresszeile',
          reason: 'Ohne HSTS ginge es. RFC 6797 §12.1 lässt keinen Weg am Fehler vorbei.',
        },
        {
          key: 'browser@validate_chain',
          text: 'Nichts: Diesen Knopf gibt es nicht',
          reason:
            'Bei einem Namen mit HSTS beendet jeder Fehler des Zertifikats die Verbindung. Eine zweite gibt es in diesem Durchlauf nicht.',
        },
        {
          key: 'server@client_hello',
          text: 'Der Server lehnt die zweite Verbindung ab',
          reason: 'Der Server ist Mallorys, und eine zweite Verbindung gibt es nicht.',
        },
      ],
    },
    'attack-look-alike': {
      question:
        'In der Adresszeile steht sh0p.example, mit einer Null. Welche Prüfung lehnt das Zertifikat ab?',
      lead: 'Wer diese Seite betreibt, hat bei einer CA ein Zertifikat beantragt und bekommen: Der Name gehört ihm wirklich.',
      choices: [
        {
          key: 'browser@validate_chain',
          text: 'Die Prüfung des Hostnamens',
          reason: 'Sie vergleicht mit der Adresszeile, und auch dort steht die Null.',
        },
        {
          key: 'nobody',
          text: 'Keine',
          reason:
            'Ein Zertifikat zeigt, wer einen Namen kontrolliert. Ob der Name der gemeinte ist, sagt es nicht, und von Ehrlichkeit auch nichts.',
        },
        {
          key: 'browser@certificate',
          text: 'Die CA, als sie gefragt wurde',
          reason: 'Sie hat geprüft, dass der Antragsteller sh0p.example kontrolliert. Das stimmt.',
        },
      ],
    },
    'attack-stolen-key-rsa': {
      question:
        'Eve hat diesen Durchlauf vor einem Jahr mitgeschnitten. Heute stiehlt sie den privaten Schlüssel des Servers. Was kann sie lesen?',
      lead: 'RSA-Schlüsselaustausch: Das Premaster Secret reiste offen mit, verschlüsselt für diesen Schlüssel.',
      choices: [
        {
          key: 'reads-all',
          text: 'Alles',
          reason:
            'Sie entschlüsselt das Premaster Secret des Mitschnitts und leitet die Schlüssel ab wie der Server.',
        },
        {
          key: 'reads-nothing',
          text: 'Nichts: Die Schlüssel der Verbindung sind weg',
          reason:
            'Sie lassen sich neu berechnen: Alles, woraus sie entstanden, steht im Mitschnitt, bis auf den gestohlenen Schlüssel.',
        },
        {
          key: 'reads-new',
          text: 'Nur Verbindungen von jetzt an',
          reason: 'Auch die. Aber ohne Forward Secrecy fällt mit dem Schlüssel die Vergangenheit.',
        },
      ],
    },
    'attack-stolen-key-ecdhe': {
      question: 'Derselbe Diebstahl nach einem Durchlauf mit ECDHE. Was kann sie lesen?',
      lead: 'Der Schlüssel des Servers hat nur signiert; das Geheimnis kam aus zwei Schlüsselpaaren, die für diese Verbindung erzeugt wurden.',
      choices: [
        {
          key: 'reads-all',
          text: 'Alles',
          reason: 'Der gestohlene Schlüssel öffnet nichts im Mitschnitt: Nichts wurde für ihn verschlüsselt.',
        },
        {
          key: 'reads-nothing',
          text: 'Nichts vom Mitschnitt',
          reason: 'Die privaten Hälften wurden verworfen. Das ist Forward Secrecy.',
        },
        {
          key: 'reads-hello',
          text: 'Nur, was der Browser gesendet hat',
          reason: 'Beide Richtungen kommen aus demselben Geheimnis; sie hat keine.',
        },
      ],
    },
    'attack-null': {
      question: 'Die Chiffre dieser Suite ist NULL. Was bekommt Eve?',
      lead: 'Zertifikat, Signatur und Finished sind alle in Ordnung.',
      choices: [
        {
          key: 'eve-reads',
          text: 'Jedes Byte der Daten',
          reason:
            'NULL verschlüsselt nichts. Jeder Record trägt weiter einen MAC: Eve liest, aber niemand kann verändern.',
        },
        {
          key: 'eve-blind',
          text: 'Längen und Zeiten',
          reason: 'So ist es mit einer Chiffre. Hier ist der Record der Text selbst und ein MAC.',
        },
        {
          key: 'browser@server_hello',
          text: 'Nichts: Der Browser lehnt ab',
          reason: 'Ein echter Browser bietet sie nie an. Dieser tat es, weil ein Labor das darf.',
        },
      ],
    },
    'attack-rc4': {
      question: 'RC4 ist gebrochen. Kann Eve diese eine Verbindung lesen?',
      lead: 'RFC 7465 verbietet es seit 2015.',
      choices: [
        {
          key: 'eve-reads',
          text: 'Ja, sofort',
          reason: 'Die Schieflagen des Schlüsselstroms sind klein; eine Verbindung verrät wenig.',
        },
        {
          key: 'eve-blind',
          text: 'Diese eine nicht',
          reason:
            'Die Angriffe brauchen dasselbe Geheimnis in Millionen Verbindungen, ein Cookie zum Beispiel. Browser senden Cookies immer wieder.',
        },
        {
          key: 'browser@server_hello',
          text: 'Nein: Der Browser lehnt die Suite ab',
          reason: 'Heutige Browser bieten sie nicht an. Dieser tat es.',
        },
      ],
    },
    'attack-weak-dh': {
      question: 'Die Diffie-Hellman-Gruppe des Servers hat 1\u202f024 Bits. Wer erhebt Einspruch?',
      lead: 'Eine solche Gruppe im Voraus zu berechnen lag 2015 in Reichweite von Staaten, und viele Server teilten sich wenige davon.',
      choices: [
        {
          key: 'browser@server_key_exchange',
          text: 'Der Browser, bei ServerKeyExchange',
          reason:
            'Er misst die Primzahl, findet zu wenige Bits und schließt mit insufficient_security oder illegal_parameter.',
        },
        {
          key: 'nobody',
          text: 'Niemand: Die Zahlen stimmen',
          reason:
            'Sie stimmen: Dieser Browser verlangt nicht mehr. Die Signatur deckt die Gruppe, niemand hat sie also ausgetauscht; sie ist zu klein.',
        },
        {
          key: 'browser@verify_signature',
          text: 'Der Browser, an der Signatur',
          reason: 'Die Signatur stimmt. Der Server selbst hat eine schwache Gruppe gewählt.',
        },
      ],
    },
  },
};
