import Check from 'lucide-react/icons/check';
import type { Step, Trace } from '../../lab/trace.ts';
import { negotiationWords } from '../../lesson/negotiation.ts';
import { negotiationsOf } from '../../view/negotiation.ts';
import type { Negotiation } from '../../view/negotiation.ts';
import { Icon } from '../icons/icon.tsx';
import { useWords } from '../use-lab.ts';
import styles from './negotiation-panel.module.css';

export interface NegotiationPanelProps {
  readonly trace: Trace;
  readonly step: Step;
}

/** What was offered, what was acceptable, and which rule chose. */
export function NegotiationPanel({ trace, step }: NegotiationPanelProps) {
  return (
    // Scrolls, so keys must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.panel} tabIndex={0}>
      {negotiationsOf(trace, step).map((negotiation) => (
        <Worked key={negotiation.thing} negotiation={negotiation} />
      ))}
    </div>
  );
}

function Worked({ negotiation }: { readonly negotiation: Negotiation }) {
  const words = useWords(negotiationWords);
  const { thing, offered, accepted, common, chosen, rule, decides, candidates } = negotiation;
  const title = words.title[thing];
  return (
    <section className={styles.worked}>
      <h2>
        {title} <small>{words.counts(offered, accepted, common)}</small>
      </h2>
      <p>{rule === 'none' || chosen === undefined ? words.rule.none : words.rule[rule](chosen)}</p>
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">
              {words.columns.name} <small>{words.order(decides)}</small>
            </th>
            <th scope="col">{words.columns.browser}</th>
            <th scope="col">{words.columns.server}</th>
            <th scope="col">{words.columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ code, name, atBrowser, atServer, verdict }) => (
            <tr key={code} className={styles[verdict] ?? styles.out}>
              <th scope="row">{name}</th>
              <td>{words.place(atBrowser)}</td>
              <td>{words.place(atServer)}</td>
              <td>
                {verdict === 'chosen' && <Icon of={Check} size={13} />}
                {words.verdict[verdict]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
