/** Which part of a lesson explains a step of the Lab. */
import type { Step } from '../../lab/trace.ts';
import { lessonParts, lessonSlugs, type LessonSlug } from './lessons.ts';

/** By id of the step, else by message or kind of work; the most telling part wins. */
const parts: Readonly<Record<string, readonly [LessonSlug, string]>> = {
  ClientHello: ['what-for', 'wire'],
  ServerHello: ['what-for', 'wire'],
  CertificateVerify: ['what-for', 'two-keys'],
  verify_signature: ['what-for', 'two-keys'],
  ClientKeyExchange: ['what-for', 'five-steps'],
  ApplicationData: ['what-for', 'one-key'],

  CertificateRequest: ['asks-back', 'request'],
  client_certificate: ['asks-back', 'side-by-side'],
  validate_client_chain: ['asks-back', 'trust-list'],
  client_certificate_verify: ['asks-back', 'side-by-side'],
  verify_client_signature: ['asks-back', 'worth-it'],

  ServerHelloDone: ['two-versions', 'round-trips'],
  HelloRetryRequest: ['two-versions', 'moved'],
  EncryptedExtensions: ['two-versions', 'moved'],
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
  const found = parts[step.id] ?? parts[step.kind === 'message' ? step.message : step.work];
  if (!found) return undefined;
  const [slug, part] = found;
  return { lesson: lessonSlugs.indexOf(slug) + 1, part: lessonParts[slug].indexOf(part) + 1 };
}
