import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import type { Spec } from '../../bytes/spec.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { specLink } from '../../view/links.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './rfc-link.module.css';

/** A paragraph of a standard. Opens where the reader sends it; nothing is fetched by itself. */
export function RfcLink({ spec, arrow = false }: { readonly spec: Spec; readonly arrow?: boolean }) {
  const words = useWords(inspectorWords);
  const { label, href } = specLink(spec);
  return (
    <a
      className={styles.link}
      href={href}
      target="_blank"
      rel="noreferrer"
      title={words.frame.openRfc(spec.rfc, spec.section)}
    >
      {label}
      {arrow && <Icon of={ArrowUpRight} size={12} />}
    </a>
  );
}
