/** Facts of the messages and local steps that say who somebody is. */
import type { LocalStep, MessageStep, Party, Trace } from '../../lab/trace.ts';
import { find } from '../../tls/extensions.ts';
import { staplesOf } from '../../tls/proofs.ts';
import { schemeByCode } from '../../tls/registry/schemes.ts';
import { suiteByCode } from '../../tls/registry/suites.ts';
import { hashLength } from '../../crypto/port.ts';
import { headerLength } from '../../tls/record/view.ts';
import { parseIp } from '../../x509/ip.ts';
import { decodeName } from '../../x509/name.ts';
import type { Check, Evidence, PathResult } from '../../x509/path/result.ts';
import { shownCandidate } from '../../x509/path/shown.ts';
import type {
  CertificateFacts,
  CertificateRequestFacts,
  CertificateVerifyFacts,
  ChainInvalidFacts,
  ChainValidFacts,
  EncryptedExtensionsFacts,
  PathFacts,
  SchemeFamily,
  SignatureRejectedFacts,
  SignatureVerifiedFacts,
  StepFacts,
} from '../step-facts.ts';
import { choice } from './hello.ts';
import {
  certificateAt,
  certificateFacts,
  certificateOf,
  commonNameOf,
  helloBefore,
  hex16,
  messageOf,
  messageSteps,
  nameOf,
  placeIn,
  schemeName,
} from './lookup.ts';

export function encryptedExtensions(step: MessageStep, trace: Trace): EncryptedExtensionsFacts | undefined {
  const message = messageOf(step, 'encrypted_extensions');
  if (message === undefined) return undefined;
  const hello = helloBefore(step, trace);
  const offered = hello && find(hello.extensions, 'application_layer_protocol_negotiation')?.protocols;
  const protocol = find(message.extensions, 'application_layer_protocol_negotiation')?.protocols[0];
  return {
    case: 'encrypted-extensions',
    bytes: sealedBytes(step),
    extensions: message.extensions.map((one) => (one.type === 'unknown' ? hex16(one.code) : one.type)),
    serverNameAcknowledged: find(message.extensions, 'server_name') !== undefined,
    alpnUnanswered: offered !== undefined && protocol === undefined,
    psk: step.negotiated.psk !== undefined,
    ...(step.negotiated.earlyData && { earlyData: step.negotiated.earlyData }),
    ...(protocol !== undefined && {
      // The server's order decides here whatever decides about suites, RFC 7301 §3.2.
      alpn: choice(
        protocol,
        trace,
        { browser: placeIn(protocol, offered), server: placeIn(protocol, trace.scenario.server.alpn) },
        'server-order',
      ),
    }),
  };
}

export function certificateRequest(step: MessageStep, trace: Trace): CertificateRequestFacts | undefined {
  const message = messageOf(step, 'certificate_request');
  if (message === undefined) return undefined;
  return {
    case: 'certificate-request',
    schemes: find(message.extensions, 'signature_algorithms')?.schemes.length ?? 0,
    authorities: (find(message.extensions, 'certificate_authorities')?.authorities ?? []).map(authorityName),
    late: step.level === 'application',
    ...required(trace),
  };
}

export function certificate(step: MessageStep, trace: Trace): StepFacts | undefined {
  const message = messageOf(step, 'certificate');
  if (message === undefined) return undefined;
  if (step.from === 'browser' && message.entries.length === 0)
    return { case: 'empty-certificate', ...required(trace) };
  const certificates = step.certificates.flatMap((index): CertificateFacts[] => {
    const facts = certificateFacts(index, trace);
    return facts === undefined ? [] : [facts];
  });
  const above = issuersAbove(certificates);
  return {
    case: 'certificate',
    from: step.from,
    certificates,
    above,
    strangers: certificates.slice(1).filter((one) => one.role !== 'root' && !above.includes(one)),
    sealedBytes: step.level === 'plaintext' ? 0 : sealedBytes(step),
    readable: step.level === 'plaintext',
    records: step.records.length,
    issuerRequested: issuerRequested(step, trace),
    stapleBytes: staplesOf(message)[0]?.length ?? 0,
  };
}

