/** German: what is real here, what is not, and how it is checked. */
import { plural } from '../catalog.ts';
import type { about as english } from '../en/about.ts';

export const about: typeof english = {
  title: 'Über das Labor und seine Grenzen',
  lead: 'Handshake Lab ist ein Labor für TLS-Handshakes. Es ist zum Hineinsehen gebaut, nicht zum Schützen.',
  real: {
    title: 'Was echt ist',
    items: [
      'Client und Server: eine Engine für TLS 1.3 und TLS 1.2, nach den Standards geschrieben. Beide laufen in dieser Seite und tauschen Bytes über eine Leitung im Speicher.',
      'Schlüssel, Signaturen, Verschlüsselung: von der WebCrypto des Browsers; was ihr fehlt, kommt aus den Bibliotheken unten, und jede Operation nennt, was davon lief.',
      'Zertifikate, Sperrlisten und OCSP-Antworten: echtes DER, im Browser ausgestellt, wenn ein Durchlauf sie braucht.',
      'Validierung: Pfadsuche und die Prüfungen von RFC 5280, Hostnamen nach RFC 9525, dazu die Regeln des Web.',
      'Alles auf dem Bildschirm: ein Rückgabewert des gezeigten Durchlaufs. Zeiten sind gemessen, Größen gezählt.',
    ],
  },
  limits: {
    title: 'Was nicht nachgebildet ist',
    items: [
      'Das Netz: kein TCP, kein Paketverlust, keine Latenz, außer wo eine Seite sie einstellen lässt.',
      'Die Namen, die Root-Zertifikate und die Personen: shop.example, seine Zertifizierungsstellen, Eve und Mallory sind erfunden.',
      'Signed Certificate Timestamps, Encrypted Client Hello, Zertifikatskompression, Delegated Credentials, Raw Public Keys, DTLS und QUIC.',
      'Neuaushandlung: wird erkannt und abgelehnt. SSL und TLS vor 1.2: werden erkannt und abgelehnt.',
      'Bei dem, was nachgebildet ist: Ein Client bietet höchstens einen Pre-Shared Key an; indirekte Sperrlisten werden abgelehnt.',
      'Seitenkanäle: Vergleiche laufen nicht in konstanter Zeit, und Geheimnisse liegen offen.',
      'Andere Clients: Was sie sagen, wurde einmal gemessen, mit den dort genannten Versionen; was nicht gemessen wurde, ist so bezeichnet.',
    ],
  },
  standards: {
    title: 'Standards',
    lead: 'Wonach Engine und Validierung geschrieben sind:',
  },
  libraries: {
    title: 'Bibliotheken',
    lead: (count) => `${plural(count, 'Bibliothek', 'Bibliotheken')} kommen mit dieser Seite:`,
    uses: {
      '@noble/ciphers': 'Chiffren, die WebCrypto fehlen',
      '@noble/curves': 'X448, Ed448 und Kurven, die WebCrypto fehlen',
      '@noble/hashes': 'MD5, SHA-1, Hashes alter Suites',
      '@noble/post-quantum': 'ML-KEM und ML-DSA, wo der Browser keine hat',
      '@peculiar/x509': 'ein zweiter Leser für Zertifikate',
      'des.js': '3DES',
      'framer-motion': 'Bewegung',
      'lucide-react': 'Symbole',
      'micro-rsa-dsa-dh': 'Diffie-Hellman über endlichen Körpern und DSA',
      react: 'die Oberfläche',
      'react-dom': 'die Oberfläche',
      tldts: 'die Public Suffix List',
      uqr: 'QR-Codes',
      zustand: 'der Zustand',
    },
  },
  truth: {
    title: 'Wie es geprüft ist',
    items: [
      'Gegen OpenSSL, GnuTLS, curl und Chromium, in beiden Rollen, über Suites, Gruppen, Zertifikate, Wiederaufnahme und Client-Authentisierung.',
      'Gegen die Abläufe aus RFC 8448 und mitgeschnittene Verbindungen, bis ins letzte Feld.',
      'Jede Mitschnitt-Datei, die die Seite verlässt, liest tshark aus Wireshark; jedes Nachstell-Paket läuft mit openssl, curl und nginx.',
      'Zertifikatspfade gegen die Fälle von x509-limbo und BetterTLS und gegen openssl verify.',
      'Mit veränderten Bytes: Keine Eingabe darf einen Leser zum Absturz bringen, aufhalten oder zu einer Verbindung führen.',
      'Die ganze Seite in Chromium, Firefox und WebKit, mit Maus und mit Tastatur.',
    ],
    how: 'All das ist ein Befehl, npm test, im Ordner des Projekts.',
  },
  privacy: {
    title: 'Was diese Seite verlässt',
    text: 'Nichts. Sie lädt ihre eigenen Dateien und fragt niemanden sonst; Einstellungen, Lernfortschritt, Demo-Liste und Werkstatt bleiben in diesem Browser. Was eingefügt oder abgelegt wird, wird hier gelesen.',
  },
};
