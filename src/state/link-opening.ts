/** What the page opens with when its address is a whole link. */
import { presets } from '../lab/presets.ts';
import { scenarioOf } from './address.ts';
import { frameOf, parseLink, type ParsedLink } from './link.ts';
import type { Opening } from './opening.ts';
import { initialViews } from './pages/pages.ts';

export function openingOf(fragment: string): Opening {
  return { presets, ...frameOf(fragment), ...viewsOf(parseLink(fragment, presets)) };
}

function viewsOf(link: ParsedLink): Pick<Opening, 'start' | 'page' | 'views' | 'linkProblem'> {
  switch (link.kind) {
    case 'none':
      return { start: {}, page: 'start' };
    case 'view':
      return { start: link.view, page: link.page };
    case 'page': {
      // A page that shows a run starts with the scenario of its link.
      const scenario = scenarioOf(link.view);
      const views = { ...initialViews, [link.page]: link.view };
      return { start: scenario ? { scenario } : {}, page: link.page, views };
    }
    case 'problem':
      return { start: {}, linkProblem: link.problem };
  }
}
