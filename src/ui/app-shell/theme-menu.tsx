import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { labWords } from '../../lesson/lab.ts';
import type { Theme } from '../../state/store.ts';
import { IconButton } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import type { MenuSection } from '../primitives/menu.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';

const icons = { light: Sun, dark: Moon, system: Monitor };
const themes: readonly Theme[] = ['light', 'dark', 'system'];

export function ThemeMenu() {
  const { top } = useWords(labWords);
  const theme = useLab((state) => state.theme);
  return (
    <Menu
      label={top.theme.label}
      sections={[useThemeSection()]}
      renderTrigger={(props) => (
        <IconButton
          icon={icons[theme]}
          label={`${top.theme.label}: ${top.theme[theme]}`}
          tip="below-end"
          {...props}
        />
      )}
    />
  );
}

export function useThemeSection(): MenuSection {
  const { top } = useWords(labWords);
  const current = useLab((state) => state.theme);
  const { setTheme } = useActions();
  return {
    label: top.theme.label,
    items: themes.map((theme) => ({
      id: theme,
      label: top.theme[theme],
      icon: icons[theme],
      checked: theme === current,
      onSelect: () => setTheme(theme),
    })),
  };
}
