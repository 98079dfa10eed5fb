import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Workshop } from '../../authority/workshop/model.ts';
import { learnWords } from '../../lesson/learn.ts';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { factsOf } from '../../lesson/lessons/facts.ts';
import { type LessonSlug, loadLesson } from '../../lesson/lessons/lessons.ts';
import type { Lesson } from '../../lesson/lessons/model.ts';
import { officeFactsOf } from '../../lesson/lessons/office-facts.ts';
import type { LabStore } from '../../state/store.ts';
import { sharedWorkshop } from '../../state/workshop/shared.ts';
import { type SheetPart, sheetPart } from '../../view/lesson-sheet.ts';
import styles from '../export/handout.module.css';
import { PlainText } from '../export/plain-text.tsx';

/** Runs every part of the lesson, puts the sheet beside the page, prints it and takes it away. */
export async function printSheet(slug: LessonSlug, number: number, store: LabStore): Promise<void> {
  const { language } = store.getState();
  const lesson = await loadLesson(slug);
  const parts: SheetPart[] = [];
  for (const part of lesson.parts) parts.push(await partOnPaper(lesson, part, store));
  const host = document.createElement('div');
  host.id = 'handout';
  document.body.append(host);
  const root = createRoot(host);
  const title = learnWords[language].sheet.name(number, lessonTitleWords[language][slug][0]);
  flushSync(() => root.render(<Sheet title={title} parts={parts} words={learnWords[language]} />));
  window.addEventListener(
    'afterprint',
    () => {
      root.unmount();
      host.remove();
    },
    { once: true },
  );
  window.print();
}

async function partOnPaper(
  lesson: Lesson,
  part: Lesson['parts'][number],
  store: LabStore,
): Promise<SheetPart> {
  const { language, actions } = store.getState();
  if ('offices' in part) {
    const words = lesson.deskWords?.[language][part.id];
    if (!words) throw new Error(`no words for ${part.id}`);
    const facts = officeFactsOf(await openedWorkshop(), undefined);
    return sheetPart(part.id, words, facts, part.offices.answer(facts));
  }
  const words = lesson.words[language][part.id];
  if (!words) throw new Error(`no words for ${part.id}`);
  const trace = await actions.runAside(part.scenario);
  return sheetPart(part.id, words, factsOf(trace), part.answer(trace));
}

function openedWorkshop(): Promise<Workshop> {
  const shared = sharedWorkshop();
  return new Promise((resolve, reject) => {
    const look = (): boolean => {
      const { workshop, fault } = shared.getState();
      if (workshop) resolve(workshop);
      else if (fault) reject(new Error(fault.kind));
      return workshop !== undefined || fault !== undefined;
    };
    if (look()) return;
    const leave = shared.subscribe(() => {
      if (look()) leave();
    });
  });
}

interface SheetProps {
  readonly title: string;
  readonly parts: readonly SheetPart[];
  readonly words: (typeof learnWords)['en'];
}

function Sheet({ title, parts, words }: SheetProps) {
  return (
    <article className={styles.handout}>
      <h1>{title}</h1>
      {parts.map(({ id, title: name, text, question, choices, task }, at) => (
        <section key={id} className={styles.step}>
          <h2>
            {at + 1}. {name}
          </h2>
          {text.map((paragraph, index) => (
            // The paragraphs of a text stay in their order.
            <p key={`${id}${index}`}>
              <PlainText text={paragraph} />
            </p>
          ))}
          <p>
            <strong>{question}</strong>
          </p>
          <ul>
            {choices.map(({ letter, text: choice }) => (
              <li key={letter}>
                {letter}. {choice}
              </li>
            ))}
          </ul>
          <p className={styles.line}>
            {words.sheet.task}: {task}
          </p>
        </section>
      ))}
      <section className={styles.answers}>
        <h2>{words.sheet.answers}</h2>
        {parts.map(({ id, answer }, at) => (
          <p key={id}>
            {at + 1} {answer.letter}. {answer.reason}
          </p>
        ))}
      </section>
      <p className={styles.closing}>{words.sheet.closing}</p>
    </article>
  );
}
