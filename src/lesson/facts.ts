/** The facts of a step: which case of the story it is, and the numbers and names its text quotes. */
import type { LocalStep, MessageStep, Step, Trace } from '../lab/trace.ts';
import type { FaultFacts, StepFacts } from './step-facts.ts';
import {
  certificate,
  certificateRequest,
  certificateVerify,
  chain,
  encryptedExtensions,
  signature,
} from './facts/authentication.ts';
import {
  alert,
  applicationData,
  deriveApplicationKeys,
  finished,
  keyUpdate,
  newSessionTicket,
} from './facts/connection.ts';
import { deriveEarlyKeys, earlyData, endOfEarlyData, verifyBinder } from './facts/psk.ts';
import {
  clientHello,
  deriveHandshakeKeys,
  helloRetryRequest,
  negotiationFailure,
  serverHello,
} from './facts/hello.ts';
import {
  certificateStatus,
  changeCipherSpec,
  clientKeyExchange,
  decryptPremaster,
  deriveKeyBlock,
  isTls12,
  paramsSignature,
  serverHelloDone,
  serverKeyExchange,
  tls12ApplicationData,
  tls12CertificateRequest,
  tls12Finished,
  tls12NewSessionTicket,
  tls12ServerHello,
} from './facts/tls12.ts';

/** Computed from the trace alone. A step that cannot be read (a broken message) is `other`. */
export function factsOf(step: Step, trace: Trace): StepFacts {
  return (step.kind === 'message' ? ofMessage(step, trace) : ofWork(step, trace)) ?? otherFacts(step);
}

/** The fault noticed on this step, unless the step's own case already tells it. */
export function faultOf(step: Step, facts: StepFacts, trace: Trace): FaultFacts | undefined {
  const told: readonly StepFacts['case'][] = [
    'chain-invalid',
    'negotiation-failure',
    'signature-rejected',
    'params-rejected',
    'old-server-hello',
    'empty-certificate',
  ];
  // The alert that reports a fault is none itself.
  if (facts.case === 'alert') return undefined;
  if ('failure' in facts && facts.failure !== undefined) return undefined;
  if (step.error === undefined || told.includes(facts.case) || trace.outcome.kind !== 'failed')
    return undefined;
  return { by: trace.outcome.noticedBy, code: step.error.code, alert: step.error.alert };
}

function ofMessage(step: MessageStep, trace: Trace): StepFacts | undefined {
  switch (step.message) {
    case 'ClientHello':
      return clientHello(step, trace);
    case 'ServerHello':
      return isTls12(step) || step.error?.code === 'no-common-version'
        ? tls12ServerHello(step, trace)
        : serverHello(step, trace);
    case 'HelloRetryRequest':
      return helloRetryRequest(step, trace);
    case 'EncryptedExtensions':
      return encryptedExtensions(step, trace);
    case 'CertificateRequest':
      return isTls12(step) ? tls12CertificateRequest(step, trace) : certificateRequest(step, trace);
    case 'ServerKeyExchange':
      return serverKeyExchange(step, trace);
    case 'ServerHelloDone':
      return serverHelloDone(step, trace);
    case 'ClientKeyExchange':
      return clientKeyExchange(step);
    case 'ChangeCipherSpec':
      return changeCipherSpec(step);
    case 'CertificateStatus':
      return certificateStatus(step);
    case 'HelloRequest':
      return { case: 'hello-request' };
    case 'Certificate':
      return certificate(step, trace);
    case 'CertificateVerify':
      return certificateVerify(step, trace);
    case 'Finished':
      return isTls12(step) ? tls12Finished(step, trace) : finished(step, trace);
    case 'NewSessionTicket':
      return isTls12(step) ? tls12NewSessionTicket(step) : newSessionTicket(step, trace);
    case 'KeyUpdate':
      return keyUpdate(step, trace);
    case 'EndOfEarlyData':
      return endOfEarlyData(trace);
    case 'ApplicationData':
      if (isTls12(step)) return tls12ApplicationData(step, trace);
      return step.level === 'early' ? earlyData(step, trace) : applicationData(step, trace);
    case 'Alert':
      return alert(step, trace);
    case 'UnreadableRecord':
      return {
        case: 'unreadable-record',
        from: step.from,
        bytes: step.wire.bytes.length,
        protected: step.level !== 'plaintext',
        ...(typeof step.facts['unreadable'] === 'string' && { captured: step.facts['unreadable'] }),
      };
  }
}

function ofWork(step: LocalStep, trace: Trace): StepFacts | undefined {
  switch (step.work) {
    case 'negotiate':
      return negotiationFailure(step, trace);
    case 'verify_binder':
      return verifyBinder(step);
    case 'derive_early_keys':
      return deriveEarlyKeys(step);
    case 'derive_handshake_keys':
      return deriveHandshakeKeys(step, trace);
    case 'validate_chain':
      return chain(step, 'server', trace);
    case 'verify_signature':
      return isTls12(step) ? paramsSignature(step, trace) : signature(step, 'browser', trace);
    case 'decrypt_premaster_secret':
      return decryptPremaster(step, trace);
    case 'derive_key_block':
      return deriveKeyBlock(step);
    case 'derive_application_keys':
      return deriveApplicationKeys(step);
    case 'validate_client_chain':
      return chain(step, 'browser', trace);
    case 'verify_client_signature':
      return signature(step, 'server', trace);
  }
}

function otherFacts(step: Step): StepFacts {
  return step.kind === 'message'
    ? { case: 'other', message: step.message, from: step.from }
    : { case: 'other', message: step.work.replaceAll('_', ' ') };
}
