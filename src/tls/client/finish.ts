/** The end of the handshake at the client: the server's Finished, then its own flight (RFC 9846 §4.5.3). */
import { spec } from '../../bytes/spec.ts';
import type { Bytes } from '../../crypto/port.ts';
import { publicValue } from '../../crypto/recorder.ts';
import type { Channel } from '../connection/channel.ts';
import { find } from '../extensions.ts';
import type { CertificateRequest, Finished } from '../messages/model.ts';
import { certificateVerifyContent, checkFinished, chooseScheme } from '../proofs.ts';
import { protectionFor } from '../record/protection.ts';
import { schemeByCode } from '../registry/schemes.ts';
import type { CipherSuite } from '../registry/suites.ts';
import { finishedMac, mainSecrets, resumptionSecret, trafficKeys } from '../schedule/tls13.ts';
import type { Transcript } from '../transcript.ts';
import type { ClientConfig } from './config.ts';
import { acrossKeyChange } from './server-hello.ts';
import {
  failed,
  type Arrived,
  type Connected,
  type EarlyDataOpen,
  type Failed,
  type WaitFinished,
} from './states.ts';

export async function onFinished(
  state: WaitFinished,
  { message, bytes }: Arrived<Finished>,
  config: ClientConfig,
  channel: Channel,
): Promise<Connected | Failed> {
  const { suite } = state;
  const recorder = channel.recorder;
  const beforeFinished = await state.transcript.hash(recorder, suite.hash);
  const expected = await finishedMac(
    recorder,
    suite.hash,
    state.serverHandshakeTrafficSecret,
    beforeFinished,
  );
  const wrong = checkFinished(expected, message);
  if (wrong !== undefined) return failed(wrong);

  channel.work('derive_application_keys');
  let transcript = state.transcript.add(bytes);
  const hash = await transcript.hash(recorder, suite.hash);
  const main = await mainSecrets(recorder, suite.hash, state.handshakeSecret, hash);
  const client = main.clientApplicationTrafficSecret;
  const server = main.serverApplicationTrafficSecret;
  const clientRandom = state.hello.random;
  channel.secret('CLIENT_TRAFFIC_SECRET_0', clientRandom, client);
  channel.secret('SERVER_TRAFFIC_SECRET_0', clientRandom, server);
  channel.secret('EXPORTER_SECRET', clientRandom, main.exporterSecret);
  const [write, read] = await Promise.all([
    trafficKeys(recorder, suite, client),
    trafficKeys(recorder, suite, server),
  ]);

  // The dummy ChangeCipherSpec goes right before the encrypted flight, or went with the retry or early data (RFC 9846 §E.4).
  if (config.compatibilityMode) channel.sendChangeCipherSpec();
  const accepted = typeof state.early === 'object';
  if (typeof state.early === 'object') transcript = await endEarlyData(state.early, transcript, channel);
  if (state.request !== undefined)
    transcript = await sendCertificate(suite, state.request, transcript, config, channel);
  channel.beginScope();
  const own = await finishedMac(
    recorder,
    suite.hash,
    state.clientHandshakeTrafficSecret,
    await transcript.hash(recorder, suite.hash),
  );
  const finished = channel.encode({ type: 'finished', verifyData: own.bytes });
  await channel.sendHandshake('Finished', finished);
  transcript = transcript.add(finished.bytes as Bytes);
  const resumption = await resumptionSecret(
    recorder,
    suite.hash,
    main.mainSecret,
    await transcript.hash(recorder, suite.hash),
  );

  channel.setWriteProtection(protectionFor('application', suite, write));
  if (!channel.setReadProtection(protectionFor('application', suite, read)))
    return failed(acrossKeyChange('Finished'));
  channel.acceptCompatibilityRecords(false);
  return {
    state: 'connected',
    version: 0x0304,
    suite,
    server: state.server,
    readSecret: server,
    writeSecret: client,
    keyUpdates: 0,
    protocol: state.protocol,
    transcript,
    resumptionSecret: resumption,
    sessions: [],
    answered: [],
    earlyData: accepted ? 'accepted' : state.early === 'rejected' ? 'rejected' : 'none',
  };
}

/** EndOfEarlyData is the last thing under the early keys; the rest of the flight has the handshake's (RFC 9846 §4.6). */
async function endEarlyData(early: EarlyDataOpen, before: Transcript, channel: Channel): Promise<Transcript> {
  channel.beginScope();
  const end = channel.encode({ type: 'end_of_early_data' });
  await channel.sendHandshake('EndOfEarlyData', end);
  channel.setWriteProtection(early.next);
  return before.add(end.bytes as Bytes);
}

/** Certificate (empty when there is none that fits) and CertificateVerify, RFC 9846 §4.5.1 and §4.5.2. */
export async function sendCertificate(
  suite: CipherSuite,
  request: CertificateRequest,
  before: Transcript,
  config: ClientConfig,
  channel: Channel,
): Promise<Transcript> {
  const { credential } = config;
  const asked = find(request.extensions, 'signature_algorithms')?.schemes ?? [];
  const code = credential && chooseScheme(credential.leaf, asked, config.signatureSchemes);
  const scheme = code === undefined ? undefined : schemeByCode(code);
  const entries =
    scheme === undefined
      ? []
      : (credential?.certificates ?? []).map((certData) => ({ certData, extensions: [] }));

  channel.beginScope();
  const certificate = channel.encode({ type: 'certificate', context: request.context, entries });
  await channel.sendHandshake('Certificate', certificate);
  const transcript = before.add(certificate.bytes as Bytes);
  if (scheme === undefined || credential === undefined) return transcript;

  channel.beginScope();
  const hash = await transcript.hash(channel.recorder, suite.hash);
  const signature = await channel.recorder.sign(
    'client_certificate_verify',
    scheme.signature,
    { ...publicValue('client_signing_key', credential.privateKey), secrecy: 'secret' },
    certificateVerifyContent('client', hash),
    spec(9846, '4.5.2'),
  );
  const verify = channel.encode({
    type: 'certificate_verify',
    scheme: scheme.code,
    signature: signature.bytes,
  });
  await channel.sendHandshake('CertificateVerify', verify);
  channel.negotiated({ clientSignatureScheme: scheme.code });
  return transcript.add(verify.bytes as Bytes);
}
