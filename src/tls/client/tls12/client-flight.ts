/** The client's flight in TLS 1.2: Certificate, ClientKeyExchange, CertificateVerify, ChangeCipherSpec, Finished. */
import { spec } from '../../../bytes/spec.ts';
import type { Bytes } from '../../../crypto/port.ts';
import type { Value } from '../../../crypto/recorder.ts';
import { nameOf, type Channel } from '../../connection/channel.ts';
import type { TlsError } from '../../errors.ts';
import { find } from '../../extensions.ts';
import { isTlsError } from '../../failure.ts';
import type { HandshakeMessage, ServerHelloDone, Tls12CertificateRequest } from '../../messages/model.ts';
import { chooseTls12Scheme, type VerifiedChain } from '../../proofs.ts';
import { tls12Protection } from '../../record/tls12.ts';
import { exchangeParts } from '../../registry/exchange.ts';
import type { SignatureScheme } from '../../registry/schemes.ts';
import { connectionKeys, mainSecret, verifyData, type WriteKeys } from '../../schedule/tls12.ts';
import {
  answerHalf,
  encryptPremaster,
  halfOfCertificate,
  halfOfParams,
  pskPremaster,
  type ClientHalf,
  type PeerHalf,
  type Tls12Psk,
} from '../../tls12/key-exchange.ts';
import type { Transcript } from '../../transcript.ts';
import type { ClientConfig } from '../config.ts';
import { failed, type Arrived, type Failed } from '../states.ts';
import type {
  Agreed,
  Keyed,
  ServerHalf,
  WaitChangeCipherSpec12,
  WaitServerHelloDone12,
  WaitTicket12,
} from './states.ts';

