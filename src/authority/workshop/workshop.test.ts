import { spawnSync } from 'node:child_process';
import { webcrypto } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createProvider } from '../../crypto/provider/web.ts';
import { encodePem } from '../../interchange/pem.ts';
import { readWorkshop, writeWorkshop } from '../../interchange/workshop-file.ts';
import { validatePath } from '../../x509/path/validate.ts';
import { certificate, verifier } from '../../x509/testing/forge.ts';
import { hasOpenssl, inDirectory } from '../../x509/testing/openssl.ts';
import { plainName } from '../extensions.ts';
import type { RevocationInput } from '../../x509/path/input.ts';
import { findingFor } from './control.ts';
import { holdsUnder } from './verify.ts';
import type { RequestWish, Workshop } from './model.ts';
import * as at from './workshop.ts';

const subtle = webcrypto.subtle as unknown as SubtleCrypto;
const now = Date.now();
let environment: at.Environment;
let founded: Workshop;
beforeAll(async () => {
  environment = { maker: { provider: await createProvider(), subtle }, now };
  founded = await at.foundWorkshop(environment);
});

const greedy: RequestWish = {
  subject: { commonName: 'shop.example', organization: 'Walking Boots AG', country: 'CH' },
  names: ['shop.example', 'www.shop.example', '*.shop.example', 'till.local'].map(plainName),
  cA: true,
  keyUsage: ['digitalSignature', 'keyCertSign'],
  extKeyUsage: ['serverAuth', 'clientAuth'],
};

async function checked(wish: RequestWish): Promise<Workshop> {
  return at.check(await at.apply(founded, wish, 'EC P-256', environment), environment);
}

async function verdict(
  workshop: Workshop,
  serial: string,
  purpose: 'serverAuth' | 'clientAuth' = 'serverAuth',
) {
  const entry = at.entryOf(workshop, serial);
  if (!entry) throw new Error('no entry');
  const above = at.officesAbove(workshop, entry).map((office) => certificate(office.certificate));
  return validatePath({
    sent: [certificate(entry.certificate), ...above.slice(0, -1)],
    store: above.slice(-1),
    cached: [],
    at: now,
    purpose,
    ...(purpose === 'serverAuth' && { name: { type: 'dns' as const, value: 'shop.example' } }),
    verify: await verifier(),
  });
}

test('a founded workshop: two offices, a register with one revoked entry, and a list that says so', () => {
  expect(founded.offices.map(({ id }) => id)).toEqual(['root', 'issuing']);
  expect(founded.register).toHaveLength(4);
  expect(founded.register.filter((entry) => entry.revoked)).toHaveLength(1);
  expect(at.officeOf(founded, 'issuing')?.listNumber).toBe(2);
});

test('asked, checked, granted: the proved names and nothing else, and the path holds', async () => {
  const workshop = await checked(greedy);
  expect(workshop.application?.report).toEqual({
    possession: true,
    organization: true,
    names: [
      { name: 'shop.example', proved: true, code: 'record-found' },
      { name: 'www.shop.example', proved: true, code: 'record-found' },
      { name: '*.shop.example', proved: false, code: 'no-wildcard-record' },
      { name: 'till.local', proved: false, code: 'local-name' },
    ],
  });
  if (!workshop.application) throw new Error('no application');
  const grant = at.proposedGrant(workshop.application, now);
  const signed = await at.sign(workshop, grant, 'issuing', environment);
  const entry = signed.register.at(-1);
  expect(certificate(entry?.certificate ?? new Uint8Array())).toMatchObject({
    subject: { text: 'CN=shop.example' },
    extensions: {
      basicConstraints: { cA: false },
      keyUsage: ['digitalSignature'],
      extKeyUsage: ['serverAuth'],
      subjectAltName: [{ value: 'shop.example' }, { value: 'www.shop.example' }],
    },
    subjectPublicKeyInfo: workshop.application.key.publicKey,
  });
  expect(entry).toMatchObject({ published: false, unproved: [] });
  expect((await verdict(signed, entry?.serial ?? '')).failure).toBeUndefined();
});

