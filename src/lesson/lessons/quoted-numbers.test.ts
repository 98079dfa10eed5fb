/** Every number of three digits and more that a lesson quotes is one that its run has. */
import { beforeAll, describe, expect, it } from 'vitest';
import { issueDemoPki } from '../../authority/issue.ts';
import { KeyRing } from '../../authority/key-ring.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { run } from '../../lab/run.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { suiteScenario } from '../../lab/suite-scenario.ts';
import type { Trace } from '../../lab/trace.ts';
import { alertCodes } from '../../tls/registry/alerts.ts';
import { allSuites } from '../../tls/registry/suite-names.ts';
import { notebookOf } from '../../view/notebook.ts';
import { plainText } from '../rich.ts';
import { clock } from '../testing/runs.ts';
import { lesson as suiteNames, nameParts } from './5-suite-names.ts';
import { digitsOf, factsOf } from './facts.ts';
import { lessonSlugs, loadLesson, runParts } from './lessons.ts';
import type { LessonPart, PartWords } from './model.ts';

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

describe.each(lessonSlugs)('numbers of lesson %s', (slug) => {
  it('are those of the run, before the change and after it', async () => {
    const lesson = await loadLesson(slug);
    const { words } = lesson;
    for (const part of runParts(lesson)) {
      const before = await play(part.scenario);
      const changed = part.change.apply(part.scenario, part.change.solution);
      const after = await play(changed ?? part.scenario);
      for (const texts of Object.values(words)) {
        const text = texts[part.id];
        if (!text) throw new Error(part.id);
        expectNumbers(part, textsOf(text, before), [before]);
        expectNumbers(part, textsOf(text, after), [after]);
        expectNumbers(part, [text.change.done(factsOf(after), factsOf(before))], [before, after]);
      }
    }
  }, 120_000);
});

function textsOf(words: PartWords, trace: Trace): readonly string[] {
  const facts = factsOf(trace);
  return [
    ...words.text(facts).map(plainText),
    words.question(facts),
    ...Object.values(words.choices(facts)).flatMap(({ text, reason }) => [text, reason]),
  ];
}

/** Thousands are set apart; what hangs on a letter, a hyphen or a point is part of a name. A year has no gap. */
const numbers = /(?<![\p{L}\d_.\-/+])(?:\d{1,3}(?:\u202f\d{3})+|\d{3,})(?![\d_\p{L}])/gu;
const notOfTheRun = /\bRFC \d+|\b(?:19|20)\d\d\b|PKCS #1 v1\.5|\/orders\/2026/g;
/** What the registry holds; said so in the text. */
const ofTheRegistry = 350;

function expectNumbers(part: LessonPart, texts: readonly string[], traces: readonly Trace[]): void {
  const known = new Set([ofTheRegistry, ...traces.flatMap(numbersOf)]);
  const serials = traces.map((trace) => factsOf(trace).chain.leaf.serial);
  const withoutSerials = (text: string): string =>
    serials.reduce((rest, serial) => rest.replaceAll(`${serial}…`, ''), text);
  for (const text of texts)
    for (const number of withoutSerials(text).replaceAll(notOfTheRun, '').match(numbers) ?? [])
      expect([...known], `${part.id}: ${text}`).toContain(Number(number.replaceAll('\u202f', '')));
}

/** Lengths of all that was sent or computed, in bytes and in bits, and of certificates; digits of primes; the alert. */
function numbersOf(trace: Trace): readonly number[] {
  const { steps, certificates, outcome, scenario, previous } = trace;
  const lengths = steps.flatMap((step) => [
    ...(step.kind === 'message' ? [step.wire.bytes.length, step.content.length] : []),
    ...step.operations.flatMap(({ inputs, outputs }) =>
      [...inputs, ...outputs].map(({ bytes }) => bytes.length),
    ),
  ]);
  const primes = steps.flatMap(({ operations }) =>
    operations.flatMap(({ inputs }) => inputs.filter(({ name }) => name === 'dh_p')),
  );
  return [
    ...(previous ? numbersOf(previous) : []),
    ...(outcome.kind === 'failed' ? [alertCodes[outcome.error.alert]] : []),
    scenario.resumeAfter,
    handshakeBytes(trace),
    ...lengths,
    ...certificates.map(({ der }) => der.length),
    ...lengths.map((length) => length * 8),
    // The next full block, offered as a wrong answer.
    ...lengths.map((length) => (Math.floor(length / 16) + 1) * 16),
    ...primes.map(({ bytes }) => digitsOf(bytes)),
  ];
}

/** What crossed the wire before the first data, tickets left out. */
function handshakeBytes(trace: Trace): number {
  const { steps } = trace;
  const data = steps.findIndex((step) => step.kind === 'message' && step.message === 'ApplicationData');
  const before = notebookOf({ ...trace, steps: steps.slice(0, data < 0 ? undefined : data) }).lines;
  return before
    .filter(({ step }) => !steps[step]?.id.startsWith('new_session_ticket'))
    .reduce((sum, { length }) => sum + length, 0);
}

describe('the name that is built', () => {
  const codes = new Map([...allSuites()].map(([code, name]) => [name, code]));
  const made = Object.values(nameParts).reduce<readonly string[]>(
    (names, words) => names.flatMap((name) => words.map((word) => `${name} ${word}`.trim())),
    [''],
  );
  const build = runParts(suiteNames).find(({ id }) => id === 'build');
  const registered = made.filter((value) => codes.has(build?.change.made?.(value) ?? ''));

  it('is refused exactly where the registry has no such suite', () => {
    if (!build) throw new Error('no such part');
    expect(registered.length).toBeGreaterThan(50);
    for (const value of made)
      expect(build.change.apply(build.scenario, value) !== undefined, value).toBe(registered.includes(value));
  });

  it('has no word in its lists without a suite that is completed here', async () => {
    const wanted = new Set<string>(
      Object.entries(nameParts).flatMap(([at, words]) => words.map((word) => `${at} ${word}`)),
    );
    for (const value of registered) {
      const words = value.split(' ').map((word, at) => `${Object.keys(nameParts)[at] ?? ''} ${word}`);
      if (!words.some((word) => wanted.has(word))) continue;
      const scenario = suiteScenario(codes.get(build?.change.made?.(value) ?? '') ?? 0);
      if (!scenario) continue;
      const trace = await play(scenario);
      expect(trace.outcome.kind, value).toBe('completed');
      expect(factsOf(trace).suite).toBe(build?.change.made?.(value));
      for (const word of words) wanted.delete(word);
    }
    expect([...wanted]).toEqual([]);
  }, 120_000);
});
