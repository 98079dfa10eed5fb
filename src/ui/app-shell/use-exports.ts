import Copy from 'lucide-react/icons/copy';
import FileKey from 'lucide-react/icons/file-key';
import { toHex } from '../../bytes/hex.ts';
import { labWords } from '../../lesson/lab.ts';
import type { MenuItem, MenuSection } from '../primitives/menu.tsx';
import { useActions, useLab, useLabStore, useWords } from '../use-lab.ts';
import { copyText, saveFile } from './clipboard.ts';

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
  return items.length > 0 ? [{ items }] : [];
}
