/** German explanations of the steps that only TLS 1.2 has, or has in another form. */
import { code, rich, sentences, term } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Choice } from '../step-facts.ts';
import type { ProtectionFacts, Tls12StepFacts } from '../step-facts-tls12.ts';
import type { StepWords } from '../words.ts';
import { and, bytes, count, der, Der, place } from './grammar.ts';

export const tls12Steps: Pick<StepWords['cases'], Tls12StepFacts['case']> = {
  'tls12-server-hello': (f) => ({
    title: 'ServerHello',
    body: sentences(
      f.better === undefined
        ? rich`Der Server wählt ${code(f.suite.name)}${because(f.suite)}.`
        : rich`Der Browser hat ${f.better} angeboten, aber der Server antwortet mit TLS 1.2 und wählt ${code(f.suite.name)}${because(f.suite)}.`,
      f.marked
        ? rich`TLS 1.3 könnte er und sagt das in den letzten 8 Bytes seines ${term('random', 'Zufallswerts')}, damit niemand die beiden unbemerkt herunterhandelt (${term('downgrade', 'Downgrade')}).`
        : undefined,
      f.extendedMainSecret
        ? rich`Beide Seiten werden die Schlüssel an diesen ganzen Handshake binden (${term('extended-main-secret', 'Extended Main Secret')})${f.block && f.encryptThenMac ? rich` und den ${term('mac', 'MAC')} außen um den Ciphertext legen` : ''}.`
        : rich`Ohne ${term('extended-main-secret', 'Extended Main Secret')} hängen die Schlüssel allein an den beiden Zufallswerten, wodurch Angreifer 2014 zwei Verbindungen verknüpfen konnten.`,
      f.marked
        ? undefined
        : rich`Eve liest alles mit; in TLS 1.3 sind die meisten dieser Antworten verschlüsselt.`,
    ),
  }),

  'resuming-server-hello': (f) => ({
    title: 'ServerHello',
    body: sentences(
      f.by === 'ticket'
        ? rich`Der Server öffnet das ${term('session-ticket', 'Ticket')} des Browsers und wiederholt dessen Session ID: Es geht weiter mit dem Secret der früheren Verbindung und mit ${code(f.suite)}.`
        : rich`Der Server kennt die Session ID und wiederholt sie: Es geht weiter mit dem Secret der früheren Verbindung und mit ${code(f.suite)}.`,
      rich`Zertifikat und Schlüsselaustausch entfallen, was einen Roundtrip und die teuren Operationen spart.`,
      rich`Neue Zufallswerte sorgen trotzdem für neue Schlüssel.`,
    ),
  }),

  'old-server-hello': (f) => ({
    title: 'ServerHello',
    body: sentences(
      rich`Der Server spricht nichts Besseres als ${f.version} und antwortet damit, obwohl der Browser ${and(f.offered)} angeboten hat.`,
      rich`${f.version} gilt seit Jahren als veraltet (RFC ${f.version.startsWith('SSL') ? '7568' : '8996'}): Signaturen und Schlüsselableitung beruhen auf MD5 und SHA-1.`,
      f.fault && rich`Darum schließt ${der(f.fault.by)} mit ${code(f.fault.alert)}.`,
    ),
  }),

  'server-key-exchange': (f) => ({
    title: 'ServerKeyExchange',
    body:
      f.agreement === 'none'
        ? sentences(
            rich`Der Server hat keinen Schlüssel zu senden, nur einen Hinweis, welchen ${term('psk', 'Pre-Shared Key')} er meint${f.hint === undefined ? '' : rich`: ${code(f.hint)}`}.`,
            rich`Der Hinweis ist nicht geheim, und der Browser darf ihn übergehen.`,
          )
        : sentences(
            rich`Der Server erzeugt nur für diese Verbindung ein ${term('diffie-hellman', 'Diffie-Hellman')}-Schlüsselpaar und sendet seine Hälfte: ${bytes(f.bytes)}${f.agreement === 'ecdh' ? rich` für ${code(f.group ?? '')}${f.choice === undefined ? '' : because(f.choice)}` : rich` modulo einer Primzahl von ${f.bits ?? 0} Bits${f.group === undefined || f.group === 'DH' ? '' : rich` (${code(f.group)})`}`}.`,
            f.signature === undefined
              ? rich`Niemand signiert sie, also kann Mallory unbemerkt eine eigene Hälfte an ihre Stelle setzen.`
              : rich`Er signiert sie zusammen mit beiden ${term('random', 'Zufallswerten')} (${code(f.signature.scheme)}, ${bytes(f.signature.bytes)}): Sonst könnte Mallory eine eigene Hälfte an ihre Stelle setzen.`,
            f.bits !== undefined && f.bits < 2048
              ? rich`Eine Primzahl von ${f.bits} Bits ist heute zu klein: Wer einmal genug zu ihr berechnet hat, kann jede Verbindung lesen, die sie verwendet.`
              : f.hint === undefined
                ? undefined
                : rich`Der Hinweis ${code(f.hint)} sagt, welchen ${term('psk', 'Pre-Shared Key')} er meint.`,
          ),
  }),

  'params-verified': (f) => ({
    title: 'Signatur prüfen',
    body: sentences(
      rich`Der Browser prüft die ${term('signature', 'Signatur')} über die Hälfte des Servers mit dem ${term('public-key', 'öffentlichen Schlüssel')}${f.leaf === undefined ? '' : rich` von ${code(f.leaf)}`}: Sie ist gültig.`,
      rich`Sie deckt ${f.signedBytes === undefined ? 'alle Bytes' : bytes(f.signedBytes)} ab, auch beide Zufallswerte, also passt der Mitschnitt eines älteren Handshakes nicht.`,
      rich`Jetzt weiß der Browser, dass er mit dem Inhaber des privaten Schlüssels spricht${f.lockCloses ? ', und das Schloss schließt sich' : ''}.`,
    ),
  }),

  'params-rejected': (f) => ({
    title: 'Signatur prüfen',
    body: sentences(
      rich`Der Browser prüft die ${term('signature', 'Signatur')} über die Hälfte des Servers mit dem ${term('public-key', 'öffentlichen Schlüssel')}${f.leaf === undefined ? '' : rich` von ${code(f.leaf)}`}, und sie ist nicht gültig.`,
      rich`Entweder hat die andere Seite den privaten Schlüssel nicht, oder jemand hat unterwegs die Hälfte oder einen Zufallswert verändert.`,
      rich`Weiterzumachen hieße, ein Geheimnis mit wem auch immer zu vereinbaren.`,
    ),
  }),

  'server-hello-done': (f) => ({
    title: 'ServerHelloDone',
    body: sentences(
      rich`Der Server hat alles gesagt: ${bytes(f.bytes)}, die das Ende seines ${term('flight', 'Flights')} anzeigen.`,
      f.clientAsked
        ? rich`Jetzt ist der Browser an der Reihe, der auch den CertificateRequest beantworten muss.`
        : rich`Jetzt ist der Browser an der Reihe.`,
      rich`TLS 1.3 braucht kein solches Zeichen, weil dort das Finished des Servers im selben Roundtrip den Schluss macht.`,
    ),
  }),

  'client-key-exchange': (f) => ({ title: 'ClientKeyExchange', body: clientKeyExchange(f) }),

  'decrypt-premaster-secret': (f) => ({
    title: 'Premaster Secret entschlüsseln',
    body: f.fallback
      ? sentences(
          rich`Der Server entschlüsselt mit seinem ${term('private-key', 'privaten Schlüssel')} (${f.key ?? 'RSA'}), und heraus kommt kein ${term('premaster-secret', 'Premaster Secret')} dieses Handshakes.`,
          rich`Das sagt er nicht: Er macht mit einem zufälligen weiter, und der Handshake scheitert am Finished wie jeder andere mit falschen Schlüsseln.`,
          rich`Eine Antwort, die falsches Padding von richtigem unterscheidet, ließe einen Angreifer einen Mitschnitt Stück für Stück entschlüsseln (Bleichenbacher 1998, ROBOT 2017).`,
        )
      : sentences(
          rich`Der Server entschlüsselt das ${term('premaster-secret', 'Premaster Secret')} mit dem ${term('private-key', 'privaten Schlüssel')} seines Zertifikats und prüft, ob die Version darin die vom Browser angebotene ist.`,
          rich`Ab hier kennen beide Seiten dieselben 48 Bytes; bis hier war alles asymmetrisch.`,
          rich`Wer diesen privaten Schlüssel später bekommt, kann mit einem Mitschnitt dasselbe tun: Es gibt keine ${term('forward-secrecy', 'Forward Secrecy')}.`,
        ),
  }),

  'derive-key-block': (f) => ({
    title: 'Key Block ableiten',
    body: f.resumed
      ? sentences(
          rich`Beide Seiten haben noch das ${term('main-secret', 'Main Secret')} der früheren Verbindung und mischen es mit den neuen Zufallswerten.`,
          keyBlock(f.blockBytes, f.parts),
          rich`So wird kein Schlüssel zweimal verwendet, obwohl nichts ausgetauscht wurde.`,
        )
      : sentences(
          rich`Beide Seiten machen aus ${f.premasterBytes === undefined ? 'dem' : rich`den ${bytes(f.premasterBytes)} des`} ${term('premaster-secret', 'Premaster Secret')} ein ${term('main-secret', 'Main Secret')} von 48 Bytes (in Texten vor RFC 9846 heißt es Master Secret).`,
          f.extendedMainSecret
            ? rich`In die ${term('prf', 'PRF')} geht der ${f.hash === undefined ? '' : `${f.hash}-`}Hash aller bisherigen Nachrichten ein.`
            : rich`In die ${term('prf', 'PRF')} gehen nur die beiden Zufallswerte ein.`,
          keyBlock(f.blockBytes, f.parts),
        ),
  }),

  'change-cipher-spec': (f) => ({
    title: 'ChangeCipherSpec',
    body: sentences(
      rich`${Der(f.from)} sagt mit einem Byte: Ab dem nächsten ${term('record', 'Record')} verwendet diese Seite die neuen Schlüssel${f.protection === undefined ? '' : rich` (${protectionName(f.protection)})`}.`,
      rich`Es ist keine Handshake-Nachricht und kein Teil des ${term('transcript', 'Transkripts')}.`,
      rich`In TLS 1.3 bedeutet es nichts mehr; dort hat jede Nachricht ihre festen Schlüssel.`,
    ),
  }),

  'tls12-finished': (f) => ({
    title: 'Finished',
    body: sentences(
      f.first
        ? rich`${Der(f.from)} weist nach, dass er die Schlüssel hat und dieselben Nachrichten gesehen hat: ${bytes(f.verifyBytes)} aus der ${term('prf', 'PRF')} über sie alle, die erste Nachricht unter den neuen Schlüsseln.`
        : rich`${Der(f.from)} antwortet mit seinen eigenen ${bytes(f.verifyBytes)} über alle Nachrichten, auch über das Finished der anderen Seite.`,
      f.from === 'server' && f.provedBy !== undefined && !f.resumed
        ? provedBy[f.provedBy]
        : rich`Hätte Mallory eine Suite aus dem Angebot gestrichen, fiele es spätestens hier auf.`,
      f.readable
        ? rich`Eve liest auch das mit, denn verschlüsselt ist nichts.`
        : f.resumed && f.from === 'server'
          ? rich`Nur der Server der früheren Verbindung konnte es erzeugen.`
          : undefined,
    ),
  }),

  'tls12-application-data': (f) => ({
    title: 'Application Data',
    body: sentences(
      rich`${Der(f.from)} sendet ${f.line === undefined ? '' : rich`${code(f.line)}, `}${bytes(f.dataBytes)} Daten in ${count(f.records, term('record', 'Record'), term('record', 'Records'))} von ${bytes(f.wireBytes)}.`,
      f.protection === undefined ? undefined : protectedBy(f.protection, f.first),
      f.protection?.form === 'null'
        ? rich`Eve liest jedes Byte.`
        : rich`Eve erfährt noch, wer mit wem spricht, wann und wie viel.`,
    ),
  }),

  'tls12-new-session-ticket': (f) => ({
    title: 'NewSessionTicket',
    body: sentences(
      rich`Der Server versiegelt, was er über diese Sitzung weiß, in einem ${term('session-ticket', 'Ticket')} von ${bytes(f.ticketBytes)}, das nur er öffnen kann${f.lifetime === 0 ? '' : rich`, gültig für ${f.lifetime} Sekunden`}.`,
      rich`Der Browser bewahrt es auf und kann damit ohne neuen Schlüsselaustausch wiederkommen.`,
      rich`Es reist im Klartext: Eve sieht es hier und erkennt es wieder, wenn es zurückkommt, was TLS 1.3 geändert hat.`,
    ),
  }),

  'certificate-status': (f) => ({
    title: 'CertificateStatus',
    body: sentences(
      rich`Der Server legt bei, was seine ${term('certification-authority', 'Zertifizierungsstelle')} über sein Zertifikat sagt: eine OCSP-Antwort von ${bytes(f.bytes)}, signiert und datiert.`,
      rich`So muss der Browser nicht selbst dort fragen, wodurch sie erführe, welche Seiten er besucht.`,
    ),
  }),

  'hello-request': () => ({
    title: 'HelloRequest',
    body: sentences(
      rich`Der Server verlangt einen neuen Handshake auf dieser Verbindung.`,
      rich`Dieser Browser lehnt mit einer Warnung ab: Durch die Neuaushandlung konnten Angreifer ihre eigene Anfrage vor die eines anderen setzen (2009).`,
    ),
  }),
};

