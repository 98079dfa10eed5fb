import Check from 'lucide-react/icons/check';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Minus from 'lucide-react/icons/minus';
import X from 'lucide-react/icons/x';
import type { Party, Trace } from '../../lab/trace.ts';
import { type TrustWords, trustWords } from '../../lesson/trust.ts';
import { checkRows, type CheckRow, type EvidenceRow, placeOf, type Value } from '../../view/trust-checks.ts';
import type { PathResult } from '../../x509/path/result.ts';
import { Icon } from '../icons/icon.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { formatTime } from './format.ts';
import { SpecLink } from './spec-link.tsx';
import { Tally } from './tally.tsx';
import styles from './checks.module.css';

export interface PathProps {
  readonly trace: Trace;
  readonly path: PathResult;
  /** Who sent the chain. */
  readonly presenter: Party;
}

const icons = { passed: Check, failed: X, 'not-reached': Minus };

export interface CheckListProps extends PathProps {
  /** What passed is told in one line, and listed on demand. */
  readonly folded?: boolean;
}

/** One row per check; a row opens to the evidence its verdict rests on. */
export function CheckList({ trace, path, presenter, folded = false }: CheckListProps) {
  const words = useWords(trustWords);
  const rows = checkRows(trace, path, presenter);
  const { openPage, setStep, showField } = useActions();
  const show: Show = (evidence) => {
    const place = placeOf(trace, evidence, presenter);
    if (place === undefined) return;
    openPage('lab');
    setStep(place.step);
    showField(place.path);
  };
  const listed = folded ? rows.filter(({ verdict }) => verdict === 'failed') : rows;
  const rest = folded ? rows.filter(({ verdict }) => verdict !== 'failed') : [];
  return (
    <section>
      <Tally path={path} />
      <ol className={styles.list} aria-label={words.checks.title}>
        {listed.map((row) => (
          <Row key={row.id} row={row} words={words} onShow={show} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details className={styles.rest} open={listed.length === 0}>
          <summary>
            <Icon of={ChevronRight} size={13} />
            {words.rest(listed.length === 0, rest.length)}
          </summary>
          <ol className={styles.list}>
            {rest.map((row) => (
              <Row key={row.id} row={row} words={words} onShow={show} />
            ))}
          </ol>
        </details>
      )}
      <p className={styles.note}>{words.budget(path.spent.signatures, path.spent.signatureBudget)}.</p>
    </section>
  );
}

/** Opens the bytes that a piece of evidence is about. */
type Show = (evidence: EvidenceRow) => void;

interface RowProps {
  readonly row: CheckRow;
  readonly words: TrustWords;
  readonly onShow: Show;
}

function Row({ row, words, onShow }: RowProps) {
  const name = words.checks[row.id];
  return (
    <li className={`${styles.row} ${styles[row.verdict]}`}>
      <details>
        <summary>
          <Icon of={icons[row.verdict]} size={16} />
          <b>
            {name}
            <span className="spoken">, {words.verdicts[row.verdict]}</span>
          </b>
          <span className={styles.line}>
            {words.line(row.id, row.code, row.facts)}
            {row.evidence.length > 0 && <Icon of={ChevronRight} size={12} className={styles.chevron} />}
          </span>
        </summary>
        {row.evidence.length > 0 && (
          <ul className={styles.evidence} aria-label={words.evidence.show(name)}>
            {row.evidence.map((evidence, at) => (
              <EvidenceLine key={at} evidence={evidence} words={words} onShow={onShow} />
            ))}
          </ul>
        )}
      </details>
      <SpecLink spec={row.spec} short={row.spec.rfc === 5280} />
    </li>
  );
}

interface EvidenceProps {
  readonly evidence: EvidenceRow;
  readonly words: TrustWords;
  readonly onShow: Show;
}

function EvidenceLine({ evidence, words, onShow }: EvidenceProps) {
  const { evidence: text } = words;
  const timed = evidence.expected !== undefined && 'time' in evidence.expected;
  if (evidence.searched) {
    return (
      <li>
        <span>{text.searched[evidence.searched]}</span>
        <span>{text.foundCount(valueText(evidence.actual))}</span>
      </li>
    );
  }
  return (
    <li>
      <span>
        {evidence.name}{' '}
        {evidence.ref?.from === 'sent' && evidence.field !== undefined ? (
          <button type="button" className={styles.bytes} onClick={() => onShow(evidence)}>
            <code>{evidence.field.replace('tbsCertificate.', '')}</code>
            <span className="spoken"> {text.bytes}</span>
          </button>
        ) : (
          <code>{evidence.field?.replace('tbsCertificate.', '')}</code>
        )}
      </span>
      <span>
        {evidence.expected && (
          <>
            <em>{timed ? text.until : text.wanted}</em> {valueText(evidence.expected)}{' '}
          </>
        )}
        {evidence.actual && (
          <>
            <em>{timed ? text.clock : text.found}</em> {valueText(evidence.actual)}
          </>
        )}
      </span>
    </li>
  );
}

function valueText(value: Value | undefined): string {
  if (value === undefined) return '';
  return 'time' in value ? formatTime(value.time) : value.text;
}
