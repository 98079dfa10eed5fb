/** Which part of a lesson explains a step of the Lab. */
import type { Step } from '../../lab/trace.ts';
import { lessonParts, lessonSlugs, type LessonSlug } from './lessons.ts';

/**
 * By id of the step, else by message or kind of work, where wanted with one of the operations done in it; the most
 * telling part wins.
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
  ApplicationData: ['what-for', 'one-key'],
  Certificate: ['who-are-you', 'fields'],
  validate_chain: ['chain-of-trust', 'links'],
  CertificateStatus: ['offices', 'revocation'],
  Finished: ['nobody-changed', 'finished'],

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
  const special = step.operations.find((operation) => parts[`${name} ${operation.name}`]);
  const found = parts[step.id] ?? parts[special ? `${name} ${special.name}` : name];
  if (!found) return undefined;
  const [slug, part] = found;
  return { lesson: lessonSlugs.indexOf(slug) + 1, part: lessonParts[slug].indexOf(part) + 1 };
}
