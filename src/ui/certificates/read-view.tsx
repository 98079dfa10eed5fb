import type { ReactNode } from 'react';
import type { CertificateRecord, Step, Trace } from '../../lab/trace.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { offsetText } from '../../view/bytes-text.ts';
import { issuerOf, partRows, pathInMessage } from '../../view/certificates.ts';
import type { PartRow, PartValue } from '../../view/certificates.ts';
import type { Certificate } from '../../x509/model.ts';
import { useActions, useWords } from '../use-lab.ts';
import { SecondReader } from './second-reader.tsx';
import { ValidityBar } from './validity-bar.tsx';
import styles from './certificates.module.css';

export interface ReadViewProps {
  readonly certificate: Certificate;
  readonly record: CertificateRecord;
  readonly step: Step;
  readonly trace: Trace;
  /** Empty until it is computed. */
  readonly fingerprint: string;
}

/** Label, value, and where the bytes are; a row opens them where the certificate is in this message. */
export function ReadView({ certificate, record, step, trace, fingerprint }: ReadViewProps) {
  const words = useWords(inspectorWords).certificates;
  const [over, under] = words.computed(record.der.length);
  return (
    <div className={styles.read}>
      <div className={styles.readHead} aria-hidden="true">
        <span>{words.field}</span>
        <span>{words.offset}</span>
        <span>{words.bytes}</span>
      </div>
      <dl>
        {partRows(certificate).map((row) => (
          <Row key={row.path} row={row} path={pathInMessage(step, record, row.path)}>
            {row.value.type === 'period' ? (
              <ValidityBar from={row.value.from} to={row.value.to} now={trace.clock} />
            ) : (
              <Value value={row.value} />
            )}
          </Row>
        ))}
        <div className={styles.row}>
          <dt>{words.fingerprint}</dt>
          <dd className={styles.fingerprint}>
            <code>{fingerprint.slice(0, 32)}</code>
            <br />
            <code>{fingerprint.slice(32)}</code>
          </dd>
          <dd className={styles.computed}>
            {over}
            <br />
            {under}
          </dd>
        </div>
        <SecondReader
          key={record.ref.from + String(record.ref.index)}
          record={record}
          issuer={issuerOf(trace, record)}
        />
      </dl>
    </div>
  );
}

function Row({
  row,
  path,
  children,
}: {
  readonly row: PartRow;
  readonly path: string | undefined;
  readonly children: ReactNode;
}) {
  const words = useWords(inspectorWords).certificates;
  const { showField } = useActions();
  const label = words.parts[row.id] ?? row.id;
  const place = (
    <>
      {offsetText(row.offset)}
      <u>{row.size}</u>
    </>
  );
  return (
    <div className={styles.row} data-link={path === undefined ? undefined : ''}>
      <dt title={label}>{label}</dt>
      <dd>
        {children}
        {row.critical && <i className={styles.critical}>{words.critical}</i>}
      </dd>
      <dd className={styles.place}>
        {path === undefined ? (
          <span>{place}</span>
        ) : (
          <button type="button" onClick={() => showField(path)}>
            <span className="spoken">{words.showBytes(label)} </span>
            {place}
          </button>
        )}
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
