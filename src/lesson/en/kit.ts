/** English texts of the reproduction kit. Plain Markdown: they are read in an editor, not on screen. */
import type { ReadmeFacts } from '../kit.ts';

const day = (time: number): string => new Date(time).toISOString().slice(0, 10);
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
          ? '. The request stands in the server’s terminal, below `Early data received`.'
          : ', and below it the page of the server.';
      return `connects: among its last lines ${lines.length > 1 ? 'stand' : 'stands'} ${lines.join(', ')}${below}`;
    }
    case 'says':
      return openssl.code === undefined
        ? `fails with \`${openssl.text}\`.`
        : `fails: \`verify error:num=${openssl.code}:${openssl.text}\`.`;
    case 'alert':
      return `fails: the server closes with the alert ${openssl.name}, and the last line says \`SSL alert number ${openssl.number}\`.`;
    case 'unknown':
      return 'was not measured with this fault: see for yourself.';
  }
}

function curlSays({ curl }: ReadmeFacts): string {
  switch (curl.kind) {
    case 'connects':
      return 'connects and prints the page of the server.';
    case 'says':
      return `fails: \`curl: (${curl.code ?? '…'}) ${curl.text}\`.`;
    case 'alert':
      return `fails: the server closes with the alert ${curl.name} (${curl.number}).`;
    case 'unknown':
      return 'was not measured with this fault: see for yourself.';
  }
}

/** What is done in which order, and what curl and nginx have no part in. */
function doIt(facts: ReadmeFacts): readonly string[] {
  const pages = facts.openssl.kind !== 'connects' || facts.openssl.early !== 'accepted';
  return [
    'In one terminal:',
    '',
    '    sh server-openssl.sh',
    '',
    'In another:',
    '',
    '    sh client-openssl.sh',
    ...(facts.psk || !pages ? [] : ['    sh client-curl.sh']),
    '',
    ...(facts.comesBack
      ? [
          `The client connects twice: it keeps ${facts.comesBack.ticket ? 'the ticket' : 'the session'} of the first connection in \`session.pem\` and comes back with it at once (in`,
          `the run ${facts.comesBack.pause} seconds pass between the two).`,
          '',
        ]
      : []),
    ...(facts.psk
      ? [
          'For another port than 8443 set `PORT` for both. curl and nginx have no part in this: they know no external PSK.',
        ]
      : [
          `Or end the first server and start nginx in its place: \`sh server-nginx.sh\`${pages ? '' : ', and let `sh client-curl.sh` fetch a page there'}. For another port than 8443 set`,
          '`PORT` for all of them (nginx: change `listen` in `nginx.conf`).',
        ]),
  ];
}

const fileNotes: Readonly<Record<string, string>> = {
  'README.md': 'this text',
  'leaf.pem': 'the certificate of the server',
  'leaf.key': 'its private key',
  'chain.pem': 'what the server sends behind it',
  'fullchain.pem': 'all that the server sends, in order, as nginx wants it',
  'roots.pem': 'the roots that the client trusts',
  'issuer.pem': 'the intermediate certificate, whether or not it is sent',
  'dhparam.pem': 'the group of finite-field Diffie-Hellman',
  'client-roots.pem': 'the roots under which the server accepts client certificates',
  'client.pem': 'the certificate of the client',
  'client.key': 'its private key',
  'request.txt': 'what the client sends as early data',
  'server-openssl.sh': 'the server, with openssl s_server',
  'client-openssl.sh': 'the client, with openssl s_client',
  'client-curl.sh': 'the client, with curl',
  'nginx.conf': 'the same server as nginx configuration',
  'server-nginx.sh': 'starts nginx with it, in this folder, without root',
};

export const kit = {
  comments: {
    server: 'The server of the run. PORT=8443 unless said otherwise; Ctrl-C ends it.',
    openssl: 'The client of the run, as openssl s_client.',
    first: 'The first connection: what the server hands out is kept in session.pem.',
    second: 'The second one comes back with it.',
    curl: 'The client of the run, as curl.',
    nginx: 'The server of the run, as nginx. Paths are relative to this folder.',
    nginxServer: 'Starts nginx in this folder, on port 8443. Ctrl-C ends it.',
  },
  readme: (facts: ReadmeFacts): string =>
    [
      `# ${facts.title}`,
      '',
      'A run of Handshake Lab, to be seen again with other software on your own machine: the same certificates, the same lists of',
      'suites and groups, the same fault.',
      '',
      '## Do it',
      '',
      ...doIt(facts),
      '',
      '## What you will see',
      '',
      `- \`client-openssl.sh\` ${opensslSays(facts)}`,
      ...(facts.psk || (facts.openssl.kind === 'connects' && facts.openssl.early === 'accepted')
        ? []
        : [`- \`client-curl.sh\` ${curlSays(facts)}`]),
      ...(facts.clientAuth === 'require'
        ? [
            '- nginx answers a client without an acceptable certificate after the handshake, with `400 Bad Request` in HTTP, not with an alert.',
          ]
        : []),
      '',
      '## Mind',
      '',
      ...(facts.clock === undefined
        ? [
            `- The certificates were made on ${day(facts.made)}${facts.until === undefined ? '' : ` and the server’s is valid until ${day(facts.until)}; after that clients complain about the date first`}.`,
          ]
        : [
            `- The run has a clock of its own: ${instant(facts.clock)}. OpenSSL takes it with \`-attime ${Math.floor(facts.clock / 1000)}\` added to its command; curl has no such option (\`faketime\` lends it one). With today’s date both may say something else.`,
          ]),
      ...(facts.leftOut.length > 0
        ? [
            `- ${facts.leftOut.join(' and ')} ${facts.leftOut.length === 1 ? 'is' : 'are'} left out of the lists of groups: OpenSSL before 3.5 does not know ${facts.leftOut.length === 1 ? 'it' : 'them'}.`,
          ]
        : []),
      ...(facts.oldServer
        ? [
            '- OpenSSL’s server looks at supported_versions and refuses by itself. A server of old, as in the run, answers with its own version, and the client refuses that.',
          ]
        : []),
      ...(facts.badBinder
        ? [
            '- RFC 9846 §6.2 has decrypt_error (51) for a binder that does not fit, and the run shows that. OpenSSL’s server says illegal_parameter (47).',
          ]
        : []),
      ...(facts.keepsList
        ? [
            '- The server of the run keeps a list of the hellos whose early data it took. OpenSSL’s takes each ticket once (RFC 9846 §8.1).',
          ]
        : []),
      ...(facts.openssl.kind === 'connects' && facts.openssl.early === 'rejected'
        ? [
            '- nginx cannot hand out tickets for early data and then refuse it: with it this client has none to send.',
          ]
        : []),
      ...(facts.sendsName
        ? []
        : ['- This client sends no server_name. curl has no switch for that and sends it.']),
      '- Words and numbers were measured with OpenSSL 3.0 and curl 7.88; later versions may word them differently.',
      '- The keys are demo keys, made in a browser tab. Never install these roots in a real trust store.',
      '',
      '## Files',
      '',
      ...facts.files.map((file) => `- \`${file}\`: ${fileNotes[file] ?? ''}`),
      '',
    ].join('\n'),
};
