import type { Trace } from '../../lab/trace.ts';
import { grouped } from '../../lesson/catalog.ts';
import { labWords } from '../../lesson/lab.ts';
import { learnWords } from '../../lesson/learn.ts';
import { notebookOf } from '../../view/notebook.ts';
import { useWords } from '../use-lab.ts';
import styles from './learn.module.css';

/** Every record of the run as Eve notes it: who, when, of what type, how long. */
export function Notebook({ trace }: { readonly trace: Trace }) {
  const { notebook: words } = useWords(learnWords);
  const { ladder } = useWords(labWords);
  const types: Readonly<Record<number, string>> = ladder.recordTypes;
  const { lines, sums } = notebookOf(trace);
  const timed = lines.some(({ time }) => time !== undefined);
  return (
    <section className={styles.notebook}>
      <h2>{words.title}</h2>
      <table>
        <thead>
          <tr>
            {timed && <th scope="col">{words.time}</th>}
            <th scope="col">{words.from}</th>
            <th scope="col">{words.type}</th>
            <th scope="col">{words.bytes}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ from, type, length, time }, index) => (
            // The lines of a run stay in their order.
            <tr key={index}>
              {timed && <td>{time === undefined ? '' : grouped(time)}</td>}
              <td>{words.sides[from]}</td>
              <td>{types[type] ?? type}</td>
              <td>{grouped(length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{words.sums(sums.browser, sums.server)}</p>
    </section>
  );
}
