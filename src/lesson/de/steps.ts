/** German explanations of the steps: what happens, why it has to, what would go wrong without it. */
import type { AlertName } from '../../tls/registry/alerts.ts';
import { code, join, rich, sentences, term } from '../rich.ts';
import type { Rich } from '../rich.ts';
import type { Choice, FactsOf, PathFacts, ShareFacts } from '../step-facts.ts';
import type { StepWords } from '../words.ts';
import { alertNotes, alerts } from './alerts.ts';
import { chainInvalid } from './chain-failures.ts';
import { negotiationFailure } from './negotiation-failures.ts';
import { answersPsk, offersPsk, pskSteps } from './psk-steps.ts';
import { tls12Steps } from './steps-tls12.ts';
import { and, bytes, count, dem, der, Der, des, or, other, place, shareContents, vom } from './grammar.ts';

export const steps: StepWords = {
  cases: {
    ...tls12Steps,

    'client-hello': (f) => ({
      title: 'ClientHello',
      body: sentences(...(f.failure ? [negotiationFailure(f.failure).body] : clientHello(f))),
    }),

    'second-client-hello': (f) => ({
      title: 'ClientHello, noch einmal',
      body: sentences(
        f.replaced.length > 0
          ? rich`Der Browser wiederholt sein Hello, jetzt mit ${sharesDative(f.shares)} statt für ${and(f.replaced.map(code))}${f.cookieBytes === undefined ? '' : rich`, und gibt das ${term('cookie', 'Cookie')} des Servers zurück, ${bytes(f.cookieBytes)}`}.`
          : f.cookieBytes === undefined
            ? rich`Der Browser wiederholt sein Hello; seine Key Shares bleiben dieselben.`
            : rich`Der Browser wiederholt sein Hello und gibt das ${term('cookie', 'Cookie')} des Servers zurück, ${bytes(f.cookieBytes)}; seine Key Shares bleiben dieselben.`,
        f.failure && negotiationFailure(f.failure).body,
        f.failure === undefined
          ? rich`Davon abgesehen muss es dasselbe Hello sein: derselbe ${term('random', 'Zufallswert')}, dieselben Angebote.`
          : undefined,
        f.failure === undefined
          ? rich`Beide Hellos zählen: Das erste bleibt als Hash im ${term('transcript', 'Transkript')}.`
          : undefined,
      ),
    }),

    'hello-retry-request': (f) => ({
      title: 'HelloRetryRequest',
      body: sentences(
        f.group === undefined
          ? rich`Der Server verlangt, dass der Browser sein Hello mit einem ${term('cookie', 'Cookie')} von ${bytes(f.cookieBytes ?? 0)} wiederholt.`
          : rich`Der Server will ${code(f.group.name)}${because(f.group)}, aber der Browser hat ${f.sharesSent.length === 0 ? 'keinen Key Share gesendet' : rich`nur für ${and(f.sharesSent.map(code))} einen ${term('key-share', 'Key Share')} gesendet`}. Er verlangt einen Share dieser Gruppe${f.cookieBytes === undefined ? '' : rich` und gibt ein ${term('cookie', 'Cookie')} von ${bytes(f.cookieBytes)} mit, das zurückkommen muss`}.`,
        f.group === undefined
          ? rich`Ein Browser, der es zurückgibt, ist unter seiner Adresse erreichbar, und bis dahin muss sich der Server nichts merken.`
          : rich`Die Gruppe kennen beide, also kostet es nur einen Roundtrip.`,
        rich`Der Form nach ist es ein ServerHello, kenntlich an einem festen Zufallswert.`,
      ),
    }),

    'server-hello': (f) => ({
      title: 'ServerHello',
      body: sentences(
        rich`Der Server wählt ${code(f.suite.name)}${because(f.suite)}.`,
        f.share === undefined
          ? undefined
          : rich`Sein ${term('key-share', 'Key Share')} gilt für ${code(f.share.group)}${f.askedFor ? ', die Gruppe, die er verlangt hatte' : sameRule(f.group)}: ${bytes(f.share.bytes)}, ${shareContents(f.share.parts)}.`,
        answersPsk(f),
        f.psk === undefined
          ? rich`Beide Seiten können jetzt das ${term('shared-secret', 'gemeinsame Geheimnis')} berechnen, Eve nicht.`
          : undefined,
      ),
    }),

    'negotiation-failure': negotiationFailure,

    'derive-handshake-keys': (f) => ({
      title: 'Handshake-Schlüssel ableiten',
      body: sentences(
        f.psk !== undefined && f.secrets.length === 0
          ? rich`Beide Seiten haben denselben ${term('psk', 'Pre-Shared Key')} und sonst nichts: An die Stelle eines Schlüsselaustauschs tritt eine Folge von Nullen.`
          : f.secrets.length > 1
            ? rich`Beide Seiten haben jetzt dasselbe ${term('shared-secret', 'gemeinsame Geheimnis')}: ${and(f.secrets.map((s) => rich`${bytes(s.bytes)} aus ${s.name}`))}; Eve müsste beides brechen.`
            : f.secrets[0] === undefined
              ? rich`Beide Seiten haben jetzt dasselbe ${term('shared-secret', 'gemeinsame Geheimnis')}.`
              : rich`Beide Seiten haben jetzt dasselbe ${term('shared-secret', 'gemeinsame Geheimnis')}, ${bytes(f.secrets[0].bytes)} aus ${f.secrets[0].name}.`,
        rich`Die ${term('key-schedule', 'Schlüsselableitung')} ${f.psk === undefined || f.secrets.length === 0 ? '' : rich`geht vom ${term('psk', 'Pre-Shared Key')} aus, `}mischt den ${f.hash === undefined ? '' : `${f.hash}-`}Hash ${f.afterRetry ? 'aller' : 'beider'} Hellos ein und gibt jeder Richtung ein ${term('traffic-secret', 'Traffic Secret')}${f.aead === undefined ? '' : rich`, dazu Schlüssel und IV für ${f.aead}`}.`,
        rich`Hätte Mallory ein Hello verändert, wären die Schlüssel verschieden.`,
      ),
    }),

    'encrypted-extensions': (f) => ({
      title: 'EncryptedExtensions',
      body: sentences(
        f.extensions.length === 0
          ? rich`Der Server hat nichts hinzuzufügen und sagt auch das: Die Nachricht ist Pflicht, selbst wenn sie leer ist.`
          : rich`Der Server ${and(
              [
                f.alpn === undefined
                  ? ''
                  : rich`wählt ${code(f.alpn.name)} per ${term('alpn', 'ALPN')}${f.alpn.inBrowserList === undefined ? '' : rich` (${place(f.alpn.inBrowserList)} in der Liste des Browsers)`}`,
                f.serverNameAcknowledged
                  ? rich`bestätigt den Namen aus ${term('server-name', 'server_name')}`
                  : '',
                f.earlyData === 'accepted' ? rich`nimmt die ${term('early-data', 'Early Data')} an` : '',
                f.extensions.includes('supported_groups')
                  ? 'nennt seine Gruppen für die nächste Verbindung'
                  : '',
                others(f.extensions),
              ].filter((part) => part !== ''),
            )}.`,
        f.alpnUnanswered
          ? rich`Die ${term('alpn', 'ALPN')}-Liste des Browsers bleibt ohne Antwort, also ist kein Protokoll vereinbart.`
          : undefined,
        f.earlyData === 'rejected'
          ? rich`Von ${term('early-data', 'Early Data')} sagt er nichts, und das heißt: nicht angenommen.`
          : undefined,
        f.psk
          ? rich`Ein Zertifikat folgt nicht: Wer der Server ist, sagt der ${term('psk', 'Pre-Shared Key')}, und als Nächstes kommt sein Finished.`
          : rich`Es ist die erste Nachricht unter ${term('handshake-keys', 'Handshake-Schlüsseln')}: In TLS 1.2 standen solche Antworten für alle lesbar im ServerHello${f.bytes > 0 ? rich`, hier zählt Eve nur ${bytes(f.bytes)} Ciphertext` : ''}.`,
      ),
    }),

    'certificate-request': (f) => ({
      title: 'CertificateRequest',
      body: sentences(
        rich`Der Server verlangt auch vom Browser ein ${term('certificate', 'Zertifikat')}${f.authorities.length === 0 ? ',' : rich`: eines, das zu ${or(f.authorities)} führt,`} mit einer Signatur nach einem von ${count(f.schemes, 'Verfahren', 'Verfahren')}.`,
        f.late
          ? rich`Er verlangt es erst jetzt, da die Verbindung steht, weil das Angeforderte nicht für alle ist; der Browser hatte gesagt, dass er das darf.`
          : rich`Nur ein Server, der selbst ein Zertifikat zeigt, darf eines verlangen.`,
        f.required === undefined
          ? undefined
          : f.required
            ? rich`Hier besteht er darauf: Ohne Zertifikat schließt er.`
            : rich`Hier fragt er nur: Ohne Zertifikat macht er weiter und weiß nicht, wer der Browser ist.`,
      ),
    }),

    certificate: (f) => {
      const [leaf] = f.certificates;
      const issuers = f.above;
      const root = f.certificates.find((c) => c.role === 'root' && c !== leaf);
      const to = der(other(f.from));
      const name =
        leaf && rich`${f.from === 'server' ? 'für' : 'auf den Namen'} ${code(leaf.name)} (${leaf.key})`;
      const eve =
        f.sealedBytes === 0
          ? f.readable
            ? rich`Es geht im Klartext über die Leitung, also liest Eve, wem es gehört; TLS 1.3 verschlüsselt es.`
            : undefined
          : f.from === 'server'
            ? rich`Eve zählt ${bytes(f.sealedBytes)} Ciphertext, erfährt aber nicht, wessen Zertifikat es ist.`
            : rich`Eve zählt ${bytes(f.sealedBytes)} Ciphertext; in TLS 1.2 hätte sie lesen können, wer es ist.`;
      if (leaf === undefined) {
        return {
          title: 'Certificate, leer',
          body: rich`${Der(f.from)} sendet eine Liste mit 0 Zertifikaten. Ein Server, der sich mit einem Zertifikat ausweist, muss eines senden.`,
        };
      }
      return {
        title: 'Certificate',
        body: sentences(
          leaf.role !== 'leaf'
            ? rich`${Der(f.from)} sendet ${count(f.certificates.length, 'Zertifikat', 'Zertifikate')}, und das erste, ${leaf.name}, ist kein ${term('leaf', 'Leaf-Zertifikat')}: Das erste muss ${dem(f.from)} selbst gehören.`
            : issuers.length === 0
              ? rich`${Der(f.from)} sendet sein ${term('certificate', 'Zertifikat')} ${name} und keines des Ausstellers, ${leaf.issuer}.`
              : issuers.length === 1
                ? rich`${Der(f.from)} sendet sein ${term('certificate', 'Zertifikat')} ${name} und das ${term('intermediate', 'Zwischenzertifikat')} seines Ausstellers, ${and(issuers.map((c) => c.name))}.`
                : rich`${Der(f.from)} sendet sein ${term('certificate', 'Zertifikat')} ${name} und, eines über dem anderen, die ${term('intermediate', 'Zwischenzertifikate')} ${and(issuers.map((c) => c.name))}.`,
          leaf.role !== 'leaf'
            ? undefined
            : root !== undefined
              ? rich`Auch das ${term('root', 'Root-Zertifikat')} ${root.name} ist dabei, ${bytes(root.bytes)} umsonst: ${Der(other(f.from))} vertraut einer Root, weil sie in seinem eigenen Store liegt, nie weil sie mitkommt.`
              : issuers.length === 0
                ? f.issuerRequested
                  ? rich`Genau diese Zertifizierungsstelle hat ${to} genannt, also hat er ihr Zertifikat.`
                  : rich`${Der(other(f.from))} kann es nur prüfen, wenn er das Zertifikat des Ausstellers von anderswo hat.`
                : issuers.length === 1
                  ? rich`${Der(other(f.from))} braucht beide auf dem Weg zu einer ${term('root', 'Root')}, der er vertraut; die Root selbst muss schon bei ihm liegen.`
                  : rich`${Der(other(f.from))} braucht eine solche Reihe von Ausstellern bis zu einer ${term('root', 'Root')}, der er vertraut; die Root selbst muss schon bei ihm liegen.`,
          f.strangers.length === 0 || leaf.role !== 'leaf'
            ? undefined
            : rich`${and(f.strangers.map((c) => c.name))} ${f.strangers.length === 1 ? 'kommt' : 'kommen'} mit, obwohl kein Zertifikat dieser Reihe ${f.strangers.length === 1 ? 'diesen' : 'einen dieser'} Aussteller nennt.`,
          f.stapleBytes === 0
            ? undefined
            : rich`Angeheftet ist, was die Zertifizierungsstelle über eine ${term('revocation', 'Sperrung')} sagt: eine OCSP-Antwort von ${bytes(f.stapleBytes)}, signiert und datiert.`,
          eve,
        ),
      };
    },

    'empty-certificate': (f) => ({
      title: 'Certificate, leer',
      body: sentences(
        rich`Der Browser soll ein ${term('certificate', 'Zertifikat')} zeigen, hat keines und muss auch das sagen: Er sendet eine Liste mit 0 Einträgen.`,
        rich`Ein CertificateVerify folgt nicht, denn es gibt keinen Schlüssel, der nachzuweisen wäre.`,
        f.required === undefined
          ? undefined
          : f.required
            ? rich`Dieser Server besteht darauf und wird mit ${code('certificate_required')} schließen.`
            : rich`Dieser Server macht weiter, ohne zu wissen, wer der Browser ist.`,
      ),
    }),

    'chain-valid': (f) => ({
      title: f.subject === 'server' ? 'Kette prüfen' : 'Kette des Browsers prüfen',
      body: sentences(
        rich`${Der(other(f.subject))} findet einen ${term('path', 'Pfad')} ${pathOf(f)}, macht ${count(f.passed, 'Prüfung', 'Prüfungen')} daran und vertraut ihm, weil die ${term('root', 'Root')} ${f.subject === 'server' ? rich`in seinem ${term('root-store', 'Store')} liegt` : 'auf seiner eigenen Liste steht'}.`,
        f.subject === 'server'
          ? rich`Diese Root bürgt dafür, dass dieser ${term('public-key', 'öffentliche Schlüssel')} zu ${code(f.host)} gehört.`
          : rich`Diese Root bürgt dafür, dass dieser ${term('public-key', 'öffentliche Schlüssel')} zu ${f.path[0] ?? 'diesem Namen'} gehört.`,
        f.captured === true ? verdictOfLab : undefined,
        rich`Eine Kopie davon könnte jeder senden: Ob ${der(f.subject)} den privaten Schlüssel hat, ist noch offen.`,
      ),
    }),

    'chain-invalid': (f) => {
      const text = chainInvalid(f);
      if (f.overruled === true) return { ...text, body: sentences(text.body, waved) };
      return f.captured === true ? { ...text, body: sentences(text.body, verdictOfLab) } : text;
    },

    'certificate-verify': (f) => ({
      title: 'CertificateVerify',
      body: sentences(
        rich`${Der(f.from)} signiert den ${term('transcript-hash', 'Hash')} von allem bisher Gesagten mit dem ${term('private-key', 'privaten Schlüssel')} seines Zertifikats: ${code(f.scheme)}${f.offered === undefined ? '' : rich`${f.firstFit ? ', das erste Verfahren, das zu diesem Schlüssel passt' : ''} (${place(f.offered)} in der Liste ${des(other(f.from))})`}, ${bytes(f.signatureBytes)}.`,
        rich`Nur wer diesen Schlüssel hat, kann diese ${term('signature', 'Signatur')} erzeugen, und sie passt zu keiner anderen Verbindung.`,
        {
          ecdsa: rich`Verschlüsselt wird damit nichts.`,
          ed25519: rich`Verschlüsselt wird damit nichts.`,
          'rsa-pss': rich`Verschlüsselt wird damit nichts; das Padding muss PSS sein.`,
          'ml-dsa': rich`Sie ist groß, weil auch ein Quantencomputer sie nicht fälschen können soll; eine ECDSA-Signatur hat etwa 70 Bytes.`,
          other: undefined,
        }[f.family],
      ),
    }),

    'signature-verified': (f) => ({
      title: f.by === 'browser' ? 'Signatur prüfen' : 'Signatur des Browsers prüfen',
      body: sentences(
        rich`${Der(f.by)} setzt dieselben ${f.signedBytes === undefined ? '' : rich`${f.signedBytes} `}Bytes aus seinem eigenen ${term('transcript', 'Transkript')} zusammen und prüft die ${term('signature', 'Signatur')} mit dem ${term('public-key', 'öffentlichen Schlüssel')}${f.leaf === undefined ? '' : rich` von ${code(f.leaf)}`}: Sie ist gültig.`,
        f.by === 'browser'
          ? rich`Jetzt weiß er, dass er mit dem Inhaber des privaten Schlüssels spricht${f.lockCloses ? ', und das Schloss schließt sich' : ''}.`
          : rich`Jetzt weiß der Server, dass er mit dem Inhaber dieses Schlüssels spricht.`,
        rich`${term('mallory', 'Mallory')} hätte das Zertifikat weiterreichen, diese Signatur aber nicht erzeugen können.`,
      ),
    }),

    'signature-rejected': (f) => ({
      title: f.by === 'browser' ? 'Signatur prüfen' : 'Signatur des Browsers prüfen',
      body: sentences(
        rich`${Der(f.by)} prüft die ${term('signature', 'Signatur')} mit dem ${term('public-key', 'öffentlichen Schlüssel')}${f.leaf === undefined ? '' : rich` von ${code(f.leaf)}`}, und für diese Nachrichten ist sie nicht gültig.`,
        rich`Entweder hat die andere Seite den privaten Schlüssel nicht, oder die beiden haben verschiedene Nachrichten gesehen.`,
        rich`Ein Zertifikat ohne diesen Nachweis ist nichts wert, also bricht ${der(f.by)} ab.`,
      ),
    }),

    finished: (f) => ({
      title: 'Finished',
      body: f.late
        ? lateFinished(f)
        : f.from === 'server'
          ? sentences(
              rich`Der Server sendet einen ${term('mac', 'MAC')} von ${bytes(f.verifyBytes)} über alle Nachrichten von ClientHello bis ${f.lastCovered}, mit einem Schlüssel, den nur diese beiden ableiten können.`,
              f.psk === undefined
                ? rich`Kommt der Browser auf denselben Wert, haben beide dieselben Nachrichten gesehen und dieselben Schlüssel.`
                : rich`Kommt der Browser auf denselben Wert, hat der Server den ${term('psk', 'Pre-Shared Key')}: Das weist ihn aus, und das Schloss schließt sich.`,
              rich`Hätte Mallory eine Suite aus dem Angebot gestrichen, fiele es spätestens hier auf.`,
            )
          : sentences(
              rich`Der Browser antwortet mit seinem eigenen ${term('mac', 'MAC')} von ${bytes(f.verifyBytes)}, über alles bis zum ${f.lastCoveredFrom === 'server' ? `${f.lastCovered} des Servers` : `eigenen ${f.lastCovered}`}.`,
              rich`Jetzt weiß auch der Server, dass beide dieselben Nachrichten gesehen und dieselben Schlüssel haben.`,
              f.clientAuthenticated
                ? rich`Zusammen mit der Signatur davor bindet er das Zertifikat des Browsers an diese Verbindung.`
                : f.psk === 'external'
                  ? rich`Und er weiß, wer da ist: jemand, der den ${term('psk', 'Pre-Shared Key')} hat.`
                  : f.psk === 'resumption'
                    ? rich`Es ist der Browser der früheren Verbindung, denn niemand sonst hat den Schlüssel zum Ticket.`
                    : rich`Wer den Browser benutzt, weiß er noch immer nicht, denn das hat niemand nachgewiesen.`,
            ),
    }),

    'derive-application-keys': (f) => ({
      title: 'Anwendungsschlüssel ableiten',
      body: sentences(
        rich`Beide Seiten führen die ${term('key-schedule', 'Schlüsselableitung')} eine Stufe weiter, zum ${term('main-secret', 'Main Secret')}.`,
        rich`Aus ihm und dem Hash von allem bis zum Finished des Servers entsteht für jede Richtung ein neues ${term('traffic-secret', 'Traffic Secret')}${f.aead === undefined ? '' : rich` samt ${f.aead}-Schlüssel`}: die ${term('application-keys', 'Anwendungsschlüssel')}.`,
        rich`Eve hat bis hier jedes Byte und kann keinen davon berechnen.`,
      ),
    }),

    'application-data': (f) => ({
      title: 'Application Data',
      body: sentences(
        rich`${Der(f.from)} sendet ${f.line === undefined ? '' : rich`${code(f.line)}, `}${bytes(f.dataBytes)} Daten in ${count(f.records, term('record', 'Record'), term('record', 'Records'))} von ${bytes(f.wireBytes)}${f.padding > 0 ? rich`, ${f.padding} davon ${term('padding', 'Padding')}` : ''}.`,
        f.first
          ? rich`${f.aead ?? 'Das Verfahren'} verschlüsselt sie und hängt in einem Zug ein ${term('tag', 'Tag')} an: Eve kann sie nicht lesen, und Mallory kann kein Bit ändern, ohne dass der Record verworfen wird.`
          : rich`Jeder Record hat seine eigene Nummer und seine eigene ${term('nonce', 'Nonce')}: Wird einer wiederholt, ausgelassen oder verschoben, lässt sich der nächste nicht öffnen.`,
        f.afterKeyUpdate
          ? rich`Versiegelt ist er mit dem erneuerten Schlüssel.`
          : f.padding > 0
            ? rich`Das Padding verbirgt, wie lang die Daten wirklich sind.`
            : rich`Eve erfährt noch, wer mit wem spricht, wann und wie viel.`,
      ),
    }),

    ...pskSteps,

    'key-update': (f) => ({
      title: 'KeyUpdate',
      body: sentences(
        rich`${Der(f.from)} ersetzt seinen Sendeschlüssel: Das nächste ${term('traffic-secret', 'Traffic Secret')} wird aus dem jetzigen abgeleitet, und das alte soll gelöscht werden.`,
        rich`Die Ableitung läuft nur in eine Richtung: Wer das neue Secret stiehlt, kann nicht öffnen, was vorher gesendet wurde.`,
        f.answer
          ? rich`Es ist die Antwort auf den Wunsch der anderen Seite: Jetzt haben beide Richtungen neue Schlüssel.`
          : f.updateRequested
            ? rich`Er verlangt ${vom(other(f.from))} dasselbe.`
            : rich`Für die andere Richtung verlangt er nichts, also behält ${der(other(f.from))} seinen Schlüssel.`,
      ),
    }),

    'close-notify': (f) => ({
      title: 'Alert: close_notify',
      body: sentences(
        rich`${Der(f.from)} sagt, dass von ihm keine Daten mehr kommen.`,
        f.second
          ? rich`Jetzt sind beide Richtungen ordentlich geschlossen, und die Schlüssel können gelöscht werden.`
          : f.answered
            ? rich`In TLS 1.2 muss ${der(other(f.from))} sofort mit seinem eigenen antworten und verwerfen, was er noch sagen wollte.`
            : rich`Die andere Richtung bleibt offen, bis auch ${der(other(f.from))} sie schließt.`,
        f.protected
          ? rich`Ohne diesen ${term('alert', 'Alert')} könnte Mallory die Verbindung nach jedem Record kappen und einen Teil als das Ganze ausgeben (${term('truncation', 'Truncation')}); fälschen lässt er sich nicht, weil er verschlüsselt ist.`
          : undefined,
      ),
    }),

    'hello-inside': (f) => ({
      title: 'ClientHello in der Verbindung',
      body: sentences(
        rich`Ein ClientHello von ${bytes(f.bytes)} reist in einer Verbindung, die schon besteht, unter deren Schlüsseln${f.serverName === null ? '' : rich`, für ${code(f.serverName)}`}: Den Server bittet es um einen neuen Handshake.`,
        f.bound
          ? rich`Seine ${code('renegotiation_info')} wiederholt das Finished des Browsers aus dem Handshake davor: Das kann sonst niemand gemacht haben (RFC 5746).`
          : rich`Es ist ein erstes Hello: Seine ${code('renegotiation_info')} ist leer und nennt keinen Handshake davor. Wer es gemacht hat, weiß vielleicht nichts von den Daten davor.`,
      ),
    }),

    alert: (f) => ({
      title: f.alert === undefined ? `Alert ${f.code}` : `Alert: ${f.alert}`,
      body: f.warning && f.alert !== undefined ? warning(f, f.alert) : closing(f),
    }),

    'unreadable-record': (f) => ({
      title: f.captured === undefined ? 'Unlesbarer Record' : 'Verschlossener Record',
      body:
        f.captured === undefined
          ? unreadable(f)
          : sentences(
              rich`${Der(f.from)} sendet einen ${term('record', 'Record')} von ${bytes(f.bytes)}, den ${der(other(f.from))} lesen konnte und dieses Labor nicht kann.`,
              closedRecords[f.captured],
              rich`Typ und Länge stehen im Klartext; mehr hat auch Eve nicht davon.`,
            ),
    }),

    other: (f) => ({
      title: f.message,
      body: f.from === undefined ? [] : rich`${Der(f.from)} sendet ${code(f.message)}.`,
    }),
  },

  alerts,
  alertNotes,

  fault: (f) =>
    rich`Hier endet der Durchlauf: ${Der(f.by)} findet einen Fehler (${code(f.code)}) und antwortet mit ${code(f.alert)}.`,

  compatibilityNote: (f) =>
    rich`Unmittelbar davor hat ${der(f.from)} einen ChangeCipherSpec-Record von ${bytes(f.bytes)} gesendet, der nichts bedeutet: Er lässt die Verbindung für Middleboxes wie TLS 1.2 aussehen (${term('compatibility-mode', 'Kompatibilitätsmodus')}).`,
};

