import ChevronRight from 'lucide-react/icons/chevron-right';
import { authorityFaults, leafFaults } from '../../lab/certificate-faults.ts';
import type { CertificateFault, ServerConfig } from '../../lab/scenario.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { faultPatch, hostsOf, type Hosts, type Period, periodOf, periods } from '../../view/fault-picker.ts';
import { CheckBox } from '../configure/check-box.tsx';
import { Icon } from '../icons/icon.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './switches.module.css';

const hosts: readonly Hosts[] = ['right', 'other'];

/** Faults of the certificates, to be stacked at will. */
export function FaultPicker() {
  const { faults: words } = useWords(trustPageWords);
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const { server } = scenario;
  const count =
    server.faults.length + Number(periodOf(server) !== 'good') + Number(hostsOf(scenario) === 'other');
  const set = (patch: Partial<ServerConfig>): void => change({ server: patch });
  const boxes = (list: readonly CertificateFault[]) => (
    <div className={styles.boxes}>
      {list.map((fault) => (
        <CheckBox
          key={fault}
          on={server.faults.includes(fault)}
          onToggle={() => set(faultPatch(server, fault))}
        >
          {words.names[fault]}
        </CheckBox>
      ))}
    </div>
  );
  return (
    <details className={styles.faults}>
      <summary>
        <Icon of={ChevronRight} size={14} />
        {words.title}
        <small>{count === 0 ? words.none : words.count(count)}</small>
      </summary>
      <div className={styles.pair}>
        <span>
          {words.dates}
          <Segmented
            label={words.dates}
            segments={(Object.keys(periods) as Period[]).map((id) => ({ id, label: words.periods[id] }))}
            selected={periodOf(server)}
            onSelect={(id) => set({ validity: periods[id] })}
          />
        </span>
        <span>
          {words.hostName}
          <Segmented
            label={words.hostName}
            segments={hosts.map((id) => ({ id, label: words.hosts[id] }))}
            selected={hostsOf(scenario)}
            onSelect={(id) =>
              set({ names: id === 'right' ? [scenario.browser.serverName] : ['static.other.example'] })
            }
          />
        </span>
      </div>
      <fieldset className={styles.group}>
        <legend>{words.leaf}</legend>
        {boxes(leafFaults)}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{words.authorities}</legend>
        {boxes(authorityFaults)}
      </fieldset>
      <p className={styles.note}>{words.sct}</p>
    </details>
  );
}
