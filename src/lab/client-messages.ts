/**
 * What real clients printed when they met a fault, measured against one real TLS server on loopback.
 *
 * Data only; which row fits a run is decided in view/clients.ts. All chains were RSA and hung under
 * locally installed roots, so rules for public roots (transparency, lifetime) did not fire. A client
 * that is absent from a row was not measured with that fault.
 *
 * Values in braces stand where a message named the host, the certificate's names or a time of the
 * measurement: {host}, {names}, {dns-names}, {now}, {not-before}, {not-after}. The words around them are verbatim.
 */

export const measuredOn = '2026-11-23';

export type ClientId =
  | 'chromium'
  | 'firefox'
  | 'openssl'
  | 'curl'
  | 'python'
  | 'node'
  | 'go'
  | 'java'
  | 'gnutls';

export interface Client {
  readonly id: ClientId;
  readonly name: string;
  readonly version: string;
  /** What `Measured.code` is for this client. */
  readonly codeIs: 'net error' | 'verify code' | 'exit code' | 'none';
}

export const clients: readonly Client[] = [
  { id: 'chromium', name: 'Chromium', version: '156.0.8078.79', codeIs: 'net error' },
  { id: 'firefox', name: 'Firefox', version: '153.7.0esr', codeIs: 'none' },
  { id: 'openssl', name: 'OpenSSL', version: '3.0.19', codeIs: 'verify code' },
  { id: 'curl', name: 'curl', version: '7.88.1', codeIs: 'exit code' },
  { id: 'go', name: 'Go', version: '1.19.8', codeIs: 'none' },
  { id: 'java', name: 'Java', version: 'OpenJDK 17.0.15', codeIs: 'none' },
  { id: 'python', name: 'Python', version: '3.11.7', codeIs: 'verify code' },
  { id: 'node', name: 'Node', version: '20.20.2', codeIs: 'none' },
  { id: 'gnutls', name: 'GnuTLS', version: '3.7.9', codeIs: 'none' },
];

/** One cell: the client connected, or it printed `text`. */
export interface Measured {
  readonly connects: boolean;
  readonly text?: string;
  readonly code?: number;
  /** Browsers: whether the page offered a way past the error; null where it was not looked at. */
  readonly proceed?: boolean | null;
  /** `inferred`: taken over from sibling rows because a cache polluted the measurement. */
  readonly basis?: 'inferred';
}

export type FaultRow =
  | 'missing-intermediate'
  | 'missing-intermediate-fetched'
  | 'untrusted-root'
  | 'untrusted-root-sent'
  | 'self-signed'
  | 'expired'
  | 'expired-issuer'
  | 'not-yet-valid'
  | 'wrong-host'
  | 'wrong-address'
  | 'expired+wrong-host'
  | 'expired+untrusted-root'
  | 'untrusted-root+wrong-host'
  | 'expired+untrusted-root+wrong-host'
  | 'bad-signature'
  | 'bad-certificate-verify'
  | 'no-common-suite'
  | 'client-certificate-required';

const pkixBuild =
  'SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';
const pkixValidity =
  'SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed';

/** The messages OpenSSL, curl and Python share: one library, three wrappings. */
function openssl(
  text: string,
  code: number,
  host = text,
): Pick<Record<ClientId, Measured>, 'openssl' | 'curl' | 'python'> {
  return {
    openssl: fails(text, code),
    curl: fails(`SSL certificate problem: ${text}`, 60),
    python: fails(
      `SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${host} (_ssl.c:1006)`,
      code,
    ),
  };
}

function fails(text: string, code?: number): Measured {
  return { connects: false, text, ...(code === undefined ? {} : { code }) };
}

function page(text: string, proceed: boolean | null, code?: number): Measured {
  return { ...fails(text, code), proceed };
}

