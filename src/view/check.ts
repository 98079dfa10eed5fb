/** "Your chain" as plain data: what was found in the paste, line by line, and what each piece is to the others. */
import type { PasteItem, PasteProblem } from '../interchange/paste.ts';
import { arrange } from '../x509/arrange.ts';
import type { Certificate } from '../x509/model.ts';
import { sameName } from '../x509/name.ts';

export interface CheckRow {
  readonly kind: PasteItem['kind'];
  readonly line: number;
  readonly column?: number;
  /** Place in the chain that is judged, the leaf 0; absent for what is no part of it. */
  readonly place?: number;
  readonly certificate?: Certificate;
  /** Of a broken certificate. */
  readonly der?: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly issuer?: string;
  readonly bytes?: number;
  readonly mark?: 'duplicate' | 'unrelated' | 'self-signed' | 'moved';
  /** For a duplicate: the place of its twin. */
  readonly twin?: number;
  readonly problem?: PasteProblem;
  /** Of a broken certificate: where its reader stopped, and the plain words of the reader. */
  readonly reason?: { readonly path: string; readonly offset: number; readonly detail: string };
}

/** In the order of the text. */
export function checkRows(items: readonly PasteItem[]): readonly CheckRow[] {
  const certificates = items.flatMap((item) => (item.kind === 'certificate' ? [item] : []));
  const first = certificates.filter(({ duplicateOf }) => duplicateOf === undefined);
  const { order, related } = arrange(first.map(({ certificate }) => certificate));
  const placeOf = (item: (typeof first)[number]): number => order.indexOf(first.indexOf(item));
  const rowOf = (item: PasteItem): CheckRow => {
    switch (item.kind) {
      case 'certificate': {
        const { certificate, line, duplicateOf } = item;
        const twin = duplicateOf === undefined ? undefined : certificates[duplicateOf];
        const at = first.indexOf(item);
        const mark = twin
          ? 'duplicate'
          : !related.has(at)
            ? 'unrelated'
            : sameName(certificate.subject, certificate.issuer)
              ? 'self-signed'
              : at > 0 && placeOf(item) === 0
                ? 'moved'
                : undefined;
        return {
          kind: 'certificate',
          line,
          certificate,
          name: certificate.subject.commonName ?? (certificate.subject.text || firstName(certificate)),
          issuer: certificate.issuer.commonName ?? certificate.issuer.text,
          bytes: certificate.der.length,
          ...(twin ? { twin: placeOf(twin) } : { place: placeOf(item) }),
          ...(mark && { mark }),
        };
      }
      case 'broken': {
        const { path, offset, detail } = item.error;
        return {
          kind: 'broken',
          line: item.line,
          name: '',
          der: item.der,
          bytes: item.der.length,
          reason: { path, offset, detail },
        };
      }
      case 'key':
      case 'other':
        return { kind: item.kind, line: item.line, name: item.label };
      case 'problem':
        return {
          kind: 'problem',
          line: item.line,
          name: '',
          problem: item.code,
          ...(item.column !== undefined && { column: item.column }),
        };
    }
  };
  return items.map(rowOf);
}

export interface PasteCounts {
  readonly certificates: number;
  readonly keys: number;
  readonly faults: number;
}

export function countsOf(rows: readonly CheckRow[]): PasteCounts {
  const count = (kind: CheckRow['kind']): number => rows.filter((row) => row.kind === kind).length;
  return {
    certificates: count('certificate'),
    keys: count('key'),
    faults: count('broken') + count('problem'),
  };
}

/** The name to ask for when nobody says one: the first of the leaf's that is a host or an address. */
export function hostOf(leaf: Certificate | undefined): string {
  const name = (leaf?.extensions.subjectAltName ?? []).find(
    ({ type }) => type === 'dNSName' || type === 'iPAddress',
  );
  return name?.value.replace(/^\*\./, 'www.') ?? '';
}

/** A block folded to three lines: how the paste area shows what it has read. */
export type FoldedLine =
  | { readonly type: 'line'; readonly text: string }
  | { readonly type: 'fold'; readonly text: string; readonly lines: number };

/** Characters of base64 that are shown of a folded block. */
const foldedWidth = 32;

/** Every frame with its first line of base64 and the count of the rest; other text stays. */
export function folded(text: string): readonly FoldedLine[] {
  const out: FoldedLine[] = [];
  let body: string[] | undefined;
  for (const line of text.replace(/\s+$/, '').split(/\r\n|\n|\r/)) {
    const isFrame = /^\s*-----(BEGIN|END) /.test(line);
    if (body && !isFrame) {
      body.push(line);
      continue;
    }
    if (body && body.length > 0) {
      const [first = ''] = body;
      out.push(
        body.length === 1
          ? { type: 'line', text: first }
          : { type: 'fold', text: first.slice(0, foldedWidth), lines: body.length - 1 },
      );
    }
    body = /^\s*-----BEGIN /.test(line) ? [] : undefined;
    out.push({ type: 'line', text: line });
  }
  for (const line of body ?? []) out.push({ type: 'line', text: line });
  return out;
}

function firstName({ extensions }: Certificate): string {
  return extensions.subjectAltName?.[0]?.value ?? '';
}
