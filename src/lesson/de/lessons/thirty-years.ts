/** German: lesson 12, thirty years of SSL and TLS. */
import { plural } from '../../catalog.ts';
import {
  bestOf,
  endingOf,
  lastOf,
  markOf,
  offersTls13,
  provenBy,
  sharesHybrid,
} from '../../lessons/evidence.ts';
import type { PartWords } from '../../lessons/model.ts';
import { code, listOf, plainText, rich, term } from '../../rich.ts';

export const thirtyYears: Readonly<Record<string, PartWords>> = {
  names: {
    name: 'SSL und TLS',
    title: 'Ein Protokoll, zwei Namen',
    text: (run) => [
      rich`Netscape schrieb ${term('ssl', 'SSL')} für seinen Browser. Version 1.0 (1994) wurde nie veröffentlicht, 2.0 kam 1995, 3.0 im Jahr 1996; im selben Jahr übergab Netscape das Protokoll der IETF. Von dort kam es 1999 als ${term('tls', 'TLS')} 1.0 zurück, RFC 2246. TLS heißt Transport Layer Security; der „Socket“, den viele in den Namen setzen, gehört zu SSL.`,
      rich`TLS 1.3 ist von 2018. Seit Juli 2026 steht es in RFC 9846, der RFC 8446 ersetzt: dasselbe Protokoll und dieselbe Nummer, einige Begriffe heißen anders. Eine Version endet, wenn ein Standard es sagt; jede Zeile unten lässt sich öffnen und nennt, woran sie starb.`,
      rich`Dieser Durchlauf einigte sich auf ${{ strong: run.version }}. Seine ersten Bytes tragen noch die Jahre davor.`,
    ],
    question: (run) =>
      `Browser und Server einigen sich auf ${run.version}. Welche Version nennt der Kopf des allerersten Records?`,
    choices: (run) => ({
      '0304': {
        text: 'TLS 1.3',
        reason: offersTls13(run.trace)
          ? 'Diese Nummer steht nur an einer Stelle: in der Erweiterung supported_versions. Alte Server brachen ab, wenn sie auf eine unbekannte Nummer trafen, also zog sie dorthin, wo sie nicht nachsehen.'
          : 'Der Browser bietet sie in diesem Durchlauf nicht an, also steht sie nirgends.',
      },
      '0303': {
        text: 'TLS 1.2',
        reason: offersTls13(run.trace)
          ? 'Das ist legacy_version im Inneren des ClientHello: eingefroren bei der letzten Version, die Server ruhig hinnahmen.'
          : 'Die steht im Inneren des ClientHello, als legacy_version. Der Record darum sagt etwas Älteres.',
      },
      '0301': {
        text: 'TLS 1.0',
        reason:
          'Die Leitung beginnt mit 16 03 01. So sagt es der erste Record seit 1999, für Server, die eine neuere Version abwiesen; niemand richtet sich danach.',
      },
      '0300': {
        text: 'SSL 3.0',
        reason:
          'Das wäre 16 03 00. So beginnt ein ClientHello von SSL 3.0, und dieser Server nähme es nicht an.',
      },
    }),
    change: {
      label: 'Versionen, die der Browser anbietet',
      options: { both: 'TLS 1.3 und TLS 1.2', old: 'nur TLS 1.2' },
      task: 'Den Browser nur TLS 1.2 anbieten lassen, ausführen und supported_versions suchen.',
      done: (run) =>
        `Sie fehlt im Hello, das jetzt ${plural(run.bytes('client_hello'), 'Byte', 'Byte')} hat. Das Feld legacy_version ist wieder, wozu es gemacht war, und die beiden einigen sich auf ${run.version}.`,
    },
  },
  'old-clients': {
    name: 'Alte Clients',
    title: 'Ein Client aus einer anderen Zeit',
    text: (run) => [
      rich`Dieser Client kennt nichts Neueres als ${{ strong: bestOf(run.trace, 'browser') }}. Sein ClientHello hat ${run.bytes('client_hello')} Byte und ${run.trace.scenario.browser.suites.length} ${term('cipher-suite', 'Cipher Suites')}. Der Server ist einer von heute: Er spricht ${bestOf(run.trace, 'server')} und ${lastOf(run.trace, 'server')}.`,
      rich`Jede Version ist an etwas gestorben. In SSL 2.0 schützt nichts den Handshake, also wählt die Chiffre, wer dazwischen steht (RFC 6176). SSL 3.0 lässt das Padding seiner Records außerhalb des ${term('mac', 'MAC')}, und darüber liest POODLE sie Byte für Byte (2014, RFC 7568). TLS 1.0 beginnt jeden Record mit dem Ende des vorigen, was BEAST ausnutzt (2011); TLS 1.1 gab jedem Record einen eigenen Startwert.`,
    ],
    question: (run) =>
      `Was antwortet der Server einem Client, der höchstens ${bestOf(run.trace, 'browser')} kennt?`,
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        agrees: {
          text: `Er spricht ${bestOf(run.trace, 'browser')} mit ihm`,
          reason: ending
            ? 'Das könnte er, hätte er sie noch. Ein Server nimmt die beste Version, die beide kennen, und diese beiden kennen keine gemeinsame.'
            : `Es ist die beste Version, die beide kennen. Sie haben den Handshake in ${plural(run.steps, 'Schritt', 'Schritten')} abgeschlossen.`,
        },
        alert: {
          text: 'Mit einem Alert, und er beendet die Verbindung',
          reason: ending
            ? `${ending.named}, in Schritt ${run.number('alert')}. Kein Zertifikat wurde gesendet und kein Schlüssel gemacht; der Client erfährt ein einziges Wort.`
            : 'Bei einem älteren Client wäre es so. Dieser kennt eine Version, die der Server noch hat.',
        },
        silence: {
          text: 'Nichts, es hängt',
          reason:
            'Das tun manche Geräte dazwischen. Ein TLS-Server sagt, warum er abbricht, und dieser Alert geht im Klartext hinaus.',
        },
      };
    },
    change: {
      label: 'Beste Version des Clients',
      options: {
        '0300': 'SSL 3.0 (1996)',
        '0301': 'TLS 1.0 (1999)',
        '0302': 'TLS 1.1 (2006)',
        '0303': 'TLS 1.2 (2008)',
        '0304': 'TLS 1.3 (2018)',
      },
      task: 'Den ältesten Client finden, mit dem dieser Server noch spricht.',
      done: (run) =>
        `${run.version}, vom August 2008. Ihr Dokument ist abgelöst, ihr Gebrauch nicht: Mit Forward Secrecy und einem AEAD, wie in ${run.suite}, ist sie noch solide.`,
    },
  },
  'old-servers': {
    name: 'Alte Server',
    title: 'Ein Server, den niemand aktualisiert hat',
    text: (run) => [
      rich`Nun umgekehrt: ein Browser von heute und ein Server, der ${{ strong: bestOf(run.trace, 'server') }} spricht und nichts Besseres. Der Browser bietet zuerst ${bestOf(run.trace, 'browser')} an; der Server antwortet mit dem, was er hat.`,
      rich`TLS 1.0 und 1.1 ruhen auf MD5 und ${term('sha-1', 'SHA-1')} zusammen, in den Signaturen des Handshakes und in der Schlüsselableitung (${term('prf', 'PRF')}), und keines davon ist austauschbar. Nicht die Signatur des Zertifikats ist schwach. PCI DSS hat TLS 1.0 bis zum 30. Juni 2018 aus dem Kartenzahlungsverkehr vertrieben; RFC 8996 erklärt seit März 2021 beide Versionen für alle als überholt.`,
    ],
    question: () => 'Wer beendet diese Verbindung?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        server: {
          text: 'Der Server: Er ist zu alt für diesen Browser',
          reason:
            'Ein alter Server weiß nicht, was er nicht weiß. Er findet im Hello seine eigene Version, oder meint es, und antwortet.',
        },
        browser: {
          text: 'Der Browser, wenn er die Antwort liest',
          reason: ending
            ? `Schritt ${ending.step} nennt ${bestOf(run.trace, 'server')}, und das hat der Browser nicht angeboten. Er sendet ${ending.named}. Was jeder Client dazu ausgibt, steht unter dem Ablauf.`
            : `Er würde es, wenn die Antwort eine Version nennte, die er nicht angeboten hat. ${run.version} hat er angeboten.`,
        },
        nobody: {
          text: 'Niemand: Sie verbinden sich',
          reason: ending
            ? 'Einige Jahre lang taten Browser das, mit einer Warnung. Heutige hören hier auf, und es gibt nichts wegzuklicken.'
            : `Mit ${run.version}, das der Browser noch anbietet.`,
        },
      };
    },
    change: {
      label: 'Beste Version des Servers',
      options: {
        '0300': 'SSL 3.0',
        '0301': 'TLS 1.0',
        '0302': 'TLS 1.1',
        '0303': 'TLS 1.2',
      },
      task: 'Den Server aktualisieren, bis der Browser von heute sich verbindet.',
      done: (run) =>
        `${run.version} mit ${run.suite}: Der Browser bietet zwei Versionen an, und die ältere davon hat genügt.`,
    },
  },
  downgrade: {
    name: 'Downgrade',
    title: 'Warum alte Versionen gehen müssen',
    text: (run) => [
      rich`Auch eine alte Version, die nur in Reserve gehalten wird, ist eine Gefahr, wenn jemand dazwischen sie herbeiführen kann. Als Server an neuen Versionen scheiterten, versuchten es Browser noch einmal mit älteren; ${term('mallory', 'Mallory')} musste nur den ersten Versuch stören. So brachte POODLE Browser auf SSL 3.0 hinunter.`,
      run.trace.scenario.network.length > 0
        ? rich`Hier geht sie feiner vor. Beide Seiten sprechen ${bestOf(run.trace, 'browser')} und ${lastOf(run.trace, 'browser')}. Sie gibt der Erweiterung ${code('supported_versions')} im Hello eine Nummer, die niemand kennt, und für den Server sieht der Browser aus wie einer von TLS 1.2.`
        : rich`In diesem Durchlauf lässt sie alles durch. Beide Seiten sprechen ${bestOf(run.trace, 'browser')} und ${lastOf(run.trace, 'browser')}.`,
    ],
    question: (run) =>
      run.trace.scenario.network.length > 0
        ? 'TLS 1.2 ist auf beiden Seiten erlaubt. Was wird daraus?'
        : 'Niemand greift ein. Was wird daraus?',
    choices: (run) => {
      const ending = endingOf(run.trace);
      return {
        agree: {
          text: 'Sie verbinden sich',
          reason: ending
            ? 'Erlaubt heißt nicht gewählt. Jeder von beiden hätte TLS 1.3 genommen, und einer kann es merken.'
            : `Mit ${run.version}, dem Besten, was beide kennen.`,
        },
        browser: {
          text: 'Der Browser hört bei ServerHello auf',
          reason: ending
            ? `Der Zufallswert des Servers endet mit ${markOf(run.trace)}: So markiert ein Server, der TLS 1.3 kennt, jede Antwort darunter. Der Browser hatte mehr verlangt und sendet ${ending.named}.`
            : 'Er würde es, hätte der Server mit weniger geantwortet, als beide können.',
        },
        finished: {
          text: 'Es kommt bei Finished heraus',
          reason: ending
            ? 'Das würde es, denn die beiden haben verschiedene Hellos gesehen. Die Marke ist da, damit es herauskommt, bevor irgendetwas anderem vertraut wird.'
            : 'Beide haben dieselben Nachrichten gesehen, also passen beide Finished.',
        },
      };
    },
    change: {
      label: 'Mallory',
      options: { hides: 'verbirgt die Version', absent: 'ist nicht da' },
      task: 'Mallory von der Leitung nehmen und ausführen. Worauf einigen sich dieselben beiden jetzt?',
      done: (run) =>
        `${run.version}, und der Zufallswert des Servers ist bis zum letzten Byte Zufall. Der Schutz wirkt, weil beide Seiten die neuere Version kennen; eine Version, die abgeschaltet ist, braucht keinen.`,
    },
    more: 'Im Labor selbst Mallory sein',
  },
  'post-quantum': {
    name: 'Was kommt',
    title: 'Was als Nächstes kommt',
    text: (run) => [
      rich`Ein großer Quantencomputer bräche ${term('elliptic-curve', 'elliptische Kurven')} und RSA gleichermaßen. Keiner ist bekannt, der es kann, aber was heute mitgeschnitten wird, lässt sich dann öffnen. Darum kam der Schlüsselaustausch zuerst dran: ${{ strong: run.group }} verbindet eine Kurve mit ${term('ml-kem', 'ML-KEM')} und hält, solange eines von beiden hält (${term('hybrid', 'hybrid')}). Der Preis steht in den Hellos: ${run.bytes('client_hello')} und ${run.bytes('server_hello')} Byte.`,
      rich`Signaturen eilen weniger: Um eine zu fälschen, muss es den Computer geben, während die Verbindung entsteht. In Schritt ${run.number('verify_signature')} prüft der Browser die des Servers mit ${{ strong: provenBy(run.trace)[0] ?? '' }}.`,
    ],
    question: () => 'Was in diesem Durchlauf ruht allein auf Kurven oder RSA?',
    choices: (run) => {
      const inOrder = plainText(listOf(provenBy(run.trace), 'und'));
      const algorithms = plainText(listOf([...new Set(provenBy(run.trace))], 'und'));
      const hybrid = sharesHybrid(run.trace);
      return {
        exchange: {
          text: 'Der Schlüsselaustausch',
          reason: hybrid
            ? `${run.group} hat ein zweites Bein, das keine Kurve ist.`
            : `${run.group} ist eine Kurve und sonst nichts.`,
        },
        signatures: {
          text: 'Signaturen',
          reason: `Der Browser hat ${inOrder} geprüft: zuerst die des Handshakes, dann die in den Zertifikaten.`,
        },
        both: {
          text: 'Beides',
          reason: hybrid
            ? `Der Austausch nicht: ${run.group} ist hybrid.`
            : `Der Austausch (${run.group}) und die Signaturen (${algorithms}).`,
        },
        nothing: {
          text: 'Nichts mehr',
          reason: `${run.group} schützt, was gesendet wird. Der Beweis, wer es gesendet hat, ruht auf ${algorithms}.`,
        },
      };
    },
    change: {
      label: 'Schlüssel des Zertifikats',
      options: {
        tls13: 'ECDSA',
        'rsa-certificate': 'RSA',
        'post-quantum-certificate': 'ML-DSA-65',
      },
      task: 'Dem Server einen Schlüssel neuer Art geben, ausführen und die Größen vergleichen.',
      done: (run) =>
        `CertificateVerify hat jetzt ${plural(run.bytes('certificate_verify'), 'Byte', 'Byte')}, die Zertifikate ${plural(run.bytes('certificate'), 'Byte', 'Byte')}. Ein Beweis ist noch von alter Art: ${provenBy(run.trace).at(-1) ?? ''}, der des Root-Zertifikats. Neue Root-Zertifikate müssen erst in jeden Root-Store kommen.`,
    },
  },
};
