/** Which part of a lesson explains a step of the Lab. */
import type { Step } from '../../lab/trace.ts';
import { lessonParts, lessonSlugs, type LessonSlug } from './lessons.ts';

/** By message or kind of work; the most telling part wins. */
const parts: Readonly<Record<string, readonly [LessonSlug, string]>> = {
  ClientHello: ['what-for', 'wire'],
  ServerHello: ['what-for', 'wire'],
  CertificateVerify: ['what-for', 'two-keys'],
  verify_signature: ['what-for', 'two-keys'],
  ClientKeyExchange: ['what-for', 'five-steps'],
  ApplicationData: ['what-for', 'one-key'],
  Certificate: ['who-are-you', 'fields'],
  ServerKeyExchange: ['who-are-you', 'ownership'],
  validate_chain: ['chain-of-trust', 'links'],
  CertificateStatus: ['offices', 'revocation'],
  Finished: ['nobody-changed', 'finished'],
};

/** Lesson and part, both from 1; undefined where no lesson is about it. */
export function lessonAbout(step: Step): { readonly lesson: number; readonly part: number } | undefined {
  const found = parts[step.kind === 'message' ? step.message : step.work];
  if (!found) return undefined;
  const [slug, part] = found;
  return { lesson: lessonSlugs.indexOf(slug) + 1, part: lessonParts[slug].indexOf(part) + 1 };
}
