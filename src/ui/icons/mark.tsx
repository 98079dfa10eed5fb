import styles from './mark.module.css';

/** Two rails, one message each way. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <path className={styles.rail} d="M3 1.5v19M19 1.5v19" />
      <path className={styles.there} d="M3 6.5h12.4M12.8 3.9l2.7 2.6-2.7 2.6" />
      <path className={styles.back} d="M19 15.2H6.6M9.2 12.6l-2.7 2.6 2.7 2.6" />
    </svg>
  );
}
