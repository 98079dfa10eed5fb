/** Facts of pre-shared keys and of early data. */
import { textOfBytes } from '../../bytes/hex.ts';
import { aeadKeyLength } from '../../crypto/port.ts';
import type { LocalStep, MessageStep, Trace } from '../../lab/trace.ts';
import { find } from '../../tls/extensions.ts';
import type { ClientHello } from '../../tls/messages/model.ts';
import type {
  DeriveEarlyKeysFacts,
  EarlyDataFacts,
  EndOfEarlyDataFacts,
  OfferedPskFacts,
  VerifyBinderFacts,
} from '../step-facts.ts';
import { firstLine, suiteOf } from './lookup.ts';

/** The first PSK of a hello. */
export function offeredPsk(hello: ClientHello, step: MessageStep): { readonly psk?: OfferedPskFacts } {
  const offer = find(hello.extensions, 'pre_shared_key');
  const [first] = offer?.identities ?? [];
  if (offer === undefined || first === undefined) return {};
  const kind = step.facts['pskKind'] === 'external' ? 'external' : 'resumption';
  const name = textOfBytes(first.identity);
  return {
    psk: {
      kind,
      identityBytes: first.identity.length,
      binderBytes: offer.binders[0]?.length ?? 0,
      earlyData: find(hello.extensions, 'early_data') !== undefined,
      ...(kind === 'external' && /^[\x20-\x7e]{1,40}$/.test(name) && { identity: name }),
      ...number('age', step.facts['ticketAge']),
    },
  };
}

export function verifyBinder(step: LocalStep): VerifyBinderFacts {
  const { facts } = step;
  const binder = step.operations.find(({ name, purpose }) => name === 'hmac' && purpose === 'binder');
  const found = facts['pskKind'];
  const passedOver = facts['pskPassedOver'];
  const earlyData = facts['earlyDataVerdict'];
  const antiReplay = facts['antiReplay'];
  return {
    case: 'verify-binder',
    offered: Number(facts['pskOffered'] ?? 1),
    accepted: found !== undefined && step.error === undefined,
    ...((found === 'resumption' || found === 'external') && { found }),
    ...(typeof passedOver === 'string' && { passedOver }),
    ...(typeof earlyData === 'string' && { earlyData }),
    ...(antiReplay !== undefined && { keepsList: antiReplay === 'list' }),
    ...(binder?.outputs[0] && { binderBytes: binder.outputs[0].bytes.length, hash: binder.algorithm }),
    ...number('ageReported', facts['ticketAgeReported']),
    ...number('ageHere', facts['ticketAgeHere']),
  };
}

export function deriveEarlyKeys(step: LocalStep): DeriveEarlyKeysFacts {
  const key = step.operations
    .flatMap(({ outputs }) => outputs)
    .find(({ name }) => name === 'client_early_key');
  const suite = suiteOf(step);
  return {
    case: 'derive-early-keys',
    by: step.parties.length > 1 ? 'both' : (step.parties[0] ?? 'browser'),
    ...(key && { keyBytes: key.bytes.length }),
    ...(suite && { aead: suite.aead, keyBytes: aeadKeyLength[suite.aead] }),
  };
}

export function earlyData(step: MessageStep, trace: Trace): EarlyDataFacts {
  const line = firstLine(step.content);
  const { earlyData: end, helloRetryRequest } = trace.negotiated;
  const verdict = trace.steps.map(({ facts }) => facts['earlyDataVerdict']).find((one) => one !== undefined);
  const reason = helloRetryRequest ? 'retried' : verdict;
  return {
    case: 'early-data',
    dataBytes: step.content.length,
    wireBytes: step.wire.bytes.length,
    ...(line !== undefined && { line }),
    ...(end && { accepted: end === 'accepted' }),
    ...(end === 'rejected' && typeof reason === 'string' && { reason }),
  };
}

export function endOfEarlyData(trace: Trace): EndOfEarlyDataFacts {
  const early = trace.steps.filter(
    (step): step is MessageStep =>
      step.kind === 'message' && step.level === 'early' && step.message === 'ApplicationData',
  );
  return {
    case: 'end-of-early-data',
    dataBytes: early.reduce((sum, { content }) => sum + content.length, 0),
  };
}

function number<K extends string>(name: K, value: unknown): { readonly [N in K]?: number } {
  return (typeof value === 'number' ? { [name]: value } : {}) as { readonly [N in K]?: number };
}
