/** English glossary: two sentences each. The paragraph where a term is at home stands in glossary-specs.ts. */
import type { Spec } from '../../bytes/spec.ts';
import type { GlossaryId } from '../glossary-ids.ts';
import { withSpecs } from '../glossary-specs.ts';

export interface GlossaryEntry {
  /** As it stands at the head of the entry. */
  readonly name: string;
  readonly text: string;
  readonly spec: Spec;
}

export type GlossaryWords = Readonly<Record<GlossaryId, GlossaryEntry>>;

export const glossary: GlossaryWords = withSpecs({
  aead: {
    name: 'AEAD',
    text: 'Authenticated encryption with associated data: one operation encrypts the content and adds a tag over the content and over the header that stays readable. Whoever changes a bit of either without the key is found out when the record is opened.',
  },
  aes: {
    name: 'AES',
    text: 'The block cipher that most connections use: it turns blocks of 16 bytes into others under a key of 128 or 256 bits. How many blocks become one message is for the mode to say: GCM, CCM or CBC.',
  },
  alert: {
    name: 'alert',
    text: 'A message of 2 bytes, level and description, that closes a direction or ends the connection because of an error. In TLS 1.3 the level says nothing: which description it is decides.',
  },
  alpn: {
    name: 'ALPN',
    text: 'Application-Layer Protocol Negotiation: the browser lists the protocols it can speak over this connection, such as h2 or http/1.1, and the server picks one. It saves a round trip of asking inside the connection.',
  },
  'anonymous-key-exchange': {
    name: 'anonymous key exchange',
    text: 'A Diffie-Hellman exchange of TLS 1.2 without certificate and without signature (DH_anon, ECDH_anon). Eve learns nothing from it, but whoever stands in the middle can be the server to the browser and the browser to the server.',
  },
  'application-keys': {
    name: 'application keys',
    text: 'The keys that protect data and everything else after the handshake, one per direction. They come from the Main Secret and depend on every byte up to the server’s Finished.',
  },
  aria: {
    name: 'ARIA',
    text: 'A block cipher from Korea, built like AES and a national standard there. TLS 1.2 has suites with it, TLS 1.3 has none.',
  },
  asn1: {
    name: 'ASN.1',
    text: 'Abstract Syntax Notation One: the language in which the standards write down what a certificate consists of, as nested fields with types. DER says which bytes such a field becomes.',
  },
  'authority-information-access': {
    name: 'authority information access (AIA)',
    text: 'An extension that says where the issuer’s certificate can be fetched (caIssuers) and where to ask whether this certificate is revoked (OCSP). Some clients fetch a missing intermediate from there; many do not.',
  },
  'authority-key-identifier': {
    name: 'authority key identifier (AKI)',
    text: 'A short name for the key that signed this certificate. It helps to find the right issuer when several have the same name; the proof is the signature.',
  },
  'basic-constraints': {
    name: 'basic constraints',
    text: 'The extension that says whether the subject is a certification authority and how many intermediates may follow below it. Without cA TRUE a certificate may not sign others.',
  },
  binder: {
    name: 'binder',
    text: 'A MAC over the ClientHello under a key made of the pre-shared key. It proves that the browser has the key it names, and ties that proof to this one hello.',
  },
  camellia: {
    name: 'Camellia',
    text: 'A block cipher from Japan with the block and key lengths of AES. TLS 1.2 has suites with it that hardly any browser offers; TLS 1.3 has none.',
  },
  cbc: {
    name: 'CBC',
    text: 'Cipher block chaining: each block is combined with the encrypted block before it, so equal blocks do not look alike. It hides and protects nothing against change, so TLS 1.2 adds a MAC; TLS 1.3 no longer has it.',
  },
  ccm: {
    name: 'CCM',
    text: 'Counter with CBC-MAC: an AEAD that encrypts and makes its tag with one block cipher and nothing else. It fits into small devices; CCM_8 cuts the tag to 8 bytes.',
  },
  certificate: {
    name: 'certificate',
    text: 'A statement that a public key belongs to a name, signed by an issuer. It is public, holds no secret and is tied to no protocol: TLS 1.2 and TLS 1.3 use the same ones.',
  },
  'certificate-policy': {
    name: 'certificate policy',
    text: 'An identifier for the rules under which the issuer checked the subject, for example that only control of the domain was checked. Software mostly uses it to tell such classes apart.',
  },
  'certificate-request': {
    name: 'certificate request (CSR)',
    text: 'A name, a public key and wishes, signed with the private half of that key. It proves that whoever asks has the key; whether the names are theirs is for the registration authority to find out.',
  },
  'certificate-verify': {
    name: 'CertificateVerify',
    text: 'The message with a signature over all messages so far, made with the private key to the certificate. It turns a certificate, which anyone can copy, into a proof of who sent it.',
  },
  'certification-authority': {
    name: 'certification authority (CA)',
    text: 'An organisation that checks who controls a name and signs certificates that say so. Its own certificate has basic constraints with cA TRUE.',
  },
  'chacha20-poly1305': {
    name: 'ChaCha20-Poly1305',
    text: 'An AEAD of two parts: ChaCha20 encrypts as a stream, Poly1305 makes the tag. It is fast where the processor has no instructions for AES, as in many phones.',
  },
  chain: {
    name: 'chain',
    text: 'The list of certificates that a party sends, its own first. The validator is free to find its path in another order and with other certificates.',
  },
  'change-cipher-spec': {
    name: 'ChangeCipherSpec',
    text: 'In TLS 1.2 a message of 1 byte after which the sender’s records are protected with the new keys. In TLS 1.3 it means nothing and is sent as a dummy for middleboxes.',
  },
  'cipher-suite': {
    name: 'cipher suite',
    text: 'A set of algorithms under one number, which both sides agree on. Up to TLS 1.2 its name holds key exchange, authentication, cipher and hash; in TLS 1.3 only the AEAD for records and the hash of the key schedule.',
  },
  ciphertext: {
    name: 'ciphertext',
    text: 'What encryption makes of a text: without the key it looks like random bytes. Its length still tells about that of the text.',
  },
  'client-certificate': {
    name: 'client certificate (mutual TLS)',
    text: 'A certificate with which the browser, or any other client, shows who it is when a server asks for it. If both sides show one, that is called mutual TLS.',
  },
  'close-notify': {
    name: 'close_notify',
    text: 'The alert that says a party will send nothing more. Data that ends without it may have been cut off by somebody in between.',
  },
  'common-name': {
    name: 'common name (CN)',
    text: 'An attribute of a distinguished name, meant for people to read. Browsers once took the host name from it; today only the subject alternative name counts.',
  },
  'compatibility-mode': {
    name: 'middlebox compatibility mode',
    text: 'TLS 1.3 dressed as a resumed TLS 1.2 session: a legacy session id and dummy ChangeCipherSpec records. Measurements showed that many middleboxes drop a handshake that looks new.',
  },
  compression: {
    name: 'compression',
    text: 'Up to TLS 1.2 records could be made shorter before they were encrypted. How much shorter told an attacker what was inside (CRIME, 2012), so TLS 1.3 has none.',
  },
  cookie: {
    name: 'cookie',
    text: 'Bytes in a HelloRetryRequest that the browser must send back unchanged. With it the server can check that the browser is reachable, and need not keep state of its own.',
  },
  'critical-extension': {
    name: 'critical extension',
    text: 'A certificate extension marked so that a validator that does not know it must reject the certificate. Unknown extensions without the mark are ignored.',
  },
  crl: {
    name: 'certificate revocation list (CRL)',
    text: 'A signed list of the serial numbers that an issuer has revoked before they expired. A certificate can name the address where its list is found.',
  },
  'cross-certificate': {
    name: 'cross-certificate',
    text: 'A certificate of one CA for the key of another, so that there is a second path to a root. A new CA is trusted through it by clients that do not have its root yet.',
  },
  der: {
    name: 'DER',
    text: 'Distinguished Encoding Rules: tag, length and value, nested, with exactly one encoding for each content. Because there is only one, a signature over the bytes is a signature over the content.',
  },
  'diffie-hellman': {
    name: 'Diffie-Hellman',
    text: 'Each side sends a public key and combines its own private key with the public key received; both arrive at the same value. In TLS 1.3 the key pairs are made for one connection and then erased.',
  },
  directory: {
    name: 'directory',
    text: 'The service that hands out certificates and revocation lists to whoever asks. It has no secrets and vouches for nothing: what it hands out is signed by others.',
  },
  'distinguished-name': {
    name: 'distinguished name (DN)',
    text: 'The name of a subject or issuer in X.509: a list of attributes such as country, organisation and common name. Paths are built by comparing issuer with subject, attribute by attribute.',
  },
  downgrade: {
    name: 'downgrade',
    text: 'An attack that makes two parties use something weaker than both can do. In TLS 1.3 signature and Finished cover all offers, so striking one from the list is found out.',
  },
  dsa: {
    name: 'DSA (DSS)',
    text: 'A way to sign from 1991, modulo a prime; suites call it DSS, after the standard that describes it. A random number that is used twice gives the key away, and TLS 1.3 no longer has it.',
  },
  'early-data': {
    name: 'early data (0-RTT)',
    text: 'Application data that the browser sends together with its first message, under a key made of a pre-shared key alone. It saves a round trip; it has no forward secrecy, and whoever recorded it can send it again.',
  },
  'early-secret': {
    name: 'Early Secret',
    text: 'The first stage of the key schedule, extracted from a pre-shared key. Without one it is computed from zeros and thus a constant that everyone knows.',
  },
  ecdsa: {
    name: 'ECDSA',
    text: 'A way to sign with a point on an elliptic curve such as P-256. Keys and signatures are several times shorter than those of RSA.',
  },
  eddsa: {
    name: 'EdDSA (Ed25519)',
    text: 'A way to sign on curves of Edwards’ form: Ed25519 and the larger Ed448. It takes no random number for a signature, so a bad generator cannot give the key away.',
  },
  'elliptic-curve': {
    name: 'elliptic curve',
    text: 'A set of points in which one can compute forwards and nobody is known to find the way back: from a private number to a public point. X25519 and P-256 are curves for key exchange; ECDSA and Ed25519 sign with one.',
  },
  'encrypt-then-mac': {
    name: 'encrypt-then-MAC',
    text: 'An extension of TLS 1.2 for CBC suites: the MAC is computed over the encrypted record and checked before anything is decrypted. Without it the order is the other way round, which made padding attacks possible.',
  },
  'encrypted-client-hello': {
    name: 'Encrypted Client Hello (ECH)',
    text: 'An extension by which the true ClientHello travels encrypted inside of another one that names only the provider. It hides server_name; this browser does not use it.',
  },
  ephemeral: {
    name: 'ephemeral key',
    text: 'A key pair made for one connection and then erased; the last E of DHE and ECDHE stands for it. What was erased nobody can steal later: that is where forward secrecy comes from.',
  },
  eve: {
    name: 'Eve, the eavesdropper',
    text: 'Someone on the path between browser and server who records everything and changes nothing. What she can and cannot compute is derived here from the messages she can read.',
  },
  'exporter-secret': {
    name: 'exporter secret',
    text: 'A secret of the key schedule that TLS does not use itself: from it an application can derive keys of its own that belong to this connection. Both sides have it once the server’s Finished is there.',
  },
  'extended-main-secret': {
    name: 'extended main secret',
    text: 'An extension of TLS 1.2 (RFC 7627) by which the main secret hangs on every message of the handshake so far, and not on the two randoms alone. Without it an attacker in the middle could give two connections the same keys.',
  },
  'extended-key-usage': {
    name: 'extended key usage (EKU)',
    text: 'The purposes a certificate was issued for, such as serverAuth or clientAuth. A browser accepts a server only if serverAuth is among them.',
  },
  extension: {
    name: 'extension',
    text: 'A numbered block of data that a hello, a certificate message or a certificate can carry. In TLS a party may only answer with extensions the other one has asked for.',
  },
  'fallback-scsv': {
    name: 'fallback signal (TLS_FALLBACK_SCSV)',
    text: 'A number in the list of suites by which a client says that this is a second try with a lower version. A server that could do better answers inappropriate_fallback: somebody disturbed the first try.',
  },
  fingerprint: {
    name: 'fingerprint',
    text: 'A hash over all bytes of a certificate, used as a short name for it. It is computed by whoever looks and does not stand in the certificate.',
  },
  finished: {
    name: 'Finished',
    text: 'A message with a MAC over the whole handshake, keyed in TLS 1.3 from the sender’s handshake traffic secret, in TLS 1.2 from the main secret. It shows that both sides saw the same messages and hold the same keys.',
  },
  flight: {
    name: 'flight',
    text: 'All messages that a side sends one after the other before it has to wait for the other side. In TLS 1.3 the server’s flight goes from ServerHello to Finished.',
  },
  'forward-secrecy': {
    name: 'forward secrecy',
    text: 'Whoever steals a long-term key later still cannot read what was recorded before. TLS 1.3 has it whenever key shares are used, because their private keys are gone after the connection.',
  },
  gcm: {
    name: 'GCM',
    text: 'Galois/Counter Mode: turns a block cipher such as AES into an AEAD. The cipher encrypts a counter, the outcome is combined with the text, and one multiplication per block makes the tag.',
  },
  grease: {
    name: 'GREASE',
    text: 'Reserved values that a browser scatters among its offers and that mean nothing. A server that chokes on them is found early, before a real new value would break it.',
  },
  group: {
    name: 'named group',
    text: 'The set of parameters for a key exchange: an elliptic curve such as x25519, or a hybrid of a curve and a KEM such as X25519MLKEM768. Key shares are made in a group.',
  },
  handshake: {
    name: 'handshake',
    text: 'The messages with which two sides agree on version and algorithms, compute keys and show who they are. Data flows after it.',
  },
  'handshake-keys': {
    name: 'handshake keys',
    text: 'The keys that protect the rest of the handshake after ServerHello, one per direction. Each side moves on to the application keys after its own Finished.',
  },
  'handshake-secret': {
    name: 'Handshake Secret',
    text: 'The second stage of the key schedule, extracted from the shared secret of the key exchange. Both handshake traffic secrets are derived from it.',
  },
  hash: {
    name: 'hash',
    text: 'A function that turns bytes of any length into a short value, so that nobody can find two inputs with the same one. It needs no key and hides nothing by itself.',
  },
  hello: {
    name: 'hello',
    text: 'The first message of each side: ClientHello with all offers, ServerHello with the choice. Both go out before there are keys, so everybody can read them.',
  },
  'hello-retry-request': {
    name: 'HelloRetryRequest',
    text: 'The server’s request to repeat the ClientHello with a share for another group, or with a cookie. It costs one round trip and may come once.',
  },
  hkdf: {
    name: 'HKDF',
    text: 'A way to derive keys with HMAC in two steps: Extract makes one uniform secret from input material, Expand makes as many labelled keys from it as are needed. Neither step can be run backwards.',
  },
  hmac: {
    name: 'HMAC',
    text: 'A MAC made from a hash and a key, by hashing twice. TLS uses it in Finished, to derive keys (HKDF, PRF) and, in CBC suites, to protect records.',
  },
  hsts: {
    name: 'HSTS',
    text: 'HTTP Strict Transport Security: a site tells browsers to come by https only, for as long as it says. After that a browser never asks it in plain HTTP, and a fault of the certificate cannot be clicked away.',
  },
  hybrid: {
    name: 'hybrid key exchange',
    text: 'Two key exchanges at once, a classical one and a post-quantum one, with both secrets joined. It holds as long as one of the two does.',
  },
  intermediate: {
    name: 'intermediate certificate',
    text: 'The certificate of a CA that is itself signed by another CA. It keeps the root’s key out of daily use; a server has to send it, because browsers do not have all of them.',
  },
  issuer: {
    name: 'issuer',
    text: 'The name of the CA that signed a certificate. It must equal, byte for byte after normalising, the subject of that CA’s own certificate.',
  },
  iv: {
    name: 'IV (initialization vector)',
    text: 'A start value for encryption that comes with the key. In TLS 1.3 it is derived once per key and combined with the number of each record to the nonce.',
  },
  'key-block': {
    name: 'key block',
    text: 'In TLS 1.2 one string of bytes from the main secret and both randoms, cut in order into MAC keys, encryption keys and IVs for both directions. Its length follows from the cipher suite.',
  },
  'key-exchange': {
    name: 'key exchange',
    text: 'How two sides come to a secret that only they have although everybody can listen. TLS 1.3 does it by (EC)DHE, ML-KEM or both; TLS 1.2 knows RSA key exchange besides.',
  },
  'key-log': {
    name: 'key log',
    text: 'A text file with the secrets of connections, one per line, which a program writes so that Wireshark can decrypt a recording. Whoever has it reads everything; forward secrecy does not help against it.',
  },
  'key-schedule': {
    name: 'key schedule',
    text: 'The fixed chain of HKDF steps from the shared secret to every key of the connection: Early Secret, Handshake Secret, Main Secret. Each derivation has a label of its own, and each traffic secret mixes in a transcript hash, so no two keys are alike.',
  },
  'key-share': {
    name: 'key share',
    text: 'The public half of a key pair made for this connection, together with the name of its group. Both sides send one and compute the same shared secret from it.',
  },
  'key-update': {
    name: 'KeyUpdate',
    text: 'A message after the handshake with which a party moves to the next sending key. It can ask the other side to do the same.',
  },
  'key-usage': {
    name: 'key usage',
    text: 'The extension that says what the key may do: sign data (digitalSignature), sign certificates (keyCertSign), sign CRLs and so on. In TLS 1.3 a server’s key only has to sign.',
  },
  leaf: {
    name: 'leaf (end-entity certificate)',
    text: 'The certificate at the lower end of a path, which belongs to the party itself and not to a CA. Its public key checks the signature that the party makes in the handshake.',
  },
  mac: {
    name: 'MAC',
    text: 'Message authentication code: a short value computed from a message and a shared secret key. Unlike a signature it proves nothing to third parties, because whoever can check it could also have made it.',
  },
  'main-secret': {
    name: 'Main Secret',
    text: 'The third stage of the key schedule, from which the application traffic secrets come. In TLS 1.2 it comes straight from the premaster secret; RFC 9846 renamed it, and old texts call it master secret.',
  },
  mallory: {
    name: 'Mallory',
    text: 'Someone who stands in the middle and can change, drop, repeat or insert messages. TLS assumes that she controls the whole network.',
  },
  middlebox: {
    name: 'middlebox',
    text: 'A device on the path that looks into connections: a firewall, a filter, a load balancer. Some drop what they do not know, which is why TLS 1.3 looks like TLS 1.2 on the outside.',
  },
  'ml-dsa': {
    name: 'ML-DSA',
    text: 'A way to sign that is believed to withstand quantum computers (FIPS 204). Its public keys and signatures are thousands of bytes long.',
  },
  'ml-kem': {
    name: 'ML-KEM',
    text: 'A key encapsulation mechanism that is believed to withstand quantum computers (FIPS 203). The browser sends an encapsulation key; the server answers with a ciphertext from which only the browser can recover the secret.',
  },
  'must-staple': {
    name: 'must-staple',
    text: 'An extension of a certificate (TLS feature) that tells clients to refuse it unless the server staples an OCSP response. It closes the gap that many clients go on without an answer.',
  },
  'name-constraints': {
    name: 'name constraints',
    text: 'An extension of a CA’s certificate that says for which names the certificates below may be issued. A certificate for any other name is refused, whoever signed it.',
  },
  nonce: {
    name: 'nonce',
    text: 'A value that must never repeat under the same key. In TLS 1.3 it is the IV combined by exclusive or with the number of the record, and is not sent.',
  },
  'null-cipher': {
    name: 'NULL cipher',
    text: 'No encryption at all, under a name like that of a cipher. Records carry a MAC, so changes are noticed, and everybody can read them.',
  },
  ocsp: {
    name: 'OCSP',
    text: 'The Online Certificate Status Protocol: a client asks about one serial number, and the issuer or its responder answers good, revoked or unknown, signed. A server can fetch the answer itself and hand it over in the handshake (stapling).',
  },
  'object-identifier': {
    name: 'object identifier (OID)',
    text: 'A worldwide unique number for an algorithm, an attribute or an extension, written as numbers with dots. Each dot goes one level down in a tree of registrars.',
  },
  padding: {
    name: 'padding',
    text: 'In TLS 1.3, zero bytes behind the content of an encrypted record, which hide how long it is; the last byte that is not zero is the content type. CBC suites of TLS 1.2 need padding to fill their last block.',
  },
  'padding-oracle': {
    name: 'padding oracle',
    text: 'Somebody who decrypts whatever is sent to them and lets on whether the padding was right, by an alert or by the time they take. From many such answers an attacker decrypts a recording without the key (Bleichenbacher, 1998; ROBOT, 2017).',
  },
  path: {
    name: 'certification path',
    text: 'A sequence of certificates from the leaf to a trust anchor in which each one is signed with the key of the next. The chain is what was sent, the path is what the validator found.',
  },
  'path-length': {
    name: 'path length constraint',
    text: 'How many intermediates may stand between this CA and the leaf. A CA with 0 may sign leaves only.',
  },
  pem: {
    name: 'PEM',
    text: 'DER written as text: base64 between a line with BEGIN and one with END. Web servers read certificates and keys in this form, several one after the other in one file.',
  },
  pkcs1: {
    name: 'PKCS #1 v1.5',
    text: 'The older way to fill a message up to the length of an RSA key, for encrypting and for signing. TLS 1.3 permits it in certificates only; in the handshake RSA signs with PSS.',
  },
  pki: {
    name: 'PKI (public key infrastructure)',
    text: 'All that it takes to find out whom a public key belongs to: authorities, their rules, certificates, directories, revocation lists. The web has one with many roots; a company can run its own.',
  },
  plaintext: {
    name: 'plaintext',
    text: 'Bytes that everybody can read, because they are not encrypted yet or are so no longer. In these pages amber and an open ring stand for it.',
  },
  'post-handshake-authentication': {
    name: 'post-handshake authentication',
    text: 'In TLS 1.3 a server can ask for the client’s certificate later, when a request has come that needs one. The client must have offered it in its hello; browsers hardly ever do.',
  },
  'post-quantum': {
    name: 'post-quantum cryptography',
    text: 'Procedures for which no shortcut is known even to a large quantum computer: ML-KEM for keys, ML-DSA for signatures. Keys come first, because what is recorded today could be opened then.',
  },
  'premaster-secret': {
    name: 'premaster secret',
    text: 'In TLS 1.2 the secret that the key exchange yields: what the browser encrypted for the server (RSA), or what both computed (Diffie-Hellman), or a pre-shared key. The main secret is made of it, and then it is forgotten.',
  },
  prf: {
    name: 'PRF',
    text: 'The pseudorandom function of TLS 1.2: HMAC, repeated until there are enough bytes, over a label that says what they are for. TLS 1.3 uses HKDF in its place.',
  },
  'private-key': {
    name: 'private key',
    text: 'The secret half of a key pair. It signs, decrypts or agrees, depending on its kind, and never leaves its owner.',
  },
  psk: {
    name: 'pre-shared key (PSK)',
    text: 'A secret that both sides have before the connection starts, from an earlier connection or set up by hand. It takes the place of certificates, not necessarily of the key exchange.',
  },
  'public-key': {
    name: 'public key',
    text: 'The half of a key pair that everyone may know. It verifies signatures, encrypts or agrees, depending on its kind.',
  },
  random: {
    name: 'random',
    text: '32 bytes in each hello, random and fresh (a server that is made to answer below TLS 1.3 marks the end of its own). They make every transcript different, so nothing recorded in one connection fits into another.',
  },
  rc4: {
    name: 'RC4',
    text: 'A stream cipher of 1987 that once protected about half of all connections. Its key stream is not even, so a text that is sent often enough shows through; RFC 7465 forbids it since 2015.',
  },
  record: {
    name: 'record',
    text: 'The unit TLS puts on the wire: a header of 5 bytes, then up to 16 384 bytes of content, sealed once there are keys. The header stays readable, so lengths and times are visible to everyone.',
  },
  'record-number': {
    name: 'record number (sequence number)',
    text: 'Each direction counts its records from 0 anew under each key, and the number goes into the protection of the record. It is not sent: a record that is repeated, left out or moved does not open.',
  },
  'registration-authority': {
    name: 'registration authority (RA)',
    text: 'The office that checks who is asking before a certification authority signs: that the applicant has the key, and that the names are theirs. It signs no certificates itself.',
  },
  renegotiation: {
    name: 'renegotiation',
    text: 'In TLS 1.2 a second handshake inside of a connection, for other keys or for a client certificate. It allowed attacks until RFC 5746 tied the two handshakes together; TLS 1.3 has none.',
  },
  replay: {
    name: 'replay',
    text: 'Sending recorded bytes a second time. Inside of a connection the number of each record stops it; early data has no such protection of its own.',
  },
  resumption: {
    name: 'resumption',
    text: 'Going on from an earlier connection with the secret that both sides kept, without certificates and signatures. TLS 1.3 does it with tickets and pre-shared keys, TLS 1.2 with tickets or a session ID.',
  },
  'resumption-secret': {
    name: 'resumption secret',
    text: 'The last secret of the key schedule, made when the browser’s Finished is there. Each ticket’s nonce makes another pre-shared key of it, for a later connection.',
  },
  revocation: {
    name: 'revocation',
    text: 'An issuer’s statement that a certificate is no longer valid although its period has not ended. It is published in CRLs or answered by OCSP.',
  },
  root: {
    name: 'root certificate',
    text: 'The certificate of a CA that nobody stands above, signed with its own key. It is trusted because it is in the store, not because of that signature.',
  },
  'root-store': {
    name: 'root store',
    text: 'The list of trust anchors that a browser or a system ships. Here it holds six invented roots that can be switched off.',
  },
  'round-trip': {
    name: 'round trip (RTT)',
    text: 'Once to the other side and back: the least time until an answer can be there. What a handshake costs on a long way is counted in these.',
  },
  rsa: {
    name: 'RSA',
    text: 'A public-key procedure that rests on nobody being able to take a large number apart into its primes. The same kind of key can sign and decrypt: in suites RSA stands for either.',
  },
  'rsa-key-exchange': {
    name: 'RSA key exchange',
    text: 'In TLS 1.2 the browser makes the premaster secret and encrypts it with the public key in the server’s certificate. Whoever gets the private key later opens every recording, which is why TLS 1.3 removed it.',
  },
  'rsa-pss': {
    name: 'RSA-PSS',
    text: 'The newer way to sign with RSA: random salt goes in, so two signatures of one message differ. In TLS 1.3 a handshake with an RSA key must be signed this way.',
  },
  salt: {
    name: 'salt',
    text: 'A second input that makes the outcome of a hash or of HKDF another one; it need not be secret. In the key schedule each stage is extracted with something of the stage before as its salt.',
  },
  sct: {
    name: 'signed certificate timestamp (SCT)',
    text: 'A public log’s promise to list a certificate, so that a CA cannot issue one unseen (Certificate Transparency). Browsers ask for them from public CAs; the authorities here have no log.',
  },
  'self-signed': {
    name: 'self-signed certificate',
    text: 'A certificate signed with the very key it contains. It shows that whoever made it has the key; who that is, nobody has checked.',
  },
  'serial-number': {
    name: 'serial number',
    text: 'The number that a CA gives each of its certificates once. Together with the issuer it names a certificate; revocation lists and OCSP use it.',
  },
  'server-name': {
    name: 'server_name (SNI)',
    text: 'The extension in which the browser says which host it wants, so that one address can serve many names. It travels readable in ClientHello.',
  },
  'session-id': {
    name: 'session ID',
    text: 'Up to 32 bytes in both hellos by which TLS 1.2 found an earlier session again. TLS 1.3 keeps the field for middleboxes; the server sends back what it got.',
  },
  'session-ticket': {
    name: 'session ticket',
    text: 'A value from the server with which the browser can resume later. In TLS 1.3 it stands for a pre-shared key that both derive from this connection; in TLS 1.2 the main secret itself is sealed inside.',
  },
  'sha-1': {
    name: 'SHA-1',
    text: 'A hash of 20 bytes from 1995, for which two inputs with the same value were found in 2017. Signatures on it can be forged and are refused today; as HMAC in old suites it has not been broken.',
  },
  'shared-secret': {
    name: 'shared secret',
    text: 'The result of the key exchange, equal on both sides and never sent. It is used only as input of the key schedule.',
  },
  signature: {
    name: 'signature',
    text: 'A value made from a message with a private key; everyone can check it with the public key. It hides nothing: signing is not encrypting.',
  },
  'signature-scheme': {
    name: 'signature scheme',
    text: 'A signature algorithm together with its hash, and for ECDSA in TLS 1.3 its curve, as one number. Each side lists those it is willing to check.',
  },
  ssl: {
    name: 'SSL',
    text: 'Secure Sockets Layer: the protocol from Netscape that TLS came from. Version 2.0 is prohibited since 2011, 3.0 since 2015; version 1.0 was never released.',
  },
  stapling: {
    name: 'OCSP stapling',
    text: 'The server fetches the OCSP response about its own certificate and sends it along in the handshake. The browser need not ask anyone, and nobody learns whom it visits.',
  },
  'static-diffie-hellman': {
    name: 'static Diffie-Hellman (DH, ECDH)',
    text: 'In TLS 1.2 a Diffie-Hellman exchange in which the server’s half is the key in its certificate, the same in every connection. Whoever gets that key opens all recordings, so TLS 1.3 removed it.',
  },
  subject: {
    name: 'subject',
    text: 'Whom a certificate is about: the holder of the private key to the public key inside. For servers the host names stand in the subject alternative name.',
  },
  'subject-alternative-name': {
    name: 'subject alternative name (SAN)',
    text: 'The extension with the names a certificate is good for: host names, IP addresses, e-mail addresses. Browsers compare the address bar with nothing else.',
  },
  'subject-key-identifier': {
    name: 'subject key identifier (SKI)',
    text: 'A short name for the public key in this certificate, usually a hash of it. Certificates below repeat it as their authority key identifier.',
  },
  'supported-versions': {
    name: 'supported_versions',
    text: 'The extension in which a browser lists the versions it speaks and the server names the one chosen. The old version fields stay frozen, because some servers closed when they met a number they did not know.',
  },
  'symmetric-encryption': {
    name: 'symmetric encryption',
    text: 'Encryption in which the same key opens what it has closed, such as AES or ChaCha20. It is fast, so all data is sent with it; the handshake is there to give both sides the key.',
  },
  tag: {
    name: 'authentication tag',
    text: 'The last bytes of an encrypted record, 16 in most cipher suites, computed with the key over header and ciphertext. If one bit was changed, it does not match and the record is thrown away.',
  },
  tls: {
    name: 'TLS',
    text: 'Transport Layer Security: the protocol between an application and TCP that shows who is at the other end, and keeps what is sent secret and unchanged. In use are TLS 1.2 (2008) and TLS 1.3 (2018).',
  },
  'traffic-secret': {
    name: 'traffic secret',
    text: 'The secret of one direction and one phase, such as “c hs traffic” for the browser’s handshake messages. Key, IV and Finished key are derived from it.',
  },
  transcript: {
    name: 'transcript',
    text: 'All handshake messages of the connection in order, without record headers. Both sides keep it and must arrive at the same one.',
  },
  'transcript-hash': {
    name: 'transcript hash',
    text: 'The hash over the handshake messages so far. Signatures, Finished and every traffic secret rest on it, so a changed message is noticed.',
  },
  'triple-des': {
    name: '3DES',
    text: 'DES three times over with different keys, which made a cipher of 1977 last until our days. Its blocks of 8 bytes repeat after some 32 GB under one key, which gives contents away (Sweet32).',
  },
  truncation: {
    name: 'truncation attack',
    text: 'Cutting a connection so that a part of the data looks like the whole. The alert close_notify prevents it, if the receiver insists on it.',
  },
  'trust-anchor': {
    name: 'trust anchor',
    text: 'The name and key with which every path must end: mostly a root in the store. A validator takes it as given and does not look for proof above it.',
  },
  'validation-authority': {
    name: 'validation authority (VA)',
    text: 'Whoever answers whether a certificate has been revoked, by a list or by OCSP. It speaks for the issuer and changes nothing about the certificate.',
  },
  validity: {
    name: 'validity period',
    text: 'The span from notBefore to notAfter in which the issuer vouches for a certificate. Afterwards it need not even say whether the certificate was revoked.',
  },
  wildcard: {
    name: 'wildcard',
    text: 'A name such as *.shop.example that stands for every name with exactly one label in place of the star. It matches neither shop.example itself nor a.b.shop.example.',
  },
  x509: {
    name: 'X.509',
    text: 'The standard of the ITU for the form of certificates and revocation lists; RFC 5280 says how the internet uses it. TLS, S/MIME and code signing all use it.',
  },
});
