/** Lesson 10: the server asks for a certificate; mutual TLS passing and failing; when it is worth it. */
import { clientCertificateKinds } from '../../lab/certificate-faults.ts';
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import type { Trace } from '../../lab/trace.ts';
import { catalog } from '../catalog.ts';
import { asksBack as asksBackInGerman } from '../de/lessons/asks-back.ts';
import { asksBack } from '../en/lessons/asks-back.ts';
import { endingOf, readable } from './evidence.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './model.ts';

const mutual = presets['client-certificate'];
const optional = presets['client-certificate-none'];

export const lesson: Lesson = {
  words: catalog({ en: asksBack, de: asksBackInGerman }),
  parts: [
    {
      id: 'request',
      scenario: mutual,
      step: 'certificate_request',
      tab: 'bytes',
      answer: (trace) => {
        const shown = trace.steps.find(({ id }) => id === 'client_certificate');
        if (shown === undefined) return 'nothing';
        return shown.serverAuthenticated ? 'verified' : 'nothing';
      },
      change: {
        options: ['client-certificate', 'post-handshake-auth'],
        initial: 'client-certificate',
        solution: 'post-handshake-auth',
        apply: (_, value) =>
          value === 'client-certificate' || value === 'post-handshake-auth' ? presets[value] : undefined,
        done: (trace) => {
          const { number } = factsOf(trace);
          return (
            trace.outcome.kind === 'completed' && number('certificate_request') > number('application_data_1')
          );
        },
      },
    },
    {
      id: 'side-by-side',
      scenario: mutual,
      step: 'client_certificate',
      tab: 'certificates',
      rows: ['certificate', 'certificate_verify', 'client_certificate', 'client_certificate_verify'],
      answer: (trace) => {
        const uses = usesOfClientKey(trace);
        return uses.length > 0 && uses.every((name) => name === 'sign') ? 'sign' : 'encrypt';
      },
      change: {
        options: ['client-certificate', 'tls12-client-certificate'],
        initial: 'client-certificate',
        solution: 'tls12-client-certificate',
        apply: (_, value) =>
          value === 'client-certificate' || value === 'tls12-client-certificate' ? presets[value] : undefined,
        done: (trace) => trace.outcome.kind === 'completed' && readable(trace, 'client_certificate'),
      },
    },
    {
      id: 'trust-list',
      scenario: mutual,
      step: 'validate_client_chain',
      otherwise: 'client_certificate',
      tab: 'checks',
      answer: ({ scenario, trust }) => {
        const listed = new Set<string>(trust?.server.store.map(({ id }) => id));
        const both = scenario.browser.roots.filter((id) => listed.has(id));
        return both.length === 0 ? 'none' : both.length === 1 ? 'one' : 'all';
      },
      change: {
        options: clientCertificateKinds,
        initial: 'valid',
        solution: 'unknown-issuer',
        apply: (scenario, value) => showing(scenario, value),
        done: (trace) => endingOf(trace)?.alert === 'unknown_ca' && endingOf(trace)?.by === 'server',
      },
      more: '#/trust?v=1&s=client-certificate',
    },
    {
      id: 'ask-or-insist',
      scenario: optional,
      step: 'client_certificate',
      tab: 'bytes',
      covers: 'run',
      answer: (trace) => {
        const step = trace.steps.find(({ id }) => id === 'client_certificate');
        if (step?.kind !== 'message') return 'nothing';
        return step.certificates.length === 0 ? 'empty' : 'certificate';
      },
      change: {
        options: ['request', 'require'],
        initial: 'request',
        solution: 'require',
        apply: (scenario, value) =>
          value === 'request' || value === 'require'
            ? applyPatch(scenario, { server: { clientAuth: value } })
            : undefined,
        done: (trace) => endingOf(trace)?.alert === 'certificate_required',
      },
    },
    {
      id: 'worth-it',
      scenario: mutual,
      step: 'verify_client_signature',
      otherwise: 'validate_client_chain',
      tab: 'crypto',
      operation: 'verify',
      answer: (trace) => {
        const check = factsOf(trace).operation('verify', 'verify_client_signature');
        return check?.verdict === false ? 'nothing' : 'key';
      },
      change: {
        options: ['valid', 'revoked'],
        initial: 'valid',
        solution: 'revoked',
        apply: (scenario, value) => showing(scenario, value),
        done: (trace) => endingOf(trace)?.alert === 'certificate_revoked',
      },
    },
  ],
};

/** What the browser does with the key of its certificate. */
function usesOfClientKey({ steps }: Trace): readonly string[] {
  return steps
    .flatMap(({ operations }) => operations)
    .filter(({ inputs }) => inputs.some(({ name }) => name === 'client_signing_key'))
    .map(({ name }) => name);
}

function showing(scenario: Scenario, value: string): Scenario | undefined {
  const kind = clientCertificateKinds.find((one) => one === value);
  return kind && applyPatch(scenario, { browser: { clientCertificate: kind } });
}
