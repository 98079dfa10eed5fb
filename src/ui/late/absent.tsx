import { useEffect, useEffectEvent } from 'react';
import { labWords } from '../../lesson/lab.ts';
import { Actions, CalmPage } from '../pages/calm-page.tsx';
import { Button } from '../primitives/button.tsx';
import { useWords } from '../use-lab.ts';
import styles from './absent.module.css';

export interface AbsentProps {
  /** Whether it is being asked for just now. */
  readonly asking: boolean;
  /** Whether it was asked for in vain from here. */
  readonly inVain: boolean;
  readonly onAsk: () => void;
}

/** In the place of a part of the page whose code did not arrive. */
export function AbsentPart(props: AbsentProps) {
  const { absent } = useWords(labWords).pages;
  return (
    <div className={styles.part}>
      <p role="status">{absent.part}</p>
      <AskAgain {...props} />
    </div>
  );
}

/** In the place of a whole page. */
export function AbsentPage(props: AbsentProps) {
  const { absent } = useWords(labWords).pages;
  return (
    <CalmPage title={absent.page}>
      <p>{absent.body}</p>
      <Actions>
        <AskAgain {...props} />
      </Actions>
    </CalmPage>
  );
}

function AskAgain({ asking, inVain, onAsk }: AbsentProps) {
  const { absent, crashed } = useWords(labWords).pages;
  const ask = useEffectEvent(onAsk);
  useEffect(() => {
    const back = (): void => ask();
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
  return (
    <>
      <Button aria-disabled={asking} onClick={() => asking || onAsk()}>
        {asking ? absent.asking : absent.again}
      </Button>
      {/* Older browsers ask no second time for a file that failed. */}
      {inVain && <Button onClick={() => window.location.reload()}>{crashed.reload}</Button>}
    </>
  );
}
