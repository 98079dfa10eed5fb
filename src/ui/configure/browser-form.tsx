import { clientCertificateKinds } from '../../lab/certificate-faults.ts';
import type { BrowserConfig } from '../../lab/scenario.ts';
import { configureWords } from '../../lesson/configure.ts';
import { readHost } from '../../view/configure-fields.ts';
import { chosenProtocol } from '../../view/configure-lists.ts';
import { rootRows, toggledRoot } from '../../view/root-store.ts';
import { Switch } from '../primitives/switch.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { ClockField } from './clock-field.tsx';
import { DataField } from './data-field.tsx';
import { FormRow } from './form-row.tsx';
import { ProtocolChips } from './protocol-chips.tsx';
import { TextField } from './text-field.tsx';
import { type Changes, useToldRun } from './use-sheet.ts';
import styles from './form.module.css';

export function BrowserForm({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords).form;
  const { change } = useActions();
  const browser = useLab((state) => state.scenario.browser);
  const protocol = chosenProtocol(useToldRun().trace);
  const set = (patch: Partial<BrowserConfig>): void => change({ browser: patch });
  const roots = rootRows(browser.roots);

  return (
    <div className={styles.form}>
      <FormRow
        label={words.serverName}
        changed={changes.has('browser.serverName') || changes.has('browser.sni')}
      >
        {(id) => (
          <>
            <TextField
              id={id}
              value={browser.serverName}
              wrong={words.invalidName}
              onCommit={(text) => {
                const serverName = readHost(text);
                if (serverName !== undefined) set({ serverName });
                return serverName !== undefined;
              }}
            />
            <Switch on={browser.sni} onToggle={() => set({ sni: !browser.sni })}>
              {words.sni}
            </Switch>
          </>
        )}
      </FormRow>
      <FormRow label={words.alpn} changed={changes.has('browser.alpn')} group>
        {() => (
          <ProtocolChips
            protocols={browser.alpn}
            negotiated={protocol}
            none={words.noProtocols}
            onChange={(alpn) => set({ alpn })}
          />
        )}
      </FormRow>
      <FormRow label={words.clientCertificate} changed={changes.has('browser.clientCertificate')} group>
        {() => (
          <select
            className={styles.select}
            aria-label={words.clientCertificate}
            value={browser.clientCertificate}
            onChange={(event) =>
              set({ clientCertificate: event.currentTarget.value as BrowserConfig['clientCertificate'] })
            }
          >
            {clientCertificateKinds.map((id) => (
              <option key={id} value={id}>
                {words.clientCertificates[id]}
              </option>
            ))}
          </select>
        )}
      </FormRow>
      <FormRow label={words.clock} changed={changes.has('clock')}>
        {(id) => <ClockField id={id} />}
      </FormRow>
      <FormRow label={words.request} changed={changes.has('browser.request')}>
        {(id) => <DataField id={id} value={browser.request} onCommit={(request) => set({ request })} />}
      </FormRow>
      <FormRow label={words.roots} changed={changes.has('browser.roots')} group>
        {() => (
          <ul className={styles.roots}>
            {roots.map((root) => (
              <li key={root.id} className={root.on ? '' : styles.off}>
                <Switch
                  on={root.on}
                  label={root.name}
                  onToggle={() => set({ roots: toggledRoot(browser.roots, root.id) })}
                >
                  <span title={`${root.name}, ${root.key}`}>{root.name.split(' ')[0]}</span>
                </Switch>
              </li>
            ))}
          </ul>
        )}
      </FormRow>
    </div>
  );
}
