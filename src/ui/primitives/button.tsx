import type { ComponentProps, ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import { Icon } from '../icons/icon.tsx';
import styles from './button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` ink, `quiet` outline, `bar` bare (top bar, panel heads). */
  readonly variant?: 'primary' | 'quiet' | 'bar';
  readonly icon?: LucideIcon | undefined;
  readonly iconAfter?: LucideIcon | undefined;
  /** Inverted while what it opened is open. */
  readonly active?: boolean;
  readonly children: ReactNode;
}

export function Button({
  variant = 'quiet',
  icon,
  iconAfter,
  active = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, styles[variant], active ? styles.active : '', className ?? ''].join(' ')}
    >
      {icon && <Icon of={icon} />}
      {children}
      {iconAfter && <Icon of={iconAfter} size={13} />}
    </button>
  );
}

export interface IconButtonProps extends ComponentProps<'button'> {
  readonly icon: LucideIcon;
  /** Its name; also the tooltip. */
  readonly label: string;
  /** A key that does the same, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly iconSize?: number;
  readonly small?: boolean;
  readonly active?: boolean;
  /** Where the tooltip hangs. */
  readonly tip?: 'below' | 'above' | 'below-end' | 'above-start' | 'above-end' | 'none';
}

export function IconButton({
  icon,
  label,
  shortcut,
  iconSize,
  small = false,
  active = false,
  tip = 'below',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={tip === 'none' ? undefined : shortcut ? `${label}  ${shortcut}` : label}
      data-tip-at={tip}
      {...rest}
      className={[styles.icon, small ? styles.small : '', active ? styles.active : '', className ?? ''].join(
        ' ',
      )}
    >
      <Icon of={icon} size={iconSize ?? (small ? 14 : 16)} />
    </button>
  );
}
