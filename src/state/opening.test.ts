import { expect, test } from 'vitest';
import { presets } from '../lab/presets.ts';
import { openingOf } from './link-opening.ts';
import { readAddress } from './opening.ts';
import { initialViews } from './pages/pages.ts';
import { createLab } from './store.ts';

const runScenario = (): Promise<never> => Promise.reject(new Error('nothing runs here'));

/** What a store shows that is made for this address. */
const shown = (opening: Awaited<ReturnType<typeof readAddress>>) => {
  const { actions: _, ...state } = createLab({ ...opening, runScenario }).getState();
  return state;
};

test.each(['', '#', '#/', '#/lab'])('%j opens without the link codec as with it', async (fragment) => {
  expect(shown(await readAddress(fragment))).toEqual(shown(openingOf(fragment)));
});

test('a link opens what it names', async () => {
  const { scenario, step } = shown(await readAddress('#/lab?v=1&s=expired&step=3'));
  expect({ scenario, step }).toEqual({ scenario: presets.expired, step: 2 });
});

test('a page that shows a run opens with the scenario of its link', async () => {
  const { scenario, page, views } = shown(await readAddress('#/trust?v=1&s=expired&chain=client'));
  expect({ scenario, page }).toEqual({ scenario: presets.expired, page: 'trust' });
  expect(views).toEqual({ ...initialViews, trust: { ...views.trust, chain: 'client' } });
});

test('a link that cannot be read says why', async () => {
  const { linkProblem, page } = shown(await readAddress('#/suites?v=1&s=nonsense'));
  expect({ linkProblem, page }).toMatchObject({ linkProblem: { parameter: 's' }, page: 'suites' });
});

test('presets that load late run as those at hand', async () => {
  const ran: string[] = [];
  const lab = createLab({
    start: {},
    presets: () => Promise.resolve(presets),
    runScenario: ({ preset }) => {
      ran.push(preset);
      return Promise.reject(new Error('no trace'));
    },
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  await settled();
  lab.getState().actions.setScenario('expired');
  await settled();
  expect(ran).toEqual(['tls13', 'expired']);
  expect(lab.getState().scenario).toBe(presets.expired);
});
