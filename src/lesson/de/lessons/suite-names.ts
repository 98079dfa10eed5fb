/** German: lesson 5, reading a suite's name. */
import { grouped } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { listOf, rich, term } from '../../rich.ts';

export const suiteNames: Readonly<Record<string, PartWords>> = {
  letters: {
    name: 'Die Buchstaben',
    title: 'Ein Name, der ein Rezept ist',
    text: (run) => [
      rich`Eine Chiffre ist ein Algorithmus. Eine ${term('cipher-suite', 'Cipher Suite')} ist ein Satz davon, den beide Seiten zusammen benutzen, und bis TLS 1.2 zählt ihr Name sie auf: wie das Geheimnis entsteht, womit der Server sich ausweist, was die Daten verschlüsselt, und einen ${term('hash', 'Hash')}.`,
      rich`Dieser Durchlauf hat sich auf ${{ strong: run.suite }} geeinigt. Vor WITH stehen Schlüsselaustausch und Authentisierung, dahinter Chiffre, Betriebsart und Hash. Gewählt hat sie der Server in Schritt ${run.number('server_hello')}.`,
    ],
    question: () => 'Was bedeutet RSA in diesem Namen?',
    choices: (run) => {
      const envelope = run.operation('rsa-encrypt') !== undefined;
      return {
        signs: {
          text: 'Authentisierung: Der Server signiert mit einem RSA-Schlüssel',
          reason: envelope
            ? 'Stünde ein anderes Wort davor, wäre es so. Hier steht RSA allein, und der Server signiert nichts.'
            : `${run.operation('sign')?.algorithm ?? ''} in Schritt ${run.number('server_key_exchange')}. Das Geheimnis selbst entsteht mit ${run.suite.split('_')[1] ?? ''}, dem Wort vor RSA, hier mit ${run.group}.`,
        },
        encrypts: {
          text: 'Schlüsselaustausch: Der Browser verschlüsselt ein Geheimnis mit einem RSA-Schlüssel',
          reason: envelope
            ? `Schritt ${run.number('client_key_exchange')}. RSA steht allein vor WITH, ist also beides: der Austausch und, durch das Entschlüsseln, der Beweis.`
            : 'Nur, wenn RSA allein vor WITH steht. Hier nennt ein anderes Wort davor den Austausch.',
        },
        data: {
          text: 'Verschlüsselung: Die Daten werden mit RSA verschlüsselt',
          reason: `Die Daten werden mit ${run.operation('seal', 'application_data_1')?.algorithm ?? ''} verschlüsselt, das hinter WITH steht. RSA ist für Daten viel zu langsam.`,
        },
      };
    },
    change: {
      label: 'Suite',
      options: {
        c02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        '009e': 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
        '009c': 'TLS_RSA_WITH_AES_128_GCM_SHA256',
      },
      task: 'Eine Suite wählen, in der dieselben drei Buchstaben etwas anderes bedeuten, und ausführen.',
      done: (run, before) =>
        `${run.suite}: In Schritt ${run.number('client_key_exchange')} verschlüsselt RSA das Premaster Secret. In ${before.suite} wurde damit signiert, in Schritt ${before.number('server_key_exchange')}.`,
    },
  },
  build: {
    name: 'Selbst bauen',
    title: 'Einen Namen bauen und ausführen',
    text: (run) => [
      rich`Vier Familien und einige ihrer Mitglieder: Schlüsselaustausch mit ${term('ephemeral', 'ECDHE oder DHE')} (jedes Mal neue Hälften), ${term('static-diffie-hellman', 'ECDH oder DH')} (die Hälfte des Servers steht im Zertifikat), ${term('rsa', 'RSA')} oder ${term('psk', 'PSK')}; Authentisierung mit ${term('ecdsa', 'ECDSA')}, RSA, ${term('dsa', 'DSS')} (das ist DSA) oder PSK; eine Chiffre wie ${term('aes', 'AES')}, ${term('chacha20-poly1305', 'ChaCha20')}, ${term('camellia', 'Camellia')} oder ${term('aria', 'ARIA')}; ein Hash.`,
      rich`Nicht jede Kombination gibt es. Eine Suite ist, was in der Registry eine Nummer hat: RFC 5246 selbst definiert 37 für TLS 1.2, in der Registry stehen etwa 350 für alle Versionen. Dieser Durchlauf benutzt ${{ strong: run.suite }}.`,
    ],
    question: () => 'Wie teilt der Server dem Browser im ServerHello mit, welche Suite er gewählt hat?',
    choices: (run) => ({
      number: {
        text: 'Mit einer Nummer von 2 Bytes',
        reason: `${run.code}, im laufenden Beispiel markiert. Auch das Angebot im ClientHello ist eine Liste solcher Nummern.`,
      },
      text: {
        text: 'Mit ihrem Namen, als Text',
        reason: 'Namen sind für Menschen. Kein Buchstabe davon geht über die Leitung.',
      },
      parts: {
        text: 'Mit vier Nummern, einer je Algorithmus',
        reason:
          'Dann wäre jede Kombination möglich. TLS 1.3 geht diesen Weg zur Hälfte: Gruppe und Signatur werden neben der Suite vereinbart.',
      },
    }),
    change: {
      label: 'TLS_',
      lists: {
        exchange: 'Schlüsselaustausch',
        authentication: 'Authentisierung',
        cipher: 'Chiffre und Betriebsart',
        hash: 'Hash',
      },
      task: 'Einen registrierten Namen mit einem anderen Schlüsselaustausch als ECDHE und einer anderen Chiffre als AES_128_GCM bauen und ausführen. Sind die beiden ersten Wörter gleich, steht eines für beide.',
      refused: 'Keine registrierte Suite heißt so.',
      done: (run) =>
        `${run.suite} hat die Nummer ${run.code}. Darin arbeiten: ${[run.group, run.operation('rsa-encrypt')?.algorithm, run.operation('sign')?.algorithm, (run.operation('seal') ?? run.operation('encrypt'))?.algorithm].filter(Boolean).join(', ')}.`,
    },
    more: 'Alle Suites in einer Tabelle',
  },
  hash: {
    name: 'Der Hash',
    title: 'Was das letzte Wort tut',
    text: (run) => {
      const mac = run.operation('hmac', 'application_data_1');
      return [
        rich`Das letzte Wort des Namens ist ein ${term('hash', 'Hash')}. Die meisten halten ihn für das, was die Records vor Änderungen schützt. Ob das stimmt, hängt von der Chiffre ab.`,
        mac
          ? rich`In diesem Durchlauf verschlüsselt ${{ strong: run.suite }} den Record aus Schritt ${run.number('application_data_1')} und fügt ${mac.outputs[0]?.bytes.length ?? 0} Bytes ${term('mac', 'MAC')} hinzu. Aus ${run.inside('application_data_1')} Bytes Text werden ${run.bytes('application_data_1')} auf der Leitung.`
          : rich`In diesem Durchlauf schließt ${{ strong: run.suite }} den Record aus Schritt ${run.number('application_data_1')} in einer Operation, einem ${term('aead', 'AEAD')}: Es verschlüsselt und fügt ein ${term('tag', 'Tag')} hinzu. Aus ${run.inside('application_data_1')} Bytes Text werden ${run.bytes('application_data_1')} auf der Leitung.`,
      ];
    },
    question: (run) => `Wozu dient ${run.suite.split('_').at(-1) ?? ''} in diesem Durchlauf?`,
    choices: (run) => {
      const mac = run.operation('hmac', 'application_data_1');
      const prf = run.operation('prf')?.algorithm ?? '';
      const named = run.suite.endsWith('_SHA') ? 'SHA-1' : prf;
      return {
        records: {
          text: 'Für einen MAC in jedem Record, sonst für nichts',
          reason: mac
            ? named === mac.algorithm && named !== prf
              ? `HMAC mit ${mac.algorithm} in jedem Record. Schlüssel und Finished entstehen mit ${prf}: Weniger benutzt TLS 1.2 dafür nicht, was immer der Name sagt.`
              : 'Der MAC entsteht damit. Aber die Schlüssel kommen aus demselben Hash.'
            : 'So wird es meist erzählt. Mit einem AEAD hat kein Record einen MAC: Das Tag kommt von der Chiffre selbst.',
        },
        keys: {
          text: 'Für die Schlüssel und für Finished; kein Record braucht ihn',
          reason: mac
            ? 'So ist es mit einem AEAD. Eine CBC-Chiffre bemerkt von sich aus keine Änderung, deshalb braucht jeder Record einen MAC.'
            : `In Schritt ${run.number('derive_key_block')} entstehen alle Schlüssel mit einer PRF auf ${prf}, und beide Finished ebenso. Den Record schützt das Tag des AEAD.`,
        },
        both: {
          text: 'Für beides: Schlüssel und Finished, und einen MAC in jedem Record',
          reason: mac
            ? named === prf
              ? `Eine PRF auf ${prf} in Schritt ${run.number('derive_key_block')}, HMAC mit ${mac.algorithm} in jedem Record.`
              : `Der MAC, ja. Die Schlüssel entstehen mit ${prf}, nicht mit ${named}.`
            : 'So ist es mit einer CBC-Chiffre und SHA256. Hier benutzt keine Operation des Records einen Hash.',
        },
      };
    },
    change: {
      label: 'Suite',
      options: {
        c02f: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        c027: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256',
        c013: 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
      },
      task: 'Eine Suite mit CBC wählen, ausführen und die Operationen des Records ansehen.',
      done: (run, before) => {
        const mac = run.operation('hmac', 'application_data_1');
        return `Jetzt trägt jeder Record ${grouped(mac?.outputs[0]?.bytes.length ?? 0)} Bytes HMAC mit ${mac?.algorithm ?? ''}, und dieselbe Anfrage braucht ${grouped(run.bytes('application_data_1'))} Bytes auf der Leitung statt ${grouped(before.bytes('application_data_1'))}.`;
      },
    },
  },
  choice: {
    name: 'Wer wählt',
    title: 'Zwei Listen, eine Wahl',
    text: (run) => [
      rich`Der Browser bietet in Schritt ${run.number('client_hello')} Suites an, die liebste zuerst: ${listOf(
        run.suites('browser').map((code) => ({ code })),
        'und',
      )}.`,
      rich`Auch der Server hat eine Liste: ${listOf(
        run.suites('server').map((code) => ({ code })),
        'und',
      )}. In diesem Durchlauf richtet er sich nach der Reihenfolge ${run.trace.scenario.server.preference === 'server' ? 'der eigenen Liste' : 'des Browsers'}.`,
    ],
    question: () => 'Welche Suite wählt der Server?',
    choices: (run) =>
      Object.fromEntries(
        run.suites('browser').map((name) => {
          const place = run.suites(run.trace.scenario.server.preference).indexOf(name) + 1;
          return [
            name,
            {
              text: name,
              reason:
                name === run.suite
                  ? `Platz ${place} der Liste, die zählt, und die andere Seite hat sie auch. Die erste solche Suite wird gewählt.`
                  : `Platz ${place} der Liste, die zählt. ${name.includes('256_GCM') ? 'Ein längerer Schlüssel gewinnt hier nichts: Verglichen werden Plätze, nicht Längen.' : 'Eine frühere steht in beiden Listen.'}`,
            },
          ];
        }),
      ),
    change: {
      label: 'Wessen Reihenfolge zählt',
      options: { server: 'die des Servers', browser: 'die des Browsers' },
      task: 'Den Server sich nach der Reihenfolge des Browsers richten lassen und ausführen.',
      done: (run, before) =>
        `Jetzt ist es ${run.suite}, die erste in der Liste des Browsers; vorher war es ${before.suite}. Die Listen sind dieselben, nur die Regel ist eine andere.`,
    },
  },
  left: {
    name: 'Was fehlt',
    title: 'Was in TLS 1.3 aus dem Namen verschwand',
    text: (run) => [
      rich`${{ strong: run.suite }} ist ein Name aus TLS 1.3. WITH ist weg, und mit ihm die beiden Wörter davor: Chiffre, Betriebsart und Hash sind geblieben.`,
      rich`Schlüsselaustausch und Authentisierung gibt es weiterhin. Dieser Durchlauf hat sein Geheimnis mit ${{ strong: run.group }} erzeugt, und der Server hat mit ${{ strong: run.scheme }} signiert.`,
    ],
    question: (run) => `Wo haben sich die beiden Seiten auf ${run.group} geeinigt?`,
    choices: (run) => ({
      lists: {
        text: 'In eigenen Listen: supported_groups und key_share',
        reason: `Der Browser bietet neben den Suites Gruppen an, und in Schritt ${run.number('server_hello')} antwortet der Server mit je einer. Für Signaturen gibt es eine dritte Liste, signature_algorithms.`,
      },
      suite: {
        text: 'In der Suite: Jede hat ihren Schlüsselaustausch',
        reason: `So war es bis TLS 1.2. ${run.suite} läuft mit jeder Gruppe.`,
      },
      fixed: {
        text: 'Nirgends: TLS 1.3 hat nur einen Schlüsselaustausch',
        reason: `Es gibt mehrere, und die Gruppe sagt, welcher es ist. Dieser Browser bietet ${run.trace.scenario.browser.groups.length} an: Diffie-Hellman auf Kurven und einen Hybrid davon mit ML-KEM.`,
      },
    }),
    change: {
      label: 'Schlüssel des Zertifikats',
      options: { ecdsa: 'ECDSA', rsa: 'RSA', ed25519: 'Ed25519' },
      task: 'Dem Server ein Zertifikat mit einem anderen Schlüssel geben und ausführen. In TLS 1.2 bräuchte das eine andere Suite.',
      done: (run, before) =>
        `Noch immer ${run.suite}, jetzt signiert mit ${run.scheme} statt ${before.scheme}. Weil die drei Entscheidungen sich nicht mehr multiplizieren, kommt TLS 1.3 mit wenigen Suites aus: RFC 9846 definiert 5.`,
    },
    more: 'Alle Suites in einer Tabelle',
  },
};
