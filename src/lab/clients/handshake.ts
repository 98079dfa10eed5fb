/**
 * Faults of the handshake that have nothing to do with paths. What a client says about them follows from
 * no policy: these are the measured messages themselves, verbatim.
 */
import { alertCodes } from '../../tls/registry/alerts.ts';
import type { ClientId, Report } from './clients.ts';

export type HandshakeFault =
  | 'bad-certificate-verify'
  | 'bad-key-exchange-signature'
  | 'old-version'
  | 'no-common-suite'
  | 'no-common-suite-3des'
  | 'static-rsa'
  /** The server insists on a certificate and says certificate_required (116). */
  | 'client-certificate-required'
  /** The same in TLS 1.2, where the alert is handshake_failure (40). */
  | 'client-certificate-required-12'
  /** The same with a server that says bad_certificate (42), as Go's does. */
  | 'client-certificate-required-42'
  | 'client-certificate-required-42-12'
  | 'bad-record'
  | 'changed-server-random'
  | 'plain-http';

/** `connects`: the client does not mind. */
export type HandshakeReport = Report | 'connects';

const { bad_record_mac: badMac, decrypt_error: decrypt } = alertCodes;
/** The alert was not looked at, or is not the client's to send. */
const said = (text: string, code?: number): Report => ({ text, ...(code !== undefined && { code }) });
const chromium = (text: string, code: number, alert?: number): Report => ({
  text,
  code,
  proceed: false,
  ...(alert !== undefined && { alert }),
});
const firefox = (text: string, alert?: number): Report => ({
  text,
  proceed: null,
  ...(alert !== undefined && { alert }),
});
const ssl = (text: string): Report => said(`SSLError: [SSL: ${text}`);
const handshakeException = (text: string): Report => said(`SSLHandshakeException: ${text}`);

type Row = Readonly<Partial<Record<ClientId, HandshakeReport>>>;

const badSignature: Row = {
  chromium: chromium('ERR_SSL_PROTOCOL_ERROR', -107, decrypt),
  firefox: firefox('(no code shown; page prints "nssBadCert")', decrypt),
  openssl: said('02000085 first octet invalid'),
  curl: said('OpenSSL/3.0.19: error:02000086:rsa routines::last octet invalid', 35),
  python: ssl('BAD_SIGNATURE] bad signature (_ssl.c:1006)'),
  node: said('ERR_SSL_FIRST_OCTET_INVALID: first octet invalid'),
  go: said('tls: invalid signature by the server certificate: crypto/rsa: verification error'),
  java: handshakeException('Invalid CertificateVerify signature'),
  gnutls: said('Fatal error: Public key signature verification has failed.'),
};

const noCommonSuite: Row = {
  chromium: chromium('ERR_SSL_VERSION_OR_CIPHER_MISMATCH', -113),
  firefox: firefox('SSL_ERROR_NO_CYPHER_OVERLAP'),
  openssl: said('0A000410 sslv3 alert handshake failure'),
  curl: said('OpenSSL/3.0.19: error:0A000410:SSL routines::sslv3 alert handshake failure', 35),
  python: ssl('SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure (_ssl.c:1006)'),
  node: said('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: sslv3 alert handshake failure'),
  go: said('remote error: tls: handshake failure'),
  java: handshakeException('Received fatal alert: handshake_failure'),
  gnutls: said('Received alert [40]: Handshake failed | Fatal error: A TLS fatal alert has been received.'),
};

const badMacRow: Row = {
  chromium: chromium('ERR_SSL_PROTOCOL_ERROR', -107, badMac),
  firefox: firefox('SSL_ERROR_BAD_MAC_READ', badMac),
  openssl: said('0A000119 decryption failed or bad record mac'),
  curl: said('OpenSSL/3.0.19: error:0A000119:SSL routines::decryption failed or bad record mac', 35),
  python: ssl('DECRYPTION_FAILED_OR_BAD_RECORD_MAC] decryption failed or bad record mac (_ssl.c:1006)'),
  node: said('ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC: decryption failed or bad record mac'),
  go: said('local error: tls: bad record MAC'),
  java: said('SSLException: Tag mismatch!'),
  gnutls: said('Fatal error: Decryption has failed.'),
};

