/** Lesson 2: names, sizes and times; what TLS 1.3 hid. */
import { utf8 } from '../../bytes/hex.ts';
import { presets } from '../../lab/presets.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { catalog } from '../catalog.ts';
import { eavesdropper as inGerman } from '../de/lessons/eavesdropper.ts';
import { eavesdropper } from '../en/lessons/eavesdropper.ts';
import { factsOf } from './facts.ts';
import { inTheClear } from './in-the-clear.ts';
import type { Lesson } from './model.ts';

const { tls12, tls13 } = presets;
const keyTypes = ['ecdsa', 'rsa', 'ed25519'] as const;
/** Labels of letters, digits and hyphens; the last one begins with a letter, so that it is no address. */
const hostName = /^(?=.{4,60}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export const lesson: Lesson = {
  words: catalog({ en: eavesdropper, de: inGerman }),
  parts: [
    {
      id: 'name',
      scenario: tls13,
      step: 'client_hello',
      tab: 'bytes',
      field: 'host_name',
      rows: ['client_hello', 'server_hello', 'application_data_1'],
      answer: (trace) => {
        const { request, host } = factsOf(trace);
        return inTheClear(trace, utf8(request)) ? 'page' : inTheClear(trace, utf8(host)) ? 'name' : 'size';
      },
      change: {
        initial: tls13.browser.serverName,
        solution: 'garden.example.org',
        apply: (scenario, name) =>
          hostName.test(name)
            ? applyPatch(scenario, {
                browser: {
                  serverName: name,
                  request: tls13.browser.request.replace(tls13.browser.serverName, () => name),
                },
                server: { names: [name, `www.${name}`] },
              })
            : undefined,
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          trace.scenario.browser.serverName !== tls13.browser.serverName &&
          inTheClear(trace, utf8(trace.scenario.browser.serverName)),
      },
    },
    {
      id: 'certificate',
      scenario: tls12,
      step: 'certificate',
      tab: 'bytes',
      answer: (trace) => (factsOf(trace).message('certificate')?.level === 'plaintext' ? 'reads' : 'size'),
      change: {
        options: ['tls12', 'tls13'],
        initial: 'tls12',
        solution: 'tls13',
        apply: (_, value) => (value === 'tls12' || value === 'tls13' ? presets[value] : undefined),
        done: (trace) =>
          trace.outcome.kind === 'completed' && factsOf(trace).message('certificate')?.level === 'handshake',
      },
      more: '#/compare?v=1',
    },
    {
      id: 'header',
      scenario: tls13,
      step: 'certificate',
      tab: 'bytes',
      field: 'TLSCiphertext',
      covers: 'run',
      rows: ['server_hello', 'encrypted_extensions', 'certificate', 'certificate_verify', 'finished'],
      answer: (trace) => {
        const type = factsOf(trace).message('certificate')?.records[0]?.outerType;
        return type === 23 ? 'application-data' : type === 22 ? 'handshake' : 'certificate';
      },
      change: {
        options: keyTypes,
        initial: 'ecdsa',
        solution: 'rsa',
        apply: (scenario, value) => {
          const keyType = keyTypes.find((type) => type === value);
          return keyType && applyPatch(scenario, { server: { keyType } });
        },
        done: (trace) =>
          trace.outcome.kind === 'completed' &&
          factsOf(trace).operation('sign', 'certificate_verify')?.algorithm.startsWith('ECDSA') === false,
      },
    },
    {
      id: 'sizes',
      scenario: tls13,
      step: 'application_data_1',
      tab: 'bytes',
      covers: 'run',
      rows: ['application_data_1', 'application_data_2'],
      answer: (trace) => {
        const run = factsOf(trace);
        const wire = run.bytes('application_data_1');
        const inside = run.inside('application_data_1');
        // What was encrypted is the text and one byte for its type; nothing rounds it.
        const encrypted = run.operation('seal', 'application_data_1')?.inputs[3]?.bytes.length;
        return wire === inside ? 'same' : encrypted === inside + 1 ? 'plus' : 'blocks';
      },
      change: {
        options: ['/cart', '/orders/2026', '/account/close-for-good'],
        initial: '/cart',
        solution: '/account/close-for-good',
        apply: (scenario, path) =>
          applyPatch(scenario, { browser: { request: tls13.browser.request.replace('/cart', () => path) } }),
        done: (trace) =>
          trace.outcome.kind === 'completed' && trace.scenario.browser.request !== tls13.browser.request,
      },
    },
    {
      id: 'notebook',
      scenario: tls13,
      step: 'application_data_2',
      tab: 'bytes',
      widget: 'notebook',
      answer: (trace) => {
        const { request, host } = factsOf(trace);
        return inTheClear(trace, utf8(request))
          ? 'page'
          : inTheClear(trace, utf8(host))
            ? 'visit'
            : 'nothing';
      },
      change: {
        options: ['0', '32', '512'],
        initial: '0',
        solution: '512',
        apply: (scenario, value) =>
          applyPatch(scenario, { browser: { padding: Number(value) }, server: { padding: Number(value) } }),
        done: (trace) => trace.outcome.kind === 'completed' && trace.scenario.server.padding > 0,
      },
    },
  ],
};
