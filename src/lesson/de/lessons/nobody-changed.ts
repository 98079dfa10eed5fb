/** German: lesson 9, nobody changed a word. */
import { grouped, plural } from '../../catalog.ts';
import type { RunFacts } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { firstProtected } from '../../lessons/evidence.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

/** 'Server' of a run in which somebody noticed. */
const who = ({ end }: RunFacts): string => (end.noticedBy === 'server' ? 'Server' : 'Browser');

export const nobodyChanged: Readonly<Record<string, PartWords>> = {
  transcript: {
    name: 'Ein Hash für alles',
    title: 'Beide merken sich jedes Wort',
    text: (run) => {
      const hash = run.operation('hash', 'certificate_verify', 'server');
      return [
        hash
          ? rich`Jede Seite behält jede Handshake-Nachricht, der Reihe nach, so wie sie gesendet wurde oder ankam: das ${term('transcript', 'Transkript')}. In Schritt ${run.number('certificate_verify')} hat der Server ${hash.inputs[0]?.bytes.length ?? 0} Byte davon, bildet mit ${{ strong: hash.algorithm }} einen ${term('transcript-hash', 'Hash')} von ${hash.outputs[0]?.bytes.length ?? 0} Byte und signiert ihn, mit einer Zeile davor, die sagt, wofür die Signatur ist. Der Browser prüft die Signatur gegen den Hash seiner eigenen Kopie.`
          : rich`Jede Seite behält jede Handshake-Nachricht, der Reihe nach, so wie sie gesendet wurde oder ankam: das ${term('transcript', 'Transkript')}. Mallory hat unterwegs ein Bit geändert, also sind die zwei Kopien verschieden, und ihre Hashes auch.`,
        run.end.completed
          ? rich`Der Hash geht auch in jeden Schlüssel ein. Schritt ${run.number('derive_handshake_keys')} mischt ihn in die ${term('handshake-keys', 'Handshake-Schlüssel')}: Zwei Seiten, die nicht dasselbe gehört haben, haben nicht einmal dieselben Schlüssel.`
          : rich`Der ${who(run)} merkte es in Schritt ${run.end.at}, lange bevor eine Signatur kam: ${run.end.what} lässt sich nicht öffnen. Der Hash geht in jeden Schlüssel ein, also haben die zwei Seiten verschiedene, und er bricht mit ${{ code: run.end.alert }} ab.`,
      ];
    },
    question: () => 'Mallory kippt unterwegs ein Bit im Zufallswert des Servers. Wer merkt es zuerst?',
    choices: (run) => {
      const first = firstProtected(run.trace);
      return {
        signature: {
          text: 'Der Browser: Die Signatur in CertificateVerify passt nicht',
          reason:
            'Sie passte nicht, aber so weit kommt der Browser nicht. CertificateVerify kommt verschlüsselt.',
        },
        keys: {
          text: 'Der Browser: Die erste verschlüsselte Nachricht lässt sich nicht öffnen',
          reason: run.end.completed
            ? `Schritt ${(first?.index ?? 0) + 1}, ${first?.message ?? ''}, kommt unter Schlüsseln, in die der Hash über beide Hellos eingeht. Mit einem anderen Hello in seiner Kopie macht der Browser andere.`
            : `Schritt ${run.end.at}, ${run.end.what}: Der Server hat seine Schlüssel mit dem Hash über die Hellos gemacht, die er kennt, der Browser mit einem anderen.`,
        },
        server: {
          text: 'Der Server: Das Finished des Browsers passt nicht',
          reason: 'Es passte nicht, aber der Browser hat da längst abgebrochen.',
        },
        nobody: {
          text: 'Niemand: Eine Zufallszahl bedeutet nichts',
          reason: 'Sie bedeutet nichts, aber sie steht im Transkript, wie jedes Byte beider Hellos.',
        },
      };
    },
    change: {
      label: 'Mallory auf der Leitung',
      options: {
        nothing: 'ändert nichts',
        'server-random': 'kippt ein Bit in ServerHello.random',
        'client-random': 'kippt ein Bit in ClientHello.random',
      },
      task: 'Mallory dieses Bit kippen lassen und ausführen. Danach eines im Zufallswert des Browsers: Der Server nimmt ihn an, und wer merkt es?',
      done: (run) =>
        `Der ${who(run)} merkte es in Schritt ${run.end.at}: ${run.end.what} lässt sich mit Schlüsseln aus einem anderen Transkript nicht öffnen. Er bricht mit ${run.end.alert} ab.`,
    },
    more: 'Selbst Mallory sein',
  },
  finished: {
    name: 'Finished',
    title: 'Finished: Meinen beide denselben Handshake?',
    text: (run) => {
      const prf = run.operation('prf', 'client_finished', 'browser');
      const hashed = run.operation('hash', 'client_finished', 'browser')?.inputs[0]?.bytes.length ?? 0;
      const there = run.operation('hash', 'client_finished', 'server')?.inputs[0]?.bytes.length ?? 0;
      return [
        rich`Dieser Durchlauf ist ${run.version}, wie es vor RFC 7627 war. Die Signatur aus Schritt ${run.number('server_key_exchange')} gilt für beide Zufallswerte und für die Hälfte des Servers am ${term('key-exchange', 'Schlüsselaustausch')}, für sonst nichts. Was der Browser angeboten hat, könnte auf der Leitung jeder kürzen.`,
        run.end.completed
          ? rich`Dagegen hilft ${term('finished', 'Finished')}. In Schritt ${run.number('client_finished')} berechnet der Browser ${prf?.outputs[0]?.bytes.length ?? 0} Byte aus dem ${term('main-secret', 'Main Secret')} (in Texten zu TLS 1.2: Master Secret) und dem Hash der ${hashed} Byte, die er gesendet und gehört hat. Der Server berechnet dasselbe aus seiner Kopie und vergleicht.`
          : rich`Mallory hat Suites aus dem ClientHello gestrichen. Der Server wählte aus dem Rest, ${{ code: run.suite }}, und beide machten weiter. Der Browser hat ${hashed} Byte gehasht, der Server ${there}. In Schritt ${run.number('client_finished')} vergleicht der Server ${term('finished', 'Finished')} mit dem eigenen Wert und bricht mit ${{ code: run.end.alert }} ab.`,
      ];
    },
    question: () =>
      'Mallory sieht alle diese Nachrichten und kann sie auch hashen. Warum kann sie kein passendes Finished schreiben?',
    choices: (run) => {
      const secret = run.operation('prf', 'client_finished', 'browser')?.inputs[0];
      return {
        hash: {
          text: 'Nur Browser und Server können den Hash berechnen',
          reason:
            'Ein Hash braucht keinen Schlüssel. Sie berechnet ihn genauso, über die Nachrichten, wie sie ihr gefallen.',
        },
        key: {
          text: 'Sie bräuchte den privaten Schlüssel des Zertifikats',
          reason: 'Der signiert einmal, in ServerKeyExchange. An Finished hat er keinen Teil.',
        },
        secret: {
          text: 'Ihr fehlt das Geheimnis, das darin steckt',
          reason: `Finished entsteht mit dem ${valueLabel(secret?.name ?? '', valueNames)}, ${secret?.bytes.length ?? 0} Byte, die beide Seiten berechnet haben und die nie über die Leitung gingen.`,
        },
      };
    },
    change: {
      label: 'Mallory auf der Leitung',
      options: {
        nothing: 'ändert nichts',
        strip: 'lässt zwei Suites vom Angebot übrig',
      },
      task: 'Mallory Suites aus dem Angebot streichen lassen, wie sie es täte, um die eine zu bekommen, die sie brechen kann. Ausführen und sehen, wie weit die zwei kommen.',
      done: (run) => {
        const sent = run.operation('hash', 'client_finished', 'browser')?.inputs[0]?.bytes.length ?? 0;
        const heard = run.operation('hash', 'client_finished', 'server')?.inputs[0]?.bytes.length ?? 0;
        return `Sie kamen bis Schritt ${run.end.at}. Dort verglich der Server: ${grouped(heard)} Byte Handshake bei ihm, ${grouped(sent)} beim Browser. Er brach mit ${run.end.alert} ab, vor allen Daten. In TLS 1.3 sind schon die Schlüssel verschieden.`;
      },
    },
  },
  downgrade: {
    name: 'Heruntergehandelt',
    title: 'Heruntergehandelt auf eine ältere Version',
    text: (run) => [
      run.end.completed
        ? rich`Dieser Browser bietet TLS 1.2 und nichts Neueres an; sein ClientHello hat niemand angerührt. Der Server, der auch TLS 1.3 spricht, antwortet mit ${run.version}.`
        : rich`Der Browser bietet TLS 1.3 und 1.2 an. Mallory gibt der Erweiterung ${term('supported-versions', 'supported_versions')} unterwegs eine andere Nummer. Der Server sieht also einen Browser, der nur TLS 1.2 kennt, und antwortet mit ${run.version}. Ältere Versionen haben Schwächen; darauf hat Mallory es abgesehen.`,
      rich`Der ${term('random', 'Zufallswert')} des Servers, im Durchlauf markiert, endet auf ${{ code: run.endOfRandom }}. Bei Servern, die nur TLS 1.2 sprechen, stehen dort zufällige Bytes; hier lohnt es sich, sie als ASCII zu lesen.`,
    ],
    question: () => 'Wer kann an diesen Bytes erkennen, dass sich jemand eingemischt hat?',
    choices: ({ end }) => ({
      every: {
        text: 'Jeder Browser, der sie bekommt',
        reason:
          'Ein Browser, der TLS 1.2 und nichts Neueres anbietet, bekommt von diesem Server dieselben Bytes, und niemand hat sich eingemischt.',
      },
      offered: {
        text: 'Ein Browser, der TLS 1.3 angeboten hat',
        reason: end.completed
          ? 'Sie heißen DOWNGRD: Ich kann mehr und wurde nicht darum gebeten. Dieser Browser hat nicht darum gebeten, also macht er weiter.'
          : `Sie heißen DOWNGRD: So kennzeichnet ein Server, der TLS 1.3 spricht, jede Antwort darunter (RFC 9846 §4.2.3). Dieser Browser hatte um mehr gebeten, also bricht er in Schritt ${end.at} mit ${end.alert} ab. Unbemerkt wegwischen kann Mallory das Zeichen nicht: Mit ECDHE gilt die Signatur des Servers auch für den Zufallswert.`,
      },
      server: {
        text: 'Der Server, der sie geschrieben hat',
        reason:
          'Für den Server sieht der Browser aus wie ein alter. Wer das Angebot gekürzt hat, kann er nicht wissen.',
      },
      nobody: {
        text: 'Niemand: Ein Zufallswert ist Zufall',
        reason: 'Der Rest ist es. Diese Bytes sind in jeder Antwort dieser Art dieselben.',
      },
    }),
    change: {
      label: 'Dieser Browser bietet an',
      options: {
        both: 'TLS 1.3 und 1.2, mit Mallory',
        old: 'nur TLS 1.2, ohne Mallory',
      },
      task: 'Einen Browser nehmen, der nur TLS 1.2 kennt, ohne Mallory, und ausführen. Der Server hinterlässt dasselbe Zeichen.',
      done: (run) =>
        `${run.version}, verbunden. Der Zufallswert endet wieder auf ${run.endOfRandom}, aber dieser Browser hat nichts Neueres angeboten. Wer das Angebot gekürzt hat, kann der Server nicht wissen; der Browser schon.`,
    },
  },
  records: {
    name: 'Jeder Record',
    title: 'Nach dem Handshake: jeder Record für sich',
    text: (run) => {
      const open = run.operation('open', 'application_data_1');
      const cut = run.trace.outcome.kind === 'stalled';
      const replayed = run.number('unreadable_record') > 0;
      return [
        rich`Finished gilt für den Handshake. Was danach kommt, ist ${term('symmetric-encryption', 'symmetrisch verschlüsselt')} und ${term('record', 'Record')} für Record geschützt, mit ${{ strong: open?.algorithm ?? '' }}: Ein ${term('aead', 'AEAD')} verschlüsselt und fügt ein ${term('tag', 'Tag')} an. Die Anfrage dieses Durchlaufs hat ${run.bytes('application_data_1')} Byte auf der Leitung, das Tag inbegriffen.`,
        cut
          ? rich`Mallory hat die Leitung hinter der Antwort gekappt. Was vorher kam, ist vollständig und unverändert. Aber niemand hat sich verabschiedet: Ohne ${term('close-notify', 'close_notify')} kann der Empfänger nicht wissen, ob noch mehr gekommen wäre. Das heißt ${term('truncation', 'Truncation')}.`
          : replayed
            ? rich`Mallory hat den Record aus Schritt ${run.number('application_data_1')} ein zweites Mal gesendet, unverändert: ein ${term('replay', 'Replay')}. In die ${term('nonce', 'Nonce')} geht die Nummer des Records ein: Der Server erwartet den nächsten, und die Kopie lässt sich nicht öffnen.`
            : rich`Mallory kann den Record nicht lesen, aber sie weiß, wo die ersten Buchstaben der Anfrage liegen, und hat dort Bits gekippt. Ein Bit, das im Ciphertext kippt, kippt auch in den Daten: Ohne Tag käme statt GET ein anderes Wort an.`,
      ];
    },
    question: () => 'Mallory kippt Bits in einem Record, den sie nicht lesen kann. Wer merkt es?',
    choices: (run) => ({
      nobody: {
        text: 'Niemand: Die Daten kommen nur verstümmelt an',
        reason:
          'So wäre es mit Verschlüsselung allein. Ein AEAD gibt gar keine Daten heraus, wenn das Tag nicht passt.',
      },
      end: {
        text: 'Beide, am Ende der Verbindung',
        reason: 'Am Ende gibt es keine Prüfung. Die Anfrage wäre da längst ausgeführt.',
      },
      tag: {
        text: 'Der Empfänger, bei genau diesem Record',
        reason:
          run.end.what === 'ApplicationData'
            ? `In Schritt ${run.end.at} berechnet der ${who(run)} das Tag neu, kommt auf ein anderes und bricht mit ${run.end.alert} ab. Für ein passendes braucht es den Schlüssel.`
            : 'Er berechnet das Tag neu, bevor er in die Daten sieht. Für ein passendes braucht es den Schlüssel.',
      },
    }),
    change: {
      label: 'Mallory auf der Leitung',
      options: {
        flip: 'kippt Bits der Anfrage',
        replay: 'sendet die Anfrage ein zweites Mal',
        cut: 'kappt die Leitung hinter der Antwort',
      },
      task: 'Mallory denselben Record unverändert ein zweites Mal senden lassen: zweimal bezahlt, wenn es ginge. Danach die Leitung kappen lassen; das kann niemand verhindern.',
      done: (run) =>
        `Die Kopie lässt sich nicht öffnen: Der ${who(run)} bricht in Schritt ${run.end.at} mit ${run.end.alert} ab. ${plural(run.bytes('application_data_1'), 'Byte', 'Byte')}, alle richtig, nur an der falschen Stelle der Reihe.`,
    },
    more: 'Selbst Mallory sein',
  },
};
