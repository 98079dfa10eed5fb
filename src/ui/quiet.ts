/** Nobody is in the middle of something after so many milliseconds without a key or a pointer. */
const pause = 1000;

let touched = -pause;
let listening = false;

/**
 * Resolves once the browser has nothing to do and nobody is pressing anything: the moment for what can wait.
 * Where nobody ever pauses, after `atLatest` milliseconds all the same.
 */
export async function untilQuiet(atLatest = 10_000): Promise<void> {
  listen();
  const since = performance.now();
  do await idle();
  while (performance.now() - touched < pause && performance.now() - since < atLatest);
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const input of ['keydown', 'pointerdown'] as const) {
    addEventListener(input, () => void (touched = performance.now()), { capture: true, passive: true });
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window)
      requestIdleCallback(() => setTimeout(resolve, 50), { timeout: 2000 });
    else setTimeout(resolve, 100);
  });
}