function clientHello(f: FactsOf<'client-hello'>): readonly (Rich | undefined)[] {
  if (!f.versions.includes('TLS 1.3')) return olderClientHello(f);
  return [
    rich`Der Browser bietet ${suites(f.suites)}, ${groups(f.groups)} und ${count(f.schemes, term('signature-scheme', 'Signaturverfahren'), term('signature-scheme', 'Signaturverfahren'))} an${f.shares.length > 0 ? rich` und sendet ${shares(f.shares)}` : ''}.`,
    f.psk ? offersPsk(f.psk) : undefined,
    f.shares.length > 0
      ? f.psk
        ? undefined
        : rich`Ungefragt gesendet, ${f.shares.length === 1 ? 'spart er' : 'sparen sie'} einen Roundtrip.`
      : f.psk && f.groups === 0
        ? undefined
        : rich`Einen Key Share sendet er nicht: Der Server muss ihn erst verlangen, und das kostet einen Roundtrip mehr.`,
    f.versions.length > 1 && !f.psk
      ? rich`Kennt der Server TLS 1.3 nicht, genügt ihm auch ${or(f.versions.slice(1))}${f.resumes === undefined ? '' : rich`, und er würde eine frühere Verbindung wieder aufnehmen`}.`
      : undefined,
    eveReads(f),
    f.grease > 0 && f.versions.length < 2
      ? rich`${count(f.grease, 'Wert ist', 'Werte sind')} ${term('grease', 'GREASE')} und ${f.grease === 1 ? 'bedeutet' : 'bedeuten'} nichts.`
      : undefined,
  ];
}

