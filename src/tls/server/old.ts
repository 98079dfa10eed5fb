/**
 * A server from before TLS 1.2, as far as anybody still talks to it: it picks SSL 3.0, TLS 1.0 or 1.1 by the
 * version field of the hello and sends its flight, which has the same form there. No client of today goes on.
 */
import '../tls12/parts.ts';
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { failed, type Arrived, type Failed } from '../client/states.ts';
import { nameOf, type Channel } from '../connection/channel.ts';
import { emptyRenegotiationInfoScsv } from '../extensions.ts';
import { fault, isTlsError } from '../failure.ts';
import type { ClientHello, HandshakeMessage } from '../messages/model.ts';
import { isGrease } from '../registry/names.ts';
import type { ServerConfig } from './config.ts';
import { chooseOldVersion } from './version.ts';
import { say } from '../../bytes/say.ts';

/** Whatever comes now is not understood; nothing but an alert is expected. */
export interface OldFlightSent {
  readonly state: 'old_flight_sent';
  readonly chosen: number;
}

export async function onHelloToOldServer(
  { message }: Arrived<ClientHello>,
  config: ServerConfig,
  channel: Channel,
): Promise<OldFlightSent | Failed> {
  const chosen = chooseOldVersion(message, config);
  if (isTlsError(chosen)) return failed(chosen);
  const real = message.cipherSuites.filter((code) => !isGrease(code) && code !== emptyRenegotiationInfoScsv);
  const suite = config.suites.find((code) => real.includes(code));
  if (suite === undefined) {
    const detail = say('none of the suites that this server accepts');
    const at = 'ClientHello.cipher_suites';
    return failed(fault('no-common-cipher-suite', at, detail, spec(5246, '7.4.1.3')));
  }
  channel.useRecordVersion(chosen);
  channel.useTls12('RSA');
  const send = async (flight: HandshakeMessage): Promise<void> => {
    channel.beginScope();
    await channel.sendHandshake(nameOf(flight), channel.encode(flight));
  };
  channel.beginScope();
  const random: Bytes = channel.recorder.random('server_random', 32, spec(5246, '7.4.1.3')).bytes;
  const hello: HandshakeMessage = {
    type: 'server_hello',
    legacyVersion: chosen,
    random,
    legacySessionIdEcho: new Uint8Array(),
    cipherSuite: suite,
    legacyCompressionMethod: 0,
    extensions: null,
  };
  await channel.sendHandshake('ServerHello', channel.encode(hello));
  channel.negotiated({ version: chosen, suite });
  channel.facts({ versionsOfServer: config.versions });
  const entries = config.credential.certificates.map((certData) => ({ certData, extensions: [] }));
  await send({ type: 'certificate', context: new Uint8Array(), entries });
  await send({ type: 'server_hello_done' });
  return { state: 'old_flight_sent', chosen };
}
