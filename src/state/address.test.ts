import { describe, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { presets } from '../lab/presets.ts';
import type { Trace } from '../lab/trace.ts';
import { syncAddress } from './address.ts';
import { createLab } from './store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A window with a history of its own. */
class Page {
  readonly entries: string[] = [''];
  at = 0;
  readonly #listeners: (() => void)[] = [];
  readonly #clicks: ((event: Event) => void)[] = [];

  get location(): { hash: string } {
    return { hash: this.entries[this.at]! };
  }

  readonly history = {
    pushState: (_: unknown, __: string, url?: string | URL | null) => {
      this.entries.splice(++this.at, Infinity, String(url));
    },
    replaceState: (_: unknown, __: string, url?: string | URL | null) => {
      this.entries[this.at] = String(url);
    },
  };

  addEventListener(type: string, listener: (event: Event) => void): void {
    if (type === 'popstate') this.#listeners.push(() => listener(new Event(type)));
    if (type === 'click') this.#clicks.push(listener);
  }

  /** A link: where it leads to the address in the bar, nothing is navigated. */
  click(to: string): void {
    class Link extends EventTarget {
      closest = (): Link => this;
    }
    vi.stubGlobal('Element', Link);
    const target = new Link();
    this.#clicks.forEach((listener) => listener({ target } as unknown as Event));
    if (this.location.hash !== to) this.go(to);
  }

  removeEventListener(): void {}

  /** Back, or an address typed by hand. */
  go(to: number | string): void {
    if (typeof to === 'number') this.at += to;
    else this.entries.splice(++this.at, Infinity, to);
    this.#listeners.forEach((listener) => listener());
  }
}

async function open() {
  const page = new Page();
  const lab = createLab({
    presets,
    start: {},
    runScenario: (scenario) =>
      Promise.resolve({
        scenario,
        steps: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, index })),
      } as unknown as Trace),
  });
  syncAddress(lab, presets, page);
  await vi.advanceTimersByTimeAsync(1);
  return { page, lab, actions: lab.getState().actions };
}

describe('a page that was used before the sync began', () => {
  async function used() {
    const page = new Page();
    const lab = createLab({
      presets,
      start: {},
      page: 'start',
      runScenario: (scenario) =>
        Promise.resolve({ scenario, steps: [{ id: 'a', index: 0 }] } as unknown as Trace),
    });
    const since = { opened: lab.getState(), hash: page.location.hash };
    await vi.advanceTimersByTimeAsync(1);
    return { page, lab, since };
  }

  test('has the address of what is on screen by now', async () => {
    const { page, lab, since } = await used();
    lab.getState().actions.openPage('lab');
    syncAddress(lab, presets, page, since);
    expect(page.entries).toEqual(['', '#/lab?v=1&s=tls13&step=1']);
  });

  test('keeps the address it was opened with where nothing has changed', async () => {
    const { page, lab, since } = await used();
    syncAddress(lab, presets, page, since);
    await vi.advanceTimersByTimeAsync(500);
    expect(page.entries).toEqual(['']);
  });

  test('goes where the address was changed to', async () => {
    const { page, lab, since } = await used();
    page.go('#/suites');
    syncAddress(lab, presets, page, since);
    expect(lab.getState().page).toBe('suites');
  });
});

test('stepping replaces the entry, once things are quiet', async () => {
  const { page, actions } = await open();
  actions.next();
  actions.next();
  expect(page.entries).toEqual(['']);
  await vi.advanceTimersByTimeAsync(500);
  expect(page.entries).toEqual(['#/lab?v=1&s=tls13&step=3']);
});

test('another scenario adds an entry; back brings the old one', async () => {
  const { page, lab, actions } = await open();
  actions.next();
  await vi.advanceTimersByTimeAsync(500);
  actions.setScenario('expired');
  await vi.advanceTimersByTimeAsync(500);
  expect(page.entries).toEqual(['#/lab?v=1&s=tls13&step=2', '#/lab?v=1&s=expired&step=1']);
  page.go(-1);
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState().scenario).toEqual(presets.tls13);
  expect(lab.getState().step).toBe(1);
  expect(page.entries).toHaveLength(2);
});

