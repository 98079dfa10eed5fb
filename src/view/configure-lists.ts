/** The two ordered lists of the Configure sheet: what each side has, what was agreed on, and by which rule. */
import type { Scenario, ServerConfig } from '../lab/scenario.ts';
import type { MessageStep, Party, Trace } from '../lab/trace.ts';
import type { ChoiceRule } from '../lesson/configure.ts';
import { groupByCode, namedGroups, shareLengths } from '../tls/registry/groups.ts';
import { schemeByCode, signatureSchemes, type SignatureScheme } from '../tls/registry/schemes.ts';
import { cipherSuites } from '../tls/registry/suites.ts';
import { groupLabel, schemeLabel, suiteLabel } from './configure-names.ts';

export interface ListEntry {
  readonly code: number;
  readonly name: string;
  /** Agreed on in the run on screen. */
  readonly negotiated: boolean;
  /** The other side has it too. */
  readonly common: boolean;
}

export interface GroupEntry extends ListEntry {
  /** Whether the ClientHello carries a share for it; browser only. */
  readonly share: boolean;
  /** Bytes of key_exchange in a ClientHello; undefined for a group this engine does not run. */
  readonly shareBytes?: number;
}

export interface PairOfLists<Entry extends ListEntry> {
  readonly browser: readonly Entry[];
  readonly server: readonly Entry[];
  /** What this engine runs and the side does not list, in the order of the registry. */
  readonly spare: Readonly<Record<Party, readonly { readonly code: number; readonly name: string }[]>>;
  readonly rule: ChoiceRule;
  /** Some entry can never be chosen, because only one side has it. */
  readonly grey: boolean;
  /** Name of what was agreed on. */
  readonly chosen?: string;
}

export function suiteLists(scenario: Scenario, trace: Trace | undefined): PairOfLists<ListEntry> {
  const { browser, server } = scenario;
  const chosen = chosenIn(trace, 'suite');
  const entries = (own: readonly number[], other: readonly number[]): readonly ListEntry[] =>
    own.map((code) => ({
      code,
      name: suiteLabel(code),
      negotiated: code === chosen,
      common: other.includes(code),
    }));
  const known = cipherSuites.map((suite) => suite.code);
  return {
    browser: entries(browser.suites, server.suites),
    server: entries(server.suites, browser.suites),
    spare: {
      browser: spare(known, browser.suites, suiteLabel),
      server: spare(known, server.suites, suiteLabel),
    },
    rule: ruleFor(scenario, chosen, browser.suites, server.suites),
    grey: differ(browser.suites, server.suites),
    ...(chosen === undefined ? {} : { chosen: suiteLabel(chosen) }),
  };
}

export interface GroupLists extends PairOfLists<GroupEntry> {
  /** The server could not use any share and asked for this group, RFC 9846 §4.2.4. */
  readonly retry?: { readonly code: number; readonly name: string };
}

export function groupLists(scenario: Scenario, trace: Trace | undefined): GroupLists {
  const { browser, server } = scenario;
  const chosen = chosenIn(trace, 'group');
  const entries = (own: readonly number[], other: readonly number[]): readonly GroupEntry[] =>
    own.map((code) => {
      const group = groupByCode(code);
      return {
        code,
        name: groupLabel(code),
        negotiated: code === chosen,
        common: other.includes(code),
        share: browser.keyShares.includes(code),
        ...(group ? { shareBytes: shareLengths(group).client } : {}),
      };
    });
  const known = namedGroups.map((group) => group.code);
  // A HelloRetryRequest may only want a cookie; the cure is offered when a share was missing.
  const withoutShare =
    trace?.negotiated.helloRetryRequest === true &&
    chosen !== undefined &&
    !browser.keyShares.includes(chosen);
  return {
    browser: entries(browser.groups, server.groups),
    server: entries(server.groups, browser.groups),
    spare: {
      browser: spare(known, browser.groups, groupLabel),
      server: spare(known, server.groups, groupLabel),
    },
    rule: ruleFor(scenario, chosen, browser.groups, server.groups),
    grey: differ(browser.groups, server.groups),
    ...(chosen === undefined ? {} : { chosen: groupLabel(chosen) }),
    ...(withoutShare ? { retry: { code: chosen, name: groupLabel(chosen) } } : {}),
  };
}

