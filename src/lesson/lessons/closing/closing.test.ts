/** The closing check on fresh runs: each question has one right answer, and it is not always the same one. */
import { beforeAll, describe, expect, it } from 'vitest';
import { issueDemoPki } from '../../../authority/issue.ts';
import { KeyRing } from '../../../authority/key-ring.ts';
import { createProvider } from '../../../crypto/provider/web.ts';
import { run } from '../../../lab/run.ts';
import type { Scenario } from '../../../lab/scenario.ts';
import type { Trace } from '../../../lab/trace.ts';

import { plainText } from '../../rich.ts';
import { clock } from '../../testing/runs.ts';
import { factsOf } from '../facts.ts';
import { lessonParts, lessonSlugs } from '../lessons.ts';
import { closingQuestions } from './questions.ts';
import { closingWords } from './words.ts';

let play: (scenario: Scenario) => Promise<Trace>;
beforeAll(async () => {
  const provider = await createProvider();
  const ring = new KeyRing({ provider, subtle: globalThis.crypto.subtle });
  play = (scenario) =>
    run(scenario, {
      provider,
      now: () => 0,
      wallClock: () => clock,
      issue: (request, at) => issueDemoPki(ring, { ...request, clock: at }),
    });
}, 60_000);

/** What a text says when a fact was not there. */
const hole = /[Uu]ndefined|NaN|\[object|\$\{|\b(?:[Ss]tep|Schritt) 0\b|\s{2}|\(\)|\s[.,;:]|with $|^\s*$/;

it('asks one question per lesson', () => {
  expect(Object.keys(closingQuestions)).toEqual(lessonSlugs);
  for (const words of Object.values(closingWords)) expect(Object.keys(words)).toEqual(lessonSlugs);
});

describe.each(lessonSlugs)('%s', (id) => {
  const { scenarios, answer, step, part } = closingQuestions[id];

  it('has its answer, its step and whole sentences in every run it may draw', async () => {
    const answers = new Map<string, string>();
    for (const scenario of [...scenarios, ...scenarios]) {
      const trace = await play(scenario);
      const facts = factsOf(trace);
      expect(trace.steps.map((one) => one.id)).toContain(step(trace));
      for (const [language, all] of Object.entries(closingWords)) {
        const words = all[id];
        const choices = words.choices(facts);
        expect(Object.keys(choices)).toContain(answer(trace));
        expect(Object.keys(choices).length).toBeLessThanOrEqual(5);
        const texts = [
          words.topic,
          plainText(words.known(facts)),
          words.question(facts),
          ...Object.values(choices).flatMap(({ text, reason }) => [text, reason]),
        ];
        for (const text of texts) expect(text).not.toMatch(hole);
        // The question does not give the answer away: it is the same whenever what is known is.
        const known = `${language}: ${plainText(words.known(facts))} ${words.question(facts)}`;
        expect(answers.get(known) ?? answer(trace), known).toBe(answer(trace));
        answers.set(known, answer(trace));
      }
    }
    // Who has learned the answers by heart gets some of them wrong.
    expect(new Set(answers.values()).size).toBeGreaterThan(1);
  }, 60_000);

  it('leads to a part of its own lesson', () => {
    const [slug, name] = part.split('/');
    expect(slug).toBe(id);
    expect(lessonParts[id]).toContain(name);
  });
});
