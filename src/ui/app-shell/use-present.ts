import { useActions } from '../use-lab.ts';

/** Present mode, over the whole screen where the browser lets it. */
export function usePresent(): () => void {
  const { openPage } = useActions();
  return () => {
    openPage('present');
    // Refused in frames and by settings: the page fills the window then.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
}
