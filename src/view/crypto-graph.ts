/**
 * The key schedule of RFC 9846 §7.1 as a drawing, from the operations of the run: a node exists
 * because an operation computed its value. What comes after the current step is there, but `later`.
 *
 * Columns from left to right: what goes in, the three extractions, the secrets expanded from each,
 * the keys expanded from those. Coordinates are CSS pixels in a drawing of `graphWidth`.
 */
import { toHex } from '../bytes/hex.ts';
import type { Operation } from '../crypto/recorder.ts';
import type { Step, StepOperation, Trace } from '../lab/trace.ts';
import { valueLabel, type ValueNameWords } from '../lesson/value-names.ts';
import { valueLevel } from './crypto.ts';

export const graphWidth = 700;

export interface GraphNode {
  readonly id: string;
  readonly kind: 'extract' | 'secret' | 'key';
  /** 'Early Secret', 's hs traffic', 'iv'. */
  readonly label: string;
  readonly side: 'browser' | 'server' | undefined;
  readonly level: 'early' | 'handshake' | 'application' | undefined;
  readonly hex: string;
  /** Step that computes it, from 0. */
  readonly step: number;
  readonly later: boolean;
  /** The operation to open, the browser's where both did it. */
  readonly operation: StepOperation;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphInput {
  readonly id: string;
  readonly kind: 'none' | 'psk' | 'shared' | 'zeros';
  readonly bytes: number;
  /** Algorithms of the key exchange that made the shared secret. */
  readonly algorithms: readonly string[];
  /** Names of its parts with their lengths. */
  readonly parts: readonly number[];
  readonly later: boolean;
  readonly y: number;
}

export interface GraphEdge {
  readonly id: string;
  readonly path: string;
  /** Arrow head at the end. */
  readonly head: 'right' | 'down' | undefined;
  readonly later: boolean;
  /** Node it leads to, so that the line into the selected node can be drawn hot. */
  readonly to: string;
}

export interface GraphCaption {
  readonly id: string;
  /** `derived` stands beside the arrow between two extractions; `transcript` over a group. */
  readonly kind: 'derived' | 'transcript';
  /** 'ClientHello…ServerHello'. */
  readonly range: string;
  readonly later: boolean;
  readonly x: number;
  readonly y: number;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly inputs: readonly GraphInput[];
  readonly edges: readonly GraphEdge[];
  readonly captions: readonly GraphCaption[];
  readonly height: number;
}

interface Found {
  readonly operation: StepOperation;
  readonly step: number;
}

const column = { input: 112, extract: 142, secret: 368, key: 572 } as const;
const size = {
  extract: { width: 156, height: 60 },
  secret: { width: 156, height: 57 },
  small: 30,
  key: { width: 128, height: 22 },
  keyPitch: 24,
} as const;
/** Between two extractions there must be room for the arrow and its caption. */
const stageGap = 76;

/** Undefined where the run ended before any key was made. */
export function keySchedule(
  trace: Pick<Trace, 'steps'>,
  current: Pick<Step, 'index'>,
  names: ValueNameWords,
): Graph | undefined {
  const made = firstComputed(trace);
  const extractions = [...made.values()].filter(({ operation }) => operation.name === 'hkdf-extract');
  if (extractions.length === 0) return undefined;
  const drawing = new Drawing(made, trace, current.index, names);
  let previous: { readonly node: GraphNode; readonly bottom: number } | undefined;
  const nodes = new Map<string, GraphNode>();
  for (const extraction of extractions) {
    const above = nodes.get(saltedFrom(extraction, made) ?? '');
    // An extraction stands beside the middle of what it yields: how far down, a trial drawing tells.
    const offset = new Drawing(made, trace, current.index, names).stage(extraction, 0, undefined).node.y;
    const top = previous
      ? Math.max(previous.bottom + 16, previous.node.y + previous.node.height + stageGap - offset)
      : 8;
    previous = drawing.stage(extraction, top, above);
    nodes.set(previous.node.id, previous.node);
  }
  return drawing.finish();
}

/** The extraction whose 'derived' secret is the salt of this one. None for those that start from a PSK or zeros. */
function saltedFrom({ operation }: Found, made: ReadonlyMap<string, Found>): string | undefined {
  return made.get(operation.inputs[0]?.name ?? '')?.operation.inputs[0]?.name;
}

/** The first operation that computes each named value. Both parties compute the same ones. */
function firstComputed(trace: Pick<Trace, 'steps'>): ReadonlyMap<string, Found> {
  const made = new Map<string, Found>();
  for (const step of trace.steps) {
    const inOrder = step.operations.toSorted(
      (a, b) => Number(a.party === 'server') - Number(b.party === 'server'),
    );
    for (const operation of inOrder) {
      const name = operation.outputs[0]?.name;
      const isSchedule = operation.name === 'hkdf-extract' || operation.name === 'hkdf-expand-label';
      if (name !== undefined && isSchedule && !made.has(name))
        made.set(name, { operation, step: step.index });
    }
  }
  return made;
}

class Drawing {
  readonly #made: ReadonlyMap<string, Found>;
  readonly #trace: Pick<Trace, 'steps'>;
  readonly #current: number;
  readonly #names: ValueNameWords;
  readonly #nodes: GraphNode[] = [];
  readonly #inputs: GraphInput[] = [];
  readonly #edges: GraphEdge[] = [];
  readonly #captions: GraphCaption[] = [];
  #height = 0;

