/** What this browser remembers: theme, speed, letter keys. Anything unreadable counts as not set. */
import type { LabStore, Speed, Theme } from './store.ts';

export interface Preferences {
  readonly theme: Theme;
  readonly speed: Speed;
  readonly letterKeys: boolean;
}

/** The parts of localStorage it needs; every call may throw where storage is forbidden. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Also read by the script that sets the theme before the first paint. */
const themeKey = 'handshake-lab.theme';
const speedKey = 'handshake-lab.speed';
const letterKeysKey = 'handshake-lab.letter-keys';

export function readPreferences(storage: PreferenceStorage): Preferences {
  const theme = read(storage, themeKey);
  const speed = Number(read(storage, speedKey));
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    speed: speed === 0.5 || speed === 2 || speed === 4 ? speed : 1,
    letterKeys: read(storage, letterKeysKey) !== 'off',
  };
}

/** Writes every change; call the result to stop. */
export function keepPreferences(store: LabStore, storage: PreferenceStorage): () => void {
  return store.subscribe((state, before) => {
    if (state.theme !== before.theme)
      write(storage, themeKey, state.theme === 'system' ? undefined : state.theme);
    if (state.speed !== before.speed) write(storage, speedKey, String(state.speed));
    if (state.letterKeys !== before.letterKeys)
      write(storage, letterKeysKey, state.letterKeys ? undefined : 'off');
  });
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
