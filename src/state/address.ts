/** Keeps the address bar and the store in step. Stepping replaces the entry; another page or scenario adds one. */
import type { Scenario } from '../lab/scenario.ts';
import { linkTo, pageLink, parseLink } from './link.ts';
import { isRunPage, showsRun } from './pages/pages.ts';
import type { Presets } from './pages/page.ts';
import type { LabState, LabStore } from './store.ts';

/** The parts of `window` it needs. */
export interface AddressWindow {
  readonly location: { readonly hash: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: AddressEvent, listener: (event: Event) => void, capture?: boolean): void;
  removeEventListener(type: AddressEvent, listener: (event: Event) => void, capture?: boolean): void;
}

type AddressEvent = 'popstate' | 'hashchange' | 'click';

// Browsers allow about 100 history calls in 30 seconds; held arrow keys make more.
const quiet = 400;

/** What the page was opened with. */
export interface Since {
  readonly opened: LabState;
  readonly hash: string;
}

/** Starts the sync; call the result to stop it. What changed since the page was opened is caught up with. */
export function syncAddress(
  store: LabStore,
  presets: Presets,
  page: AddressWindow,
  since: Since = { opened: store.getState(), hash: page.location.hash },
): () => void {
  let written = since.hash;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restoring = false;

  /** Writes what waits for the quiet time. */
  const settle = (state: LabState): void => {
    if (timer === undefined) return;
    wait(undefined);
    const link = linkOf(state, presets);
    // A link was followed, and the event that says so is still on its way: the new address wins.
    if (link === page.location.hash || page.location.hash !== written) return;
    written = link;
    page.history.replaceState(null, '', link);
  };

  const wait = (next: ReturnType<typeof setTimeout> | undefined): void => {
    clearTimeout(timer);
    timer = next;
  };

  const follow = (state: LabState, before: LabState): void => {
    if (restoring) return;
    const turned = state.page !== before.page;
    // A file is no scenario: its address would not bring it back.
    if (isRunPage(state.page) && state.file !== undefined && !turned) return;
    // Nor is the first of two connections: the address is the run's, which shows the second.
    if (isRunPage(state.page) && state.later !== undefined && !turned) return;
    const runs = isRunPage(state.page) || showsRun(state.page);
    if (turned || (runs && state.scenario !== before.scenario)) {
      // Whoever comes back finds the page as it was left; a new run begins at a step of its own.
      if (turned) settle(before);
      wait(undefined);
      const link = linkOf(state, presets);
      if (link === page.location.hash) return;
      written = link;
      page.history.pushState(null, '', link);
    } else if (shownChanged(state, before)) wait(setTimeout(() => settle(store.getState()), quiet));
  };
  const unsubscribe = store.subscribe(follow);

  const onNavigate = (): void => {
    if (page.location.hash === written) return;
    written = page.location.hash;
    wait(undefined);
    const parsed = parseLink(page.location.hash, presets);
    const { actions } = store.getState();
    restoring = true;
    if (parsed.kind === 'view') {
      actions.restore(keepEqual(parsed.view, store.getState().scenario), parsed.page);
    } else if (parsed.kind === 'page') {
      actions.openPage(parsed.page, parsed.view);
      const asked = scenarioOf(parsed.view);
      const { scenario } = store.getState();
      if (asked && keepEqual({ scenario: asked }, scenario).scenario !== scenario)
        actions.replaceScenario(asked);
    } else if (parsed.kind === 'problem') actions.refuseLink(parsed.problem);
    else actions.openPage('start');
    restoring = false;
  };
  page.addEventListener('popstate', onNavigate);
  page.addEventListener('hashchange', onNavigate);
  // A link to the address that the bar still shows would lead nowhere.
  const onClick = ({ target }: Event): void => {
    if (target instanceof Element && target.closest('a[href]')) settle(store.getState());
  };
  page.addEventListener('click', onClick, true);
  // Whoever typed an address meanwhile wants to be there.
  if (page.location.hash === written) follow(store.getState(), since.opened);
  else onNavigate();

  return () => {
    wait(undefined);
    unsubscribe();
    page.removeEventListener('click', onClick, true);
    page.removeEventListener('popstate', onNavigate);
    page.removeEventListener('hashchange', onNavigate);
  };
}

/** The address of what is on screen now, not waiting for the quiet time. */
export function addressOf(store: LabStore, presets: Presets): string {
  return linkOf(store.getState(), presets);
}

function linkOf(state: LabState, presets: Presets): string {
  if (isRunPage(state.page)) return linkTo(state, presets, state.page);
  const view = state.views[state.page];
  return pageLink(state.page, showsRun(state.page) ? { ...view, scenario: state.scenario } : view, presets);
}

/** The scenario that the link of a page asks for. */
export function scenarioOf(view: object): Scenario | undefined {
  return 'scenario' in view ? (view.scenario as Scenario | undefined) : undefined;
}

function shownChanged(state: LabState, before: LabState): boolean {
  return isRunPage(state.page)
    ? linked.some((name) => state[name] !== before[name])
    : state.views[state.page] !== before.views[state.page];
}

const linked = ['step', 'tab', 'byteView', 'selectedField', 'eve', 'answer'] as const;

/** The same object when the scenario is the same, so that going back a step does not run again. */
function keepEqual<View extends { readonly scenario: Scenario }>(view: View, scenario: Scenario): View {
  return JSON.stringify(view.scenario) === JSON.stringify(scenario) ? { ...view, scenario } : view;
}
