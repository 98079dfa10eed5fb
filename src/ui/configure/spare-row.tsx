import Plus from 'lucide-react/icons/plus';
import { configureWords } from '../../lesson/configure.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './ordered-list.module.css';

/** What the side could also have: one press puts it at the end of the list. */
export function SpareRow({ name, onAdd }: { readonly name: string; readonly onAdd: () => void }) {
  const words = useWords(configureWords).list;
  return (
    <li className={`${styles.row} ${styles.spare}`}>
      <button type="button" className={styles.handle} aria-label={words.add(name)} onClick={onAdd}>
        <Icon of={Plus} size={12} />
        <span className={styles.place} />
        <code>{name}</code>
      </button>
    </li>
  );
}
