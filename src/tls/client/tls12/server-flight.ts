/** The server's flight in TLS 1.2 at the client: Certificate to ServerHelloDone, RFC 5246 §7.4.2 to §7.4.5. */
import { spec } from '../../../bytes/spec.ts';
import { readPublicKey } from '../../../crypto/key-formats.ts';
import type { Bytes } from '../../../crypto/port.ts';
import type { Channel } from '../../connection/channel.ts';
import type { TlsError } from '../../errors.ts';
import { fault, isTlsError } from '../../failure.ts';
import type {
  CertificateMessage,
  CertificateStatus,
  ServerKeyExchange,
  Tls12CertificateRequest,
} from '../../messages/model.ts';
import {
  certificatesOf,
  serverParamsSigned,
  verifyChain,
  verifyTls12Signature,
  type ServerIdentity,
} from '../../proofs.ts';
import { exchangeParts, keyTypes } from '../../registry/exchange.ts';
import type { Tls12Suite } from '../../registry/suite-parts.ts';
import { signedParams } from '../../tls12/key-exchange.ts';
import { trustFor } from '../../tls12/trust.ts';
import type { Certificate } from '../../../x509/certificate.ts';
import type { ClientConfig } from '../config.ts';
import { failed, type Arrived, type Failed } from '../states.ts';
import type {
  Agreed,
  WaitCertificate12,
  WaitCertificateStatus12,
  WaitServerHelloDone12,
  WaitServerKeyExchange12,
} from './states.ts';
import { say } from '../../../bytes/say.ts';

