/** Facts of Finished, application keys, data, KeyUpdate, tickets and alerts. */
import { find } from '../../tls/extensions.ts';
import type { LocalStep, MessageStep, Trace } from '../../lab/trace.ts';
import { aeadKeyLength, aeadTagLength, aeadTagLengthOf } from '../../crypto/port.ts';
import { alertName } from '../../tls/registry/alerts.ts';
import type {
  AlertFacts,
  ApplicationDataFacts,
  CloseNotifyFacts,
  DeriveApplicationKeysFacts,
  FinishedFacts,
  KeyUpdateFacts,
  NewSessionTicketFacts,
  Place,
} from '../step-facts.ts';
import { sealedBytes } from './authentication.ts';
import { firstLine, messageOf, messageSteps, suiteOf } from './lookup.ts';

export function finished(step: MessageStep, trace: Trace): FinishedFacts | undefined {
  const message = messageOf(step, 'finished');
  if (message === undefined) return undefined;
  const suite = suiteOf(step);
  const before = trace.steps.slice(0, step.index).findLast((one) => one.kind === 'message');
  return {
    case: 'finished',
    from: step.from,
    verifyBytes: message.verifyData.length,
    lastCovered: before?.kind === 'message' ? before.message : 'ClientHello',
    lastCoveredFrom: before?.kind === 'message' ? before.from : 'browser',
    clientAuthenticated: messageSteps(trace, 'CertificateVerify', 'browser').some(
      (one) => one.index < step.index,
    ),
    late: step.level === 'application',
    ...(suite && { hash: suite.hash }),
    ...(step.negotiated.psk && { psk: step.negotiated.psk }),
  };
}

export function deriveApplicationKeys(step: LocalStep): DeriveApplicationKeysFacts {
  const suite = suiteOf(step);
  return {
    case: 'derive-application-keys',
    ...(suite && { aead: suite.aead, keyBytes: aeadKeyLength[suite.aead] }),
  };
}

export function applicationData(step: MessageStep, trace: Trace): ApplicationDataFacts {
  const suite = suiteOf(step);
  const line = firstLine(step.content);
  const sealed = sealedBytes(step);
  // Each record adds a content type byte and the tag to data and padding, RFC 9846 §5.2.
  const tag = suite === undefined ? aeadTagLength : aeadTagLengthOf(suite.aead);
  const overhead = step.records.length * (1 + tag);
  return {
    case: 'application-data',
    from: step.from,
    first: messageSteps(trace, 'ApplicationData', step.from)[0]?.index === step.index,
    dataBytes: step.content.length,
    wireBytes: step.wire.bytes.length,
    records: step.records.length,
    padding: Math.max(0, sealed - overhead - step.content.length),
    afterKeyUpdate: messageSteps(trace, 'KeyUpdate', step.from).some((one) => one.index < step.index),
    ...(line !== undefined && { line }),
    ...(suite && { aead: suite.aead }),
  };
}

export function newSessionTicket(step: MessageStep, trace: Trace): NewSessionTicketFacts | undefined {
  const message = messageOf(step, 'new_session_ticket');
  if (message === undefined) return undefined;
  return {
    case: 'new-session-ticket',
    lifetime: message.lifetime,
    ticketBytes: message.ticket.length,
    place: placeAmong(step, trace),
    earlyData: find(message.extensions, 'early_data_size')?.maxEarlyDataSize ?? 0,
  };
}

function placeAmong(step: MessageStep, trace: Trace): Place {
  const all = messageSteps(trace, 'NewSessionTicket');
  return { place: all.indexOf(step) + 1, of: all.length };
}

export function keyUpdate(step: MessageStep, trace: Trace): KeyUpdateFacts | undefined {
  const message = messageOf(step, 'key_update');
  if (message === undefined) return undefined;
  const last = messageSteps(trace, 'KeyUpdate').findLast(
    (one) => one.index < step.index && one.from !== step.from,
  );
  return {
    case: 'key-update',
    from: step.from,
    updateRequested: message.updateRequested,
    answer: !message.updateRequested && messageOf(last, 'key_update')?.updateRequested === true,
  };
}

/** Alert: level, description; RFC 9846 §6. */
export function alert(step: MessageStep, trace: Trace): AlertFacts | CloseNotifyFacts {
  const description = step.content[1] ?? -1;
  if (description === 0) {
    return {
      case: 'close-notify',
      from: step.from,
      second: messageSteps(trace, 'Alert').some((one) => one.index < step.index && one.content[1] === 0),
      protected: step.level !== 'plaintext',
      answered: step.negotiated.version === 0x0303,
    };
  }
  const { outcome } = trace;
  const fault =
    outcome.kind === 'failed' && outcome.noticedBy === step.from && outcome.step < step.index
      ? outcome.step + 1
      : undefined;
  return {
    case: 'alert',
    from: step.from,
    alert: alertName(description),
    code: description,
    level: step.level,
    ...(step.content[0] === 1 && { warning: true }),
    unread: trace.unread.filter((one) => one.from !== step.from).map((one) => one.message),
    ...(fault !== undefined && {
      noticedAt: fault,
      ...(outcome.kind === 'failed' && { reason: outcome.error.code }),
    }),
  };
}