  constructor(
    made: ReadonlyMap<string, Found>,
    trace: Pick<Trace, 'steps'>,
    current: number,
    names: ValueNameWords,
  ) {
    this.#made = made;
    this.#trace = trace;
    this.#current = current;
    this.#names = names;
  }

  /** One extraction with everything expanded from it. */
  stage(
    found: Found,
    top: number,
    above: GraphNode | undefined,
  ): { readonly node: GraphNode; readonly bottom: number } {
    const name = outputName(found.operation);
    const groups = this.#groups(name);
    let y = top;
    const children: GraphNode[] = [];
    for (const { range, secrets } of groups) {
      // A binder key covers no message: that is what keeps it apart, and there is nothing to say over it.
      if (range !== '')
        this.#captions.push({
          id: `${name} ${secrets[0]?.operation.purpose ?? range}`,
          kind: 'transcript',
          range,
          later: secrets.every((secret) => secret.step > this.#current),
          x: column.secret,
          y,
        });
      if (range !== '') y += 22;
      for (const secret of secrets) {
        const child = this.#secret(secret, y);
        children.push(child.node);
        y = child.bottom + 18;
      }
    }
    const bottom = Math.max(y - 18, top + size.extract.height);
    const firstTwo = children.slice(0, 2);
    const middle =
      firstTwo.length === 0
        ? top + size.extract.height / 2
        : average(firstTwo.map((child) => child.y + child.height / 2));
    const node = this.#node(
      found,
      'extract',
      column.extract,
      Math.max(top, middle - size.extract.height / 2),
      size.extract,
    );
    this.#feed(found, node);
    if (above) this.#descend(above, node);
    for (const child of children) this.#connect(node, child, 38);
    this.#height = Math.max(this.#height, bottom, node.y + node.height);
    return { node, bottom };
  }

  finish(): Graph {
    return {
      nodes: this.#nodes,
      inputs: this.#inputs,
      edges: this.#edges,
      captions: this.#captions,
      height: this.#height + 8,
    };
  }

  /** Secrets expanded from one extraction, by the transcript they cover. `derived` is the way down, not a secret. */
  #groups(parent: string): readonly { readonly range: string; readonly secrets: readonly Found[] }[] {
    const groups = new Map<string, Found[]>();
    for (const found of this.#made.values()) {
      const { operation } = found;
      if (
        operation.name !== 'hkdf-expand-label' ||
        operation.inputs[0]?.name !== parent ||
        operation.label === 'derived'
      )
        continue;
      // By the hash itself: what ends in the server's Finished and in the client's has one name.
      const context = toHex(operation.inputs[1]?.bytes ?? new Uint8Array());
      groups.set(context, [...(groups.get(context) ?? []), found]);
    }
    return [...groups.values()].map((secrets) => ({ range: rangeOf(secrets), secrets }));
  }

  #secret(found: Found, top: number): { readonly node: GraphNode; readonly bottom: number } {
    const keys = [...this.#made.values()].filter(
      ({ operation }) =>
        operation.name === 'hkdf-expand-label' && operation.inputs[0]?.name === outputName(found.operation),
    );
    const later = found.step > this.#current;
    const own =
      valueLevel(outputName(found.operation)) === undefined ? size.small : later ? 44 : size.secret.height;
    const stack = keys.length * size.keyPitch - 2;
    const height = Math.max(own, stack);
    const node = this.#node(found, 'secret', column.secret, top + (height - own) / 2, {
      width: size.secret.width,
      height: own,
    });
    keys.forEach((key, i) => {
      const y = top + (height - stack) / 2 + i * size.keyPitch;
      this.#connect(node, this.#node(key, 'key', column.key, y, size.key), 26);
    });
    return { node, bottom: top + height };
  }

  #node(
    found: Found,
    kind: GraphNode['kind'],
    x: number,
    y: number,
    { width, height }: { readonly width: number; readonly height: number },
  ): GraphNode {
    const { operation, step } = found;
    const name = outputName(operation);
    const node: GraphNode = {
      id: name,
      kind,
      label: kind === 'key' ? (operation.label ?? '') : valueLabel(name, this.#names),
      side: name.startsWith('client_') ? 'browser' : name.startsWith('server_') ? 'server' : undefined,
      level: valueLevel(name),
      hex: toHex(operation.outputs[0]?.bytes ?? new Uint8Array()),
      step,
      later: step > this.#current,
      operation,
      x,
      y,
      width,
      height,
    };
    this.#nodes.push(node);
    return node;
  }

  /** What comes in from the left: no PSK, the shared secret, or zeros. */
  #feed(found: Found, node: GraphNode): void {
    const ikm = found.operation.inputs[1];
    const y = node.y + node.height / 2;
    this.#inputs.push({
      ...this.#describe(ikm, node.id.startsWith('early_secret')),
      id: `${node.id} input`,
      later: node.later,
      y,
    });
    this.#edges.push({
      id: `${node.id} in`,
      path: `M${column.input} ${y}H${node.x}`,
      head: 'right',
      later: node.later,
      to: node.id,
    });
  }

  #describe(
    ikm: Operation['inputs'][number] | undefined,
    isFirst: boolean,
  ): Pick<GraphInput, 'kind' | 'bytes' | 'algorithms' | 'parts'> {
    const bytes = ikm?.bytes.length ?? 0;
    if (ikm === undefined || ikm.secrecy === 'public')
      return { kind: isFirst ? 'none' : 'zeros', bytes, algorithms: [], parts: [] };
    if (ikm.name !== 'shared_secret') return { kind: 'psk', bytes, algorithms: [], parts: [] };
    const all = this.#trace.steps.flatMap(({ operations }) => operations);
    const joined = all.find(
      ({ name, outputs }) => name === 'concatenate' && outputs[0]?.name === 'shared_secret',
    );
    const sources = joined ? joined.inputs.map(({ name }) => name) : ['shared_secret'];
    const algorithms = sources.flatMap((source) => {
      const maker = all.find(
        ({ name, outputs }) =>
          ['agree', 'encapsulate', 'decapsulate'].includes(name) &&
          outputs.some((output) => output.name === source),
      );
      return maker ? [maker.algorithm] : [];
    });
    return {
      kind: 'shared',
      bytes,
      algorithms,
      parts: joined ? joined.inputs.map((input) => input.bytes.length) : [bytes],
    };
  }

  /** Derive-Secret(., "derived", "") becomes the salt of the next extraction. */
  #descend(above: GraphNode, below: GraphNode): void {
    const x = column.extract + size.extract.width / 2;
    const from = above.y + above.height;
    const derived = this.#made.get(
      above.id.startsWith('early_secret') ? 'derived_early' : 'derived_handshake',
    );
    this.#edges.push({
      id: `${below.id} salt`,
      path: `M${x} ${from}V${below.y}`,
      head: 'down',
      later: below.later,
      to: derived ? outputName(derived.operation) : below.id,
    });
    this.#captions.push({
      id: `${below.id} derived`,
      kind: 'derived',
      range: '',
      later: below.later,
      x: x - 12,
      y: (from + below.y) / 2 - 8,
    });
  }

  #connect(from: GraphNode, to: GraphNode, reach: number): void {
    const start = from.x + from.width;
    const y = from.y + from.height / 2;
    const target = to.y + to.height / 2;
    this.#edges.push({
      id: `${from.id} ${to.id}`,
      path: `M${start} ${y}H${start + reach}V${target}H${to.x}`,
      head: to.kind === 'secret' ? 'right' : undefined,
      later: to.later,
      to: to.id,
    });
  }
}

function outputName(operation: Operation): string {
  return operation.outputs[0]?.name ?? '';
}

/** 'transcript_hash ClientHello…ServerHello' covers 'ClientHello…ServerHello'. */
function rangeOf(secrets: readonly Found[]): string {
  const context = secrets[0]?.operation.inputs[1]?.name ?? '';
  return context === 'empty_hash' ? '' : context.replace(/^transcript_hash /, '');
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
