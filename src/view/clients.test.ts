import { describe, expect, it } from 'vitest';
import { clients as listed, measurements } from '../lab/client-messages.ts';
import type { ScenarioPatch } from '../lab/scenario-patch.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import { clientTable, faultRow, messageOf } from './clients.ts';
import { pageKind } from './error-page.ts';
import { runPreset } from './testing/runs.ts';

const expired = { validity: [-97, -7] } as const;
const elsewhere = { names: ['www.shop.example'] };

const cases: readonly (readonly [
  string,
  ScenarioId,
  ScenarioPatch,
  string | undefined,
  string | undefined,
])[] = [
  ['missing intermediate', 'missing-intermediate', {}, 'missing-intermediate', 'certificate'],
  ['expired', 'expired', {}, 'expired', 'certificate'],
  ['wrong host', 'wrong-host', {}, 'wrong-host', 'certificate'],
  ['untrusted root', 'untrusted-root', {}, 'untrusted-root', 'certificate'],
  [
    'untrusted root, sent too',
    'untrusted-root',
    { server: { sends: ['leaf', 'intermediate', 'root'] } },
    'untrusted-root-sent',
    'certificate',
  ],
  ['not yet valid', 'tls13', { server: { validity: [3, 90] } }, 'not-yet-valid', 'certificate'],
  ['an address', 'tls13', { browser: { serverName: '192.0.2.7' } }, 'wrong-address', 'certificate'],
  [
    'expired and elsewhere',
    'tls13',
    { server: { ...expired, ...elsewhere } },
    'expired+wrong-host',
    'certificate',
  ],
  [
    'expired under an unknown root',
    'untrusted-root',
    { server: expired },
    'expired+untrusted-root',
    'certificate',
  ],
  [
    'elsewhere under an unknown root',
    'untrusted-root',
    { server: elsewhere },
    'untrusted-root+wrong-host',
    'certificate',
  ],
  [
    'all three',
    'untrusted-root',
    { server: { ...expired, ...elsewhere } },
    'expired+untrusted-root+wrong-host',
    'certificate',
  ],
  [
    'expired and without intermediate: not measured',
    'missing-intermediate',
    { server: expired },
    undefined,
    'certificate',
  ],
  ['no common suite', 'no-common-suite', {}, 'no-common-suite', 'protocol'],
  ['no common group: not measured', 'tls13', { server: { groups: [] } }, undefined, 'protocol'],
  [
    'client certificate required',
    'client-certificate',
    { browser: { clientCertificate: 'none' } },
    'client-certificate-required',
    'required',
  ],
  ['completed', 'tls13', {}, undefined, undefined],
];

describe('the measured fault of a run, and the page a browser shows', () => {
  it.each(cases)('%s', async (_, id, patch, row, page) => {
    const trace = await runPreset(id, patch);
    expect(faultRow(trace)).toBe(row);
    expect(pageKind(trace)).toBe(page);
  });
});

it('lists every client, and says so where one was not measured', async () => {
  const trace = await runPreset('client-certificate', { browser: { clientCertificate: 'none' } });
  const table = clientTable(trace);
  expect(table.rows.map(({ client }) => client.id)).toEqual(listed.map(({ id }) => id));
  expect(
    table.rows.filter(({ verdict }) => verdict === 'not-measured').map(({ client }) => client.id),
  ).toEqual(['python', 'node', 'gnutls']);
  expect(messageOf(table, 'node')).toBeUndefined();
  expect(messageOf(table, 'chromium')?.text).toBe('ERR_BAD_SSL_CLIENT_AUTH_CERT');
});

it('puts the names of this run into the measured wording', async () => {
  const table = clientTable(await runPreset('wrong-host'));
  expect(messageOf(table, 'go')?.text).toBe(
    'x509: certificate is valid for www.shop.example, static.shop.example, not shop.example',
  );
  expect(messageOf(table, 'curl')).toMatchObject({ code: 60, verdict: 'fails' });
});

it('lets only the client that fetches by AIA depend on it', async () => {
  const table = clientTable(await runPreset('missing-intermediate'));
  expect(table.rows.filter(({ verdict }) => verdict === 'depends').map(({ client }) => client.id)).toEqual([
    'chromium',
  ]);
});

it('leaves no placeholder that is not filled', async () => {
  const known = new Set(['{host}', '{names}', '{dns-names}', '{now}', '{not-before}', '{not-after}']);
  const used = Object.values(measurements).flatMap((row) =>
    Object.values(row).flatMap((cell) => cell.text?.match(/\{[^}]*\}/g) ?? []),
  );
  expect(used.filter((placeholder) => !known.has(placeholder))).toEqual([]);
  const table = clientTable(await runPreset('expired'));
  expect(messageOf(table, 'go')?.text).toBe(
    'x509: certificate has expired or is not yet valid: current time 2026-11-23T19:17:00Z is after 2026-11-16T00:00:00Z',
  );
});
