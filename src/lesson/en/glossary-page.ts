/** English: the page of the glossary. */
import { plural } from '../catalog.ts';

export const glossaryPage = {
  title: 'Glossary',
  lead: (count: number) =>
    `${plural(count, 'term', 'terms')} that stand on these pages. Each opens in a run, at the place where it can be seen.`,
  find: 'Find a term',
  found: (count: number) => plural(count, 'term', 'terms'),
  nothing: 'No entry has that in its name or its text.',
  unknown: (term: string) => `The glossary has no entry “${term}”.`,
  rfc: 'In the standard',
  other: 'In German',
  otherLanguage: 'de',
  confusion: 'Often confused',
  show: 'Show me',
  showNamed: (name: string) => `Show me: ${name}`,
  open: 'In the glossary',
};
