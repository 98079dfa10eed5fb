import { useEffect, useState } from 'react';
import { presets } from '../../lab/presets.ts';
import type { LessonPart } from '../../lesson/lessons/model.ts';
import { createLab, type LabStore } from '../../state/store.ts';
import { indexBytes, pathEndingIn } from '../../view/bytes.ts';
import { useLabStore } from '../use-lab.ts';

/** A Lab of the lesson's own, run by the engine of the page: the Lab itself does not notice. */
export function useLessonStore(part: LessonPart): LabStore {
  const outer = useLabStore();
  const [store] = useState(() => {
    const { workbench, language, actions } = outer.getState();
    return createLab({
      presets,
      runScenario: (scenario) => actions.runAside(scenario),
      ...(workbench && { workbench }),
      start: { scenario: part.scenario, tab: part.tab },
      language,
    });
  });

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
    const { actions, scenario } = store.getState();
    if (scenario !== part.scenario) actions.replaceScenario(part.scenario);
    actions.setTab(part.tab);
    // Each part, and each new run of it, begins at the step it is about.
    const show = (): void => {
      const { trace } = store.getState();
      const step = trace?.steps.find(({ id }) => id === part.step);
      if (!step) return;
      actions.setStep(step.index);
      if (part.field === undefined || step.kind !== 'message') return;
      const path = pathEndingIn(indexBytes(step.plain ?? step.wire), part.field);
      if (path !== undefined) actions.selectField(path);
    };
    show();
    return store.subscribe((state, before) => {
      if (state.trace !== before.trace) show();
    });
  }, [store, part]);
  return store;
}