const refused42: Row = {
  chromium: { ...chromium('ERR_BAD_SSL_CLIENT_AUTH_CERT', -117), alert: null },
  firefox: firefox('SSL_ERROR_BAD_CERT_ALERT'),
  openssl: said('0A000412 sslv3 alert bad certificate'),
  curl: said(
    'OpenSSL SSL_read: OpenSSL/3.0.19: error:0A000412:SSL routines::sslv3 alert bad certificate, errno 0',
    56,
  ),
  python: ssl('SSLV3_ALERT_BAD_CERTIFICATE] sslv3 alert bad certificate (_ssl.c:2580)'),
  node: said('ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: sslv3 alert bad certificate'),
  go: said('remote error: tls: bad certificate'),
  java: said('java.io.IOException: Error writing to server'),
  gnutls: said(
    'The certificate is trusted. | Received alert [42]: Certificate is bad | Fatal error: A TLS fatal alert has been received. | Server has terminated the connection abnormally.',
  ),
};

export const handshakeReports: Readonly<Record<HandshakeFault, Row>> = {
  'bad-certificate-verify': badSignature,
  'bad-key-exchange-signature': {
    ...badSignature,
    java: handshakeException('Invalid ECDH ServerKeyExchange signature'),
    gnutls: said('The certificate is trusted. | Fatal error: Public key signature verification has failed.'),
  },
  // GnuTLS 3.7.9 still spoke TLS 1.0 and 1.1.
  'old-version': {
    chromium: chromium('ERR_SSL_VERSION_OR_CIPHER_MISMATCH', -113),
    firefox: firefox('SSL_ERROR_PROTOCOL_VERSION_ALERT'),
    openssl: said('0A00014D legacy sigalg disallowed or unsupported'),
    curl: said('OpenSSL/3.0.19: error:0A00014D:SSL routines::legacy sigalg disallowed or unsupported', 35),
    python: ssl('TLSV1_ALERT_PROTOCOL_VERSION] tlsv1 alert protocol version (_ssl.c:1006)'),
    node: said('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: tlsv1 alert protocol version'),
    go: said('remote error: tls: protocol version not supported'),
    java: handshakeException('Received fatal alert: protocol_version'),
    gnutls: 'connects',
  },
  'no-common-suite': noCommonSuite,
  'no-common-suite-3des': { ...noCommonSuite, go: 'connects' },
  'static-rsa': {
    chromium: 'connects',
    firefox: 'connects',
    openssl: 'connects',
    curl: 'connects',
    python: ssl('SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure (_ssl.c:1006)'),
    node: 'connects',
    go: 'connects',
    java: 'connects',
    gnutls: 'connects',
  },
  'client-certificate-required': {
    chromium: { ...chromium('ERR_BAD_SSL_CLIENT_AUTH_CERT', -117), alert: null },
    firefox: firefox('SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT'),
    openssl: said('0A00045C tlsv13 alert certificate required'),
    curl: said('0A00045C tlsv13 alert certificate required', 56),
    go: said('remote error: tls: certificate required'),
    java: said('certificate_required'),
  },
  'client-certificate-required-12': {
    chromium: { ...chromium('ERR_BAD_SSL_CLIENT_AUTH_CERT', -117), alert: null },
    firefox: firefox('SSL_ERROR_HANDSHAKE_FAILURE_ALERT'),
    openssl: said('0A000410 sslv3 alert handshake failure'),
    curl: said('0A000410 sslv3 alert handshake failure', 35),
    go: said('remote error: tls: handshake failure'),
    java: said('handshake_failure'),
  },
  'client-certificate-required-42': refused42,
  'client-certificate-required-42-12': {
    ...refused42,
    curl: said('OpenSSL/3.0.19: error:0A000412:SSL routines::sslv3 alert bad certificate', 35),
    python: ssl('SSLV3_ALERT_BAD_CERTIFICATE] sslv3 alert bad certificate (_ssl.c:1006)'),
    java: said('java.net.SocketException: Broken pipe'),
    gnutls: said(
      'The certificate is trusted. | Received alert [42]: Certificate is bad | Fatal error: A TLS fatal alert has been received.',
    ),
  },
  'bad-record': badMacRow,
  'changed-server-random': badMacRow,
  'plain-http': {
    chromium: chromium('ERR_SSL_PROTOCOL_ERROR', -107),
    firefox: firefox('SSL_ERROR_RX_RECORD_TOO_LONG'),
    openssl: said('0A00010B wrong version number'),
    curl: said('OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number', 35),
    python: ssl('WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)'),
    node: said('ERR_SSL_WRONG_VERSION_NUMBER: wrong version number'),
    go: said('http: server gave HTTP response to HTTPS client'),
    java: said('SSLException: Unsupported or unrecognized SSL message'),
    gnutls: said('Fatal error: An unexpected TLS packet was received.'),
  },
};
