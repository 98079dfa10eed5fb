/** A decoded certificate: what RFC 5280 §4.1 puts in it, as values, with the tree over its bytes. */
import type { Field } from '../bytes/field.ts';
import type { Bytes } from '../crypto/port.ts';

export interface Certificate {
  readonly der: Bytes;
  /** Tree over `der`; its root is named 'Certificate'. */
  readonly field: Field;
  readonly version: 1 | 2 | 3;
  /** Content octets of the INTEGER. */
  readonly serialNumber: Bytes;
  /** `signature` inside the signed part; must equal `signatureAlgorithm` (RFC 5280 §4.1.1.2). */
  readonly signature: AlgorithmIdentifier;
  readonly issuer: Name;
  /** Milliseconds since 1970-01-01T00:00:00Z; both ends belong to the period. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly subject: Name;
  /** The whole TLV, as crypto libraries import it. */
  readonly subjectPublicKeyInfo: Bytes;
  /** What is in it. */
  readonly publicKey: PublicKey;
  readonly extensions: Extensions;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  /** ECDSA: DER of ECDSA-Sig-Value; RSA and Ed25519: raw. */
  readonly signatureValue: Bytes;
  /** The signed bytes. */
  readonly tbs: Bytes;
  /** Where `tbs` lies in `der`. */
  readonly tbsRange: { readonly start: number; readonly end: number };
}

export interface AlgorithmIdentifier {
  readonly oid: string;
  /** Registered name, e.g. 'ecdsa-with-SHA256'; the dotted form where there is none. */
  readonly name: string;
  /** The whole TLV, for comparison. */
  readonly der: Bytes;
  /** RSASSA-PSS only, RFC 4055 §3.1. */
  readonly pss?: { readonly hash: string; readonly mgfHash: string; readonly saltLength: number };
}

export interface NameAttribute {
  readonly oid: string;
  /** 'CN', 'O', …; the dotted form where there is no short one. */
  readonly type: string;
  readonly value: string;
}

export interface Name {
  /** The whole TLV. */
  readonly der: Bytes;
  /** RDNs in the order of the encoding; nearly always one attribute each. */
  readonly rdns: readonly (readonly NameAttribute[])[];
  /** RFC 4514: the last RDN first, 'CN=…, O=…, C=…'. Empty for the empty name. */
  readonly text: string;
  /** Last commonName, if any. */
  readonly commonName?: string;
  /** Equal for names that match by RFC 5280 §7.1. */
  readonly canonical: string;
  /** The same, RDN by RDN: what directory name constraints are compared by. */
  readonly canonicalRdns: readonly string[];
}

export type KeyAlgorithm =
  | 'EC'
  | 'RSA'
  | 'RSASSA-PSS'
  | 'Ed25519'
  | 'Ed448'
  | 'ML-DSA'
  | 'DSA'
  | 'DH'
  | 'unknown';

export interface PublicKey {
  readonly algorithm: KeyAlgorithm;
  readonly oid: string;
  /** 'EC P-256', 'RSA 2048', 'Ed25519', 'ML-DSA-65'; for unknown algorithms the name of the OID. */
  readonly kind: string;
  /** Size of the field or the modulus. */
  readonly bits?: number;
  /** 'P-256', 'P-384', …; EC only. */
  readonly curve?: string;
  /** RSA only. */
  readonly exponent?: bigint;
  /** RSASSA-PSS only, where the key is for one hash alone (RFC 4055 §3.1). */
  readonly pss?: NonNullable<AlgorithmIdentifier['pss']>;
  /** Content of the BIT STRING (the point, RSAPublicKey, the raw key). */
  readonly key: Bytes;
}

/** What a GeneralName of RFC 5280 §4.2.1.6 can be. */
export type GeneralName =
  | { readonly type: 'dNSName' | 'rfc822Name' | 'uniformResourceIdentifier'; readonly value: string }
  /** 4 or 16 octets; in name constraints 8 or 32 (address and mask). `value` is the text form. */
  | { readonly type: 'iPAddress'; readonly bytes: Bytes; readonly value: string }
  | { readonly type: 'directoryName'; readonly name: Name; readonly value: string }
  | { readonly type: 'registeredID'; readonly value: string }
  | { readonly type: 'otherName' | 'x400Address' | 'ediPartyName'; readonly value: string };

export const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsageBits)[number];

export interface GeneralSubtree {
  readonly base: GeneralName;
}

export interface NameConstraints {
  readonly permittedSubtrees: readonly GeneralSubtree[];
  readonly excludedSubtrees: readonly GeneralSubtree[];
}

/** Policy identifiers, dotted. */
export interface PolicyMapping {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

export interface DistributionPoint {
  readonly fullName: readonly GeneralName[];
  /** Somebody else signs the list: an indirect CRL. */
  readonly cRLIssuer?: readonly GeneralName[];
  /** The list covers some reasons only. */
  readonly onlySomeReasons?: true;
}

/** Extensions by name; a missing one is absent. `all` lists every extension in order, unknown ones too. */
export interface Extensions {
  readonly all: readonly Extension[];
  readonly subjectAltName?: readonly GeneralName[];
  readonly basicConstraints?: { readonly cA: boolean; readonly pathLenConstraint?: number };
  readonly keyUsage?: readonly KeyUsage[];
  /** Names of key purposes ('serverAuth'); dotted where unknown. */
  readonly extKeyUsage?: readonly string[];
  readonly subjectKeyIdentifier?: Bytes;
  readonly authorityKeyIdentifier?: {
    readonly keyIdentifier?: Bytes;
    readonly authorityCertIssuer?: readonly GeneralName[];
    readonly authorityCertSerialNumber?: Bytes;
  };
  readonly authorityInfoAccess?: readonly { readonly method: string; readonly location: GeneralName }[];
  readonly cRLDistributionPoints?: readonly DistributionPoint[];
  readonly freshestCRL?: readonly DistributionPoint[];
  /** Policy identifiers, dotted. */
  readonly certificatePolicies?: readonly string[];
  readonly policyMappings?: readonly PolicyMapping[];
  readonly nameConstraints?: NameConstraints;
  readonly policyConstraints?: {
    readonly requireExplicitPolicy?: number;
    readonly inhibitPolicyMapping?: number;
  };
  readonly inhibitAnyPolicy?: number;
  /** TLS extension numbers, RFC 7633. */
  readonly tlsfeature?: readonly number[];
}

/** Extensions of revocation lists and OCSP messages: RFC 5280 §5.2 and §5.3, RFC 6960 §4.4. */
export interface RevocationExtensions {
  readonly cRLNumber?: bigint;
  readonly deltaCRLIndicator?: bigint;
  readonly issuingDistributionPoint?: IssuingDistributionPoint;
  readonly reasonCode?: string;
  readonly invalidityDate?: number;
  readonly certificateIssuer?: readonly GeneralName[];
  /** The octets of the nonce itself. */
  readonly nonce?: Bytes;
}

export interface IssuingDistributionPoint {
  readonly fullName: readonly GeneralName[];
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCACerts: boolean;
  readonly onlySomeReasons: boolean;
  readonly indirectCRL: boolean;
  readonly onlyContainsAttributeCerts: boolean;
}

export interface Extension {
  readonly oid: string;
  /** 'subjectAltName', …; the dotted form of an unknown one. */
  readonly name: string;
  readonly critical: boolean;
  /** Content of extnValue. */
  readonly value: Bytes;
}
