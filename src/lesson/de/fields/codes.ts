/** German texts about code points: suites, groups, schemes, versions. */
import type * as english from '../../en/fields/codes.ts';
import type { CodeWords } from '../../field-words.ts';
import { code, rich, term, type Rich } from '../../rich.ts';

/** The code points that English has a text for. */
type Words<English extends CodeWords> = Omit<CodeWords, 'known'> & {
  readonly known: Readonly<Record<keyof English['known'], Rich>>;
};

export const suites: Words<typeof english.suites> = {
  known: {
    0x1301: rich`${term('gcm', 'AES-128-GCM')} schützt die Records, SHA-256 dient ${term('transcript', 'Transkript')} und ${term('key-schedule', 'Schlüsselableitung')}. Jede Implementierung von TLS 1.3 muss diese ${term('cipher-suite', 'Suite')} haben.`,
    0x1302: rich`${term('gcm', 'AES-256-GCM')} schützt die Records, SHA-384 dient ${term('transcript', 'Transkript')} und ${term('key-schedule', 'Schlüsselableitung')}: Alle Secrets haben 48 Bytes.`,
    0x1303: rich`${term('chacha20-poly1305', 'ChaCha20-Poly1305')} schützt die Records, SHA-256 dient ${term('transcript', 'Transkript')} und ${term('key-schedule', 'Schlüsselableitung')}. Es ist schnell, wo der Prozessor keine AES-Befehle hat.`,
    0x1304: rich`${term('ccm', 'AES-128-CCM')} schützt die Records, SHA-256 dient ${term('transcript', 'Transkript')} und ${term('key-schedule', 'Schlüsselableitung')}. Es besteht allein aus AES, was kleinen Geräten entgegenkommt.`,
    0x1305: rich`Wie TLS_AES_128_CCM_SHA256, mit einem ${term('tag', 'Tag')} von 8 Bytes statt 16: kürzere Records und weniger Schutz vor Fälschung.`,
    0x00ff: rich`Keine Suite, sondern ein Signal von TLS-1.2-Clients: Sie kennen die abgesicherte Neuaushandlung (RFC 5746). TLS 1.3 übergeht es.`,
    0x5600: rich`Keine Suite, sondern ein Signal: Dieser Client kommt mit einer niedrigeren Version wieder (${term('fallback-scsv', 'RFC 7507')}).`,
  },
  other: (f) =>
    rich`Eine Suite für TLS 1.2 oder eine Nummer, die diese Engine nicht kennt; in TLS 1.3 kann sie nicht gewählt werden${f.name === undefined ? '' : rich` (${code(f.name)})`}.`,
  agreed: rich`Der Server hat sie gewählt.`,
};

const diffieHellman = term('diffie-hellman', 'Diffie-Hellman');

export const groups: Words<typeof english.groups> = {
  known: {
    0x11ec: rich`Ein ${term('hybrid', 'Hybrid')}: ${term('ml-kem', 'ML-KEM-768')} und X25519 zusammen, die Shares hintereinander. Wer das Geheimnis will, muss beides brechen, mit der Mathematik von heute und mit einem Quantencomputer.`,
    0x11eb: rich`Ein ${term('hybrid', 'Hybrid')}: P-256 und ${term('ml-kem', 'ML-KEM-768')} zusammen, hier der Share der Kurve zuerst. Wer das Geheimnis will, muss beides brechen.`,
    0x001d: rich`${diffieHellman} auf Curve25519: Shares und Geheimnis von 32 Bytes.`,
    0x0017: rich`${diffieHellman} auf NIST P-256: Ein Share ist ein Punkt von 65 Bytes, das Geheimnis dessen x-Koordinate von 32 Bytes. Jede Implementierung von TLS 1.3 muss diese Gruppe haben.`,
    0x0018: rich`${diffieHellman} auf NIST P-384: Ein Share ist ein Punkt von 97 Bytes, das Geheimnis hat 48.`,
    0x0019: rich`${diffieHellman} auf NIST P-521: Ein Share ist ein Punkt von 133 Bytes, das Geheimnis hat 66.`,
    0x001e: rich`${diffieHellman} auf Curve448: Shares und Geheimnis von 56 Bytes, mit mehr Reserve als Curve25519.`,
    0x0100: rich`${diffieHellman} in einem endlichen Körper mit 2 048 Bits (RFC 7919): Shares und Geheimnis von 256 Bytes.`,
    0x0101: rich`${diffieHellman} in einem endlichen Körper mit 3 072 Bits (RFC 7919): Shares und Geheimnis von 384 Bytes.`,
    0x0102: rich`${diffieHellman} in einem endlichen Körper mit 4 096 Bits (RFC 7919): Shares und Geheimnis von 512 Bytes.`,
    0x0103: rich`${diffieHellman} in einem endlichen Körper mit 6 144 Bits (RFC 7919): Shares und Geheimnis von 768 Bytes.`,
    0x0104: rich`${diffieHellman} in einem endlichen Körper mit 8 192 Bits (RFC 7919): Shares und Geheimnis von 1 024 Bytes.`,
  },
  other: (f) =>
    rich`Eine ${term('group', 'Gruppe')}, die diese Engine nicht ausführt${f.name === undefined ? '' : rich` (${code(f.name)})`}; eine Gegenstelle, die es tut, darf sie trotzdem wählen.`,
  agreed: rich`Es ist die Gruppe dieses Durchlaufs.`,
};