function clientKeyExchange(f: Extract<Tls12StepFacts, { readonly case: 'client-key-exchange' }>): Rich {
  const psk =
    f.identity === undefined
      ? undefined
      : rich`Er nennt den ${term('psk', 'Pre-Shared Key')}, den er verwendet: ${code(f.identity)}.`;
  switch (f.agreement) {
    case 'rsa':
      return sentences(
        rich`Der Browser denkt sich ein Geheimnis von 48 Bytes aus, das ${term('premaster-secret', 'Premaster Secret')}, und verschlüsselt es mit dem ${term('public-key', 'öffentlichen Schlüssel')} aus dem Zertifikat des Servers: ${bytes(f.bytes)}.`,
        rich`Nur der ${term('private-key', 'private Schlüssel')} öffnet es; Eve sieht die Bytes, aber nicht das Geheimnis.`,
        psk ??
          rich`Diesen Schritt meinen ältere Texte mit „der Browser sendet den Schlüssel“, und TLS 1.3 hat ihn abgeschafft.`,
      );
    case 'dh':
    case 'ecdh':
      return sentences(
        rich`Der Browser erzeugt sein eigenes Schlüsselpaar und sendet seine Hälfte, ${bytes(f.bytes)}${f.group === undefined ? '' : rich` für ${code(f.group)}`}.`,
        rich`Beide Seiten können jetzt aus der eigenen privaten und der fremden öffentlichen Hälfte dasselbe ${term('premaster-secret', 'Premaster Secret')} berechnen; Eve hat nur die öffentlichen.`,
        psk ??
          (f.fixed
            ? rich`Die Hälfte des Servers ist der Schlüssel in seinem Zertifikat, in jeder Verbindung derselbe: Wer ihn bekommt, kann Mitschnitte lesen (keine ${term('forward-secrecy', 'Forward Secrecy')}).`
            : undefined),
      );
    case 'none':
      return sentences(
        rich`Der Browser sendet gar keinen Schlüssel, nur den Namen des ${term('psk', 'Pre-Shared Key')}, den beide haben: ${code(f.identity ?? '')}.`,
        rich`Wer diesen Schlüssel später bekommt, kann jeden Mitschnitt lesen, der mit ihm entstand.`,
      );
  }
}

