/** The client's flight at a server of TLS 1.2: Certificate to Finished, RFC 5246 §7.4.6 to §7.4.9. */
import { spec } from '../../../bytes/spec.ts';
import type { Value } from '../../../crypto/recorder.ts';
import { acrossKeyChange } from '../../client/server-hello.ts';
import { failed, type Arrived, type Failed } from '../../client/states.ts';
import type { Channel } from '../../connection/channel.ts';
import type { TlsError } from '../../errors.ts';
import { equal } from '../../../bytes/hex.ts';
import { fault, isTlsError } from '../../failure.ts';
import type {
  CertificateMessage,
  CertificateVerify,
  ClientKeyExchange,
  Finished,
} from '../../messages/model.ts';
import {
  certificatesOf,
  checkFinished,
  clientMessagesSigned,
  verifyChain,
  verifyTls12Signature,
} from '../../proofs.ts';
import { tls12Protection } from '../../record/tls12.ts';
import { exchangeParts } from '../../registry/exchange.ts';
import { connectionKeys, mainSecret, verifyData } from '../../schedule/tls12.ts';
import { decryptPremaster, finishHalf, pskPremaster, type Tls12Psk } from '../../tls12/key-exchange.ts';
import type { ServerSession } from '../../tls12/session.ts';
import type { ServerConfig } from '../config.ts';
import { sendNewSessionTicket, sendServerFinished } from './flight.ts';
import type {
  ServerConnected12,
  WaitClientCertificate12,
  WaitClientCertificateVerify12,
  WaitClientChangeCipherSpec12,
  WaitClientFinished12,
  WaitClientKeyExchange12,
} from './states.ts';
import { say } from '../../../bytes/say.ts';

