/** A certificate as plain text, for copying: one line per part. */
import type { Certificate } from '../x509/model.ts';
import type { ValueWords } from './bytes-text.ts';
import { partRows } from './certificates.ts';
import type { PartValue } from './certificates.ts';

export interface CertificateTextWords {
  readonly parts: Readonly<Record<string, string>>;
  readonly fingerprint: string;
  readonly critical: string;
  readonly constraints: (cA: boolean, pathLength: number | undefined) => string;
}

export function certificateText(
  certificate: Certificate,
  fingerprint: string,
  words: CertificateTextWords,
  values: ValueWords,
): string {
  const rows = partRows(certificate).map(({ id, value, critical }) => [
    words.parts[id] ?? id,
    textOf(value, words, values) + (critical ? ` (${words.critical})` : ''),
  ]);
  if (fingerprint !== '') rows.push([words.fingerprint, `SHA-256 ${fingerprint}`]);
  const width = Math.max(...rows.map(([label = '']) => label.length)) + 2;
  return rows.map(([label = '', text = '']) => `${label.padEnd(width)}${wrapped(text, width)}\n`).join('');
}

function textOf(value: PartValue, words: CertificateTextWords, values: ValueWords): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'list':
      return value.items.join(', ');
    case 'hex':
      return value.hex;
    case 'named-hex':
      return `${value.name} ${value.hex}`;
    case 'period':
      return values.period(values.dateAndTime(value.from), values.dateAndTime(value.to));
    case 'constraints':
      return words.constraints(value.cA, value.pathLength);
  }
}

/** Long hex goes on in the next line, under its beginning. */
function wrapped(text: string, indent: number): string {
  const lines = text.match(/.{1,48}(?=\s|$)|\S{1,48}\s?/g) ?? [text];
  return lines.map((line) => line.trim()).join(`\n${' '.repeat(indent)}`);
}
