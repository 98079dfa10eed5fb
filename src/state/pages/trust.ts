/**
 * The link of the Trust page: the scenario whose chain is judged, whose chain it is, and the client that is
 * drawn.
 *
 *     #/trust?v=1&s=missing-intermediate&server.sends=leaf&client=firefox
 */
import { type ClientId, clients } from '../../lab/clients/clients.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { readScenario, writeScenario } from '../link-scenario.ts';
import { badValue, type PageCodec, unknownParameter } from './page.ts';
import { initialViews } from './pages.ts';

export interface TrustView {
  /** What the link asks for; the scenario on screen is the store's. */
  readonly scenario: Scenario | undefined;
  /** Whose chain: the server's, judged by the browser, or the other way round. */
  readonly chain: 'server' | 'client';
  /** Absent: the first browser that stops where the run does. */
  readonly client: ClientId | undefined;
}

export const trustPage: PageCodec<TrustView> = {
  write: ({ scenario, chain, client }, presets) => [
    ...(scenario ? writeScenario(scenario, presets) : []),
    ...(chain === 'server' ? [] : [['chain', chain] as const]),
    ...(client === undefined ? [] : [['client', client] as const]),
  ],
  read: (parameters, presets) => {
    const read = readScenario(parameters, presets);
    if ('problem' in read) return read;
    let view: TrustView = { ...initialViews.trust, scenario: read.scenario };
    for (const [name, value] of read.rest) {
      if (name === 'chain') {
        if (value !== 'server' && value !== 'client') return badValue(name, value);
        view = { ...view, chain: value };
      } else if (name === 'client') {
        const client = clients.find(({ id }) => id === value);
        if (client === undefined) return badValue(name, value);
        view = { ...view, client: client.id };
      } else return unknownParameter(name, value);
    }
    return { view };
  },
};