const provedBy: Readonly<Record<'signed' | 'key-in-certificate' | 'psk' | 'anonymous', Rich>> = {
  signed: rich`Hätte Mallory eine Suite aus dem Angebot gestrichen, fiele es spätestens hier auf.`,
  'key-in-certificate': rich`Ohne den ${term('private-key', 'privaten Schlüssel')} seines Zertifikats hätte der Server es nicht erzeugen können: Erst jetzt ist nachgewiesen, wer er ist, und das Schloss schließt sich.`,
  psk: rich`Ohne den ${term('psk', 'Pre-Shared Key')} hätte er es nicht erzeugen können: Das ist der ganze Nachweis, wer er ist.`,
  anonymous: rich`Wer der Server ist, weist es nicht nach: Niemand hat etwas signiert (${term('anonymous-key-exchange', 'anonymer Schlüsselaustausch')}), und Mallory hätte dasselbe tun können.`,
};

function keyBlock(size: number | undefined, parts: number): Rich {
  return rich`Daraus entsteht ein ${term('key-block', 'Key Block')}${size === undefined ? '' : rich` von ${bytes(size)}`}, in ${parts} Teile geschnitten: Schlüssel für jede Richtung.`;
}

function protectionName({ cipher, form, mac }: ProtectionFacts): Rich {
  if (form === 'null') return rich`${term('null-cipher', 'keine Verschlüsselung')}, nur ${mac ?? ''}`;
  return mac === undefined ? rich`${code(cipher)}` : rich`${code(cipher)} mit ${mac}`;
}

