import { useState } from 'react';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { presets } from '../../lab/presets.ts';
import { isAttack, type ScenarioId } from '../../lab/scenario.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { lessonSlugs } from '../../lesson/lessons/lessons.ts';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { startWords } from '../../lesson/start.ts';
import { linkTo } from '../../state/link.ts';
import { isPage, type ExistingPage } from '../../state/pages/pages.ts';
import { clearRecent, readRecent } from '../../state/recent.ts';
import { Icon } from '../icons/icon.tsx';
import { chooseFiles, takeFiles } from '../import/choose-files.ts';
import { useLab, useLabStore, useLanguage, useWords } from '../use-lab.ts';
import styles from './start.module.css';

/** Learn it, break it, bring your own: lists, not cards. */
export function Ways() {
  return (
    <div className={styles.ways}>
      <LearnIt />
      <Explore />
      <BreakIt />
      <BringYourOwn />
      <Recent />
    </div>
  );
}

interface WayProps {
  readonly href: string;
  readonly name: string;
  readonly note?: string | undefined;
  readonly fact?: string | undefined;
}

function Way({ href, name, note, fact }: WayProps) {
  return (
    <li>
      <a href={href}>
        <b>{name}</b>
        {note && <span>{note}</span>}
        {fact && <code>{fact}</code>}
      </a>
    </li>
  );
}

function LearnIt() {
  const words = useWords(startWords);
  const titles = useWords(lessonTitleWords);
  return (
    <section>
      <h2>
        {words.learnIt} <small>{words.learnNote}</small>
        <a href="#/learn">{words.allLessons}</a>
      </h2>
      <ul>
        {lessonSlugs.map((slug, at) => (
          <Way
            key={slug}
            href={`#/learn?v=1&lesson=${at + 1}`}
            name={`${at + 1} ${titles[slug][0]}`}
            note={titles[slug][1]}
          />
        ))}
      </ul>
    </section>
  );
}

function Explore() {
  const words = useWords(startWords);
  const names = Object.keys(words.pages).filter((id) => isPage(id)) as (ExistingPage &
    keyof typeof words.pages)[];
  return (
    <section>
      <h2>{words.explore}</h2>
      <ul>
        {names.map((id) => (
          <Way key={id} href={`#/${id}`} name={words.pages[id][0] ?? ''} note={words.pages[id][1]} />
        ))}
      </ul>
    </section>
  );
}

/** A failing run opens at the step that fails. */
function scenarioLink(id: ScenarioId): string {
  const step = id === 'missing-intermediate' ? 5 : 0;
  const tab = id === 'missing-intermediate' ? 'checks' : 'bytes';
  const view = {
    scenario: presets[id],
    step,
    tab,
    byteView: 'plain',
    selectedField: undefined,
    eve: true,
    answer: undefined,
  } as const;
  return linkTo(view, presets, isAttack(id) ? 'attack' : 'lab');
}

function BreakIt() {
  const words = useWords(startWords);
  const { names } = useWords(scenarioWords);
  const counts = useLab((state) => state.stepCounts);
  const fact = (id: ScenarioId): string | undefined => counts[id]?.toString();
  return (
    <section>
      <h2>
        {words.breakIt} <small>{words.breakNote}</small>
        <a href="#/lab">{words.all}</a>
      </h2>
      <a className={styles.flagship} href={scenarioLink('missing-intermediate')}>
        <b>{names['missing-intermediate']}</b>
        <span>{words.flagship}</span>
        <Icon of={ArrowRight} size={18} />
      </a>
      <ul className={styles.two}>
        {(Object.entries(words.faults) as [ScenarioId, string][]).map(([id, note]) => (
          <Way key={id} href={scenarioLink(id)} name={names[id]} note={note} fact={fact(id)} />
        ))}
      </ul>
    </section>
  );
}

function BringYourOwn() {
  const words = useWords(startWords);
  const store = useLabStore();
  const language = useLanguage();
  const [name, note, fact] = words.capture;
  return (
    <section>
      <h2>
        {words.own} <small>{words.ownNote}</small>
      </h2>
      <ul>
        {isPage('check') && (
          <Way href="#/check" name={words.chain[0] ?? ''} note={words.chain[1]} fact={words.chain[2]} />
        )}
        <li>
          <button type="button" onClick={() => chooseFiles((files) => takeFiles(files, store, language))}>
            <b>{name}</b>
            <span>{note}</span>
            <code>{fact}</code>
          </button>
        </li>
      </ul>
    </section>
  );
}

function Recent() {
  const words = useWords(startWords);
  const { names } = useWords(scenarioWords);
  const [places, setPlaces] = useState(() => readRecent(window.localStorage));
  const known = places.filter(({ preset }) => Object.hasOwn(names, preset));
  if (known.length === 0) return null;
  return (
    <section>
      <h2>
        {words.recent} <small>{words.recentNote}</small>
        <button
          type="button"
          onClick={() => {
            clearRecent(window.localStorage);
            setPlaces([]);
          }}
        >
          {words.clear}
        </button>
      </h2>
      <ul>
        {known.map(({ link, preset, step, steps }) => (
          <Way key={link} href={link} name={names[preset as ScenarioId]} fact={words.stopped(step, steps)} />
        ))}
      </ul>
    </section>
  );
}
