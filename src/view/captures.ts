/** The strip over a captured connection: where it comes from, what is missing, and its siblings in the file. */
import type { KeyLog } from '../interchange/capture/key-log.ts';
import { keyLogOf } from '../interchange/capture/key-log.ts';
import type { CaptureFile } from '../interchange/capture/read-file.ts';
import type { Contents } from '../interchange/passive/connections.ts';
import { secretsFor } from '../interchange/passive/sessions.ts';
import type { CaptureSource, Trace } from '../lab/trace.ts';
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
  steps: Trace['steps'],
  capture: Capture | undefined,
  keyLog: KeyLog | undefined,
  words: CaptureWords,
): CaptureView {
  const { strip } = words;
  return {
    title: strip.title(source.file),
    ...reading(source, steps, capture, keyLog, words),
    notes: [
      ...source.notes.map((note) => words.note(note)),
      ...(capture ? words.skipped(capture.contents) : []),
      ...(capture?.file.damage ? [words.damage(capture.file.damage)] : []),
      strip.trust,
    ],
    lines: capture ? linesOf(capture, keyLog, words) : [],
  };
}

/** Where no key log would help. */
const causes: ReadonlySet<string> = new Set([
  'unsupported-version',
  'unsupported-suite',
  'no-handshake',
  'no-answer',
]);

/** Whether the secrets opened anything, and if not, why. */
function reading(
  { secrets, notes }: CaptureSource,
  steps: Trace['steps'],
  capture: Capture | undefined,
  keyLog: KeyLog | undefined,
  { strip, note }: CaptureWords,
): Pick<CaptureView, 'decrypted' | 'closed'> {
  const opened = steps.some(
    (step) => step.kind === 'message' && step.level !== 'plaintext' && step.message !== 'UnreadableRecord',
  );
  if (opened && secrets > 0) return { decrypted: strip.decrypted(secrets) };
  const cause = notes.find(({ code }) => causes.has(code));
  if (cause) return { closed: note(cause) };
  if (secrets > 0) return { closed: strip.unfit(secrets) };
  const others = capture ? keyLogOf(capture.file.secrets, keyLog).connections.size : 0;
  return { closed: others > 0 ? strip.elsewhere(others) : strip.closed };
}

function linesOf({ file, contents, current }: Capture, keyLog: KeyLog | undefined, words: CaptureWords) {
  const log = keyLogOf(file.secrets, keyLog);
  const { line, secrets, noSecrets } = words.connection;
  return contents.connections.map((connection, index): CaptureLine => {
    const { serverName, version, server } = connection;
    const name = version === undefined ? undefined : versionName(version);
    return {
      text: line(index + 1, serverName, name, server),
      note: secretsFor(log, connection, contents.connections).size > 0 ? secrets : noSecrets,
      current: index === current,
    };
  });
}
