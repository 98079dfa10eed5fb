/**
 * What can be done in the workshop: found it, ask, check, sign, publish, revoke, inquire. Each is a function
 * from a workshop to the next one; what lies in it is never changed.
 */
import { fromHex, toHex } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import type { Certificate } from '../../x509/model.ts';
import { plainName } from '../extensions.ts';
import { type KeyMaker, makeKeyPair } from '../keys.ts';
import type { KeyKind, KeyPair } from '../pki.ts';
import { authorities } from '../roots.ts';
import { certify, type Issuer } from './certify.ts';
import { findingFor } from './control.ts';
import type {
  Application,
  Entry,
  Grant,
  Office,
  RequestWish,
  RevocationReason,
  StatusAnswer,
  Workshop,
} from './model.ts';
import { makeStatusReply, makeStatusRequest } from './ocsp.ts';
import { makeRequest, provesPossession } from './request.ts';
import { makeRevocationList } from './revocation-list.ts';

export interface Environment {
  readonly maker: KeyMaker;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: number;
}

export const day = 86_400_000;
/** How long a list and an answer may be believed. */
export const listDays = 7;
export const answerDays = 1;
/** domain-validated, CA/Browser Forum. */
const domainValidated = '2.23.140.1.2.1';
const plan = authorities.lakeside;

/** Names that the applicant of the first request has proved. */
const firstRecords = ['shop.example', 'www.shop.example'];

/** A root, an authority below it, and a register with some history, one entry of it revoked. */
export async function foundWorkshop(environment: Environment): Promise<Workshop> {
  const now = toMinute(environment.now);
  const { provider } = environment.maker;
  const [rootKey, issuingKey] = await Promise.all([
    makeKeyPair(plan.rootKey, environment.maker),
    makeKeyPair(plan.intermediateKey, environment.maker),
  ]);
  const owner = { organization: plan.organization, country: plan.country };
  const authority: Grant = {
    ...leafGrant(now),
    cA: true,
    keyUsage: ['keyCertSign', 'cRLSign'],
    extKeyUsage: [],
  };
  const rootDer = await certify(
    {
      ...authority,
      subject: { commonName: plan.root, ...owner },
      notBefore: now - 2600 * day,
      notAfter: now + 6500 * day,
    },
    rootKey.publicKey,
    { name: undefined, key: rootKey },
    provider,
  );
  const issuingDer = await certify(
    {
      ...authority,
      subject: { commonName: plan.intermediate, ...owner },
      notBefore: now - 700 * day,
      notAfter: now + 2200 * day,
      extKeyUsage: ['serverAuth', 'clientAuth'],
    },
    issuingKey.publicKey,
    { name: certificateOf(rootDer).subject, key: rootKey, places: placesOf('root'), policy: domainValidated },
    provider,
  );
  const offices = [
    await withList({ id: 'root', certificate: rootDer, key: rootKey }, 1, [], environment),
    await withList({ id: 'issuing', certificate: issuingDer, key: issuingKey }, 1, [], environment),
  ];
  let workshop: Workshop = {
    offices,
    application: undefined,
    records: firstRecords,
    register: [],
    inquiry: undefined,
  };
  for (const [name, from, days] of history) {
    const granted: Grant = {
      ...leafGrant(now),
      subject: { commonName: name },
      names: [plainName(name)],
      notBefore: now + from * day,
      notAfter: now + (from + days) * day,
    };
    const key = await makeKeyPair('EC P-256', environment.maker);
    workshop = await issueFor(workshop, key, granted, 'issuing', [], {
      ...environment,
      now: now + from * day,
    });
  }
  workshop = { ...workshop, register: workshop.register.map((entry) => ({ ...entry, published: true })) };
  const fallen = workshop.register[1];
  if (fallen === undefined) return workshop;
  return revoke(workshop, fallen.serial, 'keyCompromise', { ...environment, now: now - 2 * day });
}

/** Name, first day relative to now, lifetime in days. */
const history: readonly (readonly [name: string, from: number, days: number])[] = [
  ['till-07.shop.example', -67, 90],
  ['api.harbour.example', -45, 90],
  ['shop.example', -89, 90],
  ['mail.shop.example', -21, 90],
];

/** Makes a key where none is given, writes the request and signs it. Whatever lay on the desk goes. */
export async function apply(
  workshop: Workshop,
  wish: RequestWish,
  key: KeyPair | KeyKind,
  environment: Environment,
): Promise<Workshop> {
  const pair = typeof key === 'string' ? await makeKeyPair(key, environment.maker) : key;
  const request = await makeRequest(wish, pair, environment.maker.provider);
  return { ...workshop, application: { wish, key: pair, request, report: undefined } };
}

