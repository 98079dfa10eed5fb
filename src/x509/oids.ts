/**
 * Object identifiers of certificates, as data. Names are spelt as in the RFC that defines them and
 * are never translated.
 */
import { type Spec, spec } from '../bytes/spec.ts';

/** Attribute types of names with the short forms of RFC 4514 §3 (and the common ones beyond it). */
const attributeTypes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.42': 'GN',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionL',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionST',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionC',
};

const algorithms: Readonly<Record<string, string>> = {
  '1.2.840.10045.2.1': 'id-ecPublicKey',
  '1.2.840.10045.4.1': 'ecdsa-with-SHA1',
  '1.2.840.10045.4.3.1': 'ecdsa-with-SHA224',
  '1.2.840.10045.4.3.2': 'ecdsa-with-SHA256',
  '1.2.840.10045.4.3.3': 'ecdsa-with-SHA384',
  '1.2.840.10045.4.3.4': 'ecdsa-with-SHA512',
  '1.2.840.113549.1.1.1': 'rsaEncryption',
  '1.2.840.113549.1.1.2': 'md2WithRSAEncryption',
  '1.2.840.113549.1.1.4': 'md5WithRSAEncryption',
  '1.2.840.113549.1.1.5': 'sha1WithRSAEncryption',
  '1.2.840.113549.1.1.7': 'id-RSAES-OAEP',
  '1.2.840.113549.1.1.8': 'id-mgf1',
  '1.2.840.113549.1.1.10': 'id-RSASSA-PSS',
  '1.2.840.113549.1.1.11': 'sha256WithRSAEncryption',
  '1.2.840.113549.1.1.12': 'sha384WithRSAEncryption',
  '1.2.840.113549.1.1.13': 'sha512WithRSAEncryption',
  '1.2.840.113549.1.1.14': 'sha224WithRSAEncryption',
  '1.2.840.10046.2.1': 'dhpublicnumber',
  '1.2.840.113549.1.3.1': 'dhKeyAgreement',
  '1.2.840.10040.4.1': 'id-dsa',
  '1.2.840.10040.4.3': 'id-dsa-with-sha1',
  '2.16.840.1.101.3.4.3.2': 'id-dsa-with-sha256',
  '1.3.101.110': 'id-X25519',
  '1.3.101.111': 'id-X448',
  '1.3.101.112': 'id-Ed25519',
  '1.3.101.113': 'id-Ed448',
  '2.16.840.1.101.3.4.3.17': 'id-ml-dsa-44',
  '2.16.840.1.101.3.4.3.18': 'id-ml-dsa-65',
  '2.16.840.1.101.3.4.3.19': 'id-ml-dsa-87',
  '1.3.14.3.2.26': 'id-sha1',
  '2.16.840.1.101.3.4.2.1': 'id-sha256',
  '2.16.840.1.101.3.4.2.2': 'id-sha384',
  '2.16.840.1.101.3.4.2.3': 'id-sha512',
  '2.16.840.1.101.3.4.2.4': 'id-sha224',
};

/** Named curves, RFC 5480 §2.1.1.1, with the name this laboratory shows. */
export const curves: Readonly<Record<string, { readonly name: string; readonly short: string }>> = {
  '1.2.840.10045.3.1.1': { name: 'secp192r1', short: 'P-192' },
  '1.3.132.0.33': { name: 'secp224r1', short: 'P-224' },
  '1.2.840.10045.3.1.7': { name: 'secp256r1', short: 'P-256' },
  '1.3.132.0.34': { name: 'secp384r1', short: 'P-384' },
  '1.3.132.0.35': { name: 'secp521r1', short: 'P-521' },
  '1.3.132.0.10': { name: 'secp256k1', short: 'secp256k1' },
};

/** Extended key usages, RFC 5280 §4.2.1.12. */
const keyPurposes: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'anyExtendedKeyUsage',
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
};

const others: Readonly<Record<string, string>> = {
  '1.3.6.1.5.5.7.48.1': 'ocsp',
  '1.3.6.1.5.5.7.48.1.1': 'id-pkix-ocsp-basic',
  '1.3.6.1.5.5.7.48.2': 'caIssuers',
  '1.3.6.1.5.5.7.48.3': 'timeStamping',
  '1.3.6.1.5.5.7.48.5': 'caRepository',
  '1.3.6.1.5.5.7.2.1': 'id-qt-cps',
  '1.3.6.1.5.5.7.2.2': 'id-qt-unotice',
  '2.5.29.32.0': 'anyPolicy',
  '2.23.140.1.2.1': 'domain-validated',
  '2.23.140.1.2.2': 'organization-validated',
  '2.23.140.1.2.3': 'individual-validated',
  '2.23.140.1.1': 'extended-validation',
};

