/** Fetches the words of a language, once. English is in the code; German comes in two files (see catalog.ts). */
import { addGerman, type Language } from './catalog.ts';

let frame: Promise<void> | undefined;
let all: Promise<unknown> | undefined;

/** The words of the page's frame: nothing can be drawn without them. */
export async function loadFrame(language: Language): Promise<void> {
  if (language === 'de') await (frame ??= import('./de/lab.ts').then(({ lab }) => addGerman({ lab })));
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
    () => (all = frame = undefined),
  );
  return words;
}