/** The registration authority's work. The signature is really verified; control of names is modelled. */
export async function check(workshop: Workshop, environment: Environment): Promise<Workshop> {
  const { application, records } = workshop;
  if (application === undefined) return workshop;
  const { wish, request } = application;
  const report = {
    possession: await provesPossession(request, environment.maker.provider),
    names: wish.names.map(({ value }) => findingFor(value, records)),
    organization: (wish.subject.organization ?? '') !== '',
  };
  return { ...workshop, application: { ...application, report } };
}

/** Puts the record for a name into the applicant's zone, or takes it out, and checks again what was checked. */
export async function setRecord(
  workshop: Workshop,
  name: string,
  on: boolean,
  environment: Environment,
): Promise<Workshop> {
  const others = workshop.records.filter((record) => record !== name);
  const changed = { ...workshop, records: on ? [...others, name] : others };
  return workshop.application?.report ? check(changed, environment) : changed;
}

/** What a careful authority grants: the names that were proved, and nothing that was not asked for a server or a client. */
export function proposedGrant({ wish, report }: Application, now: number): Grant {
  const proved = (report?.names ?? []).filter((finding) => finding.proved).map(({ name }) => plainName(name));
  const host = proved.find(({ type, value }) => type === 'dns' && value.length <= 64);
  const isPerson = proved.length > 0 && proved.every(({ type }) => type === 'email');
  const person = isPerson ? wish.subject.commonName : undefined;
  // An authority has no name that could be looked up; who it is stands in a contract.
  const agreed = wish.names.length === 0 ? wish.subject.commonName : undefined;
  const commonName = host?.value ?? person ?? agreed;
  return {
    ...leafGrant(now),
    subject: commonName === undefined ? {} : { commonName },
    names: proved,
    extKeyUsage: isPerson ? ['clientAuth'] : ['serverAuth'],
  };
}

/** Signs what is granted with the office's key. The key in the certificate is the request's. */
export async function sign(
  workshop: Workshop,
  grant: Grant,
  officeId: string,
  environment: Environment,
): Promise<Workshop> {
  const { application } = workshop;
  if (application === undefined) return workshop;
  const proved = new Set(
    (application.report?.names ?? []).filter((finding) => finding.proved).map(({ name }) => name),
  );
  const unproved = grant.names.map(({ value }) => value).filter((name) => !proved.has(name));
  const signed = await issueFor(workshop, application.key, grant, officeId, unproved, environment);
  const entry = signed.register.at(-1);
  if (!grant.cA || entry === undefined) return signed;
  // Whoever may sign certificates also has to say which of them are revoked.
  const office = { id: entry.serial, certificate: entry.certificate, key: application.key };
  return { ...signed, offices: [...signed.offices, await withList(office, 1, [], environment)] };
}

export function publish(workshop: Workshop, serial: string): Workshop {
  return changed(workshop, serial, (entry) => ({ ...entry, published: true }));
}

/** Writes the register, then the next revocation list; if the last question was about it, asks again. */
export async function revoke(
  workshop: Workshop,
  serial: string,
  reason: RevocationReason,
  environment: Environment,
): Promise<Workshop> {
  const entry = entryOf(workshop, serial);
  if (entry === undefined || entry.revoked) return workshop;
  const at = toSecond(environment.now);
  const marked = changed(workshop, serial, (one) => ({ ...one, revoked: { at, reason } }));
  const listed = await renewList(marked, entry.issuer, environment);
  return inquire(listed, serial, entry.issuer, environment);
}

/** Signs the office's list anew, with the next number. */
export async function renewList(
  workshop: Workshop,
  officeId: string,
  environment: Environment,
): Promise<Workshop> {
  const office = officeOf(workshop, officeId);
  if (office === undefined) return workshop;
  const revoked = workshop.register.filter((entry) => entry.issuer === officeId && entry.revoked);
  const next = await withList(office, office.listNumber + 1, revoked, environment);
  return { ...workshop, offices: workshop.offices.map((one) => (one.id === officeId ? next : one)) };
}

