/** Words of the Attack page. */
import { catalog } from './catalog.ts';
import { attack } from './en/attack.ts';

export type AttackWords = typeof attack;

export const attackWords = catalog<AttackWords>('attack', attack);
