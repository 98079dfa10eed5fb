import CirclePlay from 'lucide-react/icons/circle-play';
import { suitesWords } from '../../lesson/suites.ts';
import { axisYears, timeline, versionRuns } from '../../view/timeline.ts';
import type { TimelineRow } from '../../view/timeline.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { TimelineBar } from './timeline-bar.tsx';
import styles from './timeline.module.css';

/** SSL 1.0 to TLS 1.3 on one axis; each opens to what happened to it. */
export function Timeline() {
  const { timeline: words } = useWords(suitesWords);
  return (
    <section aria-labelledby="timeline-title" className={styles.timeline}>
      <h2 id="timeline-title">{words.title}</h2>
      <svg className={styles.axis} aria-hidden="true">
        {axisYears.map(({ year, left }) => (
          <text key={year} x={`${left}%`} y="12" textAnchor="middle">
            {words.axis(year)}
          </text>
        ))}
      </svg>
      <ol>
        {timeline.map((row) => (
          <Version key={row.id} row={row} />
        ))}
      </ol>
      <p className={styles.note}>{words.note}</p>
    </section>
  );
}

function Version({ row }: { readonly row: TimelineRow }) {
  const { timeline: words } = useWords(suitesWords);
  const { openInLab } = useActions();
  const texts = words.facts[row.id];
  return (
    <li className={styles.version}>
      <details>
        <summary>
          <b>{row.name}</b>
          <TimelineBar row={row} />
          <small>{words.state[row.state](row.from, row.until)}</small>
        </summary>
        <p>{texts.fact}</p>
        {'believed' in texts && (
          <>
            <p className={styles.believed}>
              <b>{words.believed}:</b> <q>{texts.believed}</q>
            </p>
            <p>{texts.correction}</p>
          </>
        )}
        {versionRuns(row.id).map(({ kind, scenario }) => (
          <Button
            key={kind}
            variant="bar"
            icon={CirclePlay}
            className={styles.run}
            onClick={() => openInLab(scenario)}
          >
            {words.runs[kind](row.name)}
          </Button>
        ))}
      </details>
      {row.specs.length > 0 && (
        <p className={styles.specs}>
          {row.specs.map((spec) => (
            <RfcLink key={spec.rfc} spec={spec} />
          ))}
        </p>
      )}
    </li>
  );
}
