import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { trustWords } from '../../lesson/trust.ts';
import type { PathPicture } from '../../view/trust-path.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './path.module.css';

interface JointProps {
  readonly kind: PathPicture['joints'][number];
  /** Nothing stands above that could have signed. */
  readonly missing: boolean;
}

/** The line from a certificate to its issuer: verified, broken, or never reached. */
export function Joint({ kind, missing }: JointProps) {
  const { path: words } = useWords(trustWords);
  const text = {
    verified: words.verified,
    broken: missing ? words.broken : words.badSignature,
    open: '',
    'not-reached': words.neverReached,
  }[kind];
  return (
    <li className={`${styles.joint} ${styles[kind]}`}>
      {kind === 'verified' && <Icon of={Check} size={13} strokeWidth={2.25} />}
      {kind === 'broken' && <Icon of={X} size={13} strokeWidth={2.25} />}
      <i aria-hidden="true" />
      <span className={kind === 'not-reached' ? undefined : 'spoken'}>{text}</span>
    </li>
  );
}
