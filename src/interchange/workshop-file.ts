/**
 * A workshop as one file: JSON that people can look into, bytes in base64. It holds private keys: they are
 * the learner's own, made in this browser for certificates that nobody outside trusts.
 *
 * Reading checks everything before anything is believed: a file either becomes a whole workshop or a reason.
 */
import { keyPurposes, plainName } from '../authority/extensions.ts';
import type { KeyKind, KeyPair } from '../authority/pki.ts';
import {
  revocationReasons,
  type Entry,
  type Inquiry,
  type NameFinding,
  type Office,
  type RequestWish,
  type RevocationReason,
  type StatusAnswer,
  type Workshop,
} from '../authority/workshop/model.ts';
import { equal, toHex } from '../bytes/hex.ts';
import { parseDer } from '../bytes/der.ts';
import type { Bytes } from '../crypto/port.ts';
import { decodeCertificate } from '../x509/certificate.ts';
import { keyUsageBits } from '../x509/model.ts';
import { decodeRequest } from '../x509/request.ts';
import { parsePem, toBase64 } from './pem.ts';

const format = 'handshake-lab-workshop';
const version = 1;

export interface WorkshopProblem {
  readonly code: 'not-json' | 'not-a-workshop' | 'newer-version' | 'broken';
  /** Where in the file: 'register[2].certificate'. */
  readonly path?: string;
}

export type ReadWorkshop =
  | { readonly ok: true; readonly workshop: Workshop }
  | { readonly ok: false; readonly problem: WorkshopProblem };

export function writeWorkshop(workshop: Workshop): string {
  const replacer = (_: string, value: unknown): unknown =>
    value instanceof Uint8Array ? toBase64(value) : value;
  return `${JSON.stringify({ format, version, ...workshop }, replacer, 1)}\n`;
}

export function readWorkshop(text: string): ReadWorkshop {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: { code: 'not-json' } };
  }
  if (!isObject(value) || value['format'] !== format)
    return { ok: false, problem: { code: 'not-a-workshop' } };
  if (value['version'] !== version) return { ok: false, problem: { code: 'newer-version' } };
  try {
    return { ok: true, workshop: workshopOf(new Place(value, '')) };
  } catch (thrown) {
    if (thrown instanceof Broken) return { ok: false, problem: { code: 'broken', path: thrown.path } };
    throw thrown;
  }
}

class Broken extends Error {
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

/** A value of the file and where it stands; every question it cannot answer ends in `Broken`. */
class Place {
  readonly path: string;
  readonly #value: unknown;

  constructor(value: unknown, path: string) {
    this.#value = value;
    this.path = path;
  }

  get isAbsent(): boolean {
    return this.#value === undefined;
  }

