import type { ReactNode } from 'react';
import { toHex } from '../../bytes/hex.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { offsetText } from '../../view/bytes-text.ts';
import { partRows } from '../../view/certificates.ts';
import type { PartRow, PartValue } from '../../view/certificates.ts';
import type { Certificate } from '../../x509/model.ts';
import { useWords } from '../use-lab.ts';
import { Fingerprints } from './fingerprints.tsx';
import { SecondReader } from './second-reader.tsx';
import { ValidityBar } from './validity-bar.tsx';
import styles from './certificates.module.css';

export interface ReadViewProps {
  readonly certificate: Certificate;
  /** Milliseconds since 1970 UTC: where "now" is on the bar of its period. */
  readonly clock: number;
  /** The certificate whose key should verify the signature, where there is one. */
  readonly issuer: Certificate | undefined;
  /** What a press on a row does: shows the bytes of the part with this path. */
  readonly linkTo: (path: string) => () => void;
}

/** Label, value, and where the bytes are; a row opens them. */
export function ReadView({ certificate, clock, issuer, linkTo }: ReadViewProps) {
  const words = useWords(inspectorWords).certificates;
  return (
    <div className={styles.read}>
      <div className={styles.readHead} aria-hidden="true">
        <span>{words.field}</span>
        <span>{words.offset}</span>
        <span>{words.bytes}</span>
      </div>
      <dl>
        {partRows(certificate).map((row) => (
          <Row key={row.path} row={row} onShow={linkTo(row.path)}>
            {row.value.type === 'period' ? (
              <ValidityBar from={row.value.from} to={row.value.to} now={clock} />
            ) : (
              <Value value={row.value} />
            )}
          </Row>
        ))}
        <Fingerprints der={certificate.der} />
        <SecondReader key={toHex(certificate.serialNumber)} certificate={certificate} issuer={issuer} />
      </dl>
    </div>
  );
}

interface RowProps {
  readonly row: PartRow;
  readonly onShow: () => void;
  readonly children: ReactNode;
}

function Row({ row, onShow, children }: RowProps) {
  const words = useWords(inspectorWords).certificates;
  const label = words.parts[row.id] ?? row.id;
  return (
    <div className={styles.row} data-link="">
      <dt title={label}>{label}</dt>
      <dd>
        {children}
        {row.critical && <i className={styles.critical}>{words.critical}</i>}
      </dd>
      <dd className={styles.place}>
        <button type="button" onClick={onShow}>
          <span className="spoken">{words.showBytes(label)} </span>
          {offsetText(row.offset)}
          <u>{row.size}</u>
        </button>
      </dd>
    </div>
  );
}

function Value({ value }: { readonly value: PartValue }) {
  const words = useWords(inspectorWords).certificates;
  switch (value.type) {
    case 'text':
      return value.strong ? <b>{value.text}</b> : value.text;
    case 'list':
      return value.items.map((item, i) => (
        <span key={item}>
          {i > 0 && ', '}
          {value.code ? <code>{item}</code> : item}
        </span>
      ));
    case 'hex':
      return <code title={value.hex}>{grouped(value.hex)}</code>;
    case 'named-hex':
      return (
        <>
          {value.name}{' '}
          <code className={styles.quiet} title={value.hex}>
            {value.hex.length > 24 ? `${value.hex.slice(0, 8)}…${value.hex.slice(-8)}` : value.hex}
          </code>
        </>
      );
    case 'constraints':
      return words.constraints(value.cA, value.pathLength);
    case 'period':
      return null;
  }
}

/** Groups of four bytes; long values are shortened in the middle. */
function grouped(hex: string): string {
  const short = hex.length > 36 ? `${hex.slice(0, 16)}…${hex.slice(-8)}` : hex;
  return short.replace(/([0-9a-f]{8})(?=[0-9a-f])/g, '$1 ');
}
