import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toHex } from '../../bytes/hex.ts';
import type { Bytes } from '../../crypto/port.ts';
import type { HeldRoot } from '../../lab/holdings.ts';
import { createProvider } from '../../crypto/provider/web.ts';
import { allConnections } from '../../lab/connections.ts';
import { decodeTrace, encodeTrace } from '../../lab/serialize.ts';
import type { CaptureSource, Trace } from '../../lab/trace.ts';
import { runAll } from '../../lesson/testing/runs.ts';
import { conformanceFile } from '../../tls/testing/conformance.ts';
import { parseIp } from '../../x509/ip.ts';
import { capturePackets, keyLogText, traceAsPcap, traceAsPcapng } from '../capture/from-trace.ts';
import { joinKeyLogs, readKeyLog, type KeyLog } from '../capture/key-log.ts';
import { captureFormat, readCaptureFile } from '../capture/read-file.ts';
import { writePcap } from '../capture/write-pcap.ts';
import { renegotiationKeys, renegotiationPcap } from '../testing/renegotiation.ts';
import { conversation, v4 } from '../testing/wire.ts';
import { connectionsOf } from './connections.ts';
import { listen } from './listen.ts';
import { secretsFor } from './sessions.ts';

const provider = await createProvider();
const traces = await runAll();
const none = readKeyLog('');

async function imported(
  bytes: Bytes,
  extra: KeyLog = none,
  store: readonly HeldRoot[] = [],
): Promise<Trace[]> {
  const format = captureFormat(bytes);
  if (format === undefined) return [];
  const file = readCaptureFile(bytes, format);
  const log = joinKeyLogs(...file.secrets.map(readKeyLog), extra);
  const found: Trace[] = [];
  const { connections } = connectionsOf(file);
  for (const connection of connections)
    found.push(
      await listen(connection, {
        provider,
        now: () => 0,
        store,
        secrets: secretsFor(log, connection, connections),
        keyLog: log,
        file: 'test',
        notes: [],
      }),
    );
  return found;
}

/** Messages with their content and bytes, as they must be the same out there and back here. */
function messages(trace: Trace, arrived = false): readonly string[] {
  return trace.steps.flatMap((step) =>
    step.kind === 'message' && !(arrived && (step.network?.fate === 'dropped' || !isRecord(step.wire.bytes)))
      ? [`${step.from} ${step.message} ${step.level} ${toHex(step.content)} ${toHex(step.wire.bytes)}`]
      : [],
  );
}

/** Plain HTTP is not among the messages of a capture: it is told as bytes that are no TLS. */
const isRecord = ([type = 0]: Uint8Array): boolean => type >= 20 && type <= 24;
const alerted = (trace: Trace): boolean =>
  trace.steps.some((step) => step.kind === 'message' && step.message === 'Alert' && step.content[0] === 2);
const notesOf = (trace: Trace | undefined): CaptureSource['notes'] =>
  trace?.source.kind === 'capture' ? trace.source.notes : [];
const shape = (trace: Trace | undefined): string =>
  trace?.steps.map((step) => (step.kind === 'message' ? step.message : step.work)).join(' ') ?? '';

