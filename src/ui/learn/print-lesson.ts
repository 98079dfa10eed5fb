import type { LessonSlug } from '../../lesson/lessons/lessons.ts';
import type { LabStore } from '../../state/store.ts';
import { sayAbsent } from '../late/say-absent.ts';

/** The whole lesson on paper, about runs made for it. Its code comes when somebody prints. */
export async function printLesson(slug: LessonSlug, number: number, store: LabStore): Promise<void> {
  await import('./lesson-sheet.tsx')
    .then(({ printSheet }) => printSheet(slug, number, store))
    .catch(sayAbsent(store));
}
