/** Which part of a lesson explains a step of the Lab. */
import type { Step } from '../../lab/trace.ts';
import { alertName } from '../../tls/registry/alerts.ts';
import { lessonParts, lessonSlugs, type LessonSlug } from './lessons.ts';

/**
 * By id of the step, else by message or kind of work, where wanted with what went wrong there, with what an alert says
 * (and who says it) or with one of the operations done in it; the most telling part wins.
 */
const parts: Readonly<Record<string, readonly [LessonSlug, string]>> = {
  ClientHello: ['eavesdropper', 'name'],
  ServerHello: ['suite-names', 'choice'],
  'ServerHello encapsulate': ['two-halves', 'hybrid'],
  'ServerHello agree': ['two-halves', 'x25519'],
  derive_handshake_keys: ['two-halves', 'x25519'],
  'derive_handshake_keys decapsulate': ['two-halves', 'hybrid'],
  EncryptedExtensions: ['eavesdropper', 'certificate'],
  ServerKeyExchange: ['two-halves', 'whose'],
  CertificateVerify: ['what-for', 'two-keys'],
  verify_signature: ['who-are-you', 'ownership'],
  ClientKeyExchange: ['what-for', 'five-steps'],
  'ClientKeyExchange agree': ['two-halves', 'small'],
  'ClientKeyExchange rsa-encrypt': ['envelope', 'inside'],
  decrypt_premaster_secret: ['envelope', 'proof'],
  derive_key_block: ['suite-names', 'hash'],
  derive_application_keys: ['what-for', 'one-key'],
  ApplicationData: ['what-for', 'one-key'],
  KeyUpdate: ['what-for', 'one-key'],
  Certificate: ['who-are-you', 'fields'],
  validate_chain: ['chain-of-trust', 'links'],
  'validate_chain issuer-not-found': ['chain-of-trust', 'missing'],
  'validate_chain root-not-trusted': ['chain-of-trust', 'store'],
  'validate_chain name-mismatch': ['who-are-you', 'names'],
  'validate_chain no-names': ['who-are-you', 'names'],
  'validate_chain revoked': ['offices', 'asking'],
  'validate_chain distrusted': ['offices', 'root-falls'],
  CertificateStatus: ['offices', 'revocation'],
  Finished: ['nobody-changed', 'finished'],
  'ServerHello downgrade-detected': ['nobody-changed', 'downgrade'],
  'EncryptedExtensions bad-record-mac': ['nobody-changed', 'transcript'],
  Alert: ['nobody-changed', 'records'],
  'Alert unknown_ca': ['chain-of-trust', 'missing'],
  'Alert bad_certificate': ['who-are-you', 'names'],
  'Alert certificate_expired': ['who-are-you', 'fields'],
  'Alert certificate_revoked': ['offices', 'asking'],
  'Alert decrypt_error': ['nobody-changed', 'finished'],
  'Alert illegal_parameter': ['nobody-changed', 'downgrade'],
  'Alert handshake_failure': ['two-versions', 'vanished'],
  'Alert protocol_version': ['thirty-years', 'old-clients'],
  'Alert certificate_required': ['asks-back', 'ask-or-insist'],
  'Alert unknown_ca server': ['asks-back', 'trust-list'],
  'Alert unsupported_certificate server': ['asks-back', 'trust-list'],
  'Alert certificate_expired server': ['asks-back', 'trust-list'],
  'Alert certificate_revoked server': ['asks-back', 'worth-it'],
  'Alert bad_certificate server': ['asks-back', 'trust-list'],
  UnreadableRecord: ['nobody-changed', 'records'],

  CertificateRequest: ['asks-back', 'request'],
  client_certificate: ['asks-back', 'side-by-side'],
  validate_client_chain: ['asks-back', 'trust-list'],
  client_certificate_verify: ['asks-back', 'side-by-side'],
  verify_client_signature: ['asks-back', 'worth-it'],

  ServerHelloDone: ['two-versions', 'round-trips'],
  HelloRetryRequest: ['two-versions', 'moved'],
  ChangeCipherSpec: ['two-versions', 'vanished'],
  NewSessionTicket: ['two-versions', 'resumption'],
  verify_binder: ['two-versions', 'resumption'],
  derive_early_keys: ['two-versions', 'zero-rtt'],
  early_data_1: ['two-versions', 'zero-rtt'],
  EndOfEarlyData: ['two-versions', 'zero-rtt'],

  negotiate: ['thirty-years', 'old-clients'],
};

/** Lesson and part, both from 1; undefined where no lesson is about it. */
export function lessonAbout(step: Step): { readonly lesson: number; readonly part: number } | undefined {
  const name = step.kind === 'message' ? step.message : step.work;
  const failure = step.kind === 'message' ? step.error?.code : step.path?.failure?.code;
  const special = [failure, ...said(step), ...step.operations.map((operation) => operation.name)].find(
    (detail) => detail !== undefined && parts[`${name} ${detail}`],
  );
  const found = parts[`${name} ${special}`] ?? parts[step.id] ?? parts[name];
  if (!found) return undefined;
  const [slug, part] = found;
  return { lesson: lessonSlugs.indexOf(slug) + 1, part: lessonParts[slug].indexOf(part) + 1 };
}

/** The name of an alert, first with its sender. */
function said(step: Step): readonly string[] {
  if (step.kind !== 'message' || step.message !== 'Alert') return [];
  const alert = alertName(step.content[1] ?? 0) ?? '';
  return [`${alert} ${step.from}`, alert];
}
