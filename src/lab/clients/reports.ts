/**
 * What each client prints for one finding. Verbatim as measured; words in braces stand for values of the
 * run. A finding that is missing was not measured with that client.
 */
import { alertCodes } from '../../tls/registry/alerts.ts';
import type { ClientId, Report } from './clients.ts';
import type { Finding } from './findings.ts';

export type Reports = Readonly<Partial<Record<Finding, Report>>>;

const {
  bad_certificate: bad,
  unsupported_certificate: unsupported,
  certificate_revoked: revoked,
  certificate_expired: expired,
  certificate_unknown: unknown,
  illegal_parameter: illegal,
  unknown_ca: unknownCa,
  decrypt_error: decrypt,
  internal_error: internal,
} = alertCodes;

const netError = (name: string, code: number, proceed: boolean, alert: number = unknown): Report => ({
  text: name,
  code,
  alert,
  proceed,
});

const chromiumAuthority = netError('NET::ERR_CERT_AUTHORITY_INVALID', -202, true);
const chromiumName = netError('NET::ERR_CERT_COMMON_NAME_INVALID', -200, true);
const chromiumDate = netError('NET::ERR_CERT_DATE_INVALID', -201, true);
const chromiumInvalid = netError('NET::ERR_CERT_INVALID', -207, false);

const chromium: Reports = {
  'missing-issuer': chromiumAuthority,
  untrusted: chromiumAuthority,
  'untrusted-sent': chromiumAuthority,
  'self-signed': chromiumAuthority,
  distrusted: chromiumAuthority,
  expired: chromiumDate,
  'expired-issuer': chromiumDate,
  'not-yet-valid': chromiumDate,
  'wrong-host': chromiumName,
  'wrong-address': chromiumName,
  'common-name-only': chromiumName,
  'not-a-ca': chromiumInvalid,
  'no-basic-constraints': chromiumInvalid,
  'no-cert-sign': chromiumInvalid,
  'path-length': chromiumInvalid,
  'client-purpose': chromiumInvalid,
  'no-signing': netError('ERR_SSL_KEY_USAGE_INCOMPATIBLE', -181, false, illegal),
  'name-constraints': chromiumInvalid,
  'bad-signature': chromiumAuthority,
  'critical-extension': chromiumInvalid,
  'weak-hash': chromiumInvalid,
  revoked: netError('NET::ERR_CERT_REVOKED', -206, false),
};

const page = (text: string, proceed: boolean | null, alert: number): Report => ({ text, proceed, alert });
const firefoxUnknown = page('SEC_ERROR_UNKNOWN_ISSUER', true, unknownCa);
const firefoxDomain = page('SSL_ERROR_BAD_CERT_DOMAIN', true, bad);
const firefoxUsage = page('SEC_ERROR_INADEQUATE_KEY_USAGE', false, unknown);

const firefox: Reports = {
  'missing-issuer': firefoxUnknown,
  untrusted: firefoxUnknown,
  'untrusted-sent': firefoxUnknown,
  'self-signed': page('MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', true, bad),
  distrusted: firefoxUnknown,
  expired: page('SEC_ERROR_EXPIRED_CERTIFICATE', true, expired),
  'expired-issuer': page('SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE', true, unknownCa),
  'not-yet-valid': page('MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE', true, bad),
  'wrong-host': firefoxDomain,
  'wrong-address': firefoxDomain,
  'common-name-only': firefoxDomain,
  'not-a-ca': firefoxUsage,
  'no-basic-constraints': page('SEC_ERROR_CA_CERT_INVALID', true, bad),
  'no-cert-sign': firefoxUsage,
  'path-length': page('SEC_ERROR_PATH_LEN_CONSTRAINT_INVALID', false, bad),
  'client-purpose': page('SEC_ERROR_INADEQUATE_CERT_TYPE', false, unknown),
  'leaf-is-ca': page('MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY', null, bad),
  'name-constraints': page('SEC_ERROR_CERT_NOT_IN_NAME_SPACE', false, bad),
  'bad-signature': page('SEC_ERROR_BAD_SIGNATURE', false, bad),
  'critical-extension': page('SEC_ERROR_UNKNOWN_CRITICAL_EXTENSION', false, bad),
  'weak-hash': page('SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED', true, bad),
  revoked: page('SEC_ERROR_REVOKED_CERTIFICATE', false, revoked),
  'staple-missing': page('MOZILLA_PKIX_ERROR_REQUIRED_TLS_FEATURE_MISSING', false, bad),
};

