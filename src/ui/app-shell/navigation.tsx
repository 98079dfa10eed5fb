import type { MouseEvent } from 'react';
import ChevronDown from 'lucide-react/icons/chevron-down';
import { labWords } from '../../lesson/lab.ts';
import { sectionOf, sections } from '../../state/pages/pages.ts';
import type { ExistingPage } from '../../state/pages/pages.ts';
import { Button } from '../primitives/button.tsx';
import { Menu } from '../primitives/menu.tsx';
import type { MenuSection } from '../primitives/menu.tsx';
import { Segmented } from '../primitives/segmented.tsx';
import { useActions, useLab, useWords } from '../use-lab.ts';
import styles from './navigation.module.css';

/** The sections of the site, as links. */
export function Navigation() {
  const { top } = useWords(labWords);
  const page = useLab((state) => state.page);
  const { openPage } = useActions();
  const current = sectionOf(page);

  const follow = (event: MouseEvent, target: ExistingPage): void => {
    // A new tab or window is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openPage(target);
  };

  return (
    <nav aria-label={top.navigation} className={styles.navigation}>
      {sections.map(({ id, pages: [first] }) => (
        <a
          key={id}
          href={`#/${first}`}
          aria-current={current?.id === id ? (first === page ? 'page' : 'true') : undefined}
          onClick={(event) => follow(event, first)}
        >
          {top.sections[id]}
        </a>
      ))}
    </nav>
  );
}

/** The views of the current section, where it has more than one. `compact`: as a menu, beside the Lab's own controls. */
export function SubViews({ compact }: { readonly compact: boolean }) {
  const { top } = useWords(labWords);
  const page = useLab((state) => state.page);
  const { openPage } = useActions();
  const section = sectionOf(page);
  if (section === undefined || section.pages.length < 2) return null;
  const label = top.views(top.sections[section.id]);
  if (!compact)
    return (
      <Segmented
        label={label}
        segments={section.pages.map((id) => ({ id, label: top.pages[id] }))}
        selected={page}
        onSelect={openPage}
        className={styles.views}
      />
    );
  return (
    <span className={styles.compact}>
      <Menu
        label={label}
        align="start"
        narrow
        sections={[
          {
            items: section.pages.map((id) => ({
              id,
              label: top.pages[id],
              checked: id === page,
              onSelect: () => openPage(id),
            })),
          },
        ]}
        renderTrigger={(props) => (
          <Button
            variant="bar"
            iconAfter={ChevronDown}
            aria-label={`${label}: ${top.pages[page]}`}
            {...props}
          >
            {top.pages[page]}
          </Button>
        )}
      />
    </span>
  );
}

/** Every page, for the menus of narrow screens. */
export function usePageSections(): readonly MenuSection[] {
  const { top } = useWords(labWords);
  const page = useLab((state) => state.page);
  const { openPage } = useActions();
  const item = (id: ExistingPage, label: string) => ({
    id,
    label,
    checked: id === page,
    onSelect: () => openPage(id),
  });
  const single = sections.filter(({ pages }) => pages.length === 1);
  const several = sections.filter(({ pages }) => pages.length > 1);
  return [
    ...several.map(({ id, pages }) => ({
      label: top.sections[id],
      items: pages.map((page) => item(page, top.pages[page])),
    })),
    ...(single.length === 0
      ? []
      : [{ items: single.map(({ id, pages }) => item(pages[0], top.sections[id])) }]),
  ];
}
