/** German: the page of the glossary. */
import { plural } from '../catalog.ts';
import type { glossaryPage as english } from '../en/glossary-page.ts';

export const glossaryPage: typeof english = {
  title: 'Glossar',
  lead: (count) =>
    `${plural(count, 'Begriff', 'Begriffe')}, die auf diesen Seiten stehen. Jeder lässt sich in einem Durchlauf öffnen, an der Stelle, an der er zu sehen ist.`,
  find: 'Begriff suchen',
  found: (count) => plural(count, 'Begriff', 'Begriffe'),
  nothing: 'Kein Eintrag hat das im Namen oder im Text.',
  unknown: (term) => `Das Glossar hat keinen Eintrag „${term}“.`,
  rfc: 'Im Standard',
  other: 'Auf Englisch',
  otherLanguage: 'en',
  confusion: 'Oft verwechselt',
  show: 'Zeigen',
  showNamed: (name) => `Zeigen: ${name}`,
  open: 'Im Glossar',
};
