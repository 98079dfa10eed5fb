import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { spec } from '../../bytes/spec.ts';
import type { Trace } from '../../lab/trace.ts';
import { checkWords } from '../../lesson/check.ts';
import { type TrustWords, trustWords } from '../../lesson/trust.ts';
import type { PathResult } from '../../x509/path/result.ts';
import { cardAt } from '../../view/trust-certificates.ts';
import { adviceFor } from '../../view/advice.ts';
import { checkRows } from '../../view/trust-checks.ts';
import { Icon } from '../icons/icon.tsx';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Eyebrow } from '../primitives/eyebrow.tsx';
import { TabPanel, Tabs } from '../primitives/tabs.tsx';
import { CandidateList } from '../trust/candidate-list.tsx';
import { CheckList } from '../trust/check-list.tsx';
import { useWords } from '../use-lab.ts';
import { AdviceCard } from './advice-card.tsx';
import { Clients } from './clients.tsx';
import { useCheck } from './use-check.ts';
import panel from '../trust/trust.module.css';
import styles from './check.module.css';

type TabId = 'checks' | 'paths' | 'clients' | 'fix';

/** What the browser's validator makes of the chain, and what other clients do. */
export function Verdict() {
  const words = useWords(checkWords).verdict;
  const trace = useCheck((state) => state.trace);
  const isBusy = useCheck((state) => state.isBusy);
  const failure = useCheck((state) => state.failure);
  const step = trace?.steps[0];
  const path = step?.kind === 'local' ? step.path : undefined;
  return (
    <section className={styles.verdict} aria-labelledby="verdict-title" aria-busy={isBusy}>
      <Eyebrow>
        <b>{words.eyebrow}</b>
        {path && <State isGood={path.verdict === 'trusted'} />}
      </Eyebrow>
      <div className={styles.titleRow}>
        <h1 id="verdict-title">{words.title}</h1>
        <RfcLink spec={spec(5280, '6.1')} arrow />
      </div>
      {failure !== undefined && <p role="alert">{words.failure(failure)}</p>}
      {trace && path ? (
        <Judged trace={trace} path={path} />
      ) : (
        <p className={styles.lead}>{isBusy ? words.busy : words.waits}</p>
      )}
    </section>
  );
}

function State({ isGood }: { readonly isGood: boolean }) {
  const words = useWords(checkWords).verdict;
  return (
    <>
      <i />
      <span className={styles.state} data-good={isGood}>
        <Icon of={isGood ? Check : X} size={13} />
        {isGood ? words.passed : words.failed}
      </span>
    </>
  );
}

function Judged({ trace, path }: { readonly trace: Trace; readonly path: PathResult }) {
  const all = useWords(checkWords);
  const words = all.verdict;
  const trust = useWords(trustWords);
  const [tab, setTab] = useState<TabId>('checks');
  const isTrusted = path.verdict === 'trusted';
  const anchor = path.path?.at(-1);
  const root = (anchor && cardAt(trace, anchor, 'server')?.name) ?? '';
  const advice = adviceFor(trace, path);
  const tabs: readonly TabId[] = ['checks', ...(advice ? (['fix'] as const) : []), 'paths', 'clients'];
  const shown = tabs.includes(tab) ? tab : 'checks';
  const props = { trace, path, presenter: 'server' as const };
  return (
    <>
      <p className={styles.lead}>
        {isTrusted
          ? words.trusted(trace.scenario.browser.serverName, path.path?.length ?? 0, root)
          : words.rejected(reasonOf(trace, path, trust))}
      </p>
      <Tabs
        label={all.tabs.label}
        name="verdict"
        tabs={tabs.map((id) => ({
          id,
          label: all.tabs[id],
          ...(id === 'paths' && { count: path.candidates.length }),
        }))}
        selected={shown}
        onSelect={setTab}
      />
      <TabPanel name="verdict" tab={shown}>
        <div className={`${panel.column} ${styles.panel}`}>
          {shown === 'checks' && <CheckList {...props} />}
          {shown === 'fix' && advice && <AdviceCard advice={advice} />}
          {shown === 'paths' && <CandidateList {...props} />}
          {shown === 'clients' && <Clients trace={trace} />}
          <p className={styles.hint}>{words.limits}</p>
        </div>
      </TabPanel>
    </>
  );
}

/** The line of the check that decides. */
function reasonOf(trace: Trace, path: PathResult, words: TrustWords): string {
  const row = checkRows(trace, path, 'server').find(({ id }) => id === path.failure?.id);
  return row ? words.line(row.id, row.code, row.facts) : '';
}
