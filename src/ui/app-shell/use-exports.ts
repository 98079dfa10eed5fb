import Copy from 'lucide-react/icons/copy';
import FileBraces from 'lucide-react/icons/file-braces';
import FileKey from 'lucide-react/icons/file-key';
import FolderOpen from 'lucide-react/icons/folder-open';
import FileText from 'lucide-react/icons/file-text';
import Image from 'lucide-react/icons/image';
import Network from 'lucide-react/icons/network';
import Presentation from 'lucide-react/icons/presentation';
import QrCode from 'lucide-react/icons/qr-code';
import Package from 'lucide-react/icons/package';
import Printer from 'lucide-react/icons/printer';
import { toHex } from '../../bytes/hex.ts';
import type { Trace } from '../../lab/trace.ts';
import { exportWords } from '../../lesson/exports.ts';
import { labWords } from '../../lesson/lab.ts';
import { scenarioWords } from '../../lesson/scenarios.ts';
import type { MenuItem, MenuSection } from '../primitives/menu.tsx';
import { chooseFiles, takeFiles } from '../import/choose-files.ts';
import { useActions, useLabStore, useLanguage, useWords } from '../use-lab.ts';
import { stepOnScreen } from '../../state/store.ts';
import type { Workbench } from '../../state/workbench.ts';
import { noKit } from '../../view/no-kit.ts';
import { copyText, saveFile } from './clipboard.ts';
import { usePresent } from './use-present.ts';
import { printHandout } from './print-handout.ts';

/**
 * What can be taken away from the run on screen, put together when the menu opens: a step is drawn without it.
 * What makes a file is loaded when it is asked for.
 */
export function useExportItems(): () => readonly MenuSection[] {
  const words = useWords(exportWords);
  const { names } = useWords(scenarioWords);
  const { notices } = useWords(labWords);
  const store = useLabStore();
  const language = useLanguage();
  const { notify, setShareOpen } = useActions();
  const { top } = useWords(labWords);
  const present = usePresent();
  return () => {
    const state = store.getState();
    const { trace, byteView: view, workbench } = state;
    const step = trace?.steps[stepOnScreen(state)];
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
      void make(store.getState().trace ?? trace).then(
        (content) => {
          saveFile(name, content, type);
          notify(words.saved(name));
        },
        (reason: unknown) =>
          notify(words.failed(name, reason instanceof Error ? reason.message : String(reason))),
      );
    };
    const maker = () => import('../export/make.ts');
    const title = (run: Trace): string => store.getState().file ?? names[run.scenario.preset];
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
    theRun.push(
      {
        id: 'markdown',
        label: words.markdown,
        icon: FileText,
        onSelect: () =>
          save(files.markdown, 'text/markdown', async (run) =>
            (await maker()).makeMarkdown(run, title(run), language),
          ),
      },
      {
        id: 'print',
        label: words.print,
        note: words.printNote,
        icon: Printer,
        onSelect: () => void printHandout(store),
      },
    );

    const hasChain = trace.steps.some((one) => one.kind === 'local' && one.path !== undefined);
    const pictures = (hasChain ? (['ladder', 'chain'] as const) : (['ladder'] as const)).flatMap((which) =>
      (['svg', 'png'] as const).map((format): MenuItem => ({
        id: `${which}-${format}`,
        label: words[which][format],
        icon: Image,
        onSelect: () =>
          save(`${files[which]}.${format}`, format === 'svg' ? 'image/svg+xml' : 'image/png', async (run) =>
            (await maker()).makePicture(which, format, run, title(run), language),
          ),
      })),
    );
    const sections: MenuSection[] = [
      { label: words.groups.capture, items: capture },
      { label: words.groups.run, items: theRun },
      { label: words.groups.pictures, items: pictures },
    ];
    if (workbench) sections.push(...issuedSections(trace, workbench));
    const out: MenuItem[] = [
      open,
      { id: 'share-more', label: top.shareMore, icon: QrCode, onSelect: () => setShareOpen(true) },
      { id: 'present', label: top.present, icon: Presentation, onSelect: present },
    ];
    return [...sections, { items: out }];

    function issuedSections(shown: Trace, bench: Workbench): readonly MenuSection[] {
      const without = noKit(shown);
      const keys: MenuItem = {
        id: 'pkcs12',
        label: words.pkcs12,
        note: words.password('handshake'),
        icon: FileKey,
        onSelect: () =>
          save(files.pkcs12, 'application/x-pkcs12', async (run) => (await maker()).makePkcs12(run, bench)),
      };
      const identities: MenuItem[] = [
        {
          id: 'pem',
          label: words.pem,
          icon: FileKey,
          onSelect: () =>
            save(files.pem, 'application/x-pem-file', async (run) => (await maker()).makePem(run, bench)),
        },
        // The keys of a run that came from a file are not here.
        ...(shown.source.kind === 'lab' ? [keys] : []),
        {
          id: 'identities',
          label: words.identities,
          note: words.zip,
          icon: Package,
          onSelect: () =>
            save(files.identities, 'application/zip', async (run) =>
              (await maker()).makeIdentities(run, bench),
            ),
        },
      ];
      const kit: MenuItem = {
        id: 'kit',
        label: words.kit,
        note: without === undefined ? words.kitNote : words.noKit[without],
        icon: Package,
        disabled: without !== undefined,
        onSelect: () =>
          save(files.kit, 'application/zip', async (run) =>
            (await maker()).makeKit(run, title(run), language, bench),
          ),
      };
      return [
        { label: words.groups.identities, items: shown.certificates.length > 0 ? identities : [keys] },
        { label: words.groups.again, items: [kit] },
      ];
    }
  };
}
