import { describe, expect, it } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { presets } from '../lab/presets.ts';
import type { Scenario, ScenarioId } from '../lab/scenario.ts';
import { suiteScenario } from '../lab/suite-scenario.ts';
import type { Trace } from '../lab/trace.ts';
import { kitWords } from '../lesson/kit.ts';
import { clientTable } from './clients.ts';
import { kitFacts, kitFiles, kitFolder } from './kit.ts';
import { noKit } from './no-kit.ts';
import { runPreset, runScenario } from './testing/runs.ts';

const ring = new KeyRing({ provider: await createProvider(), subtle: crypto.subtle });

async function kitOf(trace: Trace) {
  const pki = await issueDemoPki(ring, { ...trace.scenario, clock: trace.clock });
  const table = clientTable(trace, undefined);
  const files = kitFiles({ trace, pki, table, title: 'A run' }, kitWords.en);
  const text = (name: string): string => {
    const found = files.find((file) => file.name === `${kitFolder}/${name}`)?.content;
    return typeof found === 'string' ? found : '';
  };
  return { facts: kitFacts(trace, pki, table, 'A run'), text };
}

// That the commands do what they should is tested against the programs themselves: e2e/kit/run.ts.
describe('the commands of a kit', () => {
  it('speak the versions of both sides, with the suites by their names there', async () => {
    const { text } = await kitOf(await runPreset('tls12'));
    expect(text('server-openssl.sh')).toContain('-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256:');
    expect(text('server-openssl.sh')).not.toContain('-ciphersuites');
    expect(text('client-openssl.sh')).toContain('-min_protocol TLSv1.2 -max_protocol TLSv1.3');
    expect(text('client-curl.sh')).toContain('--tlsv1.2 \\');
    expect(text('nginx.conf')).toContain('ssl_protocols TLSv1.2;');
    const newer = await kitOf(await runPreset('tls13'));
    expect(newer.text('server-openssl.sh')).toContain('-tls1_3 -cipher DEFAULT:@SECLEVEL=0');
    expect(newer.text('client-openssl.sh')).not.toContain('-cipher ');
  });

  it('bring the group of a DHE suite, and let a weak one pass', async () => {
    const { text } = await kitOf(await runPreset('attack-weak-dh'));
    expect(text('dhparam.pem')).toMatch(/^-----BEGIN DH PARAMETERS-----\nMIGHAoGBAP/);
    expect(text('server-openssl.sh')).toContain('-dhparam dhparam.pem');
    expect(text('nginx.conf')).toContain('ssl_dhparam dhparam.pem;');
    expect(text('client-openssl.sh')).toContain('DHE-RSA-AES128-SHA256:@SECLEVEL=0');
    expect((await kitOf(await runPreset('tls12-rsa-key-exchange'))).text('dhparam.pem')).toBe('');
  });

  it('carry an external PSK, and leave out who knows none', async () => {
    const { text, facts } = await kitOf(await runPreset('external-psk'));
    for (const name of ['server-openssl.sh', 'client-openssl.sh'])
      expect(text(name)).toContain('-psk_identity sensor-7 -psk 8f3a61c4');
    expect(facts.openssl).toEqual({ kind: 'connects', reused: true });
    expect(text('client-curl.sh') + text('nginx.conf')).toBe('');
    expect(text('README.md')).not.toContain('client-curl.sh');
    const wrong = await kitOf(await runPreset('external-psk-wrong-key'));
    expect(wrong.facts.openssl).toMatchObject({ kind: 'alert', number: 47 });
    expect(wrong.text('README.md')).toContain('decrypt_error (51)');
  });

  it('connect twice where the run does, and send early data', async () => {
    const { text, facts } = await kitOf(await runPreset('early-data'));
    const client = text('client-openssl.sh');
    expect(client.match(/-sess_(out|in) session\.pem/g)).toEqual([
      '-sess_out session.pem',
      '-sess_in session.pem',
    ]);
    expect(client.match(/-early_data request\.txt/g)).toHaveLength(1);
    expect(text('request.txt')).toContain('GET /cart HTTP/1.1\r\n');
    expect(text('server-openssl.sh')).toContain('-early_data');
    expect(text('server-openssl.sh')).not.toContain('-www');
    expect(facts.openssl).toEqual({ kind: 'connects', reused: true, early: 'accepted' });
    const refused = await kitOf(await runPreset('early-data-rejected'));
    expect(refused.text('server-openssl.sh')).toContain('-max_early_data 16384');
    expect(refused.facts.openssl).toMatchObject({ early: 'rejected' });
  });

  it('foresee protocol_version where no version is common', async () => {
    const alert = { kind: 'alert', number: 70, name: 'protocol_version' };
    const client = await kitOf(await runPreset('legacy-client'));
    expect(client.facts).toMatchObject({ openssl: alert, oldServer: false });
    expect(client.text('client-openssl.sh')).toContain('-tls1 \\');
    const server = await kitOf(await runPreset('legacy-server'));
    expect(server.facts).toMatchObject({ openssl: alert, oldServer: true });
    expect(server.text('nginx.conf')).toContain('ssl_protocols TLSv1;');
    expect(server.text('README.md')).toContain('looks at supported_versions');
  });
});

const external = presets['external-psk'];
const onlyKe: Scenario = {
  ...external,
  browser: { ...external.browser, pskModes: [0] },
  server: { ...external.server, pskModes: [0] },
};

it.each<[string, Scenario | ScenarioId, string | undefined]>([
  ['TLS 1.2', 'tls12', undefined],
  ['NULL', 'attack-null', undefined],
  ['RC4', 'attack-rc4', 'suite'],
  ['a suite of RFC 8442', 'tls12-psk', 'suite'],
  ['a PSK suite', suiteScenario(0x00a8) ?? 'tls12', undefined],
  ['psk_ke', onlyKe, 'psk-mode'],
  ['PSK and ticket', { ...external, resume: 'ticket' }, 'psk'],
  ['a ticket', 'resumption', undefined],
  ['a ticket that came too late', { ...presets.resumption, resumeAfter: 9000 }, 'two-connections'],
  ['DSS', suiteScenario(0x0040) ?? 'tls12', 'key-type'],
  ['a recording', 'attack-early-replay', 'network'],
  ['renegotiation', 'attack-renegotiation', 'network'],
  ['another key', 'attack-other-key', 'other-key'],
  [
    'a suite that only one of two versions has',
    { ...presets.tls12, server: { ...presets.tls12.server, suites: [0xc012] } },
    'suite',
  ],
])('whether there is a kit: %s', async (_, scenario, reason) => {
  const trace = await (typeof scenario === 'string' ? runPreset(scenario) : runScenario(scenario));
  expect(noKit(trace)).toBe(reason);
});