function eveReads(f: FactsOf<'client-hello'>): Rich {
  return f.serverName === null
    ? rich`${term('eve', 'Eve')} liest alle ${bytes(f.bytes)}, aber keinen Namen, denn ${term('server-name', 'server_name')} fehlt${f.address ? ': Für eine IP-Adresse ist darin kein Platz' : ''}.`
    : rich`${term('eve', 'Eve')} liest alle ${bytes(f.bytes)}, darunter den Namen ${code(f.serverName)} in ${term('server-name', 'server_name')}.`;
}

/** The end of an answer to a question asked once the connection stood. */
function lateFinished(f: FactsOf<'finished'>): Rich {
  return sentences(
    rich`Der Browser beendet seine Antwort mit einem ${term('mac', 'MAC')} von ${bytes(f.verifyBytes)} über den ganzen Handshake, die Frage des Servers und diese Antwort.`,
    rich`Dessen Schlüssel stammt aus dem ${term('traffic-secret', 'Traffic Secret')} des Browsers für Daten, also gehört die Antwort zu dieser Verbindung und zu keiner anderen.`,
    f.clientAuthenticated
      ? rich`Jetzt weiß der Server, mit wem er die ganze Zeit gesprochen hat.`
      : rich`Der Server weiß noch immer nicht, mit wem er spricht.`,
  );
}

