/** Which step to show after the scenario changed: the step follows the message, not the number. */

/**
 * The index in `after` of the step that stood at `index` in `before`, found by id. If it is gone:
 * the nearest earlier one that is still there; the first step if none is.
 */
export function stepAfterRun(
  before: readonly { readonly id: string }[],
  index: number,
  after: readonly { readonly id: string }[],
): number {
  for (let at = Math.min(index, before.length - 1); at >= 0; at--) {
    const found = after.findIndex((step) => step.id === before[at]?.id);
    if (found >= 0) return found;
  }
  return 0;
}
