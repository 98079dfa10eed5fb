/** The invented certification authorities: names, keys and lifetimes. None of them exists. */
import type { AnchorId, KeyKind, RootId } from './pki.ts';

export interface AuthorityPlan {
  /** commonName of the root. */
  readonly root: string;
  readonly rootKey: KeyKind;
  /** commonName of the intermediate that issues for servers. */
  readonly intermediate: string;
  readonly intermediateKey: KeyKind;
  readonly organization: string;
  /** ISO 3166. */
  readonly country: string;
  /** Host of the addresses in authorityInfoAccess and cRLDistributionPoints; under .example (RFC 6761 §6.5). */
  readonly host: string;
  /** Label of the intermediate in these addresses. */
  readonly label: string;
  /** Month and day of the root's period, and its years before and after the clock's. */
  readonly rootPeriod: { readonly day: string; readonly from: number; readonly to: number };
}

/** In the order of the store; 'own' is a root that no store has until it is added. */
export const authorities: Readonly<Record<RootId | 'own', AuthorityPlan>> = {
  lakeside: {
    root: 'Lakeside Root CA',
    rootKey: 'EC P-384',
    intermediate: 'Lakeside TLS Issuing CA R2',
    intermediateKey: 'EC P-256',
    organization: 'Lakeside Trust Services',
    country: 'CH',
    host: 'lakeside.example',
    label: 'r2',
    rootPeriod: { day: '03-04', from: -7, to: 18 },
  },
  northgate: {
    root: 'Northgate Global Root G3',
    rootKey: 'RSA 4096',
    intermediate: 'Northgate TLS RSA CA 2',
    intermediateKey: 'RSA 2048',
    organization: 'Northgate Global',
    country: 'IE',
    host: 'northgate.example',
    label: 'rsa2',
    rootPeriod: { day: '09-12', from: -11, to: 14 },
  },
  harbour: {
    root: 'Harbour Trust Root R1',
    rootKey: 'RSA 2048',
    intermediate: 'Harbour Trust Server CA 5',
    intermediateKey: 'RSA 2048',
    organization: 'Harbour Trust',
    country: 'NL',
    host: 'harbour.example',
    label: 's5',
    rootPeriod: { day: '06-20', from: -15, to: 10 },
  },
  alderbrook: {
    root: 'Alderbrook Root X1',
    rootKey: 'RSA 4096',
    intermediate: 'Alderbrook A3',
    intermediateKey: 'RSA 2048',
    organization: 'Alderbrook Research Group',
    country: 'CA',
    host: 'alderbrook.example',
    label: 'a3',
    rootPeriod: { day: '01-15', from: -9, to: 16 },
  },
  meridian: {
    root: 'Meridian ECC Root 2021',
    rootKey: 'EC P-256',
    intermediate: 'Meridian ECC Server CA 1',
    intermediateKey: 'EC P-256',
    organization: 'Meridian Certification',
    country: 'SE',
    host: 'meridian.example',
    label: 'ecc1',
    rootPeriod: { day: '05-02', from: -5, to: 20 },
  },
  fennick: {
    root: 'Fennick Root CA',
    rootKey: 'RSA 1024',
    intermediate: 'Fennick Server CA',
    intermediateKey: 'RSA 2048',
    organization: 'Fennick Security',
    country: 'FI',
    host: 'fennick.example',
    label: 'server',
    rootPeriod: { day: '11-30', from: -24, to: 3 },
  },
  own: {
    root: 'Workbench Root CA',
    rootKey: 'EC P-256',
    intermediate: 'Workbench Issuing CA 1',
    intermediateKey: 'EC P-256',
    organization: 'Workbench',
    country: 'CH',
    host: 'workbench.example',
    label: 'ca1',
    rootPeriod: { day: '08-01', from: -1, to: 9 },
  },
};

/** The root under which the demo server accepts client certificates. */
export const clientAuthority = {
  root: 'Shop Staff Root CA',
  rootKey: 'EC P-256',
  organization: 'Shop Example',
  country: 'CH',
  host: 'shop.example',
  /** The person that the browser's certificate names. */
  person: 'Kim Keller',
  email: 'kim@shop.example',
} as const satisfies Partial<AuthorityPlan> & Record<string, unknown>;

/** The root of a partner firm, whose people the server may let in as well. */
export const partnerAuthority = {
  root: 'Ferry Lines Staff CA',
  rootKey: 'EC P-256',
  organization: 'Ferry Lines Example',
  country: 'CH',
  host: 'ferry.example',
} as const;

/** Who certified a root's key in the time before it was in every store. */
export function crossSigner(issuer: AnchorId): RootId {
  return issuer === 'harbour' ? 'lakeside' : 'harbour';
}

/** Ids in the order of the store. */
export const rootIds = [
  'lakeside',
  'northgate',
  'harbour',
  'alderbrook',
  'meridian',
  'fennick',
] as const satisfies readonly RootId[];
