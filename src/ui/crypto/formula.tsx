import { inspectorWords } from '../../lesson/inspector.ts';
import type { OperationDetail } from '../../view/crypto.ts';
import { useWords } from '../use-lab.ts';
import styles from './operation.module.css';

/** The function with its arguments, as the RFC writes it. */
export function Formula({
  detail,
  verdict,
}: {
  readonly detail: OperationDetail;
  readonly verdict: boolean | undefined;
}) {
  const words = useWords(inspectorWords).crypto;
  return (
    <div className={styles.formula}>
      <h2>{words.operation(detail.title, detail.name, detail.algorithm)}</h2>
      <dl>
        {detail.formula.map(({ argument, text, quoted }, i) => (
          <div key={i}>
            <dt>{words.arguments[argument]}</dt>
            <dd className={quoted ? styles.quoted : undefined}>{text}</dd>
          </div>
        ))}
        {verdict !== undefined && (
          <div>
            <dt>{words.arguments.output}</dt>
            <dd className={verdict ? undefined : styles.refused}>
              {verdict ? words.verdict.true : words.verdict.false}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
