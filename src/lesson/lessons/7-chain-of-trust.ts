/** Lesson 7: root, intermediate and leaf; the store; the missing intermediate, found and fixed. */
import { presets } from '../../lab/presets.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import type { ChainItem, RootId } from '../../lab/scenario.ts';
import { catalog } from '../catalog.ts';
import { chainOfTrust as german } from '../de/lessons/chain-of-trust.ts';
import { chainOfTrust } from '../en/lessons/chain-of-trust.ts';
import { keysThatSign, rootNames } from './evidence.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './model.ts';

const rows = ['certificate', 'validate_chain'];

/** What the server of the third part can be told to send. */
const orders: Readonly<Record<string, readonly ChainItem[]>> = {
  leaf: ['leaf'],
  'leaf-root': ['leaf', 'root'],
  'leaf-intermediate': ['leaf', 'intermediate'],
};

/** Browsers that get the same incomplete chain. */
const browsers = {
  cached: { cached: ['intermediate'], aia: false },
  fetching: { cached: [], aia: true },
  fresh: { cached: [], aia: false },
} as const;

export const lesson: Lesson = {
  words: catalog({ en: chainOfTrust, de: german }),
  parts: [
    {
      id: 'links',
      scenario: presets.tls13,
      step: 'validate_chain',
      tab: 'graph',
      rows: [...rows, 'certificate_verify'],
      answer: (trace) =>
        keysThatSign(trace).every((name) => name === 'server_signing_key') ? 'leaf' : 'intermediate',
      change: {
        options: ['lakeside', 'meridian', 'harbour'],
        initial: 'lakeside',
        solution: 'meridian',
        apply: (scenario, issuer) => applyPatch(scenario, { server: { issuer: issuer as RootId } }),
        done: (trace) => factsOf(trace).chain.trusted && trace.scenario.server.issuer !== 'lakeside',
      },
    },
    {
      id: 'store',
      scenario: presets.tls13,
      step: 'validate_chain',
      tab: 'graph',
      rows,
      answer: (trace) => {
        const { path, trusted } = factsOf(trace).chain;
        // Its end in the store is the only one: without it nothing is left.
        return !trusted || path.filter(({ from }) => from === 'store').length === 1 ? 'refuses' : 'connects';
      },
      change: {
        options: ['none', 'meridian', 'lakeside'],
        initial: 'none',
        solution: 'lakeside',
        apply: (scenario, off) =>
          applyPatch(scenario, {
            browser: { roots: scenario.browser.roots.filter((root) => root !== off) },
          }),
        done: (trace) => factsOf(trace).end.code === 'root-not-trusted',
      },
    },
    {
      id: 'missing',
      scenario: presets['missing-intermediate'],
      step: 'validate_chain',
      tab: 'graph',
      rows,
      answer: (trace) => {
        // Without an intermediate a root helps only where it is the issuer itself.
        const issuer = factsOf(trace).chain.leaf.issuer;
        return rootNames(trace, 'browser').includes(issuer) ? 'connects' : 'refuses';
      },
      change: {
        options: Object.keys(orders),
        initial: 'leaf',
        solution: 'leaf-intermediate',
        apply: (scenario, order) => {
          const sends = orders[order];
          return sends && applyPatch(scenario, { server: { sends } });
        },
        done: (trace) => factsOf(trace).end.completed,
      },
      more: '#/trust?v=1&s=missing-intermediate',
    },
    {
      id: 'colleague',
      scenario: presets['intermediate-cached'],
      step: 'validate_chain',
      tab: 'graph',
      rows,
      answer: (trace) => (factsOf(trace).chain.path[1]?.from === 'sent' ? 'page' : 'error'),
      change: {
        options: Object.keys(browsers),
        initial: 'cached',
        solution: 'fetching',
        apply: (scenario, which) =>
          which === 'cached' || which === 'fetching' || which === 'fresh'
            ? applyPatch(scenario, { browser: browsers[which] })
            : undefined,
        done: (trace) => factsOf(trace).chain.path[1]?.from === 'fetched',
      },
    },
    {
      id: 'own-root',
      scenario: presets['untrusted-root-sent'],
      step: 'validate_chain',
      tab: 'graph',
      rows,
      answer: (trace) => {
        const { path } = factsOf(trace).chain;
        const lacking = factsOf(trace).end.code === 'root-not-trusted';
        return lacking || path.at(-1)?.from === 'store' ? 'store' : 'sent';
      },
      change: {
        options: ['as-shipped', 'installed'],
        initial: 'as-shipped',
        solution: 'installed',
        apply: (scenario, store) =>
          applyPatch(scenario, {
            browser: {
              roots: store === 'installed' ? [...scenario.browser.roots, 'own'] : scenario.browser.roots,
            },
          }),
        done: (trace) => factsOf(trace).chain.trusted,
      },
    },
  ],
};
