/** Names and object identifiers as the openssl command spells them. */
import type { Name } from '../../x509/model.ts';
import { oidName } from '../../x509/oids.ts';
import { utf8 } from '../../bytes/hex.ts';

/** Long names of openssl's object table, where they are not what the RFCs call the object. */
const longNames: Readonly<Record<string, string>> = {
  '1.2.840.10040.4.1': 'dsaEncryption',
  '1.2.840.10040.4.3': 'dsaWithSHA1',
  '2.16.840.1.101.3.4.3.2': 'dsa_with_SHA256',
  '1.2.840.113549.1.1.10': 'rsassaPss',
  '1.2.840.113549.1.1.8': 'mgf1',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'ED25519',
  '1.3.101.113': 'ED448',
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '1.2.840.10045.3.1.1': 'prime192v1',
  '1.2.840.10045.3.1.7': 'prime256v1',
  // Extensions.
  '2.5.29.9': 'X509v3 Subject Directory Attributes',
  '2.5.29.14': 'X509v3 Subject Key Identifier',
  '2.5.29.15': 'X509v3 Key Usage',
  '2.5.29.16': 'X509v3 Private Key Usage Period',
  '2.5.29.17': 'X509v3 Subject Alternative Name',
  '2.5.29.18': 'X509v3 Issuer Alternative Name',
  '2.5.29.19': 'X509v3 Basic Constraints',
  '2.5.29.30': 'X509v3 Name Constraints',
  '2.5.29.31': 'X509v3 CRL Distribution Points',
  '2.5.29.32': 'X509v3 Certificate Policies',
  '2.5.29.33': 'X509v3 Policy Mappings',
  '2.5.29.35': 'X509v3 Authority Key Identifier',
  '2.5.29.36': 'X509v3 Policy Constraints',
  '2.5.29.37': 'X509v3 Extended Key Usage',
  '2.5.29.46': 'X509v3 Freshest CRL',
  '2.5.29.54': 'X509v3 Inhibit Any Policy',
  '1.3.6.1.5.5.7.1.1': 'Authority Information Access',
  '1.3.6.1.5.5.7.1.11': 'Subject Information Access',
  '1.3.6.1.5.5.7.1.24': 'TLS Feature',
  '1.3.6.1.5.5.7.48.1.5': 'OCSP No Check',
  '1.3.6.1.4.1.11129.2.4.2': 'CT Precertificate SCTs',
  '1.3.6.1.4.1.11129.2.4.3': 'CT Precertificate Poison',
  '2.16.840.1.113730.1.1': 'Netscape Cert Type',
  '2.16.840.1.113730.1.13': 'Netscape Comment',
  // Key purposes.
  '2.5.29.37.0': 'Any Extended Key Usage',
  '1.3.6.1.5.5.7.3.1': 'TLS Web Server Authentication',
  '1.3.6.1.5.5.7.3.2': 'TLS Web Client Authentication',
  '1.3.6.1.5.5.7.3.3': 'Code Signing',
  '1.3.6.1.5.5.7.3.4': 'E-mail Protection',
  '1.3.6.1.5.5.7.3.5': 'IPSec End System',
  '1.3.6.1.5.5.7.3.6': 'IPSec Tunnel',
  '1.3.6.1.5.5.7.3.7': 'IPSec User',
  '1.3.6.1.5.5.7.3.8': 'Time Stamping',
  '1.3.6.1.5.5.7.3.9': 'OCSP Signing',
  '1.3.6.1.5.5.7.3.17': 'ipsec Internet Key Exchange',
  '1.3.6.1.4.1.311.10.3.3': 'Microsoft Server Gated Crypto',
  '1.3.6.1.4.1.311.20.2.2': 'Microsoft Smartcard Login',
  '2.16.840.1.113730.4.1': 'Netscape Server Gated Crypto',
  // Access methods.
  '1.3.6.1.5.5.7.48.1': 'OCSP',
  '1.3.6.1.5.5.7.48.2': 'CA Issuers',
  '1.3.6.1.5.5.7.48.3': 'AD Time Stamping',
  '1.3.6.1.5.5.7.48.5': 'CA Repository',
  // Policies: only one has a name there.
  '2.5.29.32.0': 'X509v3 Any Policy',
  '2.23.140.1.2.1': '2.23.140.1.2.1',
  '2.23.140.1.2.2': '2.23.140.1.2.2',
  '2.23.140.1.2.3': '2.23.140.1.2.3',
  '2.23.140.1.1': '2.23.140.1.1',
};

/** The name the command prints for an object; the dotted form where it has none. */
export function longName(oid: string): string {
  return longNames[oid] ?? oidName(oid) ?? oid;
}

/** Attribute types in names whose short form differs from RFC 4514's. */
const shortNames: Readonly<Record<string, string>> = {
  STREET: 'street',
};

/** 'C = CH, O = "Acme, Inc", CN = shop.example': the command's default, XN_FLAG_ONELINE. */
export function nameLine(name: Name): string {
  return name.rdns
    .map((rdn) => rdn.map(({ type, value }) => `${shortNames[type] ?? type} = ${quoted(value)}`).join(' + '))
    .join(', ');
}

/** '/C=CH/CN=dir': the older form, still used inside general names. */
export function nameSlashes(name: Name): string {
  return name.rdns
    .flat()
    .map(({ type, value }) => `/${shortNames[type] ?? type}=${slashed(value)}`)
    .join('');
}

function quoted(value: string): string {
  const characters = Array.from(value);
  const needsQuotes = /[,+<>;]|^[ #]| $/.test(value);
  const text = characters
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (character === '"' || character === '\\') return `\\${character}`;
      if (point < 0x20 || point === 0x7f) return `\\${hexOf(point)}`;
      if (point > 0x7f) return Array.from(utf8(character), (byte) => `\\${hexOf(byte)}`).join('');
      return character;
    })
    .join('');
  return needsQuotes ? `"${text}"` : text;
}

function slashed(value: string): string {
  return Array.from(utf8(value), (byte) => {
    if (byte < 0x20 || byte > 0x7e) return `\\x${hexOf(byte)}`;
    const character = String.fromCharCode(byte);
    return character === '/' || character === '+' ? `\\${character}` : character;
  }).join('');
}

function hexOf(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}
