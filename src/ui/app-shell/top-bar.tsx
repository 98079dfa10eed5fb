import { labWords } from '../../lesson/lab.ts';
import { isRunPage } from '../../state/pages/pages.ts';
import { Mark } from '../icons/mark.tsx';
import { ScenarioCombobox } from '../scenario/scenario-combobox.tsx';
import { useLab, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { Navigation, SubViews } from './navigation.tsx';
import { NegotiatedList } from './negotiated-list.tsx';
import { lateQuietly } from '../late/late.tsx';
import styles from './top-bar.module.css';

const BarActions = lateQuietly(() => import('./bar-actions.tsx').then((module) => module.BarActions));

/** `onPlace` hears of the element that holds the controls of the page on screen. */
export function TopBar({ onPlace }: { readonly onPlace: (place: HTMLElement | null) => void }) {
  const words = useWords(labWords);
  const viewport = useViewport();
  const inLab = useLab((state) => isRunPage(state.page));
  const phone = viewport === 'phone';
  const wide = viewport === 'wide';
  const painted = useLab((state) => state.painted);
  return (
    <header className={styles.bar}>
      <a className={styles.mark} href="#/">
        <Mark />
        <b className={phone ? 'spoken' : undefined}>{words.product}</b>
      </a>
      {(wide || viewport === 'narrow') && (
        <>
          <Navigation />
          <SubViews compact={inLab} />
        </>
      )}
      {inLab ? (
        <>
          <ScenarioCombobox />
          {wide && <NegotiatedList />}
        </>
      ) : (
        <div ref={onPlace} className={styles.place} />
      )}
      <div className={styles.actions}>{painted && <BarActions />}</div>
    </header>
  );
}