test('a record that is set proves the name, and the report follows', async () => {
  const workshop = await at.setRecord(await checked(greedy), '*.shop.example', true, environment);
  expect(workshop.application?.report?.names[2]).toMatchObject({ proved: true, code: 'record-found' });
  const gone = await at.setRecord(workshop, '*.shop.example', false, environment);
  expect(gone.application?.report?.names[2]?.proved).toBe(false);
});

test('what was granted without proof is noted; an authority made here issues in its turn', async () => {
  const workshop = await checked(greedy);
  if (!workshop.application) throw new Error('no application');
  const grant = {
    ...at.proposedGrant(workshop.application, now),
    cA: true,
    keyUsage: ['keyCertSign', 'cRLSign'] as const,
    names: [plainName('till.local')],
  };
  const signed = await at.sign(workshop, grant, 'issuing', environment);
  const authority = signed.register.at(-1);
  expect(authority?.unproved).toEqual(['till.local']);
  expect(signed.offices.map(({ id }) => id)).toEqual(['root', 'issuing', authority?.serial]);
  const asked = await at.check(await at.apply(signed, greedy, 'Ed25519', environment), environment);
  if (!asked.application || !authority) throw new Error('no application');
  const below = await at.sign(asked, at.proposedGrant(asked.application, now), authority.serial, environment);
  const leaf = below.register.at(-1);
  expect(at.officesAbove(below, leaf!).map(({ id }) => id)).toEqual([authority.serial, 'issuing', 'root']);
  expect((await verdict(below, leaf!.serial)).failure).toBeUndefined();
});

test('revoking writes the register, the next list and the answer, and openssl finds the same', async () => {
  const [entry] = founded.register;
  if (!entry) throw new Error('no entry');
  const before = await at.inquire(founded, entry.serial, 'issuing', environment);
  expect(before.inquiry?.answer).toEqual({ status: 'good' });
  const after = await at.revoke(before, entry.serial, 'superseded', environment);
  expect(at.entryOf(after, entry.serial)?.revoked?.reason).toBe('superseded');
  expect(after.inquiry?.answer).toMatchObject({ status: 'revoked', reason: 'superseded' });
  expect(at.officeOf(after, 'issuing')?.listNumber).toBe(3);
  expect(await at.revoke(after, entry.serial, 'keyCompromise', environment)).toBe(after);
  expect((await at.inquire(after, '01', 'issuing', environment)).inquiry?.answer).toEqual({
    status: 'unknown',
  });
  if (!hasOpenssl) return;
  for (const [workshop, good] of [
    [before, true],
    [after, false],
  ] as const) {
    const [root, issuing] = workshop.offices;
    const done = inDirectory((path) => {
      writeFileSync(path('root'), encodePem('CERTIFICATE', root!.certificate));
      writeFileSync(path('issuing'), encodePem('CERTIFICATE', issuing!.certificate));
      writeFileSync(path('leaf'), encodePem('CERTIFICATE', entry.certificate));
      writeFileSync(path('crl'), encodePem('X509 CRL', issuing!.list));
      return spawnSync('openssl', [
        'verify',
        '-crl_check',
        '-CAfile',
        path('root'),
        '-untrusted',
        path('issuing'),
        '-CRLfile',
        path('crl'),
        path('leaf'),
      ]);
    });
    expect(done.status === 0).toBe(good);
    if (!good) expect(done.stderr.toString()).toContain('certificate revoked');
  }
});

test.each([
  ['shop.example', ['shop.example'], 'record-found'],
  ['shop.example', [], 'no-record'],
  ['*.shop.example', ['shop.example'], 'no-wildcard-record'],
  ['printer', ['printer'], 'local-name'],
  ['nas.home.arpa', [], 'local-name'],
  ['10.1.2.3', ['10.1.2.3'], 'private-address'],
  ['fd00::1', [], 'private-address'],
  ['::1', [], 'private-address'],
  ['192.0.2.1', ['192.0.2.1'], 'record-found'],
  ['kim@shop.example', [], 'mail-answered'],
  ['kim@', [], 'no-name'],
  ['a_b.example', [], 'no-name'],
  ['-a.example', [], 'no-name'],
  ['', [], 'no-name'],
] as const)('control of %j with records %j: %s', (name, records, code) => {
  expect(findingFor(name, records)).toMatchObject({
    code,
    proved: code === 'record-found' || code === 'mail-answered',
  });
});