/** The line of issuers from the first certificate up, by name, as far as it was sent; a root ends it. */
function issuersAbove([leaf, ...rest]: readonly CertificateFacts[]): readonly CertificateFacts[] {
  const above: CertificateFacts[] = [];
  let issuer = leaf?.issuer;
  for (;;) {
    const next = rest.find((one) => one.role !== 'root' && one.name === issuer && !above.includes(one));
    if (next === undefined) return above;
    above.push(next);
    issuer = next.issuer;
  }
}

function issuerRequested(step: MessageStep, trace: Trace): boolean {
  const leaf = certificateOf(trace.certificates[step.certificates[0] ?? -1]?.der);
  const { authorities } = requested(trace);
  return (
    step.from === 'browser' &&
    leaf !== undefined &&
    authorities.some((der) => decodeName(der)?.canonical === leaf.issuer.canonical)
  );
}

/** `subject` is the party whose certificate was checked. */
export function chain(
  step: LocalStep,
  subject: Party,
  trace: Trace,
): ChainValidFacts | ChainInvalidFacts | undefined {
  if (step.path === undefined) return undefined;
  const path = pathFacts(step.path, subject, trace);
  const host = trace.scenario.browser.serverName;
  if (step.path.verdict === 'trusted') return { case: 'chain-valid', subject, host, ...path };
  const overruled = trace.source.kind === 'lab' && step.error === undefined;
  return { ...failureFacts(step.path.failure, subject, trace), ...path, ...(overruled && { overruled }) };
}

/** Facts of one failed check, whether or not it is the one that is reported. */
export function failureFacts(
  failure: Check | undefined,
  subject: Party,
  trace: Trace,
): Omit<ChainInvalidFacts, keyof PathFacts> {
  const host = trace.scenario.browser.serverName;
  const lab = trace.source.kind === 'lab';
  const sent = trace.certificates.filter((one) => one.ref.from === 'sent' && one.owner === subject);
  const leafIndex = trace.certificates.findIndex(
    (one) => one.ref.from === 'sent' && one.ref.index === 0 && one.owner === subject,
  );
  const leaf = certificateFacts(leafIndex, trace);
  const evidence = failure?.evidence[0];
  const at = certificateAt(evidence?.certificate, subject, trace);
  return {
    case: 'chain-invalid',
    subject,
    host,
    address: parseIp(host) !== undefined,
    sent: sent.length,
    check: failure?.id ?? 'trust-anchor',
    code: failure?.code ?? 'issuer-not-found',
    atLeaf:
      evidence?.certificate === undefined ||
      (evidence.certificate.from === 'sent' && evidence.certificate.index === 0),
    expected: listOfStrings(evidence?.expected),
    actual: listOfStrings(evidence?.actual),
    clock: trace.clock,
    ...(lab && subject === 'server' && { roots: trace.scenario.browser.roots.length }),
    ...(leaf && { leaf }),
    ...(failure?.id === 'trust-anchor' &&
      typeof evidence?.expected === 'string' && { wanted: commonNameOf(evidence.expected) }),
    ...(at && { at: nameOf(at), notBefore: at.notBefore, notAfter: at.notAfter }),
  };
}

function pathFacts(result: PathResult, subject: Party, trace: Trace): PathFacts {
  const count = (verdict: Check['verdict']): number =>
    result.checks.filter((check) => check.verdict === verdict).length;
  const path = (shownCandidate(result)?.path ?? []).map((ref) => certificateAt(ref, subject, trace));
  const anchor = result.checks.find((check) => check.id === 'trust-anchor')?.evidence[0]?.actual;
  return {
    // An anchor that came from the store need not be among the certificates of the trace.
    path: path.map((one) =>
      one !== undefined ? nameOf(one) : typeof anchor === 'string' ? commonNameOf(anchor) : '?',
    ),
    passed: count('passed'),
    failed: count('failed'),
    notReached: count('not-reached'),
    rootSent: trace.certificates.some(
      (one) => one.role === 'root' && one.ref.from === 'sent' && one.owner === subject,
    ),
    ...(trace.source.kind === 'capture' && { captured: true }),
  };
}

