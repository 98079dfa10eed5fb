/** The link of the Suites page. */
import { plainPage } from './page.ts';

export const suitesPage = plainPage;
