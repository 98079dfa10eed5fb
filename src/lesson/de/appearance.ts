/** German: theme and language. */
import type { appearance as english } from '../en/appearance.ts';

export const appearance: typeof english = {
  theme: { label: 'Farbschema', light: 'Hell', dark: 'Dunkel', system: 'Wie das System' },
  language: {
    label: 'Sprache',
    names: { en: 'English', de: 'Deutsch' },
    failed: 'Deutsch konnte nicht geladen werden. Besteht eine Netzverbindung?',
  },
};
