/** The lessons there are, in their order. Each loads when it is opened. */
import type { Lesson, LessonPart } from './model.ts';

export const lessonSlugs = [
  'what-for',
  'eavesdropper',
  'two-halves',
  'envelope',
  'suite-names',
  'who-are-you',
  'chain-of-trust',
  'offices',
  'nobody-changed',
  'asks-back',
  'two-versions',
  'thirty-years',
] as const;

export type LessonSlug = (typeof lessonSlugs)[number];

const loaders: Readonly<Record<LessonSlug, () => Promise<{ readonly lesson: Lesson }>>> = {
  'what-for': () => import('./1-what-for.ts'),
  eavesdropper: () => import('./2-eavesdropper.ts'),
  'two-halves': () => import('./3-two-halves.ts'),
  envelope: () => import('./4-envelope.ts'),
  'suite-names': () => import('./5-suite-names.ts'),
  'who-are-you': () => import('./6-who-are-you.ts'),
  'chain-of-trust': () => import('./7-chain-of-trust.ts'),
  offices: () => import('./8-offices.ts'),
  'nobody-changed': () => import('./9-nobody-changed.ts'),
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
  eavesdropper: ['name', 'certificate', 'header', 'sizes', 'notebook'],
  'two-halves': ['small', 'x25519', 'whose', 'hybrid'],
  envelope: ['inside', 'proof', 'theft', 'oracle', 'gone'],
  'suite-names': ['letters', 'build', 'hash', 'choice', 'left'],
  'who-are-you': ['fields', 'names', 'ownership', 'any-version', 'look-alike'],
  'chain-of-trust': ['links', 'store', 'missing', 'colleague', 'own-root'],
  offices: ['registration', 'signature', 'revocation', 'asking', 'root-falls'],
  'nobody-changed': ['transcript', 'finished', 'downgrade', 'records'],
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

/** The parts around a run; the others are done in the workshop. */
export function runParts({ parts }: Lesson): readonly LessonPart[] {
  return parts.flatMap((part) => ('offices' in part ? [] : [part]));
}