  at(name: string): Place {
    if (!isObject(this.#value)) return this.fail();
    return new Place(this.#value[name], this.path === '' ? name : `${this.path}.${name}`);
  }

  list(): readonly Place[] {
    if (!Array.isArray(this.#value)) return this.fail();
    return this.#value.map((item: unknown, i) => new Place(item, `${this.path}[${i}]`));
  }

  optional<T>(read: (place: Place) => T): T | undefined {
    return this.isAbsent ? undefined : read(this);
  }

  text(pattern = /^/): string {
    return typeof this.#value === 'string' && pattern.test(this.#value) ? this.#value : this.fail();
  }

  /** Milliseconds of a date that JavaScript and X.509 can write. */
  time(): number {
    const value = this.#value;
    return typeof value === 'number' && Number.isInteger(value) && value > -6e13 && value < 2.5e14
      ? value
      : this.fail();
  }

  count(): number {
    const value = this.#value;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.fail();
  }

  flag(): boolean {
    return typeof this.#value === 'boolean' ? this.#value : this.fail();
  }

  oneOf<T extends string>(choices: readonly T[]): T {
    return choices.find((choice) => choice === this.#value) ?? this.fail();
  }

  bytes(): Bytes {
    const text = this.text(/^[A-Za-z0-9+/]+=*$/);
    const parsed = parsePem(`-----BEGIN X-----\n${text}\n-----END X-----`);
    return parsed.ok ? (parsed.blocks[0]?.bytes ?? this.fail()) : this.fail();
  }

  der(): Bytes {
    const bytes = this.bytes();
    return parseDer(bytes).ok ? bytes : this.fail();
  }

  fail(): never {
    throw new Broken(this.path);
  }
}

function workshopOf(file: Place): Workshop {
  const offices = file.at('offices').list().map(officeOf);
  if (offices[0]?.id !== 'root' || offices[1]?.id !== 'issuing') file.at('offices').fail();
  const ids = offices.map(({ id }) => id);
  return {
    offices,
    application: file.at('application').optional((place) => {
      const key = keyOf(place.at('key'));
      const request = place.at('request').bytes();
      const decoded = decodeRequest(request);
      if (!decoded.ok || !equal(decoded.value.subjectPublicKeyInfo, key.publicKey))
        place.at('request').fail();
      return {
        wish: wishOf(place.at('wish')),
        key,
        request,
        report: place.at('report').optional((report) => ({
          possession: report.at('possession').flag(),
          names: report.at('names').list().map(findingOf),
          organization: report.at('organization').flag(),
        })),
      };
    }),
    records: file
      .at('records')
      .list()
      .map((place) => place.text()),
    register: file
      .at('register')
      .list()
      .map((place) => entryOf(place, ids)),
    inquiry: file.at('inquiry').optional((place) => inquiryOf(place, ids)),
  };
}

function officeOf(place: Place): Office {
  const certificate = certificateOf(place.at('certificate'));
  const key = keyOf(place.at('key'));
  if (!equal(certificate.subjectPublicKeyInfo, key.publicKey)) place.at('key').fail();
  return {
    id: place.at('id').text(/^(root|issuing|[0-9a-f]+)$/),
    certificate: certificate.der,
    key,
    listNumber: place.at('listNumber').count(),
    list: place.at('list').der(),
    thisUpdate: place.at('thisUpdate').time(),
    nextUpdate: place.at('nextUpdate').time(),
  };
}

function entryOf(place: Place, offices: readonly string[]): Entry {
  const certificate = certificateOf(place.at('certificate'));
  const serial = place.at('serial').oneOf([toHex(certificate.serialNumber)]);
  const key = place.at('key').optional(keyOf);
  if (key && !equal(certificate.subjectPublicKeyInfo, key.publicKey)) place.at('key').fail();
  return {
    serial,
    issuer: place.at('issuer').oneOf(offices),
    certificate: certificate.der,
    key,
    issuedAt: place.at('issuedAt').time(),
    published: place.at('published').flag(),
    revoked: place.at('revoked').optional((how) => ({
      at: how.at('at').time(),
      reason: reasonOf(how.at('reason')),
    })),
    unproved: place
      .at('unproved')
      .list()
      .map((name) => name.text()),
  };
}

function inquiryOf(place: Place, offices: readonly string[]): Inquiry {
  return {
    serial: place.at('serial').text(/^([0-9a-f]{2})+$/),
    issuer: place.at('issuer').oneOf(offices),
    request: place.at('request').der(),
    reply: place.at('reply').der(),
    answer: answerOf(place.at('answer')),
    producedAt: place.at('producedAt').time(),
    nextUpdate: place.at('nextUpdate').time(),
    nonce: place.at('nonce').bytes(),
  };
}

function answerOf(place: Place): StatusAnswer {
  const status = place.at('status').oneOf(['good', 'revoked', 'unknown'] as const);
  if (status !== 'revoked') return { status };
  return { status, at: place.at('at').time(), reason: reasonOf(place.at('reason')) };
}

function wishOf(place: Place): RequestWish {
  const subject = place.at('subject');
  const part = (name: 'commonName' | 'organization' | 'country') => {
    const text = subject.at(name).optional((one) => one.text());
    return text === undefined ? {} : { [name]: text };
  };
  return {
    subject: { ...part('commonName'), ...part('organization'), ...part('country') },
    names: place
      .at('names')
      .list()
      .map((name) => plainName(name.at('value').text())),
    cA: place.at('cA').flag(),
    keyUsage: place
      .at('keyUsage')
      .list()
      .map((usage) => usage.oneOf(keyUsageBits)),
    extKeyUsage: place
      .at('extKeyUsage')
      .list()
      .map((purpose) => purpose.oneOf(keyPurposes)),
  };
}

const findingCodes = [
  'record-found',
  'no-record',
  'no-wildcard-record',
  'local-name',
  'private-address',
  'mail-answered',
  'no-name',
] as const satisfies readonly NameFinding['code'][];

function findingOf(place: Place): NameFinding {
  return {
    name: place.at('name').text(),
    proved: place.at('proved').flag(),
    code: place.at('code').oneOf(findingCodes),
  };
}

function reasonOf(place: Place): RevocationReason {
  return place.oneOf(Object.keys(revocationReasons) as readonly RevocationReason[]);
}

const keyKinds = [
  'EC P-256',
  'EC P-384',
  'RSA 1024',
  'RSA 2048',
  'RSA 4096',
  'RSASSA-PSS 2048',
  'Ed25519',
  'Ed448',
  'DSA 2048',
  'DH 2048',
  'ML-DSA-44',
  'ML-DSA-65',
  'ML-DSA-87',
] as const satisfies readonly KeyKind[];

function keyOf(place: Place): KeyPair {
  return {
    kind: place.at('kind').oneOf(keyKinds),
    privateKey: place.at('privateKey').der(),
    publicKey: place.at('publicKey').der(),
  };
}

function certificateOf(place: Place) {
  const decoded = decodeCertificate(place.bytes());
  return decoded.ok ? decoded.value : place.fail();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