/** X509_verify_cert codes with their texts (x509_vfy.h, x509_txt.c) and the alerts of statem_lib.c. */
const verifyCodes: Readonly<Partial<Record<Finding, readonly [code: number, text: string, alert: number]>>> =
  {
    'missing-issuer': [20, 'unable to get local issuer certificate', unknownCa],
    untrusted: [20, 'unable to get local issuer certificate', unknownCa],
    'untrusted-sent': [19, 'self-signed certificate in certificate chain', unknownCa],
    'self-signed': [18, 'self-signed certificate', unknownCa],
    distrusted: [20, 'unable to get local issuer certificate', unknownCa],
    'key-id': [20, 'unable to get local issuer certificate', unknownCa],
    expired: [10, 'certificate has expired', expired],
    'expired-issuer': [10, 'certificate has expired', expired],
    'not-yet-valid': [9, 'certificate is not yet valid', bad],
    'wrong-host': [62, 'hostname mismatch', bad],
    'wrong-address': [64, 'IP address mismatch', bad],
    'not-a-ca': [79, 'invalid CA certificate', unknownCa],
    'no-basic-constraints': [79, 'invalid CA certificate', unknownCa],
    'no-cert-sign': [79, 'invalid CA certificate', unknownCa],
    'path-length': [25, 'path length constraint exceeded', unknownCa],
    'client-purpose': [26, 'unsuitable certificate purpose', unsupported],
    'name-constraints': [47, 'permitted subtree violation', unknown],
    'bad-signature': [7, 'certificate signature failure', decrypt],
    'critical-extension': [34, 'unhandled critical extension', unknown],
    'weak-hash': [68, 'CA signature digest algorithm too weak', bad],
    'weak-key': [66, 'EE certificate key too weak', bad],
  };

function openssl(wrap: (text: string, code: number, finding: Finding, alert: number) => Report): Reports {
  return Object.fromEntries(
    Object.entries(verifyCodes).map(([finding, [code, text, alert]]) => [
      finding,
      wrap(text, code, finding as Finding, alert),
    ]),
  );
}

const noMatch = "SSL: no alternative certificate subject name matches target host name '{host}'";
const curlOwn: Reports = {
  // Looked at after the handshake, so there is no alert.
  'wrong-host': { text: noMatch, code: 60, alert: null },
  'wrong-address': { text: noMatch, code: 60, alert: null },
  'bad-signature': { text: 'OpenSSL/3.0.19: {curl-signature-error}', code: 35, alert: decrypt },
};

const pythonTexts: Readonly<Partial<Record<Finding, string>>> = {
  'wrong-host': "Hostname mismatch, certificate is not valid for '{host}'.",
  'wrong-address': "IP address mismatch, certificate is not valid for '{host}'.",
};

const nodeFails = (text: string): Report => ({ text, alert: null });
const nodeFirst = nodeFails('UNABLE_TO_VERIFY_LEAF_SIGNATURE: unable to verify the first certificate');
const nodeLocal = nodeFails('UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unable to get local issuer certificate');
const nodeExpired = nodeFails('CERT_HAS_EXPIRED: certificate has expired');
const node: Reports = {
  'missing-issuer': nodeFirst,
  'key-id': nodeFirst,
  untrusted: nodeLocal,
  distrusted: nodeLocal,
  'untrusted-sent': nodeFails('SELF_SIGNED_CERT_IN_CHAIN: self-signed certificate in certificate chain'),
  'self-signed': nodeFails('DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate'),
  expired: nodeExpired,
  'expired-issuer': nodeExpired,
  'not-yet-valid': nodeFails('CERT_NOT_YET_VALID: certificate is not yet valid'),
  'wrong-host': nodeFails(
    "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames: Host: {host}. is not in the cert's altnames: {dns-names}",
  ),
  'wrong-address': nodeFails(
    "ERR_TLS_CERT_ALTNAME_INVALID: Hostname/IP does not match certificate's altnames: IP: {host} is not in the cert's list:",
  ),
  'not-a-ca': nodeFails('INVALID_CA: invalid CA certificate'),
  'no-basic-constraints': nodeFails('INVALID_CA: invalid CA certificate'),
  'no-cert-sign': nodeFails('UNSPECIFIED: key usage does not include certificate signing'),
  'path-length': nodeFails('PATH_LENGTH_EXCEEDED: path length constraint exceeded'),
  'client-purpose': nodeFails('INVALID_PURPOSE: unsuitable certificate purpose'),
  'name-constraints': nodeFails('UNSPECIFIED: permitted subtree violation'),
  'bad-signature': nodeFails('CERT_SIGNATURE_FAILURE: certificate signature failure'),
  'critical-extension': nodeFails('UNSPECIFIED: unhandled critical extension'),
  'weak-hash': nodeFails('UNSPECIFIED: CA signature digest algorithm too weak'),
};

