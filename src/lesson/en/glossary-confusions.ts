/** English: what the terms of the glossary are often mistaken for. */
import type { GlossaryId } from '../glossary-ids.ts';

export const glossaryConfusions: Readonly<Partial<Record<GlossaryId, string>>> = {
  aead: 'The associated data is authenticated, not encrypted: the record header stays readable.',
  alert:
    'An alert is no log entry of one side: it is a message, and in TLS 1.3 most of them travel encrypted.',
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
  'diffie-hellman': 'No secret is sent, not even encrypted. Both sides compute it.',
  'early-data': 'Faster, and weaker: early data can be replayed, and it is not forward secret.',
  'extended-main-secret': 'Older texts say extended master secret; it is the same extension.',
  fingerprint: 'It is computed by whoever looks; it does not stand in the certificate.',
  finished: 'It is a MAC, not a signature: it shows that both hold the same keys and saw the same messages.',
  'forward-secrecy':
    'It protects yesterday’s recordings against the theft of the long-term key, not today’s connection.',
  handshake: 'Not the handshake of TCP: that one is over before the first byte of TLS.',
  hash: 'Hashing is not encrypting: there is no key, and nothing comes back out.',
  hmac: 'Not a plain hash: without the key nobody can compute or check it.',
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
  nonce: 'It need not be secret or random, only never used twice under one key.',
  ocsp: 'Asking it is often skipped or forgiven: many clients go on without an answer.',
  pem: 'Not another kind of certificate: the bytes inside are the same DER.',
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
  'rsa-key-exchange': 'Not the same as an RSA certificate: with ECDHE its key only signs.',
  'self-signed': 'Every root is self-signed. What matters is whether it is in the store.',
  'serial-number': 'Unique for one CA only: two CAs may give the same number.',
  'session-ticket': 'Opaque to the browser: only the server can read it.',
  signature: 'It is not encryption backwards: ECDSA and Ed25519 cannot encrypt at all.',
  stapling: 'It is no weaker for coming from the server: the response is signed by the authority.',
  'subject-alternative-name': '“Alternative” is history: for host names it is the only place that counts.',
  'traffic-secret': 'There is no single session key: each direction and each phase has its own.',
  'trust-anchor':
    'Trusted for what it signs, not for what stands in it: even its expiry date need not count.',
  'validation-authority':
    'It does not validate the chain; it only says whether a certificate has been revoked.',
  validity: 'It is judged by the clock of whoever checks. A wrong clock makes good certificates fail.',
  wildcard:
    'One label only: *.shop.example covers www.shop.example, not a.b.shop.example and not shop.example.',
};
