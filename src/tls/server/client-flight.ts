/** The client's second flight at the server: Certificate, CertificateVerify, Finished (RFC 9846 §4.5). */
import { spec } from '../../bytes/spec.ts';
import { acrossKeyChange } from '../client/server-hello.ts';
import { failed, type Arrived, type Failed } from '../client/states.ts';
import type { Channel } from '../connection/channel.ts';
import { checkResponse } from '../extensions.ts';
import { fault, isTlsError } from '../failure.ts';
import type { CertificateMessage, CertificateVerify, Finished } from '../messages/model.ts';
import { certificatesOf, checkFinished, verifyChain, verifyPeer } from '../proofs.ts';
import { protectionFor } from '../record/protection.ts';
import { finishedMac, resumptionSecret, trafficKeys } from '../schedule/tls13.ts';
import type { ServerConfig } from './config.ts';
import type {
  ServerConnected,
  WaitClientCertificate,
  WaitClientCertificateVerify,
  WaitClientFinished,
} from './states.ts';

export async function onClientCertificate(
  state: WaitClientCertificate,
  { message, bytes }: Arrived<CertificateMessage>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientCertificateVerify | WaitClientFinished | Failed> {
  if (message.context.length > 0) {
    const detail = 'must repeat the empty context of the CertificateRequest';
    return failed(
      fault(
        'unsolicited-certificate-context',
        'Certificate.certificate_request_context',
        detail,
        spec(9846, '4.5.1'),
      ),
    );
  }
  const transcript = state.transcript.add(bytes);
  if (message.entries.length === 0) {
    if (config.clientAuth === 'require') {
      const detail = 'the client sent an empty list, this server requires a certificate';
      return failed(
        fault('certificate-required', 'Certificate.certificate_list', detail, spec(9846, '4.5.1.3')),
      );
    }
    return { ...state, state: 'wait_client_finished', transcript, client: undefined };
  }
  for (const [i, entry] of message.entries.entries()) {
    const wrong = checkResponse(
      entry.extensions,
      'certificate',
      `Certificate.certificate_list.[${i}]`,
      new Set(),
    );
    if (wrong !== undefined) return failed(wrong);
  }
  const certificates = certificatesOf(message);
  if (isTlsError(certificates)) return failed(certificates);
  if (config.clientTrust === undefined)
    throw new Error('a server that asks for certificates needs a clientTrust policy');

  channel.work('validate_client_chain');
  const report = (path: Parameters<Channel['pathFound']>[1]): void =>
    channel.pathFound('validate_client_chain', path);
  const chain = await verifyChain(channel.recorder, certificates, config.clientTrust, report);
  if (isTlsError(chain)) return failed(chain);
  return { ...state, state: 'wait_client_certificate_verify', transcript, chain };
}

export async function onClientCertificateVerify(
  state: WaitClientCertificateVerify,
  { message, bytes }: Arrived<CertificateVerify>,
  config: ServerConfig,
  channel: Channel,
): Promise<WaitClientFinished | Failed> {
  channel.work('verify_client_signature');
  const hash = await state.transcript.hash(channel.recorder, state.suite.hash);
  const client = await verifyPeer(
    channel.recorder,
    state.chain,
    message,
    'client',
    hash,
    config.signatureSchemes,
  );
  if (isTlsError(client)) return failed(client);
  channel.negotiated({ clientSignatureScheme: message.scheme });
  const { state: _, chain: __, ...flight } = state;
  return { ...flight, state: 'wait_client_finished', transcript: state.transcript.add(bytes), client };
}

export async function onClientFinished(
  state: WaitClientFinished,
  { message, bytes }: Arrived<Finished>,
  channel: Channel,
): Promise<ServerConnected | Failed> {
  const { suite, main } = state;
  const { recorder } = channel;
  const expected = await finishedMac(
    recorder,
    suite.hash,
    state.clientHandshakeTrafficSecret,
    await state.transcript.hash(recorder, suite.hash),
  );
  const wrong = checkFinished(expected, message);
  if (wrong !== undefined) return failed(wrong);
  await resumptionSecret(
    recorder,
    suite.hash,
    main.mainSecret,
    await state.transcript.add(bytes).hash(recorder, suite.hash),
  );
  const readSecret = main.clientApplicationTrafficSecret;
  if (
    !channel.setReadProtection(
      protectionFor('application', suite, await trafficKeys(recorder, suite, readSecret)),
    )
  ) {
    return failed(acrossKeyChange('Finished'));
  }
  channel.acceptCompatibilityRecords(false);
  return {
    state: 'connected',
    suite,
    client: state.client,
    readSecret,
    writeSecret: main.serverApplicationTrafficSecret,
    keyUpdates: 0,
  };
}
