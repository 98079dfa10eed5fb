import { describe, expect, it } from 'vitest';
import { adviceCommands } from '../lesson/advice-commands.ts';
import { adviceWords, type AdviceFacts } from '../lesson/advice.ts';
import { languages } from '../lesson/catalog.ts';
import { loadLanguage } from '../lesson/load-language.ts';
import { failureCodes, type FailureCode } from '../x509/path/codes.ts';
import { adviceFor } from './advice.ts';
import { runPreset } from './testing/runs.ts';

await loadLanguage('de');

const codes = Object.keys(failureCodes) as FailureCode[];
const words = adviceWords.en;
const places = ['leaf', 'authority', 'root'] as const;
const facts = (place: AdviceFacts['place']): AdviceFacts => ({
  host: 'shop.example',
  names: ['www.shop.example'],
  subject: 'Some CA',
  place,
});

/** What no server's configuration can mend: the client's clock or store, or what the authority publishes. */
const notAtTheServer: readonly FailureCode[] = ['bad-crl', 'bad-ocsp-response'];

describe('every way a chain can fail has advice', () => {
  it.each(codes)('%s', (code) => {
    for (const place of places) {
      for (const language of languages)
        expect(adviceWords[language][code](facts(place))).toMatch(/^[A-Z].{30,}[.]$/s);
      const text = words[code](facts(place));
      const { lines, servers } = adviceCommands(code, facts(place));
      expect(text).not.toMatch(/undefined|  /);
      // Something to do, not only something to know.
      expect(lines.length + Object.keys(servers ?? {}).length, `${code} at ${place}`).toBeGreaterThan(0);
      const atRoot = code === 'expired' && place === 'root';
      if (!notAtTheServer.includes(code) && !atRoot)
        expect(Object.keys(servers ?? {}).toSorted(), code).toEqual([
          'apache',
          'caddy',
          'haproxy',
          'nginx',
          'node',
        ]);
    }
  });

  it('and no two codes say the same, but those that are mended the same way', () => {
    const said = new Map<string, FailureCode[]>();
    for (const code of codes) {
      const text = words[code](facts('leaf'));
      said.set(text, [...(said.get(text) ?? []), code]);
    }
    expect([...said.values()].filter((same) => same.length > 1)).toEqual([]);
  });
});

describe('advice about a run', () => {
  it.each([
    ['missing-intermediate', 'issuer-not-found', 'leaf', 'shop.example'],
    ['expired', 'expired', 'leaf', 'shop.example'],
    ['intermediate-expired', 'expired', 'authority', 'Lakeside TLS Issuing CA R2'],
    ['untrusted-root', 'root-not-trusted', 'authority', 'Workbench Issuing CA 1'],
  ] as const)('%s', async (id, code, place, subject) => {
    const trace = await runPreset(id);
    const path = trace.steps.find((step) => step.kind === 'local' && step.path)?.['path' as never] as
      | Parameters<typeof adviceFor>[1]
      | undefined;
    const advice = path && adviceFor(trace, path);
    expect(advice?.code).toBe(code);
    expect(advice?.facts.place).toBe(place);
    expect(advice?.facts.subject).toContain(subject);
    expect(words[code](advice!.facts).length).toBeGreaterThan(30);
  });

  it('none where the chain is trusted', async () => {
    const trace = await runPreset('tls13');
    const path = trace.steps.flatMap((step) => (step.kind === 'local' && step.path ? [step.path] : []))[0];
    expect(path?.verdict).toBe('trusted');
    expect(path && adviceFor(trace, path)).toBeUndefined();
  });
});
