import { certificateKeyTypes } from '../../authority/pki.ts';
import type { ServerConfig } from '../../lab/scenario.ts';
import { configureWords } from '../../lesson/configure.ts';
import { readNames } from '../../view/configure-fields.ts';
import { chosenProtocol, keyChange } from '../../view/configure-lists.ts';
import { toggledItem } from '../../view/chain-editor.ts';
import { rootRows } from '../../view/root-store.ts';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { CheckBox } from './check-box.tsx';
import { DataField } from './data-field.tsx';
import { FormRow } from './form-row.tsx';
import { ProtocolChips } from './protocol-chips.tsx';
import { StapleRows } from './staple-rows.tsx';
import { TextField } from './text-field.tsx';
import { type Changes, useToldRun } from './use-sheet.ts';
import { ValidityField } from './validity-field.tsx';
import styles from './form.module.css';

const auths = ['none', 'request', 'require'] as const;
const sendable = ['leaf', 'intermediate', 'root'] as const;

export function ServerForm({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords).form;
  const { change } = useActions();
  const server = useLab((state) => state.scenario.server);
  const protocol = chosenProtocol(useToldRun().trace);
  const set = (patch: Partial<ServerConfig>): void => change({ server: patch });

  return (
    <div className={styles.form}>
      <FormRow label={words.names} changed={changes.has('server.names')}>
        {(id) => (
          <TextField
            id={id}
            value={server.names.join(', ')}
            wrong={words.invalidName}
            onCommit={(text) => {
              const names = readNames(text);
              if (names !== undefined) set({ names });
              return names !== undefined;
            }}
          />
        )}
      </FormRow>
      <FormRow label={words.alpn} changed={changes.has('server.alpn')} group>
        {() => (
          <ProtocolChips
            protocols={server.alpn}
            negotiated={protocol}
            none={words.ignored}
            onChange={(alpn) => set({ alpn })}
          />
        )}
      </FormRow>
      <FormRow label={words.clientAuth} changed={changes.has('server.clientAuth')} group>
        {() => (
          <Segmented
            label={words.clientAuth}
            segments={auths.map((id) => ({ id, label: words.clientAuths[id] }))}
            selected={server.clientAuth}
            className={styles.segments}
            onSelect={(clientAuth) => set({ clientAuth })}
          />
        )}
      </FormRow>
      <FormRow label={words.key} changed={changes.has('server.keyType')}>
        {(id) => (
          <select
            id={id}
            className={styles.select}
            value={server.keyType}
            onChange={(event) => set(keyChange(server, event.currentTarget.value as ServerConfig['keyType']))}
          >
            {certificateKeyTypes.map((key) => (
              <option key={key} value={key}>
                {words.keys[key]}
              </option>
            ))}
          </select>
        )}
      </FormRow>
      <FormRow label={words.sends} changed={changes.has('server.sends')} group>
        {() => (
          <span className={styles.checks}>
            {sendable.map((part) => (
              <CheckBox
                key={part}
                on={server.sends.includes(part)}
                onToggle={() => set({ sends: toggledItem(server.sends, part) })}
              >
                {words.sent[part]}
              </CheckBox>
            ))}
          </span>
        )}
      </FormRow>
      <FormRow label={words.valid} changed={changes.has('server.validity')} group>
        {() => <ValidityField />}
      </FormRow>
      <FormRow label={words.issuer} changed={changes.has('server.issuer')}>
        {(id) => (
          <select
            id={id}
            className={styles.select}
            value={server.issuer}
            onChange={(event) => set({ issuer: event.currentTarget.value as ServerConfig['issuer'] })}
          >
            {rootRows([]).map((root) => (
              <option key={root.id} value={root.id}>
                {root.name}
              </option>
            ))}
            <option value="own">{words.ownRoot}</option>
          </select>
        )}
      </FormRow>
      <StapleRows changes={changes} />
      <FormRow label={words.response} changed={changes.has('server.response')}>
        {(id) => <DataField id={id} value={server.response} onCommit={(response) => set({ response })} />}
      </FormRow>
    </div>
  );
}
