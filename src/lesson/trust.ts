/** Words of the Checks tab. */
import { catalog } from './catalog.ts';
import { trust } from './en/trust.ts';

export type TrustWords = typeof trust;

export const trustWords = catalog<TrustWords>('trust', trust);

/** A line of a configuration file or a command: taken out, put in, or there for orientation. */
export interface FixLine {
  readonly kind: 'remove' | 'add' | 'keep';
  readonly text: string;
}

/** Servers whose configuration a fix spells out. */
export const serverKinds = ['nginx', 'apache', 'haproxy', 'caddy', 'node'] as const;
export type ServerKind = (typeof serverKinds)[number];

/** What a fix says; `button` is the one press that applies it. */
export interface FixText {
  readonly text: string;
  /** Commands, whatever the server. */
  readonly lines: readonly FixLine[];
  /** Lines of the server's own configuration. */
  readonly servers?: Readonly<Partial<Record<ServerKind, readonly FixLine[]>>>;
  readonly button: string;
}
