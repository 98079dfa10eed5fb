import { configureWords } from '../../lesson/configure.ts';
import { byteCount, longestTyped, toField, toWire } from '../../view/configure-fields.ts';
import { scrollsAtOnce, wrapOf } from '../primitives/wrap-of.ts';
import { useWords } from '../use-lab.ts';
import { useDraft } from './use-draft.ts';
import styles from './form.module.css';

export interface DataFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onCommit: (text: string) => void;
}

/** Application data as the learner types it, with its size on the wire before encryption. */
export function DataField({ id, value, onCommit }: DataFieldProps) {
  const words = useWords(configureWords).form;
  const draft = useDraft(toField(value), (text) => {
    onCommit(toWire(text));
    return true;
  });
  return (
    <span className={`${styles.field} ${styles.data}`} title={words.lineEnds}>
      <textarea
        ref={scrollsAtOnce}
        id={id}
        rows={1}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        maxLength={longestTyped}
        wrap={wrapOf(draft.text)}
        value={draft.text}
        onChange={(event) => draft.onType(event.currentTarget.value)}
        onBlur={() => draft.onLeave(true)}
      />
      <small>{words.bytes(byteCount(toWire(draft.text)))}</small>
    </span>
  );
}
