/** From every step of every scenario a part of a lesson is reached, and it is about that step. */
import { beforeAll, expect, it } from 'vitest';
import type { Trace } from '../../lab/trace.ts';
import { runAll } from '../testing/runs.ts';
import { lessonAbout } from './about-step.ts';
import { lessonParts, lessonSlugs } from './lessons.ts';

let traces: ReadonlyMap<string, Trace>;
beforeAll(async () => {
  traces = await runAll();
}, 120_000);

function partOf(preset: string, id: string): string | undefined {
  const step = traces.get(preset)?.steps.find((one) => one.id === id);
  if (!step) throw new Error(`${preset} has no step ${id}`);
  const about = lessonAbout(step);
  const slug = about && lessonSlugs[about.lesson - 1];
  return slug && `${slug}/${lessonParts[slug][about.part - 1] ?? 'none'}`;
}

it('leads from every step to a part that there is', () => {
  const lost = new Set<string>();
  for (const trace of traces.values())
    for (const step of trace.steps) {
      const about = lessonAbout(step);
      const slug = about && lessonSlugs[about.lesson - 1];
      if (!slug || lessonParts[slug][about.part - 1] === undefined)
        lost.add(step.kind === 'message' ? step.message : step.work);
    }
  expect([...lost]).toEqual([]);
});

it.each([
  ['tls13', 'client_hello', 'eavesdropper/name'],
  ['tls13', 'server_hello', 'two-halves/hybrid'],
  ['hello-retry-request', 'server_hello', 'two-halves/x25519'],
  ['tls12', 'server_hello', 'suite-names/choice'],
  ['tls12', 'server_key_exchange', 'two-halves/whose'],
  ['tls12', 'client_key_exchange', 'two-halves/small'],
  ['tls12-rsa-key-exchange', 'client_key_exchange', 'envelope/inside'],
  ['tls12-rsa-key-exchange', 'decrypt_premaster_secret', 'envelope/proof'],
  ['tls13', 'validate_chain', 'chain-of-trust/links'],
  ['missing-intermediate', 'validate_chain', 'chain-of-trust/missing'],
  ['wrong-host', 'validate_chain', 'who-are-you/names'],
  ['root-compromised', 'validate_chain', 'offices/root-falls'],
  ['attack-downgrade', 'server_hello', 'nobody-changed/downgrade'],
  ['attack-server-random', 'encrypted_extensions', 'nobody-changed/transcript'],
  ['tls13', 'close_notify', 'nobody-changed/records'],
  ['missing-intermediate', 'alert', 'chain-of-trust/missing'],
  ['wrong-host', 'alert', 'who-are-you/names'],
  ['revoked', 'alert', 'offices/asking'],
  ['no-common-suite', 'alert', 'two-versions/vanished'],
  ['legacy-client', 'alert', 'thirty-years/old-clients'],
  ['client-certificate-unknown-issuer', 'alert', 'asks-back/trust-list'],
  ['client-certificate-required', 'alert', 'asks-back/ask-or-insist'],
])('of %s, %s is explained by %s', (preset, id, part) => {
  expect(partOf(preset, id)).toBe(part);
});
