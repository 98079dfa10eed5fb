/** The workshop as plain data for its page: where the request stands, and what lies on each desk. */
import { canHaveRecord } from '../authority/workshop/control.ts';
import type { GrantDraft } from '../authority/workshop/draft.ts';
import type { Entry, NameFinding, Office, Workshop } from '../authority/workshop/model.ts';
import { toHex } from '../bytes/hex.ts';
import { decodeCertificate } from '../x509/certificate.ts';
import type { Certificate } from '../x509/model.ts';

export const stops = ['request', 'check', 'sign', 'publish', 'inquire'] as const;
export type StopId = (typeof stops)[number];

/** The act that is due; 'done' where all are. */
export function dueStop(workshop: Workshop, current: string | undefined): StopId | 'done' {
  const { application, inquiry } = workshop;
  const entry = workshop.register.find(({ serial }) => serial === current);
  if (application === undefined) return 'request';
  if (application.report === undefined) return 'check';
  if (entry === undefined) return 'sign';
  if (!entry.published) return 'publish';
  return inquiry?.serial === entry.serial ? 'done' : 'inquire';
}

export interface FindingRow extends NameFinding {
  /** A switch for its record makes sense. */
  readonly hasRecord: boolean;
}

export function findingRows(names: readonly NameFinding[]): readonly FindingRow[] {
  return names.map((finding) => ({ ...finding, hasRecord: canHaveRecord(finding) }));
}

export type GrantRowId =
  | 'subject'
  | 'names'
  | 'publicKey'
  | 'cA'
  | 'keyUsage'
  | 'extKeyUsage'
  | 'lifetime'
  | 'serial';

export type GrantCell =
  | { readonly type: 'text'; readonly text: string; readonly code?: boolean }
  | { readonly type: 'names'; readonly count: number }
  | { readonly type: 'granted-names'; readonly count: number; readonly unproved: number }
  | { readonly type: 'days'; readonly days: number }
  | { readonly type: 'cannot' | 'nothing' | 'none' | 'random' };

export interface GrantRow {
  readonly id: GrantRowId;
  readonly asked: GrantCell;
  readonly granted: GrantCell;
  /** Cut: the grant differs. Same: taken over. Add: could not be asked for. */
  readonly how: 'cut' | 'same' | 'add';
}

/** What the applicant asked for beside what the form grants, field by field. */
export function grantRows(
  workshop: Workshop,
  grant: GrantDraft,
  current: string | undefined,
): readonly GrantRow[] {
  const { application } = workshop;
  if (application === undefined) return [];
  const { wish, key } = application;
  const { commonName, organization, country } = wish.subject;
  const grantedNames = listed(grant.names);
  const proved = new Set((application.report?.names ?? []).flatMap((one) => (one.proved ? [one.name] : [])));
  const askedSubject = subjectText(country, organization, commonName);
  // What was taken over goes without saying; what was cut is named.
  const cutSubject = subjectText(
    country,
    organization === grant.organization ? '' : organization,
    commonName === grant.commonName ? '' : commonName,
  );
  const grantedSubject = subjectText(undefined, grant.organization, grant.commonName);
  const keyHex = shortened(toHex(key.publicKey.slice(-64)));
  const flag = (on: boolean): GrantCell => ({ type: 'text', text: on ? 'TRUE' : 'FALSE' });
  const days = Number(grant.days);
  const row = (id: GrantRowId, asked: GrantCell, granted: GrantCell, isSame: boolean): GrantRow => ({
    id,
    asked,
    granted,
    how: isSame ? 'same' : asked.type === 'nothing' || asked.type === 'cannot' ? 'add' : 'cut',
  });
  return [
    row(
      'subject',
      textOr(cutSubject === '' ? askedSubject : cutSubject, 'nothing'),
      textOr(grantedSubject, 'none'),
      askedSubject === grantedSubject,
    ),
    row(
      'names',
      wish.names.length === 0 ? { type: 'nothing' } : { type: 'names', count: wish.names.length },
      {
        type: 'granted-names',
        count: grantedNames.length,
        unproved: grantedNames.filter((name) => !proved.has(name)).length,
      },
      wish.names.map(({ value }) => value).join() === grantedNames.join(),
    ),
    row(
      'publicKey',
      { type: 'text', text: keyHex, code: true },
      { type: 'text', text: keyHex, code: true },
      true,
    ),
    row('cA', wish.cA ? flag(true) : { type: 'nothing' }, flag(grant.cA), wish.cA === grant.cA && wish.cA),
    usageRow('keyUsage', wish.keyUsage, grant.keyUsage),
    usageRow('extKeyUsage', wish.extKeyUsage, grant.extKeyUsage),
    row(
      'lifetime',
      { type: 'cannot' },
      Number.isFinite(days) ? { type: 'days', days } : { type: 'none' },
      false,
    ),
    row(
      'serial',
      { type: 'cannot' },
      current === undefined ? { type: 'random' } : { type: 'text', text: shortSerial(current), code: true },
      false,
    ),
  ];
}

