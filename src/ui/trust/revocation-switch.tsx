import type { BrowserConfig, ServerConfig } from '../../lab/scenario.ts';
import { staplesIn } from '../../lab/certificates.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { PageSection } from './page-section.tsx';
import styles from './switches.module.css';

const modes: readonly BrowserConfig['revocation'][] = ['off', 'soft-fail', 'hard-fail'];
const staples: readonly ServerConfig['staple'][] = ['none', 'good', 'revoked', 'stale'];

/** What the browser makes of revocation: soft fail is why a thief only has to keep the answer away. */
export function RevocationSwitch() {
  const { revocation: words } = useWords(trustPageWords);
  const { change } = useActions();
  const mode = useLab((state) => state.scenario.browser.revocation);
  const asks = useLab((state) => state.scenario.browser.statusRequest);
  const staple = useLab((state) => state.scenario.server.staple);
  const trace = useLab((state) => state.trace);
  const stapled = trace ? (staplesIn(trace)[0]?.length ?? 0) : 0;
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
        <span>
          {words.staple}
          <Segmented
            label={words.staple}
            segments={staples.map((id) => ({ id, label: words.staples[id] }))}
            selected={staple}
            onSelect={(kind) => change({ server: { staple: kind } })}
          />
        </span>
        <Switch on={asks} onToggle={() => change({ browser: { statusRequest: !asks } })}>
          {words.asks}
        </Switch>
      </div>
      <p className={styles.note}>
        {words.lists(lists)} {words.stapled(stapled)}
      </p>
    </PageSection>
  );
}
