import type { LucideIcon } from 'lucide-react';

export interface IconProps {
  /** One icon of lucide-react, imported singly: `import Lock from 'lucide-react/icons/lock'`. */
  readonly of: LucideIcon;
  readonly size?: number;
  readonly strokeWidth?: number;
  readonly className?: string | undefined;
}

/** 1.5 px strokes at 16 to 18 px, 1.75 below, on the 24-unit grid. Always decoration: names stand in the text. */
export function Icon({ of: Shape, size = 16, strokeWidth, className }: IconProps) {
  return (
    <Shape
      size={size}
      strokeWidth={strokeWidth ?? (size >= 16 ? 1.5 : 1.75)}
      className={className}
      aria-hidden="true"
      focusable="false"
    />
  );
}
