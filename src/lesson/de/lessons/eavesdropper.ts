/** German: lesson 2, what the eavesdropper sees. */
import { grouped } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';

export const eavesdropper: Readonly<Record<string, PartWords>> = {
  name: {
    name: 'Ein Name',
    title: 'Ein Name im Klartext',
    text: (run) => [
      rich`Ein Server betreibt oft viele Websites. Der Browser muss deshalb sagen, welche er will, bevor der Server ein ${term('certificate', 'Zertifikat')} auswählen kann. Zu diesem Zeitpunkt gibt es noch keinen Schlüssel: Der Name steht in der Erweiterung ${term('server-name', 'server_name')} des ClientHello.`,
      rich`Das ClientHello dieses Durchlaufs ist ${run.bytes('client_hello')} Bytes lang. ${term('eve', 'Eve')}, die kopiert, was vorbeikommt, kopiert auch das. Die markierten Bytes ergeben ${{ strong: run.host }}, eines für jedes der ${run.host.length} Zeichen.`,
    ],
    question: () => 'Eve kopiert dieses ClientHello. Was kann sie höchstens notieren?',
    choices: (run) => ({
      size: {
        text: 'Größe und Uhrzeit, sonst nichts',
        reason: 'Die auch. Aber noch ist kein Schlüssel vereinbart, also kann sie jedes Byte lesen.',
      },
      name: {
        text: `Auch den Namen, ${run.host}`,
        reason: `${grouped(run.host.length)} Bytes ASCII, im laufenden Beispiel markiert. Encrypted Client Hello (RFC 9849) kann den Namen verbergen; dieser Browser benutzt es nicht.`,
      },
      page: {
        text: `Auch die Seite: ${run.request}`,
        reason: `Der Pfad gehört zur Anfrage. Das ist Schritt ${run.number('application_data_1')}, gesendet unter Anwendungsschlüsseln.`,
      },
    }),
    change: {
      label: 'Hostname',
      task: 'Einen anderen Namen eingeben, etwa garden.example.org, und ausführen. Das ClientHello wächst oder schrumpft um genau die geänderten Buchstaben.',
      refused: 'Das ist kein Hostname: Kleinbuchstaben, Ziffern, Bindestriche und mindestens ein Punkt.',
      done: (run, before) =>
        `${run.host} hat ${grouped(run.host.length)} Zeichen statt ${before.host.length}, das ClientHello ${grouped(run.bytes('client_hello'))} Bytes statt ${grouped(before.bytes('client_hello'))}. Den Namen kann jeder unterwegs lesen.`,
    },
  },
  certificate: {
    name: 'Was 1.3 verbirgt',
    title: 'Was TLS 1.3 verbirgt',
    text: (run) => [
      run.message('certificate')?.level === 'plaintext'
        ? rich`In ${run.version} bleibt der Handshake ${term('plaintext', 'lesbar')}, bis jede Seite ChangeCipherSpec sendet. Von den ${run.eve.seen} Nachrichten dieses Durchlaufs liest Eve ${run.eve.read}.`
        : rich`In ${run.version} gibt es Schlüssel, sobald beide Hellos da sind. Von den ${run.eve.seen} Nachrichten dieses Durchlaufs liest Eve ${run.eve.read}.`,
      rich`Schritt ${run.number('certificate')} ist das ${term('certificate', 'Zertifikat')} des Servers, ${run.bytes('certificate')} Bytes auf der Leitung. Bewiesen ist damit noch nichts; der Browser prüft es in Schritt ${run.number('validate_chain')}.`,
    ],
    question: (run) =>
      `Was erfährt Eve in diesem Durchlauf mit ${run.version} aus der Nachricht Certificate?`,
    choices: (run) => {
      const open = run.message('certificate')?.level === 'plaintext';
      return {
        reads: {
          text: 'Alles, was darin steht: Namen, Aussteller, Daten',
          reason: open
            ? `Es geht unverändert über die Leitung. Auch ohne server_name fände sie darin ${run.trace.scenario.server.names.join(' und ')}.`
            : 'Hier ist es mit Handshake-Schlüsseln verschlüsselt. Im Klartext steht es in TLS 1.2.',
        },
        size: {
          text: 'Nur, wie lang es ist',
          reason: open
            ? 'So ist es in TLS 1.3: Dort gibt es die Schlüssel, bevor das Zertifikat gesendet wird.'
            : `Ein Record von ${grouped(run.bytes('certificate'))} Bytes, dessen Inhalt nur die beiden Seiten öffnen können.`,
        },
        key: {
          text: 'Alles, und damit auch den Schlüssel des Servers',
          reason:
            'Ein Zertifikat enthält nur den öffentlichen Schlüssel und ist kein Geheimnis. TLS 1.3 verbirgt es, weil darin steht, wer am anderen Ende ist.',
        },
      };
    },
    change: {
      label: 'Version',
      options: { tls12: 'TLS 1.2', tls13: 'TLS 1.3' },
      task: 'Denselben Besuch mit TLS 1.3 ausführen und auf Eves Zeichen in der Mitte der Zeilen achten.',
      done: (run, before) =>
        `In ${run.version} liest Eve ${run.eve.read} von ${run.eve.seen} Nachrichten, vorher waren es ${before.eve.read} von ${before.eve.seen}. Nach dem ServerHello ist jede Nachricht verschlüsselt, auch das Zertifikat.`,
    },
    more: 'Beide Versionen nebeneinander vergleichen',
  },
  header: {
    name: 'Fünf Bytes',
    title: 'Fünf Bytes, die offen bleiben',
    text: (run) => [
      rich`Alles wird in Records übertragen. Jeder beginnt mit einem Header von 5 Bytes, den nichts verschlüsselt: Content Type, Version (auf geschützten Records von TLS 1.3 die von TLS 1.2) und Länge. Ohne ihn wüsste der Empfänger nicht, wo der ${term('record', 'Record')} endet.`,
      rich`Der Content Type sagt, was darin ist: 20 ist change_cipher_spec, 21 alert, 22 handshake, 23 application_data. Schritt ${run.number('certificate')} dieses Durchlaufs, Certificate, ist ein Record von ${run.bytes('certificate')} Bytes.`,
    ],
    question: () => 'Welchen Content Type liest Eve im Header dieses Records?',
    choices: () => ({
      certificate: {
        text: '11, Certificate',
        reason:
          'Das ist der Typ der Handshake-Nachricht, eine Schicht weiter innen. In diesem Record ist er verschlüsselt.',
      },
      handshake: {
        text: '22, handshake',
        reason: 'Der wahre Typ ist 22, aber er steht am Ende des Inhalts und ist mit ihm verschlüsselt.',
      },
      'application-data': {
        text: '23, application_data',
        reason:
          'In TLS 1.3 steht das auf jedem geschützten Record. Am Typ kann Eve ein Zertifikat nicht von einer Webseite unterscheiden.',
      },
    }),
    change: {
      label: 'Schlüssel des Zertifikats',
      options: { ecdsa: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' },
      task: 'Dem Server ein Zertifikat mit einem anderen Schlüssel geben und ausführen. Eve liest so wenig wie zuvor; die Länge vergleichen.',
      done: (run, before) =>
        `Der Record mit Certificate hat ${grouped(run.bytes('certificate'))} Bytes statt ${grouped(before.bytes('certificate'))}, der mit CertificateVerify ${grouped(run.bytes('certificate_verify'))} statt ${grouped(before.bytes('certificate_verify'))}. Die Längen verraten Eve, dass sich etwas geändert hat, aber nicht, was darin steht.`,
    },
  },
  sizes: {
    name: 'Längen',
    title: 'Verschlüsselt ist nicht unsichtbar',
    text: (run) => [
      rich`Die Anfrage des Browsers ist ${{ code: run.request }} und die Kopfzeilen dazu: ${run.inside('application_data_1')} Bytes Text. Sie ist mit ${{ strong: run.suite }} verschlüsselt, und Eve liest davon nichts.`,
      rich`Um sie zu messen, muss Eve sie nicht lesen. Jedes Byte muss ankommen, also ergibt ein langer Text einen langen Record.`,
    ],
    question: (run) =>
      `${grouped(run.inside('application_data_1'))} Bytes Text. Wie viele Bytes zählt Eve auf der Leitung?`,
    choices: (run) => {
      const inside = run.inside('application_data_1');
      const wire = run.bytes('application_data_1');
      return {
        same: {
          text: `${grouped(inside)}: Verschlüsselung ändert keine Länge`,
          reason:
            'Die Chiffre nicht. Aber der Record hat einen Header, und damit jede Änderung auffällt, braucht es ein Tag.',
        },
        plus: {
          text: `${grouped(wire)}: der Text und eine feste Zahl von Bytes`,
          reason: `${wire - inside} mehr als der Text: 5 für den Header, 1 für den wahren Content Type, ${wire - inside - 6} für das Tag. Die Zahl ist immer dieselbe, also zieht Eve sie ab.`,
        },
        blocks: {
          text: `${grouped((Math.floor(wire / 16) + 1) * 16)}: aufgerundet auf Blöcke von 16`,
          reason: `So ist es bei den CBC-Suites von TLS 1.2. ${run.suite} verschlüsselt Byte für Byte und rundet nicht.`,
        },
      };
    },
    change: {
      label: 'Seite, die der Browser anfordert',
      options: {
        '/cart': '/cart',
        '/orders/2026': '/orders/2026',
        '/account/close-for-good': '/account/close-for-good',
      },
      task: 'Eine Seite mit längerem Pfad anfordern und ausführen. Vergleichen, um wie viel der Record wächst.',
      done: (run, before) =>
        `Die Anfrage ist ${grouped(run.inside('application_data_1') - before.inside('application_data_1'))} Bytes länger, der Record ebenso: ${grouped(run.bytes('application_data_1'))} statt ${grouped(before.bytes('application_data_1'))} Bytes. Wer die Seiten einer Website kennt, kann Längen vergleichen und raten.`,
    },
  },
  notebook: {
    name: 'Das Notizbuch',
    title: 'Was Eve bleibt',
    text: (run) => [
      rich`${term('eve', 'Eve')} hat keinen Schlüssel, und ihr Notizbuch füllt sich trotzdem: wer jeden Record gesendet hat, wann, von welchem Typ, wie lang. Den Namen hat sie aus dem ClientHello.`,
      rich`Schritt ${run.number('application_data_1')} ist die Anfrage, Schritt ${run.number('application_data_2')} die Antwort. Die Zeiten sind die dieser Seite, ohne Netz. Auf einer echten Leitung verrät die Pause dazwischen auch, wie weit der Server entfernt ist und wie lange er gearbeitet hat.`,
    ],
    question: () => 'Was weiß Eve aus ihrer Kopie dieses Durchlaufs sicher?',
    choices: (run) => ({
      nothing: {
        text: 'Nichts: Die Daten sind verschlüsselt',
        reason: 'Die Daten schon. Wer wann mit wem spricht und wie viel, gehört nicht zu den Daten.',
      },
      visit: {
        text: `Dass jemand bei ${run.host} etwas angefordert hat, wann, und wie viel zurückkam`,
        reason: `Der Name steht in Schritt ${run.number('client_hello')}, Zeiten und Längen im Notizbuch. Oft lohnt sich schon dafür ein Mitschnitt.`,
      },
      page: {
        text: `Welche Seite es war: ${run.request}`,
        reason:
          'Von der Anfrage liest sie kein Wort. Hat nur eine Seite der Website diese Länge, kann sie raten, aber das bleibt geraten.',
      },
    }),
    change: {
      label: 'Padding in jedem Record',
      options: { '0': 'keines', '32': '32 Nullbytes', '512': '512 Nullbytes' },
      task: 'In TLS 1.3 können beide Seiten innerhalb der Verschlüsselung Nullbytes anhängen. Welche hinzufügen und das Notizbuch noch einmal ansehen.',
      done: (run, before) =>
        `Die Antwort hat ${grouped(run.bytes('application_data_2'))} Bytes auf der Leitung statt ${grouped(before.bytes('application_data_2'))}. Aber in jedem geschützten Record sind es dieselben ${run.trace.scenario.server.padding}, und wer das weiß, zieht sie ab. Eine Länge ist nur verborgen, wenn verschiedene Texte auf eine gemeinsame Länge gebracht werden.`,
    },
  },
};
