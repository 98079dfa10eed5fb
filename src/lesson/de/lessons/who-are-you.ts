/** German: lesson 6, who are you. */
import { plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { listOf, rich, term } from '../../rich.ts';

const day = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const whoAreYou: Readonly<Record<string, PartWords>> = {
  fields: {
    name: 'Feld für Feld',
    title: 'Was in einem Zertifikat steht',
    text: ({ chain: { leaf }, number }) => [
      rich`In Schritt ${number('certificate')} sendet der Server sein ${term('certificate', 'Zertifikat')}: ${leaf.bytes} Bytes ${term('der', 'DER')}. Darin stehen die Namen des Inhabers, ${listOf(
        leaf.names.map((code) => ({ code })),
        'und',
      )}, der öffentliche Schlüssel, ${{ strong: leaf.key }}, die Gültigkeit, ${day.format(leaf.notBefore)} bis ${day.format(leaf.notAfter)}, und der ${term('issuer', 'Aussteller')}, ${{ strong: leaf.issuer }}.`,
      rich`Der Aussteller hat die Seriennummer ${{ code: `${leaf.serial}…` }} vergeben und alles zusammen signiert. Seine ${term('signature', 'Signatur')} steht am Ende: ${leaf.signature} Bytes, ${{ code: leaf.algorithm }}. ${term('asn1', 'ASN.1')} zeigt im laufenden Beispiel jedes Feld an seinen Bytes.`,
    ],
    question: ({ chain }) =>
      `Zertifikatsansichten zeigen alle vier Angaben. Welche davon steht nicht in den ${chain.leaf.bytes} Bytes?`,
    choices: ({ chain: { leaf } }) => ({
      serial: {
        text: 'Die Seriennummer',
        reason: `Sie ist eines der ersten Felder. ${leaf.issuer} hat sie vergeben, und dessen Sperrlisten nennen das Zertifikat mit ihr.`,
      },
      key: {
        text: 'Der öffentliche Schlüssel',
        reason: `Um ihn geht es: ${leaf.key}, im Feld subjectPublicKeyInfo.`,
      },
      signature: {
        text: 'Die Signatur des Ausstellers',
        reason:
          'Sie ist das letzte Feld. Sie gilt für alles davor, außer für den Namen ihres eigenen Verfahrens, der innen ein zweites Mal steht.',
      },
      fingerprint: {
        text: 'Der Fingerabdruck',
        reason: `Ihn berechnet, wer hinsieht: ein Hash über alle ${leaf.bytes} Bytes. Stünde er darin, wäre er Teil dessen, worüber er berechnet wird.`,
      },
    }),
    change: {
      label: 'Laufzeit des Zertifikats',
      options: { '90': '90 Tage', '47': '47 Tage', '6': '6 Tage' },
      task: 'Den Anfang der Seriennummer merken, für kürzere Zeit ausstellen lassen und ausführen. Dann Seriennummer, Daten und Fingerabdruck vergleichen.',
      done: ({ chain: { leaf } }, before) =>
        `Gültig für ${plural(leaf.days, 'Tag', 'Tage')}, bis ${day.format(leaf.notAfter)}; Seriennummer ${leaf.serial}… statt ${before.chain.leaf.serial}…. Ein Datum in einem Zertifikat lässt sich nicht ändern: Dies ist ein anderes, neu signiert, mit anderem Fingerabdruck.`,
    },
  },
  names: {
    name: 'Welcher Name zählt',
    title: 'Der Name, nach dem der Browser sucht',
    text: ({ host, chain: { leaf, trusted }, end }) => [
      rich`Der Browser will zu ${{ code: host }} und vergleicht diesen Namen mit dem Feld ${term('subject-alternative-name', 'subjectAltName')} des Zertifikats: ${listOf(
        leaf.names.map((code) => ({ code })),
        'und',
      )}. ${
        trusted
          ? 'Einer davon passt.'
          : `Keiner passt, also bricht er mit ${end.alert} ab, bevor irgendwelche Daten gesendet sind.`
      }`,
      rich`Ein ${term('wildcard', 'Wildcard')}-Stern steht für genau ein Label. Der ${term('common-name', 'Common Name')} im Subject, ${{ code: leaf.name }}, ist für Menschen da: Clients suchen darin keinen Hostnamen mehr (RFC 9525).`,
    ],
    question: ({ chain: { leaf } }) =>
      `Im Zertifikat stehen ${leaf.names.join(' und ')}. Für welchen dieser Hosts gilt es nicht?`,
    choices: () => ({
      bare: {
        text: 'shop.example',
        reason:
          'Er steht selbst in der Liste. Ohne diesen Eintrag hülfe der Stern nicht: Es gibt kein Label davor.',
      },
      one: {
        text: 'www.shop.example',
        reason: 'Der Stern steht für das eine Label www.',
      },
      two: {
        text: 'cart.eu.shop.example',
        reason: 'Das sind zwei Label, cart und eu. Ein Stern reicht nie über einen Punkt hinweg.',
      },
    }),
    change: {
      label: 'Name in der Adresszeile',
      task: 'Einen Namen unterhalb von shop.example finden, für den dieses Zertifikat nicht gilt, und ausführen.',
      done: ({ host, end }) =>
        `Für ${host} gilt es nicht: Der Browser bricht in Schritt ${end.at} mit ${end.alert} ab. Das Zertifikat ist echt, nur nicht für diesen Namen.`,
    },
  },
  ownership: {
    name: 'Der Nachweis',
    title: 'Ein Zertifikat ist öffentlich. Was weist den Inhaber aus?',
    text: (run) => {
      const sign = run.operation('sign', 'certificate_verify');
      return [
        rich`Wer sich verbindet, bekommt eine Kopie dieses Zertifikats, und eine Kopie ist so gut wie das Original. Das Vorzeigen weist also nichts nach. Der Nachweis ist der ${term('private-key', 'private Schlüssel')}, der zum öffentlichen im Zertifikat gehört.`,
        run.end.completed
          ? rich`In Schritt ${run.number('certificate_verify')} signiert der Server mit diesem privaten Schlüssel, was beide bis dahin gesagt haben: ${{ strong: sign?.algorithm ?? '' }}, ${sign?.outputs[0]?.bytes.length ?? 0} Bytes. In Schritt ${run.number('verify_signature')} prüft der Browser die Signatur mit dem Schlüssel aus dem Zertifikat. Verschlüsselt wird mit ihm nichts: In ${run.version} signiert er, einmal je Handshake.`
          : rich`Dieser Server gehört Mallory. Sie sendet die echte Kette, Byte für Byte kopiert, und Schritt ${run.number('validate_chain')} findet daran nichts auszusetzen: ${run.chain.checks.passed} Prüfungen sind bestanden. Dann muss sie signieren, was beide bis dahin gesagt haben, und der private Schlüssel, den sie hat, ist ein anderer.`,
      ];
    },
    question: ({ host }) =>
      `Mallory hat eine Kopie dieses Zertifikats, Byte für Byte. Was fehlt ihr, um sich als ${host} auszugeben?`,
    choices: (run) => ({
      nothing: {
        text: 'Nichts: Wer das Zertifikat zeigt, ist die Website',
        reason:
          'Dann könnte das jeder Besucher. Das Zertifikat sagt nur, nach welchem Schlüssel zu fragen ist.',
      },
      ca: {
        text: 'Der private Schlüssel des Ausstellers',
        reason:
          'Damit könnte sie ein eigenes Zertifikat signieren und bräuchte keine Kopie. Um dieses zu benutzen, braucht sie den Schlüssel, der dazugehört.',
      },
      key: {
        text: 'Der private Schlüssel des Zertifikats',
        reason: `Nur damit entsteht die Signatur aus Schritt ${run.number('certificate_verify')}. Beide Hellos gehen in sie ein, und deren Zufallswerte sind in jeder Verbindung neu: Auch eine alte Signatur passt nicht.`,
      },
      address: {
        text: 'Die Adresse des Servers',
        reason:
          'Wer die Leitung hält, antwortet von jeder Adresse aus. Keine Adresse geht in die Prüfung ein.',
      },
    }),
    change: {
      label: 'Es antwortet',
      options: {
        holder: 'der Inhaber des Zertifikats',
        copy: 'Mallory, mit einer Kopie davon',
      },
      task: 'Mallory mit einer Kopie des Zertifikats antworten lassen und ausführen. Zu sehen ist, wie weit sie kommt.',
      done: (run) =>
        `Die Kette besteht alle Prüfungen, und es hilft ihr nichts: In Schritt ${run.end.at} gilt die Signatur unter dem Schlüssel im Zertifikat nicht, und der Browser bricht mit ${run.end.alert} ab.`,
    },
    more: 'Als Angriff öffnen',
  },
  'any-version': {
    name: 'Für welches Protokoll',
    title: '„SSL-Zertifikat“ ist ein falscher Name',
    text: ({ version, suite, chain: { leaf } }) => [
      rich`Man sagt SSL-Zertifikat, und unter diesem Namen wird es verkauft. Dieser Durchlauf ist ${{ strong: version }}, und das Zertifikat ist X.509 Version ${leaf.version}: derselbe Standard, dem auch ${term('certificate', 'Zertifikate')} für signierte E-Mail (S/MIME) und für Programme folgen.`,
      rich`Wozu es taugt, steht in ${term('extended-key-usage', 'extKeyUsage')}: ${{ code: 'serverAuth' }}, für einen Server, der seinen Namen nachweist. Die Suite dieses Durchlaufs, ${{ code: suite }}, wird in den Hellos vereinbart und geht das Zertifikat nichts an.`,
    ],
    question: () => 'Welche Versionen von SSL oder TLS nennt dieses Zertifikat?',
    choices: ({ version, chain: { leaf } }) => ({
      this: {
        text: `Die dieses Durchlaufs, ${version}`,
        reason: 'Die Version wurde in den Hellos vereinbart, bevor das Zertifikat gesendet war.',
      },
      some: {
        text: 'Jede, mit der es benutzt werden darf',
        reason: `Dafür hat es kein Feld. Die Zahl darin, ${leaf.version}, ist die Version von X.509.`,
      },
      none: {
        text: 'Keine',
        reason:
          'Es bindet einen Namen an einen Schlüssel. Welches Protokoll den Schlüssel benutzt, ist ihm gleich.',
      },
    }),
    change: {
      label: 'Version des Servers',
      options: { '0304': 'TLS 1.3 und 1.2', '0303': 'nur TLS 1.2' },
      task: 'Die Seriennummer merken, den Server nur TLS 1.2 sprechen lassen und ausführen.',
      done: ({ version, chain: { leaf } }, before) =>
        `Vorher ${before.version}, jetzt ${version}. Seriennummer vorher ${before.chain.leaf.serial}…, jetzt ${leaf.serial}…: dieselben ${leaf.bytes} Bytes, keines davon über TLS.`,
    },
    more: 'Zeigen, welchen Suiten dieser Schlüssel dient',
  },
  'look-alike': {
    name: 'Nicht versprochen',
    title: 'Was ein Zertifikat nicht verspricht',
    text: ({ host, chain: { leaf, checks } }) => [
      rich`Genau hinsehen: ${{ code: host }}. Mallory hat diesen Namen registriert, einen Shop aufgebaut und bei ${{ strong: leaf.issuer }} ein Zertifikat beantragt. Von den Prüfungen des Browsers sind ${checks.passed} bestanden, keine ist fehlgeschlagen. Für das Schloss ist das eine Website wie jede andere.`,
      rich`Das Zertifikat trägt die Policy ${{ code: leaf.policies[0] ?? '' }}, domain-validated. Ein Zertifikat hindert Mallory daran, sich unter einem fremden Namen auszugeben. Es hindert sie nicht daran, einen Namen zu besitzen, der einem anderen ähnlich sieht: Phishing-Websites haben meist ein gültiges Zertifikat.`,
    ],
    question: ({ chain: { leaf } }) => `Was hat ${leaf.issuer} geprüft, bevor signiert wurde?`,
    choices: ({ host, chain: { leaf } }) => ({
      honest: {
        text: 'Dass der Shop ehrlich ist',
        reason: 'Das kann keine Zertifizierungsstelle wissen, und kein Feld sagt es.',
      },
      brand: {
        text: 'Dass der Name mit keinem anderen verwechselt wird',
        reason:
          'Manche Zertifizierungsstellen sehen bei heiklen Namen genauer hin. Aber keine Regel sagt, was das Auge verwechselt, und kein Feld dieses Zertifikats spricht davon.',
      },
      control: {
        text: 'Dass der Antragsteller den Namen kontrolliert',
        reason: `Das sagt die Policy ${leaf.policies[0] ?? ''}, und mehr nicht: Der Antragsteller konnte zum Beispiel einen Eintrag in der Zone von ${host} setzen.`,
      },
      refused: {
        text: 'Nichts: Ein solches Zertifikat wird abgelehnt',
        reason:
          'Dieser Browser hat nichts abzulehnen gefunden. Das laufende Beispiel führt jede seiner Prüfungen auf.',
      },
    }),
    change: {
      label: 'Name, den Mallory registriert',
      task: 'Einen anderen Namen ausdenken, den das Auge für shop.example hält, und ausführen. Mallory bekommt dafür auf demselben Weg ein Zertifikat.',
      done: ({ host, chain: { checks } }) =>
        `${host}: verbunden, ${checks.passed} Prüfungen bestanden. Das Schloss sagt, mit wem der Browser spricht, Buchstabe für Buchstabe. Ob das der Gemeinte ist, sieht nur, wer liest.`,
    },
    more: 'Als Angriff öffnen',
  },
};
