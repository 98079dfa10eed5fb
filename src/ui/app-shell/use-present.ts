import { useActions } from '../use-lab.ts';

/** Present mode, over the whole screen where the browser lets it. */
export function usePresent(): () => void {
  const { openPage } = useActions();
  return () => {
    // What is on screen, not a demo of the list.
    openPage('present', { at: -1 });
    // Refused in frames and by settings: the page fills the window then.
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  };
}
