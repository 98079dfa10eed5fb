import Share2 from 'lucide-react/icons/share-2';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { labWords } from '../../lesson/lab.ts';
import { Mark } from '../icons/mark.tsx';
import { Button, IconButton } from '../primitives/button.tsx';
import { ScenarioCombobox } from '../scenario/scenario-combobox.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { ExportMenu, MoreMenu } from './menus.tsx';
import { NegotiatedList } from './negotiated-list.tsx';
import { ThemeMenu } from './theme-menu.tsx';
import { useShare } from './use-share.ts';
import styles from './top-bar.module.css';

export function TopBar() {
  const words = useWords(labWords);
  const viewport = useViewport();
  const phone = viewport === 'phone';
  const share = useShare();
  return (
    <header className={styles.bar}>
      <span className={styles.mark}>
        <Mark />
        <b className={phone ? 'spoken' : undefined}>{words.product}</b>
      </span>
      {(viewport === 'wide' || viewport === 'narrow') && (
        <nav aria-label={words.top.navigation} className={styles.navigation}>
          <a href="#/lab" aria-current="page" onClick={(event) => event.preventDefault()}>
            {words.top.lab}
          </a>
        </nav>
      )}
      <ScenarioCombobox />
      {viewport === 'wide' && <NegotiatedList />}
      <div className={styles.actions}>
        {!phone && <ConfigureButton />}
        {viewport === 'wide' ? (
          <>
            <ExportMenu />
            <i className={styles.rule} />
            <IconButton icon={Share2} label={words.top.share} onClick={share} />
          </>
        ) : (
          <>
            {phone && (
              <IconButton
                className={styles.touch}
                icon={Share2}
                label={words.top.share}
                tip="below-end"
                onClick={share}
              />
            )}
            <MoreMenu phone={phone} onShare={share} />
          </>
        )}
        {!phone && <ThemeMenu />}
      </div>
    </header>
  );
}

function ConfigureButton() {
  const words = useWords(labWords);
  const open = useLab((state) => state.configureOpen);
  const { setConfigureOpen } = useActions();
  return (
    <Button
      id="configure-button"
      variant="bar"
      icon={SlidersHorizontal}
      active={open}
      aria-expanded={open}
      onClick={() => setConfigureOpen(!open)}
    >
      {words.top.configure}
    </Button>
  );
}
