/** Words of the Configure sheet, and the plain values they are functions of. */
import { catalog } from './catalog.ts';
import { configure } from './en/configure.ts';

/** How one setting differs from the preset. Names are registry names, protocol names, host names or root ids. */
export type ChangeForm =
  /** Same entries in another order; `first` when the first one changed. */
  | { readonly form: 'order'; readonly first?: string }
  | { readonly form: 'none' }
  | { readonly form: 'only'; readonly name: string }
  | { readonly form: 'without' | 'with' | 'list'; readonly names: readonly string[] }
  | { readonly form: 'text'; readonly text: string }
  | { readonly form: 'switch'; readonly on: boolean }
  /** Bytes of padding or of typed data. */
  | { readonly form: 'number'; readonly value: number }
  /** In days relative to the clock. */
  | { readonly form: 'days'; readonly from: number; readonly to: number }
  /** Milliseconds since 1970 UTC; null follows the real clock. */
  | { readonly form: 'time'; readonly value: number | null };

/** Which rule chose, or why nothing could be chosen. */
export type ChoiceRule =
  | 'only-common'
  | 'server-order'
  | 'browser-order'
  | 'fits-key'
  | 'nothing-common'
  | 'not-reached'
  /** A question about the run is open. */
  | 'asked';

export type ConfigureWords = typeof configure;

export const configureWords = catalog<ConfigureWords>('configure', configure);
