import type { BrowserConfig } from '../../lab/scenario.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { PageSection } from './page-section.tsx';
import styles from './switches.module.css';

const modes: readonly BrowserConfig['revocation'][] = ['off', 'soft-fail', 'hard-fail'];

/** What the browser makes of revocation: soft fail is why a thief only has to keep the answer away. */
export function RevocationSwitch() {
  const { revocation: words } = useWords(trustPageWords);
  const { change } = useActions();
  const mode = useLab((state) => state.scenario.browser.revocation);
  const lists = useLab((state) => state.trace?.trust?.browser.revocationLists.length ?? 0);
  return (
    <PageSection title={words.title}>
      <div className={styles.pair}>
        <span>
          {words.label}
          <Segmented
            label={words.label}
            segments={modes.map((id) => ({ id, label: words.modes[id] }))}
            selected={mode}
            onSelect={(revocation) => change({ browser: { revocation } })}
          />
        </span>
      </div>
      <p className={styles.note}>
        {words.lists(lists)} {words.staple}
      </p>
    </PageSection>
  );
}