test('going back to another step of the same run does not run again', async () => {
  const { page, lab, actions } = await open();
  actions.setStep(3);
  await vi.advanceTimersByTimeAsync(500);
  const { run } = lab.getState();
  page.go('#/lab?v=1&s=tls13&step=2');
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState()).toMatchObject({ step: 1, run });
});

test('a bad address says what is wrong and shows the first scenario', async () => {
  const { page, lab, actions } = await open();
  actions.setScenario('expired');
  await vi.advanceTimersByTimeAsync(500);
  page.go('#/lab?v=1&tab=nonsense');
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState().linkProblem).toEqual({
    reason: 'bad-value',
    parameter: 'tab',
    value: 'nonsense',
    page: 'lab',
  });
  expect(lab.getState().scenario).toBe(presets.tls13);
});

test('another page adds an entry; the Lab keeps its state and its link', async () => {
  const { page, lab, actions } = await open();
  actions.setScenario('expired');
  await vi.advanceTimersByTimeAsync(500);
  actions.setStep(3);
  await vi.advanceTimersByTimeAsync(500);
  const { run } = lab.getState();
  actions.openPage('suites');
  expect(page.entries).toEqual(['', '#/lab?v=1&s=expired&step=4', '#/suites']);
  actions.openPage('lab');
  expect(page.entries[3]).toBe('#/lab?v=1&s=expired&step=4');
  page.go(-1);
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState()).toMatchObject({ page: 'suites', scenario: presets.expired, step: 3, run });
  page.go(-1);
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState()).toMatchObject({ page: 'lab', scenario: presets.expired, step: 3, run });
  page.go(-1);
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState().page).toBe('start');
});

test('a scenario opened from another page is one entry', async () => {
  const { page, lab, actions } = await open();
  actions.openPage('suites');
  actions.openInLab(presets.expired);
  await vi.advanceTimersByTimeAsync(500);
  expect(page.entries).toEqual(['', '#/suites', '#/lab?v=1&s=expired&step=1']);
  expect(lab.getState()).toMatchObject({ page: 'lab', scenario: presets.expired, status: 'ready' });
});

test('a bad address of another page opens that page, and leaves the Lab alone', async () => {
  const { page, lab } = await open();
  const { run } = lab.getState();
  page.go('#/suites?v=1&colour=red');
  await vi.advanceTimersByTimeAsync(500);
  expect(lab.getState()).toMatchObject({
    page: 'suites',
    run,
    linkProblem: { reason: 'unknown-parameter', parameter: 'colour', value: 'red', page: 'suites' },
  });
});

test('a link that is followed before the address was written wins', async () => {
  const { page, lab, actions } = await open();
  actions.openPage('learn');
  actions.setView('learn', { check: 13 });
  // The address is new already; its event comes after the quiet time is over.
  page.entries.splice(++page.at, Infinity, '#/learn?v=1&check=10');
  await vi.advanceTimersByTimeAsync(500);
  page.go(0);
  expect(page.location.hash).toBe('#/learn?v=1&check=10');
  expect(lab.getState().views.learn.check).toBe(10);
});

describe('what is not yet written', () => {
  test('is there when one comes back', async () => {
    const { page, lab, actions } = await open();
    actions.openPage('suites');
    await vi.advanceTimersByTimeAsync(500);
    actions.setView('suites', { suite: 0x1302 });
    await vi.advanceTimersByTimeAsync(100);
    actions.openPage('lab');
    page.go(-1);
    expect(page.location.hash).toBe('#/suites?v=1&s=1302');
    expect(lab.getState().page).toBe('suites');
    expect(lab.getState().views.suites.suite).toBe(0x1302);
  });

  test('does not hold up a link to the address that the bar still shows', async () => {
    const { page, lab, actions } = await open();
    actions.openPage('learn', { ...lab.getState().views.learn, lesson: 1 });
    await vi.advanceTimersByTimeAsync(500);
    const first = page.location.hash;
    actions.setView('learn', { part: 2 });
    await vi.advanceTimersByTimeAsync(100);
    expect(page.location.hash).toBe(first);
    page.click(first);
    expect(page.location.hash).toBe(first);
    expect(lab.getState().views.learn.part).toBe(1);
  });
});
