import Languages from 'lucide-react/icons/languages';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { appearanceWords } from '../../lesson/appearance.ts';
import { languages, type Language } from '../../lesson/catalog.ts';
import { loadLanguage } from '../../lesson/load-language.ts';
import type { LabStore, Theme } from '../../state/store.ts';
import { IconButton } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import type { MenuSection } from '../primitives/menu.tsx';
import { useLabStore, useLab, useWords } from '../use-lab.ts';

const icons = { light: Sun, dark: Moon, system: Monitor };
const themes: readonly Theme[] = ['light', 'dark', 'system'];

/** Theme and language: how the page looks, whatever it shows. */
export function AppearanceMenu() {
  const words = useWords(appearanceWords);
  const theme = useLab((state) => state.theme);
  const language = useLab((state) => state.language);
  const label = `${words.theme.label}: ${words.theme[theme]}, ${words.language.label}: ${words.language.names[language]}`;
  return (
    <Menu
      label={`${words.theme.label}, ${words.language.label}`}
      sections={useAppearanceSections()}
      renderTrigger={(props) => <IconButton icon={icons[theme]} label={label} tip="below-end" {...props} />}
    />
  );
}

export function useAppearanceSections(): readonly MenuSection[] {
  const words = useWords(appearanceWords);
  const store = useLabStore();
  const currentTheme = useLab((state) => state.theme);
  const currentLanguage = useLab((state) => state.language);
  return [
    {
      label: words.theme.label,
      items: themes.map((theme) => ({
        id: theme,
        label: words.theme[theme],
        icon: icons[theme],
        checked: theme === currentTheme,
        onSelect: () => store.getState().actions.setTheme(theme),
      })),
    },
    {
      label: words.language.label,
      items: languages.map((language) => ({
        id: language,
        label: words.language.names[language],
        icon: Languages,
        checked: language === currentLanguage,
        onSelect: () => void choose(language, store, words.language.failed),
      })),
    },
  ];
}

let chosen: Language | undefined;

/** The words come first, so that no screen is without them; the newest choice counts. */
async function choose(language: Language, store: LabStore, failed: string): Promise<void> {
  chosen = language;
  const { setLanguage, notify } = store.getState().actions;
  try {
    await loadLanguage(language);
    if (chosen === language) setLanguage(language);
  } catch {
    notify(failed);
  }
}
