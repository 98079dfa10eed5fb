/** The composition root: the only place where engine, store and screen meet. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadFrame, loadLanguage } from '../lesson/load-language.ts';
import { readAddress } from '../state/opening.ts';
import { keepPreferences, readPreferences } from '../state/preferences.ts';
import { createLab } from '../state/store.ts';
import '../styles/index.css';
import { AppShell } from '../ui/app-shell/app-shell.tsx';
import { ErrorBoundary } from '../ui/pages/error-boundary.tsx';
import { LabContext } from '../ui/use-lab.ts';
import { afterFirstScreen } from './after-first-screen.ts';
import { afterPaint } from '../ui/after-paint.ts';
import { createEngine } from './engine.ts';
import { missingRequirement } from './requirements.ts';
import { applyLanguage } from './language.ts';
import { applyTheme } from './theme.ts';

const host = document.getElementById('root');
if (!host) throw new Error('index.html has no #root');

void open(host);

// Not at the top level of the module: what a link needs is a chunk that waits for this one.
async function open(root: HTMLElement): Promise<void> {
  const lab = createLab({
    ...readPreferences(window.localStorage, navigator.languages),
    ...(await readAddress(window.location.hash)),
    ...createEngine((parameter, value) =>
      lab.getState().actions.refuseLink({ reason: 'bad-value', parameter, value, page: 'lab' }),
    ),
    problem: missingRequirement(),
    afterPaint: () => new Promise<void>((resolve) => void afterPaint(resolve)),
  });
  applyTheme(lab);
  applyLanguage(lab);
  afterFirstScreen(lab);
  const { language, actions } = lab.getState();
  // The handshake does not wait for the words, and where they cannot be had, English does.
  if (language !== 'en')
    await loadFrame(language)
      .then(() => void loadLanguage(language))
      .catch(() => actions.setLanguage('en'));
  // What is chosen from here on.
  keepPreferences(lab, window.localStorage);
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <LabContext value={lab}>
          <AppShell />
        </LabContext>
      </ErrorBoundary>
    </StrictMode>,
  );
}
