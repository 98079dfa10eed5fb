import Check from 'lucide-react/icons/check';
import ListChecks from 'lucide-react/icons/list-checks';
import { utf8 } from '../../bytes/hex.ts';
import { closingCheckWords } from '../../lesson/closing-check.ts';
import { lessonTitleWords } from '../../lesson/lesson-titles.ts';
import { learnWords } from '../../lesson/learn.ts';
import { lessonParts, lessonSlugs } from '../../lesson/lessons/lessons.ts';
import { parseProgress, progressText } from '../../state/lesson-progress.ts';
import { saveBytes } from '../certificates/save-bytes.ts';
import { Icon } from '../icons/icon.tsx';
import { chooseFiles } from '../import/choose-files.ts';
import { Button } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { useProgress } from './use-progress.ts';
import styles from './learn.module.css';

/** Every lesson with how far one has come. */
export function LessonIndex() {
  const words = useWords(learnWords);
  const titles = useWords(lessonTitleWords);
  const { progress } = useProgress();
  return (
    <main tabIndex={-1} className={styles.index}>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <ol aria-label={words.lessons}>
        {lessonSlugs.map((slug, at) => {
          const parts = lessonParts[slug];
          const done = parts.filter((part) => progress.done.includes(`${slug}/${part}`)).length;
          // On with the first part that is not done.
          const next = parts.findIndex((part) => !progress.done.includes(`${slug}/${part}`));
          return (
            <li key={slug}>
              <a href={`#/learn?v=1&lesson=${at + 1}${next > 0 ? `&part=${next + 1}` : ''}`}>
                <i aria-hidden="true">{done === parts.length ? <Icon of={Check} size={14} /> : at + 1}</i>
                <b>{titles[slug][0]}</b>
                <span>{titles[slug][1]}</span>
                <small>{words.progress(done, parts.length)}</small>
              </a>
            </li>
          );
        })}
        <ClosingEntry />
      </ol>
      <Keep />
    </main>
  );
}

/** The closing check, behind the lessons: on with the first question that is open, else the result. */
function ClosingEntry() {
  const words = useWords(closingCheckWords);
  const { progress } = useProgress();
  const answers = lessonSlugs.map((id) => progress.check[id]);
  const open = answers.indexOf(undefined);
  const right = answers.filter((one) => one === true).length;
  const answered = answers.filter((one) => one !== undefined).length;
  return (
    <li>
      <a href={`#/learn?v=1&check=${open < 0 ? lessonSlugs.length + 1 : open + 1}`}>
        <i aria-hidden="true">
          <Icon of={open < 0 ? Check : ListChecks} size={14} />
        </i>
        <b>{words.title}</b>
        <span>{words.about}</span>
        <small>{words.progress(answered, right, lessonSlugs.length)}</small>
      </a>
    </li>
  );
}

function Keep() {
  const { keep } = useWords(learnWords);
  const { notify } = useActions();
  const { progress, set, clear } = useProgress();
  const load = (file: File | undefined): void => {
    void file?.text().then((text) => {
      const read = parseProgress(text);
      if (read) set(read);
      notify(read ? keep.loaded : keep.refused);
    });
  };
  return (
    <section className={styles.keep}>
      <h2>
        {keep.title} <small>{keep.note}</small>
      </h2>
      <Button onClick={() => saveBytes('handshake-lab-lessons.json', utf8(progressText(progress)))}>
        {keep.save}
      </Button>
      <Button onClick={() => chooseFiles(([file]) => load(file))}>{keep.load}</Button>
      <Button
        onClick={() => {
          clear();
          notify(keep.cleared);
        }}
      >
        {keep.clear}
      </Button>
    </section>
  );
}
