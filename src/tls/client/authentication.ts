/** The server's parameters and its proof of identity, at the client: RFC 9846 §4.4 and §4.5. */
import { spec } from '../../bytes/spec.ts';
import type { Channel } from '../connection/channel.ts';
import { checkDuplicates, checkPlaces, checkResponse, codesOf, find, missing } from '../extensions.ts';
import type { TlsError } from '../errors.ts';
import { fault, isTlsError } from '../failure.ts';
import type {
  CertificateMessage,
  CertificateRequest,
  CertificateVerify,
  EncryptedExtensions,
} from '../messages/model.ts';
import { certificatesOf, staplesOf, verifyChain, verifyPeer } from '../proofs.ts';
import type { ClientConfig } from './config.ts';
import { pskClient } from '../late.ts';
import {
  failed,
  type Arrived,
  type Failed,
  type WaitCertificate,
  type WaitCertificateOrRequest,
  type WaitCertificateVerify,
  type WaitEncryptedExtensions,
  type WaitFinished,
} from './states.ts';
import { say } from '../../bytes/say.ts';

export async function onEncryptedExtensions(
  state: WaitEncryptedExtensions,
  { message, bytes }: Arrived<EncryptedExtensions>,
  channel: Channel,
): Promise<WaitCertificateOrRequest | WaitFinished | Failed> {
  const requested = codesOf(state.hello.extensions);
  const wrong = checkResponse(message.extensions, 'encrypted_extensions', 'EncryptedExtensions', requested);
  if (wrong !== undefined) return failed(wrong);
  const protocols = find(message.extensions, 'application_layer_protocol_negotiation')?.protocols;
  if (protocols !== undefined) {
    const offered = find(state.hello.extensions, 'application_layer_protocol_negotiation')?.protocols ?? [];
    const [chosen] = protocols;
    if (protocols.length !== 1 || chosen === undefined || !offered.includes(chosen)) {
      const at = 'EncryptedExtensions.extensions.application_layer_protocol_negotiation';
      return failed(
        fault(
          'unoffered-protocol',
          at,
          protocols.length === 0
            ? say('nothing chosen, {} offered', offered.join(', '))
            : say('{} chosen, {} offered', protocols.join(', '), offered.join(', ')),
          spec(7301, '3.2'),
        ),
      );
    }
    channel.negotiated({ alpn: chosen });
  }
  const early = await earlyAnswer(state, message, protocols?.[0], channel);
  if (isTlsError(early)) return failed(early);
  const transcript = state.transcript.add(bytes);
  const { psk } = state;
  const agreed = { ...state, transcript, early, protocol: protocols?.[0] };
  // The PSK has proved who the server is; there is nothing to show a certificate for (RFC 9846 §2.2).
  if (psk !== undefined) return { ...agreed, state: 'wait_finished', request: undefined, server: psk };
  return { ...agreed, state: 'wait_certificate_or_request' };
}

/** What becomes of early data, and with it of the keys to write with. */
async function earlyAnswer(
  state: WaitEncryptedExtensions,
  message: EncryptedExtensions,
  protocol: string | undefined,
  channel: Channel,
): Promise<WaitEncryptedExtensions['early'] | TlsError> {
  const { early } = state;
  if (early === 'none') return 'none';
  const answer = (await pskClient()).earlyDataAnswer(message, state.suite, state.psk, protocol);
  if (isTlsError(answer)) return answer;
  channel.negotiated({ earlyData: answer });
  if (answer === 'accepted' || early === 'rejected') return early;
  channel.setWriteProtection(early.next);
  return 'rejected';
}

export function onCertificateRequest(
  state: WaitCertificateOrRequest,
  { message, bytes }: Arrived<CertificateRequest>,
): WaitCertificate | Failed {
  if (message.context.length > 0) {
    const detail = say('must be empty in the handshake');
    const at = 'CertificateRequest.certificate_request_context';
    return failed(fault('unsolicited-certificate-context', at, detail, spec(9846, '4.4.2')));
  }
  const wrong =
    checkDuplicates(message.extensions, 'CertificateRequest') ??
    checkPlaces(message.extensions, 'certificate_request', 'CertificateRequest');
  if (wrong !== undefined) return failed(wrong);
  if (find(message.extensions, 'signature_algorithms') === undefined) {
    return failed(missing('signature_algorithms', 'CertificateRequest'));
  }
  return { ...state, state: 'wait_certificate', transcript: state.transcript.add(bytes), request: message };
}

export async function onCertificate(
  state: WaitCertificateOrRequest | WaitCertificate,
  { message, bytes }: Arrived<CertificateMessage>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitCertificateVerify | Failed> {
  if (message.context.length > 0) {
    const at = 'Certificate.certificate_request_context';
    return failed(
      fault(
        'unsolicited-certificate-context',
        at,
        say('a server certificate answers no request'),
        spec(9846, '4.5.1'),
      ),
    );
  }
  if (message.entries.length === 0) {
    const detail = say('a server must send at least its own certificate');
    return failed(
      fault('empty-server-certificate', 'Certificate.certificate_list', detail, spec(9846, '4.5.1.3')),
    );
  }
  const requested = codesOf(state.hello.extensions);
  for (const [i, entry] of message.entries.entries()) {
    const wrong = checkResponse(
      entry.extensions,
      'certificate',
      `Certificate.certificate_list.[${i}]`,
      requested,
    );
    if (wrong !== undefined) return failed(wrong);
  }
  const certificates = certificatesOf(message);
  if (isTlsError(certificates)) return failed(certificates);

  channel.work('validate_chain');
  const report = (path: Parameters<Channel['pathFound']>[1]): void =>
    channel.pathFound('validate_chain', path);
  const stapled = staplesOf(message);
  const chain = await verifyChain(channel.recorder, certificates, config.trust, report, stapled);
  if (isTlsError(chain)) return failed(chain);
  const { request } = { request: undefined, ...state };
  const { state: _, ...keys } = state;
  return {
    ...keys,
    state: 'wait_certificate_verify',
    transcript: state.transcript.add(bytes),
    request,
    chain,
  };
}

export async function onCertificateVerify(
  state: WaitCertificateVerify,
  { message, bytes }: Arrived<CertificateVerify>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitFinished | Failed> {
  channel.work('verify_signature');
  const hash = await state.transcript.hash(channel.recorder, state.suite.hash);
  const server = await verifyPeer(
    channel.recorder,
    state.chain,
    message,
    'server',
    hash,
    config.signatureSchemes,
  );
  if (isTlsError(server)) return failed(server);
  channel.negotiated({ signatureScheme: message.scheme });
  const { state: _, chain: __, ...keys } = state;
  return { ...keys, state: 'wait_finished', transcript: state.transcript.add(bytes), server };
}
