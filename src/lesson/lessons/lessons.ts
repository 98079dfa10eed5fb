/** The lessons there are, in their order. Each loads when it is opened. */
import type { Lesson } from './model.ts';

export const lessonSlugs = ['what-for', 'eavesdropper', 'two-halves', 'envelope', 'suite-names'] as const;

export type LessonSlug = (typeof lessonSlugs)[number];

const loaders: Readonly<Record<LessonSlug, () => Promise<{ readonly lesson: Lesson }>>> = {
  'what-for': () => import('./1-what-for.ts'),
  eavesdropper: () => import('./2-eavesdropper.ts'),
  'two-halves': () => import('./3-two-halves.ts'),
  envelope: () => import('./4-envelope.ts'),
  'suite-names': () => import('./5-suite-names.ts'),
};

export async function loadLesson(slug: LessonSlug): Promise<Lesson> {
  return (await loaders[slug]()).lesson;
}

/** Ids of the parts, for progress before the lesson is loaded. */
export const lessonParts: Readonly<Record<LessonSlug, readonly string[]>> = {
  'what-for': ['wire', 'one-key', 'two-keys', 'five-steps'],
  eavesdropper: ['name', 'certificate', 'header', 'sizes', 'notebook'],
  'two-halves': ['small', 'x25519', 'whose', 'hybrid'],
  envelope: ['inside', 'proof', 'theft', 'oracle', 'gone'],
  'suite-names': ['letters', 'build', 'hash', 'choice', 'left'],
};
