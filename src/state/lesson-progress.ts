/** What of the lessons was done, kept in this browser. Parts go by 'slug/part'. */
export interface LessonProgress {
  /** Parts whose changed run showed what was asked for. */
  readonly done: readonly string[];
  /** First answers: whether they were right. */
  readonly answers: Readonly<Record<string, boolean>>;
}

export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'handshake-lab.lessons';
const none: LessonProgress = { done: [], answers: {} };

/** Unreadable progress counts as none. */
export function readProgress(storage: ProgressStorage): LessonProgress {
  try {
    return parseProgress(storage.getItem(key) ?? '') ?? none;
  } catch {
    return none;
  }
}

export function keepProgress(progress: LessonProgress, storage: ProgressStorage): void {
  try {
    storage.setItem(key, progressText(progress));
  } catch {
    // Full or forbidden: progress lives as long as the page.
  }
}

export function clearProgress(storage: ProgressStorage): void {
  try {
    storage.removeItem(key);
  } catch {
    // Storage is forbidden here, so there is nothing to clear.
  }
}

/** As it stands in storage and in a file. */
export function progressText({ done, answers }: LessonProgress): string {
  return JSON.stringify({ version: 1, done, answers });
}

/** Undefined for text that is no progress. */
export function parseProgress(text: string): LessonProgress | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { version, done, answers } = read as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(done) || typeof answers !== 'object' || answers === null)
    return undefined;
  const entries = Object.entries(answers as Record<string, unknown>);
  if (!done.every(isName) || !entries.every(([name, right]) => isName(name) && typeof right === 'boolean'))
    return undefined;
  return { done: [...new Set(done)], answers: Object.fromEntries(entries) as Record<string, boolean> };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/.test(value);
}
