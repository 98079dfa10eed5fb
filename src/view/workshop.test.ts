import { webcrypto } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { draftOf, examples, wishOf } from '../authority/workshop/draft.ts';
import type { Workshop } from '../authority/workshop/model.ts';
import * as acts from '../authority/workshop/workshop.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { dueStop, grantRows, listOf, lookUp, registerRows, runSides } from './workshop.ts';

const now = Date.UTC(2026, 10, 26, 12);
let environment: acts.Environment;
let founded: Workshop;
beforeAll(async () => {
  const maker = { provider: await createProvider(), subtle: webcrypto.subtle as unknown as SubtleCrypto };
  environment = { maker, now };
  founded = await acts.foundWorkshop(environment);
});

async function asked(example: keyof typeof examples): Promise<Workshop> {
  const wish = wishOf(examples[example]);
  if (!wish.ok) throw new Error(wish.field);
  return acts.check(await acts.apply(founded, wish.value, 'EC P-256', environment), environment);
}

test('the act that is due, from the request to the last question', async () => {
  expect(dueStop(founded, undefined)).toBe('request');
  const wish = wishOf(examples.greedy);
  if (!wish.ok) throw new Error(wish.field);
  const applied = await acts.apply(founded, wish.value, 'EC P-256', environment);
  expect(dueStop(applied, undefined)).toBe('check');
  const checked = await acts.check(applied, environment);
  expect(dueStop(checked, undefined)).toBe('sign');
  if (!checked.application) throw new Error('no application');
  const signed = await acts.sign(
    checked,
    acts.proposedGrant(checked.application, now),
    'issuing',
    environment,
  );
  const serial = signed.register.at(-1)?.serial ?? '';
  expect(dueStop(signed, serial)).toBe('publish');
  const published = acts.publish(signed, serial);
  expect(dueStop(published, serial)).toBe('inquire');
  expect(dueStop(await acts.inquire(published, serial, 'issuing', environment), serial)).toBe('done');
});

test('asked and granted, side by side', async () => {
  const workshop = await asked('greedy');
  if (!workshop.application) throw new Error('no application');
  const grant = draftOf(acts.proposedGrant(workshop.application, now), 'issuing');
  const rows = grantRows(workshop, grant, undefined);
  expect(rows.map(({ id, how }) => `${id} ${how}`)).toEqual([
    'subject cut',
    'names cut',
    'publicKey same',
    'cA cut',
    'keyUsage cut',
    'extKeyUsage cut',
    'lifetime add',
    'serial add',
  ]);
  expect(rows[0]).toMatchObject({
    asked: { text: 'O=Walking Boots AG, C=CH' },
    granted: { text: 'CN=shop.example' },
  });
  expect(rows[1]).toMatchObject({ granted: { count: 2, unproved: 0 } });
  expect(rows[4]).toMatchObject({ asked: { text: '+ keyCertSign' }, granted: { text: 'digitalSignature' } });
  const bold = grantRows(workshop, { ...grant, names: 'shop.example, bank.example' }, undefined);
  expect(bold[1]).toMatchObject({ granted: { count: 2, unproved: 1 } });
});

describe('register and directory', () => {
  test('newest first, with state, list and what was replaced', () => {
    const rows = registerRows(founded, now);
    expect(rows.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'mail.shop.example valid',
      'shop.example valid',
      'api.harbour.example revoked',
      'till-07.shop.example valid',
    ]);
    expect(rows[2]?.listNumber).toBe(2);
    expect(listOf(founded, 'issuing')?.revoked).toHaveLength(1);
    expect(registerRows(founded, now + 400 * 86_400_000)[0]?.state).toBe('expired');
  });

  test('looked up by part of a name and by serial number', () => {
    const rows = registerRows(founded, now);
    const names = (text: string) => lookUp(rows, text).map(({ name }) => name);
    expect(names('SHOP')).toHaveLength(3);
    expect(names('harbour')).toEqual(['api.harbour.example']);
    const serial = rows[0]?.serial ?? '';
    expect(names(serial.slice(0, 8))).toContain('mail.shop.example');
    expect(names(serial.replace(/..(?=.)/g, '$&:'))).toEqual(['mail.shop.example']);
    expect(names('nobody')).toEqual([]);
  });

  test('a certificate for clients goes into the browser, one for servers on the server', async () => {
    const sides = async (example: keyof typeof examples) => {
      const workshop = await asked(example);
      if (!workshop.application) throw new Error('no application');
      const grant = acts.proposedGrant(workshop.application, now);
      const [row] = registerRows(await acts.sign(workshop, grant, 'issuing', environment), now);
      return row && runSides(row);
    };
    expect(await sides('server')).toEqual(['server']);
    expect(await sides('person')).toEqual(['browser']);
  });
});
