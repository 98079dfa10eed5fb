/** German texts of the reproduction kit. Plain Markdown: they are read in an editor, not on screen. */
import type { ReadmeFacts } from '../kit.ts';
import type { kit as english } from '../en/kit.ts';
import { date } from './grammar.ts';

const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function opensslSays({ openssl }: ReadmeFacts): string {
  switch (openssl.kind) {
    case 'connects': {
      const lines = [
        ...(openssl.reused === true ? ['`Reused, TLSv1…`'] : []),
        ...(openssl.early ? [`\`Early data was ${openssl.early}\``] : []),
        '`Verify return code: 0 (ok)`',
      ];
      const below =
        openssl.early === 'accepted'
          ? '. Die Anfrage steht im Terminal des Servers, unter `Early data received`.'
          : ' und darunter die Seite des Servers.';
      return `verbindet sich: Unter den letzten Zeilen ${lines.length > 1 ? 'stehen' : 'steht'} ${lines.join(', ')}${below}`;
    }
    case 'says':
      return openssl.code === undefined
        ? `scheitert mit \`${openssl.text}\`.`
        : `scheitert: \`verify error:num=${openssl.code}:${openssl.text}\`.`;
    case 'alert':
      return `scheitert: Der Server schließt mit dem Alert ${openssl.name}, und die letzte Zeile sagt \`SSL alert number ${openssl.number}\`.`;
    case 'unknown':
      return 'wurde mit diesem Fehler nicht gemessen: ausprobieren.';
  }
}

function curlSays({ curl }: ReadmeFacts): string {
  switch (curl.kind) {
    case 'connects':
      return 'verbindet sich und gibt die Seite des Servers aus.';
    case 'says':
      return `scheitert: \`curl: (${curl.code ?? '…'}) ${curl.text}\`.`;
    case 'alert':
      return `scheitert: Der Server schließt mit dem Alert ${curl.name} (${curl.number}).`;
    case 'unknown':
      return 'wurde mit diesem Fehler nicht gemessen: ausprobieren.';
  }
}

/** Was in welcher Folge zu tun ist, und woran curl und nginx keinen Teil haben. */
function doIt(facts: ReadmeFacts): readonly string[] {
  const pages = facts.openssl.kind !== 'connects' || facts.openssl.early !== 'accepted';
  return [
    'In einem Terminal:',
    '',
    '    sh server-openssl.sh',
    '',
    'In einem anderen:',
    '',
    '    sh client-openssl.sh',
    ...(facts.psk || !pages ? [] : ['    sh client-curl.sh']),
    '',
    ...(facts.comesBack
      ? [
          `Der Client verbindet sich zweimal: ${facts.comesBack.ticket ? 'Das Ticket' : 'Die Sitzung'} der ersten Verbindung behält er in \`session.pem\` und kommt gleich damit`,
          `zurück (im Durchlauf liegen ${facts.comesBack.pause} Sekunden dazwischen).`,
          '',
        ]
      : []),
    ...(facts.psk
      ? [
          'Für einen anderen Port als 8443 bei beiden `PORT` setzen. curl und nginx sind nicht dabei: Sie kennen keinen externen PSK.',
        ]
      : [
          `Oder den ersten Server beenden und nginx an seiner Stelle starten: \`sh server-nginx.sh\`${pages ? '' : '; von dort holt `sh client-curl.sh` eine Seite'}. Für einen anderen Port als`,
          '8443 bei allen `PORT` setzen (bei nginx: `listen` in `nginx.conf` ändern).',
        ]),
  ];
}

const fileNotes: Readonly<Record<string, string>> = {
  'README.md': 'dieser Text',
  'leaf.pem': 'das Zertifikat des Servers',
  'leaf.key': 'der private Schlüssel dazu',
  'chain.pem': 'was der Server dahinter sendet',
  'fullchain.pem': 'alles, was der Server sendet, der Reihe nach, wie nginx es will',
  'roots.pem': 'die Roots, denen der Client vertraut',
  'issuer.pem': 'das Zwischenzertifikat, ob gesendet oder nicht',
  'dhparam.pem': 'die Gruppe des Diffie-Hellman in endlichen Körpern',
  'client-roots.pem': 'die Roots, unter denen der Server Client-Zertifikate akzeptiert',
  'client.pem': 'das Zertifikat des Clients',
  'client.key': 'der private Schlüssel dazu',
  'request.txt': 'was der Client als Early Data sendet',
  'server-openssl.sh': 'der Server, mit openssl s_server',
  'client-openssl.sh': 'der Client, mit openssl s_client',
  'client-curl.sh': 'der Client, mit curl',
  'nginx.conf': 'derselbe Server als Konfiguration für nginx',
  'server-nginx.sh': 'startet nginx damit, in diesem Ordner, ohne root',
};

