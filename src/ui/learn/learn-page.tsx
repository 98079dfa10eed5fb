import { lessonSlugs } from '../../lesson/lessons/lessons.ts';
import { usePageView } from '../use-lab.ts';
import { LessonIndex } from './lesson-index.tsx';
import { LessonView } from './lesson-view.tsx';

/** The list of lessons, or one of them. */
export function LearnPage() {
  const { lesson } = usePageView('learn');
  const slug = lessonSlugs[lesson - 1];
  return slug === undefined ? <LessonIndex /> : <LessonView key={slug} slug={slug} number={lesson} />;
}
