import { lessonSlugs } from '../../lesson/lessons/lessons.ts';
import { Waiting } from '../pages/waiting.tsx';
import { usePageView } from '../use-lab.ts';
import { LessonIndex } from './lesson-index.tsx';
import { LessonView } from './lesson-view.tsx';
import { AbsentPage } from '../late/absent.tsx';
import { Awaited, late } from '../late/late.tsx';

const ClosingCheck = late(
  () => import('./closing-check.tsx').then(({ ClosingCheck: check }) => check),
  AbsentPage,
);

/** The list of lessons, one of them, or the closing check. */
export function LearnPage() {
  const { lesson, check } = usePageView('learn');
  const slug = lessonSlugs[lesson - 1];
  if (check > 0)
    return (
      <Awaited part={ClosingCheck} waiting={<Waiting />}>
        <ClosingCheck />
      </Awaited>
    );
  return slug === undefined ? <LessonIndex /> : <LessonView key={slug} slug={slug} number={lesson} />;
}
