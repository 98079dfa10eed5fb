import styles from './seal.module.css';

/** How well a message is protected, or that it failed, or that it is work at one end and not on the wire. */
export type SealKind = 'plaintext' | 'early' | 'handshake' | 'application' | 'failed' | 'local';

export interface SealProps {
  readonly kind: SealKind;
  readonly size?: number;
  /** Draws in the colour of the text around it, for filled rows. */
  readonly inherit?: boolean;
}

/** Open ring, quarter and half ring, full disc, cross, diamond: the level without its colour. */
export function Seal({ kind, size = 11, inherit = false }: SealProps) {
  return (
    <svg
      className={`${styles.seal} ${inherit ? '' : styles[kind]}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
    >
      {kind === 'plaintext' && <circle cx="6" cy="6" r="4.6" />}
      {kind === 'early' && (
        <>
          <circle cx="6" cy="6" r="4.6" />
          <path className={styles.fill} d="M6 6V1.4A4.6 4.6 0 0 0 1.4 6z" />
        </>
      )}
      {kind === 'handshake' && (
        <>
          <circle cx="6" cy="6" r="4.6" />
          <path className={styles.fill} d="M6 1.4a4.6 4.6 0 0 0 0 9.2z" />
        </>
      )}
      {kind === 'application' && <circle className={styles.fill} cx="6" cy="6" r="5.2" />}
      {kind === 'failed' && <path d="M2.4 2.4l7.2 7.2M9.6 2.4l-7.2 7.2" />}
      {kind === 'local' && <path d="M6 .63L11.37 6 6 11.37.63 6z" />}
    </svg>
  );
}
