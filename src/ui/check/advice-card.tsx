import { adviceCommands } from '../../lesson/advice-commands.ts';
import { adviceWords } from '../../lesson/advice.ts';
import { trustWords } from '../../lesson/trust.ts';
import type { Advice } from '../../view/advice.ts';
import { FixText } from '../trust/fix-card.tsx';
import { useWords } from '../use-lab.ts';
import styles from '../trust/fix.module.css';

/** How to mend a chain that is not ours: there is nothing to press. */
export function AdviceCard({ advice: { code, facts } }: { readonly advice: Advice }) {
  const words = useWords(adviceWords);
  const { fix } = useWords(trustWords);
  return (
    <section className={styles.fix}>
      <h2>{fix.title}</h2>
      <FixText text={words[code](facts)} {...adviceCommands(code, facts)} />
    </section>
  );
}
