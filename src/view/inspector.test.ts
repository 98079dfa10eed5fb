/** The inspector's selectors over whole runs of every preset. */
import { beforeAll, describe, expect, it } from 'vitest';
import { issueDemoPki } from '../authority/issue.ts';
import { KeyRing } from '../authority/key-ring.ts';
import { createProvider } from '../crypto/provider/web.ts';
import { toHex } from '../bytes/hex.ts';
import { presets } from '../lab/presets.ts';
import { run } from '../lab/run.ts';
import type { ScenarioId } from '../lab/scenario.ts';
import type { MessageStep, Trace } from '../lab/trace.ts';
import { inspector } from '../lesson/en/inspector.ts';
import {
  findNode,
  indexBytes,
  leafAt,
  openAtFirst,
  pathAt,
  pathEndingIn,
  rangeOf,
  visibleNodes,
} from './bytes.ts';
import { shownCertificates, shownTab, tabsOf } from './bytes-tabs.ts';
import { longValue, shortValue, sizeText } from './bytes-text.ts';
import { certificateOf, chainOf, partRows, pathInMessage } from './certificates.ts';
import { keySchedule } from './crypto-graph.ts';
import { valueNames } from '../lesson/en/value-names.ts';
import { hkdfLabelParts, operationDetail, operationRows } from './crypto.ts';
import { callLines } from './javascript-call.ts';
import { keyPairsOf, snippetOf, titleOf } from './javascript.ts';
import { keyLogLines, keyRows } from './keys.ts';
import { ledgerRows } from './ledger.ts';
import { languages } from '../lesson/catalog.ts';
import { loadLanguage } from '../lesson/load-language.ts';
import { snippetWords } from '../lesson/snippets.ts';
import { valueNameWords } from '../lesson/value-names.ts';

const clock = Date.UTC(2026, 10, 23, 19, 17);
const traces = new Map<ScenarioId, Trace>();

beforeAll(async () => {
  const provider = await createProvider();
  const ring = new KeyRing({ provider, subtle: crypto.subtle });
  for (const preset of Object.values(presets)) {
    const trace = await run(preset, {
      provider,
      now: () => performance.now(),
      wallClock: () => clock,
      issue: (scenario, at) => issueDemoPki(ring, { ...scenario, clock: at }),
    });
    traces.set(preset.preset, trace);
  }
}, 60_000);

const all = Object.keys(presets) as ScenarioId[];
const traceOf = (id: ScenarioId): Trace => traces.get(id) ?? expect.fail(`no run of ${id}`);
const messages = (trace: Trace): MessageStep[] => trace.steps.filter((step) => step.kind === 'message');
const step = (trace: Trace, id: string) =>
  trace.steps.find((one) => one.id === id) ?? expect.fail(`no step ${id}`);

