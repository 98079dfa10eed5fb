/** The links of glossary and guide lead to steps that the runs have, and there is a word for each demo. */
import { beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../lab/presets.ts';
import type { Trace } from '../lab/trace.ts';
import { glossaryPlaces } from '../lesson/glossary-places.ts';
import { guideWords, sessions } from '../lesson/guide.ts';
import { complaints } from '../lesson/testing/quality.ts';
import { runAll, runOnce } from '../lesson/testing/runs.ts';
import { parseLink } from '../state/link.ts';
import { indexBytes } from './bytes.ts';
import { tabsOf } from './bytes-tabs.ts';
import { changesBetween } from './changes.ts';
import { demoLink } from './guide.ts';

let traces: ReadonlyMap<string, Trace>;
beforeAll(async () => {
  traces = await runAll();
}, 60_000);

/** The run of a link: that of its preset, or one made for it where it changes a setting. */
async function runOf(link: string): Promise<Trace> {
  const parsed = parseLink(link, presets);
  if (parsed.kind !== 'view') throw new Error(`no run for ${link}`);
  const { scenario } = parsed.view;
  const changed = changesBetween(scenario, presets[scenario.preset]).length > 0;
  return (changed ? undefined : traces.get(scenario.preset)) ?? runOnce(scenario);
}

/** The step that a link of the Lab or of Attack opens; its tab and its field must be there. */
async function stepOf(link: string): Promise<Trace['steps'][number]> {
  const parameters = new URLSearchParams(link.slice(link.indexOf('?')));
  const trace = await runOf(link);
  const step = trace.steps[Number(parameters.get('step') ?? '1') - 1];
  if (!step) throw new Error(`no such step: ${link}`);
  const tab = parameters.get('tab');
  if (tab !== null)
    expect(
      tabsOf(trace, step, 'narrow').map(({ id }) => id),
      link,
    ).toContain(tab);
  const field = parameters.get('f');
  if (field !== null) {
    if (step.kind !== 'message') throw new Error(`no bytes: ${link}`);
    expect([...indexBytes(step.plain ?? step.wire).nodes.keys()], link).toContain(field);
  }
  return step;
}

describe('glossary', () => {
  it.each(Object.entries(glossaryPlaces))('%s can be seen', async (_, { show }) => {
    if (/^#\/(lab|attack)\?/.test(show)) await stepOf(show);
    else expect(show).toBe('#/workshop');
  });
});

describe.each(sessions)('session $id', (session) => {
  it('opens each demo at the step it is about', async () => {
    for (const demo of session.demos) {
      expect(presets).toHaveProperty(demo.scenario);
      expect((await stepOf(demoLink(demo))).id, demo.id).toBe(demo.step);
    }
  });

  it('has words for each demo, and no others, that keep to the voice', () => {
    for (const [language, all] of Object.entries(guideWords)) {
      const words = all[session.id];
      expect(Object.keys(words?.demos ?? {}), language).toEqual(session.demos.map(({ id }) => id));
      for (const { question, answer, wrong, click } of Object.values(words?.demos ?? {})) {
        expect(question).toMatch(/\?$/);
        expect(wrong.length).toBeGreaterThan(0);
        for (const text of [answer, click, ...wrong]) expect(complaints(text, 4)).toEqual([]);
      }
    }
  });
});
