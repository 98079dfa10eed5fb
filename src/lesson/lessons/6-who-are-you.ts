/** Lesson 6: the server certificate field by field, what proves ownership, and what it does not promise. */
import { presets } from '../../lab/presets.ts';
import type { Scenario } from '../../lab/scenario.ts';
import { applyPatch } from '../../lab/scenario-patch.ts';
import { dnsNameMatches } from '../../x509/names/dns.ts';
import { catalog } from '../catalog.ts';
import { whoAreYou as german } from '../de/lessons/who-are-you.ts';
import { whoAreYou } from '../en/lessons/who-are-you.ts';
import { factsOf } from './facts.ts';
import type { Lesson } from './model.ts';

const { tls13, tls12 } = presets;

/** First and last day of the certificate, counted from today. */
const lifetimes: Readonly<Record<string, readonly [number, number]>> = {
  90: [-53, 37],
  47: [-20, 27],
  6: [-2, 4],
};

/** Names that the learner holds against the certificate, by the keys of the choices. */
const asked = { bare: 'shop.example', one: 'www.shop.example', two: 'cart.eu.shop.example' };

/** domain-validated, CA/Browser Forum. */
const domainValidated = '2.23.140.1.2.1';

export const lesson: Lesson = {
  words: catalog({ en: whoAreYou, de: german }),
  parts: [
    {
      id: 'fields',
      scenario: tls13,
      step: 'certificate',
      tab: 'certificates',
      rows: ['certificate', 'validate_chain'],
      answer: (trace) => {
        const { fields } = factsOf(trace).chain.leaf;
        const shown = { serial: 'serialNumber', key: 'subjectPublicKeyInfo', signature: 'signatureValue' };
        return Object.entries(shown).find(([, field]) => !fields.has(field))?.[0] ?? 'fingerprint';
      },
      change: {
        options: ['90', '47', '6'],
        initial: '90',
        solution: '6',
        apply: (scenario, days) => {
          const validity = lifetimes[days];
          return validity && applyPatch(scenario, { server: { validity } });
        },
        done: (trace) => trace.outcome.kind === 'completed' && factsOf(trace).chain.leaf.days !== 90,
      },
    },
    {
      id: 'names',
      scenario: applyPatch(tls13, { server: { names: ['shop.example', '*.shop.example'] } }),
      step: 'validate_chain',
      tab: 'checks',
      rows: ['certificate', 'validate_chain'],
      answer: (trace) => {
        const { names } = factsOf(trace).chain.leaf;
        const isCovered = (name: string): boolean => names.some((pattern) => dnsNameMatches(name, pattern));
        return Object.entries(asked).find(([, name]) => !isCovered(name))?.[0] ?? 'none';
      },
      change: {
        initial: 'shop.example',
        solution: asked.two,
        apply: asking,
        done: (trace) =>
          factsOf(trace).end.code === 'name-mismatch' && hostOf(trace).endsWith('.shop.example'),
      },
    },
    {
      id: 'ownership',
      scenario: tls13,
      step: 'verify_signature',
      tab: 'crypto',
      operation: ['verify', 'sign'],
      rows: ['certificate', 'validate_chain', 'certificate_verify', 'verify_signature'],
      answer: (trace) =>
        factsOf(trace).operation('sign', 'certificate_verify')?.inputs[0]?.secrecy === 'secret'
          ? 'key'
          : 'nothing',
      change: {
        options: ['holder', 'copy'],
        initial: 'holder',
        solution: 'copy',
        apply: (scenario, who) =>
          applyPatch(scenario, { server: { faults: who === 'copy' ? ['other-key'] : [] } }),
        done: (trace) => factsOf(trace).end.code === 'bad-certificate-verify',
      },
      more: '#/attack?v=1&s=attack-other-key',
    },
    {
      id: 'any-version',
      scenario: applyPatch(tls12, {
        server: {
          versions: tls12.browser.versions,
          suites: tls12.browser.suites,
          groups: tls13.server.groups,
        },
      }),
      step: 'certificate',
      tab: 'certificates',
      rows: ['client_hello', 'server_hello', 'certificate'],
      answer: (trace) => {
        const { fields } = factsOf(trace).chain.leaf;
        return [...fields].some((name) => /tls|ssl|protocol/i.test(name)) ? 'some' : 'none';
      },
      change: {
        options: ['0304', '0303'],
        initial: '0304',
        solution: '0303',
        apply: (scenario, version) =>
          applyPatch(scenario, {
            server: {
              versions: version === '0303' ? tls12.server.versions : scenario.server.versions,
            },
          }),
        done: (trace) => trace.outcome.kind === 'completed' && trace.negotiated.version === 0x0303,
      },
      more: '#/suites',
    },
    {
      id: 'look-alike',
      scenario: presets['attack-look-alike'],
      step: 'validate_chain',
      tab: 'checks',
      rows: ['certificate', 'validate_chain', 'verify_signature'],
      answer: (trace) => {
        const { trusted, leaf } = factsOf(trace).chain;
        return trusted && leaf.policies.includes(domainValidated) ? 'control' : 'refused';
      },
      change: {
        initial: 'sh0p.example',
        solution: 'shop.exarnple',
        apply: (scenario, name) => {
          const asks = asking(scenario, name);
          const host = asks?.browser.serverName;
          return asks && host !== undefined
            ? applyPatch(asks, { server: { names: [host, `www.${host}`] } })
            : undefined;
        },
        done: (trace) =>
          trace.outcome.kind === 'completed' && !['shop.example', 'sh0p.example'].includes(hostOf(trace)),
      },
      more: '#/attack?v=1&s=attack-look-alike',
    },
  ],
};

/** The browser goes to that host; undefined where the text is no name of one. */
function asking(scenario: Scenario, text: string): Scenario | undefined {
  const name = text.trim().toLowerCase();
  if (name.length > 100 || !/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(name))
    return undefined;
  const request = tls13.browser.request.replace('shop.example', name);
  return applyPatch(scenario, { browser: { serverName: name, request } });
}

function hostOf({ scenario }: Parameters<typeof factsOf>[0]): string {
  return scenario.browser.serverName;
}
