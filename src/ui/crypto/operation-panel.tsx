import Copy from 'lucide-react/icons/copy';
import X from 'lucide-react/icons/x';
import { toHex } from '../../bytes/hex.ts';
import type { Step, StepOperation, Trace } from '../../lab/trace.ts';
import { explainOperation, operationWords } from '../../lesson/explain-operation.ts';
import { snippetWords } from '../../lesson/snippets.ts';
import { valueNameWords } from '../../lesson/value-names.ts';
import { inspectorWords } from '../../lesson/inspector.ts';
import { operationDetail } from '../../view/crypto.ts';
import type { OperationRow } from '../../view/crypto.ts';
import { pkcs1Block } from '../../view/pkcs1-block.ts';
import { callLines } from '../../view/javascript-call.ts';
import { keyPairsOf, snippetOf, titleOf } from '../../view/javascript.ts';
import { copyText } from '../app-shell/clipboard.ts';
import { RichText } from '../inspector/rich-text.tsx';
import { Button, IconButton } from '../primitives/button.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { Call } from './call.tsx';
import { Formula } from './formula.tsx';
import { HkdfLabelBlock } from './hkdf-label-block.tsx';
import { OperationList } from './operation-list.tsx';
import { Pkcs1BlockView } from './pkcs1-block.tsx';
import { ValueBlock } from './value-block.tsx';
import styles from './operation.module.css';

export interface OperationPanelProps {
  readonly trace: Trace;
  readonly step: Step;
  readonly operation: StepOperation;
  /** Listed at the foot; empty where the list stands elsewhere. */
  readonly rows: readonly OperationRow[];
  /** Where there is no room beside the column, the panel is a sheet that opens on choice. */
  readonly open: boolean;
  readonly onSelect: (operation: StepOperation) => void;
  readonly onClose: () => void;
}

/** One operation taken apart: formula, inputs, call, output. */
export function OperationPanel({
  trace,
  step,
  operation,
  rows,
  open,
  onSelect,
  onClose,
}: OperationPanelProps) {
  const words = useWords(inspectorWords).crypto;
  const { notify } = useActions();
  const frame = useWords(inspectorWords).frame;
  const comments = useWords(snippetWords);
  const names = useWords(valueNameWords);
  const detail = operationDetail(operation, names);
  const block = pkcs1Block(operation, homeOf(trace, step, operation)?.operations ?? []);
  const { what, why } = explainOperation(operation, useWords(operationWords));
  const [output] = operation.outputs.toReversed();

  const copy = (text: string, done: string): void => {
    void copyText(text).then((copied) => notify(copied ? done : frame.copyFailed));
  };
  const onCopySnippet = (): void => {
    const snippet = snippetOf(operation, keyPairsOf(trace), {
      words: comments,
      names,
      title: (one) => words.operation(titleOf(one), one.name, one.algorithm),
    });
    copy(snippet, words.copiedJavaScript(snippet.trimEnd().split('\n').length));
  };
  const inputs = detail.hkdfLabel
    ? detail.inputs.filter(({ argument }) => argument !== 'context')
    : detail.inputs;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.panel}
      aria-label={words.panelLabel}
      data-open={open || undefined}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div key={`${operation.party} ${operation.index}`} className={styles.body}>
        <header className={styles.head}>
          <span>{place(trace, step, operation, words)}</span>
          <span className={styles.time}>{words.milliseconds(operation.milliseconds)}</span>
          <IconButton
            className={styles.close}
            icon={X}
            small
            label={words.close}
            tip="none"
            onClick={onClose}
          />
        </header>
        {/* A value that came out says more than that it did. */}
        <Formula detail={detail} verdict={output ? undefined : operation.verdict} />
        <p className={styles.note}>
          <RichText text={what} /> {why && <RichText text={why} />}
        </p>
        {inputs.map((row, i) => (
          <ValueBlock key={i} row={row} />
        ))}
        {detail.hkdfLabel && <HkdfLabelBlock parts={detail.hkdfLabel} />}
        {block && <Pkcs1BlockView block={block} />}
        <Call operation={operation} lines={callLines(operation, comments)} />
        {detail.outputs.map((row, i) => (
          <ValueBlock key={i} row={row} isOutput />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" icon={Copy} onClick={onCopySnippet}>
          {words.copyJavaScript}
        </Button>
        {output && (
          <Button onClick={() => copy(toHex(output.bytes), frame.copied(output.bytes.length))}>
            {words.copyValue}
          </Button>
        )}
      </div>
      {rows.length > 0 && <OperationList rows={rows} selected={operation} onSelect={onSelect} small />}
    </section>
  );
}

function place(
  trace: Trace,
  step: Step,
  operation: StepOperation,
  words: {
    readonly inStep: (n: number, of: number) => string;
    readonly ofStep: (n: number, of: number, step: number) => string;
  },
): string {
  const home = homeOf(trace, step, operation);
  if (!home) return '';
  const number = home.operations.indexOf(operation) + 1;
  return home === step
    ? words.inStep(number, home.operations.length)
    : words.ofStep(number, home.operations.length, home.index + 1);
}

/** The step that the operation belongs to: mostly the one on screen. */
function homeOf(trace: Trace, step: Step, operation: StepOperation): Step | undefined {
  return step.operations.includes(operation)
    ? step
    : trace.steps.find(({ operations }) => operations.includes(operation));
}