/** Without TLS 1.3 there are no key shares: the server chooses first, and the halves come two flights later. */
function olderClientHello(f: FactsOf<'client-hello'>): readonly (Rich | undefined)[] {
  const best = f.versions[0] ?? '';
  return [
    rich`Der Browser bietet ${f.versions.length > 1 ? 'höchstens' : 'nur'} ${best} an, mit ${suites(f.suites)}${f.groups > 0 ? rich` und ${groups(f.groups)}` : ''}.`,
    f.resumes === undefined
      ? rich`Einen Schlüssel sendet er noch nicht: Wie ein Geheimnis vereinbart wird, wählt der Server, und das kostet einen Roundtrip mehr als in TLS 1.3.`
      : rich`Dazu kommt ${f.resumes === 'ticket' ? rich`das ${term('session-ticket', 'Ticket')}` : 'die Session ID'} einer früheren Verbindung, die er wieder aufnehmen will, falls der Server es noch kann.`,
    eveReads(f),
  ];
}

const suites = (n: number): Rich =>
  count(n, term('cipher-suite', 'Cipher Suite'), term('cipher-suite', 'Cipher Suites'));
const groups = (n: number): Rich => count(n, term('group', 'Gruppe'), term('group', 'Gruppen'));

/** 'Key Shares für A und B', 'einen Key Share für A': the accusative. */
function shares(all: readonly ShareFacts[]): Rich {
  return rich`${all.length === 1 ? rich`einen ${term('key-share', 'Key Share')}` : term('key-share', 'Key Shares')} für ${and(all.map((share) => code(share.group)))}`;
}