/** Asks the validation authority about one serial number, issued or not. */
export async function inquire(
  workshop: Workshop,
  serial: string,
  officeId: string,
  environment: Environment,
): Promise<Workshop> {
  const office = officeOf(workshop, officeId);
  if (office === undefined) return workshop;
  const { provider } = environment.maker;
  const issuer = certificateOf(office.certificate);
  const nonce = provider.random(16);
  const octets: Bytes = Uint8Array.from(fromHex(serial));
  const entry = entryOf(workshop, serial);
  const answer: StatusAnswer =
    entry === undefined || entry.issuer !== officeId
      ? { status: 'unknown' }
      : entry.revoked
        ? { status: 'revoked', ...entry.revoked }
        : { status: 'good' };
  const producedAt = toSecond(environment.now);
  const nextUpdate = producedAt + answerDays * day;
  const [request, reply] = await Promise.all([
    makeStatusRequest(octets, issuer, nonce, provider),
    makeStatusReply(
      { serial: octets, issuer, key: office.key, answer, producedAt, nextUpdate, nonce },
      provider,
    ),
  ]);
  return {
    ...workshop,
    inquiry: { serial, issuer: officeId, request, reply, answer, producedAt, nextUpdate, nonce },
  };
}

export function entryOf(workshop: Workshop, serial: string): Entry | undefined {
  return workshop.register.find((entry) => entry.serial === serial);
}

export function officeOf(workshop: Workshop, id: string): Office | undefined {
  return workshop.offices.find((office) => office.id === id);
}

/** The offices above an entry, the issuer first, the root last. */
export function officesAbove(workshop: Workshop, entry: Entry): readonly Office[] {
  const line: Office[] = [];
  let id: string | undefined = entry.issuer;
  while (id !== undefined && line.length < workshop.offices.length) {
    const office = officeOf(workshop, id);
    if (office === undefined) break;
    line.push(office);
    id =
      office.id === 'root'
        ? undefined
        : office.id === 'issuing'
          ? 'root'
          : entryOf(workshop, office.id)?.issuer;
  }
  return line;
}

/** A certificate of this workshop; one that does not decode is a bug of ours, because files are checked. */
export function certificateOf(der: Bytes): Certificate {
  const decoded = decodeCertificate(der);
  if (!decoded.ok) throw new Error(`a certificate of the workshop does not decode: ${decoded.error.detail}`);
  return decoded.value;
}

function leafGrant(now: number): Grant {
  const notBefore = toMinute(now);
  return {
    subject: {},
    names: [],
    notBefore,
    notAfter: notBefore + 90 * day,
    cA: false,
    permitted: [],
    excluded: [],
    keyUsage: ['digitalSignature'],
    extKeyUsage: ['serverAuth'],
    mustStaple: false,
  };
}

async function issueFor(
  workshop: Workshop,
  key: KeyPair,
  grant: Grant,
  officeId: string,
  unproved: readonly string[],
  environment: Environment,
): Promise<Workshop> {
  const office = officeOf(workshop, officeId);
  if (office === undefined) return workshop;
  const issuer: Issuer = {
    name: certificateOf(office.certificate).subject,
    key: office.key,
    places: placesOf(office.id),
    policy: domainValidated,
  };
  const certificate = await certify(grant, key.publicKey, issuer, environment.maker.provider);
  const entry: Entry = {
    serial: toHex(certificateOf(certificate).serialNumber),
    issuer: officeId,
    certificate,
    key,
    issuedAt: environment.now,
    published: false,
    revoked: undefined,
    unproved,
  };
  return { ...workshop, register: [...workshop.register, entry] };
}

async function withList(
  office: Pick<Office, 'id' | 'certificate' | 'key'>,
  number: number,
  revoked: readonly Entry[],
  { maker, now }: Environment,
): Promise<Office> {
  const thisUpdate = toSecond(now);
  const nextUpdate = thisUpdate + listDays * day;
  const list = await makeRevocationList(
    {
      issuer: { name: certificateOf(office.certificate).subject, key: office.key },
      number,
      thisUpdate,
      nextUpdate,
      revoked: revoked.flatMap(({ serial, revoked: how }) =>
        how ? [{ serial: Uint8Array.from(fromHex(serial)), ...how }] : [],
      ),
    },
    maker.provider,
  );
  const { id, certificate, key } = office;
  return { id, certificate, key, listNumber: number, list, thisUpdate, nextUpdate };
}

/** Addresses under .example, which lead nowhere. */
function placesOf(id: string): NonNullable<Issuer['places']> {
  const label = id === 'root' ? 'root' : id === 'issuing' ? plan.label : `ca-${id.slice(0, 8)}`;
  const base = `http://${label}.${plan.host}`;
  return {
    certificate: `${base}/${label}.der`,
    crl: `${base}/${label}.crl`,
    ocsp: `http://ocsp.${plan.host}/`,
  };
}

function changed(workshop: Workshop, serial: string, change: (entry: Entry) => Entry): Workshop {
  return {
    ...workshop,
    register: workshop.register.map((entry) => (entry.serial === serial ? change(entry) : entry)),
  };
}

function toSecond(time: number): number {
  return time - (time % 1000);
}

function toMinute(time: number): number {
  return time - (time % 60_000);
}
