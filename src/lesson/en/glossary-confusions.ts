/** English: what the terms of the glossary are often mistaken for. */
import type { GlossaryId } from '../glossary-ids.ts';

export const glossaryConfusions: Readonly<Partial<Record<GlossaryId, string>>> = {
  aead: 'The associated data is authenticated, not encrypted: the record header stays readable.',
  aes: 'A suite with AES_256 is not twice as good as one with AES_128: no way is known to break either by trying keys.',
  alert:
    'An alert is no log entry of one side: it is a message, and in TLS 1.3 most of them travel encrypted.',
  'anonymous-key-exchange':
    'It makes nobody untraceable: no one proves who they are, but addresses and traffic are seen as ever.',
  asn1: 'ASN.1 is the description, DER the bytes: a file is never “in ASN.1”.',
  binder:
    'The ticket itself is not proof: anyone can copy it from the wire. The binder shows that the key behind it is known.',
  cbc: 'Encrypted is not protected: with CBC alone whoever changes the bytes is not found out.',
  certificate:
    '“SSL certificate” is what shops call it. SSL is gone since RFC 7568, and a certificate belongs to no version of TLS.',
  'certificate-request':
    'Not the CertificateRequest of TLS: that one is sent by a server that wants to see a client certificate.',
  'certificate-verify': 'It does not verify the certificate; that is done with the signature of its issuer.',
  'certification-authority':
    'A CA does not hold the private key of the sites it certifies, and it is not asked during the handshake.',
  chain:
    'What is sent is one thing, the path that is found another: certificates may be missing, superfluous or in any order.',
  'change-cipher-spec':
    'Not a handshake message: it has a record type of its own and is not in the transcript.',
  'cipher-suite':
    'In TLS 1.3 the name says nothing about key exchange and certificate; in TLS 1.2 it says both.',
  'client-certificate':
    'It encrypts nothing: its key signs once. The connection is as confidential without it.',
  'common-name': 'Putting the host name here is not enough: browsers read only the subject alternative name.',
  compression:
    'Compression of certificates (RFC 8879) is another thing: a certificate is public, so its length gives nothing away.',
  'diffie-hellman': 'No secret is sent, not even encrypted. Both sides compute it.',
  dsa: 'Not ECDSA: that one does the same on an elliptic curve and is in wide use.',
  'early-data': 'Faster, and weaker: early data can be replayed, and it is not forward secret.',
  ecdsa: 'It only signs: nothing can be encrypted with an ECDSA key.',
  eddsa: 'Ed25519 signs, X25519 exchanges keys: the same curve in another form, and never the same key.',
  ephemeral:
    'Ephemeral is the key of the exchange, not the key of the certificate: that one stays for months.',
  'extended-main-secret': 'Older texts say extended master secret; it is the same extension.',
  fingerprint: 'It is computed by whoever looks; it does not stand in the certificate.',
  finished: 'It is a MAC, not a signature: it shows that both hold the same keys and saw the same messages.',
  'forward-secrecy':
    'It protects yesterday’s recordings against the theft of the long-term key, not today’s connection.',
  handshake: 'Not the handshake of TCP: that one is over before the first byte of TLS.',
  hash: 'Hashing is not encrypting: there is no key, and nothing comes back out.',
  hmac: 'Not a plain hash: without the key nobody can compute or check it.',
  hsts: 'It is a header of HTTP, not a part of TLS, and it works only after the first visit or from a list in the browser.',
  hybrid: 'Two procedures side by side, not one inside the other: both would have to be broken.',
  intermediate:
    'A server has to send it. That a browser shows no error only means that this browser had it from elsewhere.',
  'key-exchange':
    'The keys themselves are never sent in TLS 1.3: public halves are, and with ML-KEM a ciphertext that only the browser can open.',
  'key-share':
    'A public half, meant to be seen. It is made anew for each connection and has nothing to do with the certificate.',
  'key-update': 'No new key exchange: the next secret comes from the last one.',
  leaf: 'Not the “server’s key”: the certificate holds the public half, which may be copied freely.',
  mac: 'Not an address of a network card, and no signature: whoever can check it can also make it.',
  'main-secret':
    'Most texts still say master secret, and so do labels of the derivation such as “res master”.',
  'ml-dsa': 'ML-KEM hides, ML-DSA proves: one replaces the key exchange, the other the signature.',
  nonce: 'It need not be secret or random, only never used twice under one key.',
  'null-cipher':
    'A connection with it is still called TLS, and its certificate is checked as ever; that says nothing of secrecy.',
  ocsp: 'Asking it is often skipped or forgiven: many clients go on without an answer.',
  pem: 'Not another kind of certificate: the bytes inside are the same DER.',
  'post-handshake-authentication': 'Not renegotiation: no keys change, and there is no second handshake.',
  'post-quantum': 'No quantum computer is needed for it, and AES and SHA-256 need not be replaced.',
  'premaster-secret':
    'It is not the key that encrypts the data; those are derived from it by way of the main secret.',
  'private-key': '“Encrypting with the private key” is a wrong name for signing: the result hides nothing.',
  psk: 'Not a password: it has to have the length and the randomness of a key.',
  'public-key':
    'With ECDHE nothing is encrypted with the certificate’s public key. It only checks a signature.',
  random: 'It is public. Its job is to make each handshake another one, not to keep a secret.',
  record: 'Not a message: one record may hold several messages, and one message may span several records.',
  replay: 'Who replays need not be able to read: encrypted bytes can be sent again as they are.',
  revocation: 'A revoked certificate keeps its valid signature. Only those who ask find out.',
  root: 'A server need not send it: a root counts because it is in the store, not because it arrives.',
  'root-store': 'There is no one list: browsers, operating systems, Java and devices keep their own.',
  rsa: 'An RSA certificate does not mean RSA key exchange: with ECDHE and in TLS 1.3 its key only signs.',
  'rsa-key-exchange': 'Not the same as an RSA certificate: with ECDHE its key only signs.',
  'self-signed': 'Every root is self-signed. What matters is whether it is in the store.',
  'serial-number': 'Unique for one CA only: two CAs may give the same number.',
  'session-ticket': 'Opaque to the browser: only the server can read it.',
  'sha-1': 'A suite that ends in _SHA means SHA-1 as HMAC, not a certificate with SHA-1.',
  signature: 'It is not encryption backwards: ECDSA and Ed25519 cannot encrypt at all.',
  ssl: 'Where people say SSL today they mean TLS: no current browser or server speaks SSL.',
  stapling: 'It is no weaker for coming from the server: the response is signed by the authority.',
  'static-diffie-hellman': 'One letter less than DHE and ECDHE, and forward secrecy is gone with it.',
  'subject-alternative-name': '“Alternative” is history: for host names it is the only place that counts.',
  tls: 'The S does not stand for Socket: that word belongs to SSL.',
  'traffic-secret': 'There is no single session key: each direction and each phase has its own.',
  'trust-anchor':
    'Trusted for what it signs, not for what stands in it: even its expiry date need not count.',
  'validation-authority':
    'It does not validate the chain; it only says whether a certificate has been revoked.',
  validity: 'It is judged by the clock of whoever checks. A wrong clock makes good certificates fail.',
  wildcard:
    'One label only: *.shop.example covers www.shop.example, not a.b.shop.example and not shop.example.',
};
