/** The link of the Suites page: `s` suite, `q` search, then each facet that narrows the table. */
import { facetIds, facetValues } from '../../view/suites/facet-ids.ts';
import type { FacetId, Filters } from '../../view/suites/facet-ids.ts';
import { badValue, unknownParameter } from './page.ts';
import type { PageCodec } from './page.ts';
import { initialViews } from './pages.ts';

export interface SuitesView {
  /** The suite whose name is taken apart. */
  readonly suite: number;
  readonly query: string;
  readonly filters: Filters;
}

const initial = initialViews.suites;

export const suitesPage: PageCodec<SuitesView> = {
  write: ({ suite, query, filters }) => [
    ...(suite === initial.suite ? [] : ([['s', suite.toString(16).padStart(4, '0')]] as const)),
    ...(query === '' ? [] : ([['q', query]] as const)),
    ...facetIds.flatMap((id) => {
      const chosen = filters[id];
      return chosen === undefined ? [] : ([[id, chosen.join(',')]] as const);
    }),
  ],

  read: (parameters) => {
    let view = initial;
    for (const [name, value] of parameters) {
      if (name === 's') {
        if (!/^[0-9a-f]{4}$/.test(value)) return badValue(name, value);
        view = { ...view, suite: Number.parseInt(value, 16) };
      } else if (name === 'q') {
        if (value === '' || value.length > 100) return badValue(name, value);
        view = { ...view, query: value };
      } else if (isFacet(name)) {
        const chosen = value.split(',');
        const known: readonly string[] = facetValues[name];
        if (!chosen.every((one) => known.includes(one)) || new Set(chosen).size !== chosen.length)
          return badValue(name, value);
        view = { ...view, filters: { ...view.filters, [name]: chosen } };
      } else return unknownParameter(name, value);
    }
    return { view };
  },
};

function isFacet(name: string): name is FacetId {
  return Object.hasOwn(facetValues, name);
}
