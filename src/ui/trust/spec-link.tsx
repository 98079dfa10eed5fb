import type { Spec } from '../../bytes/spec.ts';
import styles from './spec-link.module.css';

export interface SpecLinkProps {
  readonly spec: Spec;
  /** Without the number of the RFC, where a list names it once. */
  readonly short?: boolean;
}

/** 'RFC 9846 §4.2.1', linked to the paragraph. */
export function SpecLink({ spec, short = false }: SpecLinkProps) {
  const appendix = /^[A-Z]/.test(spec.section);
  const section = `§${spec.section}`;
  const text = spec.section === '' ? `RFC ${spec.rfc}` : `RFC ${spec.rfc} ${section}`;
  const anchor = spec.section === '' ? '' : `#${appendix ? 'appendix' : 'section'}-${spec.section}`;
  return (
    <a
      className={styles.link}
      href={`https://www.rfc-editor.org/rfc/rfc${spec.rfc}${anchor}`}
      target="_blank"
      rel="noreferrer"
      aria-label={short ? text : undefined}
    >
      {short ? section : text}
    </a>
  );
}
