/** The strip over a captured connection: where it comes from, what is missing, and its siblings in the file. */
import type { KeyLog } from '../interchange/capture/key-log.ts';
import { joinKeyLogs, readKeyLog } from '../interchange/capture/key-log.ts';
import type { CaptureFile } from '../interchange/capture/read-file.ts';
import { secretsFor, type Contents } from '../interchange/passive/connections.ts';
import type { CaptureSource } from '../lab/trace.ts';
import type { CaptureWords } from '../lesson/captures.ts';
import { versionName } from '../tls/registry/names.ts';

export interface CaptureLine {
  readonly text: string;
  readonly note: string;
  readonly current: boolean;
}

export interface CaptureView {
  readonly title: string;
  /** One of the two is there. */
  readonly decrypted?: string;
  readonly closed?: string;
  readonly notes: readonly string[];
  /** Connections of the file; empty for a trace without one. */
  readonly lines: readonly CaptureLine[];
}

interface Capture {
  readonly file: CaptureFile;
  readonly contents: Contents;
  readonly current: number;
}

export function captureView(
  source: CaptureSource,
  capture: Capture | undefined,
  keyLog: KeyLog | undefined,
  words: CaptureWords,
): CaptureView {
  const { strip } = words;
  return {
    title: strip.title(source.file),
    ...(source.secrets > 0 ? { decrypted: strip.decrypted(source.secrets) } : { closed: strip.closed }),
    notes: [
      ...source.notes.map((note) => words.note(note)),
      ...(capture ? words.skipped(capture.contents) : []),
      ...(capture?.file.damage ? [words.damage(capture.file.damage)] : []),
      strip.trust,
    ],
    lines: capture ? linesOf(capture, keyLog, words) : [],
  };
}

function linesOf({ file, contents, current }: Capture, keyLog: KeyLog | undefined, words: CaptureWords) {
  const log = joinKeyLogs(...file.secrets.map(readKeyLog), ...(keyLog ? [keyLog] : []));
  const { line, secrets, noSecrets } = words.connection;
  return contents.connections.map((connection, index): CaptureLine => {
    const { serverName, version, server } = connection;
    const name = version === undefined ? undefined : versionName(version);
    return {
      text: line(index + 1, serverName, name, server),
      note: secretsFor(log, connection).size > 0 ? secrets : noSecrets,
      current: index === current,
    };
  });
}