function protectedBy({ cipher, form, mac }: ProtectionFacts, first: boolean): Rich {
  switch (form) {
    case 'aead':
      return first
        ? rich`${code(cipher)} verschlüsselt sie und hängt in einem Zug ein ${term('tag', 'Tag')} an: Eve kann sie nicht lesen, und Mallory kann kein Bit ändern, ohne dass der Record verworfen wird.`
        : rich`Jeder Record hat seine eigene Nummer und seine eigene ${term('nonce', 'Nonce')}: Wird einer wiederholt, ausgelassen oder verschoben, lässt sich der nächste nicht öffnen.`;
    case 'mac-then-encrypt':
      return rich`Sie bekommen einen ${term('mac', 'MAC')} (${mac ?? ''}), dann ${term('padding', 'Padding')}, dann verschlüsselt ${code(cipher)} alles mit einem neuen IV; diese Reihenfolge hat Angriffe wie Lucky Thirteen möglich gemacht.`;
    case 'encrypt-then-mac':
      return rich`${code(cipher)} verschlüsselt sie mit einem neuen IV, und der ${term('mac', 'MAC')} (${mac ?? ''}) über das Ergebnis wird geprüft, bevor etwas entschlüsselt wird.`;
    case 'stream':
      return rich`Sie bekommen einen ${term('mac', 'MAC')} (${mac ?? ''}), und ${code(cipher)} verschlüsselt beides; wegen der Unregelmäßigkeiten von RC4 lässt sich Text erraten, der oft genug gesendet wird, darum verbietet ihn RFC 7465.`;
    case 'null':
      return rich`Sie bekommen einen ${term('mac', 'MAC')} (${mac ?? ''}), damit niemand sie ändern kann, und werden nicht verschlüsselt.`;
  }
}

/** Which rule chose: ', die erste in seiner Liste, die auch der Browser anbietet (in dessen Liste Platz 2 von 3)'. */
function because(choice: Choice): Rich {
  if (choice.rule === undefined)
    return choice.inBrowserList === undefined
      ? []
      : rich`, ${place(choice.inBrowserList)} in der Liste des Browsers`;
  const server = choice.rule === 'server-order';
  const at = server ? choice.inBrowserList : choice.inServerList;
  return rich`, die erste ${server ? 'in seiner Liste, die auch der Browser anbietet' : 'in der Liste des Browsers, die auch er akzeptiert'}${at === undefined ? '' : rich` (${server ? 'in dessen Liste' : 'in der eigenen'} ${place(at)})`}`;
}
