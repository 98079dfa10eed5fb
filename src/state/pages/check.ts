/** The link of "Your chain": its name alone. What is pasted stays in the page, so it is in no link. */
import { plainPage } from './page.ts';

export const checkPage = plainPage;