describe('the file', () => {
  test('comes back as it was written', async () => {
    const workshop = await at.inquire(
      await checked(greedy),
      founded.register[0]!.serial,
      'issuing',
      environment,
    );
    const read = readWorkshop(writeWorkshop(workshop));
    expect(read).toEqual({ ok: true, workshop });
  });

  test('a broken one says what is wrong, and where', async () => {
    const text = writeWorkshop(await checked(greedy));
    const broken = (change: (value: Record<string, never>) => unknown): unknown => {
      const value = JSON.parse(text) as Record<string, never>;
      return readWorkshop(JSON.stringify(change(value) ?? value));
    };
    expect(readWorkshop('{')).toEqual({ ok: false, problem: { code: 'not-json' } });
    expect(readWorkshop('[]')).toMatchObject({ problem: { code: 'not-a-workshop' } });
    expect(readWorkshop('{"format":"x"}')).toMatchObject({ problem: { code: 'not-a-workshop' } });
    expect(broken((value) => ({ ...value, version: 2 }))).toMatchObject({
      problem: { code: 'newer-version' },
    });
    expect(broken((value) => ({ ...value, offices: [] }))).toMatchObject({
      problem: { code: 'broken', path: 'offices' },
    });
    // Every piece of base64 and every field, one after the other.
    for (const found of text.matchAll(/"([A-Za-z]+)": "([A-Za-z0-9+/=]{24,})"/g)) {
      const cut = text.replace(found[2] ?? '', (found[2] ?? '').slice(4));
      const read = readWorkshop(cut);
      if (!/nonce|reply|request|list|privateKey|serial/.test(found[1] ?? '')) expect(read.ok).toBe(false);
    }
    for (const name of ['offices', 'records', 'register'])
      expect(broken((value) => ({ ...value, [name]: 5 }))).toMatchObject({
        problem: { code: 'broken', path: name },
      });
  });
});

describe('the validator of the Lab believes list and answer', () => {
  test.each([
    ['good', false],
    ['revoked', true],
  ] as const)('%s', async (_, isRevoked) => {
    const serial = founded.register[0]!.serial;
    const asked = await at.inquire(founded, serial, 'issuing', environment);
    const workshop = isRevoked ? await at.revoke(asked, serial, 'keyCompromise', environment) : asked;
    const [root, issuing] = workshop.offices.map((office) => certificate(office.certificate));
    const verify = await verifier();
    const ask = (revocation: Partial<RevocationInput>) =>
      validatePath({
        sent: [certificate(at.entryOf(workshop, serial)!.certificate), issuing!],
        store: [root!],
        cached: [],
        at: now + 1000,
        purpose: 'serverAuth',
        verify,
        digest: async (hash, data) => (await environment.maker.provider.digest(hash, data)).value,
        revocation: { mode: 'hard-fail', ...revocation },
      });
    const { inquiry } = workshop;
    const answers = [
      await ask({ crls: [workshop.offices[1]!.list] }),
      await ask({ ocsp: [inquiry!.reply], nonce: inquiry!.nonce }),
    ];
    for (const result of answers) expect(result.failure?.code).toBe(isRevoked ? 'revoked' : undefined);
    // An answer with another nonce, and no answer at all, do not pass where an answer is demanded.
    const other = await ask({ ocsp: [inquiry!.reply], nonce: new Uint8Array(16) });
    expect(other.verdict).toBe('rejected');
    expect((await ask({})).failure?.code).toBe('status-unknown');
    expect(await holdsUnder(workshop.offices[1]!.list, issuing!, environment.maker.provider)).toBe(true);
    expect(await holdsUnder(inquiry!.reply, issuing!, environment.maker.provider)).toBe(true);
    expect(await holdsUnder(inquiry!.reply, root!, environment.maker.provider)).toBe(false);
  });
});
