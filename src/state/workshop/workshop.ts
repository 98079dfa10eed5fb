/**
 * The workshop's store, made outside React when the page is first opened. Every finished act is kept in the
 * browser at once; acts follow each other, none is lost and none runs twice at the same time.
 */
import { createStore } from 'zustand/vanilla';
import {
  draftOf,
  type ExampleId,
  examples,
  type GrantDraft,
  grantOf,
  type RequestDraft,
  wishOf,
} from '../../authority/workshop/draft.ts';
import type { RevocationReason, Workshop } from '../../authority/workshop/model.ts';
import * as acts from '../../authority/workshop/workshop.ts';
import type { KeyMaker } from '../../authority/keys.ts';
import { readWorkshop, type WorkshopProblem } from '../../interchange/workshop-file.ts';
import { keepWorkshop, loadWorkshop, type WorkshopStorage } from './storage.ts';

export type WorkshopFault =
  | { readonly kind: 'file'; readonly name: string; readonly problem: WorkshopProblem }
  /** What is done now lasts only as long as the page. */
  | { readonly kind: 'not-kept' }
  /** A bug of ours. */
  | { readonly kind: 'failed'; readonly message: string };

export interface WorkshopState {
  /** Absent until it is read or founded. */
  readonly workshop: Workshop | undefined;
  readonly isBusy: boolean;
  readonly request: RequestDraft;
  /** Absent until the registration authority has checked. */
  readonly grant: GrantDraft | undefined;
  /** Serial of the certificate that was signed last for the request on the desk. */
  readonly current: string | undefined;
  /** When the state was last looked at; periods are judged by it. */
  readonly now: number;
  readonly fault: WorkshopFault | undefined;
  /** The workshop that an import or a fresh start replaced. */
  readonly replaced: { readonly workshop: Workshop; readonly by: 'file' | 'fresh' } | undefined;
  readonly actions: WorkshopActions;
}

export interface WorkshopActions {
  readonly setRequest: (draft: Partial<RequestDraft>) => void;
  readonly startFrom: (example: ExampleId) => void;
  readonly setGrant: (draft: Partial<GrantDraft>) => void;
  readonly apply: (newKey: boolean) => Promise<void>;
  readonly check: () => Promise<void>;
  readonly setRecord: (name: string, on: boolean) => Promise<void>;
  readonly sign: () => Promise<void>;
  readonly publish: (serial: string) => Promise<void>;
  readonly revoke: (serial: string, reason: RevocationReason) => Promise<void>;
  readonly renewList: (office: string) => Promise<void>;
  readonly inquire: (serial: string, office: string) => Promise<void>;
  readonly importFile: (name: string, text: string) => boolean;
  readonly startAfresh: () => Promise<void>;
  readonly putBack: () => void;
  readonly dismissFault: () => void;
  readonly dismissReplaced: () => void;
}

export interface WorkshopOptions {
  readonly maker: () => Promise<KeyMaker>;
  readonly storage: WorkshopStorage;
  readonly now: () => number;
}

export type WorkshopStore = ReturnType<typeof createWorkshop>;

