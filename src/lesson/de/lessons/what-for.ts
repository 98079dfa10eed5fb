/** German: lesson 1, what a handshake is for. */
import { plural } from '../../catalog.ts';
import type { whatFor as english } from '../../en/lessons/what-for.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const whatFor: typeof english = {
  wire: {
    name: 'Offene Leitung',
    title: 'Jeder kann an der Leitung sitzen',
    text: (run) => [
      rich`Der Browser möchte ${{ code: run.request }} von ${{ strong: run.host }}. Dazwischen liegen Leitungen und Funkstrecken, die anderen gehören. ${term('eve', 'Eve')} steht für alle, die kopieren, was vorbeikommt.`,
      rich`${term('tls', 'TLS')}, Transport Layer Security, ist das, was das s in https hinzufügt. Bevor damit Daten fließen, tauschen beide Seiten Nachrichten aus, um sich auf Schlüssel zu einigen: den Handshake. Das laufende Beispiel ist einer, eben in dieser Seite entstanden, mit einer ersten Anfrage dahinter.`,
      rich`${run.eve.seen} Nachrichten gingen über die Leitung, und Eve hat jedes Byte davon. Die erste, in Schritt ${run.number('client_hello')}, ist der Gruß des Browsers, ein ClientHello von ${run.bytes('client_hello')} Bytes.`,
    ],
    question: (run) => `Eve hat eine Kopie aller ${run.eve.seen} Nachrichten. Was kann sie lesen?`,
    choices: (run) => ({
      all: {
        text: 'Alle: Sie hat ja jedes Byte',
        reason: 'Die Bytes hat sie, aber die meisten wurden mit Schlüsseln verschlüsselt, die ihr fehlen.',
      },
      some: {
        text: 'Die ersten, bis es Schlüssel gibt',
        reason: `${run.eve.read} von ${run.eve.seen}. Auf einen Schlüssel müssen sich beide erst einigen, und das braucht Nachrichten, die jeder lesen kann.`,
      },
      none: {
        text: 'Keine: Das ist ja TLS',
        reason:
          'TLS beginnt im Klartext. Solange beide keinen Schlüssel teilen, haben sie nichts, womit sie verschlüsseln könnten.',
      },
    }),
    change: {
      label: 'Pfad, den der Browser anfragt',
      task: 'Eine andere Seite anfragen und ausführen. Dann die letzten Schritte öffnen und die Bytes auf der Leitung mit dem Inhalt vergleichen.',
      done: (run) =>
        `Die Anfrage ist ${run.request}, ${plural(run.bytes('application_data_1'), 'Byte', 'Bytes')} auf der Leitung. Eve liest weiterhin ${run.eve.read} von ${run.eve.seen} Nachrichten.`,
    },
  },
  'one-key': {
    name: 'Ein Schlüssel für zwei',
    title: 'Ein Schlüssel, den beide haben',
    text: (run) => {
      const seal = run.operation('seal', 'application_data_1');
      return [
        rich`Bei symmetrischer Verschlüsselung macht ein Schlüssel beides: Er verschließt eine Nachricht und öffnet sie. Das ist schnell, darum reisen alle Daten einer Verbindung so. Verschlossen wird jeweils ein ${term('record', 'Record')}. Hier verschließt der Browser seine Anfrage mit ${{ strong: seal?.algorithm ?? '' }} und einem Schlüssel von ${(seal?.inputs[0]?.bytes.length ?? 0) * 8} Bit.`,
        rich`Ein Problem bleibt: Beide müssen diesen Schlüssel haben, und zwischen ihnen liegt allein die Leitung, die Eve kopiert. Ein Schlüssel, der im Klartext reist, wäre auch Eves Schlüssel. Dieses eine Problem löst der Handshake.`,
      ];
    },
    question: () => 'Der Server öffnet diesen Record. Mit welchem Schlüssel?',
    choices: (run) => ({
      same: {
        text: 'Mit demselben, den der Browser benutzt hat',
        reason: `Beide haben ihn für sich berechnet: ${valueLabel(run.operation('seal', 'application_data_1')?.inputs[0]?.name ?? '', valueNames)} ist der Schlüssel beider Operationen, seal und open. Die Antwort in Schritt ${run.number('application_data_2')} verschließt ein anderer Schlüssel, den auch beide haben.`,
      },
      sent: {
        text: 'Mit einem Schlüssel, der mit der Anfrage kam',
        reason: 'Dann hätte ihn auch Eve. Keine Nachricht dieses Durchlaufs trägt den Schlüssel.',
      },
      other: {
        text: 'Mit seinem eigenen privaten Schlüssel',
        reason: `Der private Schlüssel des Servers berührt in ${run.version} keine Daten. Er signiert nur, einmal, im Handshake.`,
      },
    }),
    change: {
      label: 'Cipher Suite des Servers',
      options: {
        '1301': 'TLS_AES_128_GCM_SHA256',
        '1302': 'TLS_AES_256_GCM_SHA384',
        '1303': 'TLS_CHACHA20_POLY1305_SHA256',
      },
      task: 'Eine Cipher Suite ist der Satz von Algorithmen, den beide benutzen. Den Server eine andere wählen lassen und ausführen. Auf Algorithmus und Länge des Schlüssels achten.',
      done: (run) => {
        const seal = run.operation('seal', 'application_data_1');
        return `${run.suite}: Der Record ist jetzt mit ${seal?.algorithm ?? ''} und einem Schlüssel von ${(seal?.inputs[0]?.bytes.length ?? 0) * 8} Bit verschlossen, und wieder ist es ein Schlüssel, den beide haben.`;
      },
    },
  },
  'two-keys': {
    name: 'Zwei Schlüssel',
    title: 'Zwei Schlüssel, die zusammengehören',
    text: (run) => {
      const sign = run.operation('sign', 'certificate_verify');
      return [
        rich`Public-Key-Verfahren arbeiten mit zwei Schlüsseln. Der ${term('private-key', 'private Schlüssel')} bleibt, wo er erzeugt wurde; den ${term('public-key', 'öffentlichen Schlüssel')} darf jeder kennen. Was der private Schlüssel signiert, kann jeder mit dem öffentlichen prüfen.`,
        rich`Manche Paare, etwa die von ${term('rsa', 'RSA')}, können noch etwas: Was irgendjemand mit dem öffentlichen Schlüssel verschlüsselt, entschlüsselt nur der private. Beides hilft gegen das Problem des gemeinsamen Schlüssels.`,
        rich`In Schritt ${run.number('certificate_verify')} signiert der Server mit ${{ strong: sign?.algorithm ?? '' }}, was bis dahin gesagt wurde. Die ${term('signature', 'Signatur')} ist ${sign?.outputs[0]?.bytes.length ?? 0} Bytes lang. In Schritt ${run.number('verify_signature')} prüft sie der Browser.`,
      ];
    },
    question: () => 'Was braucht der Browser, um diese Signatur zu prüfen?',
    choices: (run) => ({
      public: {
        text: 'Den öffentlichen Schlüssel aus dem Zertifikat',
        reason: `Schritt ${run.number('verify_signature')} nimmt ihn aus dem Zertifikat von Schritt ${run.number('certificate')}. Nichts Geheimes geht in die Prüfung ein.`,
      },
      secret: {
        text: 'Den privaten Schlüssel des Servers',
        reason: 'Der verlässt den Server nie. Wer ihn hätte, könnte im Namen des Servers signieren.',
      },
      session: {
        text: 'Den Schlüssel, den beide teilen',
        reason: 'Der verschlüsselt den Record um die Signatur herum. Die Prüfung selbst ginge auch ohne ihn.',
      },
    }),
    change: {
      label: 'Schlüssel des Zertifikats',
      options: { ecdsa: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' },
      task: 'Dem Server einen Schlüssel anderer Art geben und ausführen. Das Verfahren ändert sich; wer welchen Schlüssel braucht, bleibt gleich.',
      done: (run) => {
        const sign = run.operation('sign', 'certificate_verify');
        return `Jetzt signiert der Server mit ${sign?.algorithm ?? ''}, und die Signatur ist ${plural(sign?.outputs[0]?.bytes.length ?? 0, 'Byte', 'Bytes')} lang. Der Browser braucht wieder allein den öffentlichen Schlüssel.`;
      },
    },
  },
  'five-steps': {
    name: 'Fünf Schritte',
    title: 'Die fünf Schritte, wie sie meist erzählt werden',
    text: (run) => [
      rich`Die meisten Texte erzählen den Handshake in fünf Schritten. Beide grüßen und einigen sich auf eine ${term('cipher-suite', 'Cipher Suite')}; der Server sendet sein ${term('certificate', 'Zertifikat')}; der Browser prüft es und sendet ein Geheimnis, verschlüsselt mit dem öffentlichen Schlüssel; der Server entschlüsselt es; von da an benutzen beide symmetrische Schlüssel.`,
      run.operation('rsa-encrypt')
        ? rich`Dieser Durchlauf ist ${run.version} mit ${{ strong: run.suite }}. In Schritt ${run.number('client_key_exchange')} sendet der Browser ein ClientKeyExchange von ${run.bytes('client_key_exchange')} Bytes; Schritt ${run.number('decrypt_premaster_secret')} ist, was der Server daraus macht.`
        : rich`Dieser Durchlauf ist ${run.version} mit ${{ strong: run.suite }}: Hier sendet keine Seite ein Geheimnis. Jede sendet eine öffentliche Hälfte und berechnet den Rest.`,
    ],
    question: (run) => `Wie gelangt das Geheimnis in diesem Durchlauf von ${run.version} zum Server?`,
    choices: (run) => ({
      clear: {
        text: 'Im Klartext, in einem der Hellos',
        reason: 'Die Hellos tragen Zufallswerte, die jeder kennen darf. Sie sind kein Geheimnis.',
      },
      encrypted: {
        text: 'Verschlüsselt mit dem öffentlichen Schlüssel des Zertifikats',
        reason: run.operation('rsa-encrypt')
          ? `Schritt ${run.number('client_key_exchange')}: ${run.operation('rsa-encrypt')?.inputs[1]?.bytes.length ?? 0} Bytes Premaster Secret gehen hinein, ${run.operation('rsa-encrypt')?.outputs[0]?.bytes.length ?? 0} verschlüsselte Bytes kommen heraus. Die Schlüssel der Verbindung werden daraus berechnet; keiner davon wird gesendet.`
          : 'Diesen Schritt gibt es in diesem Durchlauf nicht.',
      },
      'not-at-all': {
        text: 'Gar nicht: Beide berechnen es',
        reason: run.operation('rsa-encrypt')
          ? 'So ist es mit Diffie-Hellman, und in TLS 1.3 immer. Dieser Durchlauf benutzt den RSA-Schlüsselaustausch.'
          : `In ${run.group} sendet jede Seite eine öffentliche Hälfte. Eve hat beide Hälften und trotzdem nicht das Geheimnis.`,
      },
    }),
    change: {
      label: 'Art des Handshakes',
      options: {
        'tls12-rsa-key-exchange': 'TLS 1.2, RSA-Schlüsselaustausch',
        tls12: 'TLS 1.2, ECDHE',
        tls13: 'TLS 1.3',
      },
      task: 'Einen Handshake wählen, in dem kein Geheimnis gesendet wird, und ihn ausführen. Der Schritt, in dem der Server entschlüsselt, verschwindet.',
      done: (run) =>
        `In ${run.version} mit ${run.group} wird kein Geheimnis gesendet, auch nicht verschlüsselt: Beide berechnen es. Lektion 3 zeigt, wie.`,
    },
    more: 'Mit TLS 1.3 vergleichen',
  },
};
