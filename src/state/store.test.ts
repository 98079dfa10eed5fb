import { describe, expect, test } from 'vitest';
import { presets } from '../lab/presets.ts';
import type { Scenario } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import { createLab, stepOnScreen } from './store.ts';
import type { LabStore, LinkedView } from './store.ts';

/** A trace as far as the store looks into it. */
function trace(scenario: Scenario, ids: string): Trace {
  return {
    scenario,
    steps: ids.split(' ').map((id, index) => ({ id, index })),
    outcome: { kind: 'completed' },
  } as unknown as Trace;
}

interface Bench {
  readonly lab: LabStore;
  /** Runs under way, oldest first: scenario, and how it ends. */
  readonly runs: {
    scenario: Scenario;
    newKeys: boolean;
    finish: (ids: string) => Promise<void>;
    fail: (why: string) => Promise<void>;
  }[];
}

function bench(start: Partial<LinkedView> = {}): Bench {
  const runs: Bench['runs'] = [];
  const lab = createLab({
    presets,
    start,
    runScenario: (scenario, { newKeys }) =>
      new Promise((resolve, reject) => {
        runs.push({
          scenario,
          newKeys,
          finish: (ids) => (resolve(trace(scenario, ids)), settled()),
          fail: (why) => (reject(new Error(why)), settled()),
        });
      }),
  });
  return { lab, runs };
}

