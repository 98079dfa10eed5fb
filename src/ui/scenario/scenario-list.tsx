import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Check from 'lucide-react/icons/check';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type PresetGroup, presetGroups, presetWorks } from '../../lab/presets.ts';
import { isAttack, type ScenarioId } from '../../lab/scenario.ts';
import { labWords } from '../../lesson/lab.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './scenario-list.module.css';

const icons = { works: Check, fails: X, asks: CircleQuestionMark };

/** How an attack ends is for the learner to say. */
function endOf(id: ScenarioId): keyof typeof icons {
  if (isAttack(id)) return 'asks';
  return presetWorks(id) ? 'works' : 'fails';
}

/** A search field over a list box: typing narrows, arrows move, Enter chooses. */
export function ScenarioList({ onDone }: { readonly onDone: () => void }) {
  const { label } = useWords(labWords).scenario;
  const words = useWords(scenarioWords);
  const current = useLab((state) => state.scenario.preset);
  const counts = useLab((state) => state.stepCounts);
  const { setScenario } = useActions();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<ScenarioId>(current);
  const input = useRef<HTMLInputElement>(null);
  const name = useId();

  useEffect(() => input.current?.focus(), []);

  const wanted = query.trim().toLowerCase();
  // Whoever types the name of a group sees all of it.
  const matches = (group: PresetGroup, id: ScenarioId): boolean =>
    `${words.groups[group]} ${words.names[id]}`.toLowerCase().includes(wanted);
  const groups = presetGroups.map(({ group, presets }) => ({
    group,
    ids: presets.filter((id) => matches(group, id)),
  }));
  const shown = groups.flatMap(({ ids }) => ids);
  const at = Math.max(0, shown.indexOf(active));
  const choose = (id: ScenarioId): void => {
    setScenario(id);
    onDone();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = shown[(to + shown.length) % shown.length];
      if (!next) return;
      setActive(next);
      document.getElementById(`${name}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const id = shown[at];
      if (id) choose(id);
    }
  };

  const section = (group: PresetGroup, ids: readonly ScenarioId[]) =>
    ids.length > 0 && (
      <div key={group} role="group" aria-label={words.groups[group]}>
        <p className={styles.heading} aria-hidden="true">
          {words.groups[group]}
        </p>
        {ids.map((id) => (
          // Keys are handled by the search field, which has the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={id}
            id={`${name}-${id}`}
            role="option"
            tabIndex={-1}
            aria-selected={id === current}
            className={`${styles.option} ${id === shown[at] ? styles.active : ''}`}
            onClick={() => choose(id)}
            onPointerMove={() => setActive(id)}
          >
            <Icon of={icons[endOf(id)]} size={14} strokeWidth={2} />
            <span>
              {words.names[id]}
              <span className="spoken">, {words.ends[endOf(id)]}</span>
            </span>
            <small>{endOf(id) !== 'asks' && counts[id]}</small>
          </div>
        ))}
      </div>
    );

  return (
    <div className={styles.list}>
      <div className={styles.search}>
        <Icon of={Search} size={14} />
        <input
          ref={input}
          type="text"
          role="combobox"
          aria-label={words.search}
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${name}-list`}
          aria-activedescendant={shown.length > 0 ? `${name}-${shown[at]}` : undefined}
          placeholder={words.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${name}-list`} role="listbox" aria-label={label}>
        {groups.map(({ group, ids }) => section(group, ids))}
      </div>
      {shown.length === 0 && <p className={styles.nothing}>{words.nothing}</p>}
    </div>
  );
}
