/** German: lesson 4, the secret in an envelope. */
import { grouped } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const envelope: Readonly<Record<string, PartWords>> = {
  inside: {
    name: 'Im Umschlag',
    title: 'Was im Umschlag ist',
    text: (run) => {
      const [version, random] = run.operation('concatenate', 'client_key_exchange')?.inputs ?? [];
      const encrypt = run.operation('rsa-encrypt');
      return [
        rich`Die meisten Texte erzählen den Handshake mit ${term('public-key', 'öffentlichem Schlüssel')} und Umschlag: Der Browser verschlüsselt etwas mit dem Schlüssel aus dem ${term('certificate', 'Zertifikat')}, und nur der Server kann es entschlüsseln. Das ist der RSA-Schlüsselaustausch. TLS 1.2 ist die letzte Version, die ihn hat, und dieser Durchlauf führt ihn mit ${{ strong: run.suite }} wirklich aus.`,
        rich`Schritt ${run.number('client_key_exchange')} ist der Umschlag. Der Browser legt ${version?.bytes.length ?? 0} Bytes Version und ${random?.bytes.length ?? 0} zufällige Bytes hinein. ${encrypt?.inputs[1]?.bytes.length ?? 0} Bytes gehen hinein, ${encrypt?.outputs[0]?.bytes.length ?? 0} kommen heraus, so viele, wie der RSA-Schlüssel lang ist.`,
      ];
    },
    question: () => 'In den meisten Texten sendet der Browser den Sitzungsschlüssel. Was sendet er wirklich?',
    choices: (run) => ({
      key: {
        text: 'Den Schlüssel, mit dem danach die Daten verschlüsselt werden',
        reason: `So wird es meist erzählt. Aber es gibt nicht den einen Schlüssel: In Schritt ${run.number('derive_key_block')} entstehen mehrere, für jede Richtung eigene, und keiner davon wird gesendet.`,
      },
      premaster: {
        text: 'Das Premaster Secret, aus dem beide Seiten alle Schlüssel berechnen',
        reason: `Die Eingaben der Operation nennen es: ${valueLabel(run.operation('rsa-encrypt')?.inputs[1]?.name ?? '', valueNames)}. In Schritt ${run.number('derive_key_block')} machen beide daraus ${grouped(run.length('main_secret'))} Bytes Main Secret (in Texten zu TLS 1.2: Master Secret) und daraus die Schlüssel.`,
      },
      main: {
        text: 'Das Main Secret der Verbindung',
        reason:
          'Das berechnen beide, aus dem Inhalt des Umschlags und aus dem, was im Handshake sonst gesagt wurde. So ist es in jeder Verbindung ein anderes.',
      },
    }),
    change: {
      label: 'Suite',
      options: {
        '003c': 'TLS_RSA_WITH_AES_128_CBC_SHA256',
        '003d': 'TLS_RSA_WITH_AES_256_CBC_SHA256',
        '009d': 'TLS_RSA_WITH_AES_256_GCM_SHA384',
      },
      task: 'Eine Suite mit längeren Schlüsseln wählen und ausführen. Läge der Schlüssel im Umschlag, müsste mehr hinein.',
      done: (run, before) =>
        `Die Schlüssel haben jetzt ${run.length('client_write_key') * 8} Bit statt ${before.length('client_write_key') * 8}. In den Umschlag gehen ${grouped(run.operation('rsa-encrypt')?.inputs[1]?.bytes.length ?? 0)} Bytes, wie zuvor.`,
    },
  },
  proof: {
    name: 'Der Beweis',
    title: 'Öffnen ist beweisen',
    text: (run) => [
      rich`Der ${term('private-key', 'private Schlüssel')} des Servers bleibt, wo er ist. Ein Zertifikat kann jeder kopieren und vorzeigen; wer den zugehörigen Schlüssel benutzen kann, ist der, den es nennt.`,
      run.operation('rsa-decrypt')
        ? rich`Dieser Durchlauf benutzt ${{ strong: run.suite }}. In Schritt ${run.number('finished')} sendet der Server sein ${term('finished', 'Finished')}, berechnet aus dem Main Secret, und der Browser ist zufrieden.`
        : rich`Dieser Durchlauf benutzt ${{ strong: run.suite }} mit einem Zertifikat derselben Art. Jetzt enthält Schritt ${run.number('server_key_exchange')} eine Diffie-Hellman-Hälfte und eine ${term('signature', 'Signatur')}.`,
    ],
    question: () => 'Was macht der Server in diesem Durchlauf mit seinem privaten Schlüssel?',
    choices: (run) => {
      const decrypts = run.operation('rsa-decrypt') !== undefined;
      return {
        decrypts: {
          text: 'Er entschlüsselt damit, einmal',
          reason: decrypts
            ? `Schritt ${run.number('decrypt_premaster_secret')}. Signiert wird nichts: Ein richtiges Finished in Schritt ${run.number('finished')} kann nur senden, wer den Umschlag öffnen konnte, und das ist der ganze Beweis.`
            : 'Hier kommt kein Umschlag an, den er entschlüsseln könnte.',
        },
        signs: {
          text: 'Er signiert damit, einmal',
          reason: decrypts
            ? 'So ist es mit ECDHE und in TLS 1.3. In diesem Durchlauf gibt es keine Signatur des Servers.'
            : `Schritt ${run.number('server_key_exchange')}: ${run.operation('sign', 'server_key_exchange')?.algorithm ?? ''} über seine Hälfte und beide Randoms. Der Schlüssel ver- und entschlüsselt nichts.`,
        },
        data: {
          text: 'Er entschlüsselt damit alle Daten des Browsers',
          reason:
            'Das wäre langsam, und jeder könnte solche Daten senden. Die Records werden mit symmetrischen Schlüsseln geöffnet, die beide Seiten haben.',
        },
      };
    },
    change: {
      label: 'Suite',
      options: {
        '003c': 'TLS_RSA_WITH_AES_128_CBC_SHA256',
        c02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
      },
      task: 'Das RSA-Zertifikat behalten und eine Suite mit ECDHE wählen. Darauf achten, was aus dem Schritt wird, der entschlüsselt.',
      done: (run, before) =>
        `Schritt ${before.number('decrypt_premaster_secret')} ist weg, und in Schritt ${run.number('server_key_exchange')} wird mit ${run.operation('sign', 'server_key_exchange')?.algorithm ?? ''} signiert. Mit ECDHE verschlüsselt der Schlüssel eines Zertifikats nichts: Er authentifiziert.`,
    },
  },
  theft: {
    name: 'Der Diebstahl',
    title: 'Der Schlüssel wird gestohlen, Jahre später',
    text: (run) => [
      rich`Mitlesen konnte ${term('eve', 'Eve')} diesen Durchlauf mit ${run.version} nicht: ${run.theft().of} seiner Nachrichten sind geschützt. Aber sie hat alle ${run.eve.seen} mitgeschnitten, und ein Server behält seinen Schlüssel Monate oder Jahre.`,
      rich`Dann gerät der Schlüssel in andere Hände: durch einen Einbruch, ein verlorenes Backup, einen Gerichtsbeschluss. Eve hat ihn nun, und den alten Mitschnitt.`,
    ],
    question: (run) =>
      `Was kann sie von den ${run.theft().of} geschützten Nachrichten dieses Mitschnitts mit ${run.suite} lesen?`,
    choices: (run) => {
      const { opened, of } = run.theft();
      const all = opened === of;
      return {
        all: {
          text: 'Alle',
          reason: all
            ? 'Im Mitschnitt steht alles, woraus die Schlüssel entstanden, bis auf das, was der gestohlene Schlüssel ihr gibt. Sie rechnet wie der Server.'
            : 'Der gestohlene Schlüssel öffnet hier nichts: Mit ihm entstand im Mitschnitt nur eine Signatur.',
        },
        nothing: {
          text: 'Keine: Die Schlüssel jener Verbindung sind längst gelöscht',
          reason: all
            ? 'Gelöscht, aber sie lassen sich aus Mitschnitt und gestohlenem Schlüssel neu berechnen.'
            : 'Das sind sie, und auch die privaten Hälften, aus denen sie entstanden. Das ist Forward Secrecy.',
        },
        some: {
          text: 'Nur, was ab jetzt gesendet wird',
          reason: all
            ? 'Das auch. Aber ohne Forward Secrecy fällt mit dem Schlüssel die Vergangenheit.'
            : 'Ab jetzt kann sie sich als der Server ausgeben. Zum Mitlesen müsste sie sich in die Mitte setzen, und der Mitschnitt bleibt zu.',
        },
      };
    },
    change: {
      label: 'Schlüsselaustausch',
      options: {
        rsa: 'RSA (Umschlag)',
        static: 'ECDH, Hälfte im Zertifikat',
        ephemeral: 'ECDHE, jedes Mal neue Hälften',
        tls13: 'TLS 1.3',
      },
      task: 'Erst antworten und den Schlüssel stehlen. Dann einen Schlüsselaustausch finden, dessen Mitschnitt zu bleibt. Zwei der vier fallen mit dem Schlüssel.',
      done: (run, before) =>
        `${run.suite}: Mit dem gestohlenen Schlüssel öffnet sie ${run.theft().opened} von ${run.theft().of} Nachrichten, vorher waren es ${before.theft().opened} von ${before.theft().of}. Die Hälften wurden für diese Verbindung erzeugt und weggeworfen, also gibt es nichts mehr zu stehlen.`,
    },
    more: 'Derselbe Diebstahl auf der Seite Angriff',
  },
  oracle: {
    name: 'Beschädigt',
    title: 'Warum der Server sich nicht beschweren darf',
    text: (run) => [
      rich`Was in den Umschlag kommt, wird vor dem Verschlüsseln aufgefüllt (Padding nach ${term('pkcs1', 'PKCS #1 v1.5')}). Ist das Padding nach dem Entschlüsseln falsch, hat jemand den Umschlag verändert. In diesem Durchlauf kippt ${term('mallory', 'Mallory')}, die unterwegs alles ändern kann, ein Bit des Umschlags, in Schritt ${run.number('client_key_exchange')}.`,
      rich`In Schritt ${run.number('decrypt_premaster_secret')} entschlüsselt ihn der Server. In diesem Durchlauf ${run.operation('rsa-decrypt')?.verdict === false ? 'misslingt das: kein gültiges Padding' : 'gelingt das, aber mit einem anderen Geheimnis'}.`,
    ],
    question: () => 'Wann sagt der Server, dass etwas nicht stimmt?',
    choices: (run) => ({
      'at-once': {
        text: 'Sofort, mit decrypt_error',
        reason:
          'Dann könnte jeder veränderte Umschläge schicken und aus jeder Antwort ein wenig über den Inhalt erfahren. So öffnete Bleichenbacher 1998 Umschläge; 2017 ließen es viele Server noch immer zu (ROBOT).',
      },
      later: {
        text: 'Später, als wären die Schlüssel falsch',
        reason: `Er macht mit ${grouped(run.operation('random', 'decrypt_premaster_secret')?.outputs[0]?.bytes.length ?? 0)} zufälligen Bytes weiter, die er vor dem Entschlüsseln erzeugt hat. So lässt sich der Record aus Schritt ${run.end.at} nicht öffnen, und niemand sieht, warum.`,
      },
      never: {
        text: 'Nie: Er nimmt, was der Umschlag ergibt',
        reason: `Was immer er ergibt: Beide Seiten haben dann verschiedene Schlüssel, und schon der erste Record damit lässt sich nicht öffnen, in Schritt ${run.end.at}.`,
      },
    }),
    change: {
      label: 'Wo Mallory zuschlägt',
      options: { '20': 'nahe am Anfang', '140': 'in der Mitte', '266': 'im letzten Byte' },
      task: 'Mallory an einer anderen Stelle zuschlagen lassen und ausführen. Die Antwort des Servers darf nicht davon abhängen.',
      done: (run, before) =>
        `${run.end.alert} in Schritt ${run.end.at}; im ersten Durchlauf war es ${before.end.alert} in Schritt ${before.end.at}. Das in jedem Server auf die Mikrosekunde durchzuhalten erwies sich als zu schwer, noch ein Grund, den RSA-Schlüsselaustausch zu streichen.`,
    },
  },
  gone: {
    name: 'Gestrichen',
    title: 'Was TLS 1.3 strich, und was blieb',
    text: (run) => [
      rich`Keine ${term('forward-secrecy', 'Forward Secrecy')} und ein ${term('padding-oracle', 'Padding, das etwas verrät')}: TLS 1.3 hat keinen RSA-Schlüsselaustausch mehr. Seine Suites nennen nicht einmal einen Schlüsselaustausch.`,
      run.version === ''
        ? rich`In diesem Durchlauf kommt ein Browser mit ${run.offers} und ${run.trace.scenario.browser.suites.length} Suites, alle mit RSA-Schlüsselaustausch. Der Server spricht nur TLS 1.3.`
        : rich`In diesem Durchlauf spricht der Browser ${{ strong: run.version }} wie der Server. Vereinbart sind ${{ strong: run.suite }} und die Gruppe ${{ strong: run.group }}.`,
    ],
    question: () => 'Wie endet dieser Durchlauf?',
    choices: (run) => ({
      version: {
        text: 'Der Server lehnt die Version ab: protocol_version',
        reason:
          run.version === ''
            ? `Es gibt keine Version, die beide sprechen. Der Server antwortet auf das Hello mit dem Alert ${run.alert}, und das ist das Ende.`
            : 'Hier sprechen beide TLS 1.3.',
      },
      suite: {
        text: 'Der Server findet keine gemeinsame Suite: handshake_failure',
        reason:
          run.version === ''
            ? 'Auch davon gibt es keine, aber so weit kommt es nicht: Zuerst wird die Version geklärt.'
            : `Sie haben eine gefunden: ${run.suite}.`,
      },
      completed: {
        text: 'Sie einigen sich: Der Server hat einen RSA-Schlüssel, also geht RSA-Schlüsselaustausch',
        reason:
          run.version === ''
            ? 'Am Schlüssel läge es nicht. Aber das Protokoll hat keine Nachricht, in der der Umschlag stehen könnte.'
            : `Sie einigen sich, aber nicht auf RSA-Schlüsselaustausch. Der RSA-Schlüssel signiert: ${run.operation('sign', 'certificate_verify')?.algorithm ?? ''}.`,
      },
    }),
    change: {
      label: 'Browser',
      options: { old: 'TLS 1.2, nur RSA-Schlüsselaustausch', new: 'TLS 1.3' },
      task: 'Dem Browser TLS 1.3 geben und ausführen. RSA suchen: Der Umschlag ist weg, und etwas von RSA ist noch da.',
      done: (run) =>
        `${run.version} mit einem RSA-Zertifikat: In Schritt ${run.number('certificate_verify')} signiert der Server mit ${run.operation('sign', 'certificate_verify')?.algorithm ?? ''}. Gestrichen ist RSA als Umschlag, nicht RSA als Signatur.`,
    },
  },
};