describe.each(all)('%s', (id) => {
  it('leaves tile the bytes of every view, and each belongs to a node', () => {
    for (const message of messages(traceOf(id))) {
      for (const view of [message.wire, message.plain].filter((one) => one !== undefined)) {
        const index = indexBytes(view);
        let at = 0;
        for (const leaf of index.leaves) {
          expect(leaf.start, `${message.id} at ${at}`).toBe(at);
          at = leaf.end;
          const node = findNode(index, leaf.path);
          expect(node && node.field.start <= leaf.start && leaf.end <= node.field.end, leaf.path).toBe(true);
        }
        expect(at, message.id).toBe(view.bytes.length);
      }
    }
  });

  it('paths are unique and name one field each; texts are never undefined', () => {
    for (const message of messages(traceOf(id))) {
      const view = message.plain ?? message.wire;
      const index = indexBytes(view);
      const rows = visibleNodes(index.roots, () => true);
      expect(index.nodes.size, message.id).toBe(rows.length);
      for (const node of rows) {
        expect(findNode(index, node.path)).toBe(node);
        expect(shortValue(node, view.bytes, inspector.values)).not.toContain('undefined');
        expect(longValue(node.field, view.bytes, inspector.values)).not.toContain('undefined');
        expect(sizeText(node)).toMatch(/^\d[\d\u202f]*(\+\d+)?$/);
      }
    }
  });

  it('a click goes one level deeper until it is at a single leaf', () => {
    for (const message of messages(traceOf(id))) {
      const index = indexBytes(message.plain ?? message.wire);
      for (let offset = 0; offset < index.view.bytes.length; offset += 37) {
        let path = pathAt(index, offset, undefined);
        expect(path).toBe(leafAt(index, offset)?.path);
        for (let click = 0; click < 24; click++) {
          const range = path === undefined ? undefined : rangeOf(index, path);
          expect(range && range.start <= offset && offset < range.end, path).toBe(true);
          path = pathAt(index, offset, path);
        }
        expect(pathAt(index, offset, path)).toBe(path);
      }
    }
  });

  it.each(languages)(
    'every operation is listed, taken apart, and runs as JavaScript, %s',
    async (language) => {
      await loadLanguage(language);
      const comments = snippetWords[language];
      const valueNames = valueNameWords[language];
      const trace = traceOf(id);
      const pairs = keyPairsOf(trace);
      for (const row of trace.steps.flatMap((step) => operationRows(step, valueNames))) {
        const detail = operationDetail(row.operation, valueNames);
        expect(detail.title).not.toBe('');
        expect(callLines(row.operation, comments).join('\n')).not.toContain('undefined');
        const snippet = snippetOf(row.operation, pairs, {
          words: comments,
          names: valueNames,
          title: titleOf,
        });
        // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval, typescript/no-unsafe-call
        const result: unknown = await new Function(
          'console',
          `return ${snippet.slice(snippet.indexOf('(async'))}`,
        )({ log: () => undefined });
        const lacking = row.operation.backend === '@noble/post-quantum' && result === undefined;
        if (!lacking) expect(result, `${row.title}, ${row.result}`).toBe(true);
      }
    },
    60_000,
  );

  it('every step offers a tab for every wish', () => {
    const trace = traceOf(id);
    for (const at of trace.steps) {
      for (const room of ['wide', 'narrow', 'phone'] as const) {
        const offered = tabsOf(trace, at, room);
        for (const wish of [
          'bytes',
          'crypto',
          'certificates',
          'keys',
          'checks',
          'ledger',
          'fields',
        ] as const) {
          expect(offered.map((tab) => tab.id)).toContain(shownTab(offered, wish));
        }
        expect(offered.some((tab) => tab.id === 'bytes')).toBe(at.kind === 'message');
      }
    }
  });

  it('a bridge cannot say what its peer computes', () => {
    const lab = traceOf(id);
    const secrets = lab.secrets.map((secret) => {
      const { browser: _, ...knownTo } = secret.knownTo;
      return { ...secret, knownTo };
    });
    const trace: Trace = {
      ...lab,
      secrets,
      source: { kind: 'bridge', party: 'server', peer: '192.0.2.1:50000' },
    };
    const last = lab.steps.at(-1);
    for (const row of last ? keyRows(trace, last) : []) {
      expect(row.cells.browser.kind).toBe('unrecorded');
      expect(row.cells.server.kind).not.toBe('unrecorded');
      expect(row.cells.eavesdropper.kind).not.toBe('unrecorded');
    }
  });

  it('knowledge only grows, and nothing of the run leaks to the eavesdropper', () => {
    const trace = traceOf(id);
    let before = 0;
    for (const at of trace.steps) {
      const cells = ledgerRows(trace, at).flatMap((row) => row.cells);
      const known = cells.filter((cell) => cell.state !== 'unknown').length;
      expect(known).toBeGreaterThanOrEqual(before);
      expect(cells.some((cell) => cell.state === 'leaked')).toBe(false);
      before = known;
      for (const row of keyRows(trace, at)) {
        const eve = row.cells.eavesdropper;
        if (eve.kind === 'known') expect(eve.tone, row.id).toBe('public');
      }
      expect(keyLogLines(trace, at).every(({ line }) => line.split(' ').length === 3)).toBe(true);
    }
  });
});

