import styles from './key-glyph.module.css';

/** The gold key on secret material. */
export function KeyGlyph({
  size = 11,
  inherit = false,
}: {
  readonly size?: number;
  readonly inherit?: boolean;
}) {
  return (
    <svg
      className={inherit ? styles.inherit : styles.gold}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      <circle cx="3.6" cy="6" r="2.4" />
      <path d="M6 6h5.2M9.2 6v2.2M11.2 6v1.6" />
    </svg>
  );
}
