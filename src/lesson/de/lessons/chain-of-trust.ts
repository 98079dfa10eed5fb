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
      rich`Das Zwischenzertifikat trägt das Datum ${day.format(path[1]?.notBefore ?? 0)}; damals hat die Root-CA es signiert, einmal. Ihren ${term('private-key', 'privaten Schlüssel')} braucht kein Handshake mehr: Er liegt offline, und wer in den Server oder in die Zwischen-CA einbricht, kommt nicht an ihn heran. Was der Server gesendet hat, ${plural(sent.length, 'Zertifikat', 'Zertifikate')}, ist die ${term('chain', 'Kette')}; was der Browser gefunden hat, ist der ${term('path', 'Pfad')}.`,
    ],
    question: () => 'Eines der drei Zertifikate kam nicht vom Server. Welches?',
    choices: ({ chain: { path, anchor } }) => ({
      leaf: {
        text: `Das Leaf-Zertifikat, ${path[0]?.name ?? ''}`,
        reason: 'Es steht in der Certificate-Nachricht an erster Stelle. Nur der Server hat es zu senden.',
      },
      intermediate: {
        text: `Das Zwischenzertifikat, ${path[1]?.name ?? ''}`,
        reason:
          'Es ist das zweite in der Certificate-Nachricht. Browser haben nicht jedes Zwischenzertifikat.',
      },
      root: {
        text: `Das Root-Zertifikat, ${anchor}`,
        reason:
          'Es lag schon im Root-Store, bevor sich jemand verband. Ein mitgesendetes Root-Zertifikat wird nie gebraucht.',
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
        reason: `Zertifikate unter ${anchor} führen nirgendwo sonst hin. Was der Server sendet, ist nicht falsch geworden; dieser Browser hat nur keinen Grund mehr, es zu glauben.`,
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
      rich`Das Zwischenzertifikat wegzulassen ist einer der häufigsten Fehler beim Einrichten eines Servers. Das Zertifikat ist gültig, der CA wird vertraut, und wer es eingebaut hat, sah im eigenen Browser ein Schloss. Die Tabelle rechts zeigt, was andere Clients aus denselben Bytes machen.`,
    ],
    question: ({ chain: { trusted } }) =>
      trusted
        ? 'Was fehlt dem Browser jetzt noch für einen Pfad zu einer Root-CA?'
        : 'Was fehlt dem Browser für einen Pfad zu einer Root-CA?',
    choices: ({ chain: { path, issuerUrl, anchor } }) => ({
      root: {
        text: 'Das Root-Zertifikat: Der Server muss es senden',
        reason:
          'Es liegt schon im Root-Store. Mitgesendet wird es nie gebraucht, und geglaubt wird ihm deshalb auch nicht.',
      },
      intermediate: {
        text: `Das Zwischenzertifikat, ${path[0]?.issuer ?? anchor}`,
        reason: `Nur dieses verbindet Leaf-Zertifikat und Root-CA. Im Leaf-Zertifikat steht sogar, wo es liegt (${issuerUrl}), aber dieser Browser holt nichts.`,
      },
      trust: {
        text: 'Ein Zertifikat von einer CA, der er vertraut',
        reason:
          'Der CA wird vertraut: Ihr Root-Zertifikat liegt im Root-Store. Es führt nur kein Weg dorthin.',
      },
      nothing: {
        text: 'Nichts: Der Pfad ist vollständig',
        reason:
          'So ist es, sobald zu jedem Zertifikat der Aussteller da ist, vom Leaf-Zertifikat bis zum Root-Store.',
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
      rich`Firefox hält eine Liste von Zwischenzertifikaten bereit. Chrome, Edge und Safari holen einen fehlenden Aussteller von der Adresse, die das Leaf-Zertifikat als ${term('authority-information-access', 'Authority Information Access')} nennt. curl, Java, Python und die meisten anderen Programme tun weder das eine noch das andere: Sie scheitern, während am Schreibtisch ein Schloss zu sehen ist.`,
    ],
    question: ({ chain: { path } }) =>
      `Woher hat dieser Browser das Zertifikat von ${path[0]?.issuer ?? ''}?`,
    choices: ({ chain: { path, issuerUrl } }) => ({
      sent: {
        text: 'Von diesem Server',
        reason: 'Die Einträge der Certificate-Nachricht zählen: Das Leaf-Zertifikat ist allein.',
      },
      cache: {
        text: 'Aus seinem Cache: Eine andere Site hatte es gesendet',
        reason: `Der Graph sagt, woher jedes Zertifikat kam. Eine Kopie von ${path[0]?.issuer ?? ''} ist überall gleich gut: Ihre Signatur wird in jedem Fall verifiziert.`,
      },
      fetched: {
        text: 'Von der Adresse im Leaf-Zertifikat geholt',
        reason: `${issuerUrl} ist die Adresse. Auch ein Browser, der holt, verbindet sich, eine Anfrage später, und wer dort antwortet, erfährt davon.`,
      },
      nowhere: {
        text: 'Nirgendwoher: Er kommt ohne aus',
        reason:
          'Kein Browser kommt ohne aus: Die Signatur am Leaf-Zertifikat lässt sich nur mit dem Schlüssel des Ausstellers verifizieren.',
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
    question: ({ chain: { trusted, anchor, signatures } }) =>
      trusted
        ? `Was hat dieser Browser gegen den Pfad zu ${anchor}?`
        : `${plural(signatures, 'Signatur gilt', 'Signaturen gelten')}, nichts ist abgelaufen, der Name passt. Warum lehnt der Browser ab?`,
    choices: ({ chain: { anchor } }) => ({
      missing: {
        text: 'Dazwischen fehlt ein Zertifikat',
        reason: 'Alle drei sind da. Der Graph zeigt jedes Glied mit seiner Signatur.',
      },
      self: {
        text: 'Selbstsignierte Zertifikate sind verboten',
        reason: 'Jedes Root-Zertifikat ist selbstsigniert, auch die im Root-Store.',
      },
      store: {
        text: `${anchor} liegt nicht in seinem Root-Store`,
        reason:
          'Vertrauen entsteht nicht aus dem, was gesendet wird. Es muss vorher da sein, vom Hersteller des Browsers oder von seinem Besitzer.',
      },
      nothing: {
        text: 'Nichts: Er vertraut dem Pfad',
        reason: 'So ist es in einem Browser, in dem das Root-Zertifikat installiert ist.',
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
