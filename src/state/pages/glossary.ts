/** The link of the glossary: `term` the entry that is shown, `q` what is looked for. */
import { badValue, type PageCodec, unknownParameter } from './page.ts';
import { initialViews } from './pages.ts';

export interface GlossaryView {
  /** Id of an entry; '': none. */
  readonly term: string;
  readonly query: string;
}

const initial = initialViews.glossary;

export const glossaryPage: PageCodec<GlossaryView> = {
  write: ({ term, query }) => [
    ...(term === '' ? [] : ([['term', term]] as const)),
    ...(query === '' ? [] : ([['q', query]] as const)),
  ],
  read: (parameters) => {
    let view = initial;
    for (const [name, value] of parameters) {
      if (name === 'term') {
        if (!/^[a-z0-9-]{1,40}$/.test(value)) return badValue(name, value);
        view = { ...view, term: value };
      } else if (name === 'q') {
        if (value.length > 100) return badValue(name, value);
        view = { ...view, query: value };
      } else return unknownParameter(name, value);
    }
    return { view };
  },
};