export interface ExtensionType {
  /** As the RFC names the extension, without the 'id-ce-' or 'id-pe-' prefix. */
  readonly name: string;
  readonly spec: Spec;
}

const extensionTypes: Readonly<Record<string, ExtensionType>> = {
  '2.5.29.9': { name: 'subjectDirectoryAttributes', spec: spec(5280, '4.2.1.8') },
  '2.5.29.14': { name: 'subjectKeyIdentifier', spec: spec(5280, '4.2.1.2') },
  '2.5.29.15': { name: 'keyUsage', spec: spec(5280, '4.2.1.3') },
  '2.5.29.17': { name: 'subjectAltName', spec: spec(5280, '4.2.1.6') },
  '2.5.29.18': { name: 'issuerAltName', spec: spec(5280, '4.2.1.7') },
  '2.5.29.19': { name: 'basicConstraints', spec: spec(5280, '4.2.1.9') },
  '2.5.29.30': { name: 'nameConstraints', spec: spec(5280, '4.2.1.10') },
  '2.5.29.31': { name: 'cRLDistributionPoints', spec: spec(5280, '4.2.1.13') },
  '2.5.29.32': { name: 'certificatePolicies', spec: spec(5280, '4.2.1.4') },
  '2.5.29.33': { name: 'policyMappings', spec: spec(5280, '4.2.1.5') },
  '2.5.29.35': { name: 'authorityKeyIdentifier', spec: spec(5280, '4.2.1.1') },
  '2.5.29.36': { name: 'policyConstraints', spec: spec(5280, '4.2.1.11') },
  '2.5.29.37': { name: 'extKeyUsage', spec: spec(5280, '4.2.1.12') },
  '2.5.29.46': { name: 'freshestCRL', spec: spec(5280, '4.2.1.15') },
  '2.5.29.20': { name: 'cRLNumber', spec: spec(5280, '5.2.3') },
  '2.5.29.21': { name: 'reasonCode', spec: spec(5280, '5.3.1') },
  '2.5.29.24': { name: 'invalidityDate', spec: spec(5280, '5.3.2') },
  '2.5.29.27': { name: 'deltaCRLIndicator', spec: spec(5280, '5.2.4') },
  '2.5.29.28': { name: 'issuingDistributionPoint', spec: spec(5280, '5.2.5') },
  '2.5.29.29': { name: 'certificateIssuer', spec: spec(5280, '5.3.3') },
  '1.3.6.1.5.5.7.48.1.2': { name: 'nonce', spec: spec(6960, '4.4.1') },
  '1.3.6.1.5.5.7.48.1.5': { name: 'ocspNocheck', spec: spec(6960, '4.2.2.2.1') },
  '2.5.29.54': { name: 'inhibitAnyPolicy', spec: spec(5280, '4.2.1.14') },
  '1.3.6.1.5.5.7.1.1': { name: 'authorityInfoAccess', spec: spec(5280, '4.2.2.1') },
  '1.3.6.1.5.5.7.1.11': { name: 'subjectInfoAccess', spec: spec(5280, '4.2.2.2') },
  '1.3.6.1.5.5.7.1.24': { name: 'tlsfeature', spec: spec(7633, '4') },
  '1.3.6.1.4.1.11129.2.4.2': { name: 'signedCertificateTimestampList', spec: spec(6962, '3.3') },
  '1.3.6.1.4.1.11129.2.4.3': { name: 'ctPoison', spec: spec(6962, '3.1') },
};

export function extensionType(oid: string): ExtensionType | undefined {
  return extensionTypes[oid];
}

/** Short name of an attribute type; the dotted form where there is none. */
export function attributeName(oid: string): string {
  return attributeTypes[oid] ?? oid;
}

/** Name of a key purpose; the dotted form where there is none. */
export function keyPurposeName(oid: string): string {
  return keyPurposes[oid] ?? oid;
}

/** Registered name of any object identifier that occurs in a certificate. */
export function oidName(oid: string): string | undefined {
  return (
    attributeTypes[oid] ??
    algorithms[oid] ??
    curves[oid]?.name ??
    keyPurposes[oid] ??
    others[oid] ??
    extensionTypes[oid]?.name
  );
}
