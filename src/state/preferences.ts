/** What this browser remembers: theme, language, speed, letter keys. Anything unreadable counts as not set. */
import { languages, type Language } from '../lesson/catalog.ts';
import type { LabStore, Speed, Theme } from './store.ts';

export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
  readonly speed: Speed;
  readonly letterKeys: boolean;
}

/** The parts of localStorage it needs; every call may throw where storage is forbidden. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Also read by the script that sets the theme before the first paint. */
const themeKey = 'handshake-lab.theme';
const languageKey = 'handshake-lab.language';
const speedKey = 'handshake-lab.speed';
const letterKeysKey = 'handshake-lab.letter-keys';

/** `asked` are the languages that the browser asks for, the most wanted first. */
export function readPreferences(storage: PreferenceStorage, asked: readonly string[]): Preferences {
  const theme = read(storage, themeKey);
  const wanted = [read(storage, languageKey) ?? '', ...asked];
  const speed = Number(read(storage, speedKey));
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: wanted.flatMap(known)[0] ?? 'en',
    speed: speed === 0.5 || speed === 2 || speed === 4 ? speed : 1,
    letterKeys: read(storage, letterKeysKey) !== 'off',
  };
}

/** Writes every change; call the result to stop. */
export function keepPreferences(store: LabStore, storage: PreferenceStorage): () => void {
  return store.subscribe((state, before) => {
    if (state.theme !== before.theme)
      write(storage, themeKey, state.theme === 'system' ? undefined : state.theme);
    if (state.language !== before.language) write(storage, languageKey, state.language);
    if (state.speed !== before.speed) write(storage, speedKey, String(state.speed));
    if (state.letterKeys !== before.letterKeys)
      write(storage, letterKeysKey, state.letterKeys ? undefined : 'off');
  });
}

/** 'de-AT' is German. */
function known(tag: string): readonly Language[] {
  return languages.filter((language) => language === tag.split('-')[0]?.toLowerCase());
}

function read(storage: PreferenceStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

function write(storage: PreferenceStorage, key: string, value: string | undefined): void {
  try {
    if (value === undefined) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    // Storage may be forbidden or full: the choice then lasts as long as the page.
  }
}
