/** Files that are opened: traces of this lab or the bridge, captures of other people's connections, key logs. */
import { captureWords, type CaptureWords } from '../../lesson/captures.ts';
import type { Language } from '../../lesson/catalog.ts';
import { exportWords } from '../../lesson/exports.ts';
import { loadLanguage } from '../../lesson/load-language.ts';
import {
  hasSecrets,
  recognise,
  showCapture,
  withKeyLog,
  type Incoming,
  type Refusal,
} from '../../state/captures.ts';
import type { LabStore } from '../../state/store.ts';
import { tooLarge, unpackGzip } from './unpack.ts';

const largestMegabytes = 256;
const largest = largestMegabytes * 1_000_000;
/** From this size on reading takes long enough to say so. */
const worthWords = 4_000_000;

/** Shows what the files hold, or says why not. Several at once: a capture and its key log. */
export async function openFiles(files: readonly File[], store: LabStore, language: Language): Promise<void> {
  await loadLanguage(language);
  const { actions } = store.getState();
  const words = exportWords[language];
  const said = captureWords[language];
  const refuse = (file: { readonly name: string }, why: string): void =>
    actions.refuseFile({ name: file.name, why });
  const large = files.find((file) => file.size > largest);
  if (large) return refuse(large, words.tooLarge(largestMegabytes));
  const incoming: Incoming[] = [];
  for (const file of files) {
    const bytes = await contentOf(file);
    if (bytes === undefined) return refuse(file, words.unreadable);
    if (bytes === tooLarge) return refuse(file, words.tooLarge(largestMegabytes));
    if (bytes.length >= worthWords) {
      actions.notify(words.reading(file.name));
      await shown();
    }
    incoming.push(recognise({ name: file.name, bytes }));
  }
  const refused = incoming.find((one) => one.kind === 'refused');
  if (refused) return refuse(refused, refusalText(refused.why, said));
  for (const one of incoming)
    if (one.kind === 'key-log') actions.keepKeyLog(withKeyLog(store.getState().keyLog, one.keyLog));
  const trace = incoming.find((one) => one.kind === 'trace');
  if (trace) {
    actions.openTrace(trace.trace, trace.name);
    actions.notify(words.opened(trace.name));
    return undefined;
  }
  const capture = incoming.find((one) => one.kind === 'capture')?.capture;
  if (capture) {
    const failure = await showCapture(store, capture).catch(messageOf);
    if (failure !== undefined) return refuse(capture, said.failed(failure));
    actions.notify(words.opened(capture.name));
    return undefined;
  }
  const keyLog = incoming.find((one) => one.kind === 'key-log')?.keyLog;
  if (keyLog) await takeKeyLog(store, keyLog.lines, keyLog.connections.size, said);
  return undefined;
}

/** Time for what was said to be drawn, before reading takes it all. */
function shown(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}

/** A key log for the capture on screen, or for one that is still to come. */
async function takeKeyLog(
  store: LabStore,
  secrets: number,
  connections: number,
  said: CaptureWords,
): Promise<void> {
  const { capture, keyLog, actions } = store.getState();
  if (capture === undefined) return actions.notify(said.keyLogKept(secrets, connections));
  const failure = await showCapture(store, capture, capture.current).catch(messageOf);
  if (failure !== undefined) return actions.refuseFile({ name: capture.name, why: said.failed(failure) });
  const fits = hasSecrets(capture, keyLog, capture.current);
  actions.notify(fits ? said.keyLogForCapture(secrets) : said.keyLogElsewhere);
  return undefined;
}

function refusalText(why: Refusal, said: CaptureWords): string {
  const { refused } = said;
  switch (why.reason) {
    case 'damaged-trace':
      return refused.damagedTrace(why.text);
    case 'no-key-log-line':
      return refused.noKeyLogLine(why.line);
    case 'unknown':
      return why.looksLike ? refused.looksLike[why.looksLike] : refused.unknown(why.begins);
    case 'no-tls':
      return [
        refused.noTls(why.file.packets.length, why.contents.otherConnections),
        ...said.skipped(why.contents),
        ...(why.file.damage ? [said.damage(why.file.damage)] : []),
      ].join(' ');
  }
}

/** The bytes of a file; unpacked if it is gzip, as captures often are. */
async function contentOf(file: File): ReturnType<typeof unpackGzip> {
  try {
    const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    if (head[0] === 0x1f && head[1] === 0x8b) return await unpackGzip(file, largest);
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return undefined;
  }
}
