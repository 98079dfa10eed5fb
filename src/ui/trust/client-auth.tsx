import { clientCertificateKinds } from '../../lab/certificate-faults.ts';
import type { BrowserConfig, ClientRootId, ServerConfig } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { configureWords } from '../../lesson/configure.ts';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { clientAlertRows } from '../../view/client-alerts.ts';
import { versionPatch } from '../../view/client-auth.ts';
import { clientRootName } from '../../view/root-store.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { AlertLine } from './alert-line.tsx';
import { PageSection } from './page-section.tsx';
import styles from './switches.module.css';
import table from './clients.module.css';

const auths: readonly ServerConfig['clientAuth'][] = ['none', 'request', 'require'];
const roots: readonly ClientRootId[] = ['staff', 'partner'];

/** Who asks, and what the browser answers with. */
export function ClientAuthSwitches() {
  const { client: words } = useWords(trustPageWords);
  const { form } = useWords(configureWords);
  const { change } = useActions();
  const { clientAuth, versions } = useLab((state) => state.scenario.server);
  const old = !versions.includes(0x0304);
  const { clientCertificate } = useLab((state) => state.scenario.browser);
  return (
    <PageSection title={form.clientAuth}>
      <div className={styles.pair}>
        <span>
          {words.asks}
          <Segmented
            label={words.asks}
            segments={auths.map((id) => ({ id, label: words.auths[id] }))}
            selected={clientAuth}
            onSelect={(id) => change({ server: { clientAuth: id } })}
          />
        </span>
        <span>
          {words.version}
          <Segmented
            label={words.version}
            segments={[
              { id: 'new', label: 'TLS 1.3' },
              { id: 'old', label: 'TLS 1.2' },
            ]}
            selected={old ? 'old' : 'new'}
            onSelect={(id) => change(versionPatch(id))}
          />
        </span>
        <label className={styles.choice}>
          {words.has}
          <select
            value={clientCertificate}
            onChange={(event) =>
              change({
                browser: {
                  clientCertificate: event.currentTarget.value as BrowserConfig['clientCertificate'],
                },
              })
            }
          >
            {clientCertificateKinds.map((id) => (
              <option key={id} value={id}>
                {form.clientCertificates[id]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className={styles.note}>{words.lead[clientAuth]}</p>
    </PageSection>
  );
}

/** The server's own trust list: whose people it lets in. */
export function ClientStore() {
  const { store: words } = useWords(trustPageWords);
  const { change } = useActions();
  const { clientRoots } = useLab((state) => state.scenario.server);
  return (
    <PageSection
      title={words.titleClient}
      note={words.subtitleClient}
      aside={words.on(clientRoots.length, roots.length)}
    >
      <ul className={styles.list}>
        {roots.map((id) => {
          const on = clientRoots.includes(id);
          const next = roots.filter((root) => (root === id ? !on : clientRoots.includes(root)));
          return (
            <li key={id} className={on ? undefined : styles.off}>
              <Switch
                on={on}
                label={clientRootName(id)}
                onToggle={() => change({ server: { clientRoots: next } })}
              >
                <b>{clientRootName(id)}</b>
              </Switch>
              <span className={styles.key}>EC P-256</span>
            </li>
          );
        })}
      </ul>
    </PageSection>
  );
}

/** The alert of this run, and what clients show their users when they get it. */
export function ClientOutcome({ trace }: { readonly trace: Trace }) {
  const { client: words } = useWords(trustPageWords);
  const rows = clientAlertRows(trace);
  const accepted = trace.outcome.kind === 'completed' && trace.negotiated.clientSignatureScheme !== undefined;
  return (
    <PageSection title={words.alertTitle}>
      <AlertLine trace={trace} />
      {trace.outcome.kind === 'completed' && (
        <p className={styles.note}>{accepted ? words.accepted : words.none}</p>
      )}
      {rows.length > 0 && (
        <>
          <table className={table.table}>
            <caption className="spoken">{words.says}</caption>
            <tbody>
              {rows.map((row) => (
                <tr key={row.client}>
                  <th scope="row">
                    {row.client} <small>{row.version}</small>
                  </th>
                  <td>
                    <code>{row.text}</code>
                    <em className={table.line}>{row.measured ? words.seen.measured : words.seen.text}</em>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {rows.some(({ blames }) => blames) && <p className={styles.note}>{words.blames}</p>}
        </>
      )}
    </PageSection>
  );
}
