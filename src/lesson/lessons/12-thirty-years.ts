/** Lesson 12: SSL 1.0 to RFC 9846, what broke each version, clients and servers of each era; what comes next. */
import { presets } from '../../lab/presets.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { catalog } from '../catalog.ts';
import { thirtyYears as thirtyYearsInGerman } from '../de/lessons/thirty-years.ts';
import { thirtyYears } from '../en/lessons/thirty-years.ts';
import { provenBy, recordVersion, sharesHybrid } from './evidence.ts';
import type { Lesson } from './model.ts';

const tls13 = 0x0304;
const tls12 = 0x0303;
const modern = presets.tls13.browser;
/** TLS_ECDHE_ECDSA_… and TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
const ecdhe = [0xc02b, 0xc02f];
const bothVersions = { versions: [tls13, tls12], suites: [...modern.suites, ...ecdhe] };
const today = applyPatch(presets.tls13, { browser: bothVersions, server: bothVersions });
const oldClient = presets['legacy-client'];
const oldServer = presets['legacy-server'];
const downgrade = presets['attack-downgrade'];
/** Versions by the number in their hellos. */
const eras = ['0300', '0301', '0302', '0303', '0304'] as const;
const certificates = ['tls13', 'rsa-certificate', 'post-quantum-certificate'] as const;

export const lesson: Lesson = {
  words: catalog({ en: thirtyYears, de: thirtyYearsInGerman }),
  parts: [
    {
      id: 'names',
      scenario: today,
      step: 'client_hello',
      tab: 'bytes',
      field: 'legacy_version',
      widget: 'timeline',
      answer: (trace) => recordVersion(trace).toString(16).padStart(4, '0'),
      change: {
        options: ['both', 'old'],
        initial: 'both',
        solution: 'old',
        apply: (scenario, value) =>
          value === 'old' ? applyPatch(scenario, { browser: { versions: [tls12] } }) : scenario,
        done: ({ outcome, negotiated }) => outcome.kind === 'completed' && negotiated.version === tls12,
      },
    },
    {
      id: 'old-clients',
      scenario: oldClient,
      step: 'client_hello',
      tab: 'bytes',
      covers: 'run',
      answer: ({ outcome }) =>
        outcome.kind === 'completed' ? 'agrees' : outcome.kind === 'failed' ? 'alert' : 'silence',
      change: {
        options: eras,
        initial: '0301',
        solution: '0303',
        apply: (scenario, value) => {
          const version = Number.parseInt(value, 16);
          if (version === tls13) return applyPatch(scenario, { browser: { ...modern, versions: [tls13] } });
          const { groups } = presets.tls12.server;
          return applyPatch(scenario, {
            browser: { versions: [version], ...(version === tls12 && { suites: ecdhe, groups }) },
          });
        },
        done: ({ outcome, negotiated }) => outcome.kind === 'completed' && negotiated.version === tls12,
      },
    },
    {
      id: 'old-servers',
      scenario: oldServer,
      step: 'server_hello',
      tab: 'checks',
      covers: 'run',
      answer: ({ outcome }) => (outcome.kind === 'failed' ? outcome.noticedBy : 'nobody'),
      change: {
        options: ['0300', '0301', '0302', '0303'],
        initial: '0301',
        solution: '0303',
        apply: (scenario, value) => {
          const version = Number.parseInt(value, 16);
          return applyPatch(scenario, {
            server: { versions: [version], ...(version === tls12 && { suites: ecdhe }) },
          });
        },
        done: ({ outcome }) => outcome.kind === 'completed',
      },
    },
    {
      id: 'downgrade',
      scenario: downgrade,
      step: 'server_hello',
      tab: 'bytes',
      covers: 'run',
      field: 'ServerHello.random',
      answer: ({ outcome, steps }) => {
        if (outcome.kind !== 'failed') return 'agree';
        return outcome.noticedBy === 'browser' && steps[outcome.step]?.id === 'server_hello'
          ? 'browser'
          : 'finished';
      },
      change: {
        options: ['hides', 'absent'],
        initial: 'hides',
        solution: 'absent',
        apply: (scenario, value) => (value === 'absent' ? { ...scenario, network: [] } : scenario),
        done: ({ outcome, negotiated }) => outcome.kind === 'completed' && negotiated.version === tls13,
      },
      more: '#/attack?v=1&s=attack-downgrade',
    },
    {
      id: 'post-quantum',
      scenario: presets.tls13,
      step: 'verify_signature',
      tab: 'crypto',
      operation: 'verify',
      rows: ['server_hello', 'certificate', 'validate_chain', 'certificate_verify', 'verify_signature'],
      answer: (trace) => {
        const exchange = !sharesHybrid(trace);
        const proofs = provenBy(trace).some((algorithm) => !algorithm.startsWith('ML-DSA'));
        return exchange ? (proofs ? 'both' : 'exchange') : proofs ? 'signatures' : 'nothing';
      },
      change: {
        options: certificates,
        initial: 'tls13',
        solution: 'post-quantum-certificate',
        apply: (_, value) => {
          const id = certificates.find((one) => one === value);
          return id && presets[id];
        },
        done: (trace) =>
          trace.outcome.kind === 'completed' && provenBy(trace)[0]?.startsWith('ML-DSA') === true,
      },
    },
  ],
};
