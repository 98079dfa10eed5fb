/** What the page About shows beside its words, and the words. */
import { catalog } from './catalog.ts';
import { about as german } from './de/about.ts';
import { about } from './en/about.ts';

export const aboutWords = catalog({ en: about, de: german });

/** RFC number and its title, in the order of the numbers. */
export const standards: readonly (readonly [rfc: number, title: string])[] = [
  [3713, 'Camellia'],
  [4158, 'Certification Path Building'],
  [5246, 'TLS 1.2'],
  [5280, 'X.509 Certificate and CRL Profile'],
  [5746, 'Renegotiation Indication'],
  [5794, 'ARIA'],
  [5869, 'HKDF'],
  [6066, 'TLS Extensions'],
  [6960, 'OCSP'],
  [7366, 'Encrypt-then-MAC'],
  [7507, 'TLS_FALLBACK_SCSV'],
  [7627, 'Extended Master Secret'],
  [7919, 'Finite-field groups'],
  [8017, 'PKCS #1'],
  [8422, 'Elliptic curves for TLS 1.2'],
  [8448, 'Example Handshake Traces for TLS 1.3'],
  [8701, 'GREASE'],
  [9525, 'Service Identity'],
  [9846, 'TLS 1.3'],
  [9850, 'SSLKEYLOGFILE'],
];
