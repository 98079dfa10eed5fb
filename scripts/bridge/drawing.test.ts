/** Traces of the bridge know one side only. Everything that draws a trace must be content with that. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { createProvider } from '../../src/crypto/provider/web.ts';
import { decodeTrace, encodeTrace } from '../../src/lab/serialize.ts';
import { askClients } from '../../src/lab/clients/ask.ts';
import type { Trace } from '../../src/lab/trace.ts';
import { steps as stepWords } from '../../src/lesson/en/steps.ts';
import { explainStep } from '../../src/lesson/explain-step.ts';
import { plainText } from '../../src/lesson/rich.ts';
import { announcement } from '../../src/view/announce.ts';
import { tabsOf } from '../../src/view/bytes-tabs.ts';
import { indexBytes } from '../../src/view/bytes.ts';
import { chainOf } from '../../src/view/certificates.ts';
import { clientTable } from '../../src/view/clients.ts';
import { groupLists, suiteLists } from '../../src/view/configure-lists.ts';
import { keySchedule } from '../../src/view/crypto-graph.ts';
import { operationDetail, operationRows } from '../../src/view/crypto.ts';
import { pageKind } from '../../src/view/error-page.ts';
import { fixFor } from '../../src/view/fixes.ts';
import { keyPairsOf, snippetOf, titleOf } from '../../src/view/javascript.ts';
import { keyRows } from '../../src/view/keys.ts';
import { ladderRows } from '../../src/view/ladder.ts';
import { checksView } from '../../src/view/trust.ts';
import { connect } from './connect.ts';
import { listen, type Ended } from './listen.ts';
import { parseCommand, type ConnectOptions, type ListenOptions } from './options.ts';
import { valueNames } from '../../src/lesson/en/value-names.ts';
import { snippets } from '../../src/lesson/en/snippets.ts';

// Keys take time to make where many tests share few cores.
vi.setConfig({ testTimeout: 30_000 });

const folder = mkdtempSync(join(tmpdir(), 'handshake-lab-drawing-'));
const provider = await createProvider();
const world = { provider, clock: () => Date.now(), log: () => undefined };
afterAll(() => rmSync(folder, { recursive: true }));

const chainCrypto: Parameters<typeof askClients>[1] = {
  verify: async (algorithm, publicKey, tbs, signature) =>
    (await provider.verify(algorithm, publicKey, tbs, signature)).value,
  digest: async (hash, data) => (await provider.digest(hash, data)).value,
};
const identity = ['--cert', join(folder, 'client.pem'), '--key', join(folder, 'client.key')];

it.each<[string, string[], string[]]>([
  ['a good connection', [], []],
  ['a client certificate', ['--client-auth', 'require'], identity],
  ['none although required', ['--client-auth', 'require'], []],
  ['a retry', ['--group', 'secp384r1', '--cookie', '--cert', 'ed25519'], []],
  ['an untrusted root', [], ['--roots', join(folder, 'client.pem')]],
  ['another name', [], ['--name', 'bank.example']],
  ['no common suite', ['--suite', 'TLS_AES_256_GCM_SHA384'], ['--suite', 'TLS_AES_128_GCM_SHA256']],
])('both traces of %s can be drawn', async (_, serverArgs, clientArgs) => {
  let onEnded: (ended: Ended) => void = () => undefined;
  const ended = new Promise<Ended>((resolve) => (onEnded = resolve));
  const options = parseCommand(['listen', '0', '--out-dir', folder, ...serverArgs]) as ListenOptions;
  const server = await listen(options, world, { onEnded });
  const target = [
    'connect',
    `127.0.0.1:${server.port}`,
    '--name',
    'localhost',
    '--roots',
    join(folder, 'root.pem'),
  ];
  const client = await connect(parseCommand([...target, ...clientArgs]) as ConnectOptions, world);
  const traces = [client.trace, (await ended).trace];
  await server.stop();
  for (const trace of traces) draw(decodeTrace(encodeTrace(trace)) as Trace);
  expect(traces.map(danglingReferences)).toEqual([[], []]);
  // Of the browser that called the server nobody knows what it trusts.
  const [own, others] = await Promise.all(traces.map((trace) => askClients(trace, chainCrypto)));
  expect(others).toBeUndefined();
  const judged = client.trace.certificates.some(({ owner }) => owner === 'server');
  expect(own !== undefined).toBe(judged);
});

/** Certificates that a path names and the trace does not have. */
function danglingReferences(trace: Trace): readonly string[] {
  return trace.steps.flatMap((step) => {
    if (step.kind !== 'local' || step.path === undefined) return [];
    const [judge, presenter] =
      step.work === 'validate_chain' ? (['browser', 'server'] as const) : (['server', 'browser'] as const);
    return step.path.candidates
      .flatMap(({ path }) => path)
      .filter((ref) => {
        const owner = ref.from === 'sent' ? presenter : judge;
        return !trace.certificates.some(
          (one) => one.owner === owner && one.ref.from === ref.from && one.ref.index === ref.index,
        );
      })
      .map((ref) => `${step.id}: ${ref.from} ${ref.index}`);
  });
}

function draw(trace: Trace): void {
  expect(ladderRows(trace).length).toBeGreaterThan(0);
  const pairs = keyPairsOf(trace);
  for (const step of trace.steps) {
    const { title, body } = explainStep(step, trace, stepWords);
    for (const text of [title, plainText(body)]) expect(text).not.toMatch(/undefined|NaN|\[object/);
    announcement(step, trace);
    tabsOf(trace, step, 'wide');
    if (step.kind === 'message') {
      chainOf(trace, step, step.certificates);
      indexBytes(step.wire);
      if (step.plain) indexBytes(step.plain);
    }
    keySchedule(trace, step, valueNames);
    keyRows(trace, step);
    operationRows(step, valueNames);
    for (const operation of step.operations) {
      operationDetail(operation, valueNames);
      expect(snippetOf(operation, pairs, { words: snippets, names: valueNames, title: titleOf })).not.toBe(
        '',
      );
    }
    checksView(trace, step);
  }
  pageKind(trace);
  fixFor(trace, trace.clock);
  clientTable(trace, undefined);
  suiteLists(trace.scenario, trace);
  groupLists(trace.scenario, trace);
}
