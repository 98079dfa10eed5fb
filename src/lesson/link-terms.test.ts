import { describe, expect, it } from 'vitest';
import { glossary } from './en/glossary.ts';
import type { GlossaryId } from './glossary-ids.ts';
import { linkTerms, type TermNames } from './link-terms.ts';
import { plainText } from './rich.ts';

const names = Object.fromEntries(
  Object.entries(glossary).map(([id, { name }]) => [id, name]),
) as unknown as TermNames;
const linked = (text: string, self?: GlossaryId) =>
  linkTerms(text, names, self).flatMap((part) =>
    typeof part === 'object' && 'term' in part ? [[part.term, part.text]] : [],
  );

describe('terms link by themselves', () => {
  it('the longest name wins, and the first mention of each term only', () => {
    expect(linked('A root certificate is a certificate in a root store. Certificates of others …')).toEqual([
      ['root', 'root certificate'],
      ['certificate', 'certificate'],
      ['root-store', 'root store'],
    ]);
  });

  it('abbreviations, plurals and a large first letter count; parts of words and the entry itself do not', () => {
    expect(linked('Records carry CRLs, not Recorders; OCSP-like things')).toEqual([
      ['record', 'Records'],
      ['crl', 'CRLs'],
    ]);
    expect(linked('A record is a record', 'record')).toEqual([]);
  });

  it('nothing of any definition is lost', () => {
    for (const [id, { text }] of Object.entries(glossary))
      expect(plainText(linkTerms(text, names, id as GlossaryId))).toBe(text);
  });
});
