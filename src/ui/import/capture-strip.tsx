import ChevronDown from 'lucide-react/icons/chevron-down';
import FileKey from 'lucide-react/icons/file-key';
import { captureWords } from '../../lesson/captures.ts';
import { captureView, type CaptureLine } from '../../view/captures.ts';
import { Button } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import { useLab, useLabStore, useLanguage, useWords } from '../use-lab.ts';
import strip from '../pages/strip.module.css';
import { chooseFiles, takeFiles } from './choose-files.ts';
import { sayAbsent } from '../late/say-absent.ts';
import styles from './capture-strip.module.css';

/** Where the trace on screen comes from, what of it could not be read, and the other connections of the file. */
export function CaptureStrip() {
  const words = useWords(captureWords);
  const store = useLabStore();
  const language = useLanguage();
  const trace = useLab((state) => state.trace);
  const capture = useLab((state) => state.capture);
  const keyLog = useLab((state) => state.keyLog);
  if (trace?.source.kind !== 'capture') return null;
  const { source, steps } = trace;
  const { title, decrypted, closed, notes, lines } = captureView(source, steps, capture, keyLog, words);
  return (
    <section className={`${strip.strip} ${styles.strip}`} aria-label={title}>
      <div className={styles.text}>
        <p>
          <b>{title}</b> <span className={styles.ends}>{words.strip.between(source)}</span>{' '}
          {decrypted ?? closed}
        </p>
        <details className={styles.notes}>
          <summary>{words.strip.more(notes.length)}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      </div>
      {lines.length > 1 && <Connections lines={lines} label={words.strip.choose} />}
      {capture && (
        <Button
          variant="bar"
          icon={FileKey}
          onClick={() => chooseFiles((files) => takeFiles(files, store, language))}
        >
          {words.strip.openKeyLog}
        </Button>
      )}
    </section>
  );
}

function Connections({ lines, label }: { readonly lines: readonly CaptureLine[]; readonly label: string }) {
  const store = useLabStore();
  const current = lines.findIndex((line) => line.current);
  const show = (index: number): void => {
    const { capture } = store.getState();
    if (capture)
      import('../../state/captures.ts')
        .then(({ showCapture }) => showCapture(store, capture, index))
        .catch(sayAbsent(store));
  };
  return (
    <Menu
      label={label}
      sections={[
        {
          items: lines.map((line, index) => ({
            id: `${index}`,
            label: line.text,
            note: line.note,
            checked: line.current,
            onSelect: () => show(index),
          })),
        },
      ]}
      renderTrigger={(props) => (
        <Button variant="bar" iconAfter={ChevronDown} {...props}>
          {`${label} ${current + 1}/${lines.length}`}
        </Button>
      )}
    />
  );
}
