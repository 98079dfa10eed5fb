/** Resolves once the browser has painted what was just changed; in a hidden tab, soon. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(fallback);
      setTimeout(resolve);
    };
    // Hidden tabs get no frames.
    const fallback = setTimeout(resolve, 100);
    requestAnimationFrame(done);
  });
}
