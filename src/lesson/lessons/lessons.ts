/** The lessons there are, in their order. Each loads when it is opened. */
import type { Lesson } from './model.ts';

export const lessonSlugs = ['what-for', 'asks-back', 'two-versions', 'thirty-years'] as const;

export type LessonSlug = (typeof lessonSlugs)[number];

const loaders: Readonly<Record<LessonSlug, () => Promise<{ readonly lesson: Lesson }>>> = {
  'what-for': () => import('./1-what-for.ts'),
  'asks-back': () => import('./10-asks-back.ts'),
  'two-versions': () => import('./11-two-versions.ts'),
  'thirty-years': () => import('./12-thirty-years.ts'),
};

export async function loadLesson(slug: LessonSlug): Promise<Lesson> {
  return (await loaders[slug]()).lesson;
}

/** Ids of the parts, for progress before the lesson is loaded. */
const parts = {
  'what-for': ['wire', 'one-key', 'two-keys', 'five-steps'],
  'asks-back': ['request', 'side-by-side', 'trust-list', 'ask-or-insist', 'worth-it'],
  'two-versions': ['round-trips', 'moved', 'vanished', 'resumption', 'zero-rtt'],
  'thirty-years': ['names', 'old-clients', 'old-servers', 'downgrade', 'post-quantum'],
} as const satisfies Readonly<Record<LessonSlug, readonly string[]>>;

export const lessonParts: Readonly<Record<LessonSlug, readonly string[]>> = parts;

/** A part by its lesson: 'what-for/wire'. */
export type PartName = { [Slug in LessonSlug]: `${Slug}/${(typeof parts)[Slug][number]}` }[LessonSlug];

export interface Place {
  readonly slug: LessonSlug;
  /** Both from 1. */
  readonly lesson: number;
  readonly part: number;
}

export function placeOf(name: PartName): Place {
  const [slug, part] = name.split('/') as [LessonSlug, string];
  return { slug, lesson: lessonSlugs.indexOf(slug) + 1, part: lessonParts[slug].indexOf(part) + 1 };
}
