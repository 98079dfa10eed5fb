/**
 * The Lab's state, made once outside React. The store knows no engine: running a scenario comes in
 * as a function. Input handlers never wait; every change of the scenario re-runs at once, the old
 * trace stays on screen until the new one is there, and only the latest run counts.
 */
import { createStore } from 'zustand/vanilla';
import { tls13Scenario } from '../lab/base-scenarios.ts';
import { applyPatch } from '../lab/scenario-patch.ts';
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import { isAttack, type Scenario, type ScenarioId } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import type { KeyLog } from '../interchange/capture/key-log.ts';
import type { OpenCapture } from './captures.ts';
import { changesBetween } from '../view/changes.ts';
import { allConnections } from '../lab/connections.ts';
import type { Language } from '../lesson/catalog.ts';
import type { Workbench } from './workbench.ts';
import { stepAfterRun } from './follow.ts';
import type { LinkProblem } from './link.ts';
import { initialViews } from './pages/pages.ts';
import type { Presets } from './pages/page.ts';
import type { ExistingPage, OtherPage, PageViews, RunPage } from './pages/pages.ts';

export type Tab =
  | 'bytes'
  | 'crypto'
  | 'certificates'
  | 'keys'
  | 'checks'
  | 'ledger'
  | 'fields'
  | 'negotiation';
export type ByteViewName = 'wire' | 'plain';
export type Theme = 'light' | 'dark' | 'system';
export type Speed = 0.5 | 1 | 2 | 4;

/** Why nothing can be shown, or why the newest change could not be run. */
export type Problem =
  /** Served over http: the browser gives no WebCrypto. */
  | { readonly kind: 'insecure-context' }
  /** The browser lacks these, by name. */
  | { readonly kind: 'missing-features'; readonly features: readonly string[] }
  /** run() threw: a bug of ours. */
  | { readonly kind: 'run-failed'; readonly message: string };

export interface FileProblem {
  readonly name: string;
  readonly why: string;
}

/** One line that is shown for four seconds and spoken politely. */
export interface Notice {
  readonly id: number;
  readonly text: string;
}

export interface LabState {
  /** The page on screen. The Lab keeps its state while another one is shown. */
  readonly page: ExistingPage;
  /** What the other pages show, each by its own codec. */
  readonly views: PageViews;
  readonly scenario: Scenario;
  /** The newest finished run; stays on screen while the next one is under way. */
  readonly trace: Trace | undefined;
  readonly status: 'running' | 'ready' | 'broken';
  readonly problem: Problem | undefined;
  /** What was wrong with the link the page was opened with. */
  readonly linkProblem: LinkProblem | undefined;
  /** Whether the page has been painted with its first run, or with what kept it from running. */
  readonly painted: boolean;
  /** Finished runs since the page was opened; the first one is 1. */
  readonly run: number;
  /** Name of the file the trace was opened from; undefined for runs of this page. */
  readonly file: string | undefined;
  /** The capture that the trace was read from, for its other connections and a later key log. */
  readonly capture: OpenCapture | undefined;
  /** Secrets of key logs opened so far: they come before the capture as often as after it. */
  readonly keyLog: KeyLog | undefined;
  readonly workbench: Workbench | undefined;
  /** The last connection of the run, while one before it is on screen. */
  readonly later: Trace | undefined;
  /** Why a file that was dropped or chosen shows nothing. */
  readonly fileProblem: FileProblem | undefined;
  /** Steps of the unchanged preset, as far as it has been run. */
  readonly stepCounts: Partial<Readonly<Record<ScenarioId, number>>>;
  /** Ids of steps that the run before this one did not have; empty after a change of preset. */
  readonly addedSteps: readonly string[];
  /** Index of the current step in trace.steps. Before the first run: where the link points. */
  readonly step: number;
  readonly tab: Tab;
  readonly byteView: ByteViewName;
  /** Names from the root of the shown tree to the field, joined by dots. */
  readonly selectedField: string | undefined;
  /** Whether the eavesdropper is drawn. */
  readonly eve: boolean;
  /** The learner's answer to the question of the scenario; 'shown' where it was looked up, undefined while it is open. */
  readonly answer: string | undefined;
  /** Steps on screen while a question is open; undefined: all of them. */
  readonly curtain: number | undefined;
  readonly playing: boolean;
  readonly speed: Speed;
  readonly theme: Theme;
  readonly language: Language;
  /** Single-letter keys (B, D, C, K, E). */
  readonly letterKeys: boolean;
  readonly configureOpen: boolean;
  readonly helpOpen: boolean;
  readonly shareOpen: boolean;
  readonly notice: Notice | undefined;
  /** Inside somebody else's page: ladder and inspector alone. */
  readonly embedded: boolean;
  /** Whether the site is kept for use without a network. */
  readonly offline: 'unknown' | 'kept' | 'refused';
  /** Loads the newer version that is at hand; undefined when there is none, or later was chosen. */
  readonly update: (() => void) | undefined;
  readonly actions: Actions;
}