/** Makes the store and opens the workshop: the one that was kept, or a new one. */
export function createWorkshop({ maker, storage, now }: WorkshopOptions) {
  let queue: Promise<void> = Promise.resolve();

  return createStore<WorkshopState>()((set, get) => {
    /** One act after the other; `perform` gets the workshop as the act before left it. */
    const act = (
      perform: (workshop: Workshop, environment: acts.Environment) => Promise<Workshop> | Workshop,
      after?: (before: Workshop, workshop: Workshop) => Partial<WorkshopState>,
    ): Promise<void> => {
      const done = queue.then(async () => {
        const { workshop } = get();
        if (workshop === undefined) return;
        set({ isBusy: true });
        try {
          const result = await perform(workshop, { maker: await maker(), now: now() });
          set({
            workshop: result,
            now: now(),
            fault: undefined,
            ...after?.(workshop, result),
            ...kept(result),
          });
        } catch (error) {
          set({ fault: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } });
        }
        set({ isBusy: false });
      });
      queue = done;
      return done;
    };

    const kept = (workshop: Workshop): Partial<WorkshopState> =>
      keepWorkshop(storage, workshop) ? {} : { fault: { kind: 'not-kept' } };

    /** What the forms show once `workshop` is on the table. */
    const formsFor = (workshop: Workshop): Partial<WorkshopState> => {
      const { application, register } = workshop;
      const key = application && String(application.key.publicKey);
      const current = register.findLast((entry) => entry.key && String(entry.key.publicKey) === key);
      return {
        grant: application?.report && draftOf(acts.proposedGrant(application, now()), 'issuing'),
        current: current?.serial,
      };
    };

    const open = async (): Promise<void> => {
      set({ isBusy: true });
      try {
        const workshop =
          loadWorkshop(storage) ?? (await acts.foundWorkshop({ maker: await maker(), now: now() }));
        set({ workshop, now: now(), ...formsFor(workshop), ...kept(workshop) });
      } catch (error) {
        set({ fault: { kind: 'failed', message: error instanceof Error ? error.message : String(error) } });
      }
      set({ isBusy: false });
    };
    queue = Promise.resolve().then(open);

    const actions: WorkshopActions = {
      setRequest: (draft) => set({ request: { ...get().request, ...draft } }),
      startFrom: (example) => set({ request: examples[example] }),
      setGrant: (draft) => {
        const { grant } = get();
        if (grant) set({ grant: { ...grant, ...draft } });
      },
      apply: (newKey) => {
        const { request, workshop } = get();
        const wish = wishOf(request);
        if (!wish.ok) return Promise.resolve();
        const old = newKey ? undefined : workshop?.application?.key;
        return act(
          (before, environment) => acts.apply(before, wish.value, old ?? request.keyKind, environment),
          () => ({ grant: undefined, current: undefined }),
        );
      },
      check: () => act(acts.check, (_, after) => formsFor(after)),
      setRecord: (name, on) =>
        act(
          (before, environment) => acts.setRecord(before, name, on, environment),
          (_, { application }) => {
            const { grant } = get();
            if (!application?.report || !grant) return {};
            // The names follow what is proved; every other choice stays.
            const { names, commonName } = draftOf(acts.proposedGrant(application, now()), grant.office);
            return { grant: { ...grant, names, commonName } };
          },
        ),
      sign: () => {
        const { grant } = get();
        if (!grant) return Promise.resolve();
        const meant = grantOf(grant, now());
        if (!meant.ok) return Promise.resolve();
        return act(
          (before, environment) => acts.sign(before, meant.value, grant.office, environment),
          (_, after) => ({ current: after.register.at(-1)?.serial }),
        );
      },
      publish: (serial) => act((before) => acts.publish(before, serial)),
      revoke: (serial, reason) =>
        act((before, environment) => acts.revoke(before, serial, reason, environment)),
      renewList: (office) => act((before, environment) => acts.renewList(before, office, environment)),
      inquire: (serial, office) =>
        act((before, environment) => acts.inquire(before, serial, office, environment)),
      importFile: (name, text) => {
        const read = readWorkshop(text);
        if (!read.ok) {
          set({ fault: { kind: 'file', name, problem: read.problem } });
          return false;
        }
        replace(read.workshop, 'file');
        return true;
      },
      startAfresh: () =>
        act(
          (_, environment) => acts.foundWorkshop(environment),
          (before, after) => ({ replaced: { workshop: before, by: 'fresh' }, ...formsFor(after) }),
        ),
      putBack: () => {
        const { replaced } = get();
        if (!replaced) return;
        const { workshop } = replaced;
        set({ workshop, replaced: undefined, now: now(), ...formsFor(workshop), ...kept(workshop) });
      },
      dismissFault: () => set({ fault: undefined }),
      dismissReplaced: () => set({ replaced: undefined }),
    };

    const replace = (workshop: Workshop, by: 'file'): void => {
      const before = get().workshop;
      set({
        workshop,
        now: now(),
        fault: undefined,
        replaced: before && { workshop: before, by },
        ...formsFor(workshop),
        ...kept(workshop),
      });
    };

    return {
      workshop: undefined,
      isBusy: true,
      request: examples.greedy,
      grant: undefined,
      current: undefined,
      now: now(),
      fault: undefined,
      replaced: undefined,
      actions,
    };
  });
}
