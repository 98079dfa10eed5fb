/** The word that the standards write for each term, and a link to where it can be seen in a run. */
import type { GlossaryId } from './glossary-ids.ts';

export interface GlossaryPlace {
  /** As the cited standard writes it. */
  readonly rfc: string;
  /** Link to a step of a run, or to the page where it is done by hand. */
  readonly show: string;
}

export const glossaryPlaces: Readonly<Record<GlossaryId, GlossaryPlace>> = {
  aead: { rfc: 'AEAD algorithm', show: '#/lab?v=1&s=tls13&step=12&tab=crypto' },
  alert: { rfc: 'alert', show: '#/lab?v=1&s=missing-intermediate&step=7&tab=bytes' },
  alpn: {
    rfc: 'application_layer_protocol_negotiation',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.extensions.application_layer_protocol_negotiation',
  },
  'application-keys': { rfc: 'application traffic keys', show: '#/lab?v=1&s=tls13&step=10&tab=crypto' },
  'authority-information-access': {
    rfc: 'authorityInfoAccess',
    show: '#/lab?v=1&s=tls13&step=5&tab=certificates',
  },
  'authority-key-identifier': {
    rfc: 'authorityKeyIdentifier',
    show: '#/lab?v=1&s=tls13&step=5&tab=certificates',
  },
  'basic-constraints': { rfc: 'basicConstraints', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  binder: {
    rfc: 'PskBinderEntry',
    show: '#/lab?v=1&s=resumption&step=1&tab=bytes&f=ClientHello.extensions.pre_shared_key',
  },
  certificate: { rfc: 'Certificate', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  'certificate-policy': { rfc: 'certificatePolicies', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  'certificate-request': { rfc: 'CertificationRequest', show: '#/workshop' },
  'certification-authority': {
    rfc: 'certification authority',
    show: '#/lab?v=1&s=tls13&step=5&tab=certificates',
  },
  chain: {
    rfc: 'certificate_list',
    show: '#/lab?v=1&s=tls13&step=5&tab=bytes&f=Certificate.certificate_list',
  },
  'cipher-suite': {
    rfc: 'cipher suite',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.cipher_suites',
  },
  'close-notify': { rfc: 'close_notify', show: '#/lab?v=1&s=tls13&step=14&tab=bytes' },
  'common-name': { rfc: 'id-at-commonName', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  'compatibility-mode': {
    rfc: 'middlebox compatibility mode',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.legacy_session_id',
  },
  cookie: {
    rfc: 'cookie',
    show: '#/lab?v=1&s=cookie&step=2&tab=bytes&f=HelloRetryRequest.extensions.cookie',
  },
  'critical-extension': { rfc: 'critical', show: '#/lab?v=1&s=critical-extension&step=6&tab=checks' },
  crl: { rfc: 'CertificateList', show: '#/lab?v=1&s=revoked&step=6&tab=checks' },
  der: {
    rfc: 'DER',
    show: '#/lab?v=1&s=tls13&step=5&tab=bytes&f=Certificate.certificate_list.[0].cert_data',
  },
  'diffie-hellman': { rfc: '(EC)DHE', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  downgrade: { rfc: 'downgrade protection', show: '#/attack?v=1&s=attack-downgrade&step=2' },
  'early-data': { rfc: 'early data, 0-RTT', show: '#/lab?v=1&s=early-data&step=4&tab=bytes' },
  'early-secret': { rfc: 'Early Secret', show: '#/lab?v=1&s=early-data&step=3&tab=crypto' },
  eve: { rfc: 'passive attacker', show: '#/lab?v=1&s=tls13&step=2&tab=ledger' },
  'extended-key-usage': { rfc: 'extKeyUsage', show: '#/lab?v=1&s=client-purpose&step=6&tab=checks' },
  'extended-main-secret': { rfc: 'extended master secret', show: '#/lab?v=1&s=tls12&step=9&tab=crypto' },
  extension: { rfc: 'Extension', show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.extensions' },
  fingerprint: { rfc: 'certificate fingerprint', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  finished: { rfc: 'Finished', show: '#/lab?v=1&s=tls13&step=9&tab=crypto' },
  'forward-secrecy': { rfc: 'forward secrecy', show: '#/attack?v=1&s=attack-stolen-key-ecdhe' },
  grease: { rfc: 'GREASE', show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.cipher_suites' },
  group: {
    rfc: 'NamedGroup',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.extensions.supported_groups',
  },
  'handshake-keys': { rfc: 'handshake traffic keys', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  'handshake-secret': { rfc: 'Handshake Secret', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  hash: { rfc: 'Hash', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  'hello-retry-request': {
    rfc: 'HelloRetryRequest',
    show: '#/lab?v=1&s=hello-retry-request&step=2&tab=bytes',
  },
  hkdf: { rfc: 'HKDF-Extract, HKDF-Expand-Label', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  hybrid: { rfc: 'hybrid key exchange', show: '#/lab?v=1&s=tls13&step=2&tab=crypto' },
  intermediate: { rfc: 'intermediate CA', show: '#/lab?v=1&s=missing-intermediate&step=6&tab=checks' },
  issuer: { rfc: 'issuer', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  'key-block': { rfc: 'key_block', show: '#/lab?v=1&s=tls12&step=9&tab=crypto' },
  'key-schedule': { rfc: 'key schedule', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  'key-share': {
    rfc: 'KeyShareEntry',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.extensions.key_share',
  },
  'key-update': { rfc: 'KeyUpdate', show: '#/lab?v=1&s=key-update&step=14&tab=bytes' },
  'key-usage': { rfc: 'keyUsage', show: '#/lab?v=1&s=no-signing&step=6&tab=checks' },
  leaf: { rfc: 'end entity', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  mac: { rfc: 'MAC', show: '#/lab?v=1&s=tls13&step=9&tab=crypto' },
  'main-secret': { rfc: 'Main Secret', show: '#/lab?v=1&s=tls13&step=10&tab=crypto' },
  mallory: { rfc: 'active attacker', show: '#/attack?v=1&s=attack-server-random' },
  'ml-kem': { rfc: 'ML-KEM', show: '#/lab?v=1&s=tls13&step=2&tab=crypto' },
  nonce: { rfc: 'per-record nonce', show: '#/lab?v=1&s=tls13&step=12&tab=crypto' },
  'object-identifier': { rfc: 'OBJECT IDENTIFIER', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  ocsp: { rfc: 'OCSPResponse', show: '#/lab?v=1&s=stapled&step=6&tab=checks' },
  padding: { rfc: 'zeros', show: '#/lab?v=1&s=tls13&step=12&tab=bytes' },
  path: { rfc: 'certification path', show: '#/lab?v=1&s=tls13&step=6&tab=checks' },
  'path-length': { rfc: 'pathLenConstraint', show: '#/lab?v=1&s=path-length&step=6&tab=checks' },
  'premaster-secret': {
    rfc: 'premaster secret',
    show: '#/lab?v=1&s=tls12-rsa-key-exchange&step=6&tab=crypto',
  },
  prf: { rfc: 'PRF', show: '#/lab?v=1&s=tls12&step=9&tab=crypto' },
  'private-key': { rfc: 'private key', show: '#/lab?v=1&s=tls13&step=7&tab=crypto' },
  psk: {
    rfc: 'PSK',
    show: '#/lab?v=1&s=external-psk&step=1&tab=bytes&f=ClientHello.extensions.pre_shared_key',
  },
  'public-key': { rfc: 'SubjectPublicKeyInfo', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  random: { rfc: 'Random', show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.random' },
  record: { rfc: 'TLSCiphertext', show: '#/lab?v=1&s=tls13&step=12&tab=bytes' },
  'registration-authority': { rfc: 'registration authority', show: '#/workshop' },
  revocation: { rfc: 'revocation', show: '#/lab?v=1&s=revoked&step=6&tab=checks' },
  root: { rfc: 'trust anchor information', show: '#/lab?v=1&s=tls13&step=6&tab=checks' },
  'root-store': { rfc: 'trust anchor store', show: '#/lab?v=1&s=untrusted-root&step=6&tab=checks' },
  'self-signed': { rfc: 'self-signed certificate', show: '#/lab?v=1&s=self-signed&step=6&tab=checks' },
  'server-name': {
    rfc: 'server_name',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.extensions.server_name',
  },
  'session-ticket': { rfc: 'NewSessionTicket', show: '#/lab?v=1&s=resumption&step=9&tab=bytes' },
  'shared-secret': { rfc: '(EC)DHE shared secret', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  signature: {
    rfc: 'digital signature',
    show: '#/lab?v=1&s=tls13&step=7&tab=bytes&f=CertificateVerify.signature',
  },
  'signature-scheme': {
    rfc: 'SignatureScheme',
    show: '#/lab?v=1&s=tls13&step=1&tab=bytes&f=ClientHello.extensions.signature_algorithms',
  },
  subject: { rfc: 'subject', show: '#/lab?v=1&s=tls13&step=5&tab=certificates' },
  'subject-alternative-name': { rfc: 'subjectAltName', show: '#/lab?v=1&s=wrong-host&step=6&tab=checks' },
  'subject-key-identifier': {
    rfc: 'subjectKeyIdentifier',
    show: '#/lab?v=1&s=tls13&step=5&tab=certificates',
  },
  tag: { rfc: 'authentication tag', show: '#/lab?v=1&s=tls13&step=12&tab=crypto' },
  'traffic-secret': { rfc: 'traffic secret', show: '#/lab?v=1&s=tls13&step=3&tab=crypto' },
  transcript: { rfc: 'Transcript-Hash input', show: '#/lab?v=1&s=tls13&step=9&tab=crypto' },
  'transcript-hash': { rfc: 'Transcript-Hash', show: '#/lab?v=1&s=tls13&step=7&tab=crypto' },
  truncation: { rfc: 'truncation attack', show: '#/attack?v=1&s=attack-truncation' },
  'trust-anchor': { rfc: 'trust anchor', show: '#/lab?v=1&s=untrusted-root&step=6&tab=checks' },
  'validation-authority': { rfc: 'OCSP responder', show: '#/workshop' },
  validity: { rfc: 'Validity', show: '#/lab?v=1&s=expired&step=6&tab=checks' },
  wildcard: { rfc: 'wildcard certificate', show: '#/lab?v=1&s=wildcard-too-deep&step=6&tab=checks' },
};
