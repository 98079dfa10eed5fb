import ArrowRight from 'lucide-react/icons/arrow-right';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import Check from 'lucide-react/icons/check';
import { closingCheckWords } from '../../lesson/closing-check.ts';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { learnWords } from '../../lesson/learn.ts';
import { lessonSlugs, loadLesson, type LessonSlug } from '../../lesson/lessons/lessons.ts';
import type { Lesson } from '../../lesson/lessons/model.ts';
import { Icon } from '../icons/icon.tsx';
import { Waiting } from '../pages/waiting.tsx';
import { Button } from '../primitives/button.tsx';
import { useActions, useLanguage, usePageView, useWords } from '../use-lab.ts';
import type { PartFrameProps } from './part-text.tsx';
import { RunPart } from './run-part.tsx';
import { useProgress } from './use-progress.ts';
import { AbsentPage } from '../late/absent.tsx';
import { Awaited, late, type LateComponent } from '../late/late.tsx';
import styles from './learn.module.css';

const DeskPartView = late(() => import('./desk-part.tsx').then(({ DeskPartView: view }) => view), AbsentPage);

const lessons = Object.fromEntries(
  lessonSlugs.map((slug) => [
    slug,
    late(async () => {
      const lesson = await loadLesson(slug);
      return (props: LessonViewProps) => <LoadedLesson {...props} lesson={lesson} />;
    }, AbsentPage),
  ]),
) as Readonly<Record<LessonSlug, LateComponent<LessonViewProps>>>;

interface LessonViewProps {
  readonly slug: LessonSlug;
  /** From 1. */
  readonly number: number;
}

/** One lesson, loaded when it is opened. */
export function LessonView({ slug, number }: LessonViewProps) {
  const Loaded = lessons[slug];
  return (
    <Awaited part={Loaded} waiting={<Waiting />}>
      <Loaded slug={slug} number={number} />
    </Awaited>
  );
}

function LoadedLesson({ slug, number, lesson }: LessonViewProps & { readonly lesson: Lesson }) {
  const { part } = usePageView('learn');
  const at = Math.min(part, lesson.parts.length) - 1;
  const current = lesson.parts[at];
  if (!current) return <Waiting />;
  const props = { slug, number, lesson, at };
  return (
    <>
      {'offices' in current ? (
        <Awaited part={DeskPartView} waiting={<Waiting />}>
          <DeskPartView key={current.id} {...props} part={current} />
        </Awaited>
      ) : (
        <RunPart {...props} part={current} />
      )}
      <Progress {...props} />
    </>
  );
}

/** Every part by its name, what is done of them, and the ways on and back. */
function Progress({ slug, number, lesson, at }: PartFrameProps) {
  const frame = useWords(learnWords);
  const language = useLanguage();
  const { progress } = useProgress();
  const titles = useWords(lessonTitleWords);
  const check = useWords(closingCheckWords);
  const { setView } = useActions();
  const answered = lesson.parts.map(({ id }) => progress.answers[`${slug}/${id}`]);
  const before = lesson.parts[at - 1];
  const after = lesson.parts[at + 1];
  const following = lessonSlugs[number];
  const nameOf = ({ id }: Lesson['parts'][number]): string =>
    (lesson.words[language][id] ?? lesson.deskWords?.[language][id])?.name ?? '';
  const turn = (view: { readonly lesson?: number; readonly part: number; readonly check?: number }): void => {
    setView('learn', view);
    document.querySelector('main')?.focus();
    document.querySelector('main')?.scrollTo({ top: 0 });
  };
  return (
    <footer className={styles.progress} aria-label={frame.progressLabel}>
      {before ? (
        <Button variant="bar" icon={ChevronLeft} onClick={() => turn({ part: at })}>
          {nameOf(before)}
        </Button>
      ) : (
        <a href="#/learn">{frame.all}</a>
      )}
      <ol>
        {lesson.parts.map((part, index) => {
          const done = progress.done.includes(`${slug}/${part.id}`);
          return (
            <li key={part.id} aria-current={index === at ? 'step' : undefined} data-done={done || undefined}>
              <button type="button" onClick={() => turn({ part: index + 1 })}>
                <i>{done ? <Icon of={Check} size={12} /> : index + 1}</i>
                <span>{nameOf(part)}</span>
                {done && <small className="spoken">, {frame.doneSpoken}</small>}
              </button>
            </li>
          );
        })}
      </ol>
      <span className={styles.score}>
        {frame.score(
          answered.filter((right) => right === true).length,
          answered.filter((right) => right !== undefined).length,
        )}
      </span>
      {after ? (
        <Button variant="primary" iconAfter={ArrowRight} onClick={() => turn({ part: at + 2 })}>
          {frame.nextNamed(nameOf(after))}
        </Button>
      ) : (
        <Button
          variant="primary"
          iconAfter={ArrowRight}
          onClick={() =>
            turn(following === undefined ? { lesson: 0, part: 1, check: 1 } : { lesson: number + 1, part: 1 })
          }
        >
          {frame.nextNamed(following === undefined ? check.title : titles[following][0])}
        </Button>
      )}
    </footer>
  );
}
