import { describe, expect, it } from 'vitest';
import { createProvider } from '../crypto/provider/web.ts';
import { askClients } from '../lab/clients/ask.ts';
import { clients as listed } from '../lab/clients/clients.ts';
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import type { Trace } from '../lab/trace.ts';
import { attackScenarioIds } from '../lab/attacks.ts';
import { clients as english } from '../lesson/en/clients.ts';
import { type ClientTable, clientsOfAttack, clientTable, rowOf } from './clients.ts';
import { pageKind } from './error-page.ts';
import { runPreset } from './testing/runs.ts';

const provider = await createProvider();

async function tableOf(trace: Trace, ask = clientTable): Promise<ClientTable | undefined> {
  const survey = await askClients(trace, {
    verify: async (algorithm, key, data, signature) =>
      (await provider.verify(algorithm, key, data, signature)).value,
    digest: async (hash, data) => (await provider.digest(hash, data)).value,
  });
  return ask(trace, survey);
}

const elsewhere = { names: ['www.shop.example'] };

/** The run, what its table is about, whether that was measured, and the page a browser shows. */
const cases: readonly (readonly [
  string,
  ScenarioId,
  ScenarioPatch,
  string | undefined,
  boolean,
  string | undefined,
])[] = [
  ['everything in order', 'tls13', {}, '', true, undefined],
  ['missing intermediate', 'missing-intermediate', {}, 'missing-issuer', true, 'certificate'],
  ['not yet valid', 'tls13', { server: { validity: [3, 90] } }, 'not-yet-valid', true, 'certificate'],
  [
    'all three',
    'expired-untrusted-root',
    { server: elsewhere },
    'untrusted+expired+wrong-host',
    true,
    'certificate',
  ],
  [
    'expired and without intermediate: not measured',
    'missing-intermediate',
    { server: { validity: [-97, -7] } },
    'missing-issuer+expired',
    false,
    'certificate',
  ],
  ['a fallen root: not measured', 'root-compromised', {}, 'distrusted', false, 'certificate'],
  ['no common suite', 'no-common-suite', {}, 'no-common-suite', true, 'protocol'],
  [
    'client certificate required',
    'client-certificate-required',
    {},
    'client-certificate-required',
    true,
    'required',
  ],
];

describe('what the table is about, and the page a browser shows', () => {
  it.each(cases)('%s', async (_, id, patch, about, measured, page) => {
    const trace = await runPreset(id, patch);
    const table = await tableOf(trace);
    expect(table?.fault ?? table?.findings.join('+')).toBe(about);
    expect(table?.measured).toBe(measured);
    expect(pageKind(trace)).toBe(page);
    expect(table?.rows.map(({ client }) => client.id)).toEqual(listed.map(({ id: client }) => client));
    // Nothing that was not measured passes for measured, and nobody was ever measured with Safari.
    for (const { client, basis, verdict } of table?.rows ?? [])
      if (verdict !== 'not-measured')
        expect(basis).toBe(client.version === undefined ? 'read' : measured ? 'measured' : 'derived');
  });
});

it('says where one was not measured', async () => {
  const table = await tableOf(await runPreset('client-certificate-required'));
  expect(
    table?.rows.filter(({ verdict }) => verdict === 'not-measured').map(({ client }) => client.id),
  ).toEqual(['safari', 'python', 'node', 'gnutls']);
  expect(rowOf(table, 'chromium')).toMatchObject({ text: 'ERR_BAD_SSL_CLIENT_AUTH_CERT', alert: null });
});

it('three switches decide about a missing intermediate', async () => {
  const connect = async (id: ScenarioId): Promise<readonly string[]> => {
    const table = await tableOf(await runPreset(id));
    return table?.rows.flatMap(({ client, verdict }) => (verdict === 'connects' ? [client.id] : [])) ?? [];
  };
  expect(await connect('missing-intermediate')).toEqual(['chromium', 'safari']);
  expect(await connect('intermediate-cached')).toEqual(['chromium', 'firefox', 'safari']);
  const table = await tableOf(await runPreset('missing-intermediate', { server: { repository: false } }));
  expect(table?.rows.filter(({ verdict }) => verdict === 'connects')).toEqual([]);
});

it('puts the names and times of this run into the measured wording', async () => {
  expect(rowOf(await tableOf(await runPreset('wrong-host')), 'go')?.text).toBe(
    'x509: certificate is valid for www.shop.example, static.shop.example, not shop.example',
  );
  expect(rowOf(await tableOf(await runPreset('expired')), 'go')?.text).toBe(
    'x509: certificate has expired or is not yet valid: current time 2026-11-23T19:17:00Z is after 2026-11-16T00:00:00Z',
  );
  for (const id of ['tampered', 'sha1', 'name-constraints', 'address-without-name'] as const)
    for (const { text } of (await tableOf(await runPreset(id)))?.rows ?? [])
      expect(text ?? '').not.toMatch(/[{}]/);
});

it('has lines for every client that has no page', () => {
  const facts = { host: 'shop.example', text: 'CODE: message', code: 1, leaf: 'shop.example' };
  for (const { id } of listed) expect(english.terminal(id, facts).length).toBeGreaterThan(0);
});

/** Attacks that were measured with real clients: the fault of the handshake, or the findings of the chain. */
const attacksMeasured: Readonly<Record<string, string>> = {
  'attack-server-random': 'changed-server-random',
  'attack-certificate-verify': 'bad-record',
  'attack-server-key-exchange': 'bad-key-exchange-signature',
  'attack-impostor': 'untrusted',
  'attack-impostor-installed': '',
  'attack-other-key': 'bad-certificate-verify',
  'attack-plain-http': 'plain-http',
  // Connects here by the user's word; the clients say what is wrong with the chain.
  'attack-click-through': 'self-signed',
  'attack-click-through-hsts': 'self-signed',
  'attack-look-alike': '',
  'attack-stolen-key-rsa': 'static-rsa',
  'attack-stolen-key-ecdhe': '',
  'attack-rc4': 'no-common-suite',
};

it.each([...attackScenarioIds, 'legacy-server', 'no-common-suite', 'client-certificate-required'] as const)(
  '%s: the measured words, or none',
  async (id) => {
    const table = await tableOf(await runPreset(id), clientsOfAttack);
    const others: Readonly<Record<string, string>> = {
      'legacy-server': 'old-version',
      'no-common-suite': 'no-common-suite',
      'client-certificate-required': 'client-certificate-required',
    };
    const about = { ...attacksMeasured, ...others }[id];
    expect(table && (table.fault ?? table.findings.join())).toBe(about);
    expect(table?.measured ?? true).toBe(true);
  },
);

it('a byte changed in TLS 1.2, or in two places, is another fault than the measured one', async () => {
  const flip = { act: 'flip', at: 40, mask: 1 } as const;
  const twice = await runPreset('tls13', {
    network: [
      { on: 'certificate_verify', ...flip },
      { on: 'server_hello', ...flip },
    ],
  });
  expect(await tableOf(twice, clientsOfAttack)).toBeUndefined();
  const old = await runPreset('tls12', { network: [{ on: 'finished', ...flip }] });
  expect(await tableOf(old, clientsOfAttack)).toBeUndefined();
});
