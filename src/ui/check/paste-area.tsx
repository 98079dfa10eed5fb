import FolderOpen from 'lucide-react/icons/folder-open';
import PenLine from 'lucide-react/icons/pen-line';
import { useRef, useState } from 'react';
import { checkWords } from '../../lesson/check.ts';
import { folded } from '../../view/check.ts';
import { Button } from '../primitives/button.tsx';
import { scrollsAtOnce, wrapOf } from '../primitives/wrap-of.ts';
import { useWords } from '../use-lab.ts';
import { useCheck, useCheckActions } from './use-check.ts';
import styles from './check.module.css';

/** Where a chain is pasted. What was read is shown folded; the text itself stays and can be edited. */
export function PasteArea() {
  const words = useWords(checkWords).paste;
  const text = useCheck((state) => state.text);
  const { setText, addFile, clear } = useCheckActions();
  const [isEditing, setEditing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isFolded = text !== '' && !isEditing;
  return (
    <section className={styles.paste} aria-labelledby="paste-title">
      <h2 id="paste-title">
        {words.title}
        <small>{words.subtitle}</small>
      </h2>
      {isFolded ? (
        <Folded text={text} />
      ) : (
        <textarea
          ref={scrollsAtOnce}
          aria-label={words.label}
          placeholder={words.placeholder}
          wrap={wrapOf(text)}
          value={text}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => setText(event.currentTarget.value)}
          onFocus={() => setEditing(true)}
          onBlur={() => setEditing(false)}
          onPaste={(event) => {
            // Into an empty area everything comes at once: what was read shows at once, too.
            if (text === '') {
              event.preventDefault();
              setText(event.clipboardData.getData('text'));
              setEditing(false);
            }
          }}
        />
      )}
      <div className={styles.pasteButtons}>
        {isFolded && (
          <Button
            icon={PenLine}
            onClick={() => {
              setEditing(true);
              requestAnimationFrame(() => document.querySelector('textarea')?.focus());
            }}
          >
            {words.edit}
          </Button>
        )}
        <Button icon={FolderOpen} onClick={() => input.current?.click()}>
          {words.openFile}
        </Button>
        {text !== '' && <Button onClick={clear}>{words.clear}</Button>}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={words.openFile}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void readAll(files, addFile);
          }}
        />
      </div>
    </section>
  );
}

/** Files in the order they were chosen. */
export async function readAll(
  files: readonly File[],
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => void,
): Promise<void> {
  for (const file of files) onBytes(new Uint8Array(await file.arrayBuffer()));
}

function Folded({ text }: { readonly text: string }) {
  const words = useWords(checkWords).paste;
  return (
    // It scrolls, so keys must reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.folded} tabIndex={0} aria-label={words.label} role="group">
      {folded(text).map((line, i) => (
        <span key={i}>
          {line.text}
          {line.type === 'fold' && <i> {words.moreLines(line.lines)}</i>}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}
