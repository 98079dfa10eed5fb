import { webcrypto } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { examples, grantOf, wishOf } from '../../authority/workshop/draft.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { writeWorkshop } from '../../interchange/workshop-file.ts';
import { unreadKey, workshopKey, type WorkshopStorage } from './storage.ts';
import { createWorkshop } from './workshop.ts';

const maker = createProvider().then((provider) => ({
  provider,
  subtle: webcrypto.subtle as unknown as SubtleCrypto,
}));

function memory(start: Readonly<Record<string, string>> = {}) {
  const values = new Map(Object.entries(start));
  const storage: WorkshopStorage = {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  };
  return { values, storage };
}

async function open(storage: WorkshopStorage) {
  const store = createWorkshop({ maker: () => maker, storage, now: () => Date.UTC(2026, 10, 26, 12) });
  await vi.waitFor(() => expect(store.getState().isBusy).toBe(false));
  return store;
}

test('the whole route, and it is all there after a reload', async () => {
  const { storage } = memory();
  const store = await open(storage);
  const { actions } = store.getState();
  await actions.apply(true);
  await actions.check();
  expect(store.getState().grant).toMatchObject({
    names: 'shop.example, www.shop.example',
    cA: false,
    days: '90',
  });
  actions.setGrant({ days: '30' });
  await actions.setRecord('*.shop.example', true);
  expect(store.getState().grant).toMatchObject({
    names: 'shop.example, www.shop.example, *.shop.example',
    days: '30',
  });
  await actions.sign();
  const serial = store.getState().current ?? '';
  await actions.publish(serial);
  await actions.inquire(serial, 'issuing');
  await actions.revoke(serial, 'keyCompromise');
  const { workshop } = store.getState();
  expect(workshop?.register.at(-1)).toMatchObject({
    serial,
    published: true,
    revoked: { reason: 'keyCompromise' },
  });
  expect(workshop?.inquiry?.answer.status).toBe('revoked');
  expect(workshop?.offices[1]?.listNumber).toBe(3);

  const again = await open(storage);
  expect(again.getState().workshop).toEqual(workshop);
  expect(again.getState().current).toBe(serial);
});

test('two acts at once: both are done', async () => {
  const { storage } = memory();
  const store = await open(storage);
  const { actions, workshop } = store.getState();
  const [a, b] = (workshop?.register ?? []).filter((entry) => !entry.revoked);
  await Promise.all([actions.revoke(a!.serial, 'superseded'), actions.revoke(b!.serial, 'superseded')]);
  expect(store.getState().workshop?.register.filter((entry) => entry.revoked)).toHaveLength(3);
  expect(store.getState().workshop?.offices[1]?.listNumber).toBe(4);
});

test('a file replaces the workshop and can be put back; a bad file changes nothing', async () => {
  const { storage } = memory();
  const store = await open(storage);
  const { actions, workshop } = store.getState();
  expect(actions.importFile('x.json', 'no')).toBe(false);
  expect(store.getState()).toMatchObject({
    workshop,
    fault: { kind: 'file', name: 'x.json', problem: { code: 'not-json' } },
  });
  const other = await open(memory().storage);
  expect(actions.importFile('y.json', writeWorkshop(other.getState().workshop!))).toBe(true);
  expect(store.getState().workshop).toEqual(other.getState().workshop);
  expect(store.getState().fault).toBeUndefined();
  actions.putBack();
  expect(store.getState().workshop).toBe(workshop);
});

test('what was kept and cannot be read is set aside, not overwritten', async () => {
  const { values, storage } = memory({ [workshopKey]: '{"format":"handshake-lab-workshop","version":9}' });
  await open(storage);
  expect(values.get(unreadKey)).toContain('"version":9');
  expect(values.get(workshopKey)).toContain('"version": 1');
});

test('storage that is full is said, and the work goes on', async () => {
  const store = await open({
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  });
  expect(store.getState()).toMatchObject({ fault: { kind: 'not-kept' } });
  await store.getState().actions.apply(true);
  expect(store.getState().workshop?.application).toBeDefined();
});

test.each([
  [{ names: 'ä.example' }, 'names'],
  [{ names: '10.0.0.0/8' }, 'names'],
  [{ names: '', commonName: '' }, 'names'],
  [{ commonName: 'x'.repeat(65) }, 'commonName'],
  [{ country: 'Switzerland' }, 'country'],
] as const)('a request with %j is at fault in %s', (change, field) => {
  expect(wishOf({ ...examples.server, ...change })).toEqual({ ok: false, field });
});

test('a grant at fault names its field', async () => {
  const store = await open(memory().storage);
  await store.getState().actions.apply(true);
  await store.getState().actions.check();
  const { grant } = store.getState();
  if (!grant) throw new Error('no grant');
  for (const [change, field] of [
    [{ days: '0' }, 'days'],
    [{ days: 'x' }, 'days'],
    [{ pathLength: '-1' }, 'pathLength'],
    [{ permitted: '10.0.0.0/40' }, 'permitted'],
    [{ excluded: 'a b ü' }, 'excluded'],
  ] as const)
    expect(grantOf({ ...grant, ...change }, 0)).toEqual({ ok: false, field });
});
