/** German: lesson 3, two halves of a secret. */
import { grouped } from '../../catalog.ts';
import { digitsOf } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const twoHalves: Readonly<Record<string, PartWords>> = {
  small: {
    name: 'Kleine Zahlen',
    title: 'Ein Geheimnis, öffentlich vereinbart',
    text: (run) => {
      const [, half, prime] = run.operation('agree')?.inputs ?? [];
      return [
        rich`Mit ${term('diffie-hellman', 'Diffie-Hellman')} vereinbaren zwei Seiten ein Geheimnis, während alle zuhören. Primzahl und Basis sind öffentlich. Jede Seite wählt eine geheime Zahl, potenziert die Basis damit und sendet den Rest modulo der Primzahl: Das ist ihre Hälfte. Was sie empfängt, potenziert sie mit der eigenen geheimen Zahl, und beide kommen auf dasselbe Ergebnis. Die geheimen Zahlen lassen sich unten wählen.`,
        rich`Das laufende Beispiel macht dasselbe mit einer Primzahl von ${(prime?.bytes.length ?? 0) * 8} Bit, das sind ${digitsOf(prime?.bytes)} Stellen. Schritt ${run.number('server_key_exchange')} enthält Primzahl, Basis und die Hälfte des Servers, Schritt ${run.number('client_key_exchange')} die Hälfte des Browsers, je ${half?.bytes.length ?? 0} Bytes.`,
      ];
    },
    question: (run) => `Was davon ging in diesem Durchlauf mit ${run.suite} über die Leitung?`,
    choices: (run) => ({
      halves: {
        text: 'Primzahl, Basis und beide Hälften',
        reason: `Schritte ${run.number('server_key_exchange')} und ${run.number('client_key_exchange')}, im Klartext. Für den Weg von einer Hälfte zurück zu ihrer geheimen Zahl (den diskreten Logarithmus) kennt niemand ein Verfahren, das fertig würde.`,
      },
      numbers: {
        text: 'Auch die beiden geheimen Zahlen',
        reason:
          'Sie verlassen nie die Seite, die sie gewählt hat. Im kleinen Beispiel findet Eve eine durch Probieren, weil es so wenige gibt.',
      },
      secret: {
        text: 'Das Ergebnis, verschlüsselt mit dem öffentlichen Schlüssel des Servers',
        reason:
          'Das ist der RSA-Schlüsselaustausch, ein anderes Verfahren. Hier wird nichts verschlüsselt und nichts Geheimes gesendet: Beide Seiten berechnen das Ergebnis.',
      },
    }),
    change: {
      label: 'Primzahl des Servers',
      options: {
        ffdhe2048: '2 048 Bit (ffdhe2048)',
        ffdhe3072: '3 072 Bit (ffdhe3072)',
        modp1024: '1 024 Bit, wie früher üblich',
      },
      task: 'Den Server eine größere Primzahl benutzen lassen und ausführen. Auf die Länge seiner Hälfte im ServerKeyExchange achten.',
      done: (run, before) => {
        const [, half, prime] = run.operation('agree')?.inputs ?? [];
        return `Die Primzahl hat jetzt ${digitsOf(prime?.bytes)} Stellen. Jede Hälfte hat ${grouped(half?.bytes.length ?? 0)} Bytes statt ${grouped(before.operation('agree')?.inputs[1]?.bytes.length ?? 0)}, ServerKeyExchange ${grouped(run.bytes('server_key_exchange'))} statt ${grouped(before.bytes('server_key_exchange'))}.`;
      },
    },
  },
  x25519: {
    name: 'Die echten',
    title: 'Die zwei Hälften dieses Durchlaufs',
    text: (run) => {
      const agree = run.operation('agree', 'derive_handshake_keys');
      return [
        rich`Heute sind die Zahlen Punkte auf einer elliptischen Kurve, und kürzer. Die Idee bleibt: eine geheime Zahl, eine Hälfte für alle. In TLS 1.3 heißen die Hälften ${term('key-share', 'Key Shares')}. Der Browser sendet seine schon im ClientHello, der Server antwortet im ServerHello.`,
        rich`Dieser Durchlauf hat sich auf ${{ strong: run.group }} geeinigt. Jede Hälfte ist ${agree?.inputs[1]?.bytes.length ?? 0} Bytes lang. In Schritt ${run.number('server_hello')} berechnet der Server ${agree?.outputs[0]?.bytes.length ?? 0} Bytes Geheimnis, in Schritt ${run.number('derive_handshake_keys')} der Browser dieselben. Keines davon wird je gesendet.`,
      ];
    },
    question: () => 'Womit rechnet der Browser?',
    choices: (run) => {
      const agree = run.operation('agree', 'derive_handshake_keys');
      return {
        'one-each': {
          text: 'Mit seiner privaten Hälfte und der öffentlichen Hälfte des Servers',
          reason: `So steht es bei den Eingaben der Operation: ${agree?.inputs.map(({ name }) => valueLabel(name, valueNames)).join(' und ') ?? ''}. Der Server macht es umgekehrt.`,
        },
        'both-public': {
          text: 'Mit den beiden öffentlichen Hälften',
          reason: 'Die hat auch Eve. Wenn sie genügten, hätte sie das Geheimnis ebenfalls.',
        },
        'both-private': {
          text: 'Mit den beiden privaten Hälften',
          reason: 'Die private Hälfte des Servers verlässt den Server nie.',
        },
        certificate: {
          text: 'Mit seiner privaten Hälfte und dem öffentlichen Schlüssel des Zertifikats',
          reason: `Dieser Schlüssel hat mit dem Geheimnis nichts zu tun. Mit ihm wird in Schritt ${run.number('verify_signature')} eine Signatur geprüft.`,
        },
      };
    },
    change: {
      label: 'Gruppe',
      options: { '001d': 'x25519', '0017': 'secp256r1', '0018': 'secp384r1', '0019': 'secp521r1' },
      task: 'Den Browser eine andere Kurve anbieten lassen und ausführen. Die Längen vergleichen.',
      done: (run, before) => {
        const agree = run.operation('agree', 'derive_handshake_keys');
        const earlier = before.operation('agree', 'derive_handshake_keys');
        return `${run.group}: Eine Hälfte hat ${grouped(agree?.inputs[1]?.bytes.length ?? 0)} Bytes statt ${earlier?.inputs[1]?.bytes.length ?? 0}, weil ein Byte für das Format und beide Koordinaten des Punktes gesendet werden. Das Geheimnis hat ${agree?.outputs[0]?.bytes.length ?? 0}.`;
      },
    },
  },
  whose: {
    name: 'Wessen Hälfte?',
    title: 'Wessen Hälfte ist es?',
    text: (run) => {
      const sign = run.operation('sign', 'server_key_exchange');
      return [
        rich`Diffie-Hellman schützt vor allen, die nur zuhören. Wessen Hälfte angekommen ist, sagt es nicht: ${term('mallory', 'Mallory')}, die unterwegs alles ändern kann, könnte jeder Seite eine eigene Hälfte schicken und hätte mit beiden ein Geheimnis.`,
        sign
          ? rich`Deshalb signiert der Server seine Hälfte, in Schritt ${run.number('server_key_exchange')} dieses Durchlaufs mit ${run.version}: ${sign.outputs[0]?.bytes.length ?? 0} Bytes ${{ strong: sign.algorithm }}. Unterwegs ändert Mallory ein Bit der Hälfte.`
          : rich`Dieser Durchlauf benutzt ${{ strong: run.suite }}: In Schritt ${run.number('server_key_exchange')} sendet der Server seine Hälfte ohne ${term('signature', 'Signatur')}, ein ${term('anonymous-key-exchange', 'anonymer Schlüsselaustausch')}. Unterwegs ändert Mallory ein Bit davon.`,
      ];
    },
    question: () => 'Wer bemerkt, dass die Hälfte geändert wurde?',
    choices: (run) => {
      const signed = run.operation('sign', 'server_key_exchange') !== undefined;
      return {
        signature: {
          text: 'Der Browser, an der Signatur',
          reason: signed
            ? `Schritt ${run.number('verify_signature')}: Die Signatur passt nicht zu der Hälfte, die angekommen ist. Eine andere kann Mallory ohne den privaten Schlüssel des Servers nicht erzeugen.`
            : 'Hier signiert niemand: Das besagt anon im Namen der Suite.',
        },
        finished: {
          text: 'Der Server, wenn sich ein Record nicht öffnen lässt',
          reason: signed
            ? 'Verschiedene Hälften ergeben verschiedene Geheimnisse, also fiele es auf. Aber der Browser prüft die Signatur, bevor er seine eigene Hälfte sendet.'
            : `Schritt ${run.number('client_finished')}: Mit verschiedenen Hälften haben beide verschiedene Geheimnisse berechnet.`,
        },
        nobody: {
          text: 'Niemand: Eine Hälfte ist ohnehin eine Zufallszahl',
          reason:
            'Ein Bit genügt, damit die Geheimnisse verschieden sind; am Ende fällt es also jemandem auf. Eine Mallory, die gültige eigene Hälften verteilt, bliebe unbemerkt, wo niemand signiert.',
        },
      };
    },
    change: {
      label: 'Hälfte des Servers',
      options: { signed: 'signiert (ECDHE_ECDSA)', anonymous: 'nicht signiert (ECDH_anon)' },
      task: 'Beide Seiten eine anonyme Suite benutzen lassen und ausführen. Darauf achten, wie viel später die Änderung auffällt.',
      done: (run, before) =>
        `${run.suite}: bemerkt in Schritt ${run.end.at} statt ${before.end.at}, und nur, weil die Geheimnisse verschieden sind. Mit einer eigenen Hälfte für jede Seite hätte Mallory beide Geheimnisse, und niemand widerspräche. Kein Browser bietet solche Suites an.`,
    },
    more: 'Andere Bytes selbst ändern',
  },
  hybrid: {
    name: 'Der Hybrid',
    title: 'Ein zweites Geheimnis, für später',
    text: (run) => {
      const kem = run.operation('decapsulate', 'derive_handshake_keys');
      const whole = run.operation('concatenate', 'derive_handshake_keys');
      return [
        rich`Ein großer Quantencomputer fände zu einer Hälfte die geheime Zahl, auf jeder Kurve. ${term('eve', 'Eve')} kann heute mitschneiden und darauf warten. Deshalb nehmen Browser ein zweites, ${term('post-quantum', 'Post-Quanten-Geheimnis')} aus ${term('ml-kem', 'ML-KEM')} hinzu, für das keine solche Abkürzung bekannt ist.`,
        kem
          ? rich`Das ist kein Diffie-Hellman. Der Browser sendet einen öffentlichen Schlüssel von ${run.operation('encapsulate')?.inputs[0]?.bytes.length ?? 0} Bytes, der Server erzeugt damit ein Geheimnis und gibt ${kem.inputs[1]?.bytes.length ?? 0} Bytes zurück, in denen nur der Browser es findet. In ${{ strong: run.group }} stehen die beiden Geheimnisse hintereinander: ${whole?.inputs.map(({ bytes }) => bytes.length).join(' + ')} Bytes.`
          : rich`Dieser Durchlauf hat sich auf ${{ strong: run.group }} allein geeinigt: ${run.operation('agree', 'derive_handshake_keys')?.outputs[0]?.bytes.length ?? 0} Bytes Geheimnis, und nichts daneben.`,
      ];
    },
    question: (run) =>
      `Jahre später kann Eve das Geheimnis der elliptischen Kurve aus diesem Mitschnitt berechnen. Kennt sie dann das gemeinsame Geheimnis von ${run.group}?`,
    choices: (run) => {
      const whole = run.operation('concatenate', 'derive_handshake_keys');
      const parts = whole?.inputs.map(({ bytes }) => bytes.length) ?? [];
      return {
        half: {
          text: 'Nein: Ihr fehlt der Teil aus ML-KEM',
          reason: whole
            ? `Sie hat einen von zwei Teilen, und alle Schlüssel kommen aus beiden. Fällt stattdessen ML-KEM, hält noch die Kurve: Deshalb sind es ${parts.length}.`
            : 'In diesem Durchlauf gibt es keinen Teil aus ML-KEM.',
        },
        all: {
          text: 'Ja: Ein gebrochenes Verfahren genügt',
          reason: whole
            ? 'Bei einer Kurve allein wäre es so. Ein Hybrid fällt erst, wenn beide Teile fallen.'
            : `Hier ist es so: Zwischen ihr und den Schlüsseln steht nur ${run.group}.`,
        },
        signature: {
          text: 'Nein: Die Signatur des Zertifikats schützt es weiterhin',
          reason:
            'Eine Signatur zeigt im Moment des Handshakes, von wem die Hälfte kommt. Sie verbirgt nichts, weder jetzt noch später.',
        },
      };
    },
    change: {
      label: 'Gruppe',
      options: { '11ec': 'X25519MLKEM768', '11eb': 'SecP256r1MLKEM768', '001d': 'nur x25519' },
      task: 'Das zweite Geheimnis weglassen und ausführen, um zu sehen, was es kostet.',
      done: (run, before) =>
        `Mit ${run.group} allein hat ClientHello ${grouped(run.bytes('client_hello'))} Bytes statt ${grouped(before.bytes('client_hello'))}, ServerHello ${grouped(run.bytes('server_hello'))} statt ${grouped(before.bytes('server_hello'))}. Der Hybrid kostet Bytes, aber keinen Roundtrip; ohne ihn öffnet eine gebrochene Kurve den Mitschnitt.`,
    },
  },
};
