/** What terminals show of real clients: programs print English, whatever the language of the page. */

/** What the previews quote. */
interface PreviewFacts {
  readonly host: string;
  readonly text: string;
  readonly code: number | undefined;
  readonly leaf: string;
}

/** The command first, then what is printed. */
export function terminal(client: string, f: PreviewFacts): readonly string[] {
  switch (client) {
    case 'curl':
      return [`$ curl https://${f.host}/`, `curl: (${f.code ?? 60}) ${f.text}`];
    case 'openssl':
      return [
        `$ openssl s_client -connect ${f.host}:443 -verify_return_error`,
        'CONNECTED(00000003)',
        ...(f.code === undefined
          ? [`error:${f.text}`]
          : [`depth=0 CN = ${f.leaf}`, `verify error:num=${f.code}:${f.text}`]),
      ];
    case 'gnutls':
      return [
        `$ gnutls-cli ${f.host}`,
        `- Status: The certificate is NOT trusted. ${f.text}`,
        '*** PKI verification of server certificate failed...',
      ];
    case 'python':
      return [
        `>>> urllib.request.urlopen('https://${f.host}/')`,
        'Traceback (most recent call last):',
        '  File "ssl.py", in do_handshake',
        `ssl.${f.text}`,
      ];
    case 'node': {
      const [code = '', message = ''] = f.text.split(/: (.*)/s);
      return [
        `> await fetch('https://${f.host}/')`,
        `Error: ${message}`,
        '    at TLSSocket.onConnectSecure (node:_tls_wrap)',
        `  code: '${code}'`,
      ];
    }
    case 'go':
      return [`$ go run .`, `Get "https://${f.host}/": ${f.text}`];
    case 'java':
      return [
        '$ java Fetch',
        `Exception in thread "main" javax.net.ssl.${f.text}`,
        '\tat java.base/sun.security.ssl.Alert.createSSLException',
        '\tat java.base/sun.security.ssl.TransportContext.fatal',
      ];
    default:
      return [f.text];
  }
}

/** The same command where nothing is wrong. */
export function terminalFine(client: string, host: string): readonly string[] {
  switch (client) {
    case 'curl':
      return [`$ curl https://${host}/`, '<!doctype html>'];
    case 'openssl':
      return [`$ openssl s_client -connect ${host}:443 -verify_return_error`, 'Verify return code: 0 (ok)'];
    case 'gnutls':
      return [`$ gnutls-cli ${host}`, '- Status: The certificate is trusted.'];
    default:
      return [host, '200 OK'];
  }
}
