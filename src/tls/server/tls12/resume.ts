/** Finding the session that a ClientHello wants to resume: RFC 5246 §7.4.1.2, RFC 5077 §3.4, RFC 7627 §5.3. */
import { spec } from '../../../bytes/spec.ts';
import type { Recorder } from '../../../crypto/recorder.ts';
import type { TlsError } from '../../errors.ts';
import { find } from '../../extensions.ts';
import { fault } from '../../failure.ts';
import { tls12SuiteByCode, type Tls12Suite } from '../../registry/suite-parts.ts';
import type { ServerSession } from '../../tls12/session.ts';
import { openTicket } from '../../tls12/tickets.ts';
import type { ServerConfig } from '../config.ts';
import type { Offer12 } from './negotiate.ts';
import { say } from '../../../bytes/say.ts';

/** A session with the suite that goes on being used. */
export interface ResumableSession extends ServerSession {
  readonly resumedSuite: Tls12Suite;
}

/** Undefined where there is none, or none that fits: then a full handshake follows. */
export async function findSession(
  recorder: Recorder,
  offer: Offer12,
  config: ServerConfig,
): Promise<ResumableSession | undefined | TlsError> {
  const session = await lookUp(recorder, offer, config);
  const suite = session && tls12SuiteByCode(session.suite);
  if (session === undefined || suite === undefined) return undefined;
  if (!offer.suites.includes(suite.code) || !config.suites.includes(suite.code)) return undefined;
  if (session.serverName !== offer.serverName) return undefined;
  if (config.clientAuth === 'require' && session.client === undefined) return undefined;
  if (session.extendedMainSecret && !offer.extendedMainSecret) {
    const detail = say('is missing, although the session has an extended main secret');
    const at = 'ClientHello.extensions.extended_master_secret';
    return fault('extended-main-secret-changed', at, detail, spec(7627, '5.3'));
  }
  // The other way round the client wants more now than it had then: a full handshake gives it.
  if (!session.extendedMainSecret && offer.extendedMainSecret && config.tls12.extendedMainSecret)
    return undefined;
  return { ...session, resumedSuite: suite };
}

async function lookUp(
  recorder: Recorder,
  offer: Offer12,
  config: ServerConfig,
): Promise<ServerSession | undefined> {
  const { ticketKey, sessions } = config.tls12;
  const ticket = find(offer.hello.extensions, 'session_ticket')?.ticket;
  // A ticket goes before an ID, RFC 5077 §3.4.
  if (ticketKey !== undefined && ticket !== undefined && ticket.length > 0) {
    return openTicket(recorder, ticketKey, ticket);
  }
  const id = offer.hello.legacySessionId;
  return id.length > 0 ? sessions?.get(id) : undefined;
}
