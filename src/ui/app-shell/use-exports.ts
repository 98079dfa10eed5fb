import Copy from 'lucide-react/icons/copy';
import FileBraces from 'lucide-react/icons/file-braces';
import FileKey from 'lucide-react/icons/file-key';
import FolderOpen from 'lucide-react/icons/folder-open';
import Network from 'lucide-react/icons/network';
import Presentation from 'lucide-react/icons/presentation';
import QrCode from 'lucide-react/icons/qr-code';
import { toHex } from '../../bytes/hex.ts';
import type { Trace } from '../../lab/trace.ts';
import { labWords } from '../../lesson/lab.ts';
import type { MenuItem, MenuSection } from '../primitives/menu.tsx';
import { chooseFiles, takeFiles } from '../import/choose-files.ts';
import { useActions, useLab, useLabStore, useLanguage, useWords } from '../use-lab.ts';
import { copyText, saveFile } from './clipboard.ts';
import { usePresent } from './use-present.ts';

/** What can be taken away from the run on screen. What makes a file is loaded when it is asked for. */
export function useExportItems(): readonly MenuSection[] {
  const { exports: words, notices } = useWords(labWords);
  const store = useLabStore();
  const language = useLanguage();
  const { notify, setShareOpen } = useActions();
  const { top } = useWords(labWords);
  const present = usePresent();
  const trace = useLab((state) => state.trace);
  const step = useLab((state) => state.trace?.steps[state.step]);
  const view = useLab((state) => state.byteView);
  const open: MenuItem = {
    id: 'open',
    label: words.open,
    note: words.openNote,
    icon: FolderOpen,
    onSelect: () => chooseFiles((files) => takeFiles(files, store, language)),
  };
  if (!trace) return [{ items: [open] }];

  /** The run on screen when the file is made, not when the menu was drawn. */
  const save = (name: string, type: string, make: (trace: Trace) => Promise<BlobPart>): void => {
    void make(store.getState().trace ?? trace).then((content) => {
      saveFile(name, content, type);
      notify(words.saved(name));
    });
  };
  const { files } = words;
  const capture: MenuItem[] = [
    {
      id: 'pcapng',
      label: words.pcapng,
      note: words.pcapngNote,
      icon: Network,
      onSelect: () =>
        save(files.pcapng, 'application/x-pcapng', async (run) => {
          const { traceAsPcapng } = await import('../../interchange/capture/from-trace.ts');
          const unread = run.unread.map(({ message }) => message);
          return traceAsPcapng(run, words.captureComment(run.steps.length, unread));
        }),
    },
    {
      id: 'pcap',
      label: words.pcap,
      note: words.pcapNote,
      icon: Network,
      onSelect: () =>
        save(files.pcap, 'application/vnd.tcpdump.pcap', async (run) => {
          const { traceAsPcap } = await import('../../interchange/capture/from-trace.ts');
          return traceAsPcap(run);
        }),
    },
  ];
  if (trace.keyLog.length > 0)
    capture.push({
      id: 'key-log',
      label: words.keyLog,
      note: words.keyLogNote(trace.keyLog.length),
      icon: FileKey,
      onSelect: () =>
        save(files.keyLog, 'text/plain', async (run) => {
          const { keyLogText } = await import('../../interchange/capture/from-trace.ts');
          return keyLogText(run);
        }),
    });

  const theRun: MenuItem[] = [
    {
      id: 'trace',
      label: words.trace,
      note: words.traceNote(trace.steps.length),
      icon: FileBraces,
      onSelect: () =>
        save(files.trace, 'application/json', async (run) => {
          const { encodeTrace } = await import('../../lab/serialize.ts');
          return encodeTrace(run);
        }),
    },
  ];
  const bytes =
    step?.kind === 'message' ? (view === 'plain' ? (step.plain ?? step.wire) : step.wire).bytes : undefined;
  if (bytes)
    theRun.push({
      id: 'hex',
      label: words.hex,
      note: words.hexNote(bytes.length),
      icon: Copy,
      onSelect: () =>
        void copyText(toHex(bytes)).then((copied) =>
          notify(copied ? words.hexCopied(bytes.length) : notices.copyFailed),
        ),
    });
  return [
    { label: words.groups.capture, items: capture },
    { label: words.groups.run, items: theRun },
    {
      items: [
        open,
        { id: 'share-more', label: top.shareMore, icon: QrCode, onSelect: () => setShareOpen(true) },
        { id: 'present', label: top.present, icon: Presentation, onSelect: present },
      ],
    },
  ];
}
