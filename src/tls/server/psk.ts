/** PSKs at the server: which of the offered ones to take, and whether early data comes with it (RFC 9846 §4.3.9 to §4.3.11, §8). */
import { bytesOfText, equal, textOfBytes, toHex } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { Channel } from '../connection/channel.ts';
import type { TlsError } from '../errors.ts';
import { find } from '../extensions.ts';
import { fault } from '../failure.ts';
import type { ClientHello, PskIdentity } from '../messages/model.ts';
import { binderOf, keyPsk, ticketAge, type ExternalPsk, type KeyedPsk } from '../psk.ts';
import type { CipherSuite } from '../registry/suites.ts';
import { suiteByCode } from '../registry/suites.ts';
import { decodeTicketState, openTicket, type TicketState } from '../tickets.ts';
import type { Transcript } from '../transcript.ts';
import type { PskPolicy, ServerConfig } from './config.ts';
import { chooseMode } from './negotiate.ts';
import { say } from '../../bytes/say.ts';

export { deriveEarlyKeys } from '../psk.ts';

/** A ticket of this server, opened. */
export interface OpenedTicket {
  readonly kind: 'resumption';
  readonly key: Bytes;
  readonly hash: CipherSuite['hash'];
  readonly state: TicketState;
  readonly reportedAge: number;
}

export type KnownPsk = ExternalPsk | OpenedTicket;

/** The PSK that this server takes; its binder has been checked. */
export interface AcceptedPsk extends KeyedPsk<KnownPsk> {
  /** Place in the client's list, from 0. */
  readonly index: number;
  readonly mode: 'psk_ke' | 'psk_dhe_ke';
  readonly binder: Bytes;
}

/**
 * The first identity that names a PSK this server has and that goes with a suite both have, its binder checked.
 * Unknown ones are passed over (RFC 9846 §4.3.11); a wrong binder under a known one ends the connection.
 */
export async function choosePsk(
  hello: ClientHello,
  bytes: Bytes,
  before: Transcript,
  suite: CipherSuite,
  config: ServerConfig,
  channel: Channel,
): Promise<AcceptedPsk | undefined | TlsError> {
  const offer = find(hello.extensions, 'pre_shared_key');
  const policy = config.psk;
  if (offer === undefined || policy === undefined) return undefined;
  channel.work('verify_binder');
  const mode = chooseMode(hello, policy);
  const count = { pskOffered: offer.identities.length };
  if (mode === undefined) {
    channel.facts({ ...count, pskPassedOver: 'no-common-mode' });
    return undefined;
  }
  let passedOver = 'unknown';
  for (const [index, identity] of offer.identities.entries()) {
    const known = await knownPsk(identity, hello, policy, config, channel);
    if (typeof known === 'string' || known.hash !== suite.hash) {
      if (known !== 'unknown') passedOver = typeof known === 'string' ? known : 'other-hash';
      continue;
    }
    const keyed = await keyPsk<KnownPsk>(channel.recorder, known);
    const binder = offer.binders[index] ?? new Uint8Array();
    const expected = await binderOf(channel.recorder, keyed, before, bytes, offer.binders);
    channel.facts({ ...count, pskKind: known.kind, pskIndex: index, ...ageFacts(known, policy) });
    if (!equal(expected.bytes, binder)) {
      const at = `ClientHello.extensions.pre_shared_key.binders.[${index}]`;
      return fault(
        'bad-binder',
        at,
        say('the MAC over the hello is not the one computed here'),
        spec(9846, '4.3.11.2'),
      );
    }
    const { tickets } = policy;
    if (known.kind === 'resumption' && tickets?.antiReplay === 'single-use')
      tickets.vault.used.add(toHex(identity.identity));
    return { ...keyed, index, mode, binder };
  }
  channel.facts({ ...count, pskPassedOver: passedOver });
  return undefined;
}

/** The PSK an identity names, or why there is none to use. */
async function knownPsk(
  { identity, obfuscatedTicketAge }: PskIdentity,
  hello: ClientHello,
  policy: PskPolicy,
  config: ServerConfig,
  channel: Channel,
): Promise<KnownPsk | 'unknown' | 'expired' | 'used' | 'other-name' | 'client-unknown'> {
  const external = policy.external.find((psk) => equal(psk.identity, identity));
  if (external !== undefined) return external;
  if (policy.tickets === undefined) return 'unknown';
  const opened = await openTicket(channel.recorder, policy.tickets.vault, identity);
  const state = opened && decodeTicketState(opened);
  const suite = state && suiteByCode(state.suite);
  if (state === undefined || suite === undefined) return 'unknown';
  if (policy.clock() - state.issuedAt >= state.lifetime * 1000) return 'expired';
  const name = find(hello.extensions, 'server_name')?.hostName ?? '';
  if (name !== textOfBytes(state.serverName)) return 'other-name';
  // A session in which nobody showed a certificate is no way round the question for one.
  const insists = config.clientAuth === 'require' && config.askLate !== true;
  if (insists && !state.clientAuthenticated) return 'client-unknown';
  if (policy.tickets.vault.used.has(toHex(identity))) return 'used';
  const reportedAge = ticketAge(obfuscatedTicketAge, state.ageAdd);
  return { kind: 'resumption', key: state.psk, hash: suite.hash, state, reportedAge };
}

export type EarlyDataVerdict =
  | 'accepted'
  | 'refused'
  | 'retried'
  | 'no-psk'
  | 'not-allowed'
  | 'other-suite'
  | 'other-protocol'
  | 'stale'
  | 'replayed';

/** Whether to take the early data that a hello announces: RFC 9846 §4.3.10 and §8. */
export function judgeEarlyData(
  accepted: AcceptedPsk | undefined,
  suite: CipherSuite,
  protocol: string | undefined,
  retried: boolean,
  policy: PskPolicy | undefined,
): EarlyDataVerdict {
  const { tickets } = policy ?? {};
  if (retried) return 'retried';
  if (accepted === undefined || policy === undefined || tickets === undefined || accepted.index !== 0)
    return 'no-psk';
  const { psk } = accepted;
  if (psk.kind !== 'resumption' || psk.state.maxEarlyData === 0) return 'not-allowed';
  if (tickets.earlyData !== 'accept') return 'refused';
  if (psk.state.suite !== suite.code) return 'other-suite';
  if (!equal(psk.state.protocol, bytesOfText(protocol ?? ''))) return 'other-protocol';
  // The client says how old its ticket is; a recording that is played later does not fit any more (§8.3).
  const expected = psk.state.issuedAt + psk.reportedAge;
  if (Math.abs(policy.clock() - expected) > freshness) return 'stale';
  const seen = toHex(accepted.binder);
  if (tickets.antiReplay === 'list' && tickets.vault.seen.has(seen)) return 'replayed';
  tickets.vault.seen.add(seen);
  return 'accepted';
}

function ageFacts(known: KnownPsk, policy: PskPolicy) {
  if (known.kind === 'external') return {};
  return { ticketAgeReported: known.reportedAge, ticketAgeHere: policy.clock() - known.state.issuedAt };
}

/** Milliseconds by which the two views of a ticket's age may differ, RFC 9846 §8.3. */
const freshness = 10_000;