const onlyCertificates = rich`In TLS 1.3 darf es nur in Zertifikaten stehen, nie in einem CertificateVerify.`;

export const schemes: Words<typeof english.schemes> = {
  known: {
    0x0403: rich`${term('ecdsa', 'ECDSA')} auf der Kurve P-256 mit SHA-256: In TLS 1.3 legt das Verfahren auch die Kurve fest.`,
    0x0503: rich`${term('ecdsa', 'ECDSA')} auf der Kurve P-384 mit SHA-384.`,
    0x0603: rich`${term('ecdsa', 'ECDSA')} auf der Kurve P-521 mit SHA-512.`,
    0x0804: rich`${term('rsa-pss', 'RSA-PSS')} mit SHA-256, mit einem gewöhnlichen RSA-Schlüssel (rsaEncryption). PSS mischt ein zufälliges Salt ein, also ergibt zweimal Signieren zwei Signaturen.`,
    0x0805: rich`${term('rsa-pss', 'RSA-PSS')} mit SHA-384, mit einem gewöhnlichen RSA-Schlüssel (rsaEncryption).`,
    0x0806: rich`${term('rsa-pss', 'RSA-PSS')} mit SHA-512, mit einem gewöhnlichen RSA-Schlüssel (rsaEncryption).`,
    0x0809: rich`${term('rsa-pss', 'RSA-PSS')} mit SHA-256, mit einem Schlüssel, dessen Zertifikat nur PSS erlaubt.`,
    0x080a: rich`${term('rsa-pss', 'RSA-PSS')} mit SHA-384, mit einem Schlüssel, dessen Zertifikat nur PSS erlaubt.`,
    0x080b: rich`${term('rsa-pss', 'RSA-PSS')} mit SHA-512, mit einem Schlüssel, dessen Zertifikat nur PSS erlaubt.`,
    0x0807: rich`${term('eddsa', 'Ed25519')}: Edwards-Kurve, Hash eingebaut, immer 64 Bytes Signatur.`,
    0x0808: rich`${term('eddsa', 'Ed448')}: die größere Edwards-Kurve, 114 Bytes Signatur.`,
    0x0401: rich`RSA mit ${term('pkcs1', 'PKCS-#1-v1.5-Padding')} und SHA-256. ${onlyCertificates}`,
    0x0501: rich`RSA mit ${term('pkcs1', 'PKCS-#1-v1.5-Padding')} und SHA-384. ${onlyCertificates}`,
    0x0601: rich`RSA mit ${term('pkcs1', 'PKCS-#1-v1.5-Padding')} und SHA-512. ${onlyCertificates}`,
    0x0201: rich`RSA mit ${term('sha-1', 'SHA-1')}, zu dem Kollisionen gefunden sind. ${onlyCertificates}`,
    0x0203: rich`${term('ecdsa', 'ECDSA')} mit SHA-1, zu dem Kollisionen gefunden sind. ${onlyCertificates}`,
    0x0904: rich`${term('ml-dsa', 'ML-DSA-44')}: 2 420 Bytes Signatur, gebaut so, dass auch ein Quantencomputer sie nicht fälschen kann (FIPS 204).`,
    0x0905: rich`${term('ml-dsa', 'ML-DSA-65')}: 3 309 Bytes Signatur, gebaut so, dass auch ein Quantencomputer sie nicht fälschen kann (FIPS 204).`,
    0x0906: rich`${term('ml-dsa', 'ML-DSA-87')}: 4 627 Bytes Signatur, gebaut so, dass auch ein Quantencomputer sie nicht fälschen kann (FIPS 204).`,
    0x0402: rich`${term('dsa', 'DSA')} mit SHA-256, aus der Zeit von TLS 1.2. TLS 1.3 kennt kein DSA mehr.`,
    0x0202: rich`${term('dsa', 'DSA')} mit SHA-1, aus der Zeit von TLS 1.2. TLS 1.3 kennt kein DSA mehr.`,
  },
  other: (f) =>
    rich`Ein ${term('signature-scheme', 'Signaturverfahren')}, das diese Engine nicht kennt${f.name === undefined ? '' : rich` (${code(f.name)})`}.`,
  agreed: rich`Es ist das in diesem Durchlauf verwendete.`,
};

export const versions: Words<typeof english.versions> = {
  known: {
    0x0304: rich`TLS 1.3; die Nummer geht auf SSL 3.0 zurück, nach dem TLS 1.0 zu 0x0301 wurde.`,
    0x0303: rich`TLS 1.2, für Server, die nichts Besseres können.`,
    0x0302: rich`TLS 1.1, seit 2021 veraltet (RFC 8996).`,
    0x0301: rich`TLS 1.0, seit 2021 veraltet (RFC 8996).`,
    0x0300: rich`SSL 3.0, seit 2015 veraltet (RFC 7568).`,
  },
  other: () => rich`Eine Version, die diese Engine nicht kennt.`,
  agreed: rich`Es ist die Version dieses Durchlaufs.`,
};
