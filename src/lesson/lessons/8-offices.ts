/** Lesson 8: the offices behind a certificate, each at its desk; revocation, who asks about it, and the root that falls. */
import { presets } from '../../lab/presets.ts';
import type { AnchorId } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { catalog } from '../catalog.ts';
import { officeDesks as germanDesks, offices as german } from '../de/lessons/offices.ts';
import { officeDesks, offices } from '../en/lessons/offices.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './model.ts';

const rows = ['certificate', 'validate_chain'];
const modes = ['off', 'soft-fail'] as const;

/** What an applicant may want to have in the certificate, by the keys of the choices. */
const wishes = { names: 'names', cA: 'cA', usage: 'extKeyUsage', lifetime: 'notAfter' };

export const lesson: Lesson = {
  words: catalog({ en: offices, de: german }),
  deskWords: catalog({ en: officeDesks, de: germanDesks }),
  parts: [
    {
      id: 'registration',
      offices: {
        desk: 'applicant',
        answer: ({ names, proved }) =>
          proved.length === names.length ? 'all' : proved.length === 0 ? 'none' : 'some',
        done: ({ since }) =>
          since.checked?.report?.possession === true &&
          since.checked.report.names.some(({ proved }) => !proved),
      },
    },
    {
      id: 'signature',
      offices: {
        desk: 'certification',
        answer: ({ wish }) =>
          Object.entries(wishes).find(([, field]) => !Object.hasOwn(wish, field))?.[0] ?? 'nothing',
        done: ({ since }) => since.signed.some(({ entry }) => entry.published),
      },
    },
    {
      id: 'revocation',
      offices: {
        desk: 'validation',
        answer: ({ revoked }) =>
          revoked.every(({ notAfter, entry }) => notAfter > (entry.revoked?.at ?? 0)) ? 'nothing' : 'dates',
        done: ({ since }) => since.revoked.length > 0,
      },
      more: '#/workshop',
    },
    {
      id: 'asking',
      scenario: applyPatch(presets.revoked, { browser: { revocation: 'off' } }),
      step: 'validate_chain',
      tab: 'checks',
      rows,
      answer: (trace) => {
        const step = trace.steps.find(({ id }) => id === 'validate_chain');
        const check =
          step?.kind === 'local' ? step.path?.checks.find(({ id }) => id === 'revocation') : undefined;
        // It decides either way, by what it looked up or did not.
        return check?.code === 'not-asked' || check?.code === 'revoked' ? 'list' : 'certificate';
      },
      change: {
        options: modes,
        initial: 'off',
        solution: 'soft-fail',
        apply: (scenario, value) => {
          const revocation = modes.find((mode) => mode === value);
          return revocation && applyPatch(scenario, { browser: { revocation } });
        },
        done: (trace) => factsOf(trace).end.code === 'revoked',
      },
    },
    {
      id: 'root-falls',
      scenario: presets.tls13,
      step: 'validate_chain',
      tab: 'graph',
      rows,
      answer: (trace) => {
        const { path, anchor } = factsOf(trace).chain;
        // Each is signed by the next, and the last of them by the root.
        const below = path.filter(({ name }) => name !== anchor);
        return below.every(({ issuer }, at) => issuer === (below[at + 1]?.name ?? anchor)) ? 'all' : 'one';
      },
      change: {
        options: ['none', 'meridian', 'lakeside'],
        initial: 'none',
        solution: 'lakeside',
        apply: (scenario, fallen) =>
          applyPatch(scenario, { browser: { compromised: fallen === 'none' ? [] : [fallen as AnchorId] } }),
        done: (trace) => factsOf(trace).end.code === 'distrusted',
      },
      more: '#/trust?v=1&s=root-compromised',
    },
  ],
};
