/** Words inside of snippets: comments, and what they log. Loaded with the Crypto tab. */
import { catalog } from './catalog.ts';
import { snippets } from './en/snippets.ts';

export type SnippetWords = typeof snippets;

export const snippetWords = catalog<SnippetWords>('snippets', snippets);
