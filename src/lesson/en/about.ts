/** English: what is real here, what is not, and how it is checked. */
import { plural } from '../catalog.ts';

export const about = {
  title: 'About and limits',
  lead: 'Handshake Lab is a laboratory for TLS handshakes. It is made to be looked into, not to protect anything.',
  real: {
    title: 'What is real',
    items: [
      'Client and server: one engine for TLS 1.3 and TLS 1.2, written from the standards. Both run in this page and exchange bytes over a wire in memory.',
      'Keys, signatures, encryption: made by your browser’s WebCrypto; what it lacks comes from the libraries below, and every operation says which of the two ran.',
      'Certificates, revocation lists and OCSP answers: real DER, issued in your browser when a run needs them.',
      'Validation: path building and the checks of RFC 5280, with host names by RFC 9525 and the rules of the web on top.',
      'Everything on screen: a return value of the run you see. Times are measured, sizes are counted.',
    ],
  },
  limits: {
    title: 'What is not modelled',
    items: [
      'The network: no TCP, no packet loss, no latency except where a page lets you set one.',
      'The names, the roots and the people: shop.example, its authorities, Eve and Mallory are invented.',
      'Signed certificate timestamps, Encrypted Client Hello, certificate compression, delegated credentials, raw public keys, DTLS and QUIC.',
      'Renegotiation: it is recognised and refused. SSL and TLS before 1.2: recognised and refused.',
      'Of what is modelled: a client offers one pre-shared key at most; indirect revocation lists are refused.',
      'Side channels: comparisons are not constant-time, and secrets are on display.',
      'Other clients: what they say was measured once, with the versions named there; what was not measured says so.',
    ],
  },
  standards: {
    title: 'Standards',
    lead: 'What the engine and the validator are written from:',
  },
  libraries: {
    title: 'Libraries',
    lead: (count: number) => `${plural(count, 'library', 'libraries')} come with this page:`,
    uses: {
      '@noble/ciphers': 'ciphers that WebCrypto lacks',
      '@noble/curves': 'X448, Ed448 and curves that WebCrypto lacks',
      '@noble/hashes': 'MD5, SHA-1 in step, hashes of old suites',
      '@noble/post-quantum': 'ML-KEM and ML-DSA where the browser has none',
      '@peculiar/x509': 'a second reader for certificates',
      'des.js': '3DES',
      'framer-motion': 'movement',
      'lucide-react': 'icons',
      'micro-rsa-dsa-dh': 'finite-field Diffie-Hellman and DSA',
      react: 'the screen',
      'react-dom': 'the screen',
      tldts: 'the public suffix list',
      uqr: 'QR codes',
      zustand: 'state',
    } as Readonly<Record<string, string>>,
  },
  truth: {
    title: 'How it is checked',
    items: [
      'Against OpenSSL, GnuTLS, curl and Chromium, in both roles, over suites, groups, certificates, resumption and client authentication.',
      'Against the traces of RFC 8448 and captured connections, down to the last field.',
      'Every capture that leaves the page is read by Wireshark’s tshark; every reproduction kit is run with openssl, curl and nginx.',
      'Certificate paths against the x509-limbo and BetterTLS cases, and against openssl verify.',
      'With mutated bytes: no input may crash a reader, hang it, or lead to a connection.',
      'The whole page in Chromium, Firefox and WebKit, by mouse and by keyboard.',
    ],
    how: 'All of that is one command, npm test, in the project’s folder.',
  },
  privacy: {
    title: 'What leaves this page',
    text: 'Nothing. It loads its own files and asks nobody else; preferences, lesson progress, the demo list and the workshop stay in this browser. What you paste or drop is read here.',
  },
};
