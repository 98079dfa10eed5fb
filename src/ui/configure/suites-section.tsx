import { spec } from '../../bytes/spec.ts';
import type { Party } from '../../lab/trace.ts';
import { configureWords } from '../../lesson/configure.ts';
import { suiteLists } from '../../view/configure-lists.ts';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { OrderedList } from './ordered-list.tsx';
import { Pair } from './pair.tsx';
import { SuitePicker } from './suite-picker.tsx';
import { type Changes, useToldRun } from './use-sheet.ts';
import styles from './configure.module.css';

export function SuitesSection({ changes }: { readonly changes: Changes }) {
  const words = useWords(configureWords);
  const { change } = useActions();
  const scenario = useLab((state) => state.scenario);
  const { trace, asked } = useToldRun();
  const lists = suiteLists(scenario, trace);
  const decides = scenario.server.preference;

  const radio = (side: Party) => (
    <label
      className={`${styles.radio} ${side === 'server' && changes.has('server.preference') ? styles.changed : ''}`}
    >
      <input
        type="radio"
        name="decides"
        checked={decides === side}
        onChange={() => change({ server: { preference: side } })}
      />
      {words.decides[side]}
    </label>
  );
  return (
    <Pair
      title={words.suites.title}
      note={words.rule(asked ? 'asked' : lists.rule) + (lists.grey ? words.grey : '')}
      spec={spec(9846, '4.2.1')}
      stacks
      browser={
        <>
          {radio('browser')}
          <OrderedList
            label={words.suites.browserList}
            side="browser"
            entries={lists.browser}
            spare={lists.spare.browser}
            atLeastOne
            changed={changes.has('browser.suites')}
            onChange={(suites) => change({ browser: { suites } })}
          />
          <SuitePicker
            label={words.suites.addTo.browser}
            own={scenario.browser.suites}
            onPick={(code) => change({ browser: { suites: [...scenario.browser.suites, code] } })}
          />
        </>
      }
      server={
        <>
          {radio('server')}
          <OrderedList
            label={words.suites.serverList}
            side="server"
            entries={lists.server}
            spare={lists.spare.server}
            changed={changes.has('server.suites')}
            onChange={(suites) => change({ server: { suites } })}
          />
          <SuitePicker
            label={words.suites.addTo.server}
            own={scenario.server.suites}
            onPick={(code) => change({ server: { suites: [...scenario.server.suites, code] } })}
          />
        </>
      }
    />
  );
}
