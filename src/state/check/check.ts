/**
 * The store of "Your chain", made outside React when the page is first opened. What is pasted is read at once
 * and judged at once; nothing of it is kept beyond the page, and nothing leaves it. Private keys are taken out
 * of the text before the text is stored.
 */
import { createStore } from 'zustand/vanilla';
import type { Bytes } from '../../crypto/port.ts';
import { certificatesIn, listsIn, pasteOfFile, readPaste, withoutKeys } from '../../interchange/paste.ts';
import type { PasteItem } from '../../interchange/paste.ts';
import type { ChainQuestion } from '../../lab/judge-chain.ts';
import type { Trace } from '../../lab/trace.ts';
import { checkRows, hostOf } from '../../view/check.ts';
import type { Certificate } from '../../x509/model.ts';

export interface CheckState {
  /** As pasted, without keys. */
  readonly text: string;
  readonly items: readonly PasteItem[];
  /** Typed by the learner; undefined follows the first name of the leaf. */
  readonly host: string | undefined;
  /** Milliseconds since 1970 UTC; undefined follows the real clock. */
  readonly time: number | undefined;
  readonly useMock: boolean;
  readonly useWorkshop: boolean;
  /** Roots from the learner's own files, or out of the paste. */
  readonly ownRoots: readonly Certificate[];
  /** A file of roots in which nothing was found. */
  readonly rootFault: string | undefined;
  /** The newest judgement; undefined without a certificate. */
  readonly trace: Trace | undefined;
  readonly isBusy: boolean;
  /** A bug of ours. */
  readonly failure: string | undefined;
  readonly actions: CheckActions;
}

export interface CheckActions {
  readonly setText: (text: string) => void;
  /** Adds what is in a file to the end of the text. */
  readonly addFile: (bytes: Bytes) => void;
  readonly clear: () => void;
  readonly setHost: (host: string | undefined) => void;
  readonly setTime: (time: number | undefined) => void;
  readonly setMock: (on: boolean) => void;
  readonly setWorkshop: (on: boolean) => void;
  readonly addRoots: (name: string, bytes: Bytes) => void;
  readonly trust: (certificate: Certificate) => void;
  readonly distrust: (certificate: Certificate) => void;
  /** The stores behind the switches may have changed. */
  readonly judgeAgain: () => void;
}

export interface CheckOptions {
  readonly judge: (question: ChainQuestion) => Promise<Trace>;
  readonly now: () => number;
  readonly mockRoots: () => readonly Certificate[];
  readonly workshopRoots: () => Promise<readonly Certificate[]>;
}

export type CheckStore = ReturnType<typeof createCheck>;

export function createCheck({ judge, now, mockRoots, workshopRoots }: CheckOptions) {
  let latest = 0;

  return createStore<CheckState>()((set, get) => {
    const judgeNow = async (): Promise<void> => {
      const number = ++latest;
      const { items, host, time, useMock, useWorkshop, ownRoots } = get();
      const sent = checkRows(items).flatMap(({ certificate, place }) =>
        certificate && place !== undefined ? [{ certificate, place }] : [],
      );
      if (sent.length === 0) {
        set({ trace: undefined, isBusy: false });
        return;
      }
      set({ isBusy: true, failure: undefined });
      try {
        const store = [
          ...(useMock ? mockRoots() : []),
          ...(useWorkshop ? await workshopRoots() : []),
          ...ownRoots,
        ];
        const chain = sent.toSorted((a, b) => a.place - b.place).map(({ certificate }) => certificate);
        const trace = await judge({
          sent: chain,
          store: distinct(store),
          at: time ?? now(),
          host: host ?? hostOf(chain[0]),
          lists: listsIn(items),
        });
        if (number === latest) set({ trace, isBusy: false });
      } catch (error) {
        if (number === latest)
          set({ isBusy: false, failure: error instanceof Error ? error.message : String(error) });
      }
    };

    const change = (part: Partial<CheckState>): void => {
      set(part);
      void judgeNow();
    };

    const actions: CheckActions = {
      setText: (pasted) => {
        const text = withoutKeys(pasted);
        change({ text, items: readPaste(text) });
      },
      addFile: (bytes) => {
        const { text } = get();
        const gap = text === '' || text.endsWith('\n') ? '' : '\n';
        actions.setText(`${text}${gap}${pasteOfFile(bytes)}`);
      },
      clear: () => change({ text: '', items: [], host: undefined }),
      setHost: (host) => change({ host }),
      setTime: (time) => change({ time }),
      setMock: (useMock) => change({ useMock }),
      setWorkshop: (useWorkshop) => change({ useWorkshop }),
      addRoots: (name, bytes) => {
        const found = certificatesIn(readPaste(pasteOfFile(bytes)));
        if (found.length === 0) set({ rootFault: name });
        else change({ ownRoots: distinct([...get().ownRoots, ...found]), rootFault: undefined });
      },
      trust: (certificate) => change({ ownRoots: distinct([...get().ownRoots, certificate]) }),
      distrust: (certificate) =>
        change({ ownRoots: get().ownRoots.filter((root) => !isSame(root, certificate)) }),
      judgeAgain: () => void judgeNow(),
    };

    return {
      text: '',
      items: [],
      host: undefined,
      time: undefined,
      useMock: true,
      useWorkshop: true,
      ownRoots: [],
      rootFault: undefined,
      trace: undefined,
      isBusy: false,
      failure: undefined,
      actions,
    };
  });
}

function isSame(a: Certificate, b: Certificate): boolean {
  return String(a.der) === String(b.der);
}

function distinct(certificates: readonly Certificate[]): readonly Certificate[] {
  return certificates.filter((one, i) => certificates.findIndex((other) => isSame(one, other)) === i);
}
