/**
 * References to paragraphs of standards, as values.
 *
 * A screen, an error or a field names its source by `spec(9846, '4.2.2')`; how a reference looks
 * and where it links to is decided in one place only (the view).
 */
import type { Rfc9846Section } from './rfc9846.ts';

/** One section of one RFC. `section` is spelt as in the RFC: '4.2.2', 'A.1'. */
export interface Spec {
  readonly rfc: number;
  readonly section: string;
}

/**
 * A reference to a section. TLS 1.3 is cited by RFC 9846, whose section numbers are known to the
 * compiler: a section that does not exist is a type error.
 */
export function spec(rfc: 9846, section: Rfc9846Section): Spec;
export function spec<R extends number>(rfc: R extends 9846 ? never : R, section: string): Spec;
export function spec(rfc: number, section: string): Spec {
  return { rfc, section };
}