const authority = page('NET::ERR_CERT_AUTHORITY_INVALID', true, -202);
const commonName = page('NET::ERR_CERT_COMMON_NAME_INVALID', true, -200);
const date = page('NET::ERR_CERT_DATE_INVALID', true, -201);
const unknownIssuer = page('SEC_ERROR_UNKNOWN_ISSUER', true);
const goUnknown = fails('x509: certificate signed by unknown authority');
const goAfter = fails(
  'x509: certificate has expired or is not yet valid: current time {now} is after {not-after}',
);
const gnutlsIssuer = fails('The certificate issuer is unknown.');
const nodeExpired = fails('CERT_HAS_EXPIRED: certificate has expired');
const noLocalIssuer = openssl('unable to get local issuer certificate', 20);
const hostMismatch = openssl(
  'hostname mismatch',
  62,
  "Hostname mismatch, certificate is not valid for '{host}'.",
);

const missingIntermediate: Record<ClientId, Measured> = {
  chromium: authority,
  firefox: unknownIssuer,
  ...noLocalIssuer,
  node: fails('UNABLE_TO_VERIFY_LEAF_SIGNATURE: unable to verify the first certificate'),
  go: goUnknown,
  java: fails(pkixBuild),
  gnutls: gnutlsIssuer,
};

const untrustedRoot: Record<ClientId, Measured> = {
  ...missingIntermediate,
  node: fails('UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unable to get local issuer certificate'),
};

const expired: Record<ClientId, Measured> = {
  chromium: date,
  firefox: page('SEC_ERROR_EXPIRED_CERTIFICATE', true),
  ...openssl('certificate has expired', 10),
  node: nodeExpired,
  go: goAfter,
  java: fails(pkixValidity),
  gnutls: fails('The certificate chain uses expired certificate.'),
};

const wrongHost: Record<ClientId, Measured> = {
  chromium: commonName,
  firefox: page('SSL_ERROR_BAD_CERT_DOMAIN', true),
  ...hostMismatch,
  curl: fails("SSL: no alternative certificate subject name matches target host name '{host}'", 60),
  node: fails(
    "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames: Host: {host}. is not in the cert's altnames: {dns-names}",
  ),
  go: fails('x509: certificate is valid for {names}, not {host}'),
  java: fails('SSLHandshakeException: No subject alternative DNS name matching {host} found.'),
  gnutls: fails('The name in the certificate does not match the expected.'),
};