export async function onServerHelloDone(
  state: WaitServerHelloDone12,
  { bytes }: Arrived<ServerHelloDone>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitTicket12 | WaitChangeCipherSpec12 | Failed> {
  const { recorder } = channel;
  let transcript = state.transcript.add(bytes);
  const send = async (message: HandshakeMessage, short?: string): Promise<void> => {
    const encoded = channel.encode(message);
    transcript = transcript.add(encoded.bytes as Bytes, short);
    await channel.sendHandshake(nameOf(message), encoded);
  };

  const scheme = state.request && schemeFor(state.request, config);
  if (state.request !== undefined) {
    channel.beginScope();
    // Without a certificate that fits, an empty list: the server decides whether it goes on (§7.4.6).
    const certificates = scheme === undefined ? [] : (config.credential?.certificates ?? []);
    const entries = certificates.map((certData) => ({ certData, extensions: [] }));
    await send({ type: 'certificate', context: new Uint8Array(), entries }, 'client Certificate');
  }

  channel.beginScope();
  const half = await clientHalf(state, config, channel);
  if (isTlsError(half)) return failed(half);
  const psk = exchangeParts(state.suite.keyExchange).psk ? config.tls12.psk : undefined;
  await send({
    type: 'client_key_exchange',
    keyExchange: state.suite.keyExchange,
    pskIdentity: psk?.identity,
    exchange: half.exchange,
  });

  channel.work('derive_key_block');
  const sessionHash = state.extendedMainSecret
    ? await transcript.hash(recorder, state.suite.prfHash)
    : undefined;
  const main = await mainSecret(recorder, state.suite, half.premaster, state.randoms, sessionHash);
  channel.secret('CLIENT_RANDOM', state.randoms.client, main);
  const keys = await connectionKeys(recorder, state.suite, main, state.randoms);

  if (scheme !== undefined && config.credential !== undefined) {
    channel.beginScope();
    const key: Value = {
      name: 'client_signing_key',
      bytes: config.credential.privateKey,
      secrecy: 'secret',
    };
    const signature = await recorder.sign(
      'client_certificate_verify',
      scheme.signature,
      key,
      transcript.value,
      spec(5246, '7.4.8'),
    );
    await send(
      { type: 'certificate_verify', scheme: scheme.code, signature: signature.bytes },
      'client CertificateVerify',
    );
    channel.negotiated({ clientSignatureScheme: scheme.code });
  }

  transcript = await sendFinished(state, transcript, main, keys.client, channel);
  const { state: _, params: __, pskIdentityHint: ___, request: ____, ...agreed } = state;
  const keyed: Keyed = {
    ...agreed,
    transcript,
    mainSecret: main,
    keys,
    resumed: undefined,
    ticket: undefined,
  };
  if (state.ticketPromised) return { ...keyed, state: 'tls12_wait_ticket' };
  return { ...keyed, state: 'tls12_wait_change_cipher_spec' };
}

/** ChangeCipherSpec and Finished, RFC 5246 §7.1 and §7.4.9. Returns the transcript with the Finished in it. */
export async function sendFinished(
  agreed: Agreed,
  transcript: Transcript,
  main: Value,
  keys: WriteKeys,
  channel: Channel,
): Promise<Transcript> {
  channel.beginScope();
  await channel.sendTls12ChangeCipherSpec();
  channel.setWriteProtection(tls12Protection(agreed.suite, keys, agreed.encryptThenMac));
  channel.beginScope();
  const hash = await transcript.hash(channel.recorder, agreed.suite.prfHash);
  const data = await verifyData(channel.recorder, agreed.suite, main, 'client', hash);
  const finished = channel.encode({ type: 'finished', verifyData: data.bytes });
  await channel.sendHandshake('Finished', finished);
  return transcript.add(finished.bytes as Bytes, 'client Finished');
}

/** What this client signs with when it is asked to; undefined where it has nothing that fits. */
function schemeFor(request: Tls12CertificateRequest, config: ClientConfig): SignatureScheme | undefined {
  const { credential } = config;
  if (credential === undefined) return undefined;
  return chooseTls12Scheme(credential.leaf, request.schemes, config.signatureSchemes);
}

async function clientHalf(
  state: Agreed & ServerHalf,
  config: ClientConfig,
  channel: Channel,
): Promise<ClientHalf | TlsError> {
  const { recorder } = channel;
  const { agreement, psk: usesPsk } = exchangeParts(state.suite.keyExchange);
  const { psk } = config.tls12;
  if (usesPsk && psk === undefined) throw new Error('a client that offers PSK suites needs a psk');
  const name = usesPsk ? 'other_secret' : 'premaster_secret';
  const agreed = agreement === 'none' ? undefined : await agreeOn(state, name, config, channel);
  if (isTlsError(agreed)) return agreed;
  const exchange = agreed?.exchange;
  if (usesPsk) return { exchange, premaster: pskPremaster(recorder, agreed?.secret, psk as Tls12Psk) };
  if (agreed === undefined) throw new Error('unreachable: only a PSK can do without an agreement');
  return { exchange, premaster: agreed.secret };
}

function agreeOn(
  state: Agreed & ServerHalf,
  name: string,
  config: ClientConfig,
  channel: Channel,
): Promise<{ readonly exchange: Bytes; readonly secret: Value } | TlsError> {
  const { recorder } = channel;
  const { keyExchange } = state.suite;
  if (exchangeParts(keyExchange).agreement === 'rsa') {
    const { leaf } = chainOf(state);
    return encryptPremaster(recorder, leaf, state.hello.legacyVersion, keyExchange, name);
  }
  const half = peerHalf(state, config);
  return isTlsError(half) ? Promise.resolve(half) : answerHalf(recorder, half, name);
}

function peerHalf(state: Agreed & ServerHalf, config: ClientConfig): PeerHalf | TlsError {
  const offered = find(state.hello.extensions, 'supported_groups')?.groups ?? config.groups;
  if (state.params !== undefined) return halfOfParams(state.params, offered);
  return halfOfCertificate(chainOf(state).leaf, state.suite.keyExchange);
}

function chainOf({ server }: ServerHalf): VerifiedChain {
  if (server.kind === 'signed') return server.peer.chain;
  if (server.kind === 'key-in-certificate') return server.chain;
  throw new Error('unreachable: this key exchange has a certificate');
}
