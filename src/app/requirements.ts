import type { Problem } from '../state/store.ts';

/** What keeps the Lab from running in this browser, found by trying, never by its name. */
export function missingRequirement(): Problem | undefined {
  if (!window.isSecureContext) return { kind: 'insecure-context' };
  const features = Object.entries(needed)
    .filter(([, has]) => !has())
    .map(([name]) => name);
  return features.length > 0 ? { kind: 'missing-features', features } : undefined;
}

const needed: Readonly<Record<string, () => boolean>> = {
  'WebCrypto (crypto.subtle)': () => typeof crypto === 'object' && typeof crypto.subtle === 'object',
  'crypto.getRandomValues': () => typeof crypto === 'object' && typeof crypto.getRandomValues === 'function',
  BigInt: () => typeof BigInt === 'function',
  'Array.prototype.toSorted': () => 'toSorted' in Array.prototype,
  'Popover (HTMLElement.showPopover)': () => 'showPopover' in HTMLElement.prototype,
  'Dialog (HTMLDialogElement)': () => 'HTMLDialogElement' in window,
};
