/** Handing out tickets, RFC 9846 §4.7.1. */
import { bytesOfText } from '../../bytes/hex.ts';
import { spec } from '../../bytes/spec.ts';
import type { Channel } from '../connection/channel.ts';
import { nonceValue } from '../psk.ts';
import { resumptionPsk } from '../schedule/tls13.ts';
import { encodeTicketState, sealTicket } from '../tickets.ts';
import type { PskPolicy } from './config.ts';
import type { ServerConnected } from './states.ts';

/** As many tickets as the policy says, each with a PSK of its own. */
export async function sendTickets(
  state: ServerConnected,
  { tickets, clock }: PskPolicy,
  channel: Channel,
): Promise<void> {
  if (tickets === undefined) return;
  const { recorder } = channel;
  for (let number = 1; number <= tickets.count; number++) {
    channel.beginScope();
    // The nonce keeps the PSKs of one connection apart; a counter does.
    const nonce = Uint8Array.of(number - 1);
    const psk = await resumptionPsk(
      recorder,
      state.suite.hash,
      state.resumptionSecret,
      nonceValue(nonce),
      number,
    );
    const ageAdd = recorder.random('ticket_age_add', 4, spec(9846, '4.7.1')).bytes;
    const add = new DataView(ageAdd.buffer, ageAdd.byteOffset).getUint32(0);
    const maxEarlyData = tickets.earlyData === 'off' ? 0 : tickets.maxEarlyData;
    const ticket = await sealTicket(
      recorder,
      tickets.vault,
      encodeTicketState({
        suite: state.suite.code,
        psk: psk.bytes,
        issuedAt: clock(),
        lifetime: tickets.lifetime,
        ageAdd: add,
        maxEarlyData,
        protocol: bytesOfText(state.protocol ?? ''),
        serverName: bytesOfText(state.serverName ?? ''),
        clientAuthenticated: state.client !== undefined,
      }),
    );
    await channel.sendHandshake(
      'NewSessionTicket',
      channel.encode({
        type: 'new_session_ticket',
        lifetime: tickets.lifetime,
        ageAdd: add,
        nonce,
        ticket,
        extensions: maxEarlyData > 0 ? [{ type: 'early_data_size', maxEarlyDataSize: maxEarlyData }] : [],
      }),
    );
    channel.facts({ ticket: number, tickets: tickets.count, maxEarlyData });
  }
}