const goFails = (text: string): Report => ({ text: `x509: ${text}`, alert: bad });
const goUnknown = goFails('certificate signed by unknown authority');
const goBecause = (why: string): Report =>
  goFails(
    `certificate signed by unknown authority (possibly because of "${why}" while trying to verify candidate authority certificate "{issuer}")`,
  );
const goParent = goBecause(
  'x509: invalid signature: parent certificate cannot sign this kind of certificate',
);
const goAfter = goFails(
  'certificate has expired or is not yet valid: current time {now} is after {not-after}',
);
const go: Reports = {
  'missing-issuer': goUnknown,
  untrusted: goUnknown,
  'untrusted-sent': goUnknown,
  'self-signed': goUnknown,
  distrusted: goUnknown,
  expired: goAfter,
  'expired-issuer': goAfter,
  'not-yet-valid': goFails(
    'certificate has expired or is not yet valid: current time {now} is before {not-before}',
  ),
  'wrong-host': goFails('certificate is valid for {names}, not {host}'),
  'wrong-address': goFails("cannot validate certificate for {host} because it doesn't contain any IP SANs"),
  'common-name-only': goFails('certificate relies on legacy Common Name field, use SANs instead'),
  'not-a-ca': goParent,
  'no-basic-constraints': goParent,
  'no-cert-sign': goParent,
  'path-length': goFails('too many intermediates for path length constraint'),
  'client-purpose': goFails('certificate specifies an incompatible key usage'),
  'name-constraints': goFails(
    'a root or intermediate certificate is not authorized to sign for this name: DNS name "{name}" is not permitted by any constraint',
  ),
  'bad-signature': goBecause('{go-signature-error}'),
  'critical-extension': goFails('unhandled critical extension'),
  'weak-hash': goBecause(
    'x509: cannot verify signature: insecure algorithm {go-algorithm} (temporarily override with GODEBUG=x509sha1=1)',
  ),
};

const javaFails = (text: string): Report => ({ text: `SSLHandshakeException: ${text}`, alert: unknown });
const javaBuild = javaFails(
  'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target',
);
const javaPath = (why: string): Report =>
  javaFails(`PKIX path validation failed: java.security.cert.CertPathValidatorException: ${why}`);
const java: Reports = {
  'missing-issuer': javaBuild,
  untrusted: javaBuild,
  'untrusted-sent': javaBuild,
  'self-signed': javaBuild,
  distrusted: javaBuild,
  expired: javaPath('validity check failed'),
  'expired-issuer': javaPath('validity check failed'),
  'not-yet-valid': javaPath('validity check failed'),
  'wrong-host': javaFails('No subject alternative DNS name matching {host} found.'),
  'wrong-address': javaFails('No subject alternative names matching IP address {host} found'),
  'not-a-ca': javaPath('basic constraints check failed: this is not a CA certificate'),
  'no-basic-constraints': javaPath('basic constraints check failed: this is not a CA certificate'),
  'no-cert-sign': javaPath('CA key usage check failed: keyCertSign bit is not set'),
  'path-length': javaPath(
    'basic constraints check failed: pathLenConstraint violated - this cert must be the last cert in the certification path',
  ),
  'client-purpose': javaFails('Extended key usage does not permit use for TLS server authentication'),
  'no-signing': javaFails('KeyUsage does not allow digital signatures'),
  'name-constraints': javaPath('name constraints check failed'),
  'bad-signature': javaPath('signature check failed'),
  'critical-extension': javaPath('unrecognized critical extension(s)'),
};

