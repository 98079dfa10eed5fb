/** Acts once the browser has painted what was just changed; in a hidden tab, soon. Call the result to take it back. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    clearTimeout(fallback);
    timer = setTimeout(act);
  });
  // Hidden tabs get no frames.
  const fallback = setTimeout(act, 100);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    clearTimeout(fallback);
  };
}