export const kit: typeof english = {
  comments: {
    server: 'Der Server des Durchlaufs. PORT=8443, wenn nicht anders gesagt; Ctrl-C beendet ihn.',
    openssl: 'Der Client des Durchlaufs, als openssl s_client.',
    first: 'Die erste Verbindung: Was der Server ausgibt, wird in session.pem behalten.',
    second: 'Die zweite kommt damit zurück.',
    curl: 'Der Client des Durchlaufs, als curl.',
    nginx: 'Der Server des Durchlaufs, als nginx. Pfade gelten ab diesem Ordner.',
    nginxServer: 'Startet nginx in diesem Ordner, auf Port 8443. Ctrl-C beendet es.',
  },
  readme: (facts) =>
    [
      `# ${facts.title}`,
      '',
      'Ein Durchlauf von Handshake Lab, mit anderer Software auf der eigenen Maschine nachzustellen: dieselben Zertifikate,',
      'dieselben Listen von Suites und Gruppen, derselbe Fehler.',
      '',
      '## Ausführen',
      '',
      ...doIt(facts),
      '',
      '## Was zu sehen ist',
      '',
      `- \`client-openssl.sh\` ${opensslSays(facts)}`,
      ...(facts.psk || (facts.openssl.kind === 'connects' && facts.openssl.early === 'accepted')
        ? []
        : [`- \`client-curl.sh\` ${curlSays(facts)}`]),
      ...(facts.clientAuth === 'require'
        ? [
            '- nginx antwortet einem Client ohne akzeptables Zertifikat nach dem Handshake, mit `400 Bad Request` in HTTP, nicht mit einem Alert.',
          ]
        : []),
      '',
      '## Zu beachten',
      '',
      ...(facts.clock === undefined
        ? [
            `- Die Zertifikate entstanden am ${date(facts.made)}${facts.until === undefined ? '' : `, und das des Servers gilt bis ${date(facts.until)}; danach beanstanden Clients zuerst das Datum`}.`,
          ]
        : [
            `- Der Durchlauf hat eine eigene Uhr: ${instant(facts.clock)}. OpenSSL übernimmt sie mit \`-attime ${Math.floor(facts.clock / 1000)}\` in seinem Kommando; curl hat keine solche Option (\`faketime\` leiht ihm eine). Mit dem heutigen Datum können beide etwas anderes sagen.`,
          ]),
      ...(facts.leftOut.length > 0
        ? [
            `- ${facts.leftOut.join(' und ')} ${facts.leftOut.length === 1 ? 'fehlt' : 'fehlen'} in den Listen der Gruppen: OpenSSL vor 3.5 kennt ${facts.leftOut.length === 1 ? 'diese Gruppe' : 'sie'} nicht.`,
          ]
        : []),
      ...(facts.badBinder
        ? [
            '- Für einen Binder, der nicht passt, hat RFC 9846 §6.2 decrypt_error (51), und das zeigt der Durchlauf. Der Server von OpenSSL sagt illegal_parameter (47).',
          ]
        : []),
      ...(facts.keepsList
        ? [
            '- Der Server des Durchlaufs führt eine Liste der Hellos, deren Early Data er angenommen hat. Der von OpenSSL nimmt jedes Ticket einmal an (RFC 9846 §8.1).',
          ]
        : []),
      ...(facts.openssl.kind === 'connects' && facts.openssl.early === 'rejected'
        ? [
            '- nginx kann keine Tickets für Early Data ausgeben und sie dann ablehnen: Bei ihm hat dieser Client keine zu senden.',
          ]
        : []),
      ...(facts.sendsName
        ? []
        : ['- Dieser Client sendet kein server_name. curl hat dafür keinen Schalter und sendet es.']),
      '- Wortlaut und Nummern wurden mit OpenSSL 3.0 und curl 7.88 gemessen; spätere Versionen können es anders sagen.',
      '- Die Schlüssel sind Demo-Schlüssel, in einem Browser-Tab erzeugt. Diese Roots nie in einem echten Truststore installieren.',
      '',
      '## Dateien',
      '',
      ...facts.files.map((file) => `- \`${file}\`: ${fileNotes[file] ?? ''}`),
      '',
    ].join('\n'),
};
