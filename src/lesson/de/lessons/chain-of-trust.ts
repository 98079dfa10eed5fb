/** German: lesson 7, the chain of trust. */
import { plural } from '../../catalog.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';

const day = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

export const chainOfTrust: Readonly<Record<string, PartWords>> = {
  links: {
    name: 'Wer bürgt',
    title: 'Drei Zertifikate, zwei Signaturen',
    text: ({ chain: { path, anchor, sent, signatures }, number }) => [
      rich`Der Browser kennt ${{ strong: path[0]?.name ?? '' }} nicht. Das Zertifikat ist signiert von ${{ strong: path[0]?.issuer ?? '' }}; deren ${term('intermediate', 'Zwischenzertifikat')} ist signiert von ${{ strong: anchor }}, und deren ${term('root', 'Root-Zertifikat')} hat der Browser längst. In Schritt ${number('validate_chain')} verifiziert er ${plural(signatures, 'Signatur', 'Signaturen')}, eine je Glied.`,
      rich`Das Zwischenzertifikat trägt das Datum ${day.format(path[1]?.notBefore ?? 0)}; damals hat die Root-CA es signiert, einmal. Seither liegt ihr ${term('private-key', 'privater Schlüssel')} offline: Wer in den Server oder in die Zwischen-CA einbricht, kommt nicht an ihn heran. Was der Server gesendet hat, ${plural(sent.length, 'Zertifikat', 'Zertifikate')}, ist die ${term('chain', 'Kette')}; was der Browser gefunden hat, ist der ${term('path', 'Pfad')}. Das Root-Zertifikat wurde nicht gesendet: Es lag im Root-Store des Browsers.`,
    ],
    question: () => 'Wessen privater Schlüssel ist in diesem Handshake am Werk?',
    choices: ({ chain: { path, anchor }, number }) => ({
      leaf: {
        text: `Der von ${path[0]?.name ?? ''}`,
        reason: `Schritt ${number('certificate_verify')}: Der Server signiert damit, was bisher gesagt wurde. Kein anderer Schlüssel eines Zertifikats wurde benutzt.`,
      },
      intermediate: {
        text: `Der von ${path[1]?.name ?? ''}`,
        reason: `Mit ihm ist das Leaf-Zertifikat vom ${day.format(path[0]?.notBefore ?? 0)} signiert. Der Browser verifiziert das mit dem öffentlichen Schlüssel; die CA wird nicht gefragt und erfährt von dieser Verbindung nichts.`,
      },
      root: {
        text: `Der von ${anchor}`,
        reason: `Mit ihm ist das Zwischenzertifikat vom ${day.format(path[1]?.notBefore ?? 0)} signiert. Der Browser hat das Root-Zertifikat und damit den öffentlichen Schlüssel. Mehr braucht er nicht.`,
      },
    }),
    change: {
      label: 'CA des Servers',
      options: {
        lakeside: 'Lakeside Trust Services',
        meridian: 'Meridian Certification',
        harbour: 'Harbour Trust',
      },
      task: 'Das Zertifikat des Servers von einer anderen CA ausstellen lassen und ausführen. Der Pfad endet dann bei einer anderen Root-CA.',
      done: ({ chain: { anchor, path } }) =>
        `Der Pfad führt jetzt über ${path[1]?.name ?? ''} zu ${anchor}. Jede Root-CA im Root-Store hätte genügt: Ein Name ist so sicher wie die nachlässigste von ihnen.`,
    },
  },
  store: {
    name: 'Der Root-Store',
    title: 'Der Browser entscheidet, wem er glaubt',
    text: ({ chain: { roots, anchor, trusted, signatures } }) => [
      rich`Browser und Betriebssysteme liefern einen ${term('root-store', 'Root-Store')} mit. In diesem sind ${roots} Root-Zertifikate eingeschaltet. Ein Root-Zertifikat ist nicht besser als andere: Es ist ${term('trust-anchor', 'Vertrauensanker')}, weil es im Root-Store liegt, und aus keinem anderen Grund.`,
      trusted
        ? rich`Der Pfad dieses Durchlaufs endet bei ${{ strong: anchor }}, im Root-Store. Von dort abwärts ist jede Signatur verifiziert.`
        : rich`Die Kette dieses Durchlaufs verlangt ${{ strong: anchor }}. Das liegt nicht im Root-Store, also endet der Pfad im Leeren, obwohl ${signatures === 1 ? 'die Signatur darunter gilt' : 'jede Signatur darunter gilt'}.`,
    ],
    question: ({ chain: { anchor } }) =>
      `Jemand schaltet ${anchor} in diesem Browser aus. Der Server sendet dieselben Bytes. Was tut der Browser?`,
    choices: ({ chain: { anchor } }) => ({
      connects: {
        text: 'Er verbindet sich: Die Kette ist vollständig, und jede Signatur gilt',
        reason:
          'Eine vollständige Kette zeigt, wer wen signiert hat. Wem zu glauben ist, entscheidet der Root-Store.',
      },
      refuses: {
        text: 'Er lehnt ab: Kein Pfad endet in seinem Root-Store',
        reason: `Was dieser Server sendet, führt zu ${anchor} und nirgendwo sonst hin. Falsch geworden ist es nicht; dieser Browser hat nur keinen Grund mehr, es zu glauben.`,
      },
      other: {
        text: 'Er nimmt ein anderes seiner Root-Zertifikate',
        reason: 'Ein anderes hat einen anderen Schlüssel. Der hat dieses Zwischenzertifikat nicht signiert.',
      },
    }),
    change: {
      label: 'Im Root-Store ausgeschaltet',
      options: { none: 'nichts', meridian: 'Meridian ECC Root 2021', lakeside: 'Lakeside Root CA' },
      task: 'Die Root-CA ausschalten, die diesen Pfad trägt, und ausführen. Vorher zum Vergleich eine andere ausschalten: Es geschieht nichts.',
      done: ({ chain: { anchor }, end }) =>
        `${anchor} ist ausgeschaltet, und der Browser bricht in Schritt ${end.at} mit ${end.alert} ab. Auf einem anderen Rechner, mit einem anderen Root-Store, geht dieselbe Site.`,
    },
  },
  missing: {
    name: 'Eines fehlt',
    title: 'Das Zwischenzertifikat, das nicht gesendet wurde',
    text: ({ chain: { path, sent, roots, trusted }, end, host }) => [
      trusted
        ? rich`Der Server von ${{ strong: host }} sendet ${plural(sent.length, 'Zertifikat', 'Zertifikate')}, und der Browser findet von einem zum nächsten, bis hinauf zur Root-CA.`
        : rich`Der Server von ${{ strong: host }} sendet ${plural(sent.length, 'Zertifikat', 'Zertifikate')}. Das ${term('leaf', 'Leaf-Zertifikat')} nennt seinen Aussteller: ${{ strong: path[0]?.issuer ?? '' }}. Der Browser sucht ein Zertifikat dieses Namens in dem, was gesendet wurde, und unter seinen ${roots} Root-Zertifikaten, findet keines und bricht mit ${{ code: end.alert }} ab.`,
      rich`Das Zwischenzertifikat wegzulassen ist einer der häufigsten Fehler beim Einrichten eines Servers. Das Zertifikat ist gültig, der CA wird vertraut, und wer es eingebaut hat, sah im eigenen Browser ein Schloss. Die Tabelle unter dem Graphen zeigt, was andere Clients aus denselben Bytes machen.`,
    ],
    question: () =>
      'Eine Kette muss vollständig sein, heißt es, also sendet der Server Leaf- und Root-Zertifikat. Was tut der Browser?',
    choices: ({ chain: { leaf, issuerUrl } }) => ({
      connects: {
        text: 'Er verbindet sich',
        reason:
          'Das Root-Zertifikat war schon vorher da, im Root-Store. Aussteller des Leaf-Zertifikats wird es durch das Mitsenden nicht.',
      },
      refuses: {
        text: 'Er lehnt ab, wie zuvor',
        reason: `Die Root-CA hat das Leaf-Zertifikat nicht signiert. Was beide verbindet, ist ${leaf.issuer}, und das fehlt noch immer. Im Leaf-Zertifikat steht sogar, wo es liegt (${issuerUrl}), aber dieser Browser holt nichts.`,
      },
      warns: {
        text: 'Er verbindet sich und warnt',
        reason:
          'In TLS gibt es das nicht: Ein Pfad wird gefunden, oder ein Alert beendet die Verbindung. Eine Seite mit „Weiter“ baut eine neue Verbindung auf, ohne diese Prüfung.',
      },
    }),
    change: {
      label: 'Der Server sendet',
      options: {
        leaf: 'das Leaf-Zertifikat',
        'leaf-root': 'Leaf- und Root-Zertifikat',
        'leaf-intermediate': 'Leaf- und Zwischenzertifikat',
      },
      task: 'Den Server in Ordnung bringen: wählen, was er senden muss, und ausführen, bis der Browser sich verbindet.',
      done: ({ chain: { path, sent } }) =>
        `In Ordnung mit ${plural(sent.length, 'Zertifikat', 'Zertifikaten')}: ${path.map(({ name }) => name).join(' ← ')}. Auf einem echten Server ist das die Datei mit der ganzen Kette (nginx: ssl_certificate, zuerst das Leaf-, dann das Zwischenzertifikat).`,
    },
    more: 'Unter Vertrauen öffnen',
  },
  colleague: {
    name: 'Bei mir geht es',
    title: '„Aber in meinem Browser geht es“',
    text: ({ chain: { sent, path, trusted }, end }) => [
      trusted
        ? rich`Der Server ist noch immer falsch eingerichtet: Er sendet ${plural(sent.length, 'Zertifikat', 'Zertifikate')}, nur das ${term('leaf', 'Leaf-Zertifikat')}. Dieser Browser verbindet sich trotzdem, weil er ${{ strong: path[1]?.name ?? '' }} von woanders hat.`
        : rich`Der Server sendet ${plural(sent.length, 'Zertifikat', 'Zertifikate')}, nur das ${term('leaf', 'Leaf-Zertifikat')}, und dieser Browser hat den Aussteller nirgendwoher: ${{ code: end.alert }}.`,
      rich`Firefox hält eine Liste von Zwischenzertifikaten bereit. Chrome, Edge und Safari holen einen fehlenden Aussteller von der Adresse, die das Leaf-Zertifikat als ${term('authority-information-access', 'Authority Information Access')} nennt. OpenSSL, und damit curl und Python meist auch, tut weder das eine noch das andere, und Java nur auf Wunsch: Sie scheitern, während am Schreibtisch ein Schloss zu sehen ist.`,
    ],
    question: () =>
      'Dieselbe Site in einem Browser, der nichts im Cache hat und nichts holt. Was ist dort zu sehen?',
    choices: ({ chain: { path, leaf } }) => ({
      page: {
        text: 'Die Seite: Der Server ist derselbe',
        reason:
          path[1] === undefined
            ? 'Das ist dieser Browser, und er zeigt keine Seite.'
            : `Der Server ist derselbe, aber dass es geht, liegt am Browser: ${path[1].name} ${path[1].from === 'fetched' ? 'hat er geholt' : 'lag in seinem Cache'}.`,
      },
      error: {
        text: 'Ein Fehler',
        reason: `Dort sendet niemand ${leaf.issuer}, und ohne dieses Zertifikat lässt sich die Signatur am Leaf-Zertifikat nicht verifizieren: kein Pfad.`,
      },
      unlocked: {
        text: 'Die Seite, ohne Schloss',
        reason: 'Halbes Vertrauen gibt es nicht. Ohne Pfad endet der Handshake, und keine Seite wird geholt.',
      },
    }),
    change: {
      label: 'Dieser Browser',
      options: {
        cached: 'hat von früher eine Kopie',
        fetching: 'hat keine, holt, was fehlt',
        fresh: 'hat keine, holt nichts',
      },
      task: 'Einen anderen Browser finden, der sich mit demselben falschen Server verbindet, und ausführen. Danach den frischen probieren: Ein Test im eigenen Browser ist keiner.',
      done: ({ chain: { path, issuerUrl } }) =>
        `${path[1]?.name ?? ''} wurde von ${issuerUrl} geholt. In Ordnung zu bringen ist der Server trotzdem: Leaf- und Zwischenzertifikat senden.`,
    },
  },
  'own-root': {
    name: 'Eigene Root-CA',
    title: 'Eine Root-CA, die niemand kennt',
    text: ({ chain: { sent, signatures, trusted, anchor, leaf } }) => [
      rich`Eine Firma hat ihre eigene CA. Ihr Server sendet alles, was er hat: ${plural(sent.length, 'Zertifikat', 'Zertifikate')}, bis hinauf zu ${{ strong: sent.at(-1)?.name ?? anchor }}. ${plural(signatures, 'Signatur wurde', 'Signaturen wurden')} verifiziert, und jede gilt. ${trusted ? 'Der Pfad endet im Root-Store.' : 'Der Browser lehnt ab.'}`,
      rich`Ein Root-Zertifikat ist ${term('self-signed', 'selbstsigniert')}: Es ist sein eigener Aussteller. Seine Signatur zeigt nur, dass der Ersteller den Schlüssel hatte. Mallory macht so eines in einer Sekunde, mit jedem Namen darin, und darunter ein Leaf-Zertifikat für ${leaf.name}.`,
    ],
    question: ({ chain: { trusted, signatures } }) =>
      trusted
        ? 'Warum vertraut dieser Browser dem Pfad?'
        : `${plural(signatures, 'Signatur gilt', 'Signaturen gelten')}, nichts ist abgelaufen, der Name passt. Wodurch würde dieser Browser dem Pfad vertrauen?`,
    choices: ({ chain: { anchor, sent, signatures } }) => ({
      sent: {
        text: 'Durch das Root-Zertifikat, vom Server mitgesendet',
        reason: `Es ist mitgesendet: ${plural(sent.length, 'Zertifikat kam', 'Zertifikate kamen')}, bis hinauf zu ${sent.at(-1)?.name ?? ''}. Ein eigenes Root-Zertifikat senden kann jeder.`,
      },
      stronger: {
        text: 'Durch eine stärkere Signatur',
        reason: `${plural(signatures, 'Signatur wurde', 'Signaturen wurden')} verifiziert. Wie stark ein Schlüssel ist, sagt nicht, wem er gehört.`,
      },
      store: {
        text: `Durch ${anchor} im Root-Store`,
        reason:
          'Vertrauen entsteht nicht aus dem, was gesendet wird. Es muss vorher da sein, vom Hersteller des Browsers oder von seinem Besitzer.',
      },
    }),
    change: {
      label: 'Root-Store des Browsers',
      options: { 'as-shipped': 'wie ausgeliefert', installed: 'mit installierter Workbench Root CA' },
      task: 'Das Root-Zertifikat im Browser installieren, wie eine Firma auf ihren eigenen Rechnern, und ausführen.',
      done: ({ chain: { anchor, sent } }) =>
        `Vertraut, mit denselben ${plural(sent.length, 'Zertifikat', 'Zertifikaten')} vom Server. Von jetzt an kann, wer den Schlüssel von ${anchor} hat, diesem Browser gegenüber für jeden Namen bürgen. Darum will ein Root-Zertifikat mit Bedacht installiert sein.`,
    },
  },
};
