/** Files that come in: what each is, and what to show of them together. Loaded when a file is opened. */
import { fromUtf8 } from '../bytes/hex.ts';
import type { Bytes } from '../crypto/port.ts';
import { joinKeyLogs, keyLogOf, readKeyLog, type KeyLog } from '../interchange/capture/key-log.ts';
import { captureFormat, readCaptureFile, type CaptureFile } from '../interchange/capture/read-file.ts';
import { connectionsOf, type Contents } from '../interchange/passive/connections.ts';
import { listen } from '../interchange/passive/listen.ts';
import { secretsFor } from '../interchange/passive/sessions.ts';
import { presets } from '../lab/presets.ts';
import { decodeTrace, isProblem } from '../lab/serialize.ts';
import type { Trace } from '../lab/trace.ts';
import type { LabStore } from './store.ts';
import type { Workbench } from './workbench.ts';

export interface OpenCapture {
  readonly name: string;
  readonly file: CaptureFile;
  readonly contents: Contents;
  /** Index of the connection on screen. */
  readonly current: number;
}

export interface IncomingFile {
  readonly name: string;
  readonly bytes: Bytes;
}

/** What the files are, and why one of them is nothing that can be opened here. */
export type Incoming =
  | { readonly kind: 'trace'; readonly name: string; readonly trace: Trace }
  | { readonly kind: 'capture'; readonly capture: OpenCapture }
  | { readonly kind: 'key-log'; readonly name: string; readonly keyLog: KeyLog }
  | { readonly kind: 'refused'; readonly name: string; readonly why: Refusal };

export type Refusal =
  | { readonly reason: 'damaged-trace'; readonly text: string }
  | { readonly reason: 'unknown'; readonly begins: string; readonly looksLike: LooksLike | undefined }
  | { readonly reason: 'no-key-log-line'; readonly line: number }
  | { readonly reason: 'no-tls'; readonly file: CaptureFile; readonly contents: Contents };

export type LooksLike =
  | 'pem'
  | 'der'
  | 'zip'
  | 'packed'
  | 'pdf'
  | 'picture'
  | 'page'
  | 'other-capture'
  | 'dissection'
  | 'empty';

