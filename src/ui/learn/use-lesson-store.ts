import { useEffect, useState } from 'react';
import { presets } from '../../lab/presets.ts';
import type { Trace } from '../../lab/trace.ts';
import type { ShownRun } from '../../lesson/lessons/model.ts';
import { createLab, type LabStore } from '../../state/store.ts';
import { indexBytes, pathEndingIn } from '../../view/bytes.ts';
import { useLabStore } from '../use-lab.ts';

export interface LessonRun {
  readonly trace: Trace;
  /** The run that the part began with. */
  readonly first: Trace;
}

/**
 * A Lab of the lesson's own, run by the engine of the page: the Lab itself does not notice. `run` is the newest
 * run of this very part; until there is one, the one of the part before says nothing about it.
 */
export function useLessonStore(part: ShownRun): {
  readonly store: LabStore;
  readonly run: LessonRun | undefined;
} {
  const outer = useLabStore();
  const [store] = useState(() => {
    const { workbench, language, actions } = outer.getState();
    return createLab({
      presets,
      runScenario: (scenario) => actions.runAside(scenario),
      ...(workbench && { workbench }),
      start: { scenario: part.scenario, tab: tabOf(part) },
      language,
    });
  });

  const [shown, setShown] = useState<LessonRun & { readonly part: ShownRun }>();

  // What is said or opened inside is said and opened by the page around it.
  useEffect(
    () =>
      store.subscribe((state, before) => {
        const { openPage, notify } = outer.getState().actions;
        if (state.notice !== undefined && state.notice !== before.notice) notify(state.notice.text);
        if (state.page !== before.page && state.page !== 'lab') openPage(state.page, state.views[state.page]);
      }),
    [store, outer],
  );
  useEffect(() => {
    const { setLanguage } = store.getState().actions;
    return outer.subscribe((state, before) => {
      if (state.language !== before.language) setLanguage(state.language);
    });
  }, [store, outer]);

  useEffect(() => {
    const { actions, scenario, status } = store.getState();
    actions.setTab(tabOf(part));
    // Each part, and each new run of it, begins at the step it is about; a run that never got there, where it failed.
    let isFirst = true;
    const show = (): void => {
      const { trace } = store.getState();
      if (!trace) return;
      setShown((last) => ({ part, trace, first: last?.part === part ? last.first : trace }));
      // Against the part before, nothing is new.
      if (isFirst) store.setState({ addedSteps: [] });
      isFirst = false;
      const failedAt = trace.outcome.kind === 'failed' ? trace.outcome.step : trace.steps.length;
      const wanted = typeof part.step === 'string' ? part.step : part.step(trace);
      const find = (name: string | undefined) => trace.steps.find(({ id }) => id === name);
      const step = find(wanted) ?? find(part.otherwise) ?? trace.steps[failedAt];
      if (!step) return;
      actions.setStep(step.index);
      if (part.field === undefined || step.kind !== 'message') return;
      const path = pathEndingIn(indexBytes(step.plain ?? step.wire), part.field);
      if (path !== undefined) actions.selectField(path);
    };
    if (scenario !== part.scenario) actions.replaceScenario(part.scenario);
    else if (status === 'ready') show();
    return store.subscribe((state, before) => {
      if (state.trace !== before.trace) show();
    });
  }, [store, part]);
  return { store, run: shown?.part === part ? shown : undefined };
}

/** The graph stands in the place of the checks it is drawn from. */
function tabOf({ tab }: ShownRun): Exclude<ShownRun['tab'], 'graph'> {
  return tab === 'graph' ? 'checks' : tab;
}