describe('a run that left as a capture and comes back', () => {
  it('has the same messages, bytes, keys and verdicts, for every scenario', async () => {
    const all = [...traces].flatMap(([name, last]) =>
      allConnections(last).map((trace, place) => [`${name} ${place}`, trace, last, place] as const),
    );
    for (const [name, trace, last, place] of all) {
      const held = trace.trust?.browser;
      const backs = await imported(traceAsPcapng(last, ''), none, held?.store);
      expect(backs.length, name).toBe(allConnections(last).length);
      const back = backs[place];
      const again = decodeTrace(encodeTrace(back!));
      expect('problem' in again ? again.problem : 'fine', name).toBe('fine');
      // Where Mallory was at work the capture has what arrived, and what did not open opens for nobody.
      expect(messages(back!).length, name).toBe(messages(trace, true).length);
      if (trace.scenario.network.length > 0) continue;
      expect(messages(back!), name).toEqual(messages(trace));
      expect(notesOf(back), name).toEqual([]);
      expect(back!.negotiated, name).toEqual(trace.negotiated);
      // What a party found wrong reaches the wire as its alert.
      expect(back!.outcome.kind === 'failed', name).toBe(alerted(trace));
      const paths = (of: Trace): unknown[] =>
        of.steps.flatMap((step) =>
          step.kind === 'local' && step.work === 'validate_chain' ? [step.path?.verdict] : [],
        );
      // Without server_name nobody on the wire knows which name was asked for.
      const named = trace.scenario.browser.sni && parseIp(trace.scenario.browser.serverName) === undefined;
      // Nor what the browser had in its cache, fetched or believed no longer.
      const plain = [held?.cached, held?.fetched, held?.compromised].every((list) => list?.length === 0);
      // Nor who was revoked: lists and responders are not on this wire.
      const asked = trace.steps.some(
        (step) => step.kind === 'local' && step.path?.failure?.id === 'revocation',
      );
      if (named && plain && !asked) expect(paths(back!), name).toEqual(paths(trace));
    }
  });

  it('opens with the key log beside it, and not without', async () => {
    const trace = traces.get('tls13')!;
    const [opened] = await imported(traceAsPcap(trace), readKeyLog(keyLogText(trace)));
    expect(messages(opened!)).toEqual(messages(trace));
    const [closed] = await imported(traceAsPcap(trace));
    expect(shape(closed)).toMatch(/^ClientHello ServerHello UnreadableRecord/);
    expect(notesOf(closed)).toEqual([{ code: 'no-key', records: 8 }]);
  });

  it('knows what each side knows, and Eve knows no more than before', async () => {
    const trace = traces.get('tls13')!;
    const [back] = await imported(traceAsPcapng(trace, ''));
    const secret = back!.secrets.find(({ name }) => name === 'server_application_traffic_secret_0');
    expect(secret?.knownTo).toMatchObject({ browser: { how: 'had' }, server: { how: 'had' } });
    expect(secret?.knownTo.eavesdropper).toBeUndefined();
    expect(back!.keyLog.map(({ line }) => line)).toEqual(
      trace.keyLog.map(({ line }) => line).filter((line) => !line.startsWith('EXPORTER')),
    );
  });

  it('with a lost packet goes on behind the gap', async () => {
    const trace = traces.get('tls13')!;
    const all = capturePackets(trace);
    const lost = all.findIndex(({ comment }) => comment === 'Certificate');
    const [back] = await imported(writePcap(all.filter((_, i) => i !== lost)), readKeyLog(keyLogText(trace)));
    expect(notesOf(back)).toContainEqual(expect.objectContaining({ code: 'gap', party: 'server' }));
    expect(shape(back)).toContain('EncryptedExtensions CertificateVerify');
    expect(shape(back)).toMatch(/ApplicationData ApplicationData Alert$/);
  });

  it('with the keys changed in a gap tries the keys that come next, and judges nothing made over what is missing', async () => {
    for (const name of ['tls13', 'key update, padding, no ALPN', 'tls12']) {
      const trace = traces.get(name)!;
      const all = capturePackets(trace);
      for (const lost of all.keys()) {
        const rest = all.filter((_, i) => i !== lost);
        const [back] = await imported(writePcap(rest), readKeyLog(keyLogText(trace)));
        // Without both hellos nobody knows the keys.
        if (!shape(back).startsWith('ClientHello ServerHello')) continue;
        const what = `${name} without ${all[lost]?.comment ?? 'an acknowledgment'}`;
        expect(back?.outcome.kind, what).toBe('completed');
        expect(shape(back), what).not.toContain('UnreadableRecord');
      }
    }
  });

  it('with a part of its key log shows what that part opens', async () => {
    const trace = traces.get('tls13')!;
    const lines = keyLogText(trace).split('\n');
    const with_ = async (...labels: readonly string[]): Promise<Trace | undefined> => {
      const text = lines.filter((line) => labels.some((label) => line.startsWith(label))).join('\n');
      return (await imported(traceAsPcap(trace), readKeyLog(text)))[0];
    };
    const server = await with_('SERVER_TRAFFIC_SECRET_0');
    expect(shape(server)).toMatch(/UnreadableRecord.*ApplicationData/);
    const client = await with_('CLIENT_HANDSHAKE', 'CLIENT_TRAFFIC');
    // Its Finished is over messages that stay closed: no verdict.
    expect(shape(client)).toContain('Finished');
    expect(client?.outcome.kind).toBe('completed');
    const handshake = await with_('CLIENT_HANDSHAKE', 'SERVER_HANDSHAKE');
    expect(notesOf(handshake).map(({ code }) => code)).toEqual(['no-key']);
  });

  it('cut by the snap length shows what is whole', async () => {
    const trace = traces.get('rsa-certificate')!;
    const cut = capturePackets(trace).map((packet) => ({ ...packet, bytes: packet.bytes.slice(0, 600) }));
    const [back] = await imported(writePcap(cut), readKeyLog(keyLogText(trace)));
    expect(notesOf(back).map(({ code }) => code)).toContain('gap');
  });

  it('shares its file with other traffic and other connections', async () => {
    const one = capturePackets(traces.get('tls13')!);
    const other = capturePackets(traces.get('hello-retry-request')!);
    const text = conversation([
      ['client', new TextEncoder().encode('GET / HTTP/1.0\r\n\r\n')],
      ['server', new TextEncoder().encode('HTTP/1.0 200 OK\r\n\r\n')],
    ]);
    // The same ports again: what came first is closed, what comes next has numbers of its own.
    const moved = other.map((packet) => ({ ...packet, bytes: shifted(packet.bytes) }));
    const log = readKeyLog(keyLogText(traces.get('tls13')!) + keyLogText(traces.get('hello-retry-request')!));
    const found = await imported(writePcap([...one, ...text, ...moved]), log);
    expect(found.map((one) => messages(one))).toEqual([
      messages(traces.get('tls13')!),
      messages(traces.get('hello-retry-request')!),
    ]);
  });
});