export async function onCertificate(
  state: WaitCertificate12,
  { message, bytes }: Arrived<CertificateMessage>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitCertificateStatus12 | WaitServerKeyExchange12 | WaitServerHelloDone12 | Failed> {
  if (message.entries.length === 0) {
    const detail = say('a server must send at least its own certificate');
    return failed(
      fault('empty-server-certificate', 'Certificate.certificate_list', detail, spec(5246, '7.4.2')),
    );
  }
  const certificates = certificatesOf(message);
  if (isTlsError(certificates)) return failed(certificates);
  const [leaf] = certificates;
  const wrong = leaf && checkKeyType(leaf, state.suite);
  if (wrong !== undefined) return failed(wrong);

  const { state: _, ...agreed } = state;
  const shown = { ...agreed, transcript: state.transcript.add(bytes) };
  if (state.statusPromised) return { ...shown, state: 'tls12_wait_certificate_status', certificates };
  return judgeServer(shown, certificates, undefined, config, channel);
}

/** A stapled OCSP response; it stands right behind the Certificate (RFC 6066 §8). */
export function onCertificateStatus(
  state: WaitCertificateStatus12,
  { message, bytes }: Arrived<CertificateStatus>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitServerKeyExchange12 | WaitServerHelloDone12 | Failed> {
  const { state: _, certificates, ...agreed } = state;
  const shown = { ...agreed, transcript: agreed.transcript.add(bytes) };
  return judgeServer(shown, certificates, message.response, config, channel);
}

/** Something else came: a server may think better of its promise. */
export function withoutCertificateStatus(
  state: WaitCertificateStatus12,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitServerKeyExchange12 | WaitServerHelloDone12 | Failed> {
  const { state: _, certificates, ...agreed } = state;
  return judgeServer(agreed, certificates, undefined, config, channel);
}

async function judgeServer(
  agreed: Agreed,
  certificates: readonly Certificate[],
  staple: Bytes | undefined,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitServerKeyExchange12 | WaitServerHelloDone12 | Failed> {
  channel.work('validate_chain');
  const report = (path: Parameters<Channel['pathFound']>[1]): void =>
    channel.pathFound('validate_chain', path);
  const trust = trustFor(agreed.suite, config.trust);
  const chain = await verifyChain(channel.recorder, certificates, trust, report, [staple]);
  if (isTlsError(chain)) return failed(chain);
  const { ephemeral, psk } = exchangeParts(agreed.suite.keyExchange);
  // The key in the certificate is the server's half: no ServerKeyExchange, but with a PSK there may be a hint.
  if (!ephemeral && !psk) {
    return {
      ...agreed,
      state: 'tls12_wait_server_hello_done',
      server: { kind: 'key-in-certificate', chain },
      params: undefined,
      pskIdentityHint: undefined,
      request: undefined,
    };
  }
  return { ...agreed, state: 'tls12_wait_server_key_exchange', chain };
}

export async function onServerKeyExchange(
  state: WaitServerKeyExchange12,
  { message, bytes }: Arrived<ServerKeyExchange>,
  config: ClientConfig,
  channel: Channel,
): Promise<WaitServerHelloDone12 | Failed> {
  const { params, signature, pskIdentityHint } = message;
  const { chain, ...agreed } = state;
  const next = (server: ServerIdentity): WaitServerHelloDone12 => ({
    ...agreed,
    state: 'tls12_wait_server_hello_done',
    transcript: state.transcript.add(bytes),
    server,
    params,
    pskIdentityHint,
    request: undefined,
  });
  if (params?.kind === 'ecdhe') channel.negotiated({ group: params.group });
  if (signature === undefined || params === undefined || chain === undefined) {
    if (chain !== undefined) return next({ kind: 'key-in-certificate', chain });
    return next({ kind: exchangeParts(state.suite.keyExchange).psk ? 'psk' : 'anonymous' });
  }
  channel.work('verify_signature');
  const content = signedParams(state.randoms, params);
  const peer = await verifyTls12Signature(
    channel.recorder,
    chain,
    signature,
    serverParamsSigned,
    content,
    config.signatureSchemes,
  );
  if (isTlsError(peer)) return failed(peer);
  channel.negotiated({ signatureScheme: signature.scheme });
  return next({ kind: 'signed', peer });
}

/** A PSK server that has no hint to give sends no ServerKeyExchange, RFC 4279 §2. */
export function withoutServerKeyExchange(state: WaitServerKeyExchange12): WaitServerHelloDone12 | undefined {
  const { psk, ephemeral } = exchangeParts(state.suite.keyExchange);
  if (!psk || ephemeral) return undefined;
  const { chain, ...agreed } = state;
  const server: ServerIdentity =
    chain === undefined ? { kind: 'psk' } : { kind: 'key-in-certificate', chain };
  return {
    ...agreed,
    state: 'tls12_wait_server_hello_done',
    server,
    params: undefined,
    pskIdentityHint: undefined,
    request: undefined,
  };
}

/** Only a server that shows who it is may ask the client, RFC 5246 §7.4.4. */
export function onCertificateRequest(
  state: WaitServerHelloDone12,
  { message, bytes }: Arrived<Tls12CertificateRequest>,
): WaitServerHelloDone12 | Failed | undefined {
  if (state.request !== undefined) return undefined;
  if (state.server.kind === 'anonymous') {
    const detail = say('an anonymous server must not ask for a certificate');
    const at = 'CertificateRequest';
    return failed(fault('anonymous-certificate-request', at, detail, spec(5246, '7.4.4')));
  }
  if (state.server.kind === 'psk') return undefined;
  return { ...state, transcript: state.transcript.add(bytes), request: message };
}

/** The key in the certificate must be able to do what the suite asks of it, RFC 5246 §7.4.2. */
function checkKeyType(leaf: Certificate, suite: Tls12Suite): TlsError | undefined {
  const wanted = keyTypes(suite);
  const found = readPublicKey(leaf.subjectPublicKeyInfo)?.kind ?? '';
  if (wanted === undefined || wanted.includes(found)) return undefined;
  const detail = say(
    '{} needs a key of type {}, the certificate has {}',
    suite.name,
    wanted.join(', '),
    leaf.publicKey.kind,
  );
  const at = 'Certificate.certificate_list.[0]';
  return fault('certificate-does-not-fit-suite', at, detail, spec(5246, '7.4.2'));
}
