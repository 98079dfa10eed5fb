import ChevronDown from 'lucide-react/icons/chevron-down';
import CircleQuestionMark from 'lucide-react/icons/circle-question-mark';
import Download from 'lucide-react/icons/download';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Link from 'lucide-react/icons/link';
import MenuIcon from 'lucide-react/icons/menu';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { labWords } from '../../lesson/lab.ts';
import { Button, IconButton } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import type { MenuItem } from '../primitives/menu.tsx';
import { useActions, useWords } from '../use-lab.ts';
import { usePageSections } from './navigation.tsx';
import { useAppearanceSections } from './appearance-menu.tsx';
import { useExportItems } from './use-exports.ts';
import styles from './menus.module.css';

export function ExportMenu() {
  const { top } = useWords(labWords);
  const sections = useExportItems();
  return (
    <Menu
      label={top.export}
      sections={sections}
      renderTrigger={(props) => (
        <Button variant="bar" icon={Download} iconAfter={ChevronDown} {...props}>
          {top.export}
        </Button>
      )}
    />
  );
}

/** Export, share and, on phones, everything else of the bar. */
export function MoreMenu({ phone, onShare }: { readonly phone: boolean; readonly onShare: () => void }) {
  const { top, player } = useWords(labWords);
  const { setConfigureOpen, setHelpOpen } = useActions();
  const exports = useExportItems();
  const appearance = useAppearanceSections();
  const pages = usePageSections();
  const share: MenuItem = { id: 'share', label: top.share, icon: Link, onSelect: onShare };
  const configure: MenuItem = {
    id: 'configure',
    label: top.configure,
    icon: SlidersHorizontal,
    onSelect: () => setConfigureOpen(true),
  };
  const help: MenuItem = {
    id: 'help',
    label: player.help,
    icon: CircleQuestionMark,
    onSelect: () => setHelpOpen(true),
  };
  const sections = () =>
    phone
      ? [...pages, { items: [configure] }, ...exports(), ...appearance, { items: [help] }]
      : [{ items: [share] }, ...exports(), { items: [help] }];
  return (
    <Menu
      label={top.more}
      sections={sections}
      renderTrigger={(props) => (
        <IconButton
          className={styles.touch}
          icon={phone ? MenuIcon : Ellipsis}
          label={top.more}
          tip="below-end"
          {...props}
        />
      )}
    />
  );
}

/** The navigation, where the bar has no room for it; on phones with theme and language. */
export function PagesMenu({ phone }: { readonly phone: boolean }) {
  const { top } = useWords(labWords);
  const pages = usePageSections();
  const appearance = useAppearanceSections();
  return (
    <Menu
      label={top.navigation}
      sections={phone ? [...pages, ...appearance] : pages}
      renderTrigger={(props) => (
        <IconButton
          className={phone ? styles.touch : undefined}
          icon={MenuIcon}
          label={top.navigation}
          tip="below-end"
          {...props}
        />
      )}
    />
  );
}