it('a handshake inside of a connection has randoms, secrets and checks of its own', async () => {
  const capture = Uint8Array.from(atob(renegotiationPcap.replaceAll('\n', '')), (one) => one.charCodeAt(0));
  const log = readKeyLog(renegotiationKeys);
  const [trace] = await imported(capture, log);
  expect(trace?.outcome).toEqual({ kind: 'completed' });
  expect(notesOf(trace)).toEqual([]);
  expect(shape(trace).match(/verify_signature/g)).toHaveLength(2);
  expect(shape(trace).match(/derive_key_block/g)).toHaveLength(2);
  const data = trace?.steps.flatMap((step) =>
    step.kind === 'message' && step.message === 'ApplicationData'
      ? [new TextDecoder().decode(step.content)]
      : [],
  );
  expect(data).toEqual(['before\n', 'behind\n']);
  // Without the second line what follows the change of keys stays shut, and nothing is said to be wrong.
  const [first = ''] = renegotiationKeys.trim().split('\n');
  const [half] = await imported(capture, readKeyLog(first));
  expect(half?.outcome).toEqual({ kind: 'completed' });
  expect(notesOf(half)).toEqual([{ code: 'no-key', records: 5 }]);
});

it('a session of TLS 1.2 goes on with the secret it began with, if its own line is not there', async () => {
  const trace = traces.get('tls12-resumption')!;
  const [first = ''] = keyLogText(trace.previous!).split('\n');
  const backs = await imported(traceAsPcap(trace), readKeyLog(first));
  expect(backs).toHaveLength(2);
  expect(backs[1]?.negotiated.resumed).toBe(true);
  expect(messages(backs[1]!)).toEqual(messages(trace));
});

