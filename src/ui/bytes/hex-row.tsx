import { memo } from 'react';
import { hexSegments } from '../../view/bytes.ts';
import type { ByteIndex, HexSegment } from '../../view/bytes.ts';
import { asciiText } from '../../view/bytes-text.ts';
import styles from './hex.module.css';

export interface HexRowProps {
  readonly index: ByteIndex;
  readonly row: number;
  readonly width: number;
  /** Ranges are clipped to the row by the caller; -1 where there is none. Numbers keep the memo cheap. */
  readonly filledFrom: number;
  readonly filledTo: number;
  readonly hoverFrom: number;
  readonly hoverTo: number;
  readonly failedFrom: number;
  readonly failedTo: number;
  readonly cursor: number;
  readonly text: boolean;
}

export const HexRow = memo(function HexRow(props: HexRowProps) {
  const { index, row, width } = props;
  const filled = props.filledFrom < 0 ? undefined : { start: props.filledFrom, end: props.filledTo };
  const segments = hexSegments(index, row, width, filled);
  const start = row * width;
  const { bytes } = index.view;
  const end = Math.min(start + width, bytes.length);
  return (
    <div className={styles.row}>
      <b>{start.toString(16).padStart(4, '0')}</b>
      {segments.map((segment, i) => (
        <Segment
          // By place: the next message fills the same elements.
          key={i}
          segment={segment}
          bytes={bytes}
          rowStart={start}
          width={width}
          failed={isFailed(segment, props)}
        />
      ))}
      {props.text && (
        <s style={{ left: `calc(var(--gutter) + ${columnOf(width - 1, width) + 4}ch)` }}>
          {asciiText(bytes.subarray(start, end))}
        </s>
      )}
      {props.hoverFrom >= 0 && (
        <Frame
          className={styles.hover}
          from={props.hoverFrom - start}
          to={props.hoverTo - start}
          width={width}
        />
      )}
      {props.cursor >= 0 && (
        <Frame
          className={styles.cursor}
          from={props.cursor - start}
          to={props.cursor - start + 1}
          width={width}
        />
      )}
    </div>
  );
});

interface SegmentProps {
  readonly segment: HexSegment;
  readonly bytes: Uint8Array;
  readonly rowStart: number;
  readonly width: number;
  readonly failed: boolean;
}

function Segment({ segment, bytes, rowStart, width, failed }: SegmentProps) {
  const { leaf, filled } = segment;
  let text = '';
  for (let at = segment.start; at < segment.end; at++) {
    if (at > segment.start) text += gapBefore(at - rowStart, width);
    text += (bytes[at] ?? 0).toString(16).padStart(2, '0');
  }
  const names = [
    styles[leaf.level],
    filled
      ? styles.filled
      : leaf.kind === 'value' || leaf.kind === 'length'
        ? styles[leaf.shade]
        : styles[leaf.kind],
    leaf.kind === 'length' && styles.length,
    failed && styles.failed,
  ];
  return (
    <>
      {segment.start > rowStart && gapBefore(segment.start - rowStart, width)}
      <span
        className={names.filter(Boolean).join(' ')}
        data-filled={filled ? (segment.end - rowStart === width ? 'edge' : 'inside') : undefined}
      >
        {text}
      </span>
    </>
  );
}

/** An outline around bytes of this row; positions are in characters, so nothing is measured. */
function Frame({
  className,
  from,
  to,
  width,
}: {
  readonly className: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly width: number;
}) {
  const left = columnOf(from, width);
  return (
    <i
      className={className}
      style={{ left: `calc(var(--gutter) + ${left}ch)`, width: `${columnOf(to - 1, width) + 2 - left}ch` }}
    />
  );
}

/** Character column of the byte in place `at` of a row. */
export function columnOf(at: number, width: number): number {
  return 3 * at + (at >= width / 2 ? 1 : 0);
}

function gapBefore(at: number, width: number): string {
  return at === width / 2 ? '  ' : ' ';
}

function isFailed(segment: HexSegment, { failedFrom, failedTo }: HexRowProps): boolean {
  return failedFrom >= 0 && segment.start >= failedFrom && segment.end <= failedTo;
}