/** The same in the dative: 'einem Key Share für A'. */
function sharesDative(all: readonly ShareFacts[]): Rich {
  return rich`${all.length === 1 ? rich`einem ${term('key-share', 'Key Share')}` : term('key-share', 'Key Shares')} für ${and(all.map((share) => code(share.group)))}`;
}

/** Which rule chose: ', die erste in seiner Liste, die auch der Browser anbietet (in dessen Liste Platz 2 von 3)'; suite and group are feminine. */
function because(choice: Choice | undefined): Rich {
  if (choice?.rule === undefined)
    return choice?.inBrowserList === undefined
      ? []
      : rich`, ${place(choice.inBrowserList)} in der Liste des Browsers`;
  const server = choice.rule === 'server-order';
  const at = server ? choice.inBrowserList : choice.inServerList;
  return rich`, die erste ${server ? 'in seiner Liste, die auch der Browser anbietet' : 'in der Liste des Browsers, die auch er akzeptiert'}${at === undefined ? '' : rich` (${server ? 'in dessen Liste' : 'in der eigenen'} ${place(at)})`}`;
}

/** After a first choice was explained: only where the second one stands. */
function sameRule(choice: Choice | undefined): Rich {
  if (choice?.rule === undefined) return because(choice);
  const at = choice.rule === 'server-order' ? choice.inBrowserList : choice.inServerList;
  return rich`, nach derselben Regel${at === undefined ? '' : rich` (${place(at)})`}`;
}

