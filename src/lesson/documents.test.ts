import { webcrypto } from 'node:crypto';
import { expect, test } from 'vitest';
import { examples, wishOf } from '../authority/workshop/draft.ts';
import * as acts from '../authority/workshop/workshop.ts';
import type { Field } from '../bytes/field.ts';
import { assertTiles } from '../bytes/testing/tiles.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { documentField } from '../view/documents.ts';
import { fieldWords, lookUp } from './explain-field.ts';

test('every field of a request, a revocation list, a question and an answer has a text, and the trees tile', async () => {
  const provider = await createProvider();
  const environment = {
    maker: { provider, subtle: webcrypto.subtle as unknown as SubtleCrypto },
    now: Date.UTC(2026, 10, 26, 12),
  };
  const wish = wishOf(examples.greedy);
  if (!wish.ok) throw new Error(wish.field);
  const founded = await acts.foundWorkshop(environment);
  const workshop = await acts.apply(founded, wish.value, 'EC P-256', environment);
  const issuing = acts.officeOf(workshop, 'issuing');
  const documents = [
    ['request', workshop.application?.request],
    ['list', issuing?.list],
    ['question', workshop.inquiry?.request],
    ['answer', workshop.inquiry?.reply],
  ] as const;
  const missing = new Set<string>();
  const visit = (field: Field): void => {
    if (lookUp(field, fieldWords.en) === undefined) missing.add(field.key);
    field.children?.forEach(visit);
  };
  for (const [kind, der] of documents) {
    if (der === undefined) throw new Error(`no ${kind}`);
    const field = documentField(kind, der);
    assertTiles(field, der.length);
    visit(field);
  }
  expect([...missing]).toEqual([]);
});
