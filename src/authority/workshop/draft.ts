/** What stands in the forms, as text, and what it means. A form that means nothing says which field is at fault. */
import { parseIp } from '../../x509/ip.ts';
import { type KeyUsage, keyUsageBits } from '../../x509/model.ts';
import { keyPurposes, type KeyPurpose, type PlainName, plainName } from '../extensions.ts';
import type { KeyKind } from '../pki.ts';
import type { Grant, RequestWish } from './model.ts';

/** Kinds of key an applicant can make. */
export const applicantKeys = [
  'EC P-256',
  'EC P-384',
  'RSA 2048',
  'Ed25519',
] as const satisfies readonly KeyKind[];
export type ApplicantKey = (typeof applicantKeys)[number];

export interface RequestDraft {
  readonly commonName: string;
  readonly organization: string;
  readonly country: string;
  /** Separated by commas or white space. */
  readonly names: string;
  readonly cA: boolean;
  readonly keyUsage: readonly KeyUsage[];
  readonly extKeyUsage: readonly KeyPurpose[];
  readonly keyKind: ApplicantKey;
}

export interface GrantDraft {
  readonly commonName: string;
  readonly organization: string;
  readonly names: string;
  readonly days: string;
  readonly cA: boolean;
  /** Empty: no limit. */
  readonly pathLength: string;
  readonly permitted: string;
  readonly excluded: string;
  readonly keyUsage: readonly KeyUsage[];
  readonly extKeyUsage: readonly KeyPurpose[];
  readonly mustStaple: boolean;
  /** Id of the office that signs. */
  readonly office: string;
}

export type DraftField =
  | 'commonName'
  | 'country'
  | 'names'
  | 'days'
  | 'pathLength'
  | 'permitted'
  | 'excluded';
export type Drafted<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly field: DraftField };

const day = 86_400_000;
/** A certificate may be given a lifetime of at most this; 9999 is the last year X.509 can write. */
const mostDays = 36_500;

export function wishOf(draft: RequestDraft): Drafted<RequestWish> {
  const names = nameList(draft.names);
  if (names === undefined) return { ok: false, field: 'names' };
  if (draft.commonName.trim().length > 64) return { ok: false, field: 'commonName' };
  if (!/^([A-Z]{2})?$/.test(draft.country.trim())) return { ok: false, field: 'country' };
  if (draft.commonName.trim() === '' && names.length === 0) return { ok: false, field: 'names' };
  return {
    ok: true,
    value: {
      subject: subjectOf(draft.commonName, draft.organization, draft.country),
      names,
      cA: draft.cA,
      keyUsage: inOrder(draft.keyUsage, keyUsageBits),
      extKeyUsage: inOrder(draft.extKeyUsage, keyPurposes),
    },
  };
}

export function grantOf(draft: GrantDraft, now: number): Drafted<Grant> {
  const names = nameList(draft.names);
  const permitted = nameList(draft.permitted, true);
  const excluded = nameList(draft.excluded, true);
  const days = Number(draft.days);
  const pathLength = draft.pathLength.trim() === '' ? undefined : Number(draft.pathLength);
  if (draft.commonName.trim().length > 64) return { ok: false, field: 'commonName' };
  if (names === undefined) return { ok: false, field: 'names' };
  if (!Number.isInteger(days) || days < 1 || days > mostDays) return { ok: false, field: 'days' };
  if (pathLength !== undefined && !(Number.isInteger(pathLength) && pathLength >= 0 && pathLength < 256))
    return { ok: false, field: 'pathLength' };
  if (permitted === undefined) return { ok: false, field: 'permitted' };
  if (excluded === undefined) return { ok: false, field: 'excluded' };
  const notBefore = now - (now % 60_000);
  return {
    ok: true,
    value: {
      subject: subjectOf(draft.commonName, draft.organization, ''),
      names,
      notBefore,
      notAfter: notBefore + days * day,
      cA: draft.cA,
      ...(draft.cA && pathLength !== undefined && { pathLength }),
      permitted: draft.cA ? permitted : [],
      excluded: draft.cA ? excluded : [],
      keyUsage: inOrder(draft.keyUsage, keyUsageBits),
      extKeyUsage: inOrder(draft.extKeyUsage, keyPurposes),
      mustStaple: draft.mustStaple,
    },
  };
}

/** A grant as the form shows it. */
export function draftOf(grant: Grant, office: string): GrantDraft {
  return {
    commonName: grant.subject.commonName ?? '',
    organization: grant.subject.organization ?? '',
    names: grant.names.map(({ value }) => value).join(', '),
    days: String(Math.round((grant.notAfter - grant.notBefore) / day)),
    cA: grant.cA,
    pathLength: grant.pathLength === undefined ? '' : String(grant.pathLength),
    permitted: grant.permitted.map(({ value }) => value).join(', '),
    excluded: grant.excluded.map(({ value }) => value).join(', '),
    keyUsage: grant.keyUsage,
    extKeyUsage: grant.extKeyUsage,
    mustStaple: grant.mustStaple,
    office,
  };
}

export type ExampleId = 'greedy' | 'server' | 'person' | 'authority';

/** Requests to begin with. */
export const examples: Readonly<Record<ExampleId, RequestDraft>> = {
  greedy: {
    commonName: 'shop.example',
    organization: 'Walking Boots AG',
    country: 'CH',
    names: 'shop.example, www.shop.example, *.shop.example, till.local',
    cA: true,
    keyUsage: ['digitalSignature', 'keyCertSign'],
    extKeyUsage: ['serverAuth', 'clientAuth'],
    keyKind: 'EC P-256',
  },
  server: {
    commonName: 'shop.example',
    organization: '',
    country: '',
    names: 'shop.example, www.shop.example',
    cA: false,
    keyUsage: ['digitalSignature'],
    extKeyUsage: ['serverAuth'],
    keyKind: 'EC P-256',
  },
  person: {
    commonName: 'Kim Keller',
    organization: 'Walking Boots AG',
    country: 'CH',
    names: 'kim@shop.example',
    cA: false,
    keyUsage: ['digitalSignature'],
    extKeyUsage: ['clientAuth'],
    keyKind: 'EC P-256',
  },
  authority: {
    commonName: 'Walking Boots Issuing CA',
    organization: 'Walking Boots AG',
    country: 'CH',
    names: '',
    cA: true,
    keyUsage: ['keyCertSign', 'cRLSign'],
    extKeyUsage: [],
    keyKind: 'EC P-256',
  },
};

/** Undefined where one of the names cannot be written: what is no ASCII, or an address with a bad prefix. */
function nameList(text: string, masked = false): readonly PlainName[] | undefined {
  const names = text
    .split(/[\s,;]+/)
    .filter((name) => name !== '')
    .map(plainName);
  const isGood = ({ type, value }: PlainName): boolean => {
    if (!/^[\x21-\x7e]{1,253}$/.test(value)) return false;
    if (type !== 'ip') return true;
    const [address = '', prefix] = value.split('/');
    const bits = 8 * (parseIp(address)?.length ?? 0);
    return prefix === undefined || (masked && /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits);
  };
  return names.every(isGood) ? names : undefined;
}

function subjectOf(commonName: string, organization: string, country: string): RequestWish['subject'] {
  const part = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() });
  return {
    ...part('commonName', commonName),
    ...part('organization', organization),
    ...part('country', country),
  };
}

function inOrder<T>(chosen: readonly T[], all: readonly T[]): readonly T[] {
  return all.filter((one) => chosen.includes(one));
}
