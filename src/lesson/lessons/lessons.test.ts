/** Every lesson on fresh runs of varying suites: what it says must be there, and must not contradict the run. */
import { beforeAll, describe, expect, it } from 'vitest';
import { issueDemoPki } from '../../authority/issue.ts';
import { KeyRing } from '../../authority/key-ring.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { run } from '../../lab/run.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import type { Scenario } from '../../lab/scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { indexBytes, pathEndingIn } from '../../view/bytes.ts';
import { loadLanguage } from '../load-language.ts';
import { lessonTitleWords } from '../lesson-titles.ts';
import { plainText } from '../rich.ts';
import { clock } from '../testing/runs.ts';
import { factsOf } from './facts.ts';
import { lessonParts, lessonSlugs, loadLesson, runParts } from './lessons.ts';
import type { LessonPart, PartWords } from './model.ts';

let play: (scenario: Scenario) => Promise<Trace>;
beforeAll(async () => {
  await loadLanguage('de');
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

/** The server's suites, turned: another one is chosen in each run, where the lesson leaves it a choice. */
function turned(scenario: Scenario, by: number): Scenario {
  const { suites } = scenario.server;
  const at = by % suites.length;
  return applyPatch(scenario, { server: { suites: [...suites.slice(at), ...suites.slice(0, at)] } });
}

function textsOf(words: PartWords, trace: Trace): readonly string[] {
  const facts = factsOf(trace);
  return [
    words.name,
    words.title,
    ...words.text(facts).map(plainText),
    words.question(facts),
    ...Object.values(words.choices(facts)).flatMap(({ text, reason }) => [text, reason]),
    words.change.label,
    words.change.task,
    ...Object.values(words.change.options ?? {}),
  ];
}

/** What a text says when a fact was not there. */
const hole =
  /undefined|\bNaN\b|\[object|\$\{|\b(?:step|Schritt) 0\b|\b0 (?:bytes?|bits?)\b|\s{2}|\(\)|\s[.,;:]/i;

function expectWhole(texts: readonly string[]): void {
  for (const text of texts) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(hole);
  }
}

describe.each(lessonSlugs)('lesson %s', (slug) => {
  it('names its parts, and has words for each', async () => {
    const lesson = await loadLesson(slug);
    const { parts, words, deskWords } = lesson;
    expect(parts.map(({ id }) => id)).toEqual(lessonParts[slug]);
    const runs = runParts(lesson).map(({ id }) => id);
    const desks = lessonParts[slug].filter((id) => !runs.includes(id));
    for (const [language, texts] of Object.entries(words)) {
      expect(Object.keys(texts), language).toEqual(runs);
      expect(Object.keys(deskWords?.[language as 'en'] ?? {}), language).toEqual(desks);
      expect(Object.keys(lessonTitleWords[language as 'en'])).toEqual(lessonSlugs);
    }
  });

  it('says of ten fresh runs what they show', async () => {
    const lesson = await loadLesson(slug);
    const { words } = lesson;
    for (const part of runParts(lesson))
      for (let round = 0; round < 10; round++) {
        const trace = await play(turned(part.scenario, round));
        for (const texts of Object.values(words)) {
          const text = texts[part.id];
          if (!text) throw new Error(part.id);
          expectWhole(textsOf(text, trace));
          expect(Object.keys(text.choices(factsOf(trace)))).toContain(part.answer(trace));
          expectQuoted(text, trace);
        }
      }
  }, 120_000);

  it('shows a step, a field and rows that the run has; the change does what is asked, and nothing else does', async () => {
    const lesson = await loadLesson(slug);
    const { words } = lesson;
    for (const part of runParts(lesson)) {
      const before = await play(part.scenario);
      expectShown(part, before);
      expect(part.change.done(before), `${part.id} is done before anything is changed`).toBe(false);
      const scenario = part.change.apply(part.scenario, part.change.solution);
      if (!scenario) throw new Error(`${part.id}: the solution is refused`);
      const after = await play(scenario);
      expect(part.change.done(after), `${part.id} is done by ${part.change.solution}`).toBe(true);
      const operations = [before, after].flatMap(({ steps }) => steps.flatMap((step) => step.operations));
      for (const name of [part.operation ?? []].flat())
        expect(operations.map((operation) => operation.name)).toContain(name);
      for (const value of part.change.options ?? [part.change.initial, part.change.solution]) {
        const changed = part.change.apply(part.scenario, value);
        expect(changed, value).toBeDefined();
        if (!changed) continue;
        const trace = await play(changed);
        for (const texts of Object.values(words)) {
          const text = texts[part.id];
          if (!text) continue;
          expectWhole(textsOf(text, trace));
          expect(Object.keys(text.choices(factsOf(trace)))).toContain(part.answer(trace));
          if (part.change.done(trace)) expectWhole([text.change.done(factsOf(trace), factsOf(before))]);
          expect(Object.keys(text.change.lists ?? {})).toEqual(Object.keys(part.change.lists ?? {}));
          if (part.change.options)
            expect(Object.keys(text.change.options ?? {}).toSorted()).toEqual(part.change.options.toSorted());
        }
      }
      for (const texts of Object.values(words)) {
        const done = texts[part.id]?.change.done(factsOf(after), factsOf(before)) ?? '';
        expectWhole([done]);
        expect((part.more === undefined) === (texts[part.id]?.more === undefined)).toBe(true);
      }
    }
  }, 120_000);
});

/** A suite that is named is the one of the run, or, set as code, one that a side has in its list. */
function expectQuoted(words: PartWords, trace: Trace): void {
  const { suite, suites, text } = { ...factsOf(trace), text: words.text(factsOf(trace)).flat() };
  const offered = [...suites('browser'), ...suites('server')];
  for (const part of text) {
    const isCode = typeof part !== 'string' && 'code' in part;
    const quoted = plainText([part]).match(/\bTLS_[A-Z0-9_a-z]+_[A-Z0-9]+\b/g);
    for (const name of quoted ?? []) expect(isCode ? offered : [suite]).toContain(name);
  }
}

function expectShown(part: LessonPart, trace: Trace): void {
  const ids = trace.steps.map(({ id }) => id);
  const step = trace.steps.find(({ id }) => id === part.step);
  expect(ids).toContain(part.step);
  for (const row of part.rows ?? []) expect(ids).toContain(row);
  if (part.rows) expect(part.rows).toContain(part.step);
  if (part.field === undefined || step?.kind !== 'message') return;
  expect(pathEndingIn(indexBytes(step.plain ?? step.wire), part.field), part.field).toBeDefined();
}
