/** English: what real clients say, and what their users get to see. */
import { terminal, terminalFine } from '../client-terminals.ts';
import { date } from './grammar.ts';

const findings = {
  'missing-issuer': 'the leaf’s issuer is nowhere to be found',
  untrusted: 'the root is not in the store',
  'untrusted-sent': 'the root was sent along and is not in the store',
  'self-signed': 'the leaf is signed with its own key',
  distrusted: 'an authority on the path is compromised',
  expired: 'the leaf is past its notAfter',
  'expired-issuer': 'an authority is past its notAfter',
  'not-yet-valid': 'the leaf is before its notBefore',
  'not-yet-valid-issuer': 'an authority is before its notBefore',
  'wrong-host': 'no name in the leaf matches',
  'wrong-address': 'the IP address is not in the leaf',
  'common-name-only': 'the name stands in the common name only',
  'not-a-ca': 'an issuer has cA FALSE',
  'no-basic-constraints': 'an issuer has no basic constraints',
  'no-cert-sign': 'an issuer lacks keyCertSign',
  'path-length': 'a path length constraint is exceeded',
  'client-purpose': 'the leaf is for clients only',
  'no-signing': 'the leaf’s key may not sign',
  'leaf-is-ca': 'the leaf has cA TRUE',
  'name-constraints': 'a name lies outside the CA’s name constraints',
  'bad-signature': 'a signature does not verify',
  'key-id': 'the key identifier names another key',
  'critical-extension': 'a critical extension is unknown',
  'weak-hash': 'a signature over SHA-1',
  'weak-key': 'an RSA key below 2048 bits',
  revoked: 'the certificate is revoked',
  'staple-missing': 'the promised OCSP staple is missing',
};

export const clients = {
  title: 'What each client says',
  measured: (day: number) => `measured ${date(day)}; names and times are those of this run`,
  derived: 'this very combination was not measured',
  caption: 'Client, whether it connects, and the message it printed',
  choose: (name: string) => `Show what ${name} shows`,
  verdicts: { connects: 'connects', fails: 'fails', 'not-measured': 'not measured' },
  code: {
    'net error': (code: number) => `net error ${String(code).replace('-', '\u2212')}`,
    'verify code': (code: number) => `verify code ${code}`,
    'exit code': (code: number) => `exit code ${code}`,
    status: (code: number) => `status ${String(code).replace('-', '\u2212')}`,
    none: () => '',
  },
  alert: (name: string, code: number) => `sends ${name} (${code})`,
  noAlert: 'closes without an alert',
  proceed: 'offers a way past',
  noProceed: 'offers no way past',
  helped: {
    cache: 'has the missing intermediate in its cache',
    aia: 'fetches the missing intermediate by AIA',
  },
  lets: (what: readonly (keyof typeof findings)[]) =>
    `does not mind that ${what.map((one) => findings[one]).join(', nor that ')}`,
  basis: {
    measured: '',
    inferred: 'inferred from sibling measurements',
    derived: 'not measured; what its rules come to',
    read: 'read in its sources, not measured',
  },
  preloads:
    'Since version 75 Firefox ships the intermediates of public CAs, so a missing one of those often goes unnoticed there. Those of this laboratory are not public.',
  nodeAdvice:
    'Newer versions of Node add "if the root CA is installed locally, try running Node.js with --use-system-ca", even where only an intermediate is missing. That advice leads away from the cause.',
  noRow: 'No client was measured with this very fault, so no message is shown.',
  waiting: 'The clients are being asked.',
  findings,
  faults: {
    'bad-certificate-verify': 'CertificateVerify with a wrong signature, RSA key',
    'bad-key-exchange-signature': 'ServerKeyExchange with a wrong signature, RSA key',
    'old-version': 'a server that speaks TLS 1.0 or 1.1 only',
    'no-common-suite': 'a server with RC4 suites only, TLS 1.2; the alert is the same',
    'no-common-suite-3des': 'a server with 3DES suites only',
    'static-rsa': 'a server with RSA key exchange only',
    'client-certificate-required': 'certificate required, none sent, alert 116',
    'client-certificate-required-12': 'certificate required, none sent, TLS 1.2, alert 40',
    'client-certificate-required-42': 'certificate required, none sent, alert 42',
    'client-certificate-required-42-12': 'certificate required, none sent, TLS 1.2, alert 42',
    'bad-record': 'a changed byte in an encrypted record',
    'changed-server-random': 'a changed byte in ServerHello.random',
    'plain-http': 'plain HTTP on the port',
  },
  conditions: 'RSA chains under locally installed roots, one server on loopback.',
  nothingWrong: 'Nothing is wrong with this chain, so all of them connect.',

  page: {
    label: (client: string, host: string) => `What ${client} shows in place of ${host}`,
    fine: (client: string, host: string) => `${client} opens ${host}`,
    notSecure: 'Not secure',
    chromium: {
      certificate: {
        heading: 'This connection is not private',
        text: (host: string) =>
          `Someone between you and ${host} could be reading and changing what you send.`,
      },
      protocol: {
        heading: 'This site can’t give you a secure connection',
        text: (host: string) => `${host} and this browser could not agree on how to protect the connection.`,
      },
      required: {
        heading: 'This site wants to know who you are',
        text: (host: string) => `${host} asked for a certificate, and this browser had none to show.`,
      },
    },
    firefox: {
      certificate: {
        heading: 'Careful: a possible security risk lies ahead',
        text: (host: string) =>
          `Firefox stopped before ${host}: what was to show that it is ${host} does not hold.`,
      },
      protocol: {
        heading: 'No secure connection',
        text: (host: string) => `Something went wrong while a connection to ${host} was being protected.`,
      },
      required: {
        heading: 'No secure connection',
        text: (host: string) => `${host} did not go on without a certificate of yours.`,
      },
    },
    safari: {
      certificate: {
        heading: 'This connection is not private',
        text: (host: string) => `This website may be pretending to be ${host} to get hold of what you send.`,
      },
      protocol: {
        heading: 'The page can’t be opened',
        text: (host: string) => `No secure connection to ${host} could be made.`,
      },
      required: {
        heading: 'The page can’t be opened',
        text: (host: string) => `${host} requires a client certificate.`,
      },
    },
    back: 'Back',
    advanced: 'Advanced',
    goOn: (host: string) => `Go on to ${host} (unsafe)`,
    onlyBack: 'There is no way past this page.',
    as: (client: string, version: string) => `message as in ${client} ${version}`,
    read: (client: string) => `name as in ${client}’s sources, not measured`,
    drawn: 'the page is drawn here, only the message is the client’s',
    connects: (client: string) => `${client} connects`,
    site: 'the site is drawn here',
  },

  terminal,
  terminalFine,
  terminalLabel: (client: string, host: string) => `What ${client} prints for ${host}`,
  notSeen: (client: string) => `What ${client} says about this was not measured.`,
};
