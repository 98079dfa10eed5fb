import Check from 'lucide-react/icons/check';
import X from 'lucide-react/icons/x';
import { useMemo } from 'react';
import { type Client, clients } from '../../lab/clients/clients.ts';
import type { ClientSurvey } from '../../lab/clients/ask.ts';
import type { Trace } from '../../lab/trace.ts';
import { clientWords } from '../../lesson/clients.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { type Device, devicesOf, storeCell } from '../../view/store-table.ts';
import { Icon } from '../icons/icon.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { Breakable } from './breakable.tsx';
import { PageSection } from './page-section.tsx';
import styles from './store-table.module.css';
import { useSurvey } from './use-clients.ts';

const order: readonly Device[] = ['old', 'modern', 'both'];

/** Cross-signed chains: the same certificates, and three stores they may meet. */
export function StoreTable({ trace }: { readonly trace: Trace }) {
  const { store: words } = useWords(trustPageWords);
  const { change } = useActions();
  const roots = useLab((state) => state.scenario.browser.roots);
  const issuer = trace.scenario.server.issuer;
  const devices = useMemo(() => devicesOf(issuer), [issuer]);
  const surveys: Readonly<Record<Device, ClientSurvey | undefined>> = {
    old: useSurvey(trace, devices.old),
    modern: useSurvey(trace, devices.modern),
    both: useSurvey(trace, devices.both),
  };
  const current = order.find(
    (device) => [...devices[device]].toSorted().join() === [...roots].toSorted().join(),
  );
  return (
    <PageSection title={words.storeTable}>
      <div className={styles.switch}>
        <span>{words.presets}</span>
        <Segmented
          label={words.presets}
          segments={order.map((id) => ({ id, label: words.devices[id] }))}
          selected={current ?? ('' as Device)}
          onSelect={(device) => change({ browser: { roots: devices[device] } })}
        />
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className="spoken">
              {words.client}
            </th>
            {order.map((device) => (
              <th key={device} scope="col" className={device === current ? styles.current : undefined}>
                {words.devices[device]}
                {device === current && <small> {words.thisRun}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <tr key={client.id}>
              <th scope="row">
                {client.name} <small>{client.version}</small>
              </th>
              {order.map((device) => (
                <Cell key={device} client={client} device={device} survey={surveys[device]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{words.deviceNote}</p>
    </PageSection>
  );
}

interface CellProps {
  readonly client: Client;
  readonly device: Device;
  readonly survey: ClientSurvey | undefined;
}

function Cell({ client, device, survey }: CellProps) {
  const words = useWords(clientWords);
  const cell = storeCell(client, device, survey);
  if (cell === undefined) return <td>{words.verdicts['not-measured']}</td>;
  const good = cell.verdict === 'connects';
  return (
    <td className={good ? styles.good : styles.bad}>
      <span className={styles.verdict}>
        <Icon of={good ? Check : X} size={13} />
        {words.verdicts[good ? 'connects' : 'fails']}
      </span>{' '}
      {cell.text !== undefined && (
        <code>
          <Breakable text={cell.text} />
        </code>
      )}
      {cell.basis !== 'measured' && <small>{words.basis[cell.basis]}</small>}
    </td>
  );
}
