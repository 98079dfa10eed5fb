import Check from 'lucide-react/icons/check';
import FileBadge from 'lucide-react/icons/file-badge';
import GitBranch from 'lucide-react/icons/git-branch';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import SearchX from 'lucide-react/icons/search-x';
import ShieldCheck from 'lucide-react/icons/shield-check';
import X from 'lucide-react/icons/x';
import { useState } from 'react';
import { trustPageWords } from '../../lesson/trust-page.ts';
import { type TrustWords, trustWords } from '../../lesson/trust.ts';
import { certificateOf, issuerOf } from '../../view/certificates.ts';
import { recordAt, sentCards, shortHex } from '../../view/trust-certificates.ts';
import { type GraphEnd, type GraphNode, type PathGraph, pathGraph } from '../../view/trust-graph.ts';
import type { CertificateRecord } from '../../lab/trace.ts';
import { CertificateDialog } from '../certificates/document-dialog.tsx';
import { Icon } from '../icons/icon.tsx';
import { useLab, useWords } from '../use-lab.ts';
import type { PathProps } from './check-list.tsx';
import styles from './path-graph.module.css';
import { PageSection } from './page-section.tsx';

/** Heights in CSS pixels; widths are shares of the panel. */
const rowHeight = 158;
const cardHeight = 112;
const endHeight = 58;

/**
 * Every certificate the search came across and every link it tried, drawn in the order it went. The
 * picture carries no information of its own: the list of paths says the same in words.
 */
export function PathGraphView({ trace, path, presenter }: PathProps) {
  const { graph: words } = useWords(trustPageWords);
  const run = useLab((state) => state.run);
  const [again, setAgain] = useState(0);
  const [shown, setShown] = useState<CertificateRecord>();
  const graph = pathGraph(trace, path, presenter);
  const { spent } = path;
  const missing = graph.nodes.some(({ state, column }) => state === 'missing' && column === 1);
  const url = missing ? sentCards(trace, presenter)[0]?.issuerUrl : undefined;
  const aia = useWords(trustWords).path.aia(trace.scenario.browser.aia);
  return (
    <PageSection
      title={words.title}
      note={words.subtitle(path.candidates.length)}
      aside={
        <button type="button" className={styles.again} onClick={() => setAgain(again + 1)}>
          <Icon of={RotateCcw} size={12} />
          {words.again}
        </button>
      }
    >
      <div
        key={`${run} ${again}`}
        className={styles.graph}
        role="group"
        aria-label={words.label}
        style={{ height: graph.rows * rowHeight - (rowHeight - cardHeight) + endHeight }}
      >
        <Lines graph={graph} />
        <ol>
          {graph.nodes.map((node) => (
            <Card
              key={node.key}
              node={node}
              graph={graph}
              onOpen={() => setShown(node.ref && recordAt(trace, node.ref, presenter))}
            />
          ))}
        </ol>
      </div>
      {url !== undefined && (
        <p className={styles.aia}>
          {aia[0]}
          <code>{url}</code>
          {aia[1]}
        </p>
      )}
      {shown && (
        <CertificateDialog
          der={shown.der}
          name={certificateOf(shown)?.subject.commonName ?? ''}
          clock={trace.clock}
          issuer={issuerCertificate(trace, shown)}
          onClose={() => setShown(undefined)}
        />
      )}
      <p className={styles.foot}>
        {graph.twins.length > 0 && `${words.twins} (${words.dotted}) · `}
        {graph.more > 0 && `${words.more(graph.more)} · `}
        {words.budget(spent.signatures, spent.signatureBudget, spent.steps, spent.stepBudget)}
      </p>
    </PageSection>
  );
}

