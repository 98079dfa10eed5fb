/** The composition root: the only place where engine, store and screen meet. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { presets } from '../lab/presets.ts';
import type { Scenario } from '../lab/scenario.ts';
import { loadFrame, loadLanguage } from '../lesson/load-language.ts';
import { scenarioOf, syncAddress } from '../state/address.ts';
import { frameOf, parseLink, type ParsedLink } from '../state/link.ts';
import { keepPreferences, readPreferences } from '../state/preferences.ts';
import { openingView } from '../state/pages/pages.ts';
import { keepRecent } from '../state/recent.ts';
import { createLab } from '../state/store.ts';
import '../styles/index.css';
import { AppShell } from '../ui/app-shell/app-shell.tsx';
import { ErrorBoundary } from '../ui/pages/error-boundary.tsx';
import { LabContext } from '../ui/use-lab.ts';
import { afterPaint } from './after-paint.ts';
import { createEngine } from './engine.ts';
import { keepOffline } from './offline.ts';
import { missingRequirement } from './requirements.ts';
import { applyLanguage } from './language.ts';
import { applyTheme } from './theme.ts';

const host = document.getElementById('root');
if (!host) throw new Error('index.html has no #root');

const link = parseLink(window.location.hash, presets);
const lab = createLab({
  presets,
  ...createEngine((parameter, value) =>
    lab.getState().actions.refuseLink({ reason: 'bad-value', parameter, value, page: 'lab' }),
  ),
  start: link.kind === 'view' ? link.view : startOf(link),
  ...(link.kind === 'view' && { page: link.page }),
  ...(link.kind === 'none' && openingView('start', {})),
  ...(link.kind === 'page' ? openingView(link.page, link.view) : {}),
  linkProblem: link.kind === 'problem' ? link.problem : undefined,
  problem: missingRequirement(),
  afterPaint,
  ...readPreferences(window.localStorage, navigator.languages),
  ...frameOf(window.location.hash),
});
applyTheme(lab);
applyLanguage(lab);
syncAddress(lab, presets, window);
keepRecent(lab, presets, window.localStorage);
keepOffline(lab);

/** A page that shows a run starts with the scenario of its link. */
function startOf(opened: ParsedLink): { readonly scenario?: Scenario } {
  const scenario = opened.kind === 'page' ? scenarioOf(opened.view) : undefined;
  return scenario ? { scenario } : {};
}

const root = createRoot(host);
function draw(): void {
  // What is chosen from here on.
  keepPreferences(lab, window.localStorage);
  root.render(
    <StrictMode>
      <ErrorBoundary>
        <LabContext value={lab}>
          <AppShell />
        </LabContext>
      </ErrorBoundary>
    </StrictMode>,
  );
}
const { language, actions } = lab.getState();
if (language === 'en') draw();
// The handshake does not wait for the words, and where they cannot be had, English does.
else
  void loadFrame(language)
    .then(() => void loadLanguage(language))
    .catch(() => actions.setLanguage('en'))
    .then(draw);