describe('tls13 in particular', () => {
  it('opens the certificate down to its fields at first', () => {
    const certificate = step(traceOf('tls13'), 'certificate') as MessageStep;
    const index = indexBytes(certificate.plain ?? certificate.wire);
    const open = openAtFirst(index, 30);
    const rows = visibleNodes(index.roots, (node) => open.has(node.path)).map((node) => node.path);
    expect(rows).toContain('Certificate.certificate_list.[0].cert_data.tbsCertificate.issuer');
    expect(rows.length).toBeLessThanOrEqual(30);
  });

  it('the field of an error is found by the end of its path', () => {
    const hello = step(traceOf('tls13'), 'server_hello') as MessageStep;
    expect(pathEndingIn(indexBytes(hello.wire), 'ServerHello.cipher_suite')).toBe('ServerHello.cipher_suite');
  });

  it('the key schedule has a node per secret and grows with the steps', () => {
    const trace = traceOf('tls13');
    const early = keySchedule(trace, step(trace, 'client_hello'), valueNames);
    const late = keySchedule(trace, step(trace, 'close_notify'), valueNames);
    expect(early?.nodes.every((node) => node.later)).toBe(true);
    expect(late?.nodes.some((node) => node.later)).toBe(false);
    expect(late?.nodes.filter((node) => node.kind === 'extract').map((node) => node.label)).toEqual([
      'Early Secret',
      'Handshake Secret',
      'Main Secret',
    ]);
    expect(
      late?.captions.filter((caption) => caption.kind === 'transcript').map((caption) => caption.range),
    ).toEqual(['ClientHello…ServerHello', 'ClientHello…server Finished', 'ClientHello…client Finished']);
    for (const node of late?.nodes ?? []) {
      expect(
        trace.secrets.find((secret) => secret.name === node.id) &&
          toHex(trace.secrets.find((secret) => secret.name === node.id)!.bytes),
      ).toBe(node.hex);
    }
    // Nothing overlaps in its column.
    for (const a of late?.nodes ?? [])
      for (const b of late?.nodes ?? []) {
        if (a !== b && a.x === b.x)
          expect(a.y + a.height <= b.y || b.y + b.height <= a.y, `${a.id} over ${b.id}`).toBe(true);
      }
  });

  it('a run that ended before any key has no key schedule', () => {
    expect(keySchedule(traceOf('no-common-suite'), { index: 0 }, valueNames)).toBeUndefined();
  });

  it('HkdfLabel is taken apart to the last byte', () => {
    const derive = step(traceOf('tls13'), 'derive_handshake_keys').operations.find(
      ({ label }) => label === 's hs traffic',
    );
    const parts = hkdfLabelParts(derive?.hkdfLabel ?? new Uint8Array());
    expect(parts).toMatchObject({
      length: { value: 32 },
      labelLength: { value: 18 },
      label: { text: 'tls13 s hs traffic' },
      contextLength: { value: 32 },
    });
    expect(2 + 1 + parts.label.bytes.length + 1 + parts.context.length).toBe(parts.bytes.length);
  });

  it('the chain ends in the anchor from the store, and every row knows its bytes', () => {
    const trace = traceOf('tls13');
    const message = step(trace, 'certificate') as MessageStep;
    const chain = chainOf(trace, message, shownCertificates(trace, message));
    expect(chain.entries.map(({ name, from }) => [name, from])).toEqual([
      ['shop.example', 'sent'],
      ['Lakeside TLS Issuing CA R2', 'sent'],
      ['Lakeside Root CA', 'store'],
    ]);
    expect(chain.fits).toBe(true);
    expect(chain.checkedAt).toBe(step(trace, 'validate_chain').index);
    const index = indexBytes(message.plain ?? message.wire);
    for (const { record } of chain.entries.slice(0, 2)) {
      const certificate = certificateOf(record) ?? expect.fail('not decoded');
      for (const row of partRows(certificate)) {
        const path = pathInMessage(message, record, row.path);
        const range = path === undefined ? undefined : rangeOf(index, path);
        expect(range && toHex(index.view.bytes.subarray(range.start, range.end)), row.path).toBe(
          toHex(record.der.subarray(row.offset, row.offset + row.size)),
        );
      }
    }
  });

  it('a client’s chain ends in the anchor from the server’s list', () => {
    const trace = traceOf('client-certificate');
    const message = step(trace, 'client_certificate') as MessageStep;
    const chain = chainOf(trace, message, shownCertificates(trace, message));
    expect(chain.entries.map(({ name, from }) => [name, from])).toEqual([
      ['Kim Keller', 'sent'],
      ['Shop Staff Root CA', 'store'],
    ]);
    expect(chain.fits).toBe(true);
  });
});
