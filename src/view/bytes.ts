/**
 * The Bytes panel as plain data: leaves for the hex view, rows for the field tree, and the dotted
 * path that names a field in both. Pure functions of a ByteView; indexes are cached per view.
 */
import type { Field } from '../bytes/field.ts';
import type { ByteView, Level } from '../lab/trace.ts';
import { isDer, isDivided, isHeader, isPrefix, shapeTree } from './bytes-shape.ts';

/** How a stretch of bytes is drawn. `cipher` and `tag` exist only in the wire view of a protected record. */
export type LeafKind = 'value' | 'length' | 'undecoded' | 'cipher' | 'tag';

/** A stretch of bytes with one meaning; the leaves of a view tile its bytes. */
export interface ByteLeaf {
  readonly start: number;
  readonly end: number;
  /** Path of the node that is selected when one of these bytes is. */
  readonly path: string;
  readonly kind: LeafKind;
  readonly level: Level;
  /** Neighbours alternate, so that a border between two fields can be seen. */
  readonly shade: 'a' | 'b';
}

/** A field with its place in the tree. Length prefixes are nodes too, but have no row of their own. */
export interface FieldNode {
  /** Names from below the root, joined by dots; unique: equal names among siblings get `[n]`. */
  readonly path: string;
  /** The names as shown: '[0]' follows its list without a dot. */
  readonly name: string;
  readonly field: Field;
  readonly parent: FieldNode | undefined;
  readonly depth: number;
  readonly level: Level;
  /** Tag and length in front of the content. They are nodes of the path, but have no row of their own. */
  readonly prefixes: readonly Field[];
  /** Rows below; empty for a leaf, and for a container that holds nothing but its own value. */
  readonly children: readonly FieldNode[];
}

export interface ByteIndex {
  readonly view: ByteView;
  readonly leaves: readonly ByteLeaf[];
  readonly roots: readonly FieldNode[];
  readonly nodes: ReadonlyMap<string, FieldNode>;
}

export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const cache = new WeakMap<ByteView, ByteIndex>();

/** Nodes and leaves of a view. The same view gives the same index. */
export function indexBytes(view: ByteView): ByteIndex {
  const known = cache.get(view);
  if (known) return known;
  const nodes = new Map<string, FieldNode>();
  const roots = nodesOf(shapeTree(view.field), undefined, view, nodes);
  const index: ByteIndex = { view, leaves: leavesIn(roots, view), roots, nodes };
  cache.set(view, index);
  return index;
}

/**
 * The node a path names, or the nearest one above it that exists in this view: a link or a re-run
 * may name a field that is gone.
 */
export function findNode(index: ByteIndex, path: string): FieldNode | undefined {
  let at = path;
  while (at !== '') {
    const node = index.nodes.get(at);
    if (node) return node;
    at = parentPath(at);
  }
  return undefined;
}

/** Bytes that a path fills: its own, or only the prefix for a path that ends in `.length` or `.tag`. */
export function rangeOf(index: ByteIndex, path: string): ByteRange | undefined {
  const node = findNode(index, path);
  if (node === undefined) return undefined;
  const { start, end } = prefixOf(node, path) ?? node.field;
  return { start, end };
}

/** The prefix of `node` that the path names; undefined where it names the node itself. */
export function prefixOf(node: FieldNode, path: string): Field | undefined {
  return node.prefixes.find(({ name }) => path === `${node.path}.${name}`);
}

/** The leaf that holds byte `offset`. */
export function leafAt(index: ByteIndex, offset: number): ByteLeaf | undefined {
  let low = 0;
  let high = index.leaves.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const leaf = index.leaves[middle];
    if (leaf === undefined) return undefined;
    if (offset < leaf.start) high = middle - 1;
    else if (offset >= leaf.end) low = middle + 1;
    else return leaf;
  }
  return undefined;
}

/**
 * What a click on byte `offset` selects: the stretch it lies in; where that is selected already, the
 * field one level deeper, down to a single tag or length.
 */
export function pathAt(index: ByteIndex, offset: number, selected: string | undefined): string | undefined {
  const leaf = leafAt(index, offset);
  const line = pathsAt(index.roots, offset);
  const from = leaf === undefined ? -1 : line.indexOf(leaf.path);
  const at = selected === undefined ? -1 : line.indexOf(selected);
  return at >= from && at >= 0 ? line[Math.min(at + 1, line.length - 1)] : leaf?.path;
}

