/** Finding things in a trace: messages of a kind, decoded; certificates; operations; names of code points. */
import '../../tls/tls12/parts.ts';
import type { HandshakeMessage } from '../../tls/messages/model.ts';
import { decodeHandshake, dialectOf, type Dialect } from '../../tls/messages/handshake.ts';
import type { MessageName, MessageStep, Party, Step, Trace } from '../../lab/trace.ts';
import { isGrease } from '../../tls/registry/names.ts';
import { suiteName as registryName } from '../../tls/registry/suite-names.ts';
import { groupByCode } from '../../tls/registry/groups.ts';
import { suiteByCode } from '../../tls/registry/suites.ts';
import { schemeByCode } from '../../tls/registry/schemes.ts';
import type { Certificate } from '../../x509/model.ts';
import { decodeCertificate } from '../../x509/certificate.ts';
import type { CertificateRef } from '../../x509/path/result.ts';
import type { CertificateFacts, Place } from '../step-facts.ts';

type Decodable = HandshakeMessage['type'];
type Message<T extends Decodable> = Extract<HandshakeMessage, { readonly type: T }>;

const decoded = new WeakMap<Uint8Array, HandshakeMessage | false>();

/** The handshake message of a step, if it is one and can be decoded. */
export function messageOf<T extends Decodable>(step: Step | undefined, type: T): Message<T> | undefined {
  if (step?.kind !== 'message') return undefined;
  const message = decoded.get(step.content) ?? decode(step.content, dialectOf(step.negotiated));
  return message !== false && message.type === type ? (message as Message<T>) : undefined;
}

function decode(content: MessageStep['content'], dialect: Dialect): HandshakeMessage | false {
  const done = decodeHandshake(content, dialect);
  const message = done.ok ? done.value : false;
  decoded.set(content, message);
  return message;
}

export function messageSteps(trace: Trace, name: MessageName, from?: Party): readonly MessageStep[] {
  return trace.steps.filter(
    (step): step is MessageStep =>
      step.kind === 'message' && step.message === name && (from === undefined || step.from === from),
  );
}

/** The last ClientHello sent before `step` (or at it). */
export function helloBefore(step: Step, trace: Trace): Message<'client_hello'> | undefined {
  return messageOf(
    messageSteps(trace, 'ClientHello').findLast((hello) => hello.index <= step.index),
    'client_hello',
  );
}

const certificates = new WeakMap<Uint8Array, Certificate | false>();

export function certificateOf(der: Uint8Array | undefined): Certificate | undefined {
  if (der === undefined) return undefined;
  let certificate = certificates.get(der);
  if (certificate === undefined) {
    const done = decodeCertificate(der as Parameters<typeof decodeCertificate>[0]);
    certificate = done.ok ? done.value : false;
    certificates.set(der, certificate);
  }
  return certificate === false ? undefined : certificate;
}

/** The certificate a validator calls `ref`, when it checks what `owner` sent. */
export function certificateAt(
  ref: CertificateRef | undefined,
  owner: Party,
  trace: Trace,
): Certificate | undefined {
  if (ref === undefined) return undefined;
  const record = trace.certificates.find(
    (one) =>
      one.ref.from === ref.from &&
      one.ref.index === ref.index &&
      (ref.from === 'sent' ? one.owner === owner : one.owner !== owner),
  );
  return certificateOf(
    record?.der ??
      trace.certificates.find((one) => one.ref.from === ref.from && one.ref.index === ref.index)?.der,
  );
}

/** 'Lakeside Root CA' out of 'CN=Lakeside Root CA, O=…, C=CH' (RFC 4514); the whole text without a CN. */
export function commonNameOf(text: string): string {
  return /(?:^|, )CN=((?:[^,\\]|\\.)+)/u.exec(text)?.[1] ?? text;
}

/** How texts call a certificate: by its common name, its first dNSName, or its whole subject. */
export function nameOf(certificate: Certificate): string {
  const dns = certificate.extensions.subjectAltName?.find((name) => name.type === 'dNSName');
  return certificate.subject.commonName ?? dns?.value ?? certificate.subject.text;
}

export function certificateFacts(index: number, trace: Trace): CertificateFacts | undefined {
  const record = trace.certificates[index];
  const certificate = certificateOf(record?.der);
  if (record === undefined || certificate === undefined) return undefined;
  const authority = certificate.extensions.basicConstraints?.cA === true;
  const selfIssued = certificate.subject.canonical === certificate.issuer.canonical;
  return {
    name: nameOf(certificate),
    issuer: certificate.issuer.commonName ?? certificate.issuer.text,
    role: !authority ? 'leaf' : selfIssued ? 'root' : 'intermediate',
    bytes: record.der.length,
    key: certificate.publicKey.kind,
  };
}

export function suiteName(code: number): string {
  return registryName(code) ?? hex16(code);
}

export function groupName(code: number): string {
  return groupByCode(code)?.name ?? hex16(code);
}

export function schemeName(code: number): string {
  return schemeByCode(code)?.name ?? hex16(code);
}

/** Place of `item` in `list`, GREASE values not counted; undefined when it is not in there. */
export function placeIn<T extends number | string>(
  item: T,
  list: readonly T[] | undefined,
): Place | undefined {
  const real = list?.filter((one) => typeof one === 'string' || !isGrease(one)) ?? [];
  const at = real.indexOf(item);
  return at < 0 ? undefined : { place: at + 1, of: real.length };
}

export function hex16(code: number): string {
  return `0x${code.toString(16).padStart(4, '0')}`;
}

export function suiteOf(step: Step) {
  return step.negotiated.suite === undefined ? undefined : suiteByCode(step.negotiated.suite);
}

/** The first line of the data when it is printable ASCII, at most 40 characters of it. */
export function firstLine(content: Uint8Array): string | undefined {
  const end = content.findIndex((byte) => byte === 0x0a || byte === 0x0d);
  const line = content.subarray(0, end < 0 ? content.length : end);
  if (line.length === 0 || line.some((byte) => byte < 0x20 || byte > 0x7e)) return undefined;
  const text = String.fromCharCode(...line.subarray(0, 40));
  return line.length > 40 ? `${text}…` : text;
}