export function recognise({ name, bytes }: IncomingFile): Incoming {
  const format = captureFormat(bytes);
  if (format !== undefined) {
    const file = readCaptureFile(bytes, format);
    const contents = connectionsOf(file);
    if (contents.connections.length === 0)
      return { kind: 'refused', name, why: { reason: 'no-tls', file, contents } };
    return { kind: 'capture', capture: { name, file, contents, current: 0 } };
  }
  const text = textOf(bytes);
  const looksLike = guess(text, bytes);
  const isJson = /^\s*[[{]/.test(text) || name.toLowerCase().endsWith('.json');
  if (isJson && looksLike !== 'dissection') {
    const trace = decodeTrace(text);
    if (isProblem(trace))
      return { kind: 'refused', name, why: { reason: 'damaged-trace', text: trace.problem } };
    return { kind: 'trace', name, trace };
  }
  const keyLog = readKeyLog(text);
  if (keyLog.lines > 0) return { kind: 'key-log', name, keyLog };
  const [bad] = keyLog.bad;
  const named = /\.(keys|keylog|log)$/i.test(name) || /^(CLIENT|SERVER|EXPORTER|RSA)[_ ]/m.test(text);
  if (named && looksLike === undefined && bad !== undefined)
    return { kind: 'refused', name, why: { reason: 'no-key-log-line', line: bad } };
  return {
    kind: 'refused',
    name,
    why: { reason: 'unknown', begins: beginning(bytes), looksLike },
  };
}

/** The connection that is best shown first: one that can be decrypted, else one with a handshake. */
function bestConnection({ contents, file }: OpenCapture, extra: KeyLog | undefined): number {
  const log = keyLogOf(file.secrets, extra);
  const { connections } = contents;
  const withSecrets = connections.findIndex(
    (connection) => secretsFor(log, connection, connections).size > 0,
  );
  const withHello = connections.findIndex(({ hello }) => hello !== undefined);
  return Math.max(0, withSecrets >= 0 ? withSecrets : withHello);
}

/** Reads one connection of the capture as a trace. */
async function traceOf(
  capture: OpenCapture,
  extra: KeyLog | undefined,
  workbench: Workbench,
  run: Trace | undefined,
): Promise<Trace> {
  const connection = capture.contents.connections[capture.current];
  if (connection === undefined) throw new Error(`connection ${capture.current} of ${capture.name}`);
  const clock = Math.floor(connection.started);
  // The roots of the Lab, and those that the run on screen hangs under: a capture may have been exported here.
  const scenarios = [presets.tls13, ...(run?.source.kind === 'lab' ? [run.scenario] : [])];
  const issued = await Promise.all(scenarios.map((scenario) => workbench.issue(scenario, clock)));
  const log = keyLogOf(capture.file.secrets, extra);
  return listen(connection, {
    provider: await workbench.provider(),
    now: workbench.now,
    store: issued.flatMap(({ store }) => store),
    secrets: secretsFor(log, connection, capture.contents.connections),
    keyLog: log,
    file: capture.name,
    notes: [],
    breathe: () => new Promise((resolve) => setTimeout(resolve)),
  });
}

/** Puts a connection of the capture on screen; the best one unless told which. */
export async function showCapture(store: LabStore, capture: OpenCapture, index?: number): Promise<void> {
  const { workbench, keyLog, trace, actions } = store.getState();
  if (workbench === undefined) throw new Error('a capture without a workbench');
  const chosen = { ...capture, current: index ?? bestConnection(capture, keyLog) };
  actions.openTrace(await traceOf(chosen, keyLog, workbench, trace), capture.name, chosen);
}

export function withKeyLog(before: KeyLog | undefined, added: KeyLog): KeyLog {
  return before === undefined ? added : joinKeyLogs(before, added);
}

/** Whether a connection can be decrypted with what is there. */
export function hasSecrets(capture: OpenCapture, extra: KeyLog | undefined, index: number): boolean {
  const { connections } = capture.contents;
  const connection = connections[index];
  const log = keyLogOf(capture.file.secrets, extra);
  return connection !== undefined && secretsFor(log, connection, connections).size > 0;
}

/** Windows has programs that write key logs in UTF-16; they begin with a byte order mark. */
function textOf(bytes: Bytes): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return fromUtf8(bytes);
}

function beginning(bytes: Bytes): string {
  return Array.from(bytes.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** Beginnings in hex: what `magic` of the file command knows about them. */
const magics: readonly (readonly [start: RegExp, LooksLike])[] = [
  [/^504b0304/, 'zip'],
  [/^(28b52ffd|04224d18|fd377a58|425a68|377abcaf)/, 'packed'],
  [/^(89504e47|47494638|ffd8ff)/, 'picture'],
  // snoop, Network Monitor 1 and 2, pcap as modified by A. Kuznetsov, K12 text and binary.
  [
    /^(736e6f6f70|52545353|474d4255|34cdb2a1|a1b2cd34|2b2d2d2d2d2d2d2d2d2d2b|00000200120510)/,
    'other-capture',
  ],
  [/^308[0-4]/, 'der'],
];

const texts: readonly (readonly [start: RegExp, LooksLike])[] = [
  [/-----BEGIN /, 'pem'],
  [/^%PDF/, 'pdf'],
  [/^\s*<(!doctype html|html)/i, 'page'],
  // What tshark and Wireshark print of packets: XML, JSON, a table, CSV.
  [/^\s*<\?xml[^]{0,400}<(pdml|psml)|^\s*\[\s*\{\s*"_index"|^\s*\{\s*"(timestamp|index)"/, 'dissection'],
  [/^"?No\."?[\s,]+"?Time/, 'dissection'],
];

function guess(text: string, bytes: Bytes): LooksLike | undefined {
  if (bytes.length === 0) return 'empty';
  const head = beginning(bytes).replaceAll(' ', '');
  const found = magics.find(([start]) => start.test(head)) ?? texts.find(([start]) => start.test(text));
  return found?.[1];
}