/** Paths from the outermost field around byte `offset` to the innermost. */
function pathsAt(nodes: readonly FieldNode[], offset: number): readonly string[] {
  const node = nodes.find(({ field }) => field.start <= offset && offset < field.end);
  if (!node) return [];
  const prefix = node.prefixes.find(({ start, end }) => start <= offset && offset < end);
  if (!prefix) return [node.path, ...pathsAt(node.children, offset)];
  // A second length (of the DER inside a vector) has no path of its own.
  const isNamed = node.prefixes.find(({ name }) => name === prefix.name) === prefix;
  return isNamed ? [node.path, `${node.path}.${prefix.name}`] : [node.path];
}

/**
 * Path of the node in this view for a field named by the end of its path, e.g. 'ServerHello.cipher_suite'
 * of an error value or 'tbsCertificate.issuer' of a certificate. Matches whole names, first hit in byte order.
 */
export function pathEndingIn(index: ByteIndex, tail: string): string | undefined {
  const wanted = tail.split('.').filter((name) => name !== '');
  if (wanted.length === 0) return undefined;
  for (const path of index.nodes.keys()) {
    const names = path.split('.');
    if (names.length < wanted.length) continue;
    if (wanted.every((name, i) => names[names.length - wanted.length + i] === name)) return path;
  }
  return undefined;
}

/** From the outermost node to the one named. */
export function ancestry(node: FieldNode): readonly FieldNode[] {
  const line: FieldNode[] = [];
  for (let at: FieldNode | undefined = node; at !== undefined; at = at.parent) line.unshift(at);
  return line;
}

/** 'Certificate.certificate_list[0].cert_data': list entries follow without a dot. */
export function displayPath(node: FieldNode): { readonly parents: string; readonly own: string } {
  const names = ancestry(node).map((at) => at.name);
  const own = names.pop() ?? '';
  const joined = names.join('.').replaceAll('.[', '[');
  if (joined === '') return { parents: '', own };
  return { parents: own.startsWith('[') ? joined : `${joined}.`, own };
}

/** Rows of the tree that are visible when `isOpen` says which containers are open. */
export function visibleNodes(
  roots: readonly FieldNode[],
  isOpen: (node: FieldNode) => boolean,
): readonly FieldNode[] {
  const rows: FieldNode[] = [];
  const visit = (nodes: readonly FieldNode[]): void => {
    for (const node of nodes) {
      rows.push(node);
      if (node.children.length > 0 && isOpen(node)) visit(node.children);
    }
  };
  visit(roots);
  return rows;
}

/**
 * Containers that are open before the learner touched anything: level by level from the top while
 * the rows fit into `budget`. Record headers stay closed: they are the same in every step.
 */
export function openAtFirst(index: ByteIndex, budget: number): ReadonlySet<string> {
  const open = new Set<string>();
  let rows = index.roots.length;
  let layer = index.roots.filter((node) => !isHeader(node.field));
  while (layer.length > 0) {
    const next: FieldNode[] = [];
    for (const node of layer) {
      if (node.children.length === 0 || rows + node.children.length > budget) continue;
      open.add(node.path);
      rows += node.children.length;
      next.push(...node.children);
    }
    layer = next;
  }
  return open;
}

/** One row of the hex view: its stretches, cut at the row's ends and merged inside `filled`. */
export interface HexSegment {
  readonly start: number;
  readonly end: number;
  readonly leaf: ByteLeaf;
  readonly filled: boolean;
}

/** Segments of row `row` of a hex view with `width` bytes per row. */
export function hexSegments(
  index: ByteIndex,
  row: number,
  width: number,
  filled: ByteRange | undefined,
): readonly HexSegment[] {
  const rowEnd = Math.min((row + 1) * width, index.view.bytes.length);
  const segments: HexSegment[] = [];
  for (let at = row * width; at < rowEnd;) {
    const leaf = leafAt(index, at);
    if (leaf === undefined) break;
    const inside = filled !== undefined && filled.start <= at && at < filled.end;
    const stop = inside ? filled.end : Math.min(leaf.end, nextFill(filled, at));
    const end = Math.min(stop, rowEnd);
    segments.push({ start: at, end, leaf, filled: inside });
    at = end;
  }
  return segments;
}