function others(extensions: readonly string[]): Rich | '' {
  const told = ['server_name', 'application_layer_protocol_negotiation', 'supported_groups', 'early_data'];
  const rest = extensions.filter((name) => !told.includes(name));
  return rest.length === 0 ? '' : rich`fügt ${and(rest.map(code))} hinzu`;
}

function pathOf({ path }: PathFacts): Rich {
  return join(path, ' ← ');
}

function closing(f: FactsOf<'alert'>): Rich {
  return sentences(
    f.alert === undefined
      ? rich`${Der(f.from)} sendet einen ${term('alert', 'Alert')} mit der Nummer ${f.code}, die das Register nicht kennt.`
      : f.noticedAt === undefined
        ? rich`${Der(f.from)} schließt mit ${code(f.alert)} (${f.code}): ${alerts[f.alert]}.`
        : f.reason === undefined || notes[f.reason] === undefined
          ? rich`Wegen Schritt ${f.noticedAt} schließt ${der(f.from)} mit ${code(f.alert)} (${f.code}): ${alerts[f.alert]}.`
          : rich`Wegen Schritt ${f.noticedAt} schließt ${der(f.from)} mit ${code(f.alert)} (${f.code}).`,
    f.reason === undefined ? undefined : notes[f.reason],
    f.level === 'plaintext'
      ? rich`Gemeinsame Schlüssel gibt es noch nicht, also kann jeder den ${term('alert', 'Alert')} lesen, und Mallory könnte einen fälschen.`
      : rich`Der ${term('alert', 'Alert')} ist verschlüsselt: Eve sieht einen kurzen Record und dass die Verbindung endet, nicht warum.`,
    f.unread.length > 0
      ? rich`${and(f.unread.map(code))} ${f.unread.length === 1 ? 'war' : 'waren'} schon unterwegs und ${f.unread.length === 1 ? 'wird' : 'werden'} nie gelesen.`
      : f.level === 'plaintext'
        ? rich`Danach müssen beide Seiten die Verbindung abbauen.`
        : rich`Danach müssen beide Seiten die Verbindung abbauen und ihre Schlüssel vergessen.`,
  );
}

