import Copy from 'lucide-react/icons/copy';
import FileBraces from 'lucide-react/icons/file-braces';
import FileKey from 'lucide-react/icons/file-key';
import FolderOpen from 'lucide-react/icons/folder-open';
import { toHex } from '../../bytes/hex.ts';
import { labWords } from '../../lesson/lab.ts';
import type { MenuItem, MenuSection } from '../primitives/menu.tsx';
import { useActions, useLab, useLabStore, useWords } from '../use-lab.ts';
import { copyText, saveFile } from './clipboard.ts';
import { chooseTraceFile, openTraceFile } from './trace-file.ts';

/** What can be taken away from the run on screen. */
export function useExportItems(): readonly MenuSection[] {
  const { exports: words, notices } = useWords(labWords);
  const store = useLabStore();
  const { notify } = useActions();
  const trace = useLab((state) => state.trace);
  const step = useLab((state) => state.trace?.steps[state.step]);
  const view = useLab((state) => state.byteView);
  const bytes =
    step?.kind === 'message' ? (view === 'plain' ? (step.plain ?? step.wire) : step.wire).bytes : undefined;

  const items: MenuItem[] = [];
  if (bytes)
    items.push({
      id: 'hex',
      label: words.hex,
      note: words.hexNote(bytes.length),
      icon: Copy,
      onSelect: () =>
        void copyText(toHex(bytes)).then((copied) =>
          notify(copied ? words.hexCopied(bytes.length) : notices.copyFailed),
        ),
    });
  if (trace && trace.keyLog.length > 0)
    items.push({
      id: 'key-log',
      label: words.keyLog,
      note: words.keyLogNote(trace.keyLog.length),
      icon: FileKey,
      onSelect: () => {
        const lines = (store.getState().trace ?? trace).keyLog.map((entry) => `${entry.line}\n`).join('');
        saveFile(words.files.keyLog, lines, 'text/plain');
        notify(words.saved(words.files.keyLog));
      },
    });
  if (trace)
    items.push({
      id: 'trace',
      label: words.trace,
      note: words.traceNote(trace.steps.length),
      icon: FileBraces,
      onSelect: () => {
        void import('../../lab/serialize.ts').then(({ encodeTrace }) => {
          saveFile(words.files.trace, encodeTrace(store.getState().trace ?? trace), 'application/json');
          notify(words.saved(words.files.trace));
        });
      },
    });
  const open: MenuItem = {
    id: 'open',
    label: words.open,
    note: words.openNote,
    icon: FolderOpen,
    onSelect: () => chooseTraceFile((file) => void openTraceFile(file, store, words)),
  };
  return [{ items }, { items: [open] }];
}
