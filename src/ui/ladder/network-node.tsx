import Ban from 'lucide-react/icons/ban';
import Clock from 'lucide-react/icons/clock';
import Copy from 'lucide-react/icons/copy';
import History from 'lucide-react/icons/history';
import Pencil from 'lucide-react/icons/pencil';
import Scissors from 'lucide-react/icons/scissors';
import Syringe from 'lucide-react/icons/syringe';
import Unplug from 'lucide-react/icons/unplug';
import type { NetworkMark } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './network-node.module.css';

const icons = {
  edited: Pencil,
  truncated: Scissors,
  dropped: Ban,
  duplicated: Copy,
  delayed: Clock,
  replayed: History,
  injected: Syringe,
  'cut-off': Unplug,
};

/** Where a message passes Mallory: a ring where it went on as it was, a disc with a sign where it did not. */
export function NetworkNode({ fate }: { readonly fate: NetworkMark['fate'] | undefined }) {
  const { fates } = useWords(labWords).ladder;
  return (
    <span className={fate === undefined ? styles.passed : styles.touched}>
      {fate !== undefined && (
        <>
          <Icon of={icons[fate]} size={11} />
          <span className="spoken">{fates[fate]}</span>
        </>
      )}
    </span>
  );
}
