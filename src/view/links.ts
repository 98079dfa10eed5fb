/** Where a paragraph of a standard can be read, and how it is cited. */
import type { Spec } from '../bytes/spec.ts';

export interface SpecLink {
  /** 'RFC 9846 §4.5.1', 'RFC 9846 §E.4'. */
  readonly label: string;
  /** '§4.5.1', for columns whose head names the RFC. */
  readonly section: string;
  readonly href: string;
}

export function specLink(spec: Spec): SpecLink {
  const appendix = /^[A-Z]/.test(spec.section);
  const anchor = spec.section === '' ? '' : `#${appendix ? 'appendix' : 'section'}-${spec.section}`;
  const section = spec.section === '' ? '' : `§${spec.section}`;
  return {
    label: `RFC ${spec.rfc} ${section}`.trim(),
    section,
    href: `https://www.rfc-editor.org/rfc/rfc${spec.rfc}.html${anchor}`,
  };
}