/** Promises that are due have run. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function ready(ids = 'ch sh cert check fin', start: Partial<LinkedView> = {}): Promise<Bench> {
  const made = bench(start);
  await settled();
  await made.runs[0]!.finish(ids);
  return made;
}

test('the first of two connections can be shown, and left again', async () => {
  const { lab, runs } = await ready();
  const { actions } = lab.getState();
  actions.showConnection(0);
  expect(lab.getState()).toMatchObject({ run: 1, later: undefined });
  actions.setScenario('resumption');
  await settled();
  const previous = trace(presets.resumption, 'ch sh cert');
  const shown = lab.getState();
  await runs[1]!.finish('ch sh fin');
  lab.setState({ trace: { ...lab.getState().trace!, previous } });
  actions.setStep(2);
  actions.showConnection(0);
  expect(lab.getState()).toMatchObject({ trace: previous, step: 0, scenario: shown.scenario });
  actions.showConnection(1);
  expect(lab.getState().trace?.steps).toHaveLength(3);
  expect(lab.getState().later).toBeUndefined();
});

describe('running', () => {
  test('the first run starts by itself and shows the step of the link', async () => {
    const { lab } = await ready('ch sh cert', { step: 1, tab: 'keys' });
    expect(lab.getState()).toMatchObject({ status: 'ready', step: 1, tab: 'keys', run: 1 });
  });

  test('a step behind the end becomes the last one', async () => {
    const { lab } = await ready('ch sh', { step: 8 });
    expect(lab.getState().step).toBe(1);
  });

  test('a change keeps the old trace on screen until the new one is there', async () => {
    const { lab, runs } = await ready();
    const old = lab.getState().trace;
    lab.getState().actions.change({ server: { preference: 'browser' } });
    expect(lab.getState()).toMatchObject({
      status: 'running',
      trace: old,
      scenario: { server: { preference: 'browser' } },
    });
    await settled();
    await runs[1]!.finish('ch sh');
    expect(lab.getState()).toMatchObject({ status: 'ready', run: 2 });
    expect(lab.getState().trace).not.toBe(old);
  });

  test('only the latest of many changes counts, in whatever order runs end', async () => {
    const { lab, runs } = await ready();
    lab.getState().actions.change({ browser: { request: 'a' } });
    await settled();
    lab.getState().actions.change({ browser: { request: 'ab' } });
    await settled();
    await runs[2]!.finish('ch sh second');
    await runs[1]!.finish('ch sh first');
    expect(lab.getState().trace?.steps.at(-1)?.id).toBe('second');
    expect(lab.getState().run).toBe(2);
  });

  test('changes made before the page has painted run once', async () => {
    const { lab, runs } = await ready();
    lab.getState().actions.change({ browser: { request: 'a' } });
    lab.getState().actions.change({ browser: { request: 'ab' } });
    await settled();
    expect(runs.slice(1).map((run) => run.scenario.browser.request)).toEqual(['ab']);
  });

  test('a run that throws keeps the trace and says why; the next run clears it', async () => {
    const { lab, runs } = await ready();
    lab.getState().actions.change({ browser: { grease: false } });
    await settled();
    await runs[1]!.fail('no idea');
    expect(lab.getState()).toMatchObject({
      status: 'broken',
      problem: { kind: 'run-failed', message: 'Error: no idea' },
    });
    expect(lab.getState().trace).toBeDefined();
    lab.getState().actions.newKeys();
    await settled();
    expect(runs[2]!.newKeys).toBe(true);
    await runs[2]!.finish('ch');
    expect(lab.getState()).toMatchObject({ status: 'ready', problem: undefined });
  });

  test('a stale run that throws is ignored', async () => {
    const { lab, runs } = await ready();
    lab.getState().actions.change({ browser: { grease: false } });
    await settled();
    lab.getState().actions.resetScenario();
    await settled();
    await runs[1]!.fail('stale');
    await runs[2]!.finish('ch sh');
    expect(lab.getState()).toMatchObject({ status: 'ready', problem: undefined });
  });
});

describe('the step follows the message', () => {
  test('new steps before it, marked as new', async () => {
    const { lab, runs } = await ready();
    lab.getState().actions.setStep(2);
    lab.getState().actions.change({ server: { groups: [0x17] } });
    await settled();
    await runs[1]!.finish('ch hrr ch2 sh cert check fin');
    expect(lab.getState()).toMatchObject({ step: 4, addedSteps: ['hrr', 'ch2'] });
  });

  test('a gone message takes its field along, a kept one does not', async () => {
    const { lab, runs } = await ready();
    const { actions } = lab.getState();
    actions.setStep(4);
    actions.selectField('Finished.verify_data');
    actions.change({ server: { validity: [-9, -1] } });
    await settled();
    await runs[1]!.finish('ch sh cert check alert');
    expect(lab.getState()).toMatchObject({ step: 3, selectedField: undefined });
    actions.selectField('x');
    actions.newKeys();
    await settled();
    await runs[2]!.finish('ch sh cert check alert');
    expect(lab.getState()).toMatchObject({ step: 3, selectedField: 'x' });
  });

  test('another preset starts at its first step, with nothing marked', async () => {
    const { lab, runs } = await ready();
    lab.getState().actions.setStep(3);
    lab.getState().actions.setScenario('expired');
    await settled();
    await runs[1]!.finish('ch other');
    expect(lab.getState()).toMatchObject({ step: 0, addedSteps: [], scenario: presets.expired });
  });
});

describe('stepping', () => {
  test('stops at both ends', async () => {
    const { lab } = await ready('a b c');
    const { actions } = lab.getState();
    actions.previous();
    expect(lab.getState().step).toBe(0);
    actions.last();
    actions.next();
    expect(lab.getState().step).toBe(2);
    actions.setStep(99);
    expect(lab.getState().step).toBe(2);
    actions.first();
    expect(lab.getState().step).toBe(0);
  });

  test('playing stops at the end, starts over from there, and any step of the learner stops it', async () => {
    const { lab } = await ready('a b c');
    const { actions } = lab.getState();
    actions.play();
    actions.advance();
    expect(lab.getState()).toMatchObject({ step: 1, playing: true });
    actions.advance();
    expect(lab.getState()).toMatchObject({ step: 2, playing: false });
    actions.play();
    expect(lab.getState()).toMatchObject({ step: 0, playing: true });
    actions.next();
    expect(lab.getState()).toMatchObject({ step: 1, playing: false });
  });
});

test('a curtain holds every way of stepping; the step of the link waits behind it', async () => {
  const { lab } = await ready('ch sh cert check fin', { step: 4 });
  const { actions } = lab.getState();
  actions.setCurtain(2);
  expect(stepOnScreen(lab.getState())).toBe(1);
  expect(lab.getState().step).toBe(4);
  actions.setCurtain(undefined);
  expect(stepOnScreen(lab.getState())).toBe(4);
  actions.setCurtain(3);
  actions.previous();
  expect(lab.getState().step).toBe(1);
  for (const go of [actions.last, actions.next, actions.next]) go();
  expect(lab.getState().step).toBe(2);
  actions.setStep(4);
  expect(lab.getState().step).toBe(2);
});

test('an answer belongs to its scenario', async () => {
  const { lab, runs } = await ready(undefined, { scenario: presets['attack-finished'], answer: 'shown' });
  const { actions } = lab.getState();
  actions.change({ server: { tickets: 1 } });
  expect(lab.getState().answer).toBe('shown');
  actions.setScenario('attack-record');
  await settled();
  expect(lab.getState().answer).toBeUndefined();
  actions.setAnswer('nobody');
  await runs.at(-1)!.finish('ch sh');
  expect(lab.getState().answer).toBe('nobody');
  const { step, tab, byteView, selectedField, eve } = lab.getState();
  const link = { step, tab, byteView, selectedField, eve };
  actions.restore({ ...link, scenario: presets['attack-finished'], answer: 'shown' }, 'attack');
  expect(lab.getState().answer).toBe('shown');
});

test('counts of steps: those that ran, then all', async () => {
  const { lab, runs } = await ready('a b c');
  expect(lab.getState().stepCounts).toEqual({ tls13: 3 });
  lab.getState().actions.countSteps();
  for (let at = 1; at < 10; at++) {
    await settled();
    await runs[at]!.finish('a b');
  }
  await settled();
  expect(Object.values(lab.getState().stepCounts)).toEqual([3, 2, 2, 2, 2, 2, 2, 2, 2, 2]);
  expect(lab.getState().trace?.steps).toHaveLength(3);
});

test('a changed scenario tells nothing about its preset', async () => {
  const { lab, runs } = await ready('a b c');
  lab.getState().actions.change({ browser: { grease: false } });
  await settled();
  await runs[1]!.finish('a b');
  expect(lab.getState().stepCounts).toEqual({ tls13: 3 });
});

test('a reason not to run is shown and nothing runs', async () => {
  let ran = false;
  const lab = createLab({
    presets,
    start: {},
    problem: { kind: 'insecure-context' },
    runScenario: () => ((ran = true), Promise.reject(new Error('ran'))),
  });
  await settled();
  expect(lab.getState()).toMatchObject({ status: 'broken', trace: undefined });
  expect(ran).toBe(false);
});