it('a message without a form counts in the transcript, and its record is shown', async () => {
  const trace = traces.get('tls12')!;
  const added = Uint8Array.of(22, 3, 3, 0, 8, 99, 0, 0, 4, 1, 2, 3, 4);
  const records = trace.steps.flatMap((step) =>
    step.kind === 'message'
      ? [[step.from === 'browser' ? 'client' : 'server', step.wire.bytes] as const]
      : [],
  );
  const packets = conversation(records.toSpliced(2, 0, ['server', added]));
  const [back] = await imported(writePcap(packets), readKeyLog(keyLogText(trace)));
  expect(notesOf(back)).toEqual([{ code: 'unknown-message', records: 1 }]);
  // It was not part of what the two signed and hashed.
  expect(back?.outcome).toMatchObject({ kind: 'failed', error: { code: 'bad-finished' } });
});

describe('what no key log opens', () => {
  const trace = traces.get('tls12')!;
  const log = readKeyLog(keyLogText(trace));

  it('TLS 1.1 and older is shown as far as it is in the clear, and read as it was written there', async () => {
    const older = trace.steps.flatMap((step) => {
      if (step.kind !== 'message') return [];
      const bytes = step.wire.bytes.slice();
      bytes[2] = 2;
      if (step.message === 'ClientHello' || step.message === 'ServerHello') bytes[10] = 2;
      // There a signature has no algorithm in front of it.
      const old = step.message === 'ServerKeyExchange' ? withoutAlgorithm(bytes) : bytes;
      return [[step.from === 'browser' ? 'client' : 'server', old] as const];
    });
    const [back] = await imported(writePcap(conversation(older)), log);
    expect(back?.negotiated.version).toBe(0x0302);
    expect(shape(back)).toMatch(/^ClientHello ServerHello Certificate .*ServerKeyExchange ServerHelloDone/);
    expect(back?.outcome.kind).toBe('completed');
    const [note] = notesOf(back);
    expect(note?.code).toBe('unsupported-version');
    const exchange = back?.steps.find(
      (step) => step.kind === 'message' && step.message === 'ServerKeyExchange',
    );
    expect(JSON.stringify(exchange)).not.toContain('undecoded');
    expect('problem' in decodeTrace(encodeTrace(back!))).toBe(false);
  });

  it('one side alone says what is missing', async () => {
    const all = capturePackets(trace);
    const from = (port: number): typeof all =>
      all.filter(({ bytes }) => (bytes[34] ?? 0) * 256 + (bytes[35] ?? 0) === port);
    const [client] = await imported(writePcap(from(49_152)), log);
    expect(notesOf(client).map(({ code }) => code)).toEqual(['no-answer']);
    const [server] = await imported(writePcap(from(443)), log);
    expect(notesOf(server).map(({ code }) => code)).toEqual(['no-handshake']);
  });

  it('a hello of which the end is missing is shown as the record it came in', async () => {
    const [record] = trace.steps.flatMap((step) => (step.kind === 'message' ? [step.wire.bytes] : []));
    const half = record!.slice(0, 65);
    half.set([0, 60], 3);
    const [back] = await imported(writePcap(conversation([['client', half]])), log);
    expect(shape(back)).toBe('UnreadableRecord');
    expect(notesOf(back)).toEqual([{ code: 'unfinished-message', party: 'browser', bytes: 60 }]);
  });
});

/** A record of ServerKeyExchange with ECDHE, without SignatureAndHashAlgorithm. */
function withoutAlgorithm(record: Bytes): Bytes {
  const at = 5 + 4 + 4 + record[12]!;
  const bytes = Uint8Array.from([...record.slice(0, at), ...record.slice(at + 2)]);
  const length = bytes.length - 5;
  bytes.set([length >> 8, length & 0xff], 3);
  bytes.set([(length - 4) >> 8, (length - 4) & 0xff], 7);
  return bytes;
}