export function hexRowCount(view: ByteView, width: number): number {
  return Math.ceil(view.bytes.length / width);
}

function nextFill(filled: ByteRange | undefined, at: number): number {
  return filled !== undefined && filled.start > at ? filled.start : Number.POSITIVE_INFINITY;
}

function nodesOf(
  fields: readonly Field[],
  parent: FieldNode | undefined,
  view: ByteView,
  nodes: Map<string, FieldNode>,
): readonly FieldNode[] {
  const shown = fields.filter((field) => !isPrefix(field));
  const count = new Map<string, number>();
  for (const field of shown) count.set(field.name, (count.get(field.name) ?? 0) + 1);
  const seen = new Map<string, number>();
  return shown.map((field) => {
    const nth = seen.get(field.name) ?? 0;
    seen.set(field.name, nth + 1);
    const name = (count.get(field.name) ?? 0) > 1 ? `${field.name}[${nth}]` : field.name;
    const path = parent ? `${parent.path}.${name}` : name;
    const children: FieldNode[] = [];
    const node: FieldNode = {
      path,
      name,
      field,
      parent,
      depth: parent ? parent.depth + 1 : 0,
      level: levelAt(view, field.start),
      prefixes: field.children?.filter(isPrefix) ?? [],
      children,
    };
    nodes.set(path, node);
    if (!isOneValue(field)) children.push(...nodesOf(field.children ?? [], node, view, nodes));
    return node;
  });
}

/** What holds one value of its own is one row, not a row with one child. */
function isOneValue(field: Field): boolean {
  const content = (field.children ?? []).filter((child) => !isPrefix(child));
  if (content.length === 0) return true;
  const only = content[0];
  const isOwn = only?.name === field.name || (only?.name === 'value' && field.children?.length !== 1);
  return content.length === 1 && only !== undefined && only.children === undefined && isOwn;
}

function leavesIn(roots: readonly FieldNode[], view: ByteView): readonly ByteLeaf[] {
  const sealed = hasSealed(view.field);
  const leaves: ByteLeaf[] = [];
  const add = (start: number, end: number, path: string, field: Field): void => {
    if (end === start) return;
    const level = levelAt(view, start);
    const shade = leaves.length % 2 === 0 ? 'a' : 'b';
    leaves.push({ start, end, path, kind: kindOf(field, level, sealed), level, shade });
  };
  const visit = (node: FieldNode): void => {
    const { field } = node;
    // A DER element is one stretch, whatever is in it: the tree and a second click go deeper.
    const isWhole = field.children === undefined || (isDer(field) && !isDivided(field));
    if (isWhole) return add(field.start, field.end, node.path, { ...field, role: 'value' });
    let next = 0;
    let header: Field | undefined;
    for (const child of field.children ?? []) {
      if (child.role === 'length' && header === undefined)
        add(child.start, child.end, `${node.path}.${child.name}`, child);
      else if (isPrefix(child)) {
        // Tag and length of a divided element: one stretch that stands for the element.
        if (child.role === 'length' && header) add(header.start, child.end, node.path, header);
        header = child.role === 'length' ? undefined : (header ?? { ...child, key: node.path });
      } else if (node.children.length === 0) add(child.start, child.end, node.path, child);
      else {
        const below = node.children[next++];
        if (below) visit(below);
      }
    }
  };
  roots.forEach(visit);
  return leaves;
}

function kindOf(field: Field, level: Level, sealed: boolean): LeafKind {
  if (isPrefix(field)) return 'length';
  if (field.role === 'undecoded') return 'undecoded';
  if (sealed && level !== 'plaintext') return /tag/.test(field.name) ? 'tag' : 'cipher';
  return 'value';
}

/** True where the tree holds a ciphertext that it cannot look into. */
function hasSealed(field: Field): boolean {
  if (field.name === 'encrypted_record') return true;
  return field.children?.some(hasSealed) ?? false;
}

function levelAt(view: ByteView, offset: number): Level {
  return view.levels.find((at) => at.start <= offset && offset < at.end)?.level ?? 'plaintext';
}

function parentPath(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? '' : path.slice(0, dot);
}
