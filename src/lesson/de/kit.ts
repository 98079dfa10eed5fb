/** German texts of the reproduction kit. Plain Markdown: they are read in an editor, not on screen. */
import type { ReadmeFacts } from '../kit.ts';
import type { kit as english } from '../en/kit.ts';
import { date } from './grammar.ts';

const instant = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

function opensslSays({ openssl }: ReadmeFacts): string {
  switch (openssl.kind) {
    case 'connects':
      return 'verbindet sich: Unter den letzten Zeilen steht `Verify return code: 0 (ok)` und darunter die Seite des Servers.';
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
      'In einem Terminal:',
      '',
      '    sh server-openssl.sh',
      '',
      'In einem anderen:',
      '',
      '    sh client-openssl.sh',
      '    sh client-curl.sh',
      '',
      'Oder den ersten Server beenden und nginx an seiner Stelle starten: `sh server-nginx.sh`. Für einen anderen Port als 8443',
      'bei allen `PORT` setzen (bei nginx: `listen` in `nginx.conf` ändern).',
      '',
      '## Was zu sehen ist',
      '',
      `- \`client-openssl.sh\` ${opensslSays(facts)}`,
      `- \`client-curl.sh\` ${curlSays(facts)}`,
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
