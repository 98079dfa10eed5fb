import Copy from 'lucide-react/icons/copy';
import { toHex } from '../../bytes/hex.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { displayPath, findNode, isLengthPath } from '../../view/bytes.ts';
import type { ByteIndex } from '../../view/bytes.ts';
import { longValue, rangeText } from '../../view/bytes-text.ts';
import { RfcLink } from '../inspector/rfc-link.tsx';
import { RichText } from '../inspector/rich-text.tsx';
import { useFieldText } from '../inspector/use-field-text.ts';
import { IconButton } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import styles from './bytes.module.css';

/** What the field is called, where it lies, what it says and means. */
export function Detail({ index, path }: { readonly index: ByteIndex; readonly path: string | undefined }) {
  const words = useWords(inspectorWords);
  const { notify } = useActions();
  const node = path === undefined ? undefined : findNode(index, path);
  const field = node && path !== undefined && isLengthPath(node, path) ? node.length : node?.field;
  const meaning = useFieldText(field, node);
  if (!node || !field || path === undefined) return <div className={styles.detail}><p className={styles.note}>{words.bytes.point}</p></div>;

  const isLength = field === node.length;
  const { parents, own } = displayPath(node);
  const bytes = index.view.bytes.subarray(field.start, field.end);
  const value = longValue(field, index.view.bytes, words.values);
  const opaque = field.value?.type === 'bytes';
  const spec = field.spec ?? node.field.spec;
  const copy = (): void => {
    void navigator.clipboard.writeText(toHex(bytes)).then(() => notify(words.bytes.copied(bytes.length)));
  };
  return (
    <div className={styles.detail}>
      <code className={styles.path} title={`${parents}${own}`}>
        <bdo dir="ltr">
          <i>{isLength ? `${parents}${own}.` : parents}</i>
          <b>{isLength ? 'length' : own}</b>
        </bdo>
      </code>
      <span className={styles.offset}>{rangeText(field.start, field.end)}</span>
      <IconButton className={styles.copy} icon={Copy} small label={words.bytes.copyValue} tip="above-end" onClick={copy} />
      <p className={styles.value}>{opaque ? <code>{value}</code> : value}</p>
      <p className={styles.meaning}>
        {isLength ? words.bytes.lengthOf(own) : meaning && <RichText text={meaning} />} {spec && <RfcLink spec={spec} />}
      </p>
    </div>
  );
}
