/**
 * How version, suite and group were chosen, as a worked intersection: the list of the side that decides, in its
 * order, with the place at the other side and why an entry could not be had. What was offered is read from the
 * ClientHello of the trace; what the server accepts is its configuration in the scenario.
 */
import type { Field } from '../bytes/field.ts';
import type { MessageStep, Step, Trace } from '../lab/trace.ts';
import { exchangeParts } from '../tls/registry/exchange.ts';
import { isGrease } from '../tls/registry/names.ts';
import { tls12SuiteByCode } from '../tls/registry/suite-parts.ts';
import { suiteByCode } from '../tls/registry/suites.ts';
import { groupLabel, suiteLabel, versionLabel } from './configure-names.ts';

export type NegotiatedThing = 'version' | 'suite' | 'group';

export type Verdict =
  | 'chosen'
  /** Both sides have it; an entry before it won. */
  | 'possible'
  | 'not-offered'
  | 'not-accepted'
  /** Belongs to another version than the one agreed on. */
  | 'other-version'
  /** The server's certificate does not fit. */
  | 'other-key';

export interface Candidate {
  readonly code: number;
  readonly name: string;
  /** Places in the lists, from 1; undefined: not in it. */
  readonly atBrowser: number | undefined;
  readonly atServer: number | undefined;
  readonly verdict: Verdict;
}

export interface Negotiation {
  readonly thing: NegotiatedThing;
  readonly decides: 'browser' | 'server';
  readonly offered: number;
  readonly accepted: number;
  /** What both could have used. */
  readonly common: number;
  readonly chosen: string | undefined;
  readonly rule:
    | 'first-of-server'
    | 'first-of-browser'
    | 'only-one'
    | 'none'
    | 'best-of-server'
    | 'unoffered';
  readonly candidates: readonly Candidate[];
}

/** For the answer to a ClientHello, and for the step at which nothing could be agreed on. */
export function negotiationsOf(trace: Trace, step: Step): readonly Negotiation[] {
  if (trace.source.kind !== 'lab' || !answers(trace, step)) return [];
  const hello = helloBefore(trace, step);
  if (!hello) return [];
  const body = find((hello.plain ?? hello.wire).field, 'ClientHello');
  if (!body) return [];
  const { server } = trace.scenario;
  const { negotiated } = step;
  const versions = codesIn(body, 'supported_versions', 'versions');
  const offeredVersions = versions.length > 0 ? versions : legacyVersions(body);
  const decides = server.preference;
  // Where nothing was agreed on, the version still was, if there is a common one.
  const version = negotiated.version ?? server.versions.find((spoken) => offeredVersions.includes(spoken));
  // TLS 1.2 names the group with the share, two messages later.
  const group = negotiated.group ?? ('groupDecidedBy' in step.facts ? trace.negotiated.group : undefined);
  const all: readonly (Negotiation | undefined)[] = [
    worked('version', 'server', offeredVersions, server.versions, version, versionLabel),
    version === undefined
      ? undefined
      : worked('suite', decides, suitesIn(body), server.suites, negotiated.suite, suiteLabel, (code) =>
          suiteVerdict(code, version, negotiated.suite),
        ),
    negotiated.suite === undefined || (group === undefined && version !== 0x0304)
      ? undefined
      : worked(
          'group',
          decides,
          codesIn(body, 'supported_groups', 'named_group_list'),
          server.groups,
          group,
          groupLabel,
        ),
  ];
  return all.filter((found): found is Negotiation => found !== undefined);
}

export function hasNegotiation(trace: Trace, step: Step): boolean {
  return trace.source.kind === 'lab' && answers(trace, step) && helloBefore(trace, step) !== undefined;
}

function answers({ outcome }: Trace, step: Step): boolean {
  const failedHere =
    outcome.kind === 'failed' && outcome.step === step.index && outcome.noticedBy === 'server';
  if (failedHere && step.kind === 'message') return step.message === 'ClientHello';
  return step.kind === 'local'
    ? step.work === 'negotiate'
    : step.message === 'ServerHello' || step.message === 'HelloRetryRequest';
}