const gnutlsFails = (text: string, alert: number = bad): Report => ({ text, alert });
const gnutlsIssuer = gnutlsFails('The certificate issuer is unknown.');
const gnutlsExpired = gnutlsFails('The certificate chain uses expired certificate.');
const gnutlsName = gnutlsFails('The name in the certificate does not match the expected.');
const gnutlsConstraints = gnutlsFails("The certificate chain violates the signer's constraints.");
const gnutls: Reports = {
  'missing-issuer': gnutlsIssuer,
  untrusted: gnutlsIssuer,
  'untrusted-sent': gnutlsIssuer,
  'self-signed': gnutlsIssuer,
  distrusted: gnutlsIssuer,
  'key-id': gnutlsIssuer,
  expired: gnutlsExpired,
  'expired-issuer': gnutlsExpired,
  'not-yet-valid': gnutlsFails('The certificate chain uses not yet valid certificate.'),
  'wrong-host': gnutlsName,
  'wrong-address': gnutlsName,
  'not-a-ca': gnutlsFails('The certificate issuer is not a CA.'),
  'no-basic-constraints': gnutlsFails('The certificate issuer is not a CA.'),
  'no-cert-sign': gnutlsConstraints,
  'path-length': gnutlsConstraints,
  'name-constraints': gnutlsConstraints,
  'client-purpose': gnutlsFails('The certificate chain does not match the intended purpose.'),
  'no-signing': gnutlsFails('Fatal error: Key usage violation in certificate has been detected.', internal),
  'bad-signature': gnutlsFails('The signature in the certificate is invalid.'),
  'critical-extension': gnutlsFails('The certificate contains an unknown critical extension.'),
  'weak-hash': gnutlsFails('The certificate chain uses insecure algorithm.'),
  revoked: gnutlsFails('The certificate chain is revoked.'),
  'staple-missing': gnutlsFails(
    'The certificate requires the server to include an OCSP status in its response, but the OCSP status is missing.',
  ),
};

/** Names of SecTrust's results (SecBase.h), read in Chromium's and others' sources; never measured here. */
const apple = (text: string, code?: number): Report => ({ text, ...(code !== undefined && { code }) });
const safari: Reports = {
  'missing-issuer': apple('errSecNotTrusted', -67843),
  untrusted: apple('errSecNotTrusted', -67843),
  'untrusted-sent': apple('errSecNotTrusted', -67843),
  'self-signed': apple('errSecNotTrusted', -67843),
  expired: apple('errSecCertificateExpired', -67818),
  'expired-issuer': apple('errSecCertificateExpired', -67818),
  'not-yet-valid': apple('errSecCertificateNotValidYet', -67819),
  'wrong-host': apple('errSecHostNameMismatch', -67602),
  'wrong-address': apple('errSecHostNameMismatch', -67602),
  'common-name-only': apple('errSecHostNameMismatch', -67602),
  'not-a-ca': apple('errSecNoBasicConstraintsCA'),
  'no-basic-constraints': apple('errSecNoBasicConstraints'),
  'no-cert-sign': apple('errSecInvalidKeyUsageForPolicy'),
  'path-length': apple('errSecPathLengthConstraintExceeded'),
  'client-purpose': apple('errSecInvalidExtendedKeyUsage', -67609),
  'no-signing': apple('errSecInvalidKeyUsageForPolicy'),
  'name-constraints': apple('errSecCertificateNameNotAllowed', -67900),
  'critical-extension': apple('errSecUnknownCriticalExtensionFlag'),
  'weak-hash': apple('errSecInvalidDigestAlgorithm', -67815),
  'weak-key': apple('errSecUnsupportedKeySize'),
  'leaf-is-ca': apple('errSecCertificateIsCA', -67902),
  revoked: apple('errSecCertificateRevoked', -67820),
};

export const reports: Readonly<Record<ClientId, Reports>> = {
  chromium,
  firefox,
  safari,
  openssl: openssl((text, code, _, alert) => ({ text, code, alert })),
  curl: {
    ...openssl((text, _, __, alert) => ({ text: `SSL certificate problem: ${text}`, code: 60, alert })),
    ...curlOwn,
  },
  python: openssl((text, code, finding, alert) => ({
    text: `SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: ${pythonTexts[finding] ?? text} (_ssl.c:1006)`,
    code,
    alert,
  })),
  node,
  go,
  java,
  gnutls,
};
