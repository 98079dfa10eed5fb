/** Traces from files: runs of this lab, or of the bridge with a real peer. */
import type { LabWords } from '../../lesson/lab.ts';
import type { LabStore } from '../../state/store.ts';

const largestMegabytes = 64;

/** Shows the trace in the file, or says why not. */
export async function openTraceFile(file: File, store: LabStore, words: LabWords['exports']): Promise<void> {
  const { actions } = store.getState();
  const refuse = (why: string): void => actions.refuseFile({ name: file.name, why });
  if (file.size > largestMegabytes * 1_000_000) {
    refuse(words.tooLarge(largestMegabytes));
    return;
  }
  const [text, { decodeTrace, isProblem }] = await Promise.all([
    file.text().catch(() => undefined),
    import('../../lab/serialize.ts'),
  ]);
  if (text === undefined) {
    refuse(words.unreadable);
    return;
  }
  const decoded = decodeTrace(text);
  if (isProblem(decoded)) {
    refuse(decoded.problem);
    return;
  }
  actions.openTrace(decoded, file.name);
  actions.notify(words.opened(file.name));
}

/** The browser's file dialog. */
export function chooseTraceFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  });
  input.click();
}
