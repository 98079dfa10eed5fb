import { useCallback, useRef, useState } from 'react';
import type { ByteView, CertificateRecord, Negotiated, Step } from '../../lab/trace.ts';
import { findNode, indexBytes, rangeOf } from '../../view/bytes.ts';
import { Detail } from '../bytes/detail.tsx';
import { Elbow } from '../bytes/elbow.tsx';
import { FieldTree } from '../bytes/field-tree.tsx';
import { HexView } from '../bytes/hex-view.tsx';
import { phone, useMedia } from '../inspector/use-media.ts';
import styles from './certificates.module.css';

export interface Asn1ViewProps {
  readonly record: CertificateRecord;
  readonly step: Step;
  readonly negotiated: Negotiated;
}

/** The DER of one certificate by itself: offsets count from its first byte. */
export function Asn1View({ record, step, negotiated }: Asn1ViewProps) {
  const index = indexBytes(viewOf(record, step));
  const [selected, setSelected] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const isPhone = useMedia(phone);
  const panel = useRef<HTMLDivElement>(null);
  const hex = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const onHover = useCallback((path: string | undefined) => setHovered(path), []);
  const node = selected === undefined ? undefined : findNode(index, selected);
  return (
    <div ref={panel} className={styles.asn1}>
      <div className={styles.tree}>
        <FieldTree
          index={index}
          selected={selected}
          hovered={hovered}
          scroller={tree}
          onHover={onHover}
          onSelect={setSelected}
        />
      </div>
      <div className={styles.hex}>
        <HexView
          index={index}
          width={isPhone ? 8 : 16}
          selected={selected}
          filled={selected === undefined ? undefined : rangeOf(index, selected)}
          hovered={hovered === undefined ? undefined : rangeOf(index, hovered)}
          failed={undefined}
          scroller={hex}
          onHover={onHover}
          onSelect={setSelected}
        />
      </div>
      <Elbow panel={panel} hex={hex} tree={tree} version={node?.path} level={node?.level ?? 'plaintext'} />
      <Detail index={index} path={hovered ?? selected} step={step} negotiated={negotiated} />
    </div>
  );
}

const views = new WeakMap<CertificateRecord, ByteView>();

/** In the colour of the message that carries it; a certificate from the store is in the clear. */
function viewOf(record: CertificateRecord, step: Step): ByteView {
  const known = views.get(record);
  if (known) return known;
  const level =
    record.ref.from === 'sent' ? (step.kind === 'message' ? step.level : 'handshake') : 'plaintext';
  const view: ByteView = {
    bytes: record.der,
    field: record.field,
    levels: [{ start: 0, end: record.der.length, level }],
  };
  views.set(record, view);
  return view;
}
