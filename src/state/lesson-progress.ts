/** What of the lessons was done, kept in this browser. Parts go by 'slug/part'. */
export interface LessonProgress {
  /** Parts whose changed run showed what was asked for. */
  readonly done: readonly string[];
  /** First answers: whether they were right. */
  readonly answers: Readonly<Record<string, boolean>>;
  /** First answers in the closing check, by question, of the last time it was taken. */
  readonly check: Readonly<Record<string, boolean>>;
}

export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const key = 'handshake-lab.lessons';
export const noProgress: LessonProgress = { done: [], answers: {}, check: {} };

/** Unreadable progress counts as none. */
export function readProgress(storage: ProgressStorage): LessonProgress {
  try {
    return parseProgress(storage.getItem(key) ?? '') ?? noProgress;
  } catch {
    return noProgress;
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
export function progressText({ done, answers, check }: LessonProgress): string {
  return JSON.stringify({ version: 1, done, answers, check });
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
  const { version, done, answers, check = {} } = read as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(done) || !done.every((name) => isName(name))) return undefined;
  if (!areAnswers(answers, isName) || !areAnswers(check, isQuestion)) return undefined;
  return { done: [...new Set(done)], answers, check };
}

function areAnswers(
  value: unknown,
  isKey: (key: string) => boolean,
): value is Readonly<Record<string, boolean>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, right]) => isKey(key) && typeof right === 'boolean')
  );
}

function isQuestion(value: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,40}\/[a-z0-9-]{1,40}$/.test(value);
}