/** Signature schemes: what the browser verifies in the handshake, and what the server signs with or verifies. */
export function schemeLists(scenario: Scenario, trace: Trace | undefined): PairOfLists<ListEntry> {
  const browser = scenario.browser.signatureSchemes;
  const server = scenario.server.signatureSchemes;
  const chosen = trace?.negotiated.signatureScheme;
  const entries = (own: readonly number[], other: readonly number[]): readonly ListEntry[] =>
    own.map((code) => ({
      code,
      name: schemeLabel(code),
      negotiated: code === chosen,
      common: other.includes(code),
    }));
  const known = signatureSchemes.map(({ code }) => code);
  return {
    browser: entries(browser, server),
    server: entries(server, browser),
    spare: { browser: spare(known, browser, schemeLabel), server: spare(known, server, schemeLabel) },
    rule: chosen === undefined ? 'not-reached' : 'fits-key',
    grey: differ(browser, server),
    ...(chosen === undefined ? {} : { chosen: schemeLabel(chosen) }),
  };
}

/** Another key for the server, and the schemes that such a key makes, where the server does not have them yet. */
export function keyChange(
  { signatureSchemes: schemes }: ServerConfig,
  keyType: ServerConfig['keyType'],
): Pick<ServerConfig, 'keyType' | 'signatureSchemes'> {
  const key = signingKeys[keyType];
  const made = signatureSchemes.filter((scheme) => scheme.key === key).map(({ code }) => code);
  // Nobody who can help it signs with SHA-1.
  const missing = schemes.some((code) => made.includes(code)) ? [] : made.filter((code) => !isSha1(code));
  return { keyType, signatureSchemes: [...schemes, ...missing] };
}

function isSha1(code: number): boolean {
  return schemeByCode(code)?.signature.endsWith('-SHA1') === true;
}

/** Keys for static agreement sign nothing. */
const signingKeys: Readonly<Partial<Record<ServerConfig['keyType'], SignatureScheme['key']>>> = {
  ecdsa: 'P-256',
  'ecdsa-p384': 'P-384',
  rsa: 'RSA',
  'rsa-pss': 'RSASSA-PSS',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
  mldsa44: 'ML-DSA-44',
  mldsa65: 'ML-DSA-65',
  mldsa87: 'ML-DSA-87',
  dsa: 'DSA',
};

/** What ALPN agreed on; undefined without the extension or without agreement. */
export function chosenProtocol(trace: Trace | undefined): string | undefined {
  return trace?.negotiated.alpn;
}

/** The list with the entry at `from` moved to `to`; the same list when nothing moves. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length || from === to) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, entry);
}

/**
 * The code point agreed on. A run that failed while negotiating has none, and a run whose scenario
 * is already another one still shows what its own messages say.
 */
function chosenIn(trace: Trace | undefined, what: 'suite' | 'group'): number | undefined {
  if (!trace) return undefined;
  const hello = trace.steps.some(
    (step): step is MessageStep =>
      step.kind === 'message' && (step.message === 'ServerHello' || step.message === 'HelloRetryRequest'),
  );
  return hello ? trace.negotiated[what] : undefined;
}

function differ(a: readonly number[], b: readonly number[]): boolean {
  return a.some((code) => !b.includes(code)) || b.some((code) => !a.includes(code));
}

function ruleFor(
  scenario: Scenario,
  chosen: number | undefined,
  browser: readonly number[],
  server: readonly number[],
): ChoiceRule {
  const common = browser.filter((code) => server.includes(code));
  if (common.length === 0) return 'nothing-common';
  if (chosen === undefined) return 'not-reached';
  if (common.length === 1) return 'only-common';
  return scenario.server.preference === 'server' ? 'server-order' : 'browser-order';
}

function spare(
  known: readonly number[],
  own: readonly number[],
  label: (code: number) => string,
): readonly { readonly code: number; readonly name: string }[] {
  return known.filter((code) => !own.includes(code)).map((code) => ({ code, name: label(code) }));
}