export interface Actions {
  /** Shows a page; with `view`, changed by that. */
  readonly openPage: <Page extends ExistingPage>(page: Page, view?: ViewPatch<Page>) => void;
  /** Changes what a page shows and its link. */
  readonly setView: <Page extends OtherPage>(page: Page, view: Partial<PageViews[Page]>) => void;
  /** Runs a scenario in the Lab, whatever page is shown now, from its first step or the one given. */
  readonly openInLab: (scenario: Scenario, step?: number) => void;
  /** Runs a scenario for another page; the Lab does not notice. */
  readonly runAside: (scenario: Scenario) => Promise<Trace>;
  /** By index; clamped to the run. Stops playing. */
  readonly setStep: (step: number) => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly first: () => void;
  readonly last: () => void;
  /** From the start again when at the end. */
  readonly play: () => void;
  readonly pause: () => void;
  /** The player's own tick: one step on, stops at the end. */
  readonly advance: () => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly setTab: (tab: Tab) => void;
  readonly setByteView: (view: ByteViewName) => void;
  readonly selectField: (path: string | undefined) => void;
  /** Opens tab Bytes, decrypted, with the field selected. */
  readonly showField: (path: string) => void;
  /** Starts from a preset, at its first step. */
  readonly setScenario: (preset: ScenarioId) => void;
  /** Runs again with these differences. */
  readonly change: (patch: ScenarioPatch) => void;
  /** Replaces the whole scenario (links, undo of one change). */
  readonly replaceScenario: (scenario: Scenario) => void;
  /** Back to the preset as it is. */
  readonly resetScenario: () => void;
  /** The same scenario with fresh keys and randoms. */
  readonly newKeys: () => void;
  /** A change proposed by "how to fix it". */
  readonly applyFix: (patch: ScenarioPatch) => void;
  /** Shows a trace from a file. */
  readonly openTrace: (trace: Trace, name: string, capture?: OpenCapture) => void;
  readonly keepKeyLog: (keyLog: KeyLog) => void;
  /** Of a run of several connections, the one to look at, counted from 0. */
  readonly showConnection: (place: number) => void;
  readonly refuseFile: (problem: FileProblem | undefined) => void;
  /** Runs the presets whose step count is unknown, quietly, one by one. */
  readonly countSteps: () => void;
  readonly toggleEve: () => void;
  readonly setAnswer: (answer: string | undefined) => void;
  readonly setCurtain: (steps: number | undefined) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Its words must have been loaded. */
  readonly setLanguage: (language: Language) => void;
  readonly setLetterKeys: (on: boolean) => void;
  readonly setConfigureOpen: (open: boolean) => void;
  readonly setHelpOpen: (open: boolean) => void;
  readonly setShareOpen: (open: boolean) => void;
  readonly notify: (text: string) => void;
  readonly dismissNotice: () => void;
  readonly markPainted: () => void;
  readonly setOffline: (offline: LabState['offline']) => void;
  /** A newer version waits; nothing changes until it is asked for. */
  readonly offerUpdate: (load: (() => void) | undefined) => void;
  /** A link that cannot be followed: says so and shows the first scenario. */
  readonly refuseLink: (problem: LinkProblem) => void;
  readonly dismissLinkProblem: () => void;
  /** What a link asks for; runs if the scenario differs. */
  readonly restore: (view: LinkedView, page?: RunPage | 'present') => void;
}

