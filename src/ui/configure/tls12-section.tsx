import type { DhGroupId } from '../../lab/scenario.ts';
import { configureWords } from '../../lesson/configure.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { FormRow } from './form-row.tsx';
import { NotedSwitch } from './noted-switch.tsx';
import type { Changes } from './use-sheet.ts';
import styles from './configure.module.css';
import formStyles from './form.module.css';

const dhGroups: readonly DhGroupId[] = ['ffdhe2048', 'ffdhe3072', 'modp1024'];

/** What only TLS 1.2 has: extensions that mend it, and the group of DHE suites. */
export function Tls12Section({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { change } = useActions();
  const { browser, server } = useLab((state) => state.scenario);
  const { tls12 } = words;
  return (
    <section className={styles.section}>
      <h3 className={styles.head}>{tls12.title}</h3>
      <div className={styles.switches}>
        <NotedSwitch
          text={tls12.browserMainSecret}
          on={browser.extendedMainSecret}
          changed={changes.has('browser.extendedMainSecret')}
          onToggle={() => change({ browser: { extendedMainSecret: !browser.extendedMainSecret } })}
        />
        <NotedSwitch
          text={tls12.browserEncryptThenMac}
          on={browser.encryptThenMac}
          changed={changes.has('browser.encryptThenMac')}
          onToggle={() => change({ browser: { encryptThenMac: !browser.encryptThenMac } })}
        />
        <NotedSwitch
          text={tls12.fallback}
          on={browser.fallbackScsv}
          changed={changes.has('browser.fallbackScsv')}
          onToggle={() => change({ browser: { fallbackScsv: !browser.fallbackScsv } })}
        />
        <NotedSwitch
          text={tls12.serverMainSecret}
          on={server.extendedMainSecret}
          changed={changes.has('server.extendedMainSecret')}
          onToggle={() => change({ server: { extendedMainSecret: !server.extendedMainSecret } })}
        />
        <NotedSwitch
          text={tls12.serverEncryptThenMac}
          on={server.encryptThenMac}
          changed={changes.has('server.encryptThenMac')}
          onToggle={() => change({ server: { encryptThenMac: !server.encryptThenMac } })}
        />
        <FormRow label={tls12.dhGroup} changed={changes.has('server.dhGroup')}>
          {(id) => (
            <select
              id={id}
              className={formStyles.select}
              value={server.dhGroup}
              onChange={(event) => change({ server: { dhGroup: event.currentTarget.value as DhGroupId } })}
            >
              {dhGroups.map((group) => (
                <option key={group} value={group}>
                  {tls12.dhGroups[group]}
                </option>
              ))}
            </select>
          )}
        </FormRow>
      </div>
    </section>
  );
}
