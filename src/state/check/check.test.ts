import { beforeAll, describe, expect, test, vi } from 'vitest';
import { foundWorkshop } from '../../authority/workshop/workshop.ts';
import type { Bytes } from '../../crypto/port.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { encodePem } from '../../interchange/pem.ts';
import { judgeChain } from '../../lab/judge-chain.ts';
import { checkRows } from '../../view/check.ts';
import type { Certificate } from '../../x509/model.ts';
import { certificate, forge, identity } from '../../x509/testing/forge.ts';
import { utf8 } from '../../bytes/hex.ts';
import { createCheck } from './check.ts';

const now = Date.UTC(2026, 5, 1);
let [root, intermediate, leaf, stranger]: Certificate[] = [];
beforeAll(async () => {
  const [a, b, c, d] = await Promise.all(
    ['CN=Root', 'CN=CA', 'CN=shop.example', 'CN=Else'].map((name) => identity(name)),
  );
  if (!a || !b || !c || !d) throw new Error('no identities');
  const issued = await Promise.all([
    forge(a, a, { cA: true }),
    forge(b, a, { cA: true }),
    forge(c, b, { dns: ['shop.example'] }),
    forge(d, d, { cA: true }),
  ]);
  [root, intermediate, leaf, stranger] = issued.map((der) => certificate(der));
});

const pem = (...list: readonly (Certificate | undefined)[]): string =>
  list.map((one) => encodePem('CERTIFICATE', one?.der ?? new Uint8Array())).join('');

async function open(mock: readonly Certificate[] = []) {
  const provider = await createProvider();
  const store = createCheck({
    judge: (question) => judgeChain(question, { provider, now: () => 0 }),
    now: () => now,
    mockRoots: () => mock,
    workshopRoots: () => Promise.resolve([]),
  });
  const settled = async () => {
    await vi.waitFor(() => expect(store.getState().isBusy).toBe(false));
    const step = store.getState().trace?.steps[0];
    return step?.kind === 'local' ? step.path : undefined;
  };
  return { store, actions: store.getState().actions, settled };
}

describe('your chain', () => {
  test('in any order, with the root in the store: trusted, for the name of the leaf', async () => {
    const { store, actions, settled } = await open([root!]);
    actions.setText(pem(intermediate, leaf));
    const path = await settled();
    expect(path).toMatchObject({ verdict: 'trusted', path: [{ index: 0 }, { index: 1 }, { from: 'store' }] });
    expect(store.getState().trace?.scenario.browser.serverName).toBe('shop.example');
    expect(store.getState().trace?.outcome).toEqual({ kind: 'completed' });
  });

  test('host, time and roots each change the verdict', async () => {
    const { store, actions, settled } = await open([root!]);
    actions.setText(pem(leaf, intermediate));
    await settled();
    actions.setHost('other.example');
    expect((await settled())?.failure?.code).toBe('name-mismatch');
    actions.setHost(undefined);
    actions.setTime(Date.UTC(2031, 0, 1));
    expect((await settled())?.failure?.code).toBe('expired');
    actions.setTime(undefined);
    actions.setMock(false);
    expect((await settled())?.failure?.code).toBe('root-not-trusted');
    actions.addRoots('root.pem', utf8(pem(root)));
    expect((await settled())?.verdict).toBe('trusted');
    actions.distrust(root!);
    expect((await settled())?.verdict).toBe('rejected');
    actions.addRoots('x.txt', utf8('nothing'));
    expect(store.getState().rootFault).toBe('x.txt');
    expect(store.getState().trace?.outcome).toMatchObject({ kind: 'failed', step: 0 });
  });

  test('the missing intermediate is missed', async () => {
    const { actions, settled } = await open([root!]);
    actions.setText(pem(leaf));
    expect((await settled())?.failure?.code).toBe('issuer-not-found');
  });

  test('duplicates and strangers are marked and left out; a file is added to the text', async () => {
    const { store, actions, settled } = await open([root!]);
    actions.setText(`${pem(leaf)}junk without an end of line`);
    actions.addFile(intermediate!.der);
    actions.addFile(leaf!.der);
    actions.addFile(stranger!.der);
    expect((await settled())?.verdict).toBe('trusted');
    expect(store.getState().text).toContain('junk without an end of line\n-----BEGIN');
    expect(checkRows(store.getState().items)).toMatchObject([
      { place: 0, name: 'shop.example' },
      { place: 1, name: 'CA' },
      { mark: 'duplicate', twin: 0 },
      { mark: 'unrelated', place: 2 },
    ]);
    expect(store.getState().trace?.certificates.filter(({ ref }) => ref.from === 'sent')).toHaveLength(3);
  });

  test('garbage gets its line and reason, and stays; a key does not', async () => {
    const { store, actions, settled } = await open();
    const secret = 'MC4CAQAwBQYDK2VwBCIEIDf3nWkXq0oJbX0o1mEoFv1dUE8Xo9cZ2Zb7gq2Yb0aQ';
    const text = `${pem(leaf).replace(/\n(.)./, '\n$1?')}-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`;
    actions.setText(text);
    await settled();
    expect(checkRows(store.getState().items)).toMatchObject([
      { kind: 'problem', line: 2, column: 2, problem: 'bad-character' },
      { kind: 'key' },
    ]);
    expect(store.getState().text.slice(0, 60)).toBe(text.slice(0, 60));
    expect(JSON.stringify(store.getState())).not.toContain(secret.slice(0, 30));
    expect(store.getState().trace).toBeUndefined();
    actions.clear();
    expect(store.getState().text).toBe('');
  });

  test('a revocation list in the paste counts', async () => {
    const maker = { provider: await createProvider(), subtle: crypto.subtle };
    const workshop = await foundWorkshop({ maker, now: Date.now() });
    const [anchor, issuing] = workshop.offices;
    const revoked = workshop.register.find((entry) => entry.revoked);
    const good = workshop.register.find((entry) => !entry.revoked);
    const { actions, settled } = await open([certificate(anchor!.certificate)]);
    actions.setTime(Date.now());
    for (const [entry, code] of [
      [revoked, 'revoked'],
      [good, undefined],
    ] as const) {
      const chain = [entry!.certificate, issuing!.certificate]
        .map((der) => encodePem('CERTIFICATE', der))
        .join('');
      actions.setText(chain + encodePem('X509 CRL', issuing!.list));
      expect((await settled())?.failure?.code).toBe(code);
    }
  });

  test('only the newest answer counts', async () => {
    const { store, actions, settled } = await open([root!]);
    actions.setText(pem(leaf));
    actions.setText(pem(leaf, intermediate));
    expect((await settled())?.verdict).toBe('trusted');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.getState().trace?.outcome.kind).toBe('completed');
  });
});

test('a certificate without a name and an empty list end in verdicts, not in exceptions', async () => {
  const provider = await createProvider();
  const judge = (sent: readonly Certificate[], lists: readonly Bytes[] = []) =>
    judgeChain({ sent, store: [], at: now, host: '', lists }, { provider, now: () => 0 });
  expect((await judge([])).outcome.kind).toBe('failed');
  expect((await judge([leaf!], [utf8('no list')])).outcome.kind).toBe('failed');
});
