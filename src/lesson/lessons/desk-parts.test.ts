/** The parts that are done in the workshop: texts whole in every state, the answer among the choices, done when it was done. */
import { beforeAll, describe, expect, it } from 'vitest';
import { examples, wishOf } from '../../authority/workshop/draft.ts';
import type { Workshop } from '../../authority/workshop/model.ts';
import {
  apply,
  check,
  type Environment,
  foundWorkshop,
  proposedGrant,
  publish,
  revoke,
  setRecord,
  sign,
} from '../../authority/workshop/workshop.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { plainText } from '../rich.ts';
import { lessonSlugs, loadLesson } from './lessons.ts';
import type { DeskPart, DeskWords } from './model.ts';
import { type OfficeFacts, officeFactsOf } from './office-facts.ts';

let environment: Environment;
let fresh: Workshop;
beforeAll(async () => {
  const maker = { provider: await createProvider(), subtle: globalThis.crypto.subtle };
  environment = { maker, now: Date.UTC(2026, 10, 23, 19, 17) };
  fresh = await foundWorkshop(environment);
}, 60_000);

async function asked(workshop: Workshop, example: keyof typeof examples): Promise<Workshop> {
  const wish = wishOf(examples[example]);
  if (!wish.ok) throw new Error(example);
  return check(await apply(workshop, wish.value, 'EC P-256', environment), environment);
}

async function signed(workshop: Workshop): Promise<Workshop> {
  const { application } = workshop;
  if (!application) throw new Error('no request');
  const made = await sign(workshop, proposedGrant(application, environment.now), 'issuing', environment);
  return publish(made, made.register.at(-1)?.serial ?? '');
}

async function taken(workshop: Workshop): Promise<Workshop> {
  const good = workshop.register.findLast((entry) => !entry.revoked);
  return revoke(workshop, good?.serial ?? '', 'superseded', environment);
}

/** What the learner does in each part. */
const solutions: Readonly<Record<string, (workshop: Workshop) => Promise<Workshop>>> = {
  registration: (workshop) => asked(workshop, 'greedy'),
  signature: async (workshop) => signed(await asked(workshop, 'greedy')),
  revocation: taken,
};

/** Workshops as learners may have left them. */
async function states(): Promise<readonly Workshop[]> {
  const greedy = await asked(fresh, 'greedy');
  const all = await signed(
    await asked(await setRecord(fresh, '*.shop.example', true, environment), 'server'),
  );
  const person = await signed(await asked(fresh, 'person'));
  return [
    fresh,
    greedy,
    await signed(greedy),
    all,
    await taken(await taken(all)),
    person,
    { ...fresh, records: [], register: [] },
    await asked(fresh, 'authority'),
  ];
}

const hole =
  /undefined|\bNaN\b|\[object|\$\{|\b(?:step|Schritt) 0\b|\b0 (?:bytes?|bits?)\b|\s{2}|\(\)|\s[.,;:]/i;

function expectWhole(texts: readonly string[]): void {
  for (const text of texts) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(hole);
  }
}

function textsOf(words: DeskWords, facts: OfficeFacts): readonly string[] {
  return [
    words.name,
    words.title,
    ...words.text(facts).map(plainText),
    words.question(facts),
    ...Object.values(words.choices(facts)).flatMap(({ text, reason }) => [text, reason]),
    words.change.task,
  ];
}

async function deskParts(): Promise<readonly { part: DeskPart; words: readonly DeskWords[] }[]> {
  const lessons = await Promise.all(lessonSlugs.map(loadLesson));
  return lessons.flatMap(({ parts, deskWords }) =>
    parts.flatMap((part) =>
      'offices' in part
        ? [{ part, words: Object.values(deskWords ?? {}).flatMap((texts) => texts[part.id] ?? []) }]
        : [],
    ),
  );
}

describe('parts in the workshop', () => {
  it('each has a solution here, and words', async () => {
    const parts = await deskParts();
    expect(parts.map(({ part }) => part.id)).toEqual(Object.keys(solutions));
    for (const { part, words } of parts)
      for (const text of words) expect(text.more === undefined).toBe(part.more === undefined);
  });

  it('says of every workshop what stands in it', async () => {
    for (const workshop of await states()) {
      const facts = officeFactsOf(workshop);
      for (const { part, words } of await deskParts())
        for (const text of words) {
          expectWhole(textsOf(text, facts));
          expect(Object.keys(text.choices(facts))).toContain(part.offices.answer(facts));
          expect(part.offices.done(facts), `${part.id} is done before anything is`).toBe(false);
        }
    }
  });

  it('is done by what it asks for, and by nothing else', async () => {
    for (const { part, words } of await deskParts())
      for (const [id, solve] of Object.entries(solutions)) {
        const after = await solve(fresh);
        const facts = officeFactsOf(after, fresh);
        // Who has something signed has had it checked.
        const also = part.id === 'registration' && id === 'signature';
        expect(part.offices.done(facts), `${part.id} by ${id}`).toBe(part.id === id || also);
        if (part.id === id) for (const text of words) expectWhole([text.change.done(facts)]);
      }
  });

  it('tells the answers from the offices: what is proved decides', async () => {
    const parts = await deskParts();
    const answer = (id: string, workshop: Workshop) =>
      parts.find(({ part }) => part.id === id)?.part.offices.answer(officeFactsOf(workshop));
    expect(answer('registration', fresh)).toBe('some');
    expect(answer('registration', await asked(fresh, 'server'))).toBe('all');
    expect(answer('registration', { ...fresh, records: [] })).toBe('none');
    expect(answer('signature', fresh)).toBe('lifetime');
    expect(answer('revocation', fresh)).toBe('nothing');
  });
});