export function certificateVerify(step: MessageStep, trace: Trace): CertificateVerifyFacts | undefined {
  const message = messageOf(step, 'certificate_verify');
  if (message === undefined) return undefined;
  const suite = step.negotiated.suite === undefined ? undefined : suiteByCode(step.negotiated.suite);
  const offered = placeIn(message.scheme, offeredSchemes(step, trace));
  return {
    case: 'certificate-verify',
    from: step.from,
    scheme: schemeName(message.scheme),
    family: familyOf(message.scheme),
    signatureBytes: message.signature.length,
    firstFit: trace.source.kind === 'lab',
    ...(suite && { hashBytes: hashLength[suite.hash] }),
    ...(offered && { offered }),
  };
}

export function signature(
  step: LocalStep,
  by: Party,
  trace: Trace,
): SignatureVerifiedFacts | SignatureRejectedFacts {
  const from = by === 'browser' ? 'server' : 'browser';
  const message = messageOf(
    messageSteps(trace, 'CertificateVerify', from).findLast((one) => one.index <= step.index),
    'certificate_verify',
  );
  const verified = step.operations.findLast(
    (one) => one.name === 'verify' && one.purpose.includes('certificate_verify'),
  );
  const leaf = certificateOf(
    trace.certificates.find((one) => one.ref.from === 'sent' && one.ref.index === 0 && one.owner === from)
      ?.der,
  );
  const content = verified?.inputs[1]?.bytes.length;
  return {
    case:
      verified?.verdict === true && step.error === undefined ? 'signature-verified' : 'signature-rejected',
    by,
    scheme: message === undefined ? '' : schemeName(message.scheme),
    lockCloses: step.lock === 'verified',
    ...(leaf && { leaf: nameOf(leaf) }),
    ...(content !== undefined && { signedBytes: content }),
  };
}

/** Bytes behind the record headers, as an eavesdropper counts them. */
export function sealedBytes(step: MessageStep): number {
  return step.wire.bytes.length - headerLength * step.records.length;
}

/** The list of the party that will check the signature. */
function offeredSchemes(step: MessageStep, trace: Trace): readonly number[] | undefined {
  if (step.from === 'server') {
    const hello = helloBefore(step, trace);
    return hello && find(hello.extensions, 'signature_algorithms')?.schemes;
  }
  return requested(trace).schemes;
}

/** What the CertificateRequest of either version asks for. */
function requested(trace: Trace): {
  readonly authorities: readonly Uint8Array[];
  readonly schemes: readonly number[] | undefined;
} {
  const step = messageSteps(trace, 'CertificateRequest').at(-1);
  const old = messageOf(step, 'tls12_certificate_request');
  if (old !== undefined) return { authorities: old.authorities, schemes: old.schemes };
  const request = messageOf(step, 'certificate_request');
  return {
    authorities: (request && find(request.extensions, 'certificate_authorities')?.authorities) ?? [],
    schemes: request && find(request.extensions, 'signature_algorithms')?.schemes,
  };
}

function familyOf(code: number): SchemeFamily {
  const name = schemeByCode(code)?.name ?? '';
  if (name.startsWith('ecdsa')) return 'ecdsa';
  if (name.startsWith('rsa_pss')) return 'rsa-pss';
  if (name.startsWith('mldsa')) return 'ml-dsa';
  return name === 'ed25519' ? 'ed25519' : 'other';
}

/** Whether the server insists; known in the laboratory only. */
export function required(trace: Trace): { readonly required?: boolean } {
  if (trace.source.kind !== 'lab') return {};
  return { required: trace.scenario.server.clientAuth === 'require' };
}

export function authorityName(der: Uint8Array): string {
  const done = decodeName(der);
  return done === undefined ? '?' : (done.commonName ?? done.text);
}

function listOfStrings(value: Evidence['expected']): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}
