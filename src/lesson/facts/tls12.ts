/** Facts of the steps that only TLS 1.2 has, or has in another form. */
import type { LocalStep, MessageStep, Trace } from '../../lab/trace.ts';
import { equal, utf8 } from '../../bytes/hex.ts';
import { find } from '../../tls/extensions.ts';
import { exchangeParts } from '../../tls/registry/exchange.ts';
import { tls12SuiteByCode, type Tls12Suite } from '../../tls/registry/suite-parts.ts';
import type { CertificateRequestFacts, FaultFacts, StepFacts } from '../step-facts.ts';
import type {
  ClientKeyExchangeFacts,
  DeriveKeyBlockFacts,
  ProtectionFacts,
  ServerKeyExchangeFacts,
  Tls12ApplicationDataFacts,
  Tls12FinishedFacts,
} from '../step-facts-tls12.ts';
import { authorityName, required } from './authentication.ts';
import { choice } from './hello.ts';
import { offeredVersions, versionText } from './versions.ts';
import {
  certificateOf,
  firstLine,
  groupName,
  helloBefore,
  messageOf,
  messageSteps,
  nameOf,
  placeIn,
  schemeName,
  suiteName,
} from './lookup.ts';

/** The step is one of a TLS 1.2 connection. */
export function isTls12({ negotiated }: Pick<MessageStep, 'negotiated'>): boolean {
  return negotiated.version !== undefined && negotiated.version < 0x0304;
}

export function tls12ServerHello(step: MessageStep, trace: Trace): StepFacts | undefined {
  const message = messageOf(step, 'server_hello');
  if (message === undefined) return undefined;
  const hello = helloBefore(step, trace);
  const offered = offeredVersions(hello);
  const version = message.legacyVersion;
  if (version < 0x0303) {
    const { outcome } = trace;
    const fault: FaultFacts | undefined =
      step.error !== undefined && outcome.kind === 'failed'
        ? { by: outcome.noticedBy, code: step.error.code, alert: step.error.alert }
        : undefined;
    const names = offered.map(versionText);
    return {
      case: 'old-server-hello',
      version: versionText(version),
      offered: names,
      ...(fault && { fault }),
    };
  }
  if (step.negotiated.resumed === true) {
    const ticket = hello && find(hello.extensions, 'session_ticket')?.ticket;
    const by = ticket !== undefined && ticket.length > 0 ? 'ticket' : 'session-id';
    return { case: 'resuming-server-hello', by, suite: suiteName(message.cipherSuite) };
  }
  const best = Math.max(...offered);
  return {
    case: 'tls12-server-hello',
    suite: choice(suiteName(message.cipherSuite), trace, {
      browser: placeIn(message.cipherSuite, hello?.cipherSuites),
      server: placeIn(message.cipherSuite, tls12Only(trace.scenario.server.suites)),
    }),
    ...(best > version && { better: versionText(best) }),
    marked: equal(message.random.subarray(24, 31), utf8('DOWNGRD')),
    extendedMainSecret: step.negotiated.extendedMainSecret === true,
    block: suiteOf(step)?.kind === 'block',
    encryptThenMac: step.negotiated.encryptThenMac === true,
  };
}

function tls12Only(codes: readonly number[]): readonly number[] {
  return codes.filter((code) => tls12SuiteByCode(code) !== undefined);
}

export function tls12CertificateRequest(
  step: MessageStep,
  trace: Trace,
): CertificateRequestFacts | undefined {
  const message = messageOf(step, 'tls12_certificate_request');
  return (
    message && {
      case: 'certificate-request',
      schemes: message.schemes.length,
      authorities: message.authorities.map(authorityName),
      late: false,
      ...required(trace),
    }
  );
}

