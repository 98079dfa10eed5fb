import Undo2 from 'lucide-react/icons/undo-2';
import { spec } from '../../bytes/spec.ts';
import { configureWords } from '../../lesson/configure.ts';
import { type GroupEntry, groupLists } from '../../view/configure-lists.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { CheckBox } from './check-box.tsx';
import { OrderedList } from './ordered-list.tsx';
import { Pair } from './pair.tsx';
import { type Changes, useToldRun } from './use-sheet.ts';
import styles from './configure.module.css';

export function GroupsSection({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const { trace, asked } = useToldRun();
  const lists = groupLists(scenario, trace);
  const { keyShares } = scenario.browser;

  /** Shares travel in the order of the groups, RFC 9846 §4.3.8, and only for groups that are offered. */
  const offer = (groups: readonly number[], shares: readonly number[]): void =>
    change({ browser: { groups, keyShares: groups.filter((code) => shares.includes(code)) } });
  const share = (code: number, on: boolean): void =>
    offer(scenario.browser.groups, on ? [...keyShares, code] : keyShares.filter((other) => other !== code));

  const shareBox = (entry: GroupEntry) => (
    <CheckBox
      on={entry.share}
      onToggle={(on) => share(entry.code, on)}
      label={words.groups.shareOf(entry.name)}
      className={styles.share}
      inverted={entry.negotiated}
    >
      <span>{words.groups.share}</span>
      {entry.shareBytes !== undefined && <small>{words.form.bytes(entry.shareBytes)}</small>}
    </CheckBox>
  );
  return (
    <Pair
      title={words.groups.title}
      note={
        words.rule(asked ? 'asked' : lists.rule) +
        (lists.retry ? words.groups.noShare : lists.grey ? words.grey : '')
      }
      spec={lists.retry ? spec(9846, '4.2.4') : spec(9846, '4.3.7')}
      browser={
        <OrderedList
          label={words.groups.browserList}
          side="browser"
          entries={lists.browser}
          spare={lists.spare.browser}
          atLeastOne
          changed={changes.has('browser.groups') || changes.has('browser.keyShares')}
          onChange={(groups) => offer(groups, keyShares)}
          extra={shareBox}
        />
      }
      server={
        <OrderedList
          label={words.groups.serverList}
          side="server"
          entries={lists.server}
          spare={lists.spare.server}
          changed={changes.has('server.groups')}
          onChange={(groups) => change({ server: { groups } })}
        />
      }
    >
      {lists.retry && (
        <p className={styles.hint}>
          <Icon of={Undo2} size={14} />
          <span>
            {words.groups.retry[0]}
            <b>{words.groups.retry[1]}</b>
            {words.groups.retry[2]}
          </span>
          <button type="button" onClick={() => lists.retry && share(lists.retry.code, true)}>
            {words.groups.cure(lists.retry.name)}
          </button>
        </p>
      )}
    </Pair>
  );
}
