/** Glossary definitions, loaded when the first term is opened. Ids and links are in glossary-ids.ts and rich.ts. */
import { catalog } from './catalog.ts';
import { glossary, type GlossaryWords } from './en/glossary.ts';

export type { GlossaryEntry, GlossaryWords } from './en/glossary.ts';
export const glossaryWords = catalog<GlossaryWords>('glossary', glossary);