/** Lines from the middle of a card's right edge to the middle of the left edge of the one above it. */
function Lines({ graph }: { readonly graph: PathGraph }) {
  const { columns, rows } = graph;
  const unit = 1000 / columns;
  const gap = 0.17 * unit;
  const place = (key: string) => graph.nodes.find((node) => node.key === key);
  const middle = (row: number): number => row * rowHeight + cardHeight / 2;
  return (
    <svg
      className={styles.lines}
      viewBox={`0 0 1000 ${rows * rowHeight - (rowHeight - cardHeight)}`}
      preserveAspectRatio="none"
      style={{ height: rows * rowHeight - (rowHeight - cardHeight) }}
      aria-hidden="true"
    >
      {graph.twins.map(([a, b]) => {
        const [upper, lower] = [place(a), place(b)];
        if (!upper || !lower) return null;
        // Beside the words at the end of a way.
        const x = (upper.column + 0.79) * unit;
        return (
          <path
            key={`${a} ${b}`}
            className={styles.twin}
            d={`M${x} ${upper.row * rowHeight + cardHeight}V${lower.row * rowHeight}`}
          />
        );
      })}
      {graph.edges.map(({ from, to, state, order }) => {
        const [below, above] = [place(from), place(to)];
        if (!below || !above) return null;
        const start = (below.column + 1) * unit - gap;
        const end = above.column * unit;
        const turn = end - gap / 2;
        return (
          <path
            key={`${from} ${to}`}
            className={`${styles.edge} ${styles[state]}`}
            pathLength={state === 'holds' || state === 'accepted' ? 1 : undefined}
            style={{ animationDelay: `${order * step}ms` }}
            d={`M${start} ${middle(below.row)}H${turn}V${middle(above.row)}H${end}`}
          />
        );
      })}
    </svg>
  );
}

/** Milliseconds from one thing the search looks at to the next. */
const step = 160;

interface CardProps {
  readonly node: GraphNode;
  readonly graph: PathGraph;
  /** Looks at the certificate. */
  readonly onOpen: () => void;
}

function Card({ node, graph, onOpen }: CardProps) {
  const { graph: words } = useWords(trustPageWords);
  const trust = useWords(trustWords);
  const { card } = node;
  const crossed =
    node.from === 'sent' && card?.selfIssued === false && graph.twins.some((pair) => pair.includes(node.key));
  const icon =
    node.state === 'missing'
      ? SearchX
      : node.from === 'store'
        ? ShieldCheck
        : crossed
          ? GitBranch
          : FileBadge;
  const ends = graph.ends.filter(({ at }) => at === node.key);
  const place = [
    words.from[node.from](node.ref?.index ?? 0),
    crossed ? words.cross : '',
    node.state === 'aside' ? words.aside : '',
  ].filter(Boolean);
  return (
    <li
      className={`${styles.node} ${styles[node.state]}`}
      style={{
        left: `${(100 / graph.columns) * node.column}%`,
        top: node.row * rowHeight,
        width: `${(100 / graph.columns) * 0.83}%`,
        animationDelay: `${node.order * step}ms`,
      }}
    >
      <div className={styles.card} style={{ height: cardHeight }}>
        <span className={styles.role}>
          <Icon of={icon} size={12} />
          {place.join(', ')}
        </span>
        {card ? (
          <button type="button" className={styles.open} title={node.name} onClick={onOpen}>
            {node.name}
          </button>
        ) : (
          <b title={node.name}>{node.name}</b>
        )}
        {card ? (
          <>
            <em>{words.by(card.selfIssued ? trust.path.itself : card.issuer)}</em>
            <span className={styles.fact}>
              {words.rows.key} <code>{card.keyId === undefined ? '–' : shortHex(card.keyId)}</code>
            </span>
            <span className={styles.fact}>
              {words.rows.until} <span>{words.date(card.notAfter)}</span>
            </span>
          </>
        ) : (
          <span className={styles.question} aria-hidden="true">
            ?
          </span>
        )}
      </div>
      {ends.map((end) => (
        <End key={end.letter} end={end} count={node.column + 1} trust={trust} />
      ))}
    </li>
  );
}

function End({
  end,
  count,
  trust,
}: {
  readonly end: GraphEnd;
  readonly count: number;
  readonly trust: TrustWords;
}) {
  const { graph: words } = useWords(trustPageWords);
  const { row } = end;
  const why = row ? trust.line(row.id, row.code, row.facts) : words.dropped;
  return (
    <p className={`${styles.end} ${end.accepted ? styles.good : styles.bad}`}>
      <b>
        <Icon of={end.accepted ? Check : X} size={12} strokeWidth={2.25} />
        {words.path(end.letter)}
      </b>{' '}
      {end.accepted ? words.accepted(count) : why}
    </p>
  );
}

function issuerCertificate(trace: PathProps['trace'], record: CertificateRecord) {
  const issuer = issuerOf(trace, record);
  return issuer && certificateOf(issuer);
}
