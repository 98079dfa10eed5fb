/** Words of the Trust page. */
import { catalog } from './catalog.ts';
import { trustPage } from './en/trust-page.ts';

type TrustPageWords = typeof trustPage;

export const trustPageWords = catalog<TrustPageWords>('trustPage', trustPage);
