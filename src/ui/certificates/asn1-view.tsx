import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Field } from '../../bytes/field.ts';
import type { Level, Negotiated, Step } from '../../lab/trace.ts';
import { findNode, indexBytes, pathEndingIn, rangeOf } from '../../view/bytes.ts';
import { Detail } from '../bytes/detail.tsx';
import { Elbow } from '../bytes/elbow.tsx';
import { FieldTree } from '../bytes/field-tree.tsx';
import { HexView } from '../bytes/hex-view.tsx';
import { phone, useMedia } from '../inspector/use-media.ts';
import styles from './certificates.module.css';

export interface Asn1ViewProps {
  readonly der: Uint8Array<ArrayBuffer>;
  readonly field: Field;
  /** In the colour of the message that carries it; a document by itself is in the clear. */
  readonly level?: Level;
  readonly step?: Step | undefined;
  readonly negotiated?: Negotiated | undefined;
  /** Hex and tree side by side where 780 pixels are there. */
  readonly beside?: boolean;
  /** The field to begin with, by the end of its path ('tbsCertificate.subject'). */
  readonly start?: string | undefined;
}

/** The DER of one document by itself: offsets count from its first byte. */
export function Asn1View({
  der,
  field,
  level = 'plaintext',
  step,
  negotiated,
  beside = false,
  start,
}: Asn1ViewProps) {
  const index = useMemo(
    () => indexBytes({ bytes: der, field, levels: [{ start: 0, end: der.length, level }] }),
    [der, field, level],
  );
  const [selected, setSelected] = useState<string>();
  const [hovered, setHovered] = useState<string>();
  const isPhone = useMedia(phone);
  const panel = useRef<HTMLDivElement>(null);
  const hex = useRef<HTMLDivElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  const onHover = useCallback((path: string | undefined) => setHovered(path), []);
  // Once both views have their size: what is selected then scrolls into sight.
  useEffect(() => {
    if (start === undefined) return undefined;
    const frame = requestAnimationFrame(() => setSelected(pathEndingIn(index, start)));
    return () => cancelAnimationFrame(frame);
  }, [index, start]);
  const node = selected === undefined ? undefined : findNode(index, selected);
  return (
    <div ref={panel} className={styles.asn1} data-level={level} data-beside={beside}>
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
      <Elbow panel={panel} hex={hex} tree={tree} version={node?.path} level={node?.level ?? level} />
      <Detail index={index} path={hovered ?? selected} step={step} negotiated={negotiated} />
    </div>
  );
}
