import { Suspense, useDeferredValue } from 'react';
import type { Step, StepOperation, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { shownTab, tabsOf } from '../../view/bytes-tabs.ts';
import { BytesPanel } from '../bytes/bytes-panel.tsx';
import { Ledger } from '../ledger/ledger.tsx';
import { TabPanel, Tabs } from '../primitives/tabs.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { ByteViewSwitch } from './byte-view-switch.tsx';
import { NoBytes } from './no-bytes.tsx';
import { narrow, phone, useMedia } from './use-media.ts';
import { type Ahead, late } from '../late/late.tsx';
import styles from './inspector.module.css';

const CryptoPanel = late(() => import('../crypto/crypto-panel.tsx').then(({ CryptoPanel: panel }) => panel));
const CertificatesPanel = late(() =>
  import('../certificates/certificates-panel.tsx').then(({ CertificatesPanel: panel }) => panel),
);
const KeysPanel = late(() => import('../keys/keys-panel.tsx').then(({ KeysPanel: panel }) => panel));
const NegotiationPanel = late(() =>
  import('../negotiation/negotiation-panel.tsx').then(({ NegotiationPanel: panel }) => panel),
);
const TrustPanel = late(() => import('../trust/trust-panel.tsx').then(({ TrustPanel: panel }) => panel));

/** The likeliest first: a key that is pressed on leads to the checks. */
export const latePanels: readonly Ahead[] = [TrustPanel, CryptoPanel, CertificatesPanel, KeysPanel];

const shortcuts: Readonly<Record<string, string>> = { bytes: 'b', certificates: 'd', crypto: 'c', keys: 'k' };

export interface InspectorPanelsProps {
  readonly trace: Trace;
  readonly step: Step;
  /** Name of the operation that the crypto panel begins with. */
  readonly operation?: StepOperation['name'] | undefined;
  /** Whether the ledger may stand at the foot; its tab in one column stays. */
  readonly foot?: boolean;
}

/** Tabs of the step, the panel of the chosen one, and who knows what at the foot. */
export function InspectorPanels({ trace, step, operation, foot = true }: InspectorPanelsProps) {
  const words = useWords(inspectorWords).frame;
  const wanted = useLab((state) => state.tab);
  const { setTab } = useActions();
  const isPhone = useMedia(phone);
  const isNarrow = useMedia(narrow);
  const room = isPhone ? 'phone' : isNarrow ? 'narrow' : 'wide';
  // Bytes first; the ledger may follow a frame later.
  const later = useDeferredValue(step);
  const offered = tabsOf(trace, step, room);
  const tab = shownTab(offered, wanted);
  const labels = {
    ...words.tabs,
    ...(isPhone && { certificates: words.tabs.certificatesShort, ledger: words.tabs.ledgerShort }),
  };
  return (
    <>
      <div className={styles.tabrow}>
        <Tabs
          label={words.tabList}
          name="inspector"
          tabs={offered.map(({ id, count }) => ({ id, label: labels[id], count, shortcut: shortcuts[id] }))}
          selected={tab}
          onSelect={setTab}
        />
        {/* The switch of the other tabs is drawn by their panels, through this slot. */}
        <div className={styles.switch} id="inspector-switch">
          {(tab === 'bytes' || tab === 'fields') && step.kind === 'message' && step.plain && (
            <ByteViewSwitch />
          )}
        </div>
      </div>
      <TabPanel name="inspector" tab={tab} className={styles.panel}>
        <Suspense fallback={<p className={styles.loading}>{words.loading}</p>}>
          {(tab === 'bytes' || tab === 'fields') &&
            (step.kind === 'message' ? (
              <BytesPanel
                step={step}
                negotiated={trace.negotiated}
                only={isPhone ? (tab === 'bytes' ? 'hex' : 'fields') : undefined}
              />
            ) : (
              <NoBytes />
            ))}
          {tab === 'crypto' && <CryptoPanel trace={trace} step={step} first={operation} />}
          {tab === 'certificates' && <CertificatesPanel trace={trace} step={step} />}
          {tab === 'keys' && <KeysPanel trace={trace} step={step} />}
          {tab === 'checks' && <TrustPanel trace={trace} step={step} />}
          {tab === 'negotiation' && <NegotiationPanel trace={trace} step={step} />}
          {tab === 'ledger' && <Ledger trace={trace} step={step} layout="tab" />}
        </Suspense>
      </TabPanel>
      {/* One ledger at a time: the Keys tab is the ledger in full. Checks need the room. */}
      {foot &&
        room === 'wide' &&
        tab !== 'keys' &&
        tab !== 'crypto' &&
        tab !== 'checks' &&
        tab !== 'negotiation' && <Ledger trace={trace} step={later} layout="foot" />}
    </>
  );
}
