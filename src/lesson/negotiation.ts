/** Words of the tab that shows how version, suite and group were chosen. */
import { catalog } from './catalog.ts';
import { negotiation } from './en/negotiation.ts';

export type NegotiationWords = typeof negotiation;

export const negotiationWords = catalog<NegotiationWords>('negotiation', negotiation);
