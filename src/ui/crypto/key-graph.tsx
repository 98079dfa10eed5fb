import { inspectorWords } from '../../lesson/inspector.ts';
import type { StepOperation } from '../../lab/trace.ts';
import { graphWidth } from '../../view/crypto-graph.ts';
import type { Graph, GraphInput, GraphNode } from '../../view/crypto-graph.ts';
import { KeyGlyph } from '../icons/key-glyph.tsx';
import { useWords } from '../use-lab.ts';
import styles from './graph.module.css';

export interface KeyGraphProps {
  readonly graph: Graph;
  readonly selected: StepOperation | undefined;
  readonly onSelect: (operation: StepOperation) => void;
}

/** RFC 9846 §7.1 as this run computed it. Nodes are buttons in derivation order. */
export function KeyGraph({ graph, selected, onSelect }: KeyGraphProps) {
  const words = useWords(inspectorWords).crypto;
  const current = selected?.outputs[0]?.name;
  return (
    <div className={styles.scroller}>
      <div
        className={styles.graph}
        role="group"
        aria-label={words.graphLabel}
        style={{ width: graphWidth, height: graph.height }}
      >
        <svg className={styles.edges} width={graphWidth} height={graph.height} aria-hidden="true">
          {graph.edges.map((edge) => (
            <g
              key={edge.id}
              className={edge.later ? styles.laterEdge : edge.to === current ? styles.hotEdge : styles.edge}
            >
              <path d={edge.path} />
              {edge.head && !edge.later && <path d={head(edge.path, edge.head)} />}
            </g>
          ))}
        </svg>
        {graph.captions.map((caption) => (
          <span
            key={caption.id}
            className={`${styles.caption} ${caption.later ? styles.laterText : ''}`}
            style={
              caption.kind === 'derived'
                ? { right: graphWidth - caption.x, top: caption.y }
                : { left: caption.x - 4, top: caption.y }
            }
          >
            {caption.kind === 'derived' ? (
              <>
                {words.deriveSecret} <code>{words.derivedLabel}</code>
              </>
            ) : (
              transcriptText(caption.range, words.transcript)
            )}
          </span>
        ))}
        {graph.inputs.map((input) => (
          <Input key={input.id} input={input} />
        ))}
        {graph.nodes.map((node) => (
          <Node key={node.id} node={node} isCurrent={node.id === current} onSelect={onSelect} />
        ))}
      </div>
    </div>
  );
}

function Node({
  node,
  isCurrent,
  onSelect,
}: {
  readonly node: GraphNode;
  readonly isCurrent: boolean;
  readonly onSelect: KeyGraphProps['onSelect'];
}) {
  const words = useWords(inspectorWords).crypto;
  const names = [
    styles.node,
    styles[node.kind],
    node.later ? styles.later : node.level && styles[node.level],
    isCurrent && !node.later && styles.current,
  ];
  const hex = node.hex.length > 14 ? shortened(node) : node.hex;
  return (
    <button
      type="button"
      className={names.filter(Boolean).join(' ')}
      style={{ left: node.x, top: node.y, width: node.width, height: node.height }}
      aria-pressed={isCurrent}
      disabled={node.later}
      onClick={() => onSelect(node.operation)}
    >
      {node.kind === 'extract' && (
        <small>{node.id.startsWith('early_secret') ? words.extractSalt0 : words.extract}</small>
      )}
      <b>
        {!node.later && <KeyGlyph size={node.kind === 'key' ? 11 : 12} inherit={isCurrent} />}
        {node.label}
      </b>
      {node.later ? (
        node.height >= 40 && <small>{words.step(node.step + 1)}</small>
      ) : (
        <>
          {node.kind === 'secret' && node.level && node.side && <small>{words.side[node.side]}</small>}
          {node.height !== 30 && <code>{hex}</code>}
        </>
      )}
      {node.later && node.height < 40 && <span className="spoken">{words.step(node.step + 1)}</span>}
    </button>
  );
}

function Input({ input }: { readonly input: GraphInput }) {
  const words = useWords(inspectorWords).crypto;
  const { name, note } = words.inputs[input.kind];
  const shared = input.kind === 'shared';
  return (
    <div className={`${styles.input} ${input.later ? styles.laterText : ''}`} style={{ top: input.y }}>
      <b>
        {(shared || input.kind === 'psk') && !input.later && <KeyGlyph size={12} />}
        {name}
      </b>
      {shared && <small>{input.algorithms.join(', ')}</small>}
      <small>{shared ? words.parts(input.parts) : note(input.bytes)}</small>
    </div>
  );
}

/** An arrow head at the end of 'M118 47H148' or 'M… V402'. */
function head(path: string, direction: 'right' | 'down'): string {
  const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (direction === 'down') {
    const [x = 0, , y = 0] = numbers;
    return `M${x - 4} ${y - 6}l4 6 4-6`;
  }
  const x = numbers.at(-1) ?? 0;
  const y = numbers.length > 3 ? (numbers.at(-2) ?? 0) : (numbers[1] ?? 0);
  return `M${x - 6} ${y - 4}l6 4-6 4`;
}

function shortened({ kind, hex, label }: GraphNode): string {
  // The longest label leaves room for six digits.
  if (kind === 'key') {
    const digits = label === 'finished' ? 3 : 4;
    return `${hex.slice(0, digits)}…${hex.slice(-digits)}`;
  }
  return kind === 'extract' ? `${hex.slice(0, 8)}…${hex.slice(-4)}` : `${hex.slice(0, 10)}…${hex.slice(-4)}`;
}

function transcriptText(range: string, text: (from: string, to: string) => string): string {
  const [from = range, to = from] = range.split('…');
  return text(from, to);
}
