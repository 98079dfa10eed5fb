import Copy from 'lucide-react/icons/copy';
import { toHex } from '../../bytes/hex.ts';
import type { Negotiated, Step } from '../../lab/trace.ts';
import { explainCompatibility, stepWords } from '../../lesson/explain-step.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { displayPath, findNode, prefixOf } from '../../view/bytes.ts';
import type { ByteIndex } from '../../view/bytes.ts';
import { longValue, rangeText } from '../../view/bytes-text.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { useFieldText } from '../inspector/use-field-text.ts';
import { IconButton } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './bytes.module.css';

export interface DetailProps {
  readonly index: ByteIndex;
  readonly path: string | undefined;
  /** The step that carries the bytes; absent for a document looked at by itself. */
  readonly step: Step | undefined;
  readonly negotiated: Negotiated | undefined;
}

/** What the field is called, where it lies, what it says and means. */
export function Detail({ index, path, step, negotiated }: DetailProps) {
  const words = useWords(inspectorWords);
  const { notify } = useActions();
  const node = path === undefined ? undefined : findNode(index, path);
  const prefix = node && path !== undefined ? prefixOf(node, path) : undefined;
  const field = prefix ?? node?.field;
  const meaning = useFieldText(field, step, negotiated);
  if (!node || !field || path === undefined)
    return (
      <div className={styles.detail}>
        <Hint index={index} step={step} />
      </div>
    );

  const { parents, own } = displayPath(node);
  const bytes = index.view.bytes.subarray(field.start, field.end);
  const value = longValue(field, index.view.bytes, words.values);
  const opaque = field.value?.type === 'bytes';
  const spec = field.spec ?? node.field.spec;
  const copy = (): void => {
    void copyText(toHex(bytes)).then((done) =>
      notify(done ? words.frame.copied(bytes.length) : words.frame.copyFailed),
    );
  };
  return (
    <div className={styles.detail}>
      <code className={styles.path} title={`${parents}${own}`}>
        <bdo dir="ltr">
          <i>{prefix ? `${parents}${own}.` : parents}</i>
          <b>{prefix ? prefix.name : own}</b>
        </bdo>
      </code>
      <span className={styles.offset}>{rangeText(field.start, field.end)}</span>
      <IconButton
        className={styles.copy}
        icon={Copy}
        small
        label={words.bytes.copyValue}
        tip="above-end"
        onClick={copy}
      />
      <p className={styles.value}>{opaque ? <code>{value}</code> : value}</p>
      <p className={styles.meaning}>
        {meaning && <RichText text={meaning} />} {spec && <RfcLink spec={spec} />}
      </p>
    </div>
  );
}

/** Nothing is pointed at: what this view shows, and what travelled right before the message. */
function Hint({ index, step }: { readonly index: ByteIndex; readonly step: Step | undefined }) {
  const words = useWords(inspectorWords).bytes;
  const texts = useWords(stepWords);
  const isSealed = index.leaves.some(({ kind }) => kind === 'cipher');
  const before = step?.kind === 'message' ? explainCompatibility(step, texts) : undefined;
  return (
    <div className={styles.note}>
      <p>{words.point}</p>
      {isSealed && <p>{words.sealedNote}</p>}
      {before && (
        <p>
          <RichText text={before} />
        </p>
      )}
    </div>
  );
}