/** What was cut is named by what goes beyond the grant: '+ keyCertSign'. */
function usageRow(
  id: 'keyUsage' | 'extKeyUsage',
  asked: readonly string[],
  granted: readonly string[],
): GrantRow {
  const extra = asked.filter((usage) => !granted.includes(usage));
  const isSame = extra.length === 0 && asked.length === granted.length;
  const cut = extra.length < asked.length ? extra.map((usage) => `+ ${usage}`).join(' ') : asked.join(', ');
  return {
    id,
    asked: textOr(isSame || extra.length === 0 ? asked.join(', ') : cut, 'nothing'),
    granted: textOr(granted.join(', '), 'none'),
    how: isSame ? 'same' : asked.length === 0 ? 'add' : 'cut',
  };
}

export interface RegisterRow {
  readonly serial: string;
  readonly issuer: string;
  /** Of the issuer, where it is not the authority that issues here by itself. */
  readonly issuerName: string | undefined;
  /** Common name, or the first name; empty where there is neither. */
  readonly name: string;
  readonly certificate: Certificate;
  readonly state: 'valid' | 'revoked' | 'expired' | 'early';
  readonly entry: Entry;
  /** Of the list that names it. */
  readonly listNumber: number | undefined;
  /** Days left of a certificate for whose names there is a later one. */
  readonly replacedDays: number | undefined;
}

/** Newest first. */
export function registerRows(workshop: Workshop, now: number): readonly RegisterRow[] {
  return workshop.register
    .map((entry, i) => {
      const certificate = read(entry.certificate);
      const office = workshop.offices.find(({ id }) => id === entry.issuer);
      const later = workshop.register
        .slice(i + 1)
        .some((other) => !other.revoked && nameOf(read(other.certificate)) === nameOf(certificate));
      return {
        serial: entry.serial,
        issuer: entry.issuer,
        issuerName: entry.issuer === 'issuing' || !office ? undefined : nameOf(read(office.certificate)),
        name: nameOf(certificate),
        certificate,
        state: stateOf(entry, certificate, now),
        entry,
        listNumber: entry.revoked && office?.listNumber,
        replacedDays:
          later && certificate.notAfter > now
            ? Math.ceil((certificate.notAfter - now) / 86_400_000)
            : undefined,
      };
    })
    .toReversed();
}

/** Rows that a search in the directory finds: part of a name, or the beginning of the serial number. */
export function lookUp(rows: readonly RegisterRow[], text: string): readonly RegisterRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(
    ({ entry, certificate, name, serial }) =>
      entry.published &&
      (wanted === '' ||
        serial.startsWith(wanted.replaceAll(':', '')) ||
        name.toLowerCase().includes(wanted) ||
        (certificate.extensions.subjectAltName ?? []).some(({ value }) =>
          value.toLowerCase().includes(wanted),
        )),
  );
}

export interface ListView {
  readonly office: Office;
  readonly issuerName: string;
  readonly revoked: readonly Entry[];
}

export function listOf(workshop: Workshop, officeId: string): ListView | undefined {
  const office = workshop.offices.find(({ id }) => id === officeId);
  return (
    office && {
      office,
      issuerName: nameOf(read(office.certificate)),
      revoked: workshop.register.filter(({ issuer, revoked }) => issuer === officeId && revoked),
    }
  );
}

/** '4d40357b…e737'. */
export function shortSerial(hex: string): string {
  return hex.length > 14 ? `${hex.slice(0, 8)}…${hex.slice(-4)}` : hex;
}

export function nameOf(certificate: Certificate): string {
  return certificate.subject.commonName ?? certificate.extensions.subjectAltName?.[0]?.value ?? '';
}

/** What the certificate is good for in a run of the Lab. */
export function runSides({ certificate, entry }: RegisterRow): readonly ('server' | 'browser')[] {
  if (entry.key === undefined || certificate.extensions.basicConstraints?.cA === true) return [];
  const purposes = certificate.extensions.extKeyUsage;
  const fits = (purpose: string): boolean => purposes === undefined || purposes.includes(purpose);
  return [
    ...(fits('serverAuth') ? (['server'] as const) : []),
    ...(fits('clientAuth') ? (['browser'] as const) : []),
  ];
}

function stateOf(entry: Entry, { notBefore, notAfter }: Certificate, now: number): RegisterRow['state'] {
  if (entry.revoked) return 'revoked';
  if (now > notAfter) return 'expired';
  return now < notBefore ? 'early' : 'valid';
}

function read(der: Entry['certificate']): Certificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(`a certificate of the workshop does not decode: ${decoded.error.detail}`);
  return decoded.value;
}

function listed(names: string): readonly string[] {
  return names.split(/[\s,;]+/).filter((name) => name !== '');
}

function subjectText(country = '', organization = '', commonName = ''): string {
  const part = (type: string, value: string): readonly string[] => (value === '' ? [] : [`${type}=${value}`]);
  return [...part('CN', commonName), ...part('O', organization), ...part('C', country)].join(', ');
}

function textOr(text: string, empty: 'nothing' | 'none'): GrantCell {
  return text === '' ? { type: empty } : { type: 'text', text };
}

function shortened(hex: string): string {
  return `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}