type ViewPatch<Page extends ExistingPage> = Page extends OtherPage ? Partial<PageViews[Page]> : undefined;

/** The part of the state that a link to the Lab carries. */
export interface LinkedView {
  readonly scenario: Scenario;
  readonly step: number;
  readonly tab: Tab;
  readonly byteView: ByteViewName;
  readonly selectedField: string | undefined;
  readonly eve: boolean;
  readonly answer: string | undefined;
}

/** The step that is drawn: behind the curtain of an open question there is none. */
export function stepOnScreen({ step, curtain = Infinity }: Pick<LabState, 'step' | 'curtain'>): number {
  return Math.min(step, curtain - 1);
}

export type RunScenario = (scenario: Scenario, options: { readonly newKeys: boolean }) => Promise<Trace>;

export interface LabOptions {
  /** By name; or how to get them, since most visits begin with the default run. */
  readonly presets: Presets | (() => Promise<Presets>);
  readonly runScenario: RunScenario;
  readonly workbench?: Workbench;
  readonly start: Partial<LinkedView>;
  /** The page to open, and what it shows. */
  readonly page?: ExistingPage;
  readonly views?: PageViews;
  readonly linkProblem?: LinkProblem | undefined;
  readonly theme?: Theme;
  readonly language?: Language;
  readonly letterKeys?: boolean;
  readonly speed?: Speed;
  readonly embedded?: boolean;
  /** A reason not to run at all. */
  readonly problem?: Problem | undefined;
  /** Resolves once the page has painted; a changed scenario runs after that. */
  readonly afterPaint?: () => Promise<void>;
}

export type LabStore = ReturnType<typeof createLab>;