const notes: StepWords['alertNotes'] = alertNotes;

function warning(f: FactsOf<'alert'>, name: AlertName): Rich {
  return sentences(
    rich`${Der(f.from)} antwortet mit ${code(name)} (${f.code}), einer Warnung: ${alerts[name]}.`,
    rich`Eine Warnung beendet nichts: Die Verbindung bleibt, wie sie war, unter denselben Schlüsseln.`,
  );
}

function unreadable(f: FactsOf<'unreadable-record'>): Rich {
  return sentences(
    f.protected
      ? rich`Es kommt ein ${term('record', 'Record')} von ${bytes(f.bytes)} an, den ${der(other(f.from))} nicht öffnen kann: Sein ${term('tag', 'Tag')} passt nicht zum fälligen Schlüssel und zur fälligen Nummer.`
      : rich`Es ${f.bytes === 1 ? 'kommt' : 'kommen'} ${bytes(f.bytes)} an, die ${der(other(f.from))} nicht als ${term('record', 'Record')} lesen kann.`,
    rich`Was darin war, wird nicht weiter angesehen; Raten würde nur einem Angreifer helfen.`,
  );
}

const waved = rich`Für genau dieses Zertifikat gilt nach der Warnung eine Ausnahme, also macht der Browser weiter (bei einer Site mit ${term('hsts', 'HSTS')} ginge das nicht); sein Schloss bleibt offen.`;

