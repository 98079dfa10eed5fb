import Presentation from 'lucide-react/icons/presentation';
import Share2 from 'lucide-react/icons/share-2';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { labWords } from '../../lesson/lab.ts';
import { isRunPage } from '../../state/pages/pages.ts';
import { Button, IconButton } from '../primitives/button.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import { useViewport } from '../use-viewport.ts';
import { ExportMenu, MoreMenu, PagesMenu } from './menus.tsx';
import { AppearanceMenu } from './appearance-menu.tsx';
import { usePresent } from './use-present.ts';
import { useShare } from './use-share.ts';
import styles from './top-bar.module.css';

/** What can be done from the right end of the bar. It comes behind the first handshake. */
export function BarActions() {
  const words = useWords(labWords);
  const viewport = useViewport();
  const inLab = useLab((state) => isRunPage(state.page));
  const phone = viewport === 'phone';
  const wide = viewport === 'wide';
  const share = useShare();
  const shareLabel = inLab ? words.top.share : words.top.sharePage;
  return (
    <>
      {inLab && !phone && <ConfigureButton />}
      {inLab && wide && (
        <>
          <ExportMenu />
          <i className={styles.rule} />
          <PresentButton />
        </>
      )}
      {(wide || phone || !inLab) && (
        <IconButton
          className={phone ? styles.touch : undefined}
          icon={Share2}
          label={shareLabel}
          tip={phone ? 'below-end' : 'below'}
          onClick={share}
        />
      )}
      {inLab && !wide && <MoreMenu phone={phone} onShare={share} />}
      {!phone && <AppearanceMenu />}
      {(viewport === 'tablet' || (phone && !inLab)) && <PagesMenu phone={phone} />}
    </>
  );
}

function PresentButton() {
  const words = useWords(labWords);
  const present = usePresent();
  return <IconButton icon={Presentation} label={words.top.present} onClick={present} />;
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
