/** The link of the workshop: its name alone. What lies in it is kept in the browser, not in links. */
import { plainPage } from './page.ts';

export const workshopPage = plainPage;