export function serverKeyExchange(step: MessageStep, trace: Trace): ServerKeyExchangeFacts | undefined {
  const message = messageOf(step, 'server_key_exchange');
  if (message === undefined) return undefined;
  const { params, signature, pskIdentityHint } = message;
  const hello = helloBefore(step, trace);
  const hint = pskIdentityHint && textOf(pskIdentityHint);
  const offered =
    signature && placeIn(signature.scheme, hello && find(hello.extensions, 'signature_algorithms')?.schemes);
  return {
    case: 'server-key-exchange',
    agreement: params === undefined ? 'none' : params.kind === 'ecdhe' ? 'ecdh' : 'dh',
    bytes: params === undefined ? 0 : params.kind === 'ecdhe' ? params.point.length : params.y.length,
    ...(params?.kind === 'ecdhe' && {
      group: groupName(params.group),
      choice: choice(groupName(params.group), trace, {
        browser: placeIn(params.group, hello && find(hello.extensions, 'supported_groups')?.groups),
        server: placeIn(params.group, trace.scenario.server.groups),
      }),
    }),
    ...(params?.kind === 'dhe' && { bits: 8 * params.p.length, ...dhName(step) }),
    ...(signature && {
      signature: {
        scheme: schemeName(signature.scheme),
        bytes: signature.signature.length,
        ...(offered && { offered }),
      },
    }),
    ...(hint !== undefined && hint !== '' && { hint }),
  };
}

/** The group's name as the server that made the key pair calls it. */
function dhName(step: MessageStep): { readonly group?: string } {
  const made = step.operations.find(({ name }) => name === 'generate-key-pair');
  return made === undefined ? {} : { group: made.algorithm };
}

/** The server's signature over its parameters, checked by the browser. */
export function paramsSignature(step: LocalStep, trace: Trace): StepFacts {
  const message = messageOf(
    messageSteps(trace, 'ServerKeyExchange').findLast((one) => one.index <= step.index),
    'server_key_exchange',
  );
  const verified = step.operations.find((one) => one.purpose === 'verify server_key_exchange_signature');
  const leaf = certificateOf(
    trace.certificates.find((one) => one.ref.from === 'sent' && one.ref.index === 0 && one.owner === 'server')
      ?.der,
  );
  const content = verified?.inputs[1]?.bytes.length;
  const good = verified?.verdict === true && step.error === undefined;
  return {
    case: good ? 'params-verified' : 'params-rejected',
    scheme: message?.signature === undefined ? '' : schemeName(message.signature.scheme),
    lockCloses: step.lock === 'verified',
    ...(leaf && { leaf: nameOf(leaf) }),
    ...(content !== undefined && { signedBytes: content }),
  };
}

export function serverHelloDone(step: MessageStep, trace: Trace): StepFacts | undefined {
  if (messageOf(step, 'server_hello_done') === undefined) return undefined;
  return {
    case: 'server-hello-done',
    bytes: step.wire.bytes.length,
    clientAsked: messageSteps(trace, 'CertificateRequest').some((one) => one.index < step.index),
  };
}

export function clientKeyExchange(step: MessageStep): ClientKeyExchangeFacts | undefined {
  const message = messageOf(step, 'client_key_exchange');
  const suite = suiteOf(step);
  if (message === undefined || suite === undefined) return undefined;
  const { agreement, ephemeral } = exchangeParts(suite.keyExchange);
  const { group } = step.negotiated;
  return {
    case: 'client-key-exchange',
    agreement,
    fixed: !ephemeral && agreement !== 'rsa',
    bytes: message.exchange?.length ?? 0,
    ...(agreement === 'ecdh' && group !== undefined && { group: groupName(group) }),
    ...(message.pskIdentity && { identity: textOf(message.pskIdentity) }),
  };
}

export function decryptPremaster(step: LocalStep, trace: Trace): StepFacts {
  const opened = step.operations.find(({ name }) => name === 'rsa-decrypt');
  const leaf = certificateOf(
    trace.certificates.find((one) => one.ref.from === 'sent' && one.ref.index === 0 && one.owner === 'server')
      ?.der,
  );
  return {
    case: 'decrypt-premaster-secret',
    fallback: opened?.verdict !== true || step.operations.some(({ name }) => name === 'concatenate'),
    ...(leaf && { key: leaf.publicKey.kind }),
  };
}