export async function onClientCertificate(
  state: WaitClientCertificate12,
  { message, bytes }: Arrived<CertificateMessage>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientKeyExchange12 | Failed> {
  const next = {
    ...state,
    state: 'tls12_wait_client_key_exchange',
    transcript: state.transcript.add(bytes, 'client Certificate'),
  } as const;
  if (message.entries.length === 0) {
    if (config.clientAuth !== 'require') return { ...next, chain: undefined };
    const detail = say('the client sent an empty list, this server requires a certificate');
    const at = 'Certificate.certificate_list';
    return failed(fault('client-certificate-missing', at, detail, spec(5246, '7.4.6')));
  }
  const certificates = certificatesOf(message);
  if (isTlsError(certificates)) return failed(certificates);
  if (config.clientTrust === undefined)
    throw new Error('a server that asks for certificates needs a clientTrust policy');

  channel.work('validate_client_chain');
  const report = (path: Parameters<Channel['pathFound']>[1]): void =>
    channel.pathFound('validate_client_chain', path);
  const chain = await verifyChain(channel.recorder, certificates, config.clientTrust, report);
  return isTlsError(chain) ? failed(chain) : { ...next, chain };
}

export async function onClientKeyExchange(
  state: WaitClientKeyExchange12,
  { message, bytes }: Arrived<ClientKeyExchange>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientCertificateVerify12 | WaitClientChangeCipherSpec12 | Failed> {
  const { recorder } = channel;
  const { suite, randoms } = state;
  const premaster = await premasterOf(state, message, config, channel);
  if (isTlsError(premaster)) return failed(premaster);
  const transcript = state.transcript.add(bytes);

  channel.work('derive_key_block');
  const sessionHash = state.extendedMainSecret ? await transcript.hash(recorder, suite.prfHash) : undefined;
  const main = await mainSecret(recorder, suite, premaster, randoms, sessionHash);
  channel.secret('CLIENT_RANDOM', randoms.client, main);
  const keys = await connectionKeys(recorder, suite, main, randoms);
  const { state: _, half: __, chain, ...agreed } = state;
  const keyed = { ...agreed, transcript, mainSecret: main, keys };
  if (chain !== undefined) return { ...keyed, state: 'tls12_wait_client_certificate_verify', chain };
  return { ...keyed, state: 'tls12_wait_client_change_cipher_spec', client: undefined, resumed: false };
}

async function premasterOf(
  { suite, hello, half }: WaitClientKeyExchange12,
  { exchange, pskIdentity }: ClientKeyExchange,
  config: ServerConfig,
  channel: Channel,
): Promise<Value | TlsError> {
  const { recorder } = channel;
  const { agreement, psk: usesPsk } = exchangeParts(suite.keyExchange);
  const psk = usesPsk ? findPsk(pskIdentity, config) : undefined;
  if (isTlsError(psk)) return psk;
  const name = usesPsk ? 'other_secret' : 'premaster_secret';
  let secret: Value | TlsError | undefined;
  if (agreement === 'rsa') {
    channel.work('decrypt_premaster_secret');
    const { privateKey } = config.credential;
    secret = await decryptPremaster(
      recorder,
      privateKey,
      exchange ?? new Uint8Array(),
      hello.legacyVersion,
      name,
    );
  } else if (agreement !== 'none') {
    if (half === undefined) throw new Error('unreachable: a Diffie-Hellman suite has a half');
    secret = await finishHalf(recorder, half, exchange ?? new Uint8Array(), name);
  }
  if (isTlsError(secret)) return secret;
  if (psk !== undefined) return pskPremaster(recorder, secret, psk);
  if (secret === undefined) throw new Error('unreachable: only a PSK can do without an agreement');
  return secret;
}

function findPsk(identity: Uint8Array | undefined, config: ServerConfig): Tls12Psk | TlsError {
  const psk = config.tls12.psks.find((one) => identity !== undefined && equal(one.identity, identity));
  if (psk !== undefined) return psk;
  const detail = say('no key is kept under this identity');
  return fault('unknown-psk-identity', 'ClientKeyExchange.psk_identity', detail, spec(4279, '2'));
}

export async function onClientCertificateVerify(
  state: WaitClientCertificateVerify12,
  { message, bytes }: Arrived<CertificateVerify>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientChangeCipherSpec12 | Failed> {
  channel.work('verify_client_signature');
  const client = await verifyTls12Signature(
    channel.recorder,
    state.chain,
    message,
    clientMessagesSigned,
    state.transcript.value,
    config.signatureSchemes,
  );
  if (isTlsError(client)) return failed(client);
  channel.negotiated({ clientSignatureScheme: message.scheme });
  const { chain, ...keyed } = state;
  return {
    ...keyed,
    state: 'tls12_wait_client_change_cipher_spec',
    transcript: state.transcript.add(bytes, 'client CertificateVerify'),
    client: chain.leaf,
    resumed: false,
  };
}

export function onClientChangeCipherSpec(
  state: WaitClientChangeCipherSpec12,
  channel: Channel,
): WaitClientFinished12 | Failed {
  const read = tls12Protection(state.suite, state.keys.client, state.encryptThenMac);
  if (!channel.setReadProtection(read)) return failed(acrossKeyChange('ChangeCipherSpec'));
  return { ...state, state: 'tls12_wait_client_finished' };
}

export async function onClientFinished(
  state: WaitClientFinished12,
  { message, bytes }: Arrived<Finished>,
  config: ServerConfig,
  channel: Channel,
): Promise<ServerConnected12 | Failed> {
  const { recorder } = channel;
  const { suite, mainSecret: main, client, resumed } = state;
  const hash = await state.transcript.hash(recorder, suite.prfHash);
  const expected = await verifyData(recorder, suite, main, 'client', hash);
  const wrong = checkFinished(expected, message, spec(5246, '7.4.9'));
  if (wrong !== undefined) return failed(wrong);
  if (!resumed) {
    const session: ServerSession = {
      suite: suite.code,
      mainSecret: main,
      extendedMainSecret: state.extendedMainSecret,
      encryptThenMac: state.encryptThenMac,
      serverName: state.serverName,
      client,
    };
    let transcript = state.transcript.add(bytes, 'client Finished');
    if (state.ticketPromised) transcript = await sendNewSessionTicket(session, transcript, config, channel);
    await sendServerFinished(state, transcript, main, state.keys.server, channel);
    if (state.sessionId.length > 0) config.tls12.sessions?.put(state.sessionId, session);
  }
  return { state: 'connected', version: state.version, suite, client, resumed };
}
