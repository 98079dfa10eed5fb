/** The path graph of a run as a picture: every certificate the search met, every link, and how each way ended. */
import type { LocalStep, Trace } from '../../lab/trace.ts';
import type { ReportWords } from '../../lesson/report.ts';
import { pathGraph, type GraphEdge, type GraphNode } from '../trust-graph.ts';
import { colours, fitted, type Picture, type Shape } from './picture.ts';

const box = { width: 230, height: 76 };
const gap = { x: 60, y: 28 };
const margin = { x: 32, top: 64, bottom: 32 };

/** The step whose chain is drawn: the server's, else the client's. */
export function chainStep(
  trace: Trace,
): (LocalStep & { readonly path: NonNullable<LocalStep['path']> }) | undefined {
  for (const work of ['validate_chain', 'validate_client_chain'] as const) {
    const step = trace.steps.find((one) => one.kind === 'local' && one.work === work);
    if (step?.kind === 'local' && step.path !== undefined) return { ...step, path: step.path };
  }
  return undefined;
}

export function chainPicture(trace: Trace, title: string, words: ReportWords): Picture | undefined {
  const step = chainStep(trace);
  if (step === undefined) return undefined;
  const graph = pathGraph(trace, step.path, step.work === 'validate_chain' ? 'server' : 'browser');
  const { from } = words;
  const at = new Map(graph.nodes.map((node) => [node.key, corner(node)]));
  const rows = Math.max(...graph.nodes.map(({ row }) => row), 0) + 1;
  const width = 2 * margin.x + graph.columns * (box.width + gap.x) - gap.x;
  const height = margin.top + rows * (box.height + gap.y) - gap.y + margin.bottom;
  const shapes: Shape[] = [
    {
      kind: 'text',
      x: margin.x,
      y: 36,
      text: fitted(title, width - 64, 18),
      size: 18,
      fill: colours.ink,
      bold: true,
    },
    ...graph.edges.flatMap((edge) => edgeShapes(edge, at)),
    ...graph.nodes.flatMap((node) => nodeShapes(node, from[node.from])),
  ];
  return { title, width: Math.max(width, 420), height, background: colours.paper, shapes };
}

function corner({ column, row }: GraphNode): readonly [number, number] {
  return [margin.x + column * (box.width + gap.x), margin.top + row * (box.height + gap.y)];
}

function edgeShapes(edge: GraphEdge, at: ReadonlyMap<string, readonly [number, number]>): readonly Shape[] {
  const from = at.get(edge.from);
  const to = at.get(edge.to);
  if (from === undefined || to === undefined) return [];
  const bad = edge.state === 'broken' || edge.state === 'missing';
  const stroke = bad ? colours.bad : edge.state === 'accepted' ? colours.ink : colours.ink3;
  const start = [from[0] + box.width, from[1] + box.height / 2] as const;
  const end = [to[0], to[1] + box.height / 2] as const;
  const middle = (start[0] + end[0]) / 2;
  const dash = edge.state === 'accepted' || edge.state === 'holds' ? {} : { dash: [4, 4] };
  return [
    {
      kind: 'line',
      points: [start, [middle, start[1]], [middle, end[1]], end],
      stroke,
      width: edge.state === 'accepted' ? 2.5 : 1.5,
      ...dash,
    },
  ];
}

function nodeShapes(node: GraphNode, from: string): readonly Shape[] {
  const [x, y] = corner(node);
  const bad = node.state === 'blamed' || node.state === 'missing';
  const right = x + box.width;
  const bottom = y + box.height;
  const text = (dy: number, content: string, size: number, fill: string, bold = false): Shape => ({
    kind: 'text',
    x: x + 12,
    y: y + dy,
    text: fitted(content, box.width - 24, size),
    size,
    fill,
    bold,
  });
  const { card } = node;
  return [
    {
      kind: 'shape',
      points: [
        [x, y],
        [right, y],
        [right, bottom],
        [x, bottom],
      ],
      fill: bad ? colours.badTint : colours.raised,
      stroke: bad ? colours.bad : node.state === 'accepted' ? colours.ink : colours.rule,
      ...(node.state === 'missing' || node.state === 'aside' ? { dash: [4, 4] } : {}),
    },
    text(20, from, 11, bad ? colours.badInk : colours.ink3),
    text(40, node.name, 14, bad ? colours.badInk : colours.ink, true),
    ...(card === undefined ? [] : [text(60, days(card.notBefore, card.notAfter), 11, colours.ink2)]),
  ];
}

function days(from: number, to: number): string {
  return [from, to].map((time) => new Date(time).toISOString().slice(0, 10)).join(' – ');
}