export function deriveKeyBlock(step: LocalStep): DeriveKeyBlockFacts {
  const prf = (purpose: string) =>
    step.operations.find((one) => one.name === 'prf' && one.purpose === purpose);
  const main = prf('main_secret');
  const block = prf('key_block');
  const cut = step.operations.find(({ name }) => name === 'cut');
  const premaster = main?.inputs[0]?.bytes.length;
  return {
    case: 'derive-key-block',
    resumed: step.negotiated.resumed === true,
    extendedMainSecret: step.negotiated.extendedMainSecret === true,
    parts: cut?.outputs.length ?? 0,
    ...(premaster !== undefined && { premasterBytes: premaster }),
    ...(block && { hash: block.algorithm, blockBytes: block.outputs[0]?.bytes.length ?? 0 }),
  };
}

export function changeCipherSpec(step: MessageStep): StepFacts {
  const protection = protectionOf(step);
  return { case: 'change-cipher-spec', from: step.from, ...(protection && { protection }) };
}

export function tls12Finished(step: MessageStep, trace: Trace): Tls12FinishedFacts | undefined {
  const message = messageOf(step, 'finished');
  if (message === undefined) return undefined;
  const { serverProvedBy } = step.facts;
  const proved = (['signed', 'key-in-certificate', 'psk', 'anonymous'] as const).find(
    (kind) => kind === serverProvedBy,
  );
  return {
    case: 'tls12-finished',
    from: step.from,
    first: messageSteps(trace, 'Finished')[0]?.index === step.index,
    verifyBytes: message.verifyData.length,
    wireBytes: step.wire.bytes.length,
    readable: step.level === 'plaintext',
    resumed: step.negotiated.resumed === true,
    ...(proved && { provedBy: proved }),
  };
}

export function tls12ApplicationData(step: MessageStep, trace: Trace): Tls12ApplicationDataFacts {
  const line = firstLine(step.content);
  const protection = protectionOf(step);
  return {
    case: 'tls12-application-data',
    from: step.from,
    first: messageSteps(trace, 'ApplicationData', step.from)[0]?.index === step.index,
    dataBytes: step.content.length,
    wireBytes: step.wire.bytes.length,
    records: step.records.length,
    ...(line !== undefined && { line }),
    ...(protection && { protection }),
  };
}

export function tls12NewSessionTicket(step: MessageStep): StepFacts | undefined {
  const message = messageOf(step, 'tls12_new_session_ticket');
  return (
    message && {
      case: 'tls12-new-session-ticket',
      lifetime: message.lifetimeHint,
      ticketBytes: message.ticket.length,
    }
  );
}

export function certificateStatus(step: MessageStep): StepFacts | undefined {
  const message = messageOf(step, 'certificate_status');
  return message && { case: 'certificate-status', bytes: message.response.length };
}

function protectionOf(step: MessageStep): ProtectionFacts | undefined {
  const suite = suiteOf(step);
  if (suite === undefined) return undefined;
  const { kind, cipher, mac } = suite;
  const form =
    kind === 'block'
      ? step.negotiated.encryptThenMac === true
        ? 'encrypt-then-mac'
        : 'mac-then-encrypt'
      : kind;
  return { cipher, form, ...(mac !== undefined && { mac: `HMAC-${mac}` }) };
}

function suiteOf({ negotiated }: Pick<MessageStep, 'negotiated'>): Tls12Suite | undefined {
  return negotiated.suite === undefined ? undefined : tls12SuiteByCode(negotiated.suite);
}

function textOf(bytes: Uint8Array): string {
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return printable ? String.fromCharCode(...bytes) : `${bytes.length} bytes`;
}