const verdictOfLab = rich`Dieses Urteil ist das des Labors, mit seinen erfundenen Roots und der Uhrzeit des Mitschnitts; wer dabei war, hatte eigene Roots.`;

/** Why a record of a capture stays closed. */
const closedRecords: Readonly<Record<string, Rich>> = {
  'no-key': rich`Die Secrets zu seinen Schlüsseln stehen nicht im ${term('key-log', 'Key Log')}, oder es gibt keines: Ohne sie kann ihn niemand öffnen, und dafür wird verschlüsselt.`,
  'no-handshake': rich`Im Mitschnitt fehlt das ClientHello dazu, also sagt nichts, welche Schlüssel zu ihm gehören.`,
  'does-not-open': rich`Kein Schlüssel, der aus dem Key Log folgt, passt zu seinem ${term('tag', 'Tag')}.`,
  'no-answer': rich`Im Mitschnitt fehlt das ServerHello, und das sagt, wie er verschlüsselt ist.`,
  'unsupported-version': rich`Dieses Labor entschlüsselt TLS 1.2 und TLS 1.3, und diese Verbindung ist älter.`,
  'unsupported-suite': rich`Die ${term('cipher-suite', 'Cipher Suite')} dieser Verbindung kann das Labor nicht berechnen.`,
  unfinished: rich`Der Rest seiner Nachricht fehlt im Mitschnitt.`,
  'unknown-message': rich`Er enthält eine Nachricht, für die das Labor keine Form hat.`,
};
