/** German: the questions of the closing check. */
import { roundTripsOf } from '../../../lab/departures.ts';
import type { ClosingWords } from '../../lessons/closing/model.ts';
import {
  changedMessage,
  endingOf,
  hashInName,
  readable,
  sharesHybrid,
  shownIn,
  versionNames,
} from '../../lessons/evidence.ts';
import type { LessonSlug } from '../../lessons/lessons.ts';
import { listOf, plainText, rich, term } from '../../rich.ts';

export const closing: Readonly<Record<LessonSlug, ClosingWords>> = {
  'what-for': {
    topic: 'Sich auf einen Schlüssel einigen',
    known: (run) => rich`Browser und Server einigten sich auf ${run.version} mit ${{ strong: run.suite }}.`,
    question: () => 'Wie kam das Geheimnis hinter allen Schlüsseln von einer Seite zur anderen?',
    choices: (run) => {
      const sealed = run.operation('rsa-encrypt') !== undefined;
      return {
        clear: {
          text: 'Im Klartext, in den Hellos',
          reason:
            'Die Hellos enthalten Zufallswerte und öffentliche Hälften. Wer alle hat, hat noch keinen Schlüssel.',
        },
        encrypted: {
          text: 'Verschlüsselt mit dem öffentlichen Schlüssel des Servers',
          reason: sealed
            ? `Schritt ${run.number('client_key_exchange')}: Der Browser hat das Premaster Secret gemacht und mit dem Schlüssel im Zertifikat verschlüsselt.`
            : `So ist es beim RSA-Schlüsselaustausch. In diesem Durchlauf wurde ${run.group} ausgehandelt, und der Schlüssel des Zertifikats hat nur signiert.`,
        },
        computed: {
          text: 'Gar nicht: Beide haben es berechnet',
          reason: sealed
            ? `Das ist Diffie-Hellman. Diese Cipher Suite beginnt mit TLS_RSA: Das Geheimnis reist, in Schritt ${run.number('client_key_exchange')}.`
            : `Jede Seite hat eine öffentliche Hälfte in ${run.group} gesendet und aus der anderen dasselbe Geheimnis berechnet.`,
        },
      };
    },
  },
  eavesdropper: {
    topic: 'Was Eve liest',
    known: (run) =>
      rich`Der Browser hat ${run.request.split(' ')[1]} von ${run.host} geholt, in ${run.version} mit ${{ strong: run.suite }}. Eve hat von allem eine Kopie.`,
    question: () => 'Was kann sie lesen, außer Größen und Zeiten?',
    choices: (run) => {
      const page = readable(run.trace, 'application_data_1');
      const certificate = readable(run.trace, 'certificate');
      return {
        name: {
          text: 'Den Hostnamen, aber weder Zertifikat noch Seite',
          reason: certificate
            ? `Mehr als das: In ${run.version} ist das Zertifikat von Schritt ${run.number('certificate')} im Klartext.`
            : `server_name steht im ClientHello, bevor es Schlüssel gibt. Das Zertifikat in Schritt ${run.number('certificate')} ist schon verschlüsselt.`,
        },
        certificate: {
          text: 'Den Hostnamen und das Zertifikat, nicht die Seite',
          reason: page
            ? 'Auch die Seite: Im Namen der Cipher Suite steht, womit verschlüsselt wird.'
            : certificate
              ? `Bis Schritt ${run.number('client_change_cipher_spec')} ist alles im Klartext, auch das Zertifikat; die Anfrage nicht.`
              : `So ist es in TLS 1.2. In diesem Durchlauf kommt das Zertifikat nach den Schlüsseln, in Schritt ${run.number('certificate')}.`,
        },
        page: {
          text: 'Alles, auch die Seite',
          reason: page
            ? `Die Chiffre heißt NULL: Schritt ${run.number('application_data_1')} ist durch einen MAC vor Änderungen geschützt, und vor niemandes Augen.`
            : `Schritt ${run.number('application_data_1')} ist mit ${run.operation('seal', 'application_data_1')?.algorithm ?? ''} verschlüsselt.`,
        },
      };
    },
  },
  'two-halves': {
    topic: 'Ein Mitschnitt für später',
    known: (run) =>
      rich`Die beiden einigten sich auf ${run.version} und tauschten Key Shares in ${{ strong: run.group }} aus. Eve bewahrt den Mitschnitt jahrelang auf.`,
    question: () => 'Eines Tages bricht ein Quantencomputer elliptische Kurven. Was öffnet er ihr?',
    choices: (run) => {
      const hybrid = sharesHybrid(run.trace);
      return {
        all: {
          text: 'Alles: Das Geheimnis folgt aus den Key Shares',
          reason: hybrid
            ? `Er gibt ihr eines von zwei Geheimnissen. Das andere kam aus ML-KEM, und ${run.group} mischt beide.`
            : `${run.group} ist eine Kurve und sonst nichts. Aus einer öffentlichen Hälfte berechnet so ein Rechner die private, und daraus jeden Schlüssel.`,
        },
        nothing: {
          text: 'Nichts',
          reason: hybrid
            ? `${run.group} verbindet eine Kurve mit ML-KEM, und das Geheimnis bleibt zu, solange eines von beiden hält.`
            : `Nichts an diesem Austausch hielte sie auf: ${run.group} ist allein eine Kurve.`,
        },
        already: {
          text: 'Sie braucht keinen: Beide Key Shares waren im Klartext',
          reason:
            'Das waren sie, und sie hat sie. Heute kann niemand aus zwei öffentlichen Hälften dieser Größe das Geheimnis berechnen.',
        },
      };
    },
  },
  envelope: {
    topic: 'Ein später gestohlener Schlüssel',
    known: (run) =>
      rich`Eve hat diesen Durchlauf mit ${run.version} und ${{ strong: run.suite }} mitgeschnitten. Ein Jahr später stiehlt sie den privaten Schlüssel zum Zertifikat des Servers.`,
    question: () => 'Was vom Mitschnitt kann sie jetzt lesen?',
    choices: (run) => {
      const sealed = run.operation('rsa-encrypt') !== undefined;
      return {
        all: {
          text: 'Alles',
          reason: sealed
            ? `Der Schlüssel öffnet Schritt ${run.number('client_key_exchange')}, in dem das Premaster Secret verschlüsselt liegt. Alle anderen Schlüssel folgen daraus.`
            : 'Der gestohlene Schlüssel hat nur signiert. Kein Geheimnis wurde je mit ihm verschlüsselt.',
        },
        some: {
          text: 'Was der Server gesendet hat, nicht was der Browser gesendet hat',
          reason:
            'Die Schlüssel beider Richtungen kommen aus einem Geheimnis. Sie hat es, oder sie hat es nicht; halb gibt es nicht.',
        },
        nothing: {
          text: 'Nichts',
          reason: sealed
            ? `Diese Cipher Suite hat keine Forward Secrecy: Das Geheimnis von Schritt ${run.number('client_key_exchange')} wurde mit genau diesem Schlüssel verschlüsselt.`
            : `Beide haben ihre Hälften in ${run.group} nur für diesen Durchlauf gemacht und vergessen. Mit dem gestohlenen Schlüssel kann sie sich von jetzt an als der Server ausgeben, aber nicht zurückblicken.`,
        },
      };
    },
  },
  'suite-names': {
    topic: 'Der letzte Teil eines Namens',
    known: (run) => rich`${run.version}, und die Cipher Suite ist ${{ strong: run.suite }}.`,
    question: (run) => `Was tut ${hashInName(run)} am Ende des Namens?`,
    choices: (run) => {
      const seal = run.operation('seal', 'application_data_1');
      const hmac = run.operation('hmac', 'application_data_1');
      return {
        mac: {
          text: 'Es ist der MAC, der jeden Record schützt',
          reason: hmac
            ? `Schritt ${run.number('application_data_1')}: HMAC mit ${hmac.algorithm} über den Record. Mit CBC allein könnte ihn jeder unbemerkt verändern.`
            : `Die Records schützt ${seal?.algorithm ?? ''}, ein AEAD, das sein eigenes Tag mitbringt. Kein HMAC rührt sie an.`,
        },
        derive: {
          text: 'Es ist der Hash, mit dem die Schlüssel abgeleitet werden',
          reason: hmac
            ? 'In TLS 1.2 werden Schlüssel mit SHA-256 abgeleitet, auch wo der Name nichts davon sagt. In einer CBC-Suite ist der letzte Teil der MAC.'
            : `${run.operation('hkdf-expand-label') ? 'HKDF' : 'Die PRF'} arbeitet damit, ebenso der Hash über das Transkript. ${seal?.algorithm ?? ''} bringt sein eigenes Tag mit.`,
        },
        sign: {
          text: 'Es ist der Hash der Signatur des Servers',
          reason: run.scheme
            ? `Die wird getrennt von der Cipher Suite ausgehandelt: ${run.scheme}.`
            : 'In diesem Durchlauf signiert der Server nichts: Der Schlüsselaustausch ist RSA.',
        },
      };
    },
  },
  'who-are-you': {
    topic: 'Wer da ist',
    known: (run) => rich`Ein Durchlauf mit ${run.version} und ${{ strong: run.suite }}.`,
    question: () =>
      'Welche Nachricht beweist als erste, dass der Server den privaten Schlüssel zu seinem Zertifikat hat?',
    choices: (run) => {
      const own = run.operation('sign', 'certificate_verify') !== undefined;
      const share = run.operation('sign', 'server_key_exchange') !== undefined;
      return {
        certificate: {
          text: 'Certificate',
          reason: 'Ein Zertifikat ist öffentlich. Wer es gesehen hat, kann es senden.',
        },
        'certificate-verify': {
          text: 'CertificateVerify',
          reason: own
            ? `Schritt ${run.number('certificate_verify')}: eine Signatur über alles bisher Gesagte, geprüft in Schritt ${run.number('verify_signature')}.`
            : `In ${run.version} sendet der Server keines; dort gehört die Nachricht dem Client.`,
        },
        'server-key-exchange': {
          text: 'ServerKeyExchange',
          reason: share
            ? `Schritt ${run.number('server_key_exchange')} enthält den Key Share des Servers und eine Signatur darüber und über beide Zufallswerte.`
            : own
              ? 'Diese Nachricht gibt es in TLS 1.3 nicht mehr.'
              : 'Diese Cipher Suite hat keines: Beim RSA-Schlüsselaustausch hat der Server keinen Key Share zu senden.',
        },
        finished: {
          text: 'Finished',
          reason:
            own || share
              ? 'Es beweist, dass beide dieselben Schlüssel haben. Der Schlüssel des Zertifikats war vorher nachgewiesen.'
              : `Nur wer diesen Schlüssel hat, kann das Premaster Secret entschlüsseln. Ein Finished, das passt, Schritt ${run.number('finished')}, zeigt, dass der Server es konnte.`,
        },
      };
    },
  },
  'chain-of-trust': {
    topic: 'Ein Pfad zum Root-Zertifikat',
    known: (run) => {
      const held = run.trace.trust?.browser;
      const { aia } = run.trace.scenario.browser;
      return rich`Der Server sendet ${listOf(
        run.chain.sent.map(({ name }) => name),
        'und',
      )}. Der Browser hat ${(held?.cached.length ?? 0) > 0 ? 'das Zwischenzertifikat von einem früheren Besuch' : 'von früheren Besuchen nichts'}, holt ${aia ? 'nach, was fehlt,' : 'nichts nach'} und hat das Root-Zertifikat ${held?.known.length === 0 ? '' : 'nicht '}in seinem Root-Store.`;
    },
    question: () => 'Findet er einen Pfad?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      const error = run.trace.outcome.kind === 'failed' ? run.trace.outcome.error.code : '';
      const missing = error === 'issuer-not-found';
      return {
        found: {
          text: 'Ja',
          reason: ending
            ? `Nein: Der Server bekam ${ending.named} zur Antwort.`
            : 'Vom Leaf-Zertifikat über das Zwischenzertifikat zu einem Root-Zertifikat im Root-Store. Die Reihenfolge beim Senden spielt keine Rolle, auch nicht, woher jedes kam.',
        },
        missing: {
          text: 'Nein: Das Zwischenzertifikat fehlt',
          reason: missing
            ? `Niemand hat es gesendet, und der Browser hat keine Kopie. Das Root-Zertifikat allein hilft nicht: Sein Schlüssel hat das Leaf-Zertifikat nicht signiert. Alert: ${ending?.named ?? ''}.`
            : 'Das Zwischenzertifikat ist in diesem Durchlauf zur Hand.',
        },
        root: {
          text: 'Nein: Er endet in einem Root-Zertifikat, dem er nicht vertraut',
          reason:
            ending && !missing
              ? `Der Pfad ist vollständig und endet in einem Root-Zertifikat, das nicht im Root-Store liegt. Alert: ${ending.named}.`
              : missing
                ? 'Bis zu einem Root-Zertifikat kommt die Suche gar nicht.'
                : 'Das Root-Zertifikat liegt im Root-Store. Gesendet werden muss es nicht.',
        },
      };
    },
  },
  offices: {
    topic: 'Ein gesperrtes Zertifikat',
    known: (run) =>
      rich`Die Zertifizierungsstelle hat das Zertifikat des Servers ${{ strong: 'gesperrt' }}; Kette, Gültigkeit und Name sind in Ordnung. Der Browser ${run.trace.scenario.browser.revocation === 'off' ? 'fragt niemanden nach einer Sperrung' : run.trace.scenario.browser.statusRequest ? rich`liest die OCSP-Antwort, die der Server ${term('stapling', 'anheftet')}` : 'sieht in der Sperrliste der Stelle nach'}.`,
    question: () => 'Verbindet sich der Browser?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        connects: {
          text: 'Ja',
          reason: ending
            ? `Nein: Er beendet die Verbindung mit ${ending.named}.`
            : 'Nichts im Zertifikat sagt, dass es gesperrt ist. Wer nicht fragt, erfährt es nicht.',
        },
        refused: {
          text: 'Nein: Er erfährt von der Sperrung',
          reason: ending
            ? `Schritt ${ending.step}: Die Seriennummer ist als gesperrt verzeichnet, in einer Aussage, die die Stelle signiert hat. ${ending.named}.`
            : 'Erfahren könnte er es nur aus einer Liste oder einer Antwort, und er sieht keine an.',
        },
        signature: {
          text: 'Nein: Die Signatur der Stelle darin gilt nicht mehr',
          reason:
            'Die Signatur bleibt für immer richtig: Eine Sperrung ändert kein Byte eines Zertifikats. Was gesperrt ist, steht anderswo.',
        },
      };
    },
  },
  'nobody-changed': {
    topic: 'Eine veränderte Nachricht',
    known: (run) => {
      const step = changedMessage(run.trace);
      return rich`Mallory verändert ${{ strong: step?.message ?? '' }} (Schritt ${(step?.index ?? 0) + 1}) auf dem Weg zum ${step?.to === 'browser' ? 'Browser' : 'Server'}. Was übrig bleibt, sieht noch aus wie eine Nachricht dieser Art.`;
    },
    question: () => 'Wer bemerkt es zuerst?',
    choices: (run) => {
      const step = changedMessage(run.trace);
      const ending = endingOf(run.trace);
      const how = `Schritt ${ending?.step ?? ''}, mit ${ending?.named ?? ''}. ${
        step?.level === 'plaintext'
          ? 'Die beiden haben jetzt verschiedene Transkripte, leiten also verschiedene Schlüssel ab, und der erste geschützte Record lässt sich nicht öffnen.'
          : 'Der Record passt nicht mehr zu seinem Tag, und ohne den Schlüssel kann niemand ein anderes machen.'
      }`;
      return {
        browser: {
          text: 'Der Browser',
          reason: ending?.by === 'browser' ? how : 'Die veränderte Nachricht kommt gar nicht zum Browser.',
        },
        server: {
          text: 'Der Server',
          reason:
            ending?.by === 'server'
              ? how
              : 'Für den Server verletzt nichts eine Regel. Der erste geschützte Record kommt vom Server selbst und geht zum Browser.',
        },
        nobody: {
          text: 'Niemand',
          reason:
            'Jedes Byte des Handshakes geht in das Transkript ein, und jeder geschützte Record hat ein Tag. Eine Änderung kann nicht unbemerkt bleiben.',
        },
      };
    },
  },
  'asks-back': {
    topic: 'Ein Client-Zertifikat',
    known: (run) =>
      rich`Der Server besteht auf einem Client-Zertifikat. Der Browser zeigt ${{ strong: kinds[run.trace.scenario.browser.clientCertificate] ?? '' }}.`,
    question: () => 'Was sagt der Server?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      const client = shownIn(run.trace, 'client_certificate');
      const right = (alert: string, reason: string, other: string): string =>
        ending?.alert === alert ? `Schritt ${ending.step}: ${reason}` : other;
      return {
        accepted: {
          text: 'Nichts: Er macht weiter',
          reason: ending
            ? `Er beendet die Verbindung mit ${ending.named}.`
            : `Ausgestellt von ${client?.issuer ?? ''}, die auf seiner Liste steht; gültig; für den richtigen Zweck; und die Signatur in Schritt ${run.number('client_certificate_verify')} passt.`,
        },
        certificate_required: {
          text: 'certificate_required',
          reason: right(
            'certificate_required',
            'eine leere Liste kam, und ohne Zertifikat macht dieser Server nicht weiter.',
            'Das gilt einem Browser, der keines zeigt.',
          ),
        },
        certificate_expired: {
          text: 'certificate_expired',
          reason: right(
            'certificate_expired',
            'seine Zeit ist vorbei. Die Signatur kann so richtig sein wie je.',
            client
              ? 'Die Gültigkeit ist in diesem Durchlauf in Ordnung.'
              : 'Es gibt kein Zertifikat, dessen Zeit vorbei sein könnte.',
          ),
        },
        unknown_ca: {
          text: 'unknown_ca',
          reason: right(
            'unknown_ca',
            `${client?.issuer ?? ''} steht nicht auf der Liste des Servers.`,
            'Das gilt einer Stelle, die der Server nicht kennt.',
          ),
        },
        unsupported_certificate: {
          text: 'unsupported_certificate',
          reason: right(
            'unsupported_certificate',
            `es ist für ${client?.purposes.join(', ') ?? ''}, und ein Client braucht clientAuth.`,
            'Das gilt einem Zertifikat mit falschem Zweck.',
          ),
        },
      };
    },
  },
  'two-versions': {
    topic: 'Roundtrips',
    known: (run) => {
      const { negotiated } = run.trace;
      return rich`Ein Durchlauf mit ${{ strong: run.version }}. ${
        negotiated.earlyData === 'accepted'
          ? 'Der Browser kommt mit einem Ticket wieder, das Early Data erlaubt, und nutzt es.'
          : negotiated.resumed === true || negotiated.psk !== undefined
            ? 'Der Browser kommt mit einem Ticket wieder.'
            : negotiated.helloRetryRequest
              ? 'Der Browser ist neu hier und hat für die Gruppe, die der Server will, keinen Key Share gesendet.'
              : 'Der Browser ist neu hier, und alles geht, wie es soll.'
      }`;
    },
    question: () =>
      'Wie viele Roundtrips vergehen, bevor das erste Byte der Anfrage hinausgeht? TCP zählt nicht.',
    choices: (run) => {
      const trips = roundTripsOf(run.trace);
      const { negotiated } = run.trace;
      return {
        '0': {
          text: 'Keiner',
          reason:
            trips === 0
              ? 'Der Schlüssel kommt aus dem Ticket, also geht die Anfrage gleich hinter dem Hello hinaus. Ihr Preis: Sie lässt sich wiederholen.'
              : 'Dazu braucht es ein Ticket, das Early Data erlaubt, und TLS 1.3.',
        },
        '1': {
          text: 'Einer',
          reason:
            trips === 1
              ? negotiated.resumed === true
                ? 'Beide kennen das Geheimnis vom letzten Mal, also kommt das Finished des Servers mit seiner ersten Antwort.'
                : 'Der Key Share kam mit dem Hello; die Antwort des Servers bringt alles bis zu seinem Finished.'
              : trips === 0
                ? 'Ohne Early Data wäre es einer.'
                : negotiated.helloRetryRequest
                  ? 'Es wäre einer, hätte der erste Key Share gepasst.'
                  : `${run.version} braucht einen für die Hellos und noch einen für Schlüssel und Finished.`,
        },
        '2': {
          text: 'Zwei',
          reason:
            trips === 2
              ? negotiated.helloRetryRequest
                ? `Einer ging in Schritt ${run.number('hello_retry_request')} verloren, HelloRetryRequest.`
                : `Einer bis ServerHelloDone, einer bis zum Finished des Servers, Schritt ${run.number('finished')}.`
              : 'Das ist TLS 1.2 mit einem Fremden oder TLS 1.3, wenn falsch geraten wurde.',
        },
        '3': {
          text: 'Drei',
          reason: 'So viele braucht kein Handshake von TLS 1.2 oder 1.3.',
        },
      };
    },
  },
  'thirty-years': {
    topic: 'Alt und neu',
    known: (run) => {
      const { browser, server } = run.trace.scenario;
      return rich`Der Client spricht ${{ strong: list(browser.versions) }}, der Server ${{ strong: list(server.versions) }}.`;
    },
    question: () => 'Wie endet es?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        agree: {
          text: 'Sie einigen sich auf die beste Version, die beide kennen',
          reason: ending
            ? 'Es gibt keine, die beide noch sprechen.'
            : `${run.version}. Sie ist alt, und mit ${run.suite} noch solide.`,
        },
        server: {
          text: 'Der Server beendet die Verbindung mit protocol_version',
          reason:
            ending?.by === 'server'
              ? `Schritt ${run.number('alert')}: ${ending.named}. Das Hello bietet nichts an, was der Server noch spricht.`
              : ending
                ? 'Ein so alter Server antwortet mit seiner eigenen Version, als wäre nichts.'
                : `Er muss nicht: ${run.version} steht auf beiden Listen.`,
        },
        browser: {
          text: 'Der Client beendet die Verbindung mit protocol_version',
          reason:
            ending?.by === 'browser'
              ? `Schritt ${ending.step}: Die Antwort nennt ${list(run.trace.scenario.server.versions)}, und das hat der Client nicht angeboten.`
              : ending
                ? 'Er bekommt kein ServerHello, gegen das er etwas haben könnte.'
                : `Er muss nicht: ${run.version} hat er angeboten.`,
        },
      };
    },
  },
};

const kinds: Readonly<Record<string, string>> = {
  none: 'keines',
  valid: 'eines von der Stelle des Servers',
  expired: 'eines von der Stelle des Servers, das vor Wochen abgelaufen ist',
  'unknown-issuer': 'eines von der Stelle einer anderen Firma',
  'wrong-purpose': 'eines von der richtigen Stelle, das für Server gemacht ist',
};

function list(versions: readonly number[]): string {
  return plainText(listOf(versionNames(versions), 'und'));
}