export const measurements: Readonly<Record<FaultRow, Partial<Record<ClientId, Measured>>>> = {
  'missing-intermediate': missingIntermediate,
  // The same chain, with a file behind the AIA address of the leaf.
  'missing-intermediate-fetched': {
    ...missingIntermediate,
    chromium: { connects: true },
    firefox: unknownIssuer,
  },
  'untrusted-root': untrustedRoot,
  'untrusted-root-sent': {
    ...untrustedRoot,
    ...openssl('self-signed certificate in certificate chain', 19),
    node: fails('SELF_SIGNED_CERT_IN_CHAIN: self-signed certificate in certificate chain'),
  },
  'self-signed': {
    ...untrustedRoot,
    ...openssl('self-signed certificate', 18),
    firefox: page('MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', true),
    node: fails('DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate'),
  },
  expired,
  'expired-issuer': { ...expired, firefox: page('SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE', true) },
  'not-yet-valid': {
    chromium: date,
    firefox: page('MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', true),
    ...openssl('certificate is not yet valid', 9),
    node: fails('CERT_NOT_YET_VALID: certificate is not yet valid'),
    go: fails('x509: certificate has expired or is not yet valid: current time {now} is before {not-before}'),
    java: fails(pkixValidity),
    gnutls: fails('The certificate chain uses not yet valid certificate.'),
  },
  'wrong-host': wrongHost,
  'wrong-address': {
    ...wrongHost,
    ...openssl('IP address mismatch', 64, "IP address mismatch, certificate is not valid for '{host}'."),
    curl: fails("SSL: no alternative certificate subject name matches target host name '{host}'", 60),
    node: fails(
      "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames: IP: {host} is not in the cert's list:",
    ),
    go: fails("x509: cannot validate certificate for {host} because it doesn't contain any IP SANs"),
    java: fails('SSLHandshakeException: No subject alternative names matching IP address {host} found'),
  },
  'expired+wrong-host': {
    chromium: commonName,
    firefox: page('SSL_ERROR_BAD_CERT_DOMAIN', null),
    ...hostMismatch,
    curl: fails('SSL certificate problem: certificate has expired', 60),
    node: nodeExpired,
    go: goAfter,
    java: fails(pkixValidity),
    gnutls: fails(
      'The certificate chain uses expired certificate. The name in the certificate does not match the expected.',
    ),
  },
  'expired+untrusted-root': {
    ...untrustedRoot,
    firefox: page('SEC_ERROR_UNKNOWN_ISSUER', null),
    node: nodeExpired,
    go: goAfter,
  },
  'untrusted-root+wrong-host': {
    ...untrustedRoot,
    firefox: page('SEC_ERROR_UNKNOWN_ISSUER', null),
    go: fails('x509: certificate is valid for {names}, not {host}'),
    gnutls: fails(
      'The certificate issuer is unknown. The name in the certificate does not match the expected.',
    ),
  },
  'expired+untrusted-root+wrong-host': {
    ...untrustedRoot,
    firefox: page('SEC_ERROR_UNKNOWN_ISSUER', null),
    node: nodeExpired,
    go: goAfter,
    gnutls: fails(
      'The certificate issuer is unknown. The name in the certificate does not match the expected.',
    ),
  },
  'bad-signature': {
    chromium: authority,
    firefox: { ...page('SEC_ERROR_BAD_SIGNATURE', null), basis: 'inferred' },
    ...openssl('certificate signature failure', 7),
    curl: fails('error:0200008A:rsa routines::invalid padding', 35),
    node: fails('CERT_SIGNATURE_FAILURE: certificate signature failure'),
    go: fails(
      'x509: certificate signed by unknown authority (possibly because of "crypto/rsa: verification error" …)',
    ),
    java: fails(
      'SSLHandshakeException: PKIX path validation failed: java.security.cert.CertPathValidatorException: signature check failed',
    ),
    gnutls: fails('The signature in the certificate is invalid.'),
  },
  'bad-certificate-verify': {
    chromium: page('ERR_SSL_PROTOCOL_ERROR', false, -107),
    firefox: page('nssBadCert', null),
    openssl: fails('error:02000085 first octet invalid'),
    curl: fails('error:02000086:rsa routines::last octet invalid', 35),
    python: fails('SSLError: [SSL: BAD_SIGNATURE] bad signature (_ssl.c:1006)'),
    node: fails('ERR_SSL_FIRST_OCTET_INVALID: first octet invalid'),
    go: fails('tls: invalid signature by the server certificate: crypto/rsa: verification error'),
    java: fails('SSLHandshakeException: Invalid CertificateVerify signature'),
    gnutls: fails('Fatal error: Public key signature verification has failed.'),
  },
  // Measured with a server that accepts RC4 suites only; the alert is the same handshake_failure (40).
  'no-common-suite': {
    chromium: page('ERR_SSL_VERSION_OR_CIPHER_MISMATCH', false, -113),
    firefox: page('SSL_ERROR_NO_CYPHER_OVERLAP', null),
    openssl: fails('error:0A000410 sslv3 alert handshake failure'),
    curl: fails('error:0A000410:SSL routines::sslv3 alert handshake failure', 35),
    python: fails(
      'SSLError: [SSL: SSLV3_ALERT_HANDSHAKE_FAILURE] sslv3 alert handshake failure (_ssl.c:1006)',
    ),
    node: fails('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: sslv3 alert handshake failure'),
    go: fails('remote error: tls: handshake failure'),
    java: fails('SSLHandshakeException: Received fatal alert: handshake_failure'),
    gnutls: fails('Received alert [40]: Handshake failed'),
  },
  // Servers that answer with certificate_required (116); the other three met a server that sent bad_certificate.
  'client-certificate-required': {
    chromium: page('ERR_BAD_SSL_CLIENT_AUTH_CERT', false, -117),
    firefox: page('SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT', null),
    openssl: fails('error:0A00045C tlsv13 alert certificate required'),
    curl: fails('error:0A00045C tlsv13 alert certificate required', 56),
    go: fails('remote error: tls: certificate required'),
    java: fails('certificate_required'),
  },
};
