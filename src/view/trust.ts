/** What the Checks tab shows for a step: which panel, the alert that went out, the lists that have nothing in common. */
import { toHex } from '../bytes/hex.ts';
import type { Level, LocalStep, MessageStep, Party, Step, Trace } from '../lab/trace.ts';
import type { TlsError } from '../tls/errors.ts';
import { type AlertName, alertCodes, alertName } from '../tls/registry/alerts.ts';
import type { PathResult } from '../x509/path/result.ts';
import { groupLabel, schemeLabel, suiteLabel } from './configure-names.ts';
import { sentCards } from './trust-certificates.ts';

export type ChecksView =
  /** A chain was judged. `presenter` sent it. */
  | { readonly kind: 'path'; readonly path: PathResult; readonly presenter: Party; readonly failed: boolean }
  /** Both sides have a list, and no entry is in both. */
  | {
      readonly kind: 'lists';
      readonly error: TlsError;
      readonly what: ListName;
      readonly browser: readonly string[];
      readonly server: readonly string[];
    }
  /** Any other fault. */
  | { readonly kind: 'fault'; readonly error: TlsError; readonly noticedBy: Party };

export type ListName = 'suites' | 'groups' | 'schemes' | 'protocols';

/** Undefined for steps without a check: the tab is not there. */
export function checksView(trace: Trace, step: Step | undefined): ChecksView | undefined {
  if (!step) return undefined;
  const path = step.kind === 'local' ? step.path : undefined;
  const { outcome } = trace;
  const failed = outcome.kind === 'failed' && outcome.step === step.index;
  if (path) return { kind: 'path', path, presenter: presenterOf(step as LocalStep), failed };
  if (!failed) return undefined;
  const { error, noticedBy } = outcome;
  const what = listNames[error.code];
  return what ? { kind: 'lists', error, what, ...listsOf(trace, what) } : { kind: 'fault', error, noticedBy };
}

/** The step at which the run failed. */
export function failedStep(trace: Trace): Step | undefined {
  return trace.outcome.kind === 'failed' ? trace.steps[trace.outcome.step] : undefined;
}

/** The step that judged a chain: the server's, or the one the browser showed. */
export function judgement(trace: Trace, chain: 'server' | 'client'): LocalStep | undefined {
  const work = chain === 'server' ? 'validate_chain' : 'validate_client_chain';
  return trace.steps.find((step): step is LocalStep => step.kind === 'local' && step.work === work);
}

/** Whom the judged chain is about: the host that was asked for, or the person its certificate names. */
export function subjectOf(trace: Trace, step: LocalStep): string {
  if (step.work !== 'validate_client_chain') return trace.scenario.browser.serverName;
  return sentCards(trace, 'browser')[0]?.name ?? '';
}

export interface AlertSent {
  readonly from: Party;
  readonly level: Level;
  readonly name?: AlertName;
  readonly code: number;
  /** AlertLevel byte: 2 is fatal. */
  readonly fatal: boolean;
  /** 'AlertLevel AlertDescription' as they went out, in hex: '02 30'. */
  readonly bytes: string;
  /** Its step, counted from 1. */
  readonly step: number;
}

/** The alert that closed the connection after the failure. */
export function alertSent(trace: Trace): AlertSent | undefined {
  if (trace.outcome.kind !== 'failed') return undefined;
  const { outcome } = trace;
  const step = trace.steps.find(
    (one): one is MessageStep =>
      one.kind === 'message' && one.message === 'Alert' && one.index >= outcome.step,
  );
  const [level, code] = step?.content ?? [];
  if (!step || level === undefined || code === undefined) return undefined;
  const name = alertName(code);
  return {
    from: step.from,
    level: step.level,
    ...(name && { name }),
    code,
    fatal: level === alertLevelFatal,
    bytes: toHex(step.content).replace(/..(?=.)/g, '$& '),
    step: step.index + 1,
  };
}

/** The alert the error value asks for, when none was seen on the wire. */
export function alertCodeOf(error: TlsError): number {
  return alertCodes[error.alert];
}

const alertLevelFatal = 2;

const listNames: Readonly<Record<string, ListName>> = {
  'no-common-cipher-suite': 'suites',
  'no-common-group': 'groups',
  'no-common-signature-scheme': 'schemes',
  'no-common-protocol': 'protocols',
};

function listsOf(
  trace: Trace,
  what: ListName,
): { readonly browser: readonly string[]; readonly server: readonly string[] } {
  const { browser, server } = trace.scenario;
  switch (what) {
    case 'suites':
      return { browser: browser.suites.map(suiteLabel), server: server.suites.map(suiteLabel) };
    case 'groups':
      return { browser: browser.groups.map(groupLabel), server: server.groups.map(groupLabel) };
    case 'schemes':
      return {
        browser: browser.signatureSchemes.map(schemeLabel),
        server: server.signatureSchemes.map(schemeLabel),
      };
    case 'protocols':
      return { browser: browser.alpn, server: server.alpn };
  }
}

/** The server's chain is checked by the browser, and the other way round. */
function presenterOf(step: LocalStep): Party {
  return step.work === 'validate_client_chain' ? 'browser' : 'server';
}
