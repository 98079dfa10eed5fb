/** The thin binding between the store and React. */
import { createContext, use, useContext } from 'react';
import { useStore } from 'zustand';
import type { Catalog, Language } from '../lesson/catalog.ts';
import { loadLanguage } from '../lesson/load-language.ts';
import type { OtherPage, PageViews } from '../state/pages/pages.ts';
import type { Actions, LabState, LabStore } from '../state/store.ts';

export const LabContext = createContext<LabStore | undefined>(undefined);

/** One slice of the state; the component draws again only when the slice is another value (Object.is). */
export function useLab<Slice>(selector: (state: LabState) => Slice): Slice {
  return useStore(useLabStore(), selector);
}

/** What a page other than the Lab shows: its part of the link. @public */
export function usePageView<Page extends OtherPage>(page: Page): PageViews[Page] {
  return useLab((state) => state.views[page]);
}

/** The same object for the life of the page. */
export function useActions(): Actions {
  return useLab((state) => state.actions);
}

/** The store itself, for handlers that read the newest state without drawing on it. */
export function useLabStore(): LabStore {
  const store = useContext(LabContext);
  if (!store) throw new Error('useLab outside of LabContext');
  return store;
}

/** The words of one area in the language of the page; who is drawn before they are there waits for them. */
export function useWords<Words>(catalog: Catalog<Words>): Words {
  const language = useLanguage();
  // A component that waited is drawn again as if it waited still, so this is asked when the words are there, too.
  if (catalog.follows?.(language)) use(loadLanguage(language));
  return catalog[language];
}

export function useLanguage(): Language {
  return useLab((state) => state.language);
}
