import type { Engine } from './engine.ts';
import { waitFor } from './engine.ts';

/** One thing that must work in every engine; it throws when it does not. */
export interface Leg {
  readonly name: string;
  readonly run: (engine: Engine, url: string) => Promise<void>;
}

/** The main journey, leg by leg; each leg goes on where the one before it ended. */
export const journey: readonly Leg[] = [
  {
    name: 'the page loads in a secure context',
    run: async (engine, url) => {
      await engine.open(url);
      await waitFor(engine, `isSecureContext && document.querySelector('main') !== null`);
    },
  },
];