describe('connections that begin otherwise', () => {
  const trace = traces.get('tls13')!;
  const text = (line: string): Bytes => new TextEncoder().encode(line);
  const records = trace.steps.flatMap((step) =>
    step.kind === 'message'
      ? [...step.compatibilityRecords.map(({ bytes }) => bytes), step.wire.bytes].map(
          (bytes) => [step.from === 'browser' ? 'client' : 'server', bytes] as const,
        )
      : [],
  );
  const log = readKeyLog(keyLogText(trace));

  it('STARTTLS: what was said before is counted and left out', async () => {
    const packets = conversation([
      ['server', text('220 mail.example ESMTP\r\n')],
      ['client', text('STARTTLS\r\n')],
      ['server', text('220 go ahead\r\n')],
      ...records,
    ]);
    const [back] = await imported(writePcap(packets), log);
    expect(messages(back!)).toEqual(messages(trace));
    expect(notesOf(back)).toEqual([
      { code: 'not-tls', party: 'server', bytes: 38 },
      { code: 'not-tls', party: 'browser', bytes: 10 },
    ]);
  });

  it('a capture that begins in the middle shows closed records and says why', async () => {
    const late = conversation(records.slice(-4)).slice(3);
    const [back] = await imported(writePcap(late), log);
    expect(shape(back)).toMatch(/^UnreadableRecord( UnreadableRecord)+$/);
    expect(notesOf(back).map(({ code }) => code)).toContain('no-handshake');
  });

  it('without a SYN, and with the high port at the server, the ClientHello tells who is who', async () => {
    const all = conversation(records, {
      client: { ...v4.client, port: 443 },
      server: { ...v4.server, port: 50_001 },
    });
    const [back] = await imported(writePcap(all.slice(3)), log);
    expect(messages(back!)).toEqual(messages(trace));
  });
});

/** The same packet with other ports, whatever its checksum. */
function shifted(bytes: Bytes): Bytes {
  const moved = bytes.slice();
  const at = 14 + 20;
  const isClient = moved[at] === 0xc0;
  moved[isClient ? at + 1 : at + 3] = 0x77;
  return moved;
}

const captures = ['illustrated-tls13', 'illustrated-tls12'] as const;
describe.each(captures)('the capture of others: %s', (name) => {
  const capture = conformanceFile(`captures/${name}/capture.pcap`);
  const keyLog = conformanceFile(`captures/${name}/keylog.txt`)?.toString() ?? '';
  it.runIf(capture !== undefined)('steps to the end', async () => {
    const [trace] = await imported(new Uint8Array(capture!), readKeyLog(keyLog));
    expect(notesOf(trace)).toEqual([]);
    expect(trace?.outcome.kind).toBe('completed');
    const data = trace!.steps.flatMap((step) =>
      step.kind === 'message' && step.message === 'ApplicationData'
        ? [new TextDecoder().decode(step.content)]
        : [],
    );
    expect(data).toEqual(['ping', 'pong']);
  });
});

describe('whatever is in the packets', () => {
  it('never throws, and every trace it makes can be kept', { timeout: 60_000 }, async () => {
    const files = ['tls13', 'client-certificate', 'key update, padding, no ALPN'].map((name) =>
      traceAsPcapng(traces.get(name)!, ''),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.nat(files.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (which, changes) => {
          const file = files[which]!.slice();
          for (const [at, value] of changes) file[at % file.length] = value;
          for (const trace of await imported(file)) {
            if (trace.steps.length === 0) continue;
            const again = decodeTrace(encodeTrace(trace));
            expect('problem' in again ? again.problem : 'fine').toBe('fine');
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
