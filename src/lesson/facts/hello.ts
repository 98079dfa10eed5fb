/** Facts of the hellos: what is offered, what is chosen and by which rule. */
import type { CertificateKeyType } from '../../lab/scenario.ts';
import type { LocalStep, MessageStep, Trace } from '../../lab/trace.ts';
import type { ClientHello, KeyShareEntry } from '../../tls/messages/model.ts';
import { find } from '../../tls/extensions.ts';
import { isGrease } from '../../tls/registry/names.ts';
import { parseIp } from '../../x509/ip.ts';
import { groupByCode } from '../../tls/registry/groups.ts';
import { suiteByCode } from '../../tls/registry/suites.ts';
import { aeadKeyLength, hashLength } from '../../crypto/port.ts';
import type {
  Choice,
  DeriveHandshakeKeysFacts,
  HelloRetryRequestFacts,
  NegotiationFailureFacts,
  Place,
  SecondClientHelloFacts,
  ServerHelloFacts,
  ShareFacts,
  StepFacts,
} from '../step-facts.ts';
import { sharePartsIn } from './share-parts.ts';
import { offeredPsk } from './psk.ts';
import { offeredVersions, versionText } from './versions.ts';
import { groupName, helloBefore, messageOf, messageSteps, placeIn, suiteName } from './lookup.ts';

export function clientHello(step: MessageStep, trace: Trace): StepFacts | undefined {
  const hello = messageOf(step, 'client_hello');
  if (hello === undefined) return undefined;
  const name = find(hello.extensions, 'server_name')?.hostName ?? null;
  const shares = shareList(hello);
  const failure = negotiationFailure(step, trace);
  const base = {
    bytes: step.wire.bytes.length,
    serverName: name,
    shares,
    address: parseIp(trace.scenario.browser.serverName) !== undefined,
    ...offeredPsk(hello, step),
    ...(failure && { failure }),
  };
  if (step.level === 'application')
    return {
      case: 'hello-inside',
      bytes: base.bytes,
      serverName: name,
      bound: (find(hello.extensions, 'renegotiation_info')?.renegotiatedConnection.length ?? 0) > 0,
    };
  const first = messageSteps(trace, 'ClientHello')[0];
  if (first !== undefined && first.index < step.index)
    return secondHello(base, hello, messageOf(first, 'client_hello'));
  const groups = find(hello.extensions, 'supported_groups')?.groups ?? [];
  const schemes = find(hello.extensions, 'signature_algorithms')?.schemes ?? [];
  return {
    case: 'client-hello',
    ...base,
    suites: real(hello.cipherSuites).length,
    groups: real(groups).length,
    versions: offeredVersions(hello).map(versionText),
    ...resumes(hello, trace),
    schemes: real(schemes).length,
    alpn: find(hello.extensions, 'application_layer_protocol_negotiation')?.protocols ?? [],
    grease: countGrease(hello),
  };
}

function resumes(hello: ClientHello, trace: Trace): { readonly resumes?: 'ticket' | 'session-id' } {
  const ticket = find(hello.extensions, 'session_ticket')?.ticket;
  if (ticket !== undefined && ticket.length > 0) return { resumes: 'ticket' };
  return trace.negotiated.resumed === true && trace.negotiated.version === 0x0303
    ? { resumes: 'session-id' }
    : {};
}

function secondHello(
  base: Omit<SecondClientHelloFacts, 'case' | 'replaced' | 'cookieBytes'>,
  hello: ClientHello,
  first: ClientHello | undefined,
): SecondClientHelloFacts {
  const before = first === undefined ? [] : shareList(first).map((share) => share.group);
  const now = base.shares.map((share) => share.group);
  const cookie = find(hello.extensions, 'cookie')?.cookie;
  return {
    case: 'second-client-hello',
    ...base,
    replaced: before.join() === now.join() ? [] : before,
    ...(cookie && { cookieBytes: cookie.length }),
  };
}

export function helloRetryRequest(step: MessageStep, trace: Trace): HelloRetryRequestFacts | undefined {
  const retry = messageOf(step, 'hello_retry_request');
  if (retry === undefined) return undefined;
  const hello = helloBefore(step, trace);
  const group = find(retry.extensions, 'key_share_retry')?.selectedGroup;
  const cookie = find(retry.extensions, 'cookie')?.cookie;
  return {
    case: 'hello-retry-request',
    suite: suiteName(retry.cipherSuite),
    sharesSent: hello === undefined ? [] : shareList(hello).map((share) => share.group),
    ...(group !== undefined && {
      group: choice(groupName(group), trace, {
        browser: placeIn(group, hello && find(hello.extensions, 'supported_groups')?.groups),
        server: placeIn(group, trace.scenario.server.groups),
      }),
    }),
    ...(cookie && { cookieBytes: cookie.length }),
  };
}

export function serverHello(step: MessageStep, trace: Trace): ServerHelloFacts | undefined {
  const message = messageOf(step, 'server_hello');
  if (message === undefined) return undefined;
  const hello = helloBefore(step, trace);
  const { scenario } = trace;
  const share = find(message.extensions, 'key_share')?.shares[0];
  const groups = hello && find(hello.extensions, 'supported_groups')?.groups;
  const retry = messageOf(messageSteps(trace, 'HelloRetryRequest')[0], 'hello_retry_request');
  return {
    case: 'server-hello',
    suite: choice(suiteName(message.cipherSuite), trace, {
      browser: placeIn(message.cipherSuite, hello?.cipherSuites),
      server: placeIn(message.cipherSuite, scenario.server.suites),
    }),
    ...(share && {
      share: shareFacts(share, 'server'),
      group: choice(groupName(share.group), trace, {
        browser: placeIn(share.group, groups),
        server: placeIn(share.group, scenario.server.groups),
      }),
    }),
    pskOffered: hello !== undefined && find(hello.extensions, 'pre_shared_key') !== undefined,
    ...(step.negotiated.psk && { psk: step.negotiated.psk }),
    askedFor: retry !== undefined && find(retry.extensions, 'key_share_retry') !== undefined,
  };
}

