import type { LessonSlug } from '../../lesson/lessons/lessons.ts';
import type { LabStore } from '../../state/store.ts';

/** The whole lesson on paper, about runs made for it. Its code comes when somebody prints. */
export async function printLesson(slug: LessonSlug, number: number, store: LabStore): Promise<void> {
  const { printSheet } = await import('./lesson-sheet.tsx');
  await printSheet(slug, number, store);
}
