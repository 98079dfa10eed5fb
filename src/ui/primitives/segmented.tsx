import type { LucideIcon } from 'lucide-react';
import { Icon } from '../icons/icon.tsx';
import styles from './segmented.module.css';

export interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: LucideIcon | undefined;
  readonly disabled?: boolean;
}

export interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly className?: string | undefined;
}

/** Two to four views of one thing; buttons, because each press acts at once. */
export function Segmented<Id extends string>({
  label,
  segments,
  selected,
  onSelect,
  className,
}: SegmentedProps<Id>) {
  return (
    <div role="group" aria-label={label} className={`${styles.group} ${className ?? ''}`}>
      {segments.map((segment) => (
        <button
          key={segment.id}
          type="button"
          aria-pressed={segment.id === selected}
          disabled={segment.disabled}
          className={styles.segment}
          onClick={() => onSelect(segment.id)}
        >
          {segment.icon && <Icon of={segment.icon} size={12} />}
          {segment.label}
        </button>
      ))}
    </div>
  );
}