/** Makes the store and starts the first run. */
export function createLab(options: LabOptions) {
  const { runScenario, start } = options;
  let presets = typeof options.presets === 'function' ? undefined : options.presets;
  const afterPaint = options.afterPaint ?? (() => Promise.resolve());
  let latest = 0;
  let notices = 0;
  let counting = false;

  const store = createStore<LabState>()((set, get) => {
    const lastStep = (): number =>
      Math.max(0, Math.min(get().trace?.steps.length ?? 1, get().curtain ?? Infinity) - 1);
    const here = (): number => stepOnScreen(get());
    const go = (step: number, playing = false): void => {
      const clamped = Math.min(Math.max(0, step), lastStep());
      if (clamped === get().step && playing === get().playing) return;
      set({ step: clamped, playing, ...(clamped === get().step ? {} : { selectedField: undefined }) });
    };

    const loadPresets = async (): Promise<Presets> =>
      (presets ??= typeof options.presets === 'function' ? await options.presets() : options.presets);
    /** As far as it is at hand. */
    const presetOf = (id: ScenarioId): Scenario | undefined =>
      presets?.[id] ?? (id === tls13Scenario.preset ? tls13Scenario : undefined);
    const fail = (reason: unknown): void =>
      set({ status: 'broken', problem: { kind: 'run-failed', message: messageOf(reason) }, playing: false });
    /** Runs a preset, at once where it is at hand. */
    const runPreset = (id: ScenarioId, how: { follow: boolean }): void => {
      const preset = presetOf(id);
      if (preset !== undefined) return rerun(preset, how);
      const number = ++latest;
      void loadPresets()
        .then((loaded) => {
          if (number === latest) rerun(loaded[id], how);
        })
        .catch((reason: unknown) => {
          if (number === latest) fail(reason);
        });
    };

    /** `follow`: stay at the same message; otherwise stay at the index in `step`. */
    const rerun = (
      scenario: Scenario,
      how: { newKeys?: boolean; follow: boolean; wait?: boolean; also?: Partial<LabState> },
    ): void => {
      const number = ++latest;
      const isLatest = (): boolean => number === latest;
      const { scenario: before, answer } = get();
      set({
        answer: scenario.preset === before.preset ? answer : undefined,
        ...how.also,
        scenario,
        status: 'running',
        file: undefined,
        capture: undefined,
      });
      const started = how.wait === false ? Promise.resolve() : afterPaint();
      void started
        .then(() => (isLatest() ? runScenario(scenario, { newKeys: how.newKeys ?? false }) : undefined))
        .then((trace) => {
          if (trace !== undefined && isLatest()) show(trace, scenario, how.follow);
        })
        .catch((reason: unknown) => {
          if (isLatest()) fail(reason);
        });
    };

    const show = (trace: Trace, scenario: Scenario, follow: boolean): void => {
      const before = get();
      const old = before.trace;
      const step =
        follow && old
          ? stepAfterRun(old.steps, before.step, trace.steps)
          : Math.min(before.step, trace.steps.length - 1);
      const sameMessage = old?.steps[before.step]?.id === trace.steps[step]?.id;
      set({
        trace,
        later: undefined,
        status: 'ready',
        problem: undefined,
        run: before.run + 1,
        step: Math.max(0, step),
        addedSteps: follow && old ? addedIds(old, trace) : [],
        stepCounts: withCount(before.stepCounts, presetOf(scenario.preset), scenario, trace),
        ...(old && !sameMessage ? { selectedField: undefined } : {}),
      });
    };

    const actions: Actions = {
      openPage: (page, view) => {
        const { views } = get();
        set({
          page,
          playing: false,
          linkProblem: undefined,
          ...(view === undefined ? {} : { views: { ...views, [page]: { ...viewOf(views, page), ...view } } }),
        });
      },
      setView: (page, view) => {
        const { views } = get();
        set({ views: { ...views, [page]: { ...views[page], ...view } } });
      },
      openInLab: (scenario, step = 0) =>
        rerun(scenario, {
          follow: false,
          also: { page: 'lab', step, selectedField: undefined, playing: false, linkProblem: undefined },
        }),
      runAside: (scenario) => runScenario(scenario, { newKeys: false }),
      setStep: (step) => go(step),
      next: () => go(here() + 1),
      previous: () => go(here() - 1),
      first: () => go(0),
      last: () => go(lastStep()),
      play: () => go(here() >= lastStep() ? 0 : here(), true),
      pause: () => set({ playing: false }),
      advance: () => go(here() + 1, here() + 1 < lastStep()),
      setSpeed: (speed) => set({ speed }),
      setTab: (tab) => set({ tab }),
      setByteView: (byteView) => set({ byteView, selectedField: undefined }),
      selectField: (selectedField) => set({ selectedField }),
      showField: (selectedField) => set({ tab: 'bytes', byteView: 'plain', selectedField }),
      setScenario: (preset) => {
        const { page } = get();
        set({
          page: page === 'lab' && isAttack(preset) ? 'attack' : page,
          step: 0,
          selectedField: undefined,
          answer: undefined,
          playing: false,
        });
        runPreset(preset, { follow: false });
      },
      change: (patch) => rerun(applyPatch(get().scenario, patch), { follow: true }),
      replaceScenario: (scenario) => rerun(scenario, { follow: true }),
      resetScenario: () => runPreset(get().scenario.preset, { follow: true }),
      newKeys: () => rerun(get().scenario, { follow: true, newKeys: true }),
      applyFix: (patch) => rerun(applyPatch(get().scenario, patch), { follow: true }),
      openTrace: (trace, name, capture) => {
        latest++;
        set({
          page: 'lab',
          trace,
          later: undefined,
          scenario: trace.scenario,
          file: name,
          capture,
          fileProblem: undefined,
          status: 'ready',
          problem: undefined,
          run: get().run + 1,
          step: 0,
          addedSteps: [],
          selectedField: undefined,
          playing: false,
        });
      },
      keepKeyLog: (keyLog) => set({ keyLog }),
      showConnection: (place) => {
        const { trace, later, run } = get();
        const last = later ?? trace;
        const next = last && allConnections(last)[place];
        if (next === undefined || next === trace) return;
        set({
          trace: next,
          later: next === last ? undefined : last,
          run: run + 1,
          step: 0,
          addedSteps: [],
          selectedField: undefined,
          playing: false,
        });
      },
      refuseFile: (fileProblem) => set({ fileProblem }),
      countSteps: () => {
        if (counting) return;
        counting = true;
        void countPresets().finally(() => {
          counting = false;
        });
      },
      toggleEve: () => set({ eve: !get().eve }),
      setAnswer: (answer) => set({ answer }),
      setCurtain: (curtain) => set({ curtain }),
      setTheme: (theme) => set({ theme }),
      setLanguage: (language) => set({ language }),
      setLetterKeys: (letterKeys) => set({ letterKeys }),
      setConfigureOpen: (configureOpen) => set({ configureOpen }),
      setHelpOpen: (helpOpen) => set({ helpOpen }),
      setShareOpen: (shareOpen) => set({ shareOpen }),
      notify: (text) => set({ notice: { id: ++notices, text } }),
      dismissNotice: () => set({ notice: undefined }),
      markPainted: () => set({ painted: true }),
      setOffline: (offline) => set({ offline }),
      offerUpdate: (update) => set({ update }),
      refuseLink: (linkProblem) => {
        const { page } = linkProblem;
        set({ page, linkProblem, playing: false });
        if (page === 'lab') actions.setScenario('tls13');
        else set({ views: { ...get().views, [page]: initialViews[page] } });
      },
      dismissLinkProblem: () => set({ linkProblem: undefined }),
      restore: (view, page = 'lab') => {
        const { scenario, ...rest } = view;
        set({ ...rest, page, playing: false, linkProblem: undefined });
        if (scenario !== get().scenario) rerun(scenario, { follow: false, also: { answer: view.answer } });
        else if (get().trace) go(view.step);
      },
    };

    const countPresets = async (): Promise<void> => {
      // Presets that do not arrive are not counted; choosing one says why.
      for (const preset of Object.values(await loadPresets().catch(() => ({})))) {
        if (get().stepCounts[preset.preset] !== undefined) continue;
        await afterPaint();
        // A preset that cannot be run keeps its count unknown; choosing it says why.
        const trace = await runScenario(preset, { newKeys: false }).catch(() => undefined);
        if (trace) set({ stepCounts: withCount(get().stepCounts, preset, preset, trace) });
      }
    };

    if (options.problem === undefined)
      queueMicrotask(() => rerun(get().scenario, { follow: false, wait: false }));

    return {
      page: options.page ?? options.linkProblem?.page ?? 'lab',
      views: options.views ?? initialViews,
      scenario: start.scenario ?? tls13Scenario,
      trace: undefined,
      status: options.problem ? 'broken' : 'running',
      problem: options.problem,
      linkProblem: options.linkProblem,
      painted: false,
      run: 0,
      file: undefined,
      capture: undefined,
      keyLog: undefined,
      workbench: options.workbench,
      later: undefined,
      fileProblem: undefined,
      stepCounts: {},
      addedSteps: [],
      step: start.step ?? 0,
      tab: start.tab ?? 'bytes',
      byteView: start.byteView ?? 'plain',
      selectedField: start.selectedField,
      eve: start.eve ?? true,
      answer: start.answer,
      curtain: undefined,
      playing: false,
      speed: options.speed ?? 1,
      theme: options.theme ?? 'system',
      language: options.language ?? 'en',
      letterKeys: options.letterKeys ?? true,
      configureOpen: false,
      helpOpen: false,
      shareOpen: false,
      notice: undefined,
      embedded: options.embedded ?? false,
      offline: 'unknown',
      update: undefined,
      actions,
    };
  });
  return store;
}

function viewOf(views: PageViews, page: ExistingPage): object {
  return page === 'lab' ? {} : views[page];
}

function addedIds(old: Trace, trace: Trace): readonly string[] {
  const had = new Set(old.steps.map((step) => step.id));
  return trace.steps.map((step) => step.id).filter((id) => !had.has(id));
}

/** The steps of a run count for its preset where nothing else was set. */
function withCount(
  counts: LabState['stepCounts'],
  preset: Scenario | undefined,
  scenario: Scenario,
  { steps }: Trace,
): LabState['stepCounts'] {
  if (preset === undefined || changesBetween(scenario, preset).length > 0) return counts;
  return { ...counts, [preset.preset]: steps.length };
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
