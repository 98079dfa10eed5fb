/** Words of the reproduction kit. */
import { catalog } from './catalog.ts';
import { kit } from './en/kit.ts';

/** What a client will say: see view/kit.ts. */
type Prediction =
  | { readonly kind: 'connects'; readonly reused?: boolean; readonly early?: 'accepted' | 'rejected' }
  | { readonly kind: 'says'; readonly text: string; readonly code?: number }
  | { readonly kind: 'alert'; readonly number: number; readonly name: string }
  | { readonly kind: 'unknown' };

export interface ReadmeFacts {
  readonly title: string;
  readonly host: string;
  readonly openssl: Prediction;
  readonly curl: Prediction;
  readonly clock?: number;
  readonly made: number;
  readonly until?: number;
  readonly leftOut: readonly string[];
  readonly clientAuth: 'none' | 'request' | 'require';
  readonly sendsName: boolean;
  readonly oldServer: boolean;
  readonly comesBack?: { readonly pause: number; readonly ticket: boolean };
  readonly psk: boolean;
  readonly badBinder: boolean;
  readonly keepsList: boolean;
  readonly files: readonly string[];
}

export type KitWords = typeof kit;

export const kitWords = catalog<KitWords>('kit', kit);