/** How the server came to its choice. Only in the laboratory are both lists and the rule known. */
export function choice(
  name: string,
  trace: Trace,
  places: { readonly browser: Place | undefined; readonly server: Place | undefined },
  rule: NonNullable<Choice['rule']> = trace.scenario.server.preference === 'server'
    ? 'server-order'
    : 'browser-order',
): Choice {
  const lab = trace.source.kind === 'lab';
  return {
    name,
    ...(lab && { rule }),
    ...(places.browser && { inBrowserList: places.browser }),
    ...(lab && places.server && { inServerList: places.server }),
  };
}

export function negotiationFailure(
  step: LocalStep | MessageStep,
  trace: Trace,
): NegotiationFailureFacts | undefined {
  if (step.error === undefined || trace.outcome.kind !== 'failed' || step.error.fault !== 'peer-incompatible')
    return undefined;
  const hello = helloBefore(step, trace);
  const { server } = trace.scenario;
  const lab = trace.source.kind === 'lab';
  return {
    case: 'negotiation-failure',
    fault: { by: trace.outcome.noticedBy, code: step.error.code, alert: step.error.alert },
    browserSuites: real(hello?.cipherSuites ?? []).map(suiteName),
    serverSuites: lab ? server.suites.map(suiteName) : [],
    browserVersions: offeredVersions(hello).map(versionText),
    serverVersions: lab ? server.versions.map(versionText) : [],
    browserGroups: real((hello && find(hello.extensions, 'supported_groups')?.groups) ?? []).map(groupName),
    serverGroups: lab ? server.groups.map(groupName) : [],
    browserAlpn: (hello && find(hello.extensions, 'application_layer_protocol_negotiation')?.protocols) ?? [],
    serverAlpn: lab ? server.alpn : [],
    keyType: keyNames[server.keyType],
  };
}

export function deriveHandshakeKeys(step: LocalStep, trace: Trace): DeriveHandshakeKeysFacts {
  const { suite: suiteCode, group: groupCode } = step.negotiated;
  const suite = suiteCode === undefined ? undefined : suiteByCode(suiteCode);
  const group = groupCode === undefined ? undefined : groupByCode(groupCode);
  return {
    case: 'derive-handshake-keys',
    secrets: secretsOf(step, trace),
    afterRetry: step.negotiated.helloRetryRequest,
    ...(step.negotiated.psk && { psk: step.negotiated.psk }),
    ...(group && { group: group.name }),
    ...(suite && {
      hash: suite.hash,
      aead: suite.aead,
      keyBytes: aeadKeyLength[suite.aead],
      hashBytes: hashLength[suite.hash],
    }),
  };
}

/** The shared secrets as the agreements of one party yielded them, in the order of the hybrid. */
function secretsOf(step: LocalStep, trace: Trace): DeriveHandshakeKeysFacts['secrets'] {
  const upTo = trace.steps.slice(0, step.index + 1).flatMap((at) => at.operations);
  const agreements = upTo.filter(
    (one) => one.name === 'agree' || one.name === 'decapsulate' || one.name === 'encapsulate',
  );
  const party = agreements.at(-1)?.party;
  return agreements
    .filter((one) => one.party === party)
    .flatMap((one) => {
      const secret = one.outputs.at(-1);
      return secret === undefined ? [] : [{ name: one.algorithm, bytes: secret.bytes.length }];
    });
}

function shareList(hello: ClientHello): readonly ShareFacts[] {
  return (find(hello.extensions, 'key_share')?.shares ?? [])
    .filter((share) => !isGrease(share.group))
    .map((share) => shareFacts(share, 'client'));
}

function shareFacts(share: KeyShareEntry, from: 'client' | 'server'): ShareFacts {
  const group = groupByCode(share.group);
  return {
    group: groupName(share.group),
    bytes: share.keyExchange.length,
    parts: group === undefined ? [] : sharePartsIn(group, from),
  };
}

/** Reserved values in every list that may carry them, RFC 8701 §2. */
function countGrease(hello: ClientHello): number {
  const codes = [
    ...hello.cipherSuites,
    ...(hello.extensions ?? []).flatMap((one) => (one.type === 'unknown' ? [one.code] : [])),
    ...(find(hello.extensions, 'supported_groups')?.groups ?? []),
    ...(find(hello.extensions, 'supported_versions')?.versions ?? []),
    ...(find(hello.extensions, 'signature_algorithms')?.schemes ?? []),
    ...(find(hello.extensions, 'key_share')?.shares ?? []).map((share) => share.group),
  ];
  return codes.filter(isGrease).length;
}

function real(codes: readonly number[]): readonly number[] {
  return codes.filter((code) => !isGrease(code));
}

const keyNames: Readonly<Record<CertificateKeyType, string>> = {
  ecdsa: 'EC P-256',
  'ecdsa-p384': 'EC P-384',
  rsa: 'RSA',
  'rsa-pss': 'RSASSA-PSS',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  mldsa44: 'ML-DSA-44',
  mldsa65: 'ML-DSA-65',
  mldsa87: 'ML-DSA-87',
  dsa: 'DSA',
  ecdh: 'EC',
  dh: 'DH',
  'dh-dsa': 'DH',
};