function helloBefore(trace: Trace, step: Step): MessageStep | undefined {
  return trace.steps.findLast(
    (before): before is MessageStep =>
      before.kind === 'message' && before.message === 'ClientHello' && before.index <= step.index,
  );
}

function worked(
  thing: NegotiatedThing,
  decides: 'browser' | 'server',
  offered: readonly number[],
  accepted: readonly number[],
  chosen: number | undefined,
  label: (code: number) => string,
  unfit: (code: number) => Verdict | undefined = () => undefined,
): Negotiation {
  const browser = offered.filter((code) => !isGrease(code));
  const [first, second] = decides === 'server' ? [accepted, browser] : [browser, accepted];
  const place = (list: readonly number[], code: number): number | undefined => {
    const at = list.indexOf(code);
    return at < 0 ? undefined : at + 1;
  };
  const candidates = [...first, ...second.filter((code) => !first.includes(code))].map((code): Candidate => {
    const atBrowser = place(browser, code);
    const atServer = place(accepted, code);
    const verdict: Verdict =
      code === chosen
        ? 'chosen'
        : atBrowser === undefined
          ? 'not-offered'
          : atServer === undefined
            ? 'not-accepted'
            : (unfit(code) ?? 'possible');
    return { code, name: label(code), atBrowser, atServer, verdict };
  });
  const unoffered = chosen !== undefined && !browser.includes(chosen);
  const common = candidates.filter(
    ({ verdict, atBrowser, atServer }) =>
      (verdict === 'chosen' || verdict === 'possible') && atBrowser !== undefined && atServer !== undefined,
  ).length;
  return {
    thing,
    decides,
    offered: browser.length,
    accepted: accepted.length,
    common,
    chosen: chosen === undefined ? undefined : label(chosen),
    rule:
      chosen === undefined
        ? 'none'
        : unoffered
          ? 'unoffered'
          : common === 1
            ? 'only-one'
            : thing === 'version'
              ? 'best-of-server'
              : decides === 'server'
                ? 'first-of-server'
                : 'first-of-browser',
    candidates,
  };
}

/** Why a suite that both sides have could not be taken in this run. */
function suiteVerdict(
  code: number,
  version: number | undefined,
  chosen: number | undefined,
): Verdict | undefined {
  if (version === undefined) return undefined;
  const is13 = suiteByCode(code) !== undefined;
  if (is13 !== (version === 0x0304)) return 'other-version';
  const suite = tls12SuiteByCode(code);
  const winner = chosen === undefined ? undefined : tls12SuiteByCode(chosen);
  if (!suite || !winner) return undefined;
  // What the winner shows of the certificate: a suite that asks for another key had no chance.
  const certificate =
    exchangeParts(suite.keyExchange).certificate && exchangeParts(winner.keyExchange).certificate;
  return certificate && suite.authentication !== winner.authentication ? 'other-key' : undefined;
}

/** The code points in an extension of the hello. */
function codesIn(body: Field, extension: string, list: string): readonly number[] {
  const found = find(body, 'extensions')?.children?.find(
    (child) => child.name === extension || find(child, list) !== undefined,
  );
  const field = found && find(found, list);
  return field ? codesOf(field) : [];
}

/** Without the values that are no suites: TLS_EMPTY_RENEGOTIATION_INFO_SCSV and TLS_FALLBACK_SCSV. */
function suitesIn(body: Field): readonly number[] {
  const field = find(body, 'cipher_suites');
  return field ? codesOf(field).filter((code) => code !== 0x00ff && code !== 0x5600) : [];
}

function codesOf(field: Field): readonly number[] {
  return (field.children ?? []).flatMap(({ value }) => (value?.type === 'code' ? [value.value] : []));
}

/** Without supported_versions the version field means itself and all older ones, RFC 5246 §E.1. */
function legacyVersions(body: Field): readonly number[] {
  const value = find(body, 'legacy_version')?.value ?? find(body, 'client_version')?.value;
  const most = value?.type === 'code' ? value.value : 0;
  return [0x0303, 0x0302, 0x0301, 0x0300].filter((version) => version <= most);
}

function find(field: Field, name: string): Field | undefined {
  if (field.name === name) return field;
  for (const child of field.children ?? []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}
