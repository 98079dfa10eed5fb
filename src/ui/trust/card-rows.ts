/** The rows of a card: which facts of a certificate the picture shows. */
import type { TrustWords } from '../../lesson/trust.ts';
import { type CertificateCard, shortHex } from '../../view/trust-certificates.ts';
import type { Mark, PathCard } from '../../view/trust-path.ts';

export interface CardRow {
  readonly label: string;
  readonly value: string;
  readonly mono?: boolean;
  /** A failed check points at it. */
  readonly marked?: boolean;
}

type Words = TrustWords['path'];

export function certificateRows(
  card: CertificateCard,
  marks: readonly Mark[],
  role: 'leaf' | 'intermediate' | 'root',
  words: Words,
): readonly CardRow[] {
  const { rows } = words;
  const marked = (mark: Mark): { marked: boolean } => ({ marked: marks.includes(mark) });
  const list: CardRow[] = [
    { label: rows.issuer, value: card.selfIssued ? words.itself : card.issuer, ...marked('issuer') },
  ];
  if (card.issuerKeyId !== undefined && !card.selfIssued)
    list.push({
      label: rows.issuerKeyId,
      value: shortHex(card.issuerKeyId),
      mono: true,
      ...marked('issuer-key-id'),
    });
  if (card.keyId !== undefined) list.push({ label: rows.keyId, value: shortHex(card.keyId), mono: true });
  list.push({ label: rows.key, value: card.key, ...marked('key') });
  if (marks.includes('names')) list.push({ label: rows.names, value: card.names.join(', '), marked: true });
  if (role !== 'leaf' || marks.includes('usage'))
    list.push({ label: rows.maySign, value: words.maySign(card.usages), ...marked('usage') });
  if (marks.includes('not-before'))
    list.push({ label: rows.validFrom, value: words.date(card.notBefore), marked: true });
  list.push({ label: rows.validTo, value: words.date(card.notAfter), ...marked('not-after') });
  return list;
}

export function missingRows(card: Extract<PathCard, { kind: 'missing' }>, words: Words): readonly CardRow[] {
  const { rows } = words;
  const found = (count: number): string => (count === 0 ? words.no : words.found(count));
  return [
    ...(card.keyId === undefined ? [] : [{ label: rows.keyId, value: shortHex(card.keyId), mono: true }]),
    { label: rows.sent, value: found(card.found.sent) },
    { label: rows.cached, value: found(card.found.cache) },
    { label: rows.inStore, value: found(card.found.store) },
  ];
}
