/** German: lesson 10, the server asks back. */
import { plural } from '../../catalog.ts';
import { endingOf, readable, rootNames, shownIn } from '../../lessons/evidence.ts';
import type { RunFacts } from '../../lessons/facts.ts';
import type { PartWords } from '../../lessons/model.ts';
import { rich, term } from '../../rich.ts';
import { valueLabel } from '../../value-names.ts';
import { valueNames } from '../value-names.ts';

export const asksBack: Readonly<Record<string, PartWords>> = {
  request: {
    name: 'Ein Schritt mehr',
    title: 'Der Server fragt zurück',
    text: (run) => [
      rich`Meist weist sich nur der Server aus. In Schritt ${run.number('certificate_request')} will dieser Server es auch vom Browser wissen: CertificateRequest, ${run.bytes('certificate_request')} Byte, mit den ${term('signature-scheme', 'Signaturverfahren')}, die er prüfen kann, und der Zertifizierungsstelle, die er akzeptiert.`,
      rich`Der Browser antwortet mit denselben Nachrichten wie der Server: ${term('certificate', 'Certificate')} in Schritt ${run.number('client_certificate')}, dann CertificateVerify in Schritt ${run.number('client_certificate_verify')}, eine ${term('signature', 'Signatur')} über alles bisher Gesagte. Damit haben sich beide Seiten ausgewiesen; das heißt ${term('client-certificate', 'Mutual TLS')}.`,
    ],
    question: (run) =>
      `Der Browser zeigt sein Zertifikat in Schritt ${run.number('client_certificate')}. Was muss vorher geschehen sein?`,
    choices: (run) => ({
      nothing: {
        text: 'Nichts: Beide Seiten dürfen ihres gleichzeitig zeigen',
        reason: `Das Zertifikat des Servers war Schritt ${run.number('certificate')}. Nur ein Server, der selbst ein Zertifikat zeigt, darf eines verlangen; in TLS 1.2, das anonyme Server kennt, dürfen die es nicht (RFC 5246 §7.4.4).`,
      },
      verified: {
        text: 'Der Browser hat Zertifikat und Signatur des Servers geprüft',
        reason: late(run)
          ? `Schritte ${run.number('validate_chain')} und ${run.number('verify_signature')}, lange vorher. Der Browser weiß, wem er seinen Namen nennt.`
          : `Schritte ${run.number('validate_chain')} und ${run.number('verify_signature')}. Der Browser weiß, wem er seinen Namen nennt.`,
      },
      data: {
        text: 'Der Browser hat seine Anfrage gesendet',
        reason: late(run)
          ? `In diesem Durchlauf ja, in Schritt ${run.number('application_data_1')}; erst danach hat der Server gefragt. So muss es nicht sein.`
          : `Die Anfrage ist Schritt ${run.number('application_data_1')}. Sie wartet, bis der ganze Handshake vorbei ist.`,
      },
    }),
    change: {
      label: 'Wann der Server fragt',
      options: {
        'client-certificate': 'im Handshake',
        'post-handshake-auth': 'nach der ersten Anfrage',
      },
      task: 'Den Server erst fragen lassen, wenn eine Anfrage gekommen ist, wie für eine Seite, die nicht alle sehen dürfen. Ausführen und den CertificateRequest suchen.',
      done: (run) =>
        `Er ist jetzt Schritt ${run.number('certificate_request')}, nach der Anfrage in Schritt ${run.number('application_data_1')}. TLS 1.3 erlaubt das nur, wenn der Browser es in seinem Hello angeboten hat (post_handshake_auth). Browser im Auslieferungszustand tun es kaum je, und HTTP/2 verbietet es (RFC 9113 §9.2.3).`,
    },
  },
  'side-by-side': {
    name: 'Nebeneinander',
    title: 'Zwei Zertifikate nebeneinander',
    text: (run) => {
      const server = shownIn(run.trace, 'certificate');
      const client = shownIn(run.trace, 'client_certificate');
      return [
        rich`Beides sind Zertifikate derselben Art, ${term('x509', 'X.509')}. ${{ strong: server?.name ?? '' }} wurde von ${server?.issuer} für den Zweck ${{ code: server?.purposes.join(', ') ?? '' }} ausgestellt, ${{ strong: client?.name ?? '' }} von ${client?.issuer} für ${{ code: client?.purposes.join(', ') ?? '' }}. Der ${term('extended-key-usage', 'Zweck')} wird geprüft, keines kann also das andere vertreten.`,
        rich`Das Zertifikat des Servers nennt einen Hostnamen, und der Browser vergleicht ihn mit der Adresszeile. Das des Browsers nennt eine Person oder ein Gerät; mit einem Hostnamen vergleicht das niemand, und was der Name bedeutet, entscheidet der Server.`,
        readable(run.trace, 'client_certificate')
          ? rich`In ${run.version} gehen beide im Klartext über die Leitung: Eve liest, wem sie gehören, auch ${client?.name}.`
          : rich`In ${run.version} gehen beide verschlüsselt über die Leitung. Von dem des Browsers erfährt Eve, dass es ${run.bytes('client_certificate')} Byte braucht.`,
      ];
    },
    question: (run) =>
      `Wozu benutzt der Browser den privaten Schlüssel von ${shownIn(run.trace, 'client_certificate')?.name ?? ''}?`,
    choices: (run) => {
      const sign = run.operation('sign', 'client_certificate_verify');
      const seal = run.operation('seal', 'application_data_1');
      return {
        encrypt: {
          text: 'Um zu verschlüsseln, was er sendet',
          reason: `Die Daten sind mit einem Schlüssel für ${seal?.algorithm ?? ''} verschlüsselt, den beide Seiten berechnet haben (${valueLabel(seal?.inputs[0]?.name ?? '', valueNames)}). Ohne Client-Zertifikat wären sie es ebenso.`,
        },
        agree: {
          text: 'Um die Schlüssel der Verbindung zu berechnen',
          reason: `Die kommen aus den Key Shares in ${run.group}, die nur für diese Verbindung gemacht wurden.`,
        },
        sign: {
          text: 'Um einmal zu signieren',
          reason: `${sign?.algorithm ?? ''}, in Schritt ${run.number('client_certificate_verify')}. Keine andere Operation dieses Durchlaufs rührt den Schlüssel an. Ein Client-Zertifikat sagt, wer da ist; es verschlüsselt nichts.`,
        },
      };
    },
    change: {
      label: 'Version',
      options: {
        'client-certificate': 'TLS 1.3',
        'tls12-client-certificate': 'TLS 1.2',
      },
      task: 'Dasselbe mit TLS 1.2 ausführen und ansehen, was Eve vom Zertifikat des Browsers lesen kann.',
      done: (run) =>
        `In ${run.version} ist das Certificate des Clients Schritt ${run.number('client_certificate')}, ${plural(run.bytes('client_certificate'), 'Byte', 'Byte')} im Klartext. Eve liest ${shownIn(run.trace, 'client_certificate')?.name ?? ''} von der Leitung ab.`,
    },
  },
  'trust-list': {
    name: 'Wen er akzeptiert',
    title: 'Der Server hat eine eigene Liste',
    text: (run) => {
      const client = shownIn(run.trace, 'client_certificate');
      return [
        client
          ? rich`Der Browser zeigt ${{ strong: client.name }}, ausgestellt von ${client.issuer}. In Schritt ${run.number('validate_client_chain')} sucht der Server einen ${term('path', 'Pfad')} zu einem ${term('trust-anchor', 'Vertrauensanker')}, prüft Gültigkeit und Zweck und ob das Zertifikat ${term('revocation', 'gesperrt')} ist.`
          : rich`Der Browser zeigt in diesem Durchlauf kein Zertifikat, es gibt also nichts zu prüfen.`,
        rich`Dafür hat der Server eine eigene Liste mit ${plural(run.trace.trust?.server.store.length ?? 0, 'Root-Zertifikat', 'Root-Zertifikaten')}. Eine Zertifizierungsstelle für die eigenen Leute kann jeder betreiben, und das ist der übliche Weg: Dann steht nur ihr Root-Zertifikat auf der Liste.`,
      ];
    },
    question: (run) =>
      `Der Browser vertraut ${plural(run.chain.roots, 'Root-CA', 'Root-CAs')}. Von wie vielen davon akzeptiert dieser Server ein Client-Zertifikat?`,
    choices: (run) => ({
      all: {
        text: 'Von allen: vertraut ist vertraut',
        reason:
          'Sie bürgen für Server, gegenüber diesem Browser. Würden sie hier zählen, käme jeder herein, der ein Zertifikat kauft.',
      },
      one: {
        text: `Von einer: ${run.chain.anchor}, die für den Server bürgt`,
        reason: 'In einem Unternehmen kann es dieselbe sein. TLS verlangt es nicht.',
      },
      none: {
        text: 'Von keiner',
        reason: `Auf seiner eigenen Liste steht ${rootNames(run.trace, 'server').join(', ')}, und die kennt der Browser nicht. CertificateRequest in Schritt ${run.number('certificate_request')} nennt sie, damit der Browser ein passendes Zertifikat wählen kann.`,
      },
    }),
    change: {
      label: 'Was der Browser zeigt',
      options: {
        none: 'nichts',
        valid: 'ein gültiges Zertifikat',
        expired: 'ein abgelaufenes',
        'not-yet-valid': 'ein noch nicht gültiges',
        'unknown-issuer': 'eines von einer anderen Stelle',
        'wrong-purpose': 'eines für Server',
        revoked: 'ein gesperrtes',
      },
      task: 'Das Zertifikat finden, auf das der Server mit unknown_ca antwortet. Unterwegs merken, was er zu den anderen sagt.',
      done: (run) =>
        `Der Server hat die Verbindung mit ${endingOf(run.trace)?.named ?? ''} beendet: Das Zertifikat ist von ${shownIn(run.trace, 'client_certificate')?.issuer ?? ''} ausgestellt, und diese Stelle steht nicht auf seiner Liste. Ohne ihren Schlüssel lässt sich die Signatur darin nicht einmal prüfen.`,
    },
    more: 'Beide Listen, mit Schaltern',
  },
  'ask-or-insist': {
    name: 'Fragen, bestehen',
    title: 'Fragen heißt nicht bestehen',
    text: (run) => [
      rich`Dieser Server fragt in Schritt ${run.number('certificate_request')}. Der Browser hat kein Zertifikat zu zeigen.`,
      rich`Was dann geschieht, entscheidet der Server, und Server haben dafür eine Einstellung: fragen und auch ohne weitermachen (${{ code: 'SSLVerifyClient optional' }} in Apache) oder fragen und darauf bestehen (${{ code: 'SSLVerifyClient require' }}). nginx schließt, wenn es darauf besteht, den Handshake trotzdem ab und lehnt eine Schicht höher ab, mit einem HTTP-Fehler. Dieser hier ${run.trace.scenario.server.clientAuth === 'require' ? rich`${{ strong: 'besteht darauf' }}` : rich`${{ strong: 'fragt nur' }}`}.`,
    ],
    question: () => 'Der Browser hat kein Zertifikat. Was sendet er?',
    choices: (run) => ({
      nothing: {
        text: 'Nichts: Er geht gleich zu Finished über',
        reason: `Ein Server, der gefragt hat, wartet auf Certificate. Es kommt in Schritt ${run.number('client_certificate')}.`,
      },
      certificate: {
        text: 'Ein Zertifikat, das er selbst signiert',
        reason:
          'Das könnte er, aber ein Zertifikat, das keine Stelle der Liste ausgestellt hat, würde nur abgelehnt.',
      },
      empty: {
        text: 'Eine Nachricht Certificate ohne Zertifikat',
        reason: `Schritt ${run.number('client_certificate')}: ${plural(run.bytes('client_certificate'), 'Byte', 'Byte')} auf der Leitung mit einer leeren Liste darin, und kein CertificateVerify, denn es gibt keinen Schlüssel nachzuweisen.`,
      },
      alert: {
        text: 'Einen Alert, und er beendet die Verbindung',
        reason:
          'Kein Zertifikat zu haben ist kein Fehler des Browsers. Wenn jemand abbricht, dann der Server, der eines wollte.',
      },
    }),
    change: {
      label: 'Der Server',
      options: { request: 'fragt, und kommt ohne aus', require: 'fragt und besteht darauf' },
      task: 'Den Server darauf bestehen lassen und ausführen.',
      done: (run) =>
        `Der Server hat in Schritt ${endingOf(run.trace)?.step ?? ''} die Verbindung mit ${endingOf(run.trace)?.named ?? ''} beendet. Der Browser hatte den Server da schon geprüft und sein eigenes Finished gesendet: ${plural(run.trace.unread.length, 'Nachricht blieb', 'Nachrichten blieben')} ungelesen. Deshalb melden Programme diesen Fehler spät, oft erst beim Lesen der Antwort.`,
    },
  },
  'worth-it': {
    name: 'Wann es sich lohnt',
    title: 'Wann es sich lohnt',
    text: (run) => {
      const client = shownIn(run.trace, 'client_certificate');
      return [
        rich`Mutual TLS lohnt sich, wo eine Organisation beide Enden ausstattet: Dienste, die einander aufrufen, Geräte, Personal mit verwalteten Rechnern. Ein ${term('private-key', 'privater Schlüssel')}, der nie reist, ersetzt Passwörter und Tokens, die es tun.`,
        rich`Für die Öffentlichkeit lohnt es sich nicht. Jeder Besucher bräuchte eine Stelle, die für ihn bürgt, und ein neues Zertifikat für jedes Gerät und bei jeder Erneuerung. Und es endet, wo TLS endet: Hinter einem Proxy, der die Verbindung öffnet, hat der nächste Server nur das Wort des Proxys.`,
        client && run.number('verify_client_signature') > 0
          ? rich`In diesem Durchlauf prüft Schritt ${run.number('verify_client_signature')} die Signatur, die mit dem Schlüssel von ${{ strong: client.name }} gemacht wurde.`
          : rich`In diesem Durchlauf hat der Server aufgehört, bevor er zur Signatur kam.`,
      ];
    },
    question: () => 'Was weiß ein Server von der anderen Seite, wenn Zertifikat und Signatur stimmen?',
    choices: (run) => {
      const name = shownIn(run.trace, 'client_certificate')?.name ?? '';
      const passed = run.trace.outcome.kind === 'completed';
      return {
        person: {
          text: `Dass ${name} an der Tastatur sitzt`,
          reason:
            'Signiert hat der Schlüssel, nicht die Person. Wer den Rechner benutzen kann oder den Schlüssel kopiert hat, signiert genauso gut.',
        },
        rights: {
          text: `Dass ${name} ${run.request.split(' ')[1] ?? ''} sehen darf`,
          reason: 'Ein Zertifikat benennt; was der Benannte darf, entscheidet die Anwendung, nach TLS.',
        },
        key: {
          text: `Dass er den Schlüssel zum Zertifikat von ${name} hat`,
          reason: passed
            ? `Das hat Schritt ${run.number('verify_client_signature')} verifiziert, und Schritt ${run.number('validate_client_chain')}, dass eine Stelle der Liste für den Namen bürgt.`
            : `So weit kommt dieser Durchlauf nicht: Der Server hatte in Schritt ${endingOf(run.trace)?.step ?? ''} abgebrochen, vor der Signatur.`,
        },
        nothing: {
          text: 'Nichts, worauf Verlass ist',
          reason: passed
            ? 'Kette und Signatur sind in diesem Durchlauf verifiziert. Darauf ist Verlass, auf mehr nicht.'
            : 'So ist es, solange die Signatur fehlt: Ein Zertifikat ist öffentlich, jeder kann es senden.',
        },
      };
    },
    change: {
      label: 'Das Zertifikat des Browsers',
      options: { valid: 'gültig', revoked: 'gesperrt' },
      task: 'Die Person verlässt die Firma. Das Zertifikat sperren lassen und ausführen.',
      done: (run) =>
        `Der Server hat die Verbindung mit ${endingOf(run.trace)?.named ?? ''} beendet: Die Seriennummer steht auf der Sperrliste von ${shownIn(run.trace, 'client_certificate')?.issuer ?? ''}. Jemand muss diese Liste führen, und jeder Server muss sie lesen. Das ist der Preis von Client-Zertifikaten.`,
    },
  },
};

/** The server asked only after the handshake. */
function late(run: RunFacts): boolean {
  return run.number('certificate_request') > run.number('application_data_1');
}
