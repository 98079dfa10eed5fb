/** Fetches the words of a language, once. English is in the code; German comes in two files (see catalog.ts). */
import { once } from '../bytes/once.ts';
import { addGerman, type Language } from './catalog.ts';

const germanFrame = once(async () => addGerman({ lab: (await import('./de/lab.ts')).lab }));
let all: Promise<unknown> | undefined;

/** The words of the page's frame: nothing can be drawn without them. */
export async function loadFrame(language: Language): Promise<void> {
  if (language === 'de') await germanFrame();
}

/** Every word there is; the same promise for all who ask, until it fails. */
export function loadLanguage(language: Language): Promise<unknown> {
  if (language === 'en') return Promise.resolve();
  if (all) return all;
  const words = Promise.all([
    loadFrame(language),
    import('./de/index.ts').then(({ german }) => addGerman(german)),
  ]);
  all = words;
  words.then(
    // React looks for these: what is known to be there is not waited for.
    () => Object.assign(words, { status: 'fulfilled', value: undefined }),
    () => (all = undefined),
  );
  return words;
}
