import Presentation from 'lucide-react/icons/presentation';
import Printer from 'lucide-react/icons/printer';
import { presets } from '../../lab/presets.ts';
import type { ScenarioId } from '../../lab/scenario.ts';
import {
  type DemoWords,
  type GuideDemo,
  type GuideSession,
  guideWords,
  sessions,
} from '../../lesson/guide.ts';
import { guidePageWords } from '../../lesson/guide-page.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import { pageLink } from '../../state/link.ts';
import { demoLink } from '../../view/guide.ts';
import { Icon } from '../icons/icon.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import reading from '../pages/reading.module.css';
import styles from './guide.module.css';

/** Sessions that a trainer opens and teaches from. */
export function GuidePage() {
  const frame = useWords(guidePageWords);
  return (
    <main tabIndex={-1} className={reading.page}>
      <header className={styles.head}>
        <h1>{frame.title}</h1>
        <Button icon={Printer} onClick={() => window.print()}>
          {frame.print}
        </Button>
      </header>
      <p className={reading.lead}>{frame.lead}</p>
      <p className={styles.keys}>{frame.keys}</p>
      {sessions.map((session) => (
        <Session key={session.id} session={session} />
      ))}
    </main>
  );
}

function Session({ session }: { readonly session: GuideSession }) {
  const frame = useWords(guidePageWords);
  const words = useWords(guideWords)[session.id];
  if (!words) return null;
  const demos = session.demos.map((demo) => {
    const { question, answer, wrong, click } = words.demos[demo.id] ?? noWords;
    return {
      link: demoLink(demo),
      preset: demo.scenario,
      question,
      notes: frame.notes(wrong, frame.click[demo.page], click),
      answer,
    };
  });
  return (
    <section className={styles.session} aria-labelledby={`session-${session.id}`}>
      <h2 id={`session-${session.id}`}>{words.title}</h2>
      <p className={styles.meta}>{frame.meta(session.minutes, session.demos.length)}</p>
      <p>{words.goal}</p>
      <a
        className={styles.present}
        href={pageLink('present', { demos, at: 0 }, presets)}
        aria-label={frame.presentNamed(words.title)}
      >
        <Icon of={Presentation} size={16} /> {frame.present}
      </a>
      <ol>
        {session.demos.map((demo) => (
          <Demo key={demo.id} demo={demo} words={words.demos[demo.id] ?? noWords} />
        ))}
      </ol>
    </section>
  );
}

const noWords: DemoWords = { question: '', answer: '', wrong: [], click: '' };

function Demo({ demo, words }: { readonly demo: GuideDemo; readonly words: DemoWords }) {
  const frame = useWords(guidePageWords);
  const { names } = useWords(scenarioWords);
  const name = names[demo.scenario as ScenarioId];
  return (
    <li>
      <a href={demoLink(demo)} aria-label={frame.open(`${name}, ${frame.step(demo.at)}`)}>
        {name}, {frame.step(demo.at)}
      </a>
      <p className={styles.question}>{words.question}</p>
      <dl>
        <dt>{frame.answer}</dt>
        <dd>{words.answer}</dd>
        <dt>{frame.wrong}</dt>
        {words.wrong.map((wrong) => (
          <dd key={wrong}>{wrong}</dd>
        ))}
        <dt>{frame.click[demo.page]}</dt>
        <dd>{words.click}</dd>
      </dl>
    </li>
  );
}
