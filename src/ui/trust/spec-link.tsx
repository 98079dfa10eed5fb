import type { Spec } from '../../bytes/spec.ts';
import { specLink } from '../../view/links.ts';
import styles from './spec-link.module.css';

export interface SpecLinkProps {
  readonly spec: Spec;
  /** Without the number of the RFC, where most rows of a list cite the same one. */
  readonly short?: boolean;
}

/** 'RFC 9846 §4.2.1', linked to the paragraph. */
export function SpecLink({ spec, short = false }: SpecLinkProps) {
  const { label, section, href } = specLink(spec);
  return (
    <a
      className={styles.link}
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={short ? label : undefined}
      title={label}
    >
      {short ? section : label}
    </a>
  );
}
