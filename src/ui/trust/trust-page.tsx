import ArrowRight from 'lucide-react/icons/arrow-right';
import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import type { LocalStep, Trace } from '../../lab/trace.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import type { TrustView } from '../../state/pages/trust.ts';
import { shownClient } from '../../view/clients.ts';
import { judgement, subjectOf } from '../../view/trust.ts';
import { BarControls } from '../app-shell/bar-controls.tsx';
import { Icon } from '../icons/icon.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { ScenarioCombobox } from '../scenario/scenario-combobox.tsx';
import { useActions, useLab, usePageView, useWords } from '../use-lab.ts';
import { AlertLine } from './alert-line.tsx';
import { CandidateList } from './candidate-list.tsx';
import { ChainEditor } from './chain-editor.tsx';
import { CheckList } from './check-list.tsx';
import { ClientAuthSwitches, ClientOutcome, ClientStore } from './client-auth.tsx';
import { ClientPreview } from './client-preview.tsx';
import { ClientTable } from './client-table.tsx';
import { FaultPicker } from './fault-picker.tsx';
import { FixCard } from './fix-card.tsx';
import { PathGraphView } from './path-graph.tsx';
import { PathPictureView } from './path-picture.tsx';
import { RevocationSwitch } from './revocation-switch.tsx';
import { SourceSwitches } from './source-switches.tsx';
import { StoreSection } from './store-section.tsx';
import { TallyLine } from './tally.tsx';
import { StoreTable } from './store-table.tsx';
import styles from './trust-page.module.css';
import { useClients } from './use-clients.ts';

/**
 * The Trust page: what is sent, what the other side holds, every way between the two, and what comes of
 * it. It shows the run of the Lab, so that one press leads to the handshake around it.
 */
export function TrustPage() {
  const words = useWords(trustPageWords);
  const trace = useLab((state) => state.trace);
  const { chain } = usePageView('trust');
  return (
    <main tabIndex={-1} className={styles.page}>
      <h1 className="spoken">{words.title}</h1>
      <BarControls>
        <ScenarioCombobox />
      </BarControls>
      {trace ? <Columns trace={trace} chain={chain} /> : <p className={styles.empty}>{words.waiting}</p>}
    </main>
  );
}

interface ColumnsProps {
  readonly trace: Trace;
  readonly chain: TrustView['chain'];
}

function Columns({ trace, chain }: ColumnsProps) {
  const step = judgement(trace, chain);
  const path = step?.path;
  const presenter = chain === 'server' ? 'server' : 'browser';
  return (
    <>
      <div className={styles.left}>
        <Whose chain={chain} />
        {chain === 'server' ? (
          <>
            <ChainEditor trace={trace} />
            <SourceSwitches trace={trace} />
          </>
        ) : (
          <>
            <ClientAuthSwitches />
            <ClientStore />
          </>
        )}
        {path && (
          <>
            <div className={styles.wide}>
              <PathGraphView trace={trace} path={path} presenter={presenter} />
            </div>
            <div className={styles.narrow}>
              <PathPictureView trace={trace} path={path} presenter={presenter} />
            </div>
            <CandidateList trace={trace} path={path} presenter={presenter} />
          </>
        )}
        {chain === 'server' && (
          <>
            <StoreSection />
            <RevocationSwitch />
            <FaultPicker />
          </>
        )}
      </div>
      <div className={styles.right}>
        {chain === 'server' ? (
          <ServerVerdict trace={trace} step={step} />
        ) : (
          <ClientVerdict trace={trace} step={step} />
        )}
      </div>
    </>
  );
}

/** The server's chain, or the one the browser shows when it is asked. */
function Whose({ chain }: Pick<ColumnsProps, 'chain'>) {
  const words = useWords(trustPageWords);
  const { setView } = useActions();
  return (
    <div className={styles.whose}>
      <span>{words.whose}</span>
      <Segmented
        label={words.whose}
        segments={(['server', 'client'] as const).map((id) => ({ id, label: words.chains[id] }))}
        selected={chain}
        onSelect={(id) => setView('trust', { chain: id })}
      />
    </div>
  );
}

interface VerdictProps {
  readonly trace: Trace;
  readonly step: LocalStep | undefined;
}

function ServerVerdict({ trace, step }: VerdictProps) {
  const words = useWords(trustPageWords);
  const table = useClients(trace);
  const { client } = usePageView('trust');
  const { setView } = useActions();
  const crossed = trace.scenario.server.sends.includes('cross-sign');
  const failed = trace.outcome.kind === 'failed';
  const row = shownClient(table, client, failed);
  return (
    <>
      <VerdictHead trace={trace} step={step} />
      {step?.path ? (
        <div className={styles.two}>
          <div>
            <CheckList trace={trace} path={step.path} presenter="server" folded />
            <FixCard trace={trace} />
          </div>
          <div>
            {row && <ClientPreview trace={trace} row={row} />}
            {failed && <AlertLine trace={trace} />}
          </div>
        </div>
      ) : (
        <p className={styles.empty}>{words.noChain}</p>
      )}
      {crossed && <StoreTable trace={trace} />}
      <ClientTable
        table={table}
        chosen={row?.client.id}
        onChoose={(id) => setView('trust', { client: id })}
      />
    </>
  );
}

function ClientVerdict({ trace, step }: VerdictProps) {
  const words = useWords(trustPageWords);
  return (
    <>
      <VerdictHead trace={trace} step={step} />
      {step?.path ? (
        <CheckList trace={trace} path={step.path} presenter="browser" folded />
      ) : (
        <p className={styles.empty}>{words.noClientChain}</p>
      )}
      <ClientOutcome trace={trace} />
      <FixCard trace={trace} />
    </>
  );
}

/** The verdict in one line, and the way to the handshake around it. */
function VerdictHead({ trace, step }: VerdictProps) {
  const words = useWords(trustPageWords);
  const { openPage, setStep, setTab } = useActions();
  const path = step?.path;
  const good = path?.verdict === 'trusted';
  const client = step?.work === 'validate_client_chain';
  const name = step ? subjectOf(trace, step) : '';
  return (
    <header className={styles.head}>
      <p className={styles.eyebrow}>
        {words.by[client ? 'server' : 'browser']} · {words.now(trace.clock)}
        <button
          type="button"
          className={styles.lab}
          onClick={() => {
            openPage('lab');
            setTab('checks');
            if (step) setStep(step.index);
          }}
        >
          {words.openInLab}
          <Icon of={ArrowRight} size={13} />
        </button>
      </p>
      {path && (
        <h2 className={good ? styles.good : styles.bad} aria-live="polite">
          <Icon of={good ? Check : X} size={20} strokeWidth={2.25} />
          {good ? words.verdicts.trusted(name) : words.verdicts.rejected(name)}
        </h2>
      )}
      {path && <TallyLine path={path} />}
    </header>
  );
}
