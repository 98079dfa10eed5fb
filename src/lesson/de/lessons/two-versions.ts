/** German: lesson 11, TLS 1.2 against 1.3. */
import { roundTripsOf } from '../../../lab/departures.ts';
import { grouped, plural } from '../../catalog.ts';
import {
  dummiesIn,
  endingOf,
  groupWithoutShare,
  handshakeBytes,
  tripsOfBoth,
} from '../../lessons/evidence.ts';
import { factsOf } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { code, rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const twoVersions: Readonly<Record<string, PartWords>> = {
  'round-trips': {
    name: 'Roundtrips',
    title: 'Wie oft der Browser warten muss',
    text: (run) => [
      rich`Ein ${term('round-trip', 'Roundtrip')} ist die Zeit, bis eine Antwort da sein kann: einmal hin, einmal zurück. Auf einem langen Weg kostet er mehr als alles Rechnen eines Handshakes, und kein schnellerer Rechner verkürzt ihn.`,
      run.number('client_key_exchange') > 0
        ? rich`In diesem Durchlauf mit ${run.version} grüßt der Browser, und der Server antwortet bis Schritt ${run.number('server_hello_done')}. Damit in der Hand sendet der Browser seinen ${term('key-share', 'Key Share')} in Schritt ${run.number('client_key_exchange')} und sein Finished in Schritt ${run.number('client_finished')}. Das Finished des Servers ist Schritt ${run.number('finished')}.`
        : rich`In diesem Durchlauf mit ${run.version} legt der Browser seinen ${term('key-share', 'Key Share')} in das ClientHello. Die Antwort des Servers schließt den Austausch ab, und sein Finished, Schritt ${run.number('finished')}, kommt gleich mit.`,
      rich`${run.request.split(' ').slice(0, 2).join(' ')} ist Schritt ${run.number('application_data_1')} von ${run.steps}.`,
    ],
    question: () => 'Wie viele Roundtrips vergehen, bevor die Anfrage den Browser verlässt? TCP zählt nicht.',
    choices: (run) => {
      const second = run.number('client_key_exchange') > 0;
      return {
        '0': {
          text: 'Keiner: Sie geht mit dem Hello hinaus',
          reason:
            'In dem Moment gibt es noch keinen Schlüssel. Dazu braucht es einen von einem früheren Besuch, siehe letzter Teil.',
        },
        '1': {
          text: 'Einer',
          reason: second
            ? `Nach einem kennt der Browser den Key Share des Servers, Schritt ${run.number('server_key_exchange')}. Der Server kennt den des Browsers noch nicht.`
            : `Nach ServerHello haben beide dieselben Schlüssel, und Schritt ${run.number('finished')} kommt gleich mit.`,
        },
        '2': {
          text: 'Zwei',
          reason: second
            ? `Einer bis Schritt ${run.number('server_hello_done')}, ServerHelloDone, und einer bis Schritt ${run.number('finished')}, dem Finished des Servers. Manche Browser warteten darauf nicht (False Start, RFC 7918); dieser wartet.`
            : 'So war es in TLS 1.2. Hier geht der Key Share des Browsers mit der allerersten Nachricht hinaus.',
        },
        '3': {
          text: 'Drei',
          reason:
            'Mit TCP gezählt, dessen eigener Handshake vorher kommt, braucht TLS 1.2 drei. TLS allein nie.',
        },
      };
    },
    change: {
      label: 'Version',
      options: { tls12: 'TLS 1.2', tls13: 'TLS 1.3' },
      task: 'Mit TLS 1.3 ausführen und noch einmal zählen.',
      done: (run) =>
        `${run.version}: Die Anfrage ist Schritt ${run.number('application_data_1')}, nach ${plural(roundTripsOf(run.trace) ?? 0, 'Roundtrip', 'Roundtrips')}. Was der Server zwischen ServerHello und Finished sagt, kommt zusammen an.`,
    },
    more: 'Beide auf einer Uhr',
  },
  moved: {
    name: 'Was umzog',
    title: 'Was an eine andere Stelle gezogen ist',
    text: (run) => [
      rich`Um den Roundtrip zu sparen, hat TLS 1.3 die ${term('key-share', 'Key Shares')} in die ${term('hello', 'Hellos')} verlegt. TLS 1.2 sendet sie in ServerKeyExchange und ClientKeyExchange, wenn die Cipher Suite bekannt ist. Hier muss der Browser raten, welche ${term('group', 'Gruppe')} der Server nimmt, und dieses ClientHello von ${run.bytes('client_hello')} Byte enthält Key Shares für ${run.trace.scenario.browser.keyShares.length} Gruppen. Der Server nahm ${{ strong: run.group }}.`,
      rich`Damit haben beide ab Schritt ${run.number('derive_handshake_keys')} Schlüssel, und was folgt, ist verschlüsselt, auch das Zertifikat: Von den ${run.eve.seen} Nachrichten dieses Durchlaufs liest Eve ${run.eve.read}. Die ${term('signature', 'Signatur')} des Servers ist ebenfalls umgezogen, von ServerKeyExchange in eine eigene Nachricht, ${term('certificate-verify', 'CertificateVerify')}, und deckt nicht nur den Key Share, sondern alles bisher Gesagte.`,
    ],
    question: (run) =>
      `Ein Server nimmt nur ${groupWithoutShare(run.trace)}. Der Browser kennt die Gruppe, hat aber keinen Key Share dafür gesendet. Was geschieht?`,
    choices: (run) => ({
      fails: {
        text: 'Die Verbindung endet: Kein Key Share passt',
        reason:
          'Eine gemeinsame Gruppe gibt es: supported_groups im ClientHello sagt, welche der Browser kennt, und das sind mehr, als er Key Shares gesendet hat.',
      },
      server: {
        text: 'Der Server sendet seinen Key Share, und der Browser zieht nach',
        reason:
          'So geht es in TLS 1.2. In TLS 1.3 schließt ServerHello den Austausch ab, also muss der Key Share des Browsers vorher da sein.',
      },
      retry: {
        text: 'Der Server verlangt ein zweites ClientHello mit einem anderen Key Share',
        reason: run.trace.negotiated.helloRetryRequest
          ? `Schritt ${run.number('hello_retry_request')}, HelloRetryRequest. Es darf einmal kommen.`
          : 'Das ist HelloRetryRequest. Falsch geraten kostet einen Roundtrip, sonst nichts.',
      },
    }),
    change: {
      label: 'Gruppe, die der Server akzeptiert',
      options: {
        '11ec': 'X25519MLKEM768',
        '001d': 'x25519',
        '0017': 'secp256r1',
        '0018': 'secp384r1',
      },
      task: 'Falsch raten lassen: eine Gruppe wählen, die der Browser kennt, für die er aber keinen Key Share gesendet hat, und ausführen.',
      done: (run) =>
        `Schritt ${run.number('hello_retry_request')} ist ein HelloRetryRequest: Der Server will ${run.group}, also grüßt der Browser noch einmal, mit einem Key Share dafür. Das kostet einen Roundtrip; jetzt sind es ${plural(roundTripsOf(run.trace) ?? 0, 'Roundtrip', 'Roundtrips')}, so viele wie in TLS 1.2.`,
    },
  },
  vanished: {
    name: 'Was verschwand',
    title: 'Was verschwunden ist',
    text: (run) => [
      rich`TLS 1.3 ist TLS 1.2, von dem viel weggenommen wurde. Fort sind ${term('rsa-key-exchange', 'RSA-Schlüsselaustausch')} und ${term('static-diffie-hellman', 'feste Diffie-Hellman-Schlüssel')}, die keine ${term('forward-secrecy', 'Forward Secrecy')} haben; ${term('cbc', 'CBC')} mit eigenem ${term('mac', 'MAC')}; ${term('rc4', 'RC4')}, ${term('triple-des', '3DES')}, ${term('compression', 'Kompression')} und ${term('renegotiation', 'Neuaushandlung')}. Fort sind auch ServerHelloDone und ClientKeyExchange.`,
      run.suite === ''
        ? rich`In diesem Durchlauf blieb nichts übrig, worauf sich die beiden einigen konnten.`
        : rich`So ist der Name einer ${term('cipher-suite', 'Cipher Suite')} kurz geworden. ${{ strong: run.suite }} sagt, wie Records geschützt werden, und nennt den ${term('hash', 'Hash')}; Schlüsselaustausch (${run.group}) und Signatur (${run.scheme}) werden getrennt davon ausgehandelt.`,
      dummiesIn(run.trace) > 0
        ? rich`${term('change-cipher-spec', 'ChangeCipherSpec')} bedeutet nichts mehr. ${dummiesIn(run.trace)} davon gehen in diesem Durchlauf noch über die Leitung, als Attrappen, weil alte ${term('middlebox', 'Middleboxes')} eines sehen wollen.`
        : rich`${term('change-cipher-spec', 'ChangeCipherSpec')} bedeutet nichts mehr; wo noch eines über die Leitung geht, ist es eine Attrappe für alte ${term('middlebox', 'Middleboxes')}.`,
    ],
    question: (run) =>
      `${run.trace.scenario.browser.suites.length > 1 ? 'Browser und Server akzeptieren beide auch' : 'Der Browser bietet nichts an als'} TLS_RSA_WITH_AES_128_CBC_SHA256. Kann TLS 1.3 dabei landen?`,
    choices: (run) => ({
      order: {
        text: 'Ja, wenn der Server sie an die erste Stelle setzt',
        reason: `Sie steht auf Platz ${run.trace.scenario.server.suites.indexOf(0x003c) + 1} der Liste des Servers, und ${run.suite === '' ? 'es wurde nichts daraus' : `die Wahl fiel auf ${run.suite}`}. Eine Cipher Suite von TLS 1.2 bedeutet in TLS 1.3 nichts.`,
      },
      last: {
        text: 'Ja, wenn sonst nichts passt',
        reason:
          run.suite === ''
            ? `Sonst passte nichts, und der Server hat die Verbindung mit ${endingOf(run.trace)?.named ?? ''} beendet.`
            : 'Nicht einmal dann: als einzige anbieten und ansehen.',
      },
      no: {
        text: 'Nein: Sie gehört zu TLS 1.2',
        reason:
          run.suite === ''
            ? `Statt sie zu benutzen, hat der Server die Verbindung mit ${endingOf(run.trace)?.named ?? ''} beendet. Ihr Name verspricht einen RSA-Schlüsselaustausch, und TLS 1.3 hat keinen.`
            : 'Ihr Name verspricht RSA-Schlüsselaustausch und CBC mit HMAC, und TLS 1.3 hat beides nicht. Seine eigenen Suites sind andere.',
      },
    }),
    change: {
      label: 'Cipher Suites, die der Browser anbietet',
      options: { all: 'die von TLS 1.3, und diese', old: 'nur diese' },
      task: 'TLS 1.3 mit dieser Cipher Suite allein anbieten und ausführen.',
      done: (run) =>
        `Der Server hat die Verbindung mit ${endingOf(run.trace)?.named ?? ''} beendet: Version 1.3 wäre recht, aber keine ihrer Suites wurde angeboten. Das ist der Fehler hinter manchem „cipher mismatch“.`,
    },
    more: 'Alle Suites beider Versionen',
  },
  resumption: {
    name: 'Wiederkommen',
    title: 'Wiederkommen mit einem Ticket',
    text: (run) => {
      const first = run.trace.previous;
      return [
        rich`Dieser Browser war vor ${grouped(run.trace.scenario.resumeAfter)} Sekunden schon da. Die erste Verbindung hat ihm ein ${term('session-ticket', 'Session-Ticket')} von ${first && factsOf(first).bytes('new_session_ticket')} Byte auf der Leitung hinterlassen. Das ClientHello der zweiten bringt es zurück, und damit findet der Server das Geheimnis, das beiden geblieben ist: eine ${term('resumption', 'Wiederaufnahme')}.`,
        rich`Diesmal zeigt niemand ein Zertifikat, und niemand signiert. Nur diese beiden kennen das Geheimnis, also beweist jedes Finished, wer es gesendet hat. Der ${term('handshake', 'Handshake')} schrumpft von ${first && handshakeBytes(first)} auf ${handshakeBytes(run.trace)} Byte.`,
        run.trace.negotiated.pskMode === undefined
          ? rich`Auch Key Shares tauschen sie nicht mehr aus: Die Schlüssel dieser Verbindung kommen aus dem alten ${term('main-secret', 'Main Secret')} und zwei frischen Zufallswerten.`
          : rich`Das alte Geheimnis ist jetzt ein ${term('psk', 'Pre-Shared Key')}. Frische Key Shares tauschen sie trotzdem aus (${run.group}), diese Verbindung hat also eigene ${term('forward-secrecy', 'Forward Secrecy')}.`,
      ];
    },
    question: (run) => `Wie viele Roundtrips spart das Wiederkommen hier, in ${run.version}?`,
    choices: (run) => {
      const [before, after] = tripsOfBoth(run.trace);
      const saved = before - after;
      return {
        '0': {
          text: 'Keinen',
          reason:
            saved === 0
              ? `${before} beim ersten Mal, ${after} jetzt. Gespart sind das Zertifikat, die Signaturen und ihre Prüfung. Zeit auf der Leitung spart nur 0-RTT.`
              : `${before} beim ersten Mal, ${after} jetzt. Keinen spart es in TLS 1.3, wo schon der erste Besuch nur einen braucht.`,
        },
        '1': {
          text: 'Einen',
          reason:
            saved === 1
              ? `${before} beim ersten Mal, ${after} jetzt: Mit einem bekannten Geheimnis kann der Server sein Finished sofort senden.`
              : `Das wäre TLS 1.2. Hier waren es ${before} beim ersten Mal, und jetzt ${after}.`,
        },
        '2': {
          text: 'Zwei: Die Anfrage geht sofort hinaus',
          reason: 'Eine Anfrage, die mit dem Hello hinausgeht, heißt 0-RTT und muss eigens erlaubt sein.',
        },
      };
    },
    change: {
      label: 'Version',
      options: { resumption: 'TLS 1.3', 'tls12-resumption': 'TLS 1.2' },
      task: 'Mit TLS 1.2 wiederkommen. Was ist dort gespart, und was fehlt dem Handshake?',
      done: (run) => {
        const [before, after] = tripsOfBoth(run.trace);
        return `${run.version} kommt von ${before} auf ${plural(after, 'Roundtrip', 'Roundtrips')}. Aber in dieser Verbindung gibt es gar keinen Schlüsselaustausch: Wer den Schlüssel in die Hand bekommt, der die Tickets versiegelt, liest sie, wie lange sie auch her ist.`;
      },
    },
  },
  'zero-rtt': {
    name: '0-RTT',
    title: '0-RTT und sein Preis',
    text: (run) => [
      run.number('early_data_1') > 0
        ? rich`Mit einem Ticket hat der Browser einen Schlüssel, bevor jemand geantwortet hat. In Schritt ${run.number('early_data_1')} sendet er ${code(run.request)} gleich hinter dem Hello: ${term('early-data', 'Early Data')}, nach ${roundTripsOf(run.trace) ?? 0} Roundtrips.`
        : rich`Das Ticket dieses Servers erlaubt keine ${term('early-data', 'Early Data')}, also wartet der Browser, bis der Handshake vorbei ist.`,
      rich`Der Preis liegt im Schlüssel. Er entsteht aus dem Geheimnis des Tickets und diesem einen Hello; nichts Frisches vom Server ist darin. Darum hat er keine ${term('forward-secrecy', 'Forward Secrecy')}, anders als der Rest dieser Verbindung.`,
    ],
    question: () =>
      'Eve hat die ersten Nachrichten mitgeschnitten. Einen Schlüssel hat sie nicht. Was kann sie trotzdem damit tun?',
    choices: (run) => {
      const accepted = run.trace.negotiated.earlyData === 'accepted';
      return {
        read: {
          text: 'Die Anfrage lesen',
          reason: run.operation('seal', 'early_data_1')
            ? `Sie ist mit einem Schlüssel aus dem Geheimnis des Tickets versiegelt (${valueLabel(run.operation('seal', 'early_data_1')?.inputs[0]?.name ?? '', valueNames)}), und den kann sie nicht berechnen.`
            : 'In diesem Durchlauf ging die Anfrage unter Anwendungsschlüsseln hinaus, wie jede andere.',
        },
        replay: {
          text: 'Sie noch einmal senden, wie sie ist',
          reason: accepted
            ? 'Dieselben Bytes lassen sich ein zweites Mal öffnen. Der Server nimmt die Anfrage, bevor er etwas gehört hat, das nur ein lebender Browser sagen kann. Wenn er sich nicht merkt, was er gesehen hat (RFC 9846 §8), gehorcht er zweimal. GET /cart schadet nicht; eine Bestellung würde es.'
            : 'Dieser Server nimmt keine Early Data an, eine zweite Kopie bringt ihr also nichts.',
        },
        nothing: {
          text: 'Nichts: Jede Verbindung hat eigene Schlüssel',
          reason: accepted
            ? 'Jeder Handshake hat sie, wegen der beiden Zufallswerte. Dieser Schlüssel entstand, bevor der Zufallswert des Servers da war.'
            : 'Hier ist es so: Was früh gesendet wurde, wird übersprungen, oder es wurde nichts gesendet, und alles Übrige hängt am Zufallswert des Servers.',
        },
      };
    },
    change: {
      label: 'Der Server',
      options: {
        accept: 'nimmt Early Data an',
        refuse: 'erlaubt sie, lehnt sie dann ab',
        off: 'erlaubt sie nicht',
      },
      task: 'Den Server ablehnen lassen, was er erlaubt hatte, und die Anfrage im Durchlauf suchen.',
      done: (run) =>
        `Sie ist zweimal da: ${plural(run.bytes('early_data_1'), 'Byte', 'Byte')} in Schritt ${run.number('early_data_1')}, die der Server übersprungen hat, und noch einmal in Schritt ${run.number('application_data_1')}, unter Anwendungsschlüsseln. Ein Browser muss wiederholen können, und früh sendet er nur, was wiederholt werden darf.`,
    },
    more: 'Als Mallory ein zweites Mal senden',
  },
};
