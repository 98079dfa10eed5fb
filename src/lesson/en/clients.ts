/** English: measured messages and the browser's error page. */
import { date } from './grammar.ts';

export const clients = {
  title: 'What each client says',
  measured: (day: number) => `measured ${date(day)}; names and times are those of this run`,
  caption: 'Client, whether it connects, and the message it printed',
  verdicts: { connects: 'connects', depends: 'it depends', fails: 'fails', 'not-measured': 'not measured' },
  code: {
    'net error': (code: number) => `net error ${String(code).replace('-', '\u2212')}`,
    'verify code': (code: number) => `verify code ${code}`,
    'exit code': (code: number) => `exit code ${code}`,
    none: () => '',
  },
  fetches: 'connects when it can fetch the intermediate from the address in the leaf (AIA)',
  inferred: 'inferred from sibling measurements',
  preloads:
    'Since version 75 Firefox ships the intermediates of public CAs, so a missing one of those often goes unnoticed there. Those of this laboratory are not public.',
  noRow: 'This very fault was not measured, so no message is shown.',
  faults: {
    'missing-intermediate': 'leaf sent without its intermediate',
    'missing-intermediate-fetched': 'leaf sent without its intermediate, file at the AIA address',
    'untrusted-root': 'full chain under an unknown root',
    'untrusted-root-sent': 'full chain under an unknown root, root sent too',
    'self-signed': 'self-signed leaf',
    expired: 'leaf past its notAfter',
    'expired-issuer': 'issuer past its notAfter',
    'not-yet-valid': 'leaf before its notBefore',
    'wrong-host': 'no name in the leaf matches',
    'wrong-address': 'an IP address that is not in the leaf',
    'expired+wrong-host': 'expired, and for another name',
    'expired+untrusted-root': 'expired, and under an unknown root',
    'untrusted-root+wrong-host': 'unknown root, and for another name',
    'expired+untrusted-root+wrong-host': 'expired, unknown root, and for another name',
    'bad-signature': 'a changed byte in the signed part of the leaf',
    'bad-certificate-verify': 'CertificateVerify with a wrong signature, RSA key',
    'no-common-suite': 'server with RC4 suites only, TLS 1.2; the alert is the same',
    'client-certificate-required': 'certificate required, none sent, alert 116',
  },
  conditions: 'RSA chains under locally installed roots, one server on loopback.',

  page: {
    label: (host: string) => `What a browser shows in place of ${host}`,
    notSecure: 'Not secure',
    certificate: {
      heading: 'This connection is not private',
      text: (host: string) => `Someone between you and ${host} could be reading and changing what you send.`,
    },
    protocol: {
      heading: 'No secure connection',
      text: (host: string) => `${host} and this browser could not agree on how to protect the connection.`,
    },
    required: {
      heading: 'A certificate is needed',
      text: (host: string) => `${host} asked who you are, and this browser had no certificate to show.`,
    },
    proceed: 'offers a way past',
    noProceed: 'offers no way past',
    as: (client: string, version: string) => `code as in ${client} ${version}`,
    notMeasured: 'code not measured',
  },
};
